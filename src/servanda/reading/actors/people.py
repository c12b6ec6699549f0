"""Persons by name: a title before a name, a full name, and later the surname alone.

A first pass finds every nominal that carries a name; a second ties those that name one person together and gives each
its id. Descriptions without a name ("the minister") are read in `descriptions.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.lexicon.given import load_given
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.offices import Office, read_office, singular
from servanda.reading.actors.tags import Row, Token

_TITLE = r"(?:(?:[SAKBM]['\-]?c?)*H(?:[ftri]d?(?:[SAKBM]'?(?:c|,c?)?d?)*[SAKBM](?:\([SNB]\))?)?R*)"
_NAME = r"N(?:P*N){0,4}(?:,?J\.?)?"
_STATE = r"(?:fd?S(?:\([SNB]\))?)?"
_TITLED = re.compile(rf"(?P<title>(?:{_TITLE})+|R+)(?P<name>{_NAME})(?P<of>{_STATE})")
_BARE = re.compile(rf"(?P<name>{_NAME})(?P<of>{_STATE})")

_TITLE_BEFORE = re.compile(rf"d{_TITLE},\Z")
_TITLE_BEHIND = re.compile(r",d(?:[SAKBM]['\-]?c?)*H(?!N)")


@dataclass(frozen=True, slots=True)
class Named:
    """A nominal with a person's name in it.

    Attributes:
        row: its sentence.
        span: the whole nominal.
        name: the words of the name, without initials and suffixes.
        office: what the title says; None without an office in it.
        state: the state it belongs to by title or of-phrase, with the words that say so.
        titled: whether a title stands before the name.
        gender: `men`, `women` or empty.
    """

    row: Row
    span: Span
    name: tuple[str, ...]
    office: Office | None
    state: tuple[ActorId, Span] | None
    titled: bool
    gender: str


def named_people(rows: Sequence[Row]) -> list[Named]:
    """Every nominal that names a person in full or under a title, in text order."""
    titled = [named for row in rows for named in _titled(row)]
    surnames = {named.name[-1] for named in titled} | {named.name[0] for named in titled if len(named.name) > 1}
    taken = [named.span for named in titled]
    known = {word for n in titled if not n.row.heading and not _is_plural(n) for word in n.name}
    titled = [n for n in titled if len(n.name) > 1 or n.name[0] in known or not (n.row.heading or _is_plural(n))]
    bare = [
        named for row in rows for named in _bare(row, surnames) if not any(named.span.overlaps(span) for span in taken)
    ]
    return sorted([*titled, *bare], key=lambda named: named.span)


def _titled(row: Row) -> Iterator[Named]:
    for match in _TITLED.finditer(row.tags):
        title = row.tokens[match.start("title") : match.end("title")]
        start, end = match.span("name")
        if row.heading:
            end = _heading_end(row, start, end)
        name = row.tokens[start:end]
        of = row.tokens[match.start("of") : match.end("of")] if end == match.end("name") else ()
        last = (*name, *of)[-1]
        if not _plain_name(name):
            continue
        office = read_office(title, of)
        yield Named(
            row=row,
            span=Span(title[0].span.start, last.span.end),
            name=_plain_name(name),
            office=office,
            state=office.state if office else _of_state(of),
            titled=True,
            gender=_gender(title),
        )


def _bare(row: Row, surnames: set[str]) -> Iterator[Named]:
    """Full names without a title, beside a title, by a given or family name that is known, or a surname known from a title."""
    for match in _BARE.finditer(row.tags):
        tokens = row.tokens[match.start("name") : match.end("name")]
        for start in range(len(tokens) - 1):
            end = min(len(tokens), start + 2) if row.heading else len(tokens)
            name = _plain_name(tokens[start:end])
            beside = start == 0 and _beside_title(row, match)
            if len(name) < 2 or not (beside or _is_full_name(name, surnames)):
                continue
            whole = end == len(tokens)
            of = row.tokens[match.start("of") : match.end("of")] if whole else ()
            last = (*tokens[start:end], *of)[-1]
            state = _of_state(of)
            yield Named(row, Span(tokens[start].span.start, last.span.end), name, None, state, titled=False, gender="")
            break


def _beside_title(row: Row, match: re.Match[str]) -> bool:
    """Whether a title stands beside the name, with a comma between: `the Kenyan envoy, Amina Otieno,`."""
    before, after = row.tags[: match.start("name")], row.tags[match.end("name") :]
    return not row.heading and bool(_TITLE_BEFORE.search(before) or _TITLE_BEHIND.match(after))


def _is_plural(named: Named) -> bool:
    """Whether its title is for several ("Leaders Reception"), so that one word behind it may be no name."""
    last = named.row.span.start if named.office is None else named.office.span.end
    heads = [token for token in named.row.tokens if token.tag == "H" and token.span.end == last]
    return any(singular(token.lower) != token.lower for token in heads)


def _is_full_name(name: tuple[str, ...], surnames: set[str]) -> bool:
    first = name[0].lower()
    if name[-1] in surnames and name[-1] != name[0]:
        return True
    return first in load_given() or (first in load_titles().family_first and "-" in name[1])


def _heading_end(row: Row, start: int, end: int) -> int:
    """Where a name ends in a headline, whose other words have capitals too: behind its second word at most."""
    words = [token.lower for token in row.tokens[start:end]]
    if len(words) > 1 and (words[0] in load_given() or words[0] in load_titles().family_first):
        return min(end, start + (3 if len(words) > 2 and len(words[1].rstrip(".")) == 1 else 2))
    return start + 1


def _plain_name(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name without initials and suffixes."""
    words = (t.text for t in tokens if t.tag in "NP" and not (len(t.text.rstrip(".")) == 1 and len(tokens) > 1))
    return tuple(word.title() if word.isupper() and len(word) > 2 else word for word in words)


def _of_state(of: Sequence[Token]) -> tuple[ActorId, Span] | None:
    return next(((token.id, token.span) for token in of if token.tag == "S"), None)


def _gender(title: Sequence[Token]) -> str:
    known = (load_titles().honorifics.get(token.lower, "any") for token in title)
    return next((gender for gender in known if gender != "any"), "")
