"""What changed over the whole ledger, and what is due."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view.change_lists import change_list
from servanda.view.due_lists import due_list
from servanda.view.questions import UnaskableError
from servanda.web.answers import answer, asked_of, ledger_of, today_of
from servanda.web.followings import parse_changes, parse_due
from servanda.web.queries import BadQueryError
from servanda.web.routes import Route


def show_changes(request: Request) -> Response:
    """What changed, of all parties or some."""
    choice = parse_changes(asked_of(request), today=today_of(request))
    try:
        page = change_list(ledger_of(request), choice)
    except UnaskableError as error:
        raise BadQueryError(str(error)) from error
    return answer(request, "changes", page, "changes")


def show_due(request: Request) -> Response:
    """What is due, of all parties or some."""
    choice = parse_due(asked_of(request), today=today_of(request))
    try:
        page = due_list(ledger_of(request), choice)
    except UnaskableError as error:
        raise BadQueryError(str(error)) from error
    return answer(request, "due", page, "due")


ROUTES = (Route("/changes", show_changes), Route("/due", show_due))
