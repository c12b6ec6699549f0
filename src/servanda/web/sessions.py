"""Who may review: a token that is printed once, and the sessions of the browsers that showed it.

A session is a random word in a cookie that no script can read and no other site can make the browser send. Every form
carries a second word that belongs to the session, so that a page of another site cannot write in its name. Sessions
live as long as the server does; nothing of them is kept in the ledger but the name that a person gave.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from hmac import compare_digest

COOKIE = "servanda_session"
LONGEST_NAME = 80
_MOST = 200
"""Sessions kept at once; the oldest one ends where there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser that showed the token.

    Attributes:
        key: the word in the cookie.
        form: the word that its forms carry.
        name: who judges; empty until they said so.
    """

    key: str
    form: str
    name: str = ""


class Sessions:
    """The token of a server, and its sessions.

    Attributes:
        token: what an address must show to begin a session; one of its own where none is given.
    """

    def __init__(self, token: str = "", judge: str = "") -> None:
        self.token = token or secrets.token_urlsafe(24)
        self._judge = judge
        self._open: dict[str, Session] = {}

    def begin(self, token: str) -> Session | None:
        """A new session for whoever shows the token; None for any other word."""
        if not compare_digest(token.encode(), self.token.encode()):
            return None
        while len(self._open) >= _MOST:
            self._open.pop(next(iter(self._open)))
        session = Session(key=secrets.token_urlsafe(32), form=secrets.token_urlsafe(32), name=self._judge)
        self._open[session.key] = session
        return session

    def find(self, key: str) -> Session | None:
        """The session of a cookie."""
        return self._open.get(key)

    def rename(self, session: Session, name: str) -> Session:
        """Let somebody judge in this session."""
        named = replace(session, name=name)
        self._open[session.key] = named
        return named

    def end(self, session: Session) -> None:
        """Let the session end."""
        self._open.pop(session.key, None)


def is_own(session: Session, form: str) -> bool:
    """Whether a form was made for this session."""
    return compare_digest(form.encode(), session.form.encode())


def is_from_here(origin: str | None, fetched: str | None, host: str) -> bool:
    """Whether a browser says that a form stood on these pages; one that says nothing is told by the form's own word.

    Args:
        origin: the header `Origin`.
        fetched: the header `Sec-Fetch-Site`.
        host: the header `Host`.
    """
    if fetched is not None and fetched not in {"same-origin", "none"}:
        return False
    return origin is None or origin in {f"http://{host}", f"https://{host}"}
