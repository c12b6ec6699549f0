"""Short forms of bodies: what stands in brackets behind a name (`NFC`), and its initials where the text uses them.

They name the body for the rest of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.bodies import load_bodies
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row, Token


def short_forms_in(rows: Sequence[Row]) -> Mapping[str, ActorId]:
    """What stands in brackets behind a body's name, and its initials where the text uses them, as names for it: `NFC`."""
    found = {text: actor for row in rows for text, actor in _row_short_forms(row)}
    initials: dict[str, set[ActorId]] = {}
    for row in rows:
        for token in row.tokens:
            if token.tag != "B":
                continue
            capitals = [word[0] for word in token.text.split() if word[0].isupper()]
            if len(capitals) > 2:
                initials.setdefault("".join(capitals), set()).add(token.id)
    return {text: next(iter(actors)) for text, actors in initials.items() if len(actors) == 1} | found


def _row_short_forms(row: Row) -> Iterator[tuple[str, ActorId]]:
    if "B" not in row.tags:
        return
    for token in row.tokens:
        before, bracket, noun = token.text.rpartition(") ")
        if token.tag == "B" and bracket and noun.islower():
            yield before.rpartition("(")[2].strip(), token.id
    for at, token in enumerate(row.tokens[:-3]):
        if token.tag != "B":
            continue
        owns = tag_at(row.tokens, at + 1) == "'" and at + 5 <= len(row.tokens)
        opening, inside, closing = row.tokens[at + 1 + owns : at + 4 + owns]
        number = token.text.rpartition(") ")
        if number[1] and number[2].isdigit():
            yield f"{number[0].rpartition('(')[2].strip()} {number[2]}", token.id
        if _is_numbered(row.tokens[at + 1 : at + 5]):
            yield f"{inside.text} {closing.text}", token.id
        bracketed = (opening.tag, closing.tag) == ("(", ")") and inside.tag in "NB"
        names = [word[0] for word in token.text.split()]
        if bracketed and (inside.text.isupper() or inside.text[0] in names):
            yield inside.text, token.id


def _is_numbered(tokens: Sequence[Token]) -> bool:
    """Whether it is a short form with a number in brackets: `(TF 12)`."""
    return "".join(token.tag for token in tokens) == "(Nn)" and tokens[1].text.isupper()


def with_short_forms(row: Row, short: Mapping[str, ActorId]) -> Row:
    """The sentence with each of these short forms as a token of its body."""
    found: list[Token] = []
    for token in row.tokens:
        pair = f"{found[-1].text} {token.text}" if found and token.tag == "n" else ""
        if pair and pair in short:
            found[-1] = Token(pair, Span(found[-1].span.start, token.span.end), "B", short[pair], "body")
        elif token.tag in "NB" and token.text in short:
            found.append(replace(token, tag="B", id=short[token.text], sort="body"))
        else:
            found.append(token)
    return replace(row, tokens=tuple(found))


def with_fuller_names(rows: Sequence[Row]) -> list[Row]:
    """The sentences with the beginning or end of one longer name tied to that body: `the Task Force` on Ocean Safety.

    Only for names that no list holds; where two longer names may be meant, the short one stays what it is.
    """
    names = {token.id: _name_words(token) for row in rows for token in row.tokens if _is_unlisted(token)}
    if not names:
        return list(rows)
    owned = {t.id: _name_words(t) for row in rows for t in row.tokens if t.tag == "B" and _is_owned(t.id)}
    known = {**names, **owned}
    fuller = {actor: full for actor, words in names.items() if (full := _fuller(words, known)) is not None}
    if not fuller:
        return list(rows)
    return [
        replace(
            row,
            tokens=tuple(replace(t, id=fuller[t.id]) if _is_unlisted(t) and t.id in fuller else t for t in row.tokens),
        )
        for row in rows
    ]


def _is_unlisted(token: Token) -> bool:
    return token.tag == "B" and "/" not in token.id and token.id not in load_bodies() and "-" in token.id


def _is_owned(actor: ActorId) -> bool:
    """Whether it is a state's body that no list holds, with a name of some length: `KEN/senate-health-committee`."""
    return "/" in actor and actor not in load_bodies() and actor.count("-") > 1


def _name_words(token: Token) -> tuple[str, ...]:
    return tuple(token.id.rpartition("/")[2].split("-"))


def _fuller(words: tuple[str, ...], names: Mapping[ActorId, tuple[str, ...]]) -> ActorId | None:
    size = len(words)
    longer = [
        actor
        for actor, other in names.items()
        if len(other) > size and words in (other[len(other) - size :], other[:size] if "/" not in actor else ())
    ]
    return longer[0] if len(longer) == 1 else None
