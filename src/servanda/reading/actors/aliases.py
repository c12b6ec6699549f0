"""Short forms of bodies: what stands in brackets behind a name (`NFC`), and its initials where the text uses them.

They name the body for the rest of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Span
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row, Token


def short_forms_in(rows: Sequence[Row]) -> Mapping[str, ActorId]:
    """What stands in brackets behind a body's name, and its initials where the text uses them, as names for it: `NFC`."""
    found = {text: actor for row in rows for text, actor in _row_short_forms(row)}
    initials: dict[str, set[ActorId]] = {}
    for row in rows:
        for token in row.tokens:
            capitals = [word[0] for word in token.text.split() if word[0].isupper()]
            if token.tag == "B" and len(capitals) > 2:
                initials.setdefault("".join(capitals), set()).add(token.id)
    return {text: next(iter(actors)) for text, actors in initials.items() if len(actors) == 1} | found


def _row_short_forms(row: Row) -> Iterator[tuple[str, ActorId]]:
    for at, token in enumerate(row.tokens[:-3]):
        owns = tag_at(row.tokens, at + 1) == "'" and at + 5 <= len(row.tokens)
        opening, inside, closing = row.tokens[at + 1 + owns : at + 4 + owns]
        number = token.text.rpartition(") ")
        if token.tag == "B" and number[1] and number[2].isdigit():
            yield f"{number[0].rpartition('(')[2].strip()} {number[2]}", token.id
        if token.tag == "B" and _is_numbered(row.tokens[at + 1 : at + 5]):
            yield f"{inside.text} {closing.text}", token.id
        bracketed = token.tag == "B" and (opening.tag, closing.tag) == ("(", ")") and inside.tag in "NB"
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
        if pair in short:
            found[-1] = Token(pair, Span(found[-1].span.start, token.span.end), "B", short[pair], "body")
        elif token.tag in "NB" and token.text in short:
            found.append(replace(token, tag="B", id=short[token.text], sort="body"))
        else:
            found.append(token)
    return replace(row, tokens=tuple(found))
