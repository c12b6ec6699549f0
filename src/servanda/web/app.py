"""The pages of a ledger as one application: its routes, guards and headers.

What a page shows is asked in `pages`. Nothing is written to the ledger here, and no address leads to a file outside
`static`.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as HTTPError

from servanda.store import Ledger, LedgerError
from servanda.web.answers import say
from servanda.web.moments import Moments
from servanda.web.pages import (
    about,
    actors,
    challenges,
    changes,
    comparisons,
    documents,
    instruments,
    languages,
    moments,
    occasions,
    records,
    relationships,
    reviews,
    tables,
    threads,
)
from servanda.web.queries import BadQueryError
from servanda.web.routes import Route
from servanda.web.sessions import COOKIE, Sessions
from servanda.web.templates import make_environment

ROUTES: tuple[Route, ...] = (
    *relationships.ROUTES,
    *changes.ROUTES,
    *threads.ROUTES,
    *occasions.ROUTES,
    *instruments.ROUTES,
    *tables.ROUTES,
    *documents.ROUTES,
    *records.ROUTES,
    *actors.ROUTES,
    *languages.ROUTES,
    *challenges.ROUTES,
    *comparisons.ROUTES,
    *reviews.ROUTES,
    *about.ROUTES,
    *moments.ROUTES,
)
_DAYS_HELD = 4
"""Of so many past days what is counted over the whole ledger is kept for further pages."""
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Nothing is told to other sites; with less, a browser would not say that our own forms come from here.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_MESSAGES = {
    400: "This form is broken.",
    403: (
        "Only whoever opened the pages with the address that `servanda serve --allow-review` printed may review, "
        "and only by the forms of these pages. Everybody else may read."
    ),
    413: "This is longer than anything these pages take.",
    415: "This is no form of these pages.",
    404: "There is no such page, document, record or actor in this ledger.",
    405: "Pages can only be read here.",
}


def create_app(
    ledger_path: str | os.PathLike[str], *, hosts: Sequence[str] = ("*",), sessions: Sessions | None = None
) -> FastAPI:
    """The pages of one ledger.

    Args:
        ledger_path: the ledger's file, or its address on a server.
        hosts: names of this machine under which the pages may be asked for; `*` for any. A page of another site that
            gives its own name this machine's address is refused.
        sessions: who may review; None lets everybody read, and nobody write.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
    """
    app = FastAPI(title="servanda", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.ledger = Ledger.open(ledger_path, create=False)
    app.state.as_known_on = lru_cache(maxsize=_DAYS_HELD)(app.state.ledger.as_known_on)
    app.state.templates = make_environment()
    app.state.sessions = sessions
    app.state.today = None
    for route in ROUTES:
        if not route.posts:
            app.add_api_route(route.path, route.answer, methods=["GET", "HEAD"])
        elif sessions is not None:
            app.add_api_route(route.path, route.answer, methods=["POST"])
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_exception_handler(HTTPError, _refused)
    app.add_exception_handler(BadQueryError, _misasked)
    app.add_exception_handler(LedgerError, _unreadable)
    app.add_exception_handler(Exception, _failed)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.middleware("http")(_guarded)
    app.add_middleware(Moments)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return app


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPError) else 500
    response = say(request, status, _MESSAGES.get(status, "This cannot be answered."))
    response.headers.update((error.headers or {}) if isinstance(error, HTTPError) else {})
    return response


def _misasked(request: Request, error: Exception) -> Response:
    return say(request, 400, str(error))


def _unreadable(request: Request, error: Exception) -> Response:
    return say(request, 503, str(error))


def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server's log has the trace
    response = say(request, 500, "Something in servanda itself failed; the log of the server says what.")
    response.headers.update(_HEADERS)
    return response


async def _guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    response.headers.update(_HEADERS)
    if COOKIE in request.cookies:
        # What a reviewer sees carries the word of their forms: no copy of it is kept anywhere.
        response.headers["Cache-Control"] = "no-store"
    return response
