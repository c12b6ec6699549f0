"""Bodies whose name begins with what they are: `Bank of Norway`, `Task Force on Ocean Safety`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from servanda.codebook import ActorId
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.body_ids import behind_owner, is_part, own_id
from servanda.reading.actors.offices import singular
from servanda.reading.actors.organs import begins_person, tag_at
from servanda.reading.actors.tags import Row, Token


def led_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Bank of Norway`, `Kenya's Institute for Trade`, `Small Group of the Global Coalition`."""
    tokens = row.tokens
    head = start = behind_owner(row, at)
    while _is_before_head(tokens, head, start):
        head += 1
    while is_part(tokens, head) and is_part(tokens, head + 1) and tokens[head + 1].lower in load_heads().bodies:
        head += 1
    if not (is_part(tokens, head) and _leads_on(tokens, head) and tokens[head].tag != "A"):
        return None
    end = head + 2 + (tag_at(tokens, head + 2) == "d")
    first = end
    while _goes_on(tokens, end):
        if end > first and begins_person(tokens, end):
            break
        end += 1
    while end > first and (tokens[end - 1].tag in "-c" or _joins_another(tokens, first, end)):
        end -= 1
    if end == first or (row.heading and tokens[first].tag != "B") or _is_of_office(tokens, end):
        return None
    return end, own_id(tokens[at:end] if start > at else tokens[start:end])


def _is_before_head(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether a word stands before the noun that leads a name: `[Kenya-Norway Ocean] Board of Trade`."""
    if tag_at(tokens, at) == "-":
        return at > start and tokens[at - 1].span.end == tokens[at].span.start and is_part(tokens, at + 1)
    if tag_at(tokens, at) == "K" and at == start:
        return is_part(tokens, at + 1)
    return is_part(tokens, at) and not (tokens[at].lower in leading_nouns() or _is_task_force(tokens, at))


@cache
def leading_nouns() -> frozenset[str]:
    """The nouns that lead such a name; besides them only `task force` does."""
    return load_heads().leading | {"group", "mission"}


def _is_task_force(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower == "force" and at > 0 and tokens[at - 1].lower == "task"


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may belong to what stands behind the leading noun: `Board of [Governors]`, `Ministry of [Trade and Industry]`."""
    tag = tag_at(tokens, at)
    if tag == "H":
        return tokens[at].is_capital and singular(tokens[at].lower) != tokens[at].lower
    return tag in "NMBSA-c" and (tokens[at].is_capital or tag in "-c")


def _is_of_office(tokens: Sequence[Token], end: int) -> bool:
    """Whether an office goes on behind the name: `Office of the Vice [President]`."""
    return tag_at(tokens, end) == "H" and tokens[end].is_capital and tokens[end - 1].tag == "M"


def _leads_on(tokens: Sequence[Token], head: int) -> bool:
    """Whether a name goes on behind its head: with `of` or `for`, a `Commission on`, a `Support Mission in`."""
    after = head + 2 + (tag_at(tokens, head + 2) == "d")
    if tag_at(tokens, head + 1) in "fr":
        return True
    if tag_at(tokens, head + 1) not in "it" or after >= len(tokens) or not tokens[after].is_capital:
        return False
    link, noun = tokens[head + 1].lower, tokens[head].lower
    if noun in ("mission", "office"):
        return link == "in" and tag_at(tokens, after) in "SN"
    return link == "on" and (noun in _ON or _is_task_force(tokens, head)) and tag_at(tokens, after) in "NM"


_ON = frozenset(
    {
        "commission",
        "committee",
        "subcommittee",
        "council",
        "board",
        "panel",
        "group",
        "institute",
        "center",
        "centre",
        "office",
        "conference",
    }
)
"""Heads of names that go on with `on`: `Commission on Human Rights`."""


def _joins_another(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the last word belongs to another name behind `and`: `Bank of Japan and [Norway]`."""
    return end - 2 > first and tokens[end - 2].tag == "c" and tokens[end - 1].tag in "SB"
