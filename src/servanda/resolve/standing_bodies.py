"""The standing bodies that words name: a group, council or dialogue that an undertaking founds, and that meets from then on.

    establish a Nuclear Consultative Group      the Trade and Technology Council (TTC)      a Working Group on Minerals

Names in capitals are found wherever they stand. One in lower case (`a joint commission on fisheries`) is found where it is
founded, since only there the words tell which body it is; whether a name in capitals is founded is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

_NOUN = r"(?:Group|Council|Committee|Commission|Forum|Dialogue|Mechanism|Board|Panel|Secretariat|Task Force|Platform|Network)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WORD = rf"(?!{_DAY}\b)[A-Z][a-z][\w’']*(?:-[a-z]\w*)*(?!-)"
_SMALL = r"(?:and|on|of|for|the)"
_NAME = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:{_WORD}\s+)(?:{_SMALL}\s+)*){{1,5}}?{_NOUN}\b(?:\s+(?:on|for)\s+(?:the\s+)?{_WORD}(?:\s+(?:and\s+)?{_WORD})*)?)"
)
_ORDINALS = re.compile(
    r"^(?:(?:The|Our|This|Inaugural|First|Second|Third|Fourth|Annual|New|Joint Readout|High-Level)\s+(?:of\s+(?:the\s+)?)?)+"
)
# "Found" alone is mostly the past of "find", and what is launched or formed with "the" is no new body.
_FOUNDING = (
    r"(?:(?:(?:establish(?:es|ed|ing)?|set(?:s|ting)?\s+up|creat(?:es?|ed|ing)|founded|founding|(?:to|will|shall)\s+found)"
    r"\s+(?:an?|the|their|our|its))|(?:launch(?:es|ed|ing)?|form(?:s|ed|ing)?)\s+(?:an?|their|our|its))"
)
_LINK = r"(?:of|for|to|in|on|at|by|with|from|that|which|between|under|an?|the)"
_SORT = r"(?:group|council|committee|commission|forum|dialogue|mechanism|board|panel|secretariat|task\s+force|platform|network|body|team)"
# "establish a bilateral nuclear consultative group", "set up a joint commission on cod and haddock"
_PLAIN = re.compile(
    rf"\b{_FOUNDING}\s+(?:(?:new|joint|bilateral|trilateral|regular|standing|permanent|special|high-level|annual)\s+)*"
    rf"(?P<name>(?:(?!{_LINK}\b)[a-z][a-z-]+\s+){{0,3}}?{_SORT}(?!\w|-|['’])(?P<tail>\s+(?:on|for)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+)?)?)\b"
)
_OPEN = frozenset(
    {
        "of",
        "to",
        "and",
        "or",
        "in",
        "with",
        "that",
        "which",
        "between",
        "by",
        "as",
        "a",
        "an",
        "the",
        "on",
        "for",
        "early",
        "late",
    }
)
_AFTER = """last next this these those each every its their once twice again then now here today tomorrow yesterday soon
earlier later ago first one two three four five six seven eight nine ten monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december year years month months week
weeks day days before after during since until when while where who whose from at into under within without is are was
were will would has have had can met said"""
_TIMES = frozenset(_AFTER.split())
"""Words of times and of what follows a name."""
_ADVERB = re.compile(r"(?!(?:early|family|supply|assembly|anomaly|monopoly|italy)\b)\w{3,}ly\b|\d", re.IGNORECASE)
_TELLING = 3
_FEW = 3


@dataclass(frozen=True, slots=True)
class StandingBody:
    """A body by its name.

    Attributes:
        name: as written, without the states before it.
        short: the initials of the name; empty where they are too few to tell it.
        is_proper: whether it is a name in capitals; other words may be said of another body too.
    """

    name: str
    short: str
    is_proper: bool = True


def standing_bodies_in(words: str) -> Iterator[StandingBody]:
    """The bodies that words name, in their order, each once."""
    seen: set[str] = set()
    plain = " ".join(words.split())
    for match in _NAME.finditer(plain):
        name = _ORDINALS.sub("", match["name"])
        if name not in seen and len(name.split()) > 1:
            seen.add(name)
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            yield StandingBody(name, initials if len(initials) >= _FEW else "")
    for match in _PLAIN.finditer(plain):
        name = _ended(match["name"], match["tail"] or "")
        if name not in seen and len(name.split()) >= _TELLING:
            seen.add(name)
            yield StandingBody(name, "", is_proper=False)


def _ended(name: str, tail: str) -> str:
    """The name without a time, an adverb or a small word at its end: `working group on fisheries to`, `… on trade last`."""
    words = name.removesuffix(tail).split()
    words += takewhile(lambda word: word.lower() not in _TIMES and not _ADVERB.match(word), tail.split())
    while words and words[-1] in _OPEN:
        words.pop()
    return " ".join(words)
