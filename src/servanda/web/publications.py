"""The pages of a ledger as files of a folder, which open from there or from any web server.

They are the pages that a server shows, asked for one by one from the first page on, each with its links led to files;
the index for searching lies beside them. The same ledger gives the same files, byte for byte.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from fastapi import FastAPI

from servanda.store import Ledger, Query
from servanda.web.app import create_app
from servanda.web.folders import SEARCH, file_of, led
from servanda.web.indexes import Entry, entries_of, scripts_of
from servanda.web.links import link_to
from servanda.web.scopes import is_large, shortened
from servanda.web.templates import render_page

LISTED = "files.txt"
"""Names every file of a publication, so that the next one can take the place of this one."""
_STATIC = Path(__file__).parent / "static"
_POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' data: file:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page in a folder may load; what only a server's header can say (who may frame it) is left out."""
_OTHERS = ("/review", "/compare")
"""Pages that ask a server, or are for those who work on the ledger."""


class OccupiedError(ValueError):
    """The folder holds something else; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a publication."""

    folder: Path

    def write(self, name: str, held: bytes) -> None:
        """Write a file of this name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)


def publish(
    place: str | os.PathLike[str],
    folder: Path,
    *,
    data: Callable[[Path], object] | None = None,
    every_record: bool = False,
    known: datetime | None = None,
) -> Iterator[str]:
    """Write the pages of a ledger into a folder, one after the other.

    Args:
        place: the ledger.
        folder: the folder; it is made where there is none, and a former publication in it is replaced.
        data: writes the ledger's tables into the folder that it is called with.
        every_record: whether each record has a page of its own even where there are very many.
        known: the moment as of which the ledger is shown; None for now.

    Yields:
        The name of each page as it is written.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
        OccupiedError: the folder holds something else.
        OSError: the folder cannot be written.
    """
    _clear(folder)
    app = create_app(place)
    app.state.templates.globals["published"] = _POLICY
    if known is not None:
        app.state.ledger = app.state.ledger.as_known_on(known)
        app.state.templates.globals["then"] = known.date().isoformat()
    app.state.today = _last_day(app.state.ledger)
    files, is_short = _Files(folder), not every_record and is_large(app.state.ledger)
    app.state.templates.globals["in_documents"] = is_short
    yield from _write_pages(app, files, is_short)
    files.write(SEARCH, _search_page(app))
    for path in sorted(_STATIC.iterdir()):
        files.write(f"static/{path.name}", path.read_bytes())
    for name, script in scripts_of(entries_of(app.state.ledger), partial(_path_of, is_short=is_short)):
        files.write(f"search/{name}", script)
    if data is not None:
        data(folder / "data")
    listed = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files.write(LISTED, "".join(f"{name}\n" for name in listed).encode())
    app.state.ledger.close()


def _last_day(ledger: Ledger) -> date:
    """The last day of publication: deadlines are looked at then, so that the same ledger gives the same files."""
    newest = ledger.find_documents(Query(limit=1))
    return newest[0].published.last if newest and newest[0].published else date(2000, 1, 1)


def _write_pages(app: FastAPI, files: _Files, is_short: bool) -> Iterator[str]:
    """Every page that the first one leads to, and those that these lead to."""
    known, done = ["/"], {"/"}

    def find(address: str) -> None:
        if address not in done and not address.startswith(_OTHERS):
            done.add(address)
            known.append(address)

    # In a thread of its own, since whoever calls may run a loop already; one loop for all pages.
    with ThreadPoolExecutor(1) as thread:
        loop = thread.submit(asyncio.Runner).result()
        try:
            for address in known:
                status, body = thread.submit(loop.run, _ask(app, address)).result()
                name = file_of(address)
                if status == 200 and name is not None:
                    page = shortened(body.decode(), address, app.state.ledger) if is_short else body.decode()
                    files.write(name, led(page, address, find).encode())
                    yield name
        finally:
            thread.submit(loop.close).result()


def _search_page(app: FastAPI) -> bytes:
    page = render_page(app.state.templates, "search", None, {}, "search")
    return led(page, "/search", set[str]().add).encode()


def _path_of(entry: Entry, is_short: bool) -> str:
    """Where a record that was found is shown."""
    if is_short:
        return f"{file_of(link_to('document', entry.document))}#{entry.id}"
    return file_of(link_to("record", entry.id)) or ""


async def _ask(app: FastAPI, address: str) -> tuple[int, bytes]:
    """What the application answers, without a server between."""
    parts = urlsplit(address)
    raw = parts.path.encode()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote_to_bytes(raw).decode("utf-8", "replace"),
        "raw_path": raw,
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost")],
        "server": ("localhost", 80),
        "client": None,
    }
    heads: list[int] = []
    bodies: list[bytes] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            heads.append(int(str(message["status"])))
        elif isinstance(body := message.get("body"), bytes):
            bodies.append(body)

    await app(scope, receive, send)  # type: ignore[arg-type]
    return heads[0], b"".join(bodies)


def _clear(folder: Path) -> None:
    """Take a former publication away, file by file as it lists them."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    listed = folder / LISTED
    if not listed.is_file() or not (folder / "search" / "index.js").is_file():
        raise OccupiedError(f"{folder} holds something else; name a folder that is new or empty.")
    for name in listed.read_text(encoding="utf-8").splitlines():
        path = folder / name
        if folder.resolve() in path.resolve().parents:
            path.unlink(missing_ok=True)
    listed.unlink(missing_ok=True)
