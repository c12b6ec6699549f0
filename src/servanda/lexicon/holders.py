"""Who held which office when. A surname, a title or an office alone is tied to its holder with this table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.lexicon.tables import load_rows
from servanda.lexicon.titles import load_titles

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
        end: the last day; None where it has not come yet.
    """

    name: str
    office: str
    state: str
    start: date
    end: date | None

    def held_on(self, day: date) -> bool:
        """Whether the person was in office that day."""
        return self.start <= day and (self.end is None or day <= self.end)


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
        )
        for row in load_rows("holders.tsv")
    )


@cache
def holders_by_word() -> Mapping[str, tuple[Holder, ...]]:
    """Holders by the `spelling` of each word of their names, but for given names."""
    found: dict[str, list[Holder]] = {}
    for holder in load_holders():
        words = holder.name.split()
        first = words[0].lower() in load_titles().family_first
        for word in dict.fromkeys(words if first else words[1:]):
            if word[0].isupper() or "-" in word:
                found.setdefault(spelling(word), []).append(holder)
                found.setdefault(spelling(word).removeprefix("al-").removeprefix("el-"), []).append(holder)
    return {word: tuple(dict.fromkeys(holders)) for word, holders in found.items()}


def spelling(word: str) -> str:
    """A word of a name as a slug, one for the ways in which its ending is written in Latin letters: Zelensky, -skyy, -skiy."""
    return re.sub(r"(?:yy|iy|ij|yi|ii)\Z", "y", slug_of((word,)))


def slug_of(name: Sequence[str]) -> str:
    """A name as a slug: `Recep Tayyip Erdoğan` is `recep-tayyip-erdogan`."""
    joined = "-".join(name).lower().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
