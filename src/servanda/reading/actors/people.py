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
from servanda.lexicon.heads import load_heads
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.offices import Office, read_office, singular
from servanda.reading.actors.tags import Row, Token

_TITLE = r"(?:(?:[SAKBM]['\-]?c?)*H(?:[ftri]d?(?:[SAKBM]'?(?:c|,c?)?d?)*(?:[BM]|[SK](?!(?:'[sd]?)?[SAKBM]*H))(?:\([SNB]\))?)?R*)"
_NAME = r"P{0,2}N(?:P*N){0,4}(?:,?J\.?)?"
_STATE = r"(?:fd?S(?!')(?:\([SNB](?:[wc][SNB])?\))?)?"
_TITLED = re.compile(rf"(?P<title>(?:{_TITLE})+|R+)(?P<name>{_NAME})(?P<of>fd?B(?!')|{_STATE})")
_BARE = re.compile(rf"(?P<name>{_NAME})(?P<of>{_STATE})")

# "Deputy Prime Minister and [Minister for Defence Ann Berg]": one person holds both offices.
_TITLE_TOO = re.compile(rf"{_TITLE}c\Z")
_TITLE_BEFORE = re.compile(rf"{_TITLE},\Z")
_TITLE_BEHIND = re.compile(r",d?(?:[SAKBMN]['\-]?c?)*H(?!N)")
_LIST_BEFORE = re.compile(rf"(?:(?<=[^NP])|\A)(?P<name>{_NAME})(?:,c?|c)\Z")
_LIST_BEHIND = re.compile(rf"(?:,c?|c)(?P<name>{_NAME})")
_AGE_BEHIND = re.compile(r",n(?:[,.)]|\Z)")


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
    """Every nominal that names a person in full or under a title, in text order.

    The text is gone through twice, since a name that one place shows to be a person's is one at the others too. Headlines
    are read last: where every word has a capital, a name ends where it does in the text below.
    """
    found: list[Named] = []
    for again, heading in ((False, False), (True, False), (False, True)):
        full = frozenset(named.name for named in found if len(named.name) > 1)
        some = [row for row in rows if row.heading is heading]
        titled = [] if again else [named for row in some for named in _titled(row, full)]
        known = {word for n in (*found, *titled) if not n.row.heading and not _is_plural(n) for word in n.name}
        titled = [n for n in titled if len(n.name) > 1 or n.name[0] in known or _is_sure(n)]
        surnames = {n.name[-1] for n in (*found, *titled)} | {n.name[0] for n in (*found, *titled) if len(n.name) > 1}
        taken = [named.span for named in (*found, *titled)]
        bare = (named for row in some for named in _bare(row, surnames, full))
        found += [*titled, *(named for named in bare if not any(named.span.overlaps(span) for span in taken))]
    return sorted(found, key=lambda named: named.span)


def _is_sure(named: Named) -> bool:
    """Whether one word behind a title is a name though it is not met again: not "Leaders Reception", "Minister Visits"."""
    if _is_plural(named):
        return False
    word = named.name[0].lower()
    behind = next((t for t in named.row.tokens if t.span.start >= named.span.end), None)
    owns = behind is not None and behind.tag == "'"
    return (
        not named.row.heading
        or owns
        or (not word.endswith(("s", "ed", "ing")) and word not in load_titles().headline_verbs)
    )


def _titled(row: Row, full: frozenset[tuple[str, ...]]) -> Iterator[Named]:
    for match in _TITLED.finditer(row.tags):
        first = _behind_another(row, _first_of_titles(row, match.start("title")), match.end("title"))
        title = row.tokens[first : match.end("title")]
        start, end = match.span("name")
        if row.heading:
            end = _heading_end(row, start, end, full)
        if row.tokens[end - 1].text == "." and row.tokens[end - 2].lower in _NUMERALS:
            end -= 1
        name = row.tokens[start:end]
        of = row.tokens[match.start("of") : match.end("of")] if end == match.end("name") else ()
        last = (*name, *of)[-1]
        if not _plain_name(name) or _is_no_title(title, _plain_name(name)):
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


def _behind_another(row: Row, first: int, end: int) -> int:
    """Past the office of someone else: `a spokesman for [Foreign Minister Berg]`, `brother of [former President Berg]`."""
    start = first
    for at in range(first + 1, end - 1):
        leads = row.tags[at] in "tr" or (row.tags[at] == "f" and row.tokens[at + 1].lower in _TIMES)
        head = row.tags.find("H", at + 1, end)
        if leads and head > 0 and not set(row.tags[at:head]) & {"c", ","}:
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
    return doubtful and _is_thing(name)


def _first_of_titles(row: Row, start: int) -> int:
    """Where the titles before a name begin, when two are joined: `Deputy Prime Minister and Minister for Trade`."""
    match = _TITLE_TOO.search(row.tags, 0, start)
    if match is None or (match.start() and row.tags[match.start() - 1] == "d"):
        return start
    heads = [token for token in row.tokens[match.start() : start] if token.tag == "H"]
    return match.start() if all(token.is_capital for token in (*heads, row.tokens[start])) else start


def _bare(row: Row, surnames: set[str], full: frozenset[tuple[str, ...]]) -> Iterator[Named]:
    """Full names without a title: beside a title or words of speech, or by a name in them that is known."""
    for match in _BARE.finditer(row.tags):
        lo, hi = match.span("name")
        found = _heading_name(row, lo, hi, surnames, full) if row.heading else _name_within(row, lo, hi, surnames, full)
        if found is None:
            continue
        start, end = found
        of = row.tokens[match.start("of") : match.end("of")] if end == hi else ()
        last = (*row.tokens[start:end], *of)[-1]
        span = Span(row.tokens[start].span.start, last.span.end)
        state = _of_state(of) or _owning_state(row, start)
        yield Named(row, span, _plain_name(row.tokens[start:end]), None, state, titled=False, gender="")


def _owning_state(row: Row, start: int) -> tuple[ActorId, Span] | None:
    """`Kenya's Ann Example`: the state whose person it is."""
    if start < 2 or row.tags[start - 2 : start] != "S'":
        return None
    return row.tokens[start - 2].id, row.tokens[start - 2].span


def _name_within(
    row: Row, lo: int, hi: int, surnames: set[str], full: frozenset[tuple[str, ...]]
) -> tuple[int, int] | None:
    """The part of a run of capitalised words that is a person's full name."""
    while lo < hi and row.tokens[lo].lower in load_titles().affiliations | load_titles().callings:
        lo += 1
    name = _plain_name(row.tokens[lo:hi])
    if len(name) < 2 or _is_thing(name):
        return None
    if name in full or _is_shown(row, lo, hi) or _is_listed(row, lo, hi, full):
        return lo, hi
    if _is_named_thing(row, lo):
        return None
    for start in range(lo, hi - 1):
        name = _plain_name(row.tokens[start:hi])
        if len(name) > 1 and row.tags[start] == "N" and _is_full_name(name, surnames):
            return _widened(row, lo, start), hi
    return None


def _is_named_thing(row: Row, lo: int) -> bool:
    """Whether an article or a word of places before it speaks against a person: `the Clarence Dock`, `San Pedro Sula`."""
    article = lo > 0 and row.tokens[lo - 1].lower in ("the", "a", "an")
    ship = lo > 0 and row.tokens[lo - 1].lower in load_titles().name_openers
    openers = load_titles().place_openers | load_titles().name_openers
    return article or ship or row.tokens[lo].lower in openers


def _is_listed(row: Row, lo: int, hi: int, full: frozenset[tuple[str, ...]]) -> bool:
    """Whether it stands in a list with a person named in full: `Ann Berg, Ovren Dal and Ragna Lid`."""
    if hi - lo > 3:
        return False
    left, right = _LIST_BEFORE.search(row.tags, 0, lo), _LIST_BEHIND.match(row.tags, hi)
    near = [m.span("name") for m in (left, right) if m is not None]
    return any(_plain_name(row.tokens[first:last]) in full for first, last in near)


def _widened(row: Row, lo: int, start: int) -> int:
    """Back to the first word of a run, whose given name may be one that no list holds; not over `Democrat` or `Asked`."""
    while start > lo:
        word = row.tokens[start - 1].lower
        opens = start == 1 and word.endswith(("ing", "ed", "ly"))
        if opens or word in load_titles().affiliations or row.tokens[start - 1].text.isupper():
            break
        start -= 1
    return start


def _heading_name(
    row: Row, lo: int, hi: int, surnames: set[str], full: frozenset[tuple[str, ...]]
) -> tuple[int, int] | None:
    """A full name among the capitals of a headline: one that the text below has, else two words of which one is known."""
    for start in range(lo, hi - 1):
        for end in range(hi, start + 1, -1):
            if _plain_name(row.tokens[start:end]) in full:
                return start, end
    for start in range(lo, hi - 1):
        end = _heading_end(row, start, hi, full)
        name = _plain_name(row.tokens[start:end])
        if len(name) > 1 and not _is_thing(name) and _is_full_name(name, surnames):
            return start, end
    return None


def _is_shown(row: Row, lo: int, hi: int) -> bool:
    """Whether what stands around a run says that it is a person: a title, an age, `who`, or speech of it."""
    before, after = row.tags[:lo], row.tags[hi:]
    if _TITLE_BEFORE.search(before) or _TITLE_BEHIND.match(after) or _AGE_BEHIND.match(after):
        return True
    if any(len(token.text) == 2 and token.text[1] == "." for token in row.tokens[lo : hi - 1]):
        return True
    words = [token.lower for token in row.tokens[: hi + 12]]
    if _is_described(words[hi:]) or _is_of_state(row, lo, hi):
        return True
    behind, ahead = words[hi : hi + 2], words[max(0, lo - 2) : lo]
    if behind[:1] == [","] and behind[1:] in (["who"], ["whose"]):
        return True
    if ahead and ahead[-1] in load_titles().telling:
        return len(ahead) < 2 or not ahead[0].isalpha()
    place = row.tokens[lo].lower in load_titles().place_openers
    return bool(behind) and behind[0] in load_titles().telling and before[-1:] not in ("d", "'", "-", "N") and not place


def _is_of_state(row: Row, lo: int, hi: int) -> bool:
    """`Kenya's Ann Example met`: two or three words that a state owns, with a verb or another name behind them."""
    if _owning_state(row, lo) is None or hi - lo > 3 or row.tokens[lo].lower in load_titles().place_openers:
        return False
    behind = row.tokens[hi].lower if hi < len(row.tokens) else ""
    doing = load_titles().telling | load_titles().personal
    return behind in doing and not row.tags[lo:hi].strip("N") and not any(t.text.isupper() for t in row.tokens[lo:hi])


def _is_described(behind: Sequence[str]) -> bool:
    """Whether a comma and a word for what someone does follow: `, a Turkish writer`, `, widow of`."""
    if behind[:1] != [","]:
        return False
    stop = next((n for n, word in enumerate(behind[1:7], 1) if not word.isalpha() and word not in ("'s", "'", "-")), 7)
    return any(word in load_titles().callings for word in behind[1:stop])


def _is_thing(name: Sequence[str]) -> bool:
    """Whether the last word says that it is an outfit, a place or a work: `Victoria Falls`, `Charlotte Airport`."""
    last = name[-1].lower()
    heads = load_heads()
    return last in load_titles().things or last in heads.bodies or last in heads.outsiders


def _is_plural(named: Named) -> bool:
    """Whether its title is for several ("Leaders Reception"), so that one word behind it may be no name."""
    last = named.row.span.start if named.office is None else named.office.span.end
    heads = [token for token in named.row.tokens if token.tag == "H" and token.span.end == last]
    return any(singular(token.lower) != token.lower for token in heads)


def _is_full_name(name: tuple[str, ...], surnames: set[str]) -> bool:
    first = name[0].lower()
    if name[-1] in surnames and name[-1] != name[0]:
        return True
    if first in load_given():
        return True
    return first in load_titles().family_first and ("-" in name[1] or len(name) == 3)


def _heading_end(row: Row, start: int, end: int, full: frozenset[tuple[str, ...]]) -> int:
    """Where a name ends in a headline, whose other words have capitals too.

    Where it does in the text below; else behind its second word, or its third for `Han Min Jae`; else behind the first.
    """
    for stop in range(end, start + 1, -1):
        if _plain_name(row.tokens[start:stop]) in full:
            return stop
    words = [token.lower for token in row.tokens[start:end]]
    while words and row.tokens[end - len(words)].tag == "P":
        words = words[1:]
    at = end - len(words)
    if len(words) > 1 and (words[0] in load_given() or words[0] in load_titles().family_first):
        initial = len(words) > 2 and len(words[1].rstrip(".")) == 1
        return _past_particles(row, at, min(end, at + (3 if initial or _is_three_part(words) else 2)), end)
    return at + 1


def _past_particles(row: Row, start: int, stop: int, end: int) -> int:
    """Past the word that a particle leads to: `Hamad bin [Rashid]`."""
    while stop < end and stop > start + 1 and (row.tags[stop - 1] == "P" or row.tags[stop] == "P"):
        stop += 1
    return stop


def _is_three_part(words: Sequence[str]) -> bool:
    """`Han Min Jae`: a family name that comes first, with two short syllables behind it."""
    return (
        len(words) > 2
        and words[0] in load_titles().family_first
        and max(len(words[1]), len(words[2])) < 7
        and not words[2].endswith(("s", "ed", "ing"))
        and words[2] not in load_titles().headline_verbs
    )


def _plain_name(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name without initials and suffixes."""
    words = [t.text for t in tokens if t.tag in "NP" and not (len(t.text.rstrip(".")) == 1 and len(tokens) > 1)]
    numeral = next((t.text for t in tokens if t.tag == "J" and t.lower in _NUMERALS), None)
    if len(words) == 1 and numeral is not None:
        return (words[0].title() if words[0].isupper() else words[0], numeral)
    return tuple(word.title() if word.isupper() and len(word) > 2 else word for word in words)


_NUMERALS = frozenset({"ii", "iii", "iv", "v", "vi"})


def _of_state(of: Sequence[Token]) -> tuple[ActorId, Span] | None:
    return next(((token.id, token.span) for token in of if token.tag == "S"), None)


def _gender(title: Sequence[Token]) -> str:
    known = (load_titles().honorifics.get(token.lower, "any") for token in title)
    return next((gender for gender in known if gender != "any"), "")
