"""What the newest text of a series no longer says: adopted texts, and readouts of one rank, of the same parties, by day.

What leaders say no more may only be what advisers never said: readouts of their meetings are series of their own.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from servanda.codebook import ActorId, DocumentId, Reading, Record, RecordId, When
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.offices import is_office
from servanda.resolve.characterizations import Silence, Text, series_of, silences_of
from servanda.store import DocumentHead, Found, Ledger, Query
from servanda.view.citations import Citation, citations_of
from servanda.view.names import Names, day_in_words
from servanda.view.uses import home_of, keys_of_text, uses_in, words_of_persons

_READ = ("instruments", "occasions", "actors", "assessments", "commitments")
_MOST_SERIES = 8
_MOST_SILENCES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceRow:
    """A word that the newest text of a series no longer has.

    Attributes:
        word: its most usual spelling in the series.
        evaluates: whether it stood among evaluative words.
        said: in how many texts of the series it stood in a record.
        last: where it stands last.
        since: the day of the first text from which on none has it, as an ISO date.
        since_words: the same in words.
    """

    word: str
    evaluates: bool
    said: int
    last: Citation
    since: str
    since_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Texts of one kind and the same parties.

    Attributes:
        kind: what sort of texts they are.
        parties: names of their parties.
        texts: how many there are.
        first: the day of the first, in words.
        newest: the day of the newest, in words.
        newest_title: its title.
        newest_id: id of its document.
        silences: what it no longer says.
    """

    kind: str
    parties: tuple[str, ...]
    texts: int
    first: str
    newest: str
    newest_title: str
    newest_id: DocumentId
    silences: tuple[SilenceRow, ...]


def find_series(
    ledger: Ledger, sides: Sequence[ActorId], query: Query, home: Mapping[ActorId, ActorId], names: Names
) -> Iterator[Series]:
    """The series between parties, each with what its newest text no longer says.

    Args:
        ledger: the ledger.
        sides: ids of the parties that each text must have; any, where none is given.
        query: from which days on, and until when.
        home: the state of each person.
        names: the names of actors.
    """
    heads = {head.id: head for head in _heads(ledger, sides, query)}
    read = {text.document: (text, found) for text, found in _texts(ledger, heads, sides, home)}
    listed = series_of(text for text, _ in read.values())[:_MOST_SERIES]
    persons = words_of_persons(home, names)
    for group in listed:
        found = {one.record.id: one for text in group for one in read[text.document][1]}
        uses = [use for one in found.values() for use in uses_in(one, home) if use.key not in persons]
        silences = silences_of(group, uses)[:_MOST_SILENCES]
        cited = citations_of(ledger, (found[silence.last] for silence in silences))
        newest = group[-1]
        yield Series(
            kind=newest.kind,
            parties=tuple(map(names.actor, newest.parties)),
            texts=len(group),
            first=day_in_words(When.day(group[0].day)),
            newest=day_in_words(When.day(newest.day)),
            newest_title=heads[newest.document].title or "",
            newest_id=newest.document,
            silences=tuple(_silence(one, cited) for one in silences),
        )


def _silence(silence: Silence, cited: Mapping[RecordId, Citation]) -> SilenceRow:
    return SilenceRow(
        word=silence.spelling,
        evaluates=silence.evaluates,
        said=silence.said,
        last=cited[silence.last],
        since=silence.after.day.isoformat(),
        since_words=day_in_words(When.day(silence.after.day)),
    )


def _texts(
    ledger: Ledger,
    heads: Mapping[DocumentId, DocumentHead],
    sides: Sequence[ActorId],
    home: Mapping[ActorId, ActorId],
) -> Iterator[tuple[Text, tuple[Found, ...]]]:
    """Of these documents those whose parties are known, of at least two parties and all that were asked for.

    Each with its assessments and commitments: a document is read once.
    """
    for document, reading in ledger.iter_readings(list(heads), _READ) if heads else ():
        parties = _parties(reading, home)
        if document.published and len(parties) > 1 and set(sides) <= set(parties):
            text = Text(
                document=document.id,
                day=document.published.start,
                kind=_kind(document.kind, reading, home),
                parties=parties,
                words=keys_of_text(document.text),
            )
            records: tuple[Record, ...] = (*reading.assessments, *reading.commitments)
            yield text, tuple(_found(record, heads[document.id], document.text) for record in records)


def _found(record: Record, head: DocumentHead, text: str) -> Found:
    return Found(record=record, document=head, words=words_of(text, record.spans))


def _heads(ledger: Ledger, sides: Sequence[ActorId], query: Query) -> list[DocumentHead]:
    asked = replace(query, limit=sys.maxsize)
    if len(sides) > 1:
        people = ledger.find_people()
        asked = replace(asked, between=tuple((side, *people.get(side, ())) for side in sides))
    kinds = (DocumentKind.INSTRUMENT, DocumentKind.READOUT)
    heads = [head for kind in kinds for head in ledger.find_documents(replace(asked, kind=kind.value))]
    return [head for head in heads if head.published]


def _kind(kind: DocumentKind, reading: Reading, home: Mapping[ActorId, ActorId]) -> str:
    """What sort of text it is: a readout is of leaders where each side that is named by persons has one."""
    met = next((listed for listed in _meetings(reading) if len({home_of(one, home) for one in listed}) > 1), ())
    offices = {actor.actor: actor.office.value for actor in reading.actors if actor.office.value}
    sides: defaultdict[ActorId, list[str]] = defaultdict(list)
    for one in met:
        if one in offices:
            sides[home_of(one, home)].append(offices[one])
    if kind is not DocumentKind.READOUT or not sides:
        return kind.value
    leaders = all(any(is_office("leader", office) for office in held) for held in sides.values())
    return f"{'leaders' if leaders else 'officials'}' {kind.value}"


def _meetings(reading: Reading) -> list[tuple[ActorId, ...]]:
    """Who took part in each occasion, in the order of the text."""
    met = [(one.span[0], one.participants.value) for one in reading.occasions if one.participants.value]
    return [actors for _, actors in sorted(met, key=lambda row: row[0])]


def _parties(reading: Reading, home: Mapping[ActorId, ActorId]) -> tuple[ActorId, ...]:
    """Whose text it is: the parties of the first instrument that it names, else those of the first occasion."""
    named = [(one.span[0], one.parties.value) for one in reading.instruments if one.parties.value]
    for actors in (*(actors for _, actors in sorted(named, key=lambda row: row[0])), *_meetings(reading)):
        parties = tuple(sorted({home_of(actor, home) for actor in actors}))
        if len(parties) > 1:
            return parties
    return ()
