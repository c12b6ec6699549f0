"""Bodies whose name ends with what they are: `Arctic Shipping Forum`, `General Border Committee`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from servanda.codebook import ActorId
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.body_ids import behind_owner, is_part, own_id
from servanda.reading.actors.organs import endings_of, of_state, tag_at, words_of
from servanda.reading.actors.tags import Row, Token

_STANDING = frozenset({"forum", "partnership council", "commission", "council"})


@cache
def closing_words() -> frozenset[str]:
    """With what such a name may end."""
    return endings_of(load_heads().bodies | _STANDING)


def closed_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Arctic Shipping Forum`, `Kenya's Trade Council`: capitalised words of which the last says what it is."""
    tokens, heads = row.tokens, load_heads()
    if row.lowers.isdisjoint(closing_words()):
        return None
    start = behind_owner(row, at)
    end, last = start, None
    if start == len(tokens) or tokens[start].lower in _RANKED:
        return None
    while end < len(tokens) and (
        is_part(tokens, end) or _is_joint(tokens, end, start) or _is_general(tokens, end, start)
    ):
        end += 1
        word, pair = tokens[end - 1].lower, words_of(tokens[max(start, end - 2) : end])
        if word in heads.bodies or pair in heads.bodies or (word in _STANDING and _is_bilateral(tokens[start:end])):
            last = end
    if last is None or last - start < 2 or _is_outsider(tokens[start:end]):
        return None
    if any(token.lower in load_titles().things for token in tokens[last:end]):
        return None
    if row.heading and (last - start > 4 or _is_common(tokens[max(0, start - 1) : last]) or _is_deed(tokens, start)):
        return None
    if last - start == 2 and tokens[start].tag == "N" and tokens[last - 1].lower in ("administration", "government"):
        return None
    last, owner = (last, None) if start > at or tokens[at].tag in "SA" else of_state(tokens, last)
    words = tokens[start:last]
    if (
        words[-1].lower == "force"
        and (len(words) < 3 or is_part(tokens, last) or _is_one(tokens, last))
        and words[-2].lower != "task"
    ):
        return None
    if start == at and all(token.tag in "SA-" for token in words[:-1]) and len(words) == 2:
        if words[-1].text == "Party" and tokens[at - 1].lower == "the":
            return None  # `the Ghanaian Party` of an adopted text is the state's own side
        return last, f"{words[0].id}/{slug_of((words[-1].text,))}"
    if owner is not None and tokens[last - 1].tag == "S":
        return last, f"{owner}/{slug_of([token.text for token in words if token.tag in 'NMB'])}"
    return last, own_id(tokens[at:last])


def _is_common(words: Sequence[Token]) -> bool:
    """Whether a headline may only speak of a state's forces: `Danish Combine Forces`."""
    return (
        len(words) > 2
        and words[0].tag == "A"
        and words[-1].lower in ("forces", "units", "police", "guards", "group", "army", "navy")
    )


def _is_deed(tokens: Sequence[Token], start: int) -> bool:
    """Whether a headline tells what somebody is to do: `Chad to [Launch Bus Service]`."""
    first = start
    while first and tokens[first - 1].tag in "NM":
        first -= 1
    return first > 0 and tokens[first - 1].lower in ("to", "will") and tokens[first].lower not in _ADJECTIVES


_ADJECTIVES = frozenset({"national", "international", "regional", "federal", "joint", "central", "united"})


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the aircraft `Air Force One`."""
    return at < len(tokens) and tokens[at].text in ("One", "Two")


def _is_general(tokens: Sequence[Token], at: int, start: int) -> bool:
    """`General Border Committee`: a word that is an office too, at the head of a name that no person's title leads to."""
    first = at == start and tokens[at].text == "General" and tag_at(tokens, at - 1) not in "HNM"
    return first and is_part(tokens, at + 1) and is_part(tokens, at + 2) | (tokens[at + 1].lower in load_heads().bodies)


def _is_joint(tokens: Sequence[Token], at: int, start: int) -> bool:
    """A hyphen inside a name, or the ending of `People's` and `Workers'`."""
    if at <= start:
        return False
    if tokens[at].tag == "-":
        return tokens[at - 1].span.end == tokens[at].span.start
    if tokens[at].tag == "c":
        return _joins_fields(tokens, at)
    return tokens[at].tag == "'" and tokens[at - 1].lower in _OWNERS and is_part(tokens, at + 1)


def _joins_fields(tokens: Sequence[Token], at: int) -> bool:
    """Whether `and` joins what one body is for: `the Canadian [Food and Drug] Authority`, not `the Navy and Coast Guard`."""
    first = at
    while first and tokens[first - 1].tag in "NM" and tokens[first - 1].is_capital:
        first -= 1
    if tokens[first].text.isupper() or any(token.lower in load_heads().bodies for token in tokens[first:at]):
        return False
    opens = first > 0 and (tokens[first - 1].tag in "SA" or tokens[first - 1].lower in ("the", "a", "its", "our"))
    head = at + 1
    while tag_at(tokens, head) in "NM" and tokens[head].is_capital and tokens[head].lower not in load_heads().bodies:
        head += 1
    ends = head > at + 1 and tag_at(tokens, head) in "NM" and tokens[head].is_capital
    return opens and at - first in (1, 2) and head - at < 4 and ends and tokens[head].lower in _FOR_FIELDS


_FOR_FIELDS = frozenset(
    {
        "administration",
        "agency",
        "authority",
        "board",
        "bureau",
        "commission",
        "committee",
        "council",
        "directorate",
        "foundation",
        "fund",
        "institute",
        "office",
        "organisation",
        "organization",
        "service",
    }
)
"""Heads of names of bodies that may be for two fields."""


_RANKED = frozenset({"senior", "former", "top"})
"""First words of a description in capitals: `SENIOR ADMINISTRATION OFFICIAL`."""


_OWNERS = frozenset(
    {"people", "peoples", "workers", "women", "children", "farmers", "nations", "doctors", "teachers", "veterans"}
)


def _is_bilateral(words: Sequence[Token]) -> bool:
    return len({token.id for token in words if token.tag in "SAB"}) > 1


def _is_outsider(tokens: Sequence[Token]) -> bool:
    tail = (tokens[-1].lower, words_of(tokens[-2:]))
    return any(words in load_heads().outsiders for words in tail)
