"""The ledger as tables: one for each kind of record."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import ledger_page
from servanda.web.answers import answer, asked_of, ledger_of
from servanda.web.queries import parse_columns, parse_query
from servanda.web.routes import Route


def show_table(request: Request) -> Response:
    """The records of one kind, narrowed."""
    kind = request.url.path.strip("/")
    asked = asked_of(request)
    page = ledger_page(ledger_of(request), parse_query(kind, asked), kind, parse_columns(kind, asked))
    return answer(request, "ledger", page, kind)


ROUTES = (
    Route("/commitments", show_table),
    Route("/statements", show_table),
    Route("/occasions", show_table),
    Route("/instruments", show_table),
    Route("/assessments", show_table),
)
