"""The front page: the relationships of the ledger, and what stands between chosen parties."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from servanda.view.filters import CRITERIA
from servanda.view.relationships import relationship_page, relationships_page
from servanda.web.answers import answer, ledger_of, today_of
from servanda.web.choices import parse_choice
from servanda.web.queries import refuse_unknown
from servanda.web.routes import Route

COMMITMENTS_ASKED = {criterion.name for criterion in CRITERIA["commitments"]} - {"since"} | {"page", "limit", "order"}
"""Filters of the commitments, which once stood at the front: an old address still leads to them."""


def show_relationships(request: Request) -> Response:
    """The relationships, or one of them where the address names its parties."""
    if COMMITMENTS_ASKED & set(request.query_params):
        return RedirectResponse(f"/commitments?{request.query_params}", 308)
    refuse_unknown(request.query_params, "parties", "party", "since", "on")
    path, asked = request.path_params.get("parties", ""), request.query_params.multi_items()
    choice = parse_choice(asked, path, today=today_of(request))
    if not choice.parties:
        return answer(request, "relationships", relationships_page(ledger_of(request)), "relationships")
    page = relationship_page(ledger_of(request), choice.parties, choice.on, choice.since)
    return answer(request, "relationship", page, "relationships")


ROUTES = (Route("/", show_relationships), Route("/relationships/{parties}", show_relationships))
