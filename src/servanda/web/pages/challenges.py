"""Challenges: each party's words for the same one."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view.challenge_lists import challenge_list
from servanda.view.questions import UnaskableError
from servanda.web.answers import answer, asked_of, ledger_of
from servanda.web.followings import parse_challenges
from servanda.web.queries import BadQueryError
from servanda.web.routes import Route


def show_challenges(request: Request) -> Response:
    """The challenges, of all actors or of one."""
    query = parse_challenges(asked_of(request))
    try:
        page = challenge_list(ledger_of(request), query)
    except UnaskableError as error:
        raise BadQueryError(str(error)) from error
    return answer(request, "challenges", page, "language")


ROUTES = (Route("/challenges", show_challenges),)
