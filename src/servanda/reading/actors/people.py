"""Persons by name: a title before a name, a full name, and later the surname alone.

A first pass finds every nominal that carries a name; a second ties those that name one person together and gives each
its id. Descriptions without a name ("the minister") are read in `descriptions.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from servanda.codebook import ActorId, Span
from servanda.lexicon.registers import Register
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.full_names import (
    NAME,
    NUMERALS,
    TITLE,
    calling_start,
    heading_end,
    heading_name,
    is_credited,
    is_thing,
    is_vessel,
    name_within,
    owning_state,
    plain_name,
)
from servanda.reading.actors.offices import Office, read_office, singular
from servanda.reading.actors.tags import Row, Token

_STATE = r"(?:fd?S(?!')(?:\([SNB](?:[wc][SNB])?\))?)?"
_TITLED = re.compile(rf"(?P<title>R*(?:{TITLE})+|R+)(?P<name>{NAME})(?P<of>fd?B(?!')|{_STATE})")
_BARE = re.compile(rf"(?P<name>{NAME})(?P<of>{_STATE})")
_PAIRED = re.compile(rf"(?P<title>(?:{TITLE})+)(?P<one>{NAME})c(?P<two>{NAME})")
# "Deputy Prime Minister and [Minister for Defence Ann Berg]": one person holds both offices.
_TITLE_TOO = re.compile(rf"{TITLE}c\Z")


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
        paired: whether one title in the plural stands before several names: `Presidents Berg and Rey`.
    """

    row: Row
    span: Span
    name: tuple[str, ...]
    office: Office | None
    state: tuple[ActorId, Span] | None
    titled: bool
    gender: str
    paired: bool = False


def named_people(rows: Sequence[Row], register: Register) -> list[Named]:
    """Every nominal that names a person in full or under a title, in text order.

    The text is gone through twice, since a name that one place shows to be a person's is one at the others too. Headlines
    are read last: where every word has a capital, a name ends where it does in the text below.
    """
    found: list[Named] = []
    for again, heading in ((False, False), (True, False), (False, True)):
        full = register.full_names | {named.name for named in found if len(named.name) > 1}
        some = [row for row in rows if row.heading is heading]
        titled = [] if again else [named for row in some for named in (*_paired(row), *_titled(row, full))]
        pairs = [named.span for named in titled if named.paired]
        titled = [n for n in titled if n.paired or not any(n.span.overlaps(pair) for pair in pairs)]
        known = {word for n in (*found, *titled) if not n.row.heading and not _is_plural(n) for word in n.name}
        titled = [n for n in titled if len(n.name) > 1 or n.name[0] in known or _is_sure(n)]
        surnames = {n.name[-1] for n in (*found, *titled)} | {n.name[0] for n in (*found, *titled) if len(n.name) > 1}
        taken = [named.span for named in (*found, *titled)]
        bare = (named for row in some for named in _bare(row, surnames, full))
        found += [*titled, *(named for named in bare if not any(named.span.overlaps(span) for span in taken))]
    words = {word for named in found for word in named.name}
    return sorted((_with_owner(named, words, register) for named in found), key=lambda named: named.span)


def _with_owner(named: Named, words: set[str], register: Register) -> Named:
    """With the place whose officer it is, `[Bergen's chief constable] Ole Dal`; a person who owns has a mention of its own."""
    tokens, tags = named.row.tokens, named.row.tags
    at = next((n for n, token in enumerate(tokens) if token.span.start >= named.span.start), 0)
    local = named.office is not None and named.office.ranks & _LOCAL
    if not local or named.row.heading or at < 2 or tags[at - 2 : at] != "N'" or tags[max(0, at - 3) : at - 2] == "N":
        return named
    owner = tokens[at - 2]
    if owner.text in words or register.named(owner.text):
        return named
    return replace(named, span=Span(owner.span.start, named.span.end))


_LOCAL = frozenset({"leader", "minister", "legislator", "military", "adviser"})
"""Ranks of those who hold the office of a place."""


def _is_sure(named: Named) -> bool:
    """Whether one word behind a title is a name though it is not met again: not "Leaders Reception", "Minister Visits"."""
    if named.paired:
        return True
    if _is_plural(named) or (named.row.heading and named.office is not None and "official" in named.office.words):
        return False
    if named.row.heading and _holds_topic(named):
        return False
    word = named.name[0].lower()
    behind = next((t for t in named.row.tokens if t.span.start >= named.span.end), None)
    owns = behind is not None and behind.tag == "'"
    return (
        not named.row.heading
        or owns
        or (not word.endswith(("s", "ed", "ing")) and word not in load_titles().headline_verbs)
    )


def _holds_topic(named: Named) -> bool:
    """Whether a title of a headline runs on into its topic: `the President on the [United Nations Vote]`; an envoy's may."""
    if named.office is None or "envoy" in named.office.ranks:
        return False
    return any(token.tag == "i" and named.office.span.holds(token.span) for token in named.row.tokens)


def _paired(row: Row) -> Iterator[Named]:
    """`Presidents Berg and Rey`: each of the persons before whose names one title in the plural stands."""
    for match in _PAIRED.finditer(row.tags):
        title = row.tokens[match.start("title") : match.end("title")]
        if row.heading or singular(title[-1].lower) == title[-1].lower or not title[-1].is_capital:
            continue
        names = [row.tokens[slice(*match.span(group))] for group in ("one", "two")]
        span = Span(title[0].span.start, names[-1][-1].span.end)
        office = read_office(title)
        for name in names:
            if plain_name(name) and not is_thing(plain_name(name)):
                yield Named(row, span, plain_name(name), office, None, titled=True, gender="", paired=True)


def _titled(row: Row, full: frozenset[tuple[str, ...]]) -> Iterator[Named]:
    for match in _TITLED.finditer(row.tags):
        first = _behind_another(row, _first_of_titles(row, match.start("title")), match.end("title"))
        title = row.tokens[first : match.end("title")]
        start, end = match.span("name")
        start = _behind_calling(row, start, end)
        if row.heading:
            end = heading_end(row, start, end, full)
        if row.tokens[end - 1].text == "." and row.tokens[end - 2].lower in NUMERALS:
            end -= 1
        name = row.tokens[start:end]
        of = row.tokens[match.start("of") : match.end("of")] if end == match.end("name") else ()
        last = (*name, *of)[-1]
        if not plain_name(name) or _is_no_title(title, plain_name(name)) or is_vessel(row, first):
            continue
        office = read_office(title, of)
        yield Named(
            row=row,
            span=Span(title[0].span.start, last.span.end),
            name=plain_name(name),
            office=office,
            state=office.state if office else _of_state(of),
            titled=True,
            gender=_gender(title),
        )


def _behind_calling(row: Row, start: int, end: int) -> int:
    """Past what a person does, where a title ends in it: `Chief Recovery [Officer] Ann Berg`."""
    found = (n for n in reversed(range(start, end - 1)) if row.tokens[n].lower in _ENDING)
    return next(found, start - 1) + 1


_ENDING = frozenset({"officer", "inspector", "coordinator", "editor", "engineer", "scientist", "negotiator"})


def _behind_another(row: Row, first: int, end: int) -> int:
    """Past the office of someone else: `a spokesman for [Foreign Minister Berg]`, `brother of [former President Berg]`.

    With an article the name is that of the one who serves: `[adviser to the President Ann Roe]`.
    """
    start = first
    for at in range(first + 1, end - 1):
        leads = row.tags[at] in "tr" or (row.tags[at] == "f" and row.tokens[at + 1].lower in _TIMES)
        head = row.tags.find("H", at + 1, end)
        told = row.tags[at + 1] == "d" and row.tokens[at + 2].lower not in _TIMES
        if leads and not told and head > 0 and not set(row.tags[at:head]) & {"c", ","}:
            start = at + 1 + (row.tags[at + 1] == "d")
    return start


_TIMES = frozenset({"former", "then", "late", "current", "acting", "outgoing", "incoming"})


def _is_no_title(title: Sequence[Token], name: tuple[str, ...]) -> bool:
    """Whether the words are another name: `General Election`, `King Harald University`, or end in no office: `son of former`."""
    if title[-1].tag == "M" and title[-1].lower in load_titles().modifiers - load_titles().portfolios:
        return True
    doubtful = len(name) > 1 or title[-1].lower in (
        "general",
        "king",
        "queen",
        "prince",
        "princess",
        "lord",
        "miss",
        "mr",
    )
    return doubtful and is_thing(name)


def _first_of_titles(row: Row, start: int) -> int:
    """Where the titles before a name begin, when two are joined: `Deputy Prime Minister and Minister for Trade`."""
    match = _TITLE_TOO.search(row.tags, max(0, start - 24), start)
    if match is None or (match.start() and row.tags[match.start() - 1] == "d"):
        return start
    heads = [token for token in row.tokens[match.start() : start] if token.tag == "H"]
    return match.start() if all(token.is_capital for token in (*heads, row.tokens[start])) else start


def _bare(row: Row, surnames: set[str], full: frozenset[tuple[str, ...]]) -> Iterator[Named]:
    """Full names without a title: beside a title or words of speech, or by a name in them that is known."""
    for match in _BARE.finditer(row.tags):
        lo, hi = match.span("name")
        found = heading_name(row, lo, hi, surnames, full) if row.heading else name_within(row, lo, hi, surnames, full)
        if found is None:
            continue
        start, end = found
        if is_credited(row, start, end):
            continue
        of = row.tokens[match.start("of") : match.end("of")] if end == hi else ()
        last = (*row.tokens[start:end], *of)[-1]
        first = _owner_start(row, start if row.heading else calling_start(row, start))
        span = Span(row.tokens[first].span.start, last.span.end)
        state = _of_state(of) or owning_state(row, start)
        yield Named(row, span, plain_name(row.tokens[start:end]), None, state, titled=False, gender="")


def _owner_start(row: Row, first: int) -> int:
    """Back over the state that owns a person: `[Chad's] Idris Deby`."""
    return first - 2 if first > 1 and row.tags[first - 2 : first] == "S'" else first


def _is_plural(named: Named) -> bool:
    """Whether its title is for several ("Leaders Reception"), so that one word behind it may be no name."""
    last = named.row.span.start if named.office is None else named.office.span.end
    heads = [token for token in named.row.tokens if token.tag == "H" and token.span.end == last]
    return any(singular(token.lower) != token.lower for token in heads)


def _of_state(of: Sequence[Token]) -> tuple[ActorId, Span] | None:
    return next(((token.id, token.span) for token in of if token.tag == "S"), None)


def _gender(title: Sequence[Token]) -> str:
    known = (load_titles().honorifics.get(token.lower, "any") for token in title)
    return next((gender for gender in known if gender != "any"), "")
