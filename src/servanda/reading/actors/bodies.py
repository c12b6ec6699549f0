"""Bodies by names of their own that no list holds: `the Nordic Fisheries Council`, `Bank of Norway`.

Each becomes one token of its sentence, so that the later steps see it as they see a known body. A short form in
brackets is remembered for the rest of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.aliases import short_forms_in, with_short_forms
from servanda.reading.actors.commands import unit_at, with_owners
from servanda.reading.actors.missions import mission_at
from servanda.reading.actors.organs import begins_person, ministry_at, of_state, organ_at, tag_at, words_of
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
_FORCES = frozenset(
    {"navy", "army", "force", "police", "guard", "corps", "forces", "ministry", "parliament", "court", "bank"}
)
_GROUPS = frozenset({"coalition", "front", "movement", "militia", "brigade", "alliance", "units"})
"""Last words of bodies that are no state's, though its adjective leads: `Libyan National Front`."""
_STANDING = frozenset({"forum", "dialogue", "partnership council", "commission", "council"})


def with_bodies(rows: Sequence[Row], home: ActorId | None) -> tuple[Row, ...]:
    """The sentences with each named body made one token.

    Args:
        rows: the tagged sentences.
        home: the state to which an unqualified "Ministry of Trade" belongs; None where it is not known.
    """
    merged = [_merged(row, home) for row in rows]
    short = short_forms_in(merged)
    return with_owners([with_short_forms(row, short) for row in merged])


def _merged(row: Row, home: ActorId | None) -> Row:
    tokens, found, at = row.tokens, [], 0
    while at < len(tokens):
        hit = _body_at(row, at, home)
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


def _body_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """The body whose name begins at this token: the index behind it and its id."""
    for rule in (
        mission_at,
        _known_with_state,
        _national,
        _premises,
        unit_at,
        ministry_at,
        organ_at,
        _led_by_head,
        _closed_by_head,
    ):
        hit = rule(row, at, home)
        if hit is not None:
            return hit
    return None


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


def _led_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Bank of Norway`, `Kenya's Institute for Trade`, `Small Group of the Global Coalition`."""
    tokens = row.tokens
    head = start = _behind_owner(row, at)
    while _is_part(tokens, head) and tokens[head].lower not in load_heads().leading | {"group", "mission"}:
        head += 1
    while _is_part(tokens, head) and _is_part(tokens, head + 1) and tokens[head + 1].lower in load_heads().bodies:
        head += 1
    if not (_is_part(tokens, head) and _leads_on(tokens, head) and tokens[head].tag != "A"):
        return None
    end = head + 2 + (tag_at(tokens, head + 2) == "d")
    first = end
    while tag_at(tokens, end) in "NMBSA-c" and (tokens[end].is_capital or tag_at(tokens, end) in "-c"):
        if end > first and begins_person(tokens, end):
            break
        end += 1
    while end > first and (tokens[end - 1].tag in "-c" or _joins_another(tokens, first, end)):
        end -= 1
    if end == first or (row.heading and tokens[first].tag != "B") or _is_of_office(tokens, end):
        return None
    return end, _own_id(tokens[at:end] if start > at else tokens[start:end])


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
    return link == "on" and noun in _ON and tag_at(tokens, after) in "NM"


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


def _behind_owner(row: Row, at: int) -> int:
    """Past the state that owns what follows: `Kenya's`."""
    return at + 2 if row.tokens[at].tag == "S" and tag_at(row.tokens, at + 1) == "'" else at


def _closed_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Arctic Shipping Forum`, `Kenya's Trade Council`: capitalised words of which the last says what it is."""
    tokens, heads = row.tokens, load_heads()
    start = _behind_owner(row, at)
    end, last = start, None
    if start == len(tokens) or tokens[start].lower in _RANKED:
        return None
    while end < len(tokens) and (_is_part(tokens, end) or (end > start and _is_joint(tokens, end))):
        end += 1
        word = tokens[end - 1].lower
        if word in heads.bodies or (word in _STANDING and _is_bilateral(tokens[start:end])):
            last = end
    if last is None or last - start < 2 or _is_outsider(tokens[start:end]):
        return None
    if any(token.lower in load_titles().things for token in tokens[last:end]):
        return None
    if row.heading and (last - start > 4 or _is_common(tokens[max(0, start - 1) : last])):
        return None
    if last - start == 2 and tokens[start].tag == "N" and tokens[last - 1].lower in ("administration", "government"):
        return None
    last, owner = (last, None) if start > at or tokens[at].tag in "SA" else of_state(tokens, last)
    words = tokens[start:last]
    if (
        words[-1].lower == "force"
        and (len(words) < 3 or _is_part(tokens, last) or _is_one(tokens, last))
        and words[-2].lower != "task"
    ):
        return None
    if start == at and all(token.tag in "SA-" for token in words[:-1]) and len(words) == 2:
        return last, f"{words[0].id}/{slug_of((words[-1].text,))}"
    if owner is not None and tokens[last - 1].tag == "S":
        return last, f"{owner}/{slug_of([token.text for token in words if token.tag in 'NMB'])}"
    return last, _own_id(tokens[at:last])


def _is_common(words: Sequence[Token]) -> bool:
    """Whether a headline may only speak of a state's forces: `Danish Combine Forces`."""
    return (
        len(words) > 2
        and words[0].tag == "A"
        and words[-1].lower in ("forces", "units", "police", "guards", "group", "army", "navy")
    )


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the aircraft `Air Force One`."""
    return at < len(tokens) and tokens[at].text in ("One", "Two")


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """A hyphen inside a name, or the ending of `People's` and `Workers'`."""
    if tokens[at].tag == "-":
        return tokens[at - 1].span.end == tokens[at].span.start
    if tokens[at].tag == "c":
        return _joins_fields(tokens, at)
    return tokens[at].tag == "'" and tokens[at - 1].lower in _OWNERS and _is_part(tokens, at + 1)


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


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag in "NMSAB" and tokens[at].is_capital and tokens[at].text != "I"


def _own_id(words: Sequence[Token]) -> ActorId:
    """A slug of the name; under its state where the name begins with just one, or ends with it."""
    states = {token.id for token in words if token.tag in "SA" or (token.tag == "B" and "/" not in token.id)}
    lead, end = words[0], words[-1]
    if len(states) == 1 and lead.tag in "SA" and not (lead.tag == "A" and end.lower in _GROUPS):
        owned = 1 + (words[1].tag == "'") if lead.tag == "S" else 0
        return f"{lead.id}/{_slug(words[owned:])}"
    if len(states) == 1 and end.lower in _FORCES:
        return f"{next(iter(states))}/{_slug(words)}"
    if len(states) == 1 and end.tag == "S":
        head = [token for token in words if token.tag in "NMB"]
        return f"{end.id}/{_slug(head if len(head) > 2 else words)}"
    return _slug(words)


def _slug(words: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in words:
        if token.tag == "'" and parts:
            parts[-1] += token.text[1:]
        else:
            parts += token.text.replace(".", "").split()
    return slug_of([part for part in parts if part[0].isalnum() and part.lower() not in ("the", "a")])
