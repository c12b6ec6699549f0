"""A commitment over all documents."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import commitment_page
from servanda.web.answers import answer, ledger_of, today_of
from servanda.web.choices import parse_choice
from servanda.web.queries import refuse_unknown
from servanda.web.routes import Route


def show_thread(request: Request) -> Response:
    """One commitment, by the id of its thread or of a record of it, which may be shortened."""
    refuse_unknown(request.query_params, "on")
    on = parse_choice(request.query_params.multi_items(), today=today_of(request)).on
    page = commitment_page(ledger_of(request), request.path_params["id"], on)
    return answer(request, "thread", page, "commitments")


ROUTES = (Route("/threads/{id}", show_thread),)
