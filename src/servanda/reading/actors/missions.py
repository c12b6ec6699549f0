"""Embassies, consulates and missions, with the place where they are: `the Danish consulate in Lagos`.

Their place makes them one of many of their state, so it belongs to the name and to the id. One in which
something happens is a place, and no actor.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from servanda.codebook import ActorId
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.organs import openings_of, tag_at, words_of
from servanda.reading.actors.tags import Row, Token

_SENT_TO = frozenset({"mission", "permanent mission", "delegation", "permanent delegation"})
"""Those that are only one when their name is in capitals, or a body's, and a place follows."""


_SENDERS = frozenset({"un", "european-union", "african-union", "nato", "osce"})
"""Bodies of states that have missions as states have."""
_INSIDE = frozenset({"in", "inside", "into", "within"})
"""Prepositions that make a mere place of it; a protest outside it is one against it."""


def mission_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001 (the rules' one shape)
    """The mission whose name begins at this token: the index behind it and its id; an empty id for a mere place."""
    tokens = row.tokens
    if (tokens[at].tag in "SA" and tag_at(tokens, at - 1) not in "SA-c") or tokens[at].id in _SENDERS:
        state, here = tokens[at].id, at + 1 + (tag_at(tokens, at + 1) == "'")
        size = _size(tokens, here)
        end = here + size
    else:
        told = tokens[at].is_capital or (at > 0 and tokens[at - 1].lower == "the")
        here, size = at, _size(tokens, at) if told else 0
        first = at + size + 1 + (tag_at(tokens, at + size + 1) == "d")
        if not size or tag_at(tokens, at + size) != "f" or tag_at(tokens, first) != "S":
            return None
        state, end = tokens[first].id, first + 1
    if not size:
        return None
    noun = words_of(tokens[here : here + size])
    behind = _place_end(tokens, end)
    if noun in _SENT_TO and (behind == end or not (tokens[here].is_capital or tokens[at].id in _SENDERS)):
        return None
    if _is_place(tokens, at):
        return behind, ""
    place = [word for token in tokens[end:behind] if token.tag != "d" for word in token.text.replace(".", "").split()]
    name = slug_of((*noun.split(), *place))
    return behind, f"{state}/{name}" if len(state) == 3 and state.isupper() else f"{state}-{name}"


def _size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens the noun for a mission has."""
    known = load_heads().missions
    if at >= len(tokens) or tokens[at].lower not in mission_openings():
        return 0
    return next((n for n in (3, 2, 1) if at + n <= len(tokens) and words_of(tokens[at : at + n]) in known), 0)


@cache
def mission_openings() -> frozenset[str]:
    """With what a noun for a mission may begin."""
    return openings_of(load_heads().missions)


def _place_end(tokens: Sequence[Token], at: int) -> int:
    """Behind `in Lagos`, `in the Netherlands` or `to the United Nations`."""
    if at >= len(tokens) or tokens[at].lower not in ("in", "to"):
        return at
    first = end = at + 1 + (tag_at(tokens, at + 1) == "d")
    named = "KSB" if tokens[at].lower == "to" else "KSN"
    while end < first + 3 and tag_at(tokens, end) in named and tokens[end].is_capital:
        end += 1
    return end if end > first else at


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether something happens in it: `hid in the Danish embassy`."""
    before = tokens[at - 1 - (tag_at(tokens, at - 1) == "d")].lower if at > 1 else ""
    return before in _INSIDE
