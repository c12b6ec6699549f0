"""What the ledger says of itself: what could not be read, and what its words mean."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import about_page, problems_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import refuse_unknown
from servanda.web.routes import Route


def show_problems(request: Request) -> Response:
    """What could not be read."""
    refuse_unknown(request.query_params)
    return answer(request, "problems", problems_page(ledger_of(request)), "problems")


def show_about(request: Request) -> Response:
    """What the ledger holds, and what its words mean."""
    refuse_unknown(request.query_params)
    return answer(request, "about", about_page(ledger_of(request)), "about")


ROUTES = (Route("/problems", show_problems), Route("/about", show_about))
