"""Occasions on the days of a year."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import calendar_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import parse_year, refuse_unknown
from servanda.web.routes import Route


def show_calendar(request: Request) -> Response:
    """The occasions of a year, of all actors or of one."""
    refuse_unknown(request.query_params, "actor")
    year = parse_year(request.path_params.get("year", ""))
    page = calendar_page(ledger_of(request), year, request.query_params.get("actor", ""))
    return answer(request, "calendar", page, "occasions")


ROUTES = (Route("/occasions/calendar", show_calendar), Route("/occasions/calendar/{year}", show_calendar))
