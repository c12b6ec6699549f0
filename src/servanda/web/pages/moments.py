"""From a page to the same page as of another day, or of today."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from servanda.web.answers import ahead
from servanda.web.moments import PLACE, Visit
from servanda.web.queries import BadQueryError, parse_day, refuse_unknown
from servanda.web.routes import Route


def go_there(request: Request) -> Response:
    """Lead to the page `at` as it was known on a `day`; without a day, as it is now."""
    refuse_unknown(request.query_params, "day", "at")
    written, at = (request.query_params.get(name, "").strip() for name in ("day", "at"))
    if not at.startswith("/") or at.startswith(("//", "/\\")) or "\r" in at or "\n" in at:
        at = "/"
    day = parse_day("The day", written).isoformat() if written else ""
    visit = Visit(day=day)
    if visit.is_ahead:
        raise BadQueryError(ahead(day))
    return RedirectResponse(visit.before + at, 303)


def say_form(request: Request) -> Response:  # noqa: ARG001 - one shape for every page
    """Say how such an address is written."""
    raise BadQueryError(f"An address as of a day is such as {PLACE}/2025-11-21/commitments.")


ROUTES = (Route(PLACE, go_there), Route(f"{PLACE}/{{rest:path}}", say_form))
