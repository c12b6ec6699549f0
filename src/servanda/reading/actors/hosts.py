"""Whose minister it is whom someone met somewhere: `In Kenya, she met with Foreign Minister Ann Owino`.

The place of a meeting tells the state of those who hold an office there and are named without it.
"""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.reading.actors.people import Named
from servanda.reading.actors.tags import Row

_MEETING = frozenset(
    {"met", "meets", "meet", "meeting", "meetings", "saw", "received", "hosted", "welcomed", "by", "with"}
)
_AMONG = frozenset({"other", "senior", "top", "key", "and", "several"})
_STAFF = frozenset({"officials", "ministers", "leaders", "authorities", "counterparts"})


def host_of(named: Named) -> ActorId | None:
    """The state where a person is met; None where the sentence does not place the meeting."""
    row = named.row
    at = next((n for n, token in enumerate(row.tokens) if token.span.start >= named.span.start), len(row.tokens))
    behind = next((n for n, token in enumerate(row.tokens) if token.span.start >= named.span.end), len(row.tokens))
    if row.heading or not any(token.lower in _MEETING for token in row.tokens[:at]):
        return None
    return _where(row, at) or _opening(row, at) or _among(row, behind)


def _where(row: Row, at: int) -> ActorId | None:
    """`Kenya, where they met with [Prime Minister Ann Owino]`."""
    for n in reversed(range(2, at)):
        if row.tokens[n].lower == "where" and row.tags[n - 1] == "," and row.tags[n - 2] in "SK":
            return row.tokens[n - 2].id
    return None


def _opening(row: Row, at: int) -> ActorId | None:
    """`In Kenya, she met [Foreign Minister Ann Owino]`, `While in Nairobi, …`."""
    first = 1 if row.tags[:2] == "wi" and row.tokens[0].lower == "while" else 0
    if first + 2 >= at or row.tokens[first].lower not in ("in", "at", "from"):
        return None
    placed = row.tags[first + 1] in "SK" and row.tags[first + 2] == ","
    return row.tokens[first + 1].id if placed else None


def _among(row: Row, behind: int) -> ActorId | None:
    """`[Foreign Minister Ann Owino] and other senior Kenyan officials`."""
    for n in range(behind, len(row.tokens) - 1):
        token = row.tokens[n]
        if token.tag == "A" and row.tokens[n + 1].lower in _STAFF and row.tokens[n - 1].lower in _AMONG:
            return token.id
    return None
