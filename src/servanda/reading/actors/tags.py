"""Sentences as rows of tagged tokens, the ground on which actors are read.

Each token carries one letter that says what the lexicon knows of it, so that a rule can be a regular expression over
letters: `S` state, `A` adjective of a state, `K` capital or seat, `B` body, `H` office, `R` form of address, `M` word of
titles, `N` other capitalised word, `P` particle of names, `J` suffix of names, `f r t i` of, for, to, in (at, on), `c` and,
`d` article or possessive pronoun, `'` possessive ending, `- , ( )` themselves, `n` number, `x` a name that is no actor's,
`w` any other word, `.` any other sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache

from servanda.codebook import Span
from servanda.lexicon.given import load_given
from servanda.lexicon.matching import Names, flattened
from servanda.lexicon.names import Known, load_names
from servanda.lexicon.titles import load_titles
from servanda.reading.scenes import Scene

_PIECE = re.compile(
    r"'s?(?![^\W\d_])|(?:[A-Z]\.)+(?:[A-Z](?![a-z]))?|[^\W\d_]+(?:['\-]\u2060?[^\W\d_]+)*(?<!'s)\.?(?<!\.)|[^\W\d_]+(?=')|\d[\d,.]*\d|\d|\S"
)
_COMPOUND = re.compile(
    r".+-(?:led|based|backed|born|funded|made|style|era|wide|run|held|controlled|level|owned|brokered|friendly|like)\Z"
)
_ARABIC = re.compile(r"(?:al|el|ash|as|at|ad|an|ar|az|ul)-[A-Z]")
_LETTERS = {
    **dict.fromkeys(("of",), "f"),
    **dict.fromkeys(("for",), "r"),
    **dict.fromkeys(("to",), "t"),
    **dict.fromkeys(("in", "at", "on"), "i"),
    **dict.fromkeys(("and", "&"), "c"),
    **dict.fromkeys(("the", "a", "an", "our", "its", "his", "her", "their", "my", "your"), "d"),
    **dict.fromkeys(("'", "'s"), "'"),
    **dict.fromkeys(("-", "–", "—", "/"), "-"),
    **{sign: sign for sign in ",()"},
}
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_NAMING = frozenset("HRN")
_SORTS = {"state": "S", "adjective": "A", "capital": "K", "seat": "K", "body": "B", "other": "x"}


_ALSO_NAMES = frozenset(
    {"May", "He", "An", "So", "Do", "April", "June", "August", "Will", "My", "To", "New", "Good", "West", "North"}
)
"""Words that are a name behind a title or a given name ("Theresa May")."""


_BEFORE_FATHERS = frozenset({"Al", "Bin", "Bint", "Ibn"})
"""Particles that are no given name where one stands before them: `Hamad [Bin] Rashid [Al] Amri`."""


_OFFICES_AND_NAMES = frozenset(
    {"Amir", "King", "Prince", "Bishop", "Pope", "Marshal", "Baron", "Judge", "Dean", "Justice"}
    | {"Sheikh", "Sheik", "Shaikh", "Imam", "Haji", "Tun"}
)
"""Offices and forms of address that are also names."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name or sign with what the lexicon knows of it.

    Attributes:
        text: as it stands there, with plain apostrophes and hyphens.
        span: where.
        tag: its letter.
        id: the actor's id for a state, adjective, capital, seat or body; the rank for an office.
        sort: the lexicon's own word for it (`capital`, `seat`); empty for ordinary words.
        lower: the word without case, which every rule asks for.
    """

    text: str
    span: Span
    tag: str
    id: str = ""
    sort: str = ""
    lower: str = field(init=False, repr=False, compare=False)

    # Written out, since a document takes thousands of tokens and this takes a third of the time.
    def __init__(self, text: str, span: Span, tag: str, id: str = "", sort: str = "") -> None:  # noqa: A002
        _set_text(self, text)
        _set_span(self, span)
        _set_tag(self, tag)
        _set_id(self, id)
        _set_sort(self, sort)
        _set_lower(self, text.lower())

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


_set_text, _set_span, _set_tag, _set_id, _set_sort, _set_lower = (
    Token.__dict__[name].__set__ for name in ("text", "span", "tag", "id", "sort", "lower")
)


@dataclass(frozen=True)
class Row:
    """One sentence.

    Attributes:
        span: where it stands.
        tokens: its tokens in order.
        heading: whether it is set in capitals like a headline, where capital letters say little.
    """

    span: Span
    tokens: tuple[Token, ...]
    heading: bool

    @cached_property
    def tags(self) -> str:
        """The letters of its tokens."""
        return "".join([token.tag for token in self.tokens])

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Its words in lower case, so that a rule sees at once that none of its own is there."""
        return frozenset([token.lower for token in self.tokens])


def rows_of(scene: Scene) -> tuple[Row, ...]:
    """The sentences of a document, tagged."""
    names = load_names().find(scene.text)
    flat = flattened(scene.text)
    found, at = [], 0
    for sentence in scene.sentences:
        while at < len(names) and names[at][0].start < sentence.start:
            at += 1
        end = at
        while end < len(names) and names[end][0].start < sentence.end:
            end += 1
        inside = names[at:end]
        tokens = _with_particle(tuple(_tokens(flat, sentence, inside)))
        found.append(Row(sentence, tokens, _is_heading(tokens)))
    return tuple(found)


def _with_particle(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A particle of a name that has a capital at the head of a sentence: `[Van] der Berg said`."""
    if len(tokens) < 2 or tokens[0].tag not in "NwM" or tokens[0].lower not in load_titles().particles:
        return tokens
    named = tokens[1].tag == "P" or (tokens[1].tag == "N" and tokens[0].lower not in _WORDS_TOO)
    return (replace(tokens[0], tag="P"), *tokens[1:]) if named else tokens


_WORDS_TOO = frozenset({"do", "y", "e", "op", "ten", "bar", "ben", "san", "mac", "den"})
"""Particles that begin a sentence as words or names of their own."""


@cache
def _offices() -> Names[str]:
    titles = load_titles()
    coming = {f"{head}-{when}": rank for head, rank in titles.heads.items() for when in ("designate", "elect")}
    return Names({**dict.fromkeys(titles.honorifics, "address"), **coming, **titles.heads}, any_case=True)


def _tokens(flat: str, sentence: Span, names: list[tuple[Span, Known]]) -> Iterator[Token]:
    """The sentence cut at known names and offices, and what lies between cut into words."""
    known = [(span, _SORTS[name.sort], name.id, name.sort) for span, name in names if sentence.holds(span)]
    taken = {place for span, *_ in known for place in range(span.start, span.end)}
    for span, rank in _offices().find(flat[sentence.start : sentence.end]):
        here = Span(span.start + sentence.start, span.end + sentence.start)
        if taken.isdisjoint(range(here.start, here.end)) and not _is_name_too(flat, here):
            known.append((here, "R" if rank == "address" else "H", rank, ""))
    at, last = sentence.start, ""
    for span, tag, actor, sort in sorted(known):
        for token in _plain_tokens(flat, at, span.start, last):
            last = token.tag
            yield token
        token = Token(span.of(flat), span, tag, actor, sort)
        last = token.tag
        yield token
        at = span.end
    yield from _plain_tokens(flat, at, sentence.end, last)


def _is_name_too(flat: str, office: Span) -> bool:
    """Whether an office or address is here a part of a name: `Peter King`, `Ambassador Amir Karimi`."""
    word = office.of(flat)
    if word.lower() == "justice":
        near = flat[max(0, office.start - 12) : office.start].lower().split()[-1:]
        next_word = flat[office.end : office.end + 14].lower().split()[:1]
        return near in (["of"], ["for"], ["and"]) or next_word in (
            ["minister"],
            ["ministry"],
            ["department"],
            ["secretary"],
            ["and"],
        )
    if word not in _OFFICES_AND_NAMES:
        return False
    before, after = (
        flat[max(0, office.start - 60) : office.start].split(" ")[-2:],
        flat[office.end + 1 : office.end + 2],
    )
    if word == "Amir":
        return after.isupper() and "the" not in before
    return len(before) > 1 and before[0][:1].isupper() and before[0].lower() in load_given()


def _plain_tokens(flat: str, start: int, end: int, last: str) -> Iterator[Token]:
    for piece in _PIECE.finditer(flat, start, end):
        word = piece.group()
        if word in _INVISIBLE:
            continue
        word = word.replace("\u2060", "")
        last = _letter(word, last)
        yield Token(word, Span(*piece.span()), last)


@lru_cache(maxsize=50_000)
def _letter(word: str, last: str) -> str:
    lower, titles = word.lower(), load_titles()
    after_title = last in _NAMING and word in _ALSO_NAMES
    if lower in _LETTERS and not after_title:
        return _LETTERS[lower]
    if word[:1].isdigit():
        return "n"
    if not word[:1].isalpha():
        return "."
    if lower in titles.suffixes and word[:1].isupper():
        return "J"
    if _COMPOUND.match(word):
        return "w"
    if word[:1].isupper() and lower in titles.never and not after_title:
        return "M" if lower in titles.modifiers or lower in titles.portfolios else "w"
    if (lower == "de" and last in _NAMING) or (last == "N" and word in _BEFORE_FATHERS):
        return "P"
    if lower in titles.modifiers or lower in titles.portfolios:
        return "N" if last == "N" and word[:1].isupper() and lower not in titles.portfolios else "M"
    if lower in titles.behind and word[:1].isupper() and last in "frcM":
        return "M"
    if word[:1].isupper() or _ARABIC.match(word):
        return "N"
    return "P" if lower in titles.particles else "w"


def _is_heading(tokens: tuple[Token, ...]) -> bool:
    words = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    closed = bool(tokens) and tokens[-1].text in ".!?…:;"
    return len(words) > 2 and not closed and sum(word.is_capital for word in words) > 0.7 * len(words)
