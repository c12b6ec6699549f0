"""When a text without a date was written: while all whom it names in office held their offices.

Only persons named right behind their title count ("French President Emmanuel Macron"), and none who is called former,
late or elect. Where they never held their offices together the text looks back, and no interval is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.codebook import Span, When
from servanda.lexicon.holders import load_holders
from servanda.lexicon.presses import states_in
from servanda.lexicon.tenures import Incumbent, bearers, shared_days

_MOST = 40


@dataclass(frozen=True, slots=True)
class Term:
    """The interval in which a text may have been written.

    Attributes:
        when: the interval.
        reason: who was in office.
        span: the first of them in the text.
        is_over: whether it has ended; one that lasts is only as long as the table of holders reaches.
    """

    when: When
    reason: str
    span: Span
    is_over: bool


def find_term(text: str) -> Term | None:
    """The days on which all office-holders that a text names were in office, or None where it names none or too many."""
    named = dict(_named(text))
    if not named:
        return None
    terms = shared_days(named)
    if not terms:
        return None
    end = min(terms[-1].end, _reach())
    if terms[0].start >= end:
        return None
    names = list(dict.fromkeys(incumbent.name for incumbent in named))
    shown = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return Term(
        When(terms[0].start, end),
        f"the time in office of {shown}",
        next(iter(named.values())),
        terms[-1].end < _reach(),
    )


def day_in(term: Term, month: int, day: int) -> When | None:
    """The one such day of the calendar in an interval that is over, or None where there are none or several."""
    if not term.is_over:
        return None
    years = range(term.when.start.year, term.when.last.year + 1)
    days = [found for year in years if (found := _date(year, month, day)) and term.when.start <= found < term.when.end]
    return When.day(days[0]) if len(days) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _reach() -> date:
    """How far the table of holders reaches: the end of the year of its newest entry."""
    return date(max(holder.start for holder in load_holders()).year + 1, 1, 1)


@cache
def _pattern() -> re.Pattern[str]:
    offices = {holder.office for holder in load_holders()} - {"leader"}
    titled = {" ".join(_capital(word) for word in office.split()) for office in offices}
    titled |= {name.replace("Defense", "Defence") for name in titled}
    names = "|".join(sorted(map(re.escape, titled), key=len, reverse=True))
    not_now = "".join(
        rf"(?<!\b{word}[\s-])"
        for word in ("former", "Former", "ex", "Ex", "late", "then", "Then", "Vice", "Deputy", "Acting", "acting")
    )
    name = r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:[A-Z]\.\s)?[A-ZÀ-Þ][\w’'-]+){0,3}"
    return re.compile(rf"{not_now}\b(?P<office>{names})\s(?P<name>{name})")


def _capital(word: str) -> str:
    return (
        word
        if word in ("of", "for", "and", "the")
        else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
    )


def _named(text: str) -> Iterator[tuple[Incumbent, Span]]:
    """Everyone in office whom the text names and the table knows, with the first place."""
    seen: set[Incumbent] = set()
    for match in _pattern().finditer(text):
        incumbent = _known(match["name"], match["office"], _state_before(text, match.start()))
        if incumbent and incumbent not in seen:
            seen.add(incumbent)
            yield incumbent, Span(*match.span())
        if len(seen) == _MOST:
            return


def _known(name: str, office: str, state: str) -> Incumbent | None:
    """The longest beginning of the words that names a holder of the office."""
    words = re.sub(r"[’']s\b", "", name).split()
    tried = (Incumbent(" ".join(words[:count]), office, state) for count in range(len(words), 0, -1))
    return next((incumbent for incumbent in tried if bearers(incumbent)), None)


def _state_before(text: str, start: int) -> str:
    """The state whose name or adjective stands right before a title; empty where none does."""
    words = re.split(r"[.,;:()\n]", text[max(0, start - 40) : start])[-1].split()[-3:]
    for count in range(1, len(words) + 1):
        named = states_in(" ".join(words[-count:]))
        if named:
            return named[-1]
    return ""
