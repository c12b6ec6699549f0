"""One instrument with its elements."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import instrument_page
from servanda.web.answers import answer, ledger_of, today_of
from servanda.web.choices import parse_choice
from servanda.web.queries import refuse_unknown
from servanda.web.routes import Route


def show_instrument(request: Request) -> Response:
    """One instrument, by the id of a record of it or of its thread, which may be shortened."""
    refuse_unknown(request.query_params, "on")
    on = parse_choice(request.query_params.multi_items(), today=today_of(request)).on
    page = instrument_page(ledger_of(request), request.path_params["id"], on)
    return answer(request, "instrument", page, "instruments")


ROUTES = (Route("/instruments/{id}", show_instrument),)
