"""A question to a query service, over the network and within limits: SPARQL in, the bytes of its JSON results out.

A service that asks for patience is given it once. What an answer means is `lexicon/wikidata.py`.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urlsplit

from servanda import __version__
from servanda.lexicon.cleanings import Believed, believe
from servanda.lexicon.wikidata import AnswerError, Question, rows_of

SECONDS_OF_SILENCE = 70
"""A service may be silent for so long; Wikidata's gives up a question itself after 60."""
MOST_SECONDS = 180
"""An answer may take so long altogether."""
MOST_BYTES = 32 << 20
"""An answer may be this long; one to our questions has about a hundredth of it."""
MOST_PATIENCE = 120
"""We wait so many seconds where a service asks us to."""
_RESULTS = "application/sparql-results+json"
_HEADERS = {
    "User-Agent": f"servanda/{__version__} (ledger of commitments between states; servanda lexicon refresh)",
    "Accept": _RESULTS,
}


class QueryServiceError(Exception):
    """A query service gave no usable answer; the message is one line for the user."""


def fetch_holders(service: str, questions: Iterable[Question], today: date) -> Believed:
    """The holders of offices as a query service of Wikidata's kind has them: all answers, cleaned and joined.

    Args:
        service: its address.
        questions: what to ask, one after the other.
        today: the day of the asking.

    Raises:
        QueryServiceError: a question was not answered; what the others brought is left aside.
    """
    try:
        rows = [(asked.office, row) for asked in questions for row in rows_of(fetch_answer(service, asked.text))]
    except AnswerError as error:
        raise QueryServiceError(f"The query service {service} gave no usable answer: {error}.") from error
    return believe(rows, today)


def fetch_answer(service: str, question: str, wait: Callable[[float], None] | None = time.sleep) -> bytes:
    """The answer to one question.

    Args:
        service: the address of the query service.
        question: the question in SPARQL.
        wait: lets a number of seconds pass where the service asks for it; None does not ask again.

    Raises:
        QueryServiceError: there is none.
    """
    if not service.startswith(("https://", "http://")):
        raise QueryServiceError(f"The query service {service} has no address that begins with https:// or http://.")
    try:
        return _fetch(service, question)
    except urllib.error.HTTPError as error:
        patience = _patience(error)
        if wait is None or patience is None:
            raise _refused(service, error) from error
        wait(patience)
        return fetch_answer(service, question, wait=None)
    except (OSError, http.client.HTTPException, ValueError) as error:
        cause = error.reason if isinstance(error, urllib.error.URLError) else error
        why = getattr(cause, "strerror", None) or cause
        raise QueryServiceError(f"The query service {service} cannot be reached: {why}.") from error


def _fetch(service: str, question: str) -> bytes:
    until = time.monotonic() + MOST_SECONDS
    mark = "&" if urlsplit(service).query else "?"
    address = f"{service}{mark}{urlencode({'query': question, 'format': 'json'})}"
    request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310 - only http and https come here
    with urllib.request.urlopen(request, timeout=SECONDS_OF_SILENCE) as answer:  # noqa: S310
        kind = answer.headers.get_content_type()
        if kind not in (_RESULTS, "application/json"):
            raise QueryServiceError(f"The query service {service} answered with {kind}, not with results.")
        return _read(service, answer, until)


def _read(service: str, answer: http.client.HTTPResponse, until: float) -> bytes:
    parts, length = [], 0
    while part := answer.read1(1 << 16):
        parts.append(part)
        length += len(part)
        if length > MOST_BYTES:
            raise QueryServiceError(f"The answer of the query service {service} is too long; it was not used.")
        if time.monotonic() > until:
            raise QueryServiceError(f"The answer of the query service {service} took more than {MOST_SECONDS} seconds.")
    return b"".join(parts)


def _patience(error: urllib.error.HTTPError) -> float | None:
    """For how many seconds the service asks us to wait; None where it does not ask, or for too long."""
    said = (error.headers.get("Retry-After") or "").strip() if error.code in (429, 503) else ""
    seconds = float(said) if said.isascii() and said.isdigit() else None
    if said and seconds is None:
        with suppress(ValueError, TypeError):
            seconds = max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    return seconds if seconds is not None and seconds <= MOST_PATIENCE else None


def _refused(service: str, error: urllib.error.HTTPError) -> QueryServiceError:
    why = "it has too many questions at the moment; try again later" if error.code == 429 else str(error.reason)
    return QueryServiceError(f"The query service {service} answered {error.code}: {why}.")
