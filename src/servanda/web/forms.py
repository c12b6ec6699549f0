"""What a page posts: read up to a limit, and taken only from a session's own pages.

Nothing is ever uploaded: a form is a few words. A body that is longer, of another kind or broken off is refused before
anything is done with it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from servanda.web.moments import visit_of
from servanda.web.sessions import COOKIE, Session, Sessions, is_from_here, is_own

LARGEST = 64 * 1024
"""Bytes of a form."""
_MOST_FIELDS = 50
_KIND = "application/x-www-form-urlencoded"


def session_of(request: Request) -> Session | None:
    """The session of whoever asks; None for a reader, and on a past day, whose records nobody judges."""
    sessions: Sessions | None = request.app.state.sessions
    return sessions.find(request.cookies.get(COOKIE, "")) if sessions and not visit_of(request).day else None


def reviewer_of(request: Request) -> Session:
    """The session of whoever asks.

    Raises:
        HTTPException: they have none.
    """
    session = session_of(request)
    if session is None:
        raise HTTPException(403)
    return session


def posted(take: Callable[[Request, Mapping[str, str]], Response]) -> Callable[[Request], Awaitable[Response]]:
    """What answers a posted form: it is read and checked first, and then taken."""

    async def post(request: Request) -> Response:
        return await run_in_threadpool(take, request, await read_form(request))

    return post


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of a form that was made for the session it comes from.

    Raises:
        HTTPException: no session, a form of another site or session, or one that is too long or no form.
    """
    session = reviewer_of(request)
    told = request.headers
    if not is_from_here(told.get("origin"), told.get("sec-fetch-site"), told.get("host", "")):
        raise HTTPException(403)
    if told.get("content-type", "").split(";")[0].strip() != _KIND:
        raise HTTPException(415)
    fields = _fields(await _body(request))
    if not is_own(session, fields.get("form", "")):
        raise HTTPException(403)
    return fields


async def _body(request: Request) -> bytes:
    said = request.headers.get("content-length", "0")
    if not said.isascii() or not said.isdigit() or int(said) > LARGEST:
        raise HTTPException(413)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413)
    return body


def _fields(body: bytes) -> Mapping[str, str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise HTTPException(400) from error
    return {name: value.replace("\x00", "").replace("\r\n", "\n").strip() for name, value in pairs}
