"""A web address → a source, fetched when its turn comes, within limits of time and size."""

from __future__ import annotations

import http.client
import io
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import quote, unquote, urlsplit

from servanda.intake.facts import without_surrogates
from servanda.intake.sources import MEBIBYTE, MOST_BYTES, Source, Unreadable

SECONDS_OF_SILENCE = 20
"""A server may be silent for so long."""
MOST_SECONDS = 120
"""An answer may take so long altogether."""
_HEADERS = {"User-Agent": "servanda", "Accept": "text/html, application/pdf, text/plain, application/json, */*;q=0.5"}


def source_at(address: str) -> Source:
    """The source behind a web address; nothing is fetched yet."""
    location = without_surrogates(address)
    try:
        name = PurePosixPath(unquote(urlsplit(location).path)).name
    except ValueError:
        name = ""
    return Source(location=location, name=name, open=partial(_fetch, location))


@contextmanager
def _fetch(address: str) -> Iterator[BinaryIO]:
    until = time.monotonic() + MOST_SECONDS
    try:
        request = urllib.request.Request(_ascii(address), headers=_HEADERS)  # noqa: S310 - the caller lets only http in
        with urllib.request.urlopen(request, timeout=SECONDS_OF_SILENCE) as answer:  # noqa: S310
            content = _read(answer, until)
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
    except urllib.error.HTTPError as error:
        message = f"The server answered {error.code} {error.reason}.".replace(" .", ".")
        raise Unreadable("no-answer", without_surrogates(message)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreadable("no-answer", "The address cannot be reached.", without_surrogates(str(error))) from error
    yield Answer(content, media_type=kind, charset=charset)


class Answer(io.BytesIO):
    """What a server sent, with what it says about it."""

    def __init__(self, content: bytes, *, media_type: str, charset: str | None) -> None:
        super().__init__(content)
        self.media_type, self.charset = media_type, charset


def _read(answer: http.client.HTTPResponse, until: float) -> bytes:
    parts, length = [], 0
    while part := answer.read1(MEBIBYTE):
        parts.append(part)
        length += len(part)
        if length > MOST_BYTES:
            raise Unreadable("too-large", f"It is longer than {MOST_BYTES // MEBIBYTE} MiB and was not read.")
        if time.monotonic() > until:
            raise Unreadable("no-answer", f"The answer took more than {MOST_SECONDS} seconds.")
    return b"".join(parts)


def _ascii(address: str) -> str:
    """The address with its other signs escaped, as browsers do; its host in the form that the net knows."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    safe = "/%:=&?~#+!$,;'@()*[]"
    return parts._replace(
        netloc=host + port, path=quote(parts.path, safe), query=quote(parts.query, safe), fragment=""
    ).geturl()
