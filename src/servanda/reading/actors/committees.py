"""Committees of a chamber, named with it: `the Senate Harbours Committee`, `Kenya's Senate Committee on Health`.

Their state is the one beside them, else the one that the text is about; without either it is the one whose papers leave it out.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.body_ids import is_part
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row, Token

_CHAMBERS = frozenset({"senate", "house"})
_COMMITTEES = frozenset({"committee", "subcommittee"})
_USUAL = "USA"
_LONGEST = 7


def committee_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """A chamber's committee that begins at this token: the index behind it and its id."""
    tokens, here, state = row.tokens, at, home or _USUAL
    if tokens[at].tag in "SA":
        here, state = at + 1 + (tag_at(tokens, at + 1) == "'"), tokens[at].id
    elif tag_at(tokens, at - 1) in "SA'" or row.heading:
        return None
    if here >= len(tokens) or not tokens[here].is_capital or tokens[here].lower.split()[-1] not in _CHAMBERS:
        return None
    end = _end(tokens, here)
    if end is None:
        return None
    owner = tokens[here].id.partition("/")[0] if tokens[here].tag == "B" else state
    words = [word for token in tokens[here + 1 : end] for word in token.lower.split()]
    return end, f"{owner or state}/{slug_of([tokens[here].lower.split()[-1], *words])}"


def _end(tokens: Sequence[Token], here: int) -> int | None:
    """Behind the committee, with what it is on where that follows."""
    at = here + 1
    while at < here + _LONGEST and (is_part(tokens, at) or _joins(tokens, at)):
        if tokens[at].lower in _COMMITTEES:
            return _over_topic(tokens, at + 1)
        at += 1
    return None


def _over_topic(tokens: Sequence[Token], at: int) -> int:
    """Behind `on Foreign Relations`."""
    end = at + 1
    if tag_at(tokens, at) != "i" or tokens[at].lower != "on" or not is_part(tokens, end):
        return at
    while is_part(tokens, end) or _joins(tokens, end):
        end += 1
    return end


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return tag_at(tokens, at) == "c" and is_part(tokens, at + 1)
