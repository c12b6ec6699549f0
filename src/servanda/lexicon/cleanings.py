"""What is believed of an answer about holders: names and days in the form of our table, and a count of what is not believed.

Anybody may write into Wikidata, and a mirror may send what it likes: a name is taken only where it can be one, a term only
where its days are known and possible.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from servanda.lexicon.holders import Holder, slug_of
from servanda.lexicon.states import load_states

_ITEM = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d{0,11})")
_DAY = re.compile(r"\+?(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?(?:Z|\+00:00)?)?")
_LONGEST_NAME = 80
_LONGEST_TERM = timedelta(days=75 * 366)
_TO_THE_DAY = "11"
# "Deputy Prime Minister of Norway", "shadow foreign secretary", "Minister of State for Europe": not the office itself.
_OTHER = re.compile(
    r"(?:\w+ )?(?:deputy|vice|assistant|shadow|under|former|junior|associate|parliamentary)\b|minister (?:of state for|delegate)"
)
# In the order in which they are looked for: "President of the Council of Ministers" is no president.
_NAMES = {
    "head of state": (
        ("supreme leader", "supreme leader"),
        ("governor[- ]general", "governor general"),
        *(
            (word, word)
            for word in ("president", "king", "queen", "monarch", "emperor", "sultan", "pope", "grand duke")
        ),
        ("emir|amir", "emir"),
        ("prince", "prince"),
        ("", "head of state"),
    ),
    "head of government": (
        ("prime minister|president of the (?:government|council|executive)|minister[- ]president", "prime minister"),
        *((word, word) for word in ("chancellor", "taoiseach", "premier", "chief executive", "president")),
        ("", "head of government"),
    ),
    "foreign minister": (
        ("united states secretary of state|secretary of state of the united states", "secretary of state"),
        ("foreign secretary|secretary of state for foreign", "foreign secretary"),
        ("", "foreign minister"),
    ),
    "defense minister": (
        ("secretary of (?:national )?defen[sc]e|secretary of war", "secretary of defense"),
        ("secretary of state for defence|defence secretary", "defence secretary"),
        ("", "defense minister"),
    ),
}


@dataclass(frozen=True, slots=True)
class Believed:
    """What came out of the answers.

    Attributes:
        holders: the holders in the order of states, offices and days.
        dropped: how many rows were not believed, by the reason in words.
    """

    holders: tuple[Holder, ...]
    dropped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Term:
    """A row that is believed: a holder with the items of person and position."""

    holder: Holder
    position: str


class _Unbelievable(Exception):  # noqa: N818 - it says what a row is
    """Why a row is dropped."""


def believe(rows: Iterable[tuple[str, Mapping[str, str]]], today: date) -> Believed:
    """Clean and join the rows of all answers.

    Args:
        rows: each row with the office that was asked for.
        today: the day of the asking; terms that begin later are not believed, and an end that lies later is still open.
    """
    terms: dict[_Term, None] = {}
    dropped: Counter[str] = Counter()
    for office, row in rows:
        try:
            terms[_term(office, row, today)] = None
        except _Unbelievable as reason:
            dropped[str(reason)] += 1
    holders = sorted(_joined(_closed(terms)), key=_order)
    return Believed(tuple(holders), dict(sorted(dropped.items())))


def clean_name(written: str) -> str | None:
    """A name in the form of our table; None where it cannot be a person's."""
    name = " ".join(unicodedata.normalize("NFC", written).split())
    if not name or len(name) > _LONGEST_NAME or any(_is_hidden(sign) for sign in written):
        return None
    if not all(sign.isalpha() or unicodedata.category(sign) in ("Mn", "Mc") or sign in " .,'’ʼʻ-‐·()" for sign in name):
        return None
    return name if slug_of(name.split()) and name[0].isalpha() else None


def _is_hidden(sign: str) -> bool:
    """Whether a sign controls how the others are shown, or ends a line."""
    return unicodedata.category(sign)[0] == "C" or unicodedata.category(sign) in ("Zl", "Zp")


def _term(office: str, row: Mapping[str, str], today: date) -> _Term:
    name = clean_name(row.get("name", ""))
    if name is None:
        raise _Unbelievable("no name that can be a person's")
    label = row.get("office", "").lower()
    if _OTHER.match(label):
        raise _Unbelievable("another office")
    start, end = _day(row, "start"), _end(row, today)
    if start is None:
        raise _Unbelievable("not known to the day")
    if start > today or (end is not None and end < start) or (end or today) - start > _LONGEST_TERM:
        raise _Unbelievable("days that cannot be")
    person, position = _item(row.get("person", "")), _item(row.get("position", ""))
    held = Holder(
        name=name, office=_name(office, label), state=_state(row), start=start, end=end, source=f"Wikidata {person}"
    )
    return _Term(held, position)


def _end(row: Mapping[str, str], today: date) -> date | None:
    """The last day; at the latest that of death. None where the term goes on."""
    end, died = None, _DAY.fullmatch(row.get("died", ""))
    if "end" in row:
        end = _day(row, "end")
        if end is None:
            raise _Unbelievable("not known to the day")
    elif died is not None:
        end = _date(died[1])
    return end if end is None or end <= today else None


def _day(row: Mapping[str, str], which: str) -> date | None:
    found = _DAY.fullmatch(row.get(which, ""))
    return _date(found[1]) if found is not None and row.get(f"{which}Precision") == _TO_THE_DAY else None


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _state(row: Mapping[str, str]) -> str:
    state = _states().get(_item(row.get("state", "")))
    if state is None or row.get("iso", state) != state:
        raise _Unbelievable("no state that is known")
    return state


@cache
def _states() -> Mapping[str, str]:
    return {state.wikidata: state.id for state in load_states().values()}


def _item(address: str) -> str:
    found = _ITEM.fullmatch(address)
    if found is None:
        raise _Unbelievable("no item of Wikidata")
    return found[1]


def _name(office: str, label: str) -> str:
    """The office as our table calls it."""
    return next(name for words, name in _NAMES[office] if not words or re.search(rf"\b(?:{words})\b", label))


def _closed(terms: Iterable[_Term]) -> Iterator[Holder]:
    """A term whose end nobody wrote down ends when the next holder of that position begins."""
    by_position: dict[tuple[str, str], list[Holder]] = {}
    for term in terms:
        by_position.setdefault((term.holder.state, term.position), []).append(term.holder)
    for holders in by_position.values():
        for holder in holders:
            later = [o.start for o in holders if o.start > holder.start and o.source != holder.source]
            yield replace(holder, end=min(later)) if holder.end is None and later else holder


def _joined(holders: Iterable[Holder]) -> Iterator[Holder]:
    """Terms of one person in one office that follow upon one another are one term."""
    last: Holder | None = None
    for holder in sorted(dict.fromkeys(holders), key=lambda h: (h.state, h.office, h.source, *_order(h))):
        if last is not None and _goes_on(last, holder):
            ends = (last.end, holder.end)
            last = replace(last, end=None if None in ends else max(end for end in ends if end is not None))
            continue
        if last is not None:
            yield last
        last = holder
    if last is not None:
        yield last


def _goes_on(last: Holder, holder: Holder) -> bool:
    same = (last.state, last.office, last.source) == (holder.state, holder.office, holder.source)
    return same and (last.end is None or holder.start <= last.end + timedelta(days=1))


def _order(holder: Holder) -> tuple[str, str, date, str, date, str]:
    return holder.state, holder.office, holder.start, holder.name, holder.end or date.max, holder.source
