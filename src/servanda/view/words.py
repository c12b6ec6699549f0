"""Language over time: which words characterize a relationship, a party or an undertaking, by whom, and since when.

Evaluative words come from assessments, the others from clauses that promise something; all spellings of a word are one.
Of adopted texts and readouts of the same parties, what the newest one no longer says is listed with the last text that
said it.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.codebook import NARRATOR, ActorId, Assessment, RecordId, When
from servanda.codebook.vocabulary import About
from servanda.resolve.characterizations import (
    Use,
    period_of,
    periods_of,
    rarity_of,
    usual_spelling,
)
from servanda.store import Found, Ledger, Query
from servanda.view.citations import Citation, citations_of
from servanda.view.names import Names, day_in_words, names_in
from servanda.view.questions import UnaskableError
from servanda.view.series import Series, find_series
from servanda.view.undertakings import commitments_between, settled_sides
from servanda.view.uses import home_of, homes_of, uses_in, words_of_persons

_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a word.

    Attributes:
        name: the party, or the speaker where no party is known.
        times: in how many records.
        since: the day of the first, as an ISO date; empty where unknown.
        since_words: the same in words.
    """

    name: str
    times: int
    since: str
    since_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """One word.

    Attributes:
        word: its most usual spelling.
        variants: its other spellings in these texts.
        evaluates: whether it stands among evaluative words; else in clauses that promise something.
        total: in how many records it stands.
        counts: in how many of each period, in the order of the periods.
        voices: who says it, those who say it most first.
        first: where it stands first.
        last: where it stands last.
    """

    word: str
    variants: tuple[str, ...]
    evaluates: bool
    total: int
    counts: tuple[int, ...]
    voices: tuple[Voice, ...]
    first: Citation
    last: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """Words over time.

    Attributes:
        parties: names of the parties that were asked for; empty for all.
        thread: id of the undertaking that was asked for; empty where none was.
        about: what the assessments are about; empty for all.
        periods: months such as `2025-03`, quarters such as `2025-Q1`, or years.
        assessments: how many assessments were looked at.
        commitments: how many commitments were.
        rows: the words: evaluative ones first, then those of promises; those first that tell most.
        series: what the newest text of each series no longer says.
    """

    parties: tuple[str, ...]
    thread: str
    about: str
    periods: tuple[str, ...]
    assessments: int
    commitments: int
    rows: tuple[WordRow, ...]
    series: tuple[Series, ...]


def words_page(
    ledger: Ledger,
    typed: Sequence[str] = (),
    *,
    thread: str = "",
    about: About | None = None,
    query: Query | None = None,
) -> WordsPage:
    """Words over time.

    Args:
        ledger: the ledger.
        typed: parties by id or name. Of one, what is said of it, and what it owes or is owed; of several, what they say
            of one another and promise one another; all where none is named.
        thread: id of a thread of commitments, or its beginning: the words of this undertaking alone.
        about: what the assessments must be about, such as `challenge`; then no promises are looked at.
        query: from which days on, and until when.

    Raises:
        UnaskableError: a party is in no commitment of the ledger, or there is no such thread.
    """
    sides, names, asked = settled_sides(ledger, typed), names_in(ledger), query or Query()
    home = homes_of(ledger)
    assessments: tuple[Found, ...] = ()
    if thread:
        commitments = _of_thread(ledger, thread)
    else:
        commitments = () if about else commitments_between(ledger, sides, asked)
        assessments = _assessments(ledger, sides, replace(asked, about=about.value if about else None), home)
    found = {one.record.id: one for one in (*assessments, *commitments)}
    persons = words_of_persons(home, names)
    uses = [use for one in found.values() for use in uses_in(one, home) if use.key not in persons]
    periods = periods_of([use.day for use in uses if use.day])
    return WordsPage(
        parties=tuple(map(names.actor, sides)),
        thread=thread,
        about=about.value if about else "",
        periods=periods,
        assessments=len(assessments),
        commitments=len(commitments),
        rows=tuple(_rows(ledger, uses, found, periods, names)),
        series=() if thread else tuple(find_series(ledger, sides, asked, home, names)),
    )


def _of_thread(ledger: Ledger, key: str) -> tuple[Found, ...]:
    thread = ledger.find_thread(key)
    if thread is None or thread.kind != "commitments":
        raise UnaskableError(f"No one thread of commitments has an id that begins with {key}.")
    return tuple(ledger.find_by_ids(thread.records).values())


def _assessments(
    ledger: Ledger, sides: Sequence[ActorId], query: Query, home: Mapping[ActorId, ActorId]
) -> tuple[Found, ...]:
    asked = replace(query, limit=sys.maxsize)
    if len(sides) > 1:
        people = ledger.find_people()
        asked = replace(asked, between=tuple((side, *people.get(side, ())) for side in sides))
    found = ledger.find_records("assessments", asked)
    return tuple(one for one in found if isinstance(one.record, Assessment) and _is_of(one.record, sides, home))


def _is_of(assessment: Assessment, sides: Sequence[ActorId], home: Mapping[ActorId, ActorId]) -> bool:
    said_of = {home_of(actor, home) for actor in assessment.target.value or ()}
    if len(sides) < 2:
        return not sides or sides[0] in said_of
    said_by = {home_of(actor, home) for actor in assessment.speakers.value or ()}
    asked = set(sides)
    return bool(said_of & asked) and len((said_of | said_by) & asked) > 1


def _rows(
    ledger: Ledger, uses: Iterable[Use], found: Mapping[RecordId, Found], periods: tuple[str, ...], names: Names
) -> Iterator[WordRow]:
    told: defaultdict[tuple[bool, str], list[Use]] = defaultdict(list)
    for use in uses:
        told[use.evaluates, use.key].append(use)
    ordered = sorted(told, key=lambda key: (not key[0], -_telling(told[key]), key[1]))
    shown = [key for kind in (True, False) for key in [key for key in ordered if key[0] is kind][:_MOST]]
    by_day = {key: sorted(told[key], key=lambda use: (use.day or date.max, use.record)) for key in shown}
    ends = {use.record for listed in by_day.values() for use in (listed[0], listed[-1])}
    cited = citations_of(ledger, (found[record] for record in ends))
    for key in shown:
        listed = by_day[key]
        word, variants = usual_spelling(listed)
        counts = Counter(period_of(use.day, periods) for use in listed if use.day)
        yield WordRow(
            word=word,
            variants=variants,
            evaluates=key[0],
            total=len(listed),
            counts=tuple(counts[period] for period in periods),
            voices=_voices(listed, names),
            first=cited[listed[0].record],
            last=cited[listed[-1].record],
        )


def _telling(uses: list[Use]) -> float:
    """How much a word tells: how often it is said and, among promises, how rare it is in promises at large."""
    if uses[0].evaluates:
        return len(uses)
    return len(uses) * min(rarity_of(spelling) for spelling in {use.spelling for use in uses})


def _voices(uses: Iterable[Use], names: Names) -> tuple[Voice, ...]:
    """Who says a word; the uses come by day."""
    times: Counter[ActorId] = Counter()
    since: dict[ActorId, date | None] = {}
    for use in uses:
        for speaker in use.speakers or (NARRATOR,):
            times[speaker] += 1
            since.setdefault(speaker, use.day)
    ordered = sorted(times, key=lambda speaker: (-times[speaker], speaker))
    return tuple(
        Voice(
            name=names.actor(speaker),
            times=times[speaker],
            since=day.isoformat() if (day := since[speaker]) else "",
            since_words=day_in_words(When.day(day)) if day else "",
        )
        for speaker in ordered
    )
