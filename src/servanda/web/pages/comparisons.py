"""A text beside reports of it."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view.comparing import choice_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import BadQueryError, refuse_unknown
from servanda.web.routes import Route

_MOST = 8
"""Reports compared at once."""


def show_comparison(request: Request) -> Response:
    """Documents to choose from, and the comparison of those that were chosen."""
    asked = request.query_params
    refuse_unknown(asked, "text", "news", "search")
    news = [key for key in asked.getlist("news") if key]
    if len(news) > _MOST:
        raise BadQueryError(f"A text is compared with at most {_MOST} reports at once.")
    if asked.get("text") in news:
        raise BadQueryError("A text is compared with other documents, not with itself.")
    page = choice_page(ledger_of(request), asked.get("text", ""), news, asked.get("search", ""))
    return answer(request, "compare", page, "compare")


ROUTES = (Route("/compare", show_comparison),)
