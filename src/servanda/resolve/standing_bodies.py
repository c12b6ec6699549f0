"""The standing bodies that words name: a group, council or dialogue that an undertaking founds, and that meets from then on.

    establish a Nuclear Consultative Group      the Trade and Technology Council (TTC)      a Working Group on Minerals

Only names are found, in capitals; whether a text founds the body or merely names it is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOUN = r"(?:Group|Council|Committee|Commission|Forum|Dialogue|Mechanism|Board|Panel|Secretariat|Task Force|Platform|Network)"
_WORD = r"[A-Z][a-z][\w’']*(?:-[a-z]\w*)*(?!-)"
_SMALL = r"(?:and|on|of|for|the)"
_NAME = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:{_WORD}\s+)(?:{_SMALL}\s+)*){{1,5}}?{_NOUN}\b(?:\s+(?:on|for)\s+(?:the\s+)?{_WORD}(?:\s+(?:and\s+)?{_WORD})*)?)"
)
_ORDINALS = re.compile(
    r"^(?:(?:The|Our|This|Inaugural|First|Second|Third|Fourth|Annual|New|Joint Readout|High-Level)\s+(?:of\s+(?:the\s+)?)?)+"
)
_FEW = 3


@dataclass(frozen=True, slots=True)
class StandingBody:
    """A body by its name.

    Attributes:
        name: as written, without the states before it.
        short: the initials of the name; empty where they are too few to tell it.
    """

    name: str
    short: str


def standing_bodies_in(words: str) -> Iterator[StandingBody]:
    """The bodies that words name, in their order, each once."""
    seen: set[str] = set()
    for match in _NAME.finditer(" ".join(words.split())):
        name = _ORDINALS.sub("", match["name"])
        if name not in seen and len(name.split()) > 1:
            seen.add(name)
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            yield StandingBody(name, initials if len(initials) >= _FEW else "")
