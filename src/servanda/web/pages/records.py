"""One record with its evidence."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import record_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import refuse_unknown
from servanda.web.routes import Route


def show_record(request: Request) -> Response:
    """One record; its id may be shortened."""
    refuse_unknown(request.query_params)
    page = record_page(ledger_of(request), request.path_params["id"])
    return answer(request, "record", page, page.kind if page else "")


ROUTES = (Route("/records/{id}", show_record),)
