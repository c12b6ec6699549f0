"""The list of actors, and one actor."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import actor_page, actors_page, network_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import parse_query, refuse_unknown
from servanda.web.routes import Route


def show_actors(request: Request) -> Response:
    """The actors, narrowed."""
    query = parse_query("actors", request.query_params)
    return answer(request, "actors", actors_page(ledger_of(request), query), "actors")


def show_actor(request: Request) -> Response:
    """One actor."""
    refuse_unknown(request.query_params)
    return answer(request, "actor", actor_page(ledger_of(request), request.path_params["id"]), "actors")


def show_network(request: Request) -> Response:
    """Who commits to whom."""
    refuse_unknown(request.query_params)
    return answer(request, "network", network_page(ledger_of(request)), "actors")


ROUTES = (Route("/network", show_network), Route("/actors", show_actors), Route("/actors/{id:path}", show_actor))
