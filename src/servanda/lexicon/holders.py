"""Who held which office when. A surname, a title or an office alone is tied to its holder with this table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from servanda.codebook.times import When
from servanda.lexicon.tables import load_rows

_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "'": None, "’": None}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in an office.

    Attributes:
        name: the usual name.
        office: the office in lower case.
        state: id of the state, or of the body, whose office it is.
        start: the first day.
        end: the last day, which is often the successor's first; None where it has not come yet.
        source: where the row comes from.
        to: id of the state or body to which an envoy is sent; empty for other offices.
    """

    name: str
    office: str
    state: str
    start: date
    end: date | None
    source: str = ""
    to: str = ""

    def held_on(self, day: date) -> bool:
        """Whether the person was in office that day."""
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def in_office(self) -> When:
        """The days in office, the last one included; to the end of the calendar where it has not come yet."""
        return When(self.start, date.max) if self.end is None else When.between(self.start, self.end)


@cache
def load_holders() -> tuple[Holder, ...]:
    """All holders, by state, office and time, from `holders.tsv`."""
    return tuple(
        Holder(
            name=row["name"],
            office=row["office"],
            state=row["state"],
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]) if row["end"] else None,
            source=row.get("source", ""),
            to=row.get("to", ""),
        )
        for row in load_rows("holders.tsv")
    )


_INITIALS = re.compile(r"(?<![a-z])([a-z])\.-?(?=[a-z]\.)")
"""Initials that stand together are one word: `J.D. Vance` is `jd-vance`, `U.S.-Kenya Forum` is `us-kenya-forum`."""


def spelling(word: str) -> str:
    """A word of a name as a slug, one for the ways in which its ending is written in Latin letters: Zelensky, -skyy, -skiy."""
    return re.sub(r"(?:yy|iy|ij|yi|ii)\Z", "y", slug_of((word,)))


def slug_of(name: Sequence[str]) -> str:
    """A name as a slug: `Recep Tayyip Erdoğan` is `recep-tayyip-erdogan`."""
    return _slug("-".join(name))


@lru_cache(maxsize=50_000)
def _slug(joined: str) -> str:
    joined = joined.lower().translate(_PLAIN)
    if "." in joined:
        joined = _INITIALS.sub(r"\1", joined)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
