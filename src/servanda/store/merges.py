"""Two ledgers made one: what another ledger holds is added to this one, and what the two do not agree on is shown.

Where both have read a text, the reading that was added last counts, as if one ledger had taken in both; the other one
is kept among those that are superseded, with its records, so that judgements about them are kept too. Two readings by
the same version of a reader that differ are a conflict: then the one that counts here goes on counting. Nothing that
people decided is weighed: judgements of both are kept, and those that contradict one another are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from servanda.codebook import Judgement, Problem
from servanda.codebook.vocabulary import Verdict
from servanda.store.appends import append_documents, append_problems, append_rows, append_source
from servanda.store.databases import insert_rows
from servanda.store.finds import load_document, load_reading
from servanda.store.judgements import judgement_of
from servanda.store.rows import DamageError, problem_of
from servanda.store.schema import closings, judged, judgements, problems, readings, sources, undoings

_Row = dict[str, Any]
_PLACE = ("document", "location", "media_type", "raw_hash", "extractor")
_OPPOSED = frozenset(frozenset(pair) for pair in ((Verdict.ACCEPT, Verdict.REJECT), (Verdict.SAME, Verdict.NOT_SAME)))
_OF_VALUE = (Verdict.CORRECT, Verdict.STATUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did.

    Attributes:
        readings: how many readings were added.
        judgements: how many judgements were added.
        problems: how many problems of sources were added.
        conflicts: what the two ledgers do not agree on, whether it was added now or before.
    """

    readings: int
    judgements: int
    problems: int
    conflicts: tuple[Problem, ...]


def document_ids(connection: Connection) -> tuple[str, ...]:
    """Every document, in the order in which it was read first."""
    asked = select(readings.c.document).group_by(readings.c.document).order_by(func.min(readings.c.number))
    return tuple(connection.execute(asked).scalars())


def merge_document(source: Connection, target: Connection, identity: str, *, at: str) -> tuple[int, Problem | None]:
    """Add the readings of one document and its places; return how many, and the conflict where there is one."""
    theirs, ours = _readings(source, identity), _readings(target, identity)
    known = {row["hash"]: row["number"] for row in ours}
    last, here = _counting(theirs, identity), _counting(ours, identity) if ours else None
    new = [row for row in {row["hash"]: row for row in theirs}.values() if row["hash"] not in known]
    wins = here is None or (last in new and _is_other_reader(last, here) and last["added_at"] > here["added_at"])
    former = here["number"] if here else None
    for row in new:
        former = _append(source, target, row["number"], former, at=at)
        known[row["hash"]] = former
    if new and here is not None and not wins:
        former = _append(target, target, here["number"], former, at=at)
        _append_places(target, _places(target, identity, here["number"])[:1], former, at)
    _merge_places(source, target, identity, known, at=at)
    differs = here is not None and last["hash"] != here["hash"] and not _is_other_reader(last, here)
    return len(new), _reading_conflict(identity, last) if differs else None


def merge_problems(source: Connection, target: Connection, *, at: str) -> int:
    """Add the problems of sources that stand there and were never listed here; return how many."""
    standing = select(problems.c.body).where(
        problems.c.reading.is_(None), problems.c.number.not_in(select(closings.c.problem))
    )
    held = set(target.execute(select(problems.c.id)).scalars())
    found = [problem_of(body) for body in source.execute(standing.order_by(problems.c.number)).scalars()]
    return append_problems(target, [problem for problem in found if problem.id not in held], at=at)


def merge_judgements(source: Connection, target: Connection, *, at: str) -> tuple[int, tuple[Problem, ...]]:
    """Add what people decided there, and what they took back; return how much is new, and what contradicts it here."""
    theirs, ours = _judgements(source), _judgements(target)
    last = target.execute(select(func.max(judgements.c.number))).scalar() or 0
    new = [row for key, row in theirs.items() if key not in ours]
    for number, row in enumerate(new, last + 1):
        insert_rows(target, judgements, [{**row, "number": number, "added_at": at}])
        about = source.execute(select(judged).where(judged.c.judgement == row["number"])).mappings()
        insert_rows(target, judged, [{**told, "judgement": number} for told in about])
    for undoing in source.execute(select(undoings)).mappings().all():
        _undo(source, target, dict(undoing), at=at)
    return len(new), tuple(_contradictions(target, frozenset(theirs)))


def _readings(connection: Connection, identity: str) -> list[_Row]:
    names = ("number", "hash", "reader", "version", "added_at", "superseded_at")
    asked = select(*(readings.c[name] for name in names)).where(readings.c.document == identity)
    return [dict(row) for row in connection.execute(asked.order_by(readings.c.number)).mappings()]


def _counting(rows: list[_Row], identity: str) -> _Row:
    found = [row for row in rows if row["superseded_at"] is None]
    if len(found) != 1:
        raise DamageError(f"{len(found)} readings of {identity} count where one must")
    return found[0]


def _is_other_reader(one: _Row, other: _Row) -> bool:
    return (one["reader"], one["version"]) != (other["reader"], other["version"])


def _append(source: Connection, target: Connection, number: int, former: int | None, *, at: str) -> int:
    document = load_document(source, number)
    if document is None:
        raise DamageError(f"reading {number} has no source")
    if former is None:
        append_documents(target, [document], at)
    return append_rows(target, document, load_reading(source, number), former, at=at)


def _places(connection: Connection, identity: str, number: int | None = None) -> list[_Row]:
    asked = select(sources).where(sources.c.document == identity).order_by(sources.c.number)
    rows = connection.execute(asked if number is None else asked.where(sources.c.reading == number)).mappings()
    return [dict(row) for row in rows]


def _append_places(target: Connection, places: list[_Row], number: int, at: str) -> None:
    for row in places:
        append_source(target, {name: row[name] for name in _PLACE}, number, at)


def _merge_places(source: Connection, target: Connection, identity: str, known: dict[str, int], *, at: str) -> None:
    """Every place of theirs, with the same reading as there, unless this ledger has noted it so."""
    hashes = {row["number"]: row["hash"] for row in _readings(source, identity)}
    held = {_place_of(row) for row in _places(target, identity)}
    for row in _places(source, identity):
        number = known[hashes[row["reading"]]]
        place = _place_of({**row, "reading": number})
        if place not in held:
            held.add(place)
            _append_places(target, [row], number, at)


def _place_of(row: _Row) -> tuple[Any, ...]:
    return (row["reading"], *(row[name] for name in _PLACE))


def _reading_conflict(identity: str, row: _Row) -> Problem:
    who = f"{row['reader']} {row['version']}"
    message = f"{who} has read it differently in the other ledger; what counted here counts still, and both are kept"
    return Problem(code="conflict", message=message, document=identity)


def _judgements(connection: Connection) -> dict[str, _Row]:
    rows = connection.execute(select(judgements).order_by(judgements.c.number)).mappings()
    return {row["id"]: dict(row) for row in rows}


def _undo(source: Connection, target: Connection, row: _Row, *, at: str) -> None:
    asked = select(judgements.c.id).where(judgements.c.number == row["judgement"])
    key = source.execute(asked).scalar_one()
    number = target.execute(select(judgements.c.number).where(judgements.c.id == key)).scalar_one()
    if not target.execute(select(undoings.c.judge).where(undoings.c.judgement == number)).first():
        insert_rows(target, undoings, [{**row, "judgement": number, "added_at": at}])


def _contradictions(target: Connection, theirs: frozenset[str]) -> Iterator[Problem]:
    """Pairs of standing judgements, one of theirs and one that is only ours, that cannot both be right."""
    taken_back = select(undoings.c.judgement)
    asked = select(judgements.c.body).where(judgements.c.number.not_in(taken_back)).order_by(judgements.c.number)
    standing = [judgement_of(body) for body in target.execute(asked).scalars()]
    ours: dict[frozenset[str], list[Judgement]] = {}
    for one in standing:
        if one.id not in theirs:
            ours.setdefault(frozenset(one.records), []).append(one)
    for one in standing:
        if one.id in theirs:
            for other in ours.get(frozenset(one.records), ()):
                if _contradict(one, other):
                    yield _judgement_conflict(one, other)


def _contradict(one: Judgement, other: Judgement) -> bool:
    if frozenset((one.verdict, other.verdict)) in _OPPOSED:
        return True
    alike = one.verdict == other.verdict and one.verdict in _OF_VALUE and one.slot == other.slot
    return alike and one.value != other.value


def _judgement_conflict(one: Judgement, other: Judgement) -> Problem:
    told = [f"{judgement.by} says {_told(judgement)} ({judgement.id})" for judgement in (other, one)]
    return Problem(code="conflict", message=f"{' and '.join(one.records)}: {', '.join(told)}")


def _told(judgement: Judgement) -> str:
    said = f"{judgement.slot} is" if judgement.slot else str(judgement.verdict)
    return f"{said} {judgement.value}".strip()
