"""The same pages as the ledger stood on a past day, each under an address of its own.

`/as-known-on/2025-07-01/commitments` is `/commitments` as it was known at the end of that day (UTC), and every link of
such a page leads to one of that day. Nobody judges there: what is past is read.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import quote

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

PLACE = "/as-known-on"
_INSIDE = re.compile(rf"{PLACE}/(\d{{4}}-\d\d-\d\d)(/.*)", re.DOTALL)
_LINK = re.compile(r'(?<! data-whole)( (?:href|action)=")(/(?!static/|/))')
"""A link to a page of this ledger; what is marked as whole stays as it is."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was asked for: a page, and as of which day.

    Attributes:
        address: the page's address without the day, with what it is narrowed by.
        day: the day; empty for now.
        began: when the ledger took in its first text, in words, where that was after the day; else empty.
    """

    address: str = "/"
    day: str = ""
    began: str = ""

    @property
    def before(self) -> str:
        """What stands before the address of every page of that day."""
        return f"{PLACE}/{self.day}" if self.day else ""

    @property
    def moment(self) -> datetime | None:
        """The end of the day; None for now."""
        return datetime.combine(date.fromisoformat(self.day), time.max, UTC) if self.day else None

    @property
    def is_ahead(self) -> bool:
        """Whether the day has not come yet."""
        return bool(self.day) and date.fromisoformat(self.day) > datetime.now(UTC).date()


class Moments:
    """Takes the day out of an address, and remembers it beside what is asked."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what was asked."""
        found = _INSIDE.fullmatch(scope["path"]) if scope["type"] == "http" else None
        await self._app(_led(scope, *found.groups()) if found and _is_day(found[1]) else scope, receive, send)


def visit_of(request: Request) -> Visit:
    """What was asked for."""
    told = request.url.query
    # Two slashes at the head of an address would lead to another place of that name.
    path = "/" + request.url.path.lstrip("/\\")
    return Visit(path + (f"?{told}" if told else ""), request.scope.get("servanda.day", ""))


def led(page: str, visit: Visit) -> str:
    """A page with its links led to pages of the same day."""
    return _LINK.sub(rf"\1{visit.before}\2", page) if visit.day else page


def _led(scope: MutableMapping[str, Any], day: str, path: str) -> MutableMapping[str, Any]:
    return {**scope, "path": path, "raw_path": quote(path).encode(), "servanda.day": day}


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
