"""Language: words over time."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view.languages import language_page
from servanda.view.questions import UnaskableError
from servanda.web.answers import answer, ledger_of
from servanda.web.choices import parse_language
from servanda.web.queries import BadQueryError, refuse_unknown
from servanda.web.routes import Route


def show_language(request: Request) -> Response:
    """The words of all parties, of some, or of one commitment."""
    refuse_unknown(request.query_params, "parties", "party", "thread", "about", "since", "until")
    choice = parse_language(request.query_params.multi_items(), request.path_params.get("parties", ""))
    try:
        page = language_page(
            ledger_of(request), choice.parties, thread=choice.thread, about=choice.about, query=choice.query
        )
    except UnaskableError as error:
        raise BadQueryError(str(error)) from error
    return answer(request, "language", page, "language")


ROUTES = (Route("/language", show_language), Route("/language/{parties}", show_language))
