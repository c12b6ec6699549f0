"""Page models as answers: HTML, or with `?format=json` the same page model as JSON; and pages that say why there is none."""

from __future__ import annotations

from fastapi import HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from servanda.codebook.encoding import encode
from servanda.store import Ledger
from servanda.web.forms import session_of
from servanda.web.queries import parse_format
from servanda.web.templates import render_page


def ledger_of(request: Request) -> Ledger:
    """The ledger that the pages show."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def answer(request: Request, template: str, page: object | None, section: str) -> Response:
    """A page model in the form that was asked for.

    Args:
        request: what was asked.
        template: name of the template, without its ending.
        page: the page model; None where there is no such page.
        section: which entry of the menu the page belongs to.

    Raises:
        HTTPException: there is no such page.
    """
    form = parse_format(request.query_params)
    if page is None:
        raise HTTPException(404)
    if form == "json":
        return Response(encode(page), media_type="application/json")
    session = session_of(request)
    drawn = render_page(request.app.state.templates, template, page, request.query_params, section, session)
    return HTMLResponse(drawn)


def say(request: Request, status: int, message: str) -> Response:
    """A page, or its JSON, that says why there is no other."""
    if request.query_params.get("format") == "json":
        return Response(encode({"status": status, "message": message}), status, media_type="application/json")
    page = {"status": status, "message": message}
    return HTMLResponse(render_page(request.app.state.templates, "error", page, {}, ""), status)
