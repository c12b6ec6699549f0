"""The pages over HTTP: parse the address, ask the view, render. The one place where FastAPI is imported.

Nothing is written to the ledger here, and no address leads to a file outside `static`. Every page comes as HTML, and
with `?format=json` as the same page model in JSON.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as HTTPError

from servanda.codebook.encoding import encode
from servanda.store import Ledger, LedgerError
from servanda.view import (
    about_page,
    actor_page,
    actors_page,
    document_page,
    documents_page,
    ledger_page,
    problems_page,
    record_page,
)
from servanda.web.queries import BadQueryError, parse_format, parse_query, refuse_unknown
from servanda.web.templates import make_environment, render_page

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_MESSAGES = {
    404: "There is no such page, document, record or actor in this ledger.",
    405: "Pages can only be read here.",
}


def create_app(ledger_path: str | os.PathLike[str], *, hosts: Sequence[str] = ("*",)) -> FastAPI:
    """The pages of one ledger.

    Args:
        ledger_path: the ledger's file.
        hosts: names of this machine under which the pages may be asked for; `*` for any. A page of another site that
            gives its own name this machine's address is refused.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
    """
    app = FastAPI(title="servanda", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.ledger = Ledger.open(ledger_path, create=False)
    app.state.templates = make_environment()
    for path, handler in _ROUTES:
        app.add_api_route(path, handler, methods=["GET", "HEAD"])
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_exception_handler(HTTPError, _refused)
    app.add_exception_handler(BadQueryError, _misasked)
    app.add_exception_handler(LedgerError, _unreadable)
    app.add_exception_handler(Exception, _failed)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.middleware("http")(_guarded)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return app


def _table(request: Request) -> Response:
    kind = request.url.path.strip("/") or "commitments"
    query = parse_query(kind, request.query_params)
    return _answer(request, "ledger", ledger_page(request.app.state.ledger, query, kind), kind)


def _documents(request: Request) -> Response:
    query = parse_query("documents", request.query_params)
    return _answer(request, "documents", documents_page(request.app.state.ledger, query), "documents")


def _document(request: Request) -> Response:
    refuse_unknown(request.query_params, "record")
    focus = request.query_params.get("record", "")
    page = document_page(request.app.state.ledger, request.path_params["id"], focus)
    return _answer(request, "document", page, "documents")


def _record(request: Request) -> Response:
    refuse_unknown(request.query_params)
    page = record_page(request.app.state.ledger, request.path_params["id"])
    return _answer(request, "record", page, page.kind if page else "")


def _actors(request: Request) -> Response:
    query = parse_query("actors", request.query_params)
    return _answer(request, "actors", actors_page(request.app.state.ledger, query), "actors")


def _actor(request: Request) -> Response:
    refuse_unknown(request.query_params)
    page = actor_page(request.app.state.ledger, request.path_params["id"])
    return _answer(request, "actor", page, "actors")


def _problems(request: Request) -> Response:
    refuse_unknown(request.query_params)
    return _answer(request, "problems", problems_page(request.app.state.ledger), "problems")


def _about(request: Request) -> Response:
    refuse_unknown(request.query_params)
    return _answer(request, "about", about_page(request.app.state.ledger), "about")


_ROUTES: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/", _table),
    ("/statements", _table),
    ("/occasions", _table),
    ("/instruments", _table),
    ("/assessments", _table),
    ("/documents", _documents),
    ("/documents/{id}", _document),
    ("/records/{id}", _record),
    ("/actors", _actors),
    ("/actors/{id:path}", _actor),
    ("/problems", _problems),
    ("/about", _about),
)


def _answer(request: Request, template: str, page: object | None, section: str) -> Response:
    """A page model in the form that was asked for; where there is none, there is no such page."""
    form = parse_format(request.query_params)
    if page is None:
        raise HTTPException(404)
    if form == "json":
        return Response(encode(page), media_type="application/json")
    return HTMLResponse(render_page(request.app.state.templates, template, page, request.query_params, section))


def _say(request: Request, status: int, message: str) -> Response:
    """A page, or its JSON, that says why there is no other."""
    if request.query_params.get("format") == "json":
        return Response(encode({"status": status, "message": message}), status, media_type="application/json")
    page = {"status": status, "message": message}
    return HTMLResponse(render_page(request.app.state.templates, "error", page, {}, ""), status)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPError) else 500
    response = _say(request, status, _MESSAGES.get(status, "This cannot be answered."))
    response.headers.update((error.headers or {}) if isinstance(error, HTTPError) else {})
    return response


def _misasked(request: Request, error: Exception) -> Response:
    return _say(request, 400, str(error))


def _unreadable(request: Request, error: Exception) -> Response:
    return _say(request, 503, str(error))


def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server's log has the trace
    response = _say(request, 500, "Something in servanda itself failed; the log of the server says what.")
    response.headers.update(_HEADERS)
    return response


async def _guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    response.headers.update(_HEADERS)
    return response
