"""Bodies by names of their own that no list holds: `the Nordic Fisheries Council`, `the Kenyan navy`, `Ministry of Trade`.

Each becomes one token of its sentence, so that the later steps see it as they see a known body. A short form in
brackets is remembered for the rest of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.bodies import ministry_id
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.tags import Row, Token

_MINISTRIES = frozenset({"ministry", "ministries", "department"})
_ATTRIBUTIVE = frozenset({"military", "army", "police", "navy", "parliament", "presidency"})
"""Organs that as often stand before another noun ("military equipment"), where they are no mention."""


def with_bodies(rows: Sequence[Row], home: ActorId | None) -> tuple[Row, ...]:
    """The sentences with each named body made one token.

    Args:
        rows: the tagged sentences.
        home: the state to which an unqualified "Ministry of Trade" belongs; None where it is not known.
    """
    merged = [_merged(row, home) for row in rows]
    short = _short_forms(merged)
    return tuple(_with_short_forms(row, short) for row in merged)


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
    return Token(text, span, "B", actor, "body")


def _body_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """The body whose name begins at this token: the index behind it and its id."""
    for rule in (_known_with_state, _ministry, _organ, _led_by_head, _closed_by_head):
        hit = rule(row, at, home)
        if hit is not None:
            return hit
    return None


def _known_with_state(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`U.S. Department of Energy`, `Kenya-Norway Fisheries Council`: a known body with the states before it."""
    end = _states_end(row, at)
    if end == at or end >= len(row.tokens) or row.tokens[end].tag != "B":
        return None
    body, states = row.tokens[end].id, {token.id for token in row.tokens[at:end] if token.tag in "SA"}
    head = body.partition("/")[0]
    return (end + 1, body) if head in states or (len(states) > 1 and "/" not in body) else None


def _states_end(row: Row, at: int) -> int:
    while at < len(row.tokens) and (row.tokens[at].tag in "SA" or (row.tokens[at].tag == "-" and at)):
        at += 1
    return at


def _ministry(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """`Kenyan defence ministry`, `Kenya's Ministry of Defence`, `Ministry of Defence of Kenya`, `the foreign ministry`."""
    tokens = row.tokens
    state, here = home, at
    if tokens[at].tag in "SAK":
        state, here = tokens[at].id, at + 1
        here += here < len(tokens) and tokens[here].tag == "'"
    elif at and tokens[at - 1].tag in "SAM":
        return None
    if here < len(tokens) and tokens[here].lower in _MINISTRIES | {"office"} and _tag(tokens, here + 1) in "fr":
        return _ministry_of(row, here, state, own=here > at)
    end = here
    while _tag(tokens, end) in "Mc" and tokens[end].lower not in _MINISTRIES:
        end += 1
    if end == here or end >= len(tokens) or tokens[end].lower not in _MINISTRIES or state is None:
        return None
    actor = ministry_id(state, _words(tokens[here:end]))
    return (end + 1, actor) if actor else None


def _ministry_of(row: Row, here: int, state: ActorId | None, *, own: bool) -> tuple[int, ActorId] | None:
    tokens, end = row.tokens, here + 2
    while _tag(tokens, end) in "MNc," and (tokens[end].is_capital or _tag(tokens, end) in "c,"):
        end += 1
    while end > here + 2 and tokens[end - 1].tag in "c,":
        end -= 1
    portfolio, after = _words(tokens[here + 2 : end]), end
    if not own and _tag(tokens, end) == "f":
        after = end + 1 + (_tag(tokens, end + 1) == "d")
        if _tag(tokens, after) == "S":
            state, end = tokens[after].id, after + 1
    if state is None or not portfolio:
        return None
    actor = ministry_id(state, portfolio)
    return (end, actor or f"{state}/{slug_of((tokens[here].lower, 'of', *portfolio.split()))}")


def _organ(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Kenyan navy`, `Kenya's House of Representatives`: an organ under the state before it."""
    tokens = row.tokens
    if tokens[at].tag not in "SA":
        return None
    here = at + 1 + (_tag(tokens, at + 1) == "'")
    for size in (4, 3, 2, 1):
        words = tokens[here : here + size]
        slug = load_heads().organs.get(_words(words)) if len(words) == size else None
        if slug is None:
            continue
        after = tokens[here + size] if here + size < len(tokens) else None
        if after is not None and after.tag == "f" and _words(words) == "presidency":
            return None
        compound = after is not None and after.tag in "wMHN" and _words(words) in _ATTRIBUTIVE and not _is_verb(after)
        return None if compound else (here + size, f"{tokens[at].id}/{slug}")
    return None


def _is_verb(token: Token) -> bool:
    return (
        token.tag == "w"
        and (token.lower.endswith(("ed", "s")) or len(token.text) < 5)
        and token.lower not in load_heads().described
    )


def _led_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Bank of Norway`, `Council for Arctic Trade`, `Small Group of the Global Coalition`."""
    tokens = row.tokens
    head = at
    while _is_part(tokens, head) and tokens[head].lower not in load_heads().leading | {"group"}:
        head += 1
    if not (_is_part(tokens, head) and _tag(tokens, head + 1) in "fr" and tokens[head].tag != "A"):
        return None
    end = head + 2 + (_tag(tokens, head + 2) == "d")
    first = end
    while _tag(tokens, end) in "NMBSA-c" and (tokens[end].is_capital or _tag(tokens, end) in "-c"):
        end += 1
    while end > first and tokens[end - 1].tag in "-c":
        end -= 1
    if end == first or (row.heading and tokens[first].tag != "B"):
        return None
    return end, _own_id(tokens[at:end])


def _closed_by_head(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001
    """`Arctic Shipping Forum`: capitalised words of which the last says what it is."""
    tokens, heads = row.tokens, load_heads()
    end, last = at, None
    while end < len(tokens) and (_is_part(tokens, end) or (tokens[end].tag == "-" and end > at)):
        end += 1
        if tokens[end - 1].lower in heads.bodies and tokens[end - 1].tag != "-":
            last = end
    if last is None or last - at < 2 or _is_outsider(tokens[at:end]):
        return None
    if row.heading and last - at > 4:
        return None
    if last - at == 2 and tokens[at].tag == "N" and tokens[last - 1].lower in ("administration", "government"):
        return None
    words = tokens[at:last]
    if all(token.tag in "SA-" for token in words[:-1]) and len(words) == 2:
        return last, f"{words[0].id}/{slug_of((words[-1].text,))}"
    return last, _own_id(words)


def _is_outsider(tokens: Sequence[Token]) -> bool:
    tail = (tokens[-1].lower, _words(tokens[-2:]))
    return any(words in load_heads().outsiders for words in tail)


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag in "NMSAB" and tokens[at].is_capital and tokens[at].text != "I"


def _own_id(words: Sequence[Token]) -> ActorId:
    """A slug of the name; under its state where the name begins with just one."""
    states = {token.id for token in words if token.tag in "SA"}
    lead = words[0]
    named = [
        word
        for token in words
        if not (token is lead and token.tag == "S")
        for word in token.text.split()
        if word[0].isalnum()
    ]
    if len(states) == 1 and lead.tag in "SA":
        return f"{lead.id}/{slug_of(named)}"
    return slug_of([word for token in words for word in token.text.split() if word[0].isalnum()])


def _short_forms(rows: Sequence[Row]) -> Mapping[str, ActorId]:
    """What stands in brackets behind a body's name, as a name for it: `(NFC)`."""
    return {text: actor for row in rows for text, actor in _row_short_forms(row)}


def _row_short_forms(row: Row) -> Iterator[tuple[str, ActorId]]:
    for at, token in enumerate(row.tokens[:-3]):
        opening, inside, closing = row.tokens[at + 1 : at + 4]
        if (
            token.tag == "B"
            and (opening.tag, closing.tag) == ("(", ")")
            and inside.tag in "NB"
            and inside.text.isupper()
        ):
            yield inside.text, token.id


def _with_short_forms(row: Row, short: Mapping[str, ActorId]) -> Row:
    tokens = tuple(
        replace(token, tag="B", id=short[token.text], sort="body")
        if token.tag in "NB" and token.text in short
        else token
        for token in row.tokens
    )
    return replace(row, tokens=tokens)


def _tag(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].tag if 0 <= at < len(tokens) else "#"


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens)
