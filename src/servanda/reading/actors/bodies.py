"""Bodies by names of their own that no list holds: `the Nordic Fisheries Council`, `Bank of Norway`.

Each becomes one token of its sentence, so that the later steps see it as they see a known body. A short form in
brackets is remembered for the rest of the document, and so is a name that a later one only shortens. How a name begins
and ends is settled in the files that are asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.aliases import short_forms_in, with_fuller_names, with_short_forms
from servanda.reading.actors.closed_bodies import closed_by_head, closing_words
from servanda.reading.actors.commands import unit_at, with_owners
from servanda.reading.actors.committees import committee_at
from servanda.reading.actors.led_bodies import leading_nouns, led_by_head
from servanda.reading.actors.missions import mission_at, mission_openings
from servanda.reading.actors.organs import MINISTRIES, ministry_at, organ_at, organ_openings, tag_at
from servanda.reading.actors.small_headed_bodies import SMALL_HEADS, small_headed
from servanda.reading.actors.tags import Row, Token

_GENERIC = {
    "Foreign Office": "ministry-of-foreign-affairs",
    "Home Office": "ministry-of-interior",
    "Treasury": "ministry-of-finance",
    "Security Council": "security-council",
    "Federal Council": "federal-council",
    "Congress": "congress",
    "Senate": "senate",
    "National Security Council": "national-security-council",
    "Supreme Court": "supreme-court",
    "Joint Chiefs of Staff": "joint-chiefs-of-staff",
    "Coast Guard": "coast-guard",
}
"""Names of known bodies that under another state's name are another's: `Kenya's Security Council`."""

_BEGINNING = frozenset("SAKBMcn-")
"""The letters of tokens at which a name may begin without a capital."""
_SMALL = frozenset({"ministry", "ministries", "department", "office", "national"})
"""Other words at which one may."""

_Rule = Callable[[Row, int, ActorId | None], tuple[int, ActorId] | None]


def with_bodies(rows: Sequence[Row], home: ActorId | None) -> tuple[Row, ...]:
    """The sentences with each named body made one token.

    Args:
        rows: the tagged sentences.
        home: the state to which an unqualified "Ministry of Trade" belongs; None where it is not known.
    """
    merged = [_merged(row, home) for row in rows]
    short = short_forms_in(merged)
    return with_owners(with_fuller_names([with_short_forms(row, short) for row in merged]))


def _merged(row: Row, home: ActorId | None) -> Row:
    rules = _rules_for(row)
    if not rules:
        return row
    tokens, found, at = row.tokens, [], 0
    while at < len(tokens):
        hit = _body_at(row, at, home, rules)
        if hit is None:
            found.append(tokens[at])
            at += 1
            continue
        end, actor = hit
        found.append(_joined(row, at, end, actor))
        at = end
    return replace(row, tokens=tuple(found))


def _joined(row: Row, start: int, end: int, actor: ActorId) -> Token:
    span = Span(row.tokens[start].span.start, row.tokens[end - 1].span.end)
    text = " ".join(token.text for token in row.tokens[start:end])
    return Token(text, span, "B", actor, "body") if actor else Token(text, span, "x", "", "other")


def _rules_for(row: Row) -> list[_Rule]:
    """The rules of which a word stands in a sentence, in the order in which they are asked; in most stand those of few."""
    words, numbered = row.lowers, "n" in row.tags or not row.lowers.isdisjoint(load_heads().ordinals)
    asked: tuple[tuple[_Rule, bool], ...] = (
        (mission_at, not words.isdisjoint(mission_openings())),
        (committee_at, "committee" in words or "subcommittee" in words),
        (_known_with_state, "B" in row.tags),
        (_national, "national" in words),
        (_premises, "headquarters" in words),
        (unit_at, numbered),
        (ministry_at, "office" in words or not words.isdisjoint(MINISTRIES)),
        (organ_at, not words.isdisjoint(organ_openings())),
        (led_by_head, "force" in words or not words.isdisjoint(leading_nouns())),
        (small_headed, not words.isdisjoint(SMALL_HEADS)),
        (closed_by_head, not words.isdisjoint(closing_words())),
    )
    return [rule for rule, is_asked in asked if is_asked]


def _body_at(row: Row, at: int, home: ActorId | None, rules: Sequence[_Rule]) -> tuple[int, ActorId] | None:
    """The body whose name begins at this token: the index behind it and its id."""
    if not _may_begin(row, at):
        return None
    for rule in rules:
        hit = rule(row, at, home)
        if hit is not None:
            return hit
    return None


def _may_begin(row: Row, at: int) -> bool:
    """Whether any of the rules may begin at a token; most words of a text are small ones with which none does."""
    token = row.tokens[at]
    if token.tag in _BEGINNING or token.is_capital or token.lower in _SMALL:
        return True
    return at > 0 and row.tokens[at - 1].lower == "the"


def _known_with_state(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`U.S. Department of Energy`, `Kenya-Norway Fisheries Council`: a known body with the states before it."""
    end = _states_end(row, at)
    behind = end + (end > at and tag_at(row.tokens, end) == "'")
    if end == at or tag_at(row.tokens, behind) != "B":
        return None
    body, states = row.tokens[behind].id, {token.id for token in row.tokens[at:end] if token.tag in "SA"}
    head = body.partition("/")[0]
    if head in states or (len(states) > 1 and "/" not in body):
        return behind + 1, body
    slug = _GENERIC.get(row.tokens[behind].text)
    return (behind + 1, f"{states.pop()}/{slug}") if slug and len(states) == 1 else None


def _national(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """`National Security Council`: a state's own, whose name holds that of a body of the United Nations."""
    if row.tokens[at].lower != "national" or tag_at(row.tokens, at + 1) != "B":
        return None
    slug = _GENERIC.get(f"National {row.tokens[at + 1].text}")
    return (at + 2, f"{home}/{slug}" if home else slug) if slug else None


def _premises(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`United Nations Headquarters`: the place of a body, and no actor."""
    body = row.tokens[at].tag == "B" and "/" not in row.tokens[at].id
    return (at + 2, "") if body and at + 1 < len(row.tokens) and row.tokens[at + 1].text == "Headquarters" else None


def _states_end(row: Row, at: int) -> int:
    while at < len(row.tokens) and (row.tokens[at].tag in "SA" or (row.tokens[at].tag == "-" and at)):
        at += 1
    return at
