"""Page models as answers: HTML, or with `?format=` the same as JSON, or its rows as CSV or a feed; and refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fastapi import HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from servanda.codebook.encoding import encode
from servanda.store import Ledger
from servanda.view.names import date_in_words
from servanda.web.extracts import Extract, atom_of, csv_of, file_name_of
from servanda.web.forms import session_of
from servanda.web.lines import extract_of
from servanda.web.moments import Visit, led, visit_of
from servanda.web.queries import BadQueryError, parse_format
from servanda.web.templates import render_page


def ledger_of(request: Request) -> Ledger:
    """The ledger that the pages show, as it stood on the day that was asked for."""
    app, visit = request.app, visit_of(request)
    if visit.is_ahead:
        raise BadQueryError(ahead(visit.day))
    moment = visit.moment
    ledger: Ledger = app.state.ledger if moment is None else app.state.as_known_on(moment)
    return ledger


def ahead(day: str) -> str:
    """Why a ledger is not shown as of a day to come."""
    return f"{day} lies ahead: a ledger is shown as it stood on a day up to today."


def today_of(request: Request) -> date | None:
    """The day on which deadlines are looked at where the pages are fixed to one, as published ones are."""
    today: date | None = request.app.state.today
    return today


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
    if page is None:
        parse_format(request.query_params)
        raise HTTPException(404)
    extract = extract_of(page)
    form = parse_format(request.query_params, ("html", "json", "csv", "atom") if extract else ("html", "json"))
    if form == "json":
        return Response(encode(page), media_type="application/json")
    if extract is not None and form != "html":
        return _extracted(request, extract, form)
    session = session_of(request)
    templates, asked = request.app.state.templates, asked_of(request)
    visit, has_rows = _begun(request, visit_of(request)), extract is not None
    drawn = render_page(templates, template, page, asked, section, session, visit=visit, has_rows=has_rows)
    return HTMLResponse(led(drawn, visit))


def asked_of(request: Request) -> dict[str, str]:
    """Names and values of the address; what stands in it several times is joined by commas."""
    asked: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        asked[name] = f"{asked[name]},{value}" if name in asked and name == "columns" else value
    return asked


def _begun(request: Request, visit: Visit) -> Visit:
    """What was asked for, with when the ledger began where that was later."""
    first = request.app.state.ledger.first_added() if visit.moment else None
    return (
        replace(visit, began=date_in_words(first.date())) if first and visit.moment and visit.moment < first else visit
    )


def _extracted(request: Request, extract: Extract, form: str) -> Response:
    if form == "csv":
        headers = {"Content-Disposition": f'attachment; filename="{file_name_of(extract)}.csv"'}
        return Response(csv_of(extract), media_type="text/csv; charset=utf-8", headers=headers)
    base = str(request.base_url).rstrip("/") + visit_of(request).before
    address = f"{request.url.path}?{request.url.query}"
    return Response(atom_of(extract, base, address), media_type="application/atom+xml")


def say(request: Request, status: int, message: str) -> Response:
    """A page, or its JSON, that says why there is no other."""
    if request.query_params.get("format") == "json":
        return Response(encode({"status": status, "message": message}), status, media_type="application/json")
    page, visit = {"status": status, "message": message}, visit_of(request)
    visit = Visit(visit.address) if visit.is_ahead else visit
    return HTMLResponse(
        led(render_page(request.app.state.templates, "error", page, {}, "", visit=visit), visit), status
    )
