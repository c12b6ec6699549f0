"""Military units by number: `the 5th Fleet`, `Task Force 12`, `Kenya's 2nd Infantry Division`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.organs import tag_at, words_of
from servanda.reading.actors.tags import Row, Token

_TASK_FORCE = frozenset({"task", "task force"})
_LONGEST = 5
"""How many words may stand between a number and the noun of a unit."""


def unit_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001 (the rules' one shape)
    """The unit whose name begins at this token: the index behind it and its id."""
    tokens = row.tokens
    owned = tokens[at].tag in "SA"
    start = at + 1 + (tag_at(tokens, at + 1) == "'") if owned else at
    end = _numbered_before(tokens, start) or ("n" in row.tags[at:] and _numbered_behind(tokens, start))
    if not end or (not owned and tag_at(tokens, at - 1) in "n-"):
        return None
    slug = slug_of(_words(tokens[start:end]))
    return end, f"{tokens[at].id}/{slug}" if owned else slug


def _numbered_before(tokens: Sequence[Token], at: int) -> int:
    """Behind `5th Fleet`, `Seventh Army`, `101st Airborne Division`; 0 where there is no unit."""
    here = at
    if tag_at(tokens, at) == "n" and at + 1 < len(tokens) and tokens[at + 1].lower in ("st", "nd", "rd", "th"):
        here = at + 2 if tokens[at].span.end == tokens[at + 1].span.start else at
    elif at < len(tokens) and tokens[at].is_capital and tokens[at].lower in load_heads().ordinals:
        here = at + 1
    if here == at:
        return 0
    for end in range(here, min(here + _LONGEST, len(tokens))):
        if not tokens[end].is_capital or tokens[end].tag in "SAK":
            return 0
        if tokens[end].lower in load_heads().units and tag_at(tokens, end + 1) != "N":
            return end + 1
        if words_of(tokens[end : end + 2]) == "air force":
            return end + 2
    return 0


def _numbered_behind(tokens: Sequence[Token], at: int) -> int:
    """Behind `Combined Task Force 12`, `Carrier Strike Group 5`; 0 where there is no unit."""
    end = at
    while end < len(tokens) and end < at + _LONGEST and tokens[end].is_capital and tokens[end].tag in "NMw":
        end += 1
    number = end + 3 if "".join(token.tag for token in tokens[end : end + 3]) == "(N)" else end
    if end - at < 2 or tag_at(tokens, number) != "n" or not tokens[number].text.isdigit():
        return 0
    return number + 1 if words_of(tokens[end - 2 : end]) in load_heads().numbered else 0


def _words(tokens: Sequence[Token]) -> list[str]:
    """The words of a name, an ordinal's ending joined to its number."""
    found: list[str] = []
    bracketed = {n for n in range(1, len(tokens) - 1) if tokens[n - 1].tag == "(" and tokens[n + 1].tag == ")"}
    for token in (token for n, token in enumerate(tokens) if n not in bracketed):
        if found and token.lower in ("st", "nd", "rd", "th") and found[-1].isdigit():
            found[-1] += token.text
        else:
            found.append(token.text)
    return found


def with_owners(rows: Sequence[Row]) -> tuple[Row, ...]:
    """`Northern Command's (NORCOM) Task Force 12` as one name, under the state of the command, wherever it is named.

    Args:
        rows: the sentences with their bodies and short forms.
    """
    joined = [_with_owners(row) for row in rows]
    names = [token.id for row in joined for token in row.tokens if token.tag == "B" and "'s " in token.text]
    full = {name.rpartition("/")[2]: name for name in names}
    if not full:
        return tuple(joined)
    return tuple(
        replace(row, tokens=tuple(replace(t, id=full.get(t.id, t.id)) if t.tag == "B" else t for t in row.tokens))
        for row in joined
    )


def _with_owners(row: Row) -> Row:
    if "B'" not in row.tags and row.lowers.isdisjoint(_TASK_FORCE):
        return row
    tokens, found, at = row.tokens, [], 0
    while at < len(tokens):
        unit = _owned(tokens, at)
        if unit is None:
            found.append(_joined_noun(tokens, at) or tokens[at])
            at += 2 if found[-1].text.lower() == "task force" and tokens[at].lower == "task" else 1
            continue
        owner, last = tokens[at], tokens[unit]
        state, slash, _ = owner.id.partition("/")
        own = last.id.rpartition("/")[2]
        span = Span(owner.span.start, last.span.end)
        found.append(Token(f"{owner.text}'s {last.text}", span, "B", f"{state}/{own}" if slash else own, "body"))
        at = unit + 1
    return replace(row, tokens=tuple(found))


def _owned(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the unit that the body at this token owns."""
    if tokens[at].tag != "B" or tag_at(tokens, at + 1) != "'":
        return None
    unit = at + 5 if tag_at(tokens, at + 2) == "(" and tag_at(tokens, at + 4) == ")" else at + 2
    return unit if tag_at(tokens, unit) == "B" and "task-force" in tokens[unit].id else None


def _joined_noun(tokens: Sequence[Token], at: int) -> Token | None:
    """`task force` as one noun, which stands for a unit named before."""
    if not tokens[at].lower.startswith("task"):
        return None
    if words_of(tokens[at : at + 2]) != "task force" or tokens[at].tag == "B":
        return None
    return Token(f"{tokens[at].text} {tokens[at + 1].text}", Span(tokens[at].span.start, tokens[at + 1].span.end), "w")
