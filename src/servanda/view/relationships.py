"""What stands between two or more parties: what is open, due and new, what changed in its wording, and what happened when.

Everything is counted from the records that the page names, and every number says of what it is one. A ledger of an
archive has relationships with thousands of records; then the newest are counted and shown, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.codebook import ActorId, Commitment, Instrument, Occasion, RecordId, When
from servanda.codebook.vocabulary import Clock, Polarity, Tie
from servanda.store import Found, Ledger, Newest, Query, side_of
from servanda.view.callings import actors_called
from servanda.view.change_drafts import is_restated
from servanda.view.deadlines import WITHIN, running_deadlines
from servanda.view.names import Names, date_in_words, day_in_words, names_in
from servanda.view.occasions import told_over_documents
from servanda.view.promises import Promise, promises_of
from servanda.view.rewordings import Rewording, rewordings_of
from servanda.view.sources import Source, source_of
from servanda.view.statuses import Deadline
from servanda.view.undertakings import Undertaking, day_of, ids_of, undertakings_of, until_of

_MOST = {"commitments": 150, "occasions": 100, "instruments": 60}
_COUNTED = 1_500
"""A relationship of no more commitments is counted whole; of one with more, the newest of `_MOST`."""
_MOST_DATED = 200
"""Further commitments with a deadline that are looked at, however old they are: what is due must not be missed."""
_MOST_DUE = 60
_CHANGES = 12
_NEW_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as pages name it.

    Attributes:
        id: its id.
        name: its name.
        called: the same as it stands within a sentence: `the Netherlands`.
    """

    id: ActorId
    name: str
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipLine:
    """Two parties in the list of relationships.

    Attributes:
        parties: the two.
        commitments: how many records of commitments stand between them.
        latest: the day of the newest document with one, in words; empty where unknown.
        share: its commitments as a share of those of the first line, from 0 to 100, for a bar.
    """

    parties: tuple[Party, ...]
    commitments: int
    latest: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipsPage:
    """The relationships of a ledger.

    Attributes:
        total: how many there are.
        rows: those with most commitments.
        parties: every party, to choose from.
        documents: how many documents the ledger holds.
    """

    total: int
    rows: tuple[RelationshipLine, ...]
    parties: tuple[Party, ...]
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the two wordings of a change.

    Attributes:
        id: id of the record.
        words: its words.
        source: its document.
    """

    id: RecordId
    words: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of wording between two records of one promise.

    Attributes:
        tie: what the later one does to the earlier one, the gravest.
        what: all that it does: `strengthens, drops a condition`.
        reason: what was compared, in words.
        score: how sure it is that the two are one promise, from 0 to 1.
        earlier: the wording before.
        later: the wording after.
    """

    tie: Tie
    what: str
    reason: str
    score: float
    earlier: Version
    later: Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing on the timeline: an occasion or instrument, or a promise on the day when it was first said.

    Attributes:
        id: id of the record, or of the promise's thread.
        goal: what the id is one of: `record`, `instrument` or `thread`.
        kind: plural name of its kind.
        lane: the name of the row that it stands in.
        start: its first day, as an ISO date.
        end: its last day.
        day: the same in words.
        words: its words.
        note: what kind of thing it is, in a word or two.
        documents: how many documents tell of it.
    """

    id: RecordId
    goal: str
    kind: str
    lane: str
    start: str
    end: str
    day: str
    words: str
    note: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The promises of one side.

    Attributes:
        party: the side; None for promises that bind several of the sides together.
        promises: the promises.
    """

    party: Party | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipPage:
    """What stands between parties.

    Attributes:
        parties: the parties.
        choices: every party of the ledger, to choose from.
        since: what was said on or after this day is new, as an ISO date; empty where no day is known.
        since_words: the same in words.
        on: the day on which deadlines are looked at, as an ISO date.
        on_words: the same in words.
        commitments: how many records of commitments stand between them.
        counted: of how many of these, the newest, the numbers are.
        shown: how many of these, the newest, stand on the page as promises.
        promises: how many promises these records are, with those given in return for them.
        open: how many promises no text calls met, broken or taken back; what a party declines is none.
        due: the promises with a deadline, older ones too, the next one first; those that have passed come last. Of very
            many the first ones.
        ahead: how many have a deadline that lies ahead.
        near: how many of them are due within 90 days.
        passed: how many have a deadline that has passed.
        left: how many older records of commitments with a deadline were not looked at, since there are very many.
        news: how many promises are first said on or after the day, and do not say themselves that they are said again.
        new: those of them that stand on the page.
        changes: the gravest changes of wording.
        reworded: how many changes of wording there are.
        reworded_since: how many of these were said on or after the day.
        timeline: occasions, instruments and commitments by day.
        columns: the promises by who is bound.
        exchanges: pairs of promises given in return for one another.
    """

    parties: tuple[Party, ...]
    choices: tuple[Party, ...]
    since: str
    since_words: str
    on: str
    on_words: str
    commitments: int
    counted: int
    shown: int
    promises: int
    open: int
    due: tuple[Promise, ...]
    ahead: int
    near: int
    passed: int
    left: int
    news: int
    new: tuple[Promise, ...]
    changes: tuple[Change, ...]
    reworded: int
    reworded_since: int
    timeline: tuple[Moment, ...]
    columns: tuple[Column, ...]
    exchanges: tuple[tuple[Promise, Promise], ...]


def relationships_page(ledger: Ledger, most: int = 100) -> RelationshipsPage:
    """The relationships with most commitments."""
    names, found = names_in(ledger), ledger.find_relationships()
    return RelationshipsPage(
        total=len(found),
        rows=tuple(
            RelationshipLine(
                parties=tuple(_party(side, names) for side in one.parties),
                commitments=one.commitments,
                latest=day_in_words(When.parse(one.latest)) if one.latest else "",
                share=round(100 * one.commitments / found[0].commitments),
            )
            for one in found[:most]
        ),
        parties=_parties(ledger, names),
        documents=ledger.count_documents(),
    )


def relationship_page(
    ledger: Ledger, parties: Sequence[str], on: date, since: date | None = None
) -> RelationshipPage | None:
    """What stands between parties, or None where one of them is not in the ledger.

    Args:
        ledger: the ledger.
        parties: at least two of them, each by its id or its name.
        on: the day on which deadlines are looked at; what was published later is left out.
        since: what was said on or after it is new; the last three months of the relationship where it is None.
    """
    names = names_in(ledger)
    choices = _parties(ledger, names)
    sides = _chosen(ledger, parties, choices)
    if sides is None:
        return None
    people = ledger.find_people()
    between = tuple((side.id, *people.get(side.id, ())) for side in sides)
    until = until_of(ledger, on)
    asked = {kind: Query(between=between, until=until, limit=most) for kind, most in _MOST.items()}
    newest = _newest(ledger, asked.pop("commitments"), on)
    found = {kind: ledger.find_records(kind, query) for kind, query in asked.items()}
    kept = newest.found[: _MOST["commitments"]]
    returned = _given_in_return(ledger, kept)
    undertakings = undertakings_of(ledger, (*newest.found, *returned, *newest.dated), on, until=until)
    between_them, shown = ({one.record.id for one in listed} for listed in (newest.found, (*kept, *returned)))
    own = [one for one in undertakings if not between_them.isdisjoint(ids_of(one))]
    promises = promises_of((one for one in undertakings if not shown.isdisjoint(ids_of(one))), names)
    first_new = since or _last_months(newest.found)
    since_then = (one for one in own if first_new and _first_day(one) >= first_new.isoformat())
    new = {one.id for one in since_then if not is_restated(one)}
    reworded = _reworded(undertakings, between_them, names)
    due = _due(ledger, undertakings, on)
    days = [deadline.days or 0 for _, deadline in due]
    return RelationshipPage(
        parties=sides,
        choices=choices,
        since=first_new.isoformat() if first_new else "",
        since_words=date_in_words(first_new) if first_new else "",
        on=on.isoformat(),
        on_words=date_in_words(on),
        commitments=newest.total,
        counted=len(newest.found),
        shown=len(kept),
        promises=len(promises),
        open=sum(map(_is_open, own)),
        due=_due_promises(due[:_MOST_DUE], {promise.id: promise for promise in promises}, names),
        ahead=sum(number >= 0 for number in days),
        near=sum(0 <= number <= WITHIN for number in days),
        passed=sum(number < 0 for number in days),
        left=newest.left,
        news=len(new),
        new=tuple(promise for promise in promises if promise.id in new),
        changes=_changes(ledger, reworded[:_CHANGES]),
        reworded=len(reworded),
        reworded_since=sum(bool(first_new) and day >= str(first_new) for _, day in reworded),
        timeline=tuple(_timeline(ledger, found, promises, sides, names)),
        columns=_columns(promises, sides),
        exchanges=_exchanges(promises),
    )


def _is_open(one: Undertaking) -> bool:
    """Whether no text calls it met, broken or taken back, and no party declines it."""
    return one.timing.clock is not Clock.CLOSED and one.commitment.polarity.value is not Polarity.MINUS


def _first_day(one: Undertaking) -> str:
    return next((day for found in one.found if (day := day_of(found))), "")


def _newest(ledger: Ledger, query: Query, on: date) -> Newest:
    """The newest commitments, or all of them where they are not very many."""
    newest = ledger.find_newest("commitments", query, on, _MOST_DATED)
    if len(newest.found) < newest.total <= _COUNTED:
        return ledger.find_newest("commitments", replace(query, limit=_COUNTED), on, _MOST_DATED)
    return newest


def _parties(ledger: Ledger, names: Names) -> tuple[Party, ...]:
    """Every actor that is bound or owed, states for their bodies and their people too, by name."""
    return tuple(sorted((_party(side, names) for side in ledger.find_sides()), key=lambda one: (one.name, one.id)))


def _party(side: ActorId, names: Names) -> Party:
    return Party(id=side, name=names.actor(side), called=names.called(side))


def _chosen(ledger: Ledger, asked: Sequence[str], choices: tuple[Party, ...]) -> tuple[Party, ...] | None:
    known = {party.id: party for party in choices}
    names = {party.id: party.name for party in choices}
    called = [actors_called(ledger, one, names) for one in asked]
    chosen = tuple(dict.fromkeys(known[one[0]] for one in called if len(one) == 1))
    return chosen if len(chosen) == len(set(asked)) and len(chosen) > 1 else None


def _given_in_return(ledger: Ledger, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """What is given in return for these: a text often leaves open to whom, since the exchange says it."""
    here = {one.record.id for one in found}
    told = (one.record.exchange.value for one in found if isinstance(one.record, Commitment))
    wanted = {id_ for exchange in told if exchange for id_ in exchange.commitments} - here
    return tuple(ledger.find_by_ids(wanted).values())


def _last_months(found: tuple[Found, ...]) -> date | None:
    last = max((day_of(one) for one in found), default="")
    return date.fromisoformat(last) - _NEW_FOR if last else None


def _due(ledger: Ledger, undertakings: Iterable[Undertaking], on: date) -> list[tuple[Undertaking, Deadline]]:
    """What has a deadline, as `due` tells it, but with what has passed last."""
    told = running_deadlines(ledger, undertakings, on, cited=False)
    return sorted(told, key=lambda pair: (pair[1].days or 0) < 0)


def _due_promises(
    due: Sequence[tuple[Undertaking, Deadline]], known: Mapping[RecordId, Promise], names: Names
) -> tuple[Promise, ...]:
    others = promises_of((one for one, _ in due if one.id not in known), names)
    made = {**known, **{promise.id: promise for promise in others}}
    return tuple(replace(made[one.id], clock=deadline.clock, deadline=deadline.deadline_words) for one, deadline in due)


def _reworded(
    undertakings: Iterable[Undertaking], between: set[RecordId], names: Names
) -> tuple[tuple[Rewording, str], ...]:
    """The changes of wording that `changes` tells of too, with the day of each.

    All those of an undertaking of which a record stands between the parties: a report often leaves open to whom.
    """
    told = [
        (rewording, day_of(one.record(rewording.later)))
        for one in undertakings
        if not between.isdisjoint(ids_of(one))
        for rewording in rewordings_of(one, names)
    ]
    return tuple(sorted(told, key=lambda pair: (pair[0].gravity, pair[0].later)))


def _changes(ledger: Ledger, reworded: Iterable[tuple[Rewording, str]]) -> tuple[Change, ...]:
    listed = [rewording for rewording, _ in reworded]
    known = ledger.find_by_ids({record for one in listed for record in (one.earlier, one.later)})
    return tuple(
        Change(
            tie=one.tie,
            what=one.what,
            reason=one.reason,
            score=one.score,
            earlier=_version(known[one.earlier]),
            later=_version(known[one.later]),
        )
        for one in listed
    )


def _version(found: Found) -> Version:
    return Version(id=found.record.id, words=" ".join(found.words.split()), source=source_of(found.document))


def _timeline(
    ledger: Ledger,
    found: dict[str, tuple[Found, ...]],
    promises: Iterable[Promise],
    sides: tuple[Party, ...],
    names: Names,
) -> Iterator[Moment]:
    for kind, goal in (("occasions", "record"), ("instruments", "instrument")):
        for told in told_over_documents(ledger, kind, found[kind]):
            record = told.best.record
            when = record.date.value if isinstance(record, Occasion | Instrument) else None
            if isinstance(record, Occasion | Instrument) and when is not None:
                yield Moment(
                    id=record.id,
                    goal=goal,
                    kind=kind,
                    lane=kind.capitalize(),
                    start=when.start.isoformat(),
                    end=when.last.isoformat(),
                    day=day_in_words(when),
                    words=" ".join(told.best.words.split()),
                    note=str(record.kind.value or "").replace("-", " "),
                    documents=told.documents,
                )
    for promise in promises:
        if promise.first:
            bound = _bound(promise.debtors, sides)
            yield Moment(
                id=promise.id,
                goal=promise.goal,
                kind="commitments",
                lane=f"Promised by {names.called(bound.id)}" if bound else "Promised together",
                start=promise.first,
                end=promise.first,
                day=promise.first_words,
                words=promise.words,
                note=", ".join(part.text for part in promise.fields["act"].parts),
                documents=promise.documents,
            )


def _bound(debtors: Iterable[ActorId], sides: tuple[Party, ...]) -> Party | None:
    """The one side that is bound; None where several are, or others."""
    told = {side_of(debtor) for debtor in debtors}
    bound = [side for side in sides if side.id in told]
    return bound[0] if len(bound) == 1 else None


def _columns(promises: tuple[Promise, ...], sides: tuple[Party, ...]) -> tuple[Column, ...]:
    by_side = {side.id if side else "": [] for side in (*sides, None)}  # type: dict[str, list[Promise]]
    for promise in promises:
        bound = _bound(promise.debtors, sides)
        by_side[bound.id if bound else ""].append(promise)
    return tuple(Column(party=side, promises=tuple(by_side[side.id if side else ""])) for side in (*sides, None))


def _exchanges(promises: tuple[Promise, ...]) -> tuple[tuple[Promise, Promise], ...]:
    holding = {record: promise for promise in promises for record in promise.records}
    pairs: dict[frozenset[RecordId], tuple[Promise, Promise]] = {}
    for promise in promises:
        for record in promise.exchange:
            other = holding.get(record)
            if other is not None and other.id != promise.id:
                pairs.setdefault(frozenset((promise.id, other.id)), (promise, other))
    return tuple(pairs.values())
