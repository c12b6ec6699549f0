"""What may stand between a word of undertaking and what it takes: words of time, manner, place and hearer.

    pledged | on Friday | to lend   ·   promised | Cambodia | to withdraw   ·   agreed | after talks in Geneva with Iran | to halt

Works on word order alone. Which time is meant, the readers of times settle.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from servanda.lexicon.acts import load_acts
from servanda.lexicon.calendars import load_calendar
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_TIME_LEADS = frozenset(
    {"on", "in", "at", "by", "since", "for", "during", "earlier", "late", "early", "later", "last", "this", "next"}
)
_UNITS = frozenset(
    [
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "weekend",
        "morning",
        "afternoon",
        "evening",
        "night",
        "noon",
        "midnight",
        "hour",
        "hours",
        "time",
        "summit",
    ]
)
_TIME_WORDS = frozenset(
    [
        "yesterday",
        "today",
        "tonight",
        "tomorrow",
        "earlier",
        "recently",
        "the",
        "a",
        "an",
        "this",
        "last",
        "next",
        "past",
        "coming",
        "same",
        "late",
        "early",
        "mid",
        "first",
        "recent",
        "several",
        "few",
        "two",
        "three",
        "many",
        "and",
        "of",
    ]
)
_MANNER = frozenset(
    {"principle", "writing", "public", "private", "turn", "advance", "parallel", "full", "concert", "unison", "general"}
)
_LEADS = frozenset(
    {
        "with",
        "at",
        "during",
        "after",
        "following",
        "in",
        "by",
        "under",
        "from",
        "before",
        "through",
        "via",
        "alongside",
        "around",
        "hard",
        "side",
        "day",
    }
)
_WALLS = frozenset(
    {";", ":", "(", ")", "“", "”", '"', "that", "which", "who", "while", "and", "but", "or", "as", "will", "would"}
)
_REACH = 16
_DASHES = frozenset({"—", "–"})
_LONGEST_ASIDE = 24


def past_times(line: Line, at: int) -> int:
    """The place behind words of time and manner that stand at `at`; `at` itself where none do."""
    while (end := _time_end(line, at)) > at:
        at = end
    return at


def past_adjuncts(line: Line, at: int, *, hearer: bool = True) -> int:
    """The place of the `to` and verb behind words of hearer, place and occasion; `at` itself where none follows.

    Args:
        line: the sentence.
        at: the first word behind the undertaking.
        hearer: whether the one who is promised something may stand there (`promised Chad to`, not `wants Chad to`).
    """
    addressed = at + (line.at(at) == "to")
    opens = line.at(at) in _LEADS or (hearer and _hearer_end(line, addressed) > addressed)
    if not opens:
        return at
    for here in _outside(line, at + 1, at + _REACH):
        word = line.at(here)
        if word == "to" and here not in line.end_of and _is_verb(line, here + 1):
            return here
        if word in _WALLS and here not in line.end_of and not _joins_names(line, here):
            break
        if word in load_grammar().auxiliaries | load_grammar().modals:
            break
    return at


def past_aside(line: Line, at: int) -> int:
    """The place behind what stands between two dashes, of which the first is at `at`; `at` itself where none does."""
    if line.at(at) not in _DASHES:
        return at
    ends = range(at + 2, min(len(line.words), at + _LONGEST_ASIDE))
    return next((n + 1 for n in ends if line.at(n) == line.at(at)), at)


def _outside(line: Line, first: int, last: int) -> Iterator[int]:
    """The places from `first` up to `last` that stand in no dashes; what stands in them does not count as far."""
    while first < min(last, len(line.words)):
        behind = past_aside(line, first)
        if behind == first:
            yield first
        first, last = max(behind, first + 1), last + behind - first


def _time_end(line: Line, at: int) -> int:
    """The place behind one phrase of time: a lead, then words of the calendar, numbers and units."""
    if line.at(at) == "in" and line.at(at + 1) in _MANNER:
        return at + 2
    here = at
    while line.at(here) in _TIME_LEADS:
        here += 1
    named = False
    while here < len(line.words) and _is_time_word(line, here):
        named |= line.at(here) in _UNITS | {
            "yesterday",
            "today",
            "tonight",
            "tomorrow",
            "earlier",
            "recently",
        } or _names_a_time(line.at(here))
        here += 1
    return here if named else at


def _is_time_word(line: Line, at: int) -> bool:
    word = line.at(at)
    return at not in line.end_of and (word in _UNITS or word in _TIME_WORDS or _is_of_calendar(line, at))


def _names_a_time(word: str) -> bool:
    """Whether a word alone is a time: a month, a weekday or a year, not the `4` of `4 billion`."""
    return word.lower() in _calendar() or (word.isdigit() and len(word) == 4)


def _is_of_calendar(line: Line, at: int) -> bool:
    word = line.at(at).lower()
    return word in _calendar() or (word.isdigit() and (len(word) == 4 or int(word) < 32))


def _hearer_end(line: Line, at: int) -> int:
    """The place behind the one who is promised something: a name, or a short nominal."""
    here = at + (line.at(at) == "the")
    if here in line.names:
        return line.names[here].last
    here = at + (line.at(at) in load_grammar().possessives)
    return here + 1 if line.at(here) in load_grammar().hearers else at


def _joins_names(line: Line, at: int) -> bool:
    return line.at(at) == "and" and at - 1 in line.ends and (at + 1 in line.names or at + 2 in line.names)


def _is_verb(line: Line, at: int) -> bool:
    """Whether a bare verb stands behind this `to`, be it known or no name, article or number."""
    while load_grammar().is_adverb(line.at(at)):
        at += 1
    word = line.at(at)
    verb = load_acts().verbs.get(word)
    grammar = load_grammar()
    closed = word in grammar.determiners | grammar.prepositions | grammar.pronouns
    return (verb is not None and verb.form == "do") or (
        line.words[at].text.islower() and not closed and not word.endswith(("ing", "ed", "s")) if word else False
    )


@cache
def _calendar() -> frozenset[str]:
    calendar = load_calendar()
    return frozenset(word.lower() for word in (*calendar.months, *calendar.weekdays))
