"""Discourse Network Analyzer's tables as a person left them → what that says of the records of the ledger.

They are the tables of `discourse_networks.py`, changed in a spreadsheet, or those that its `export.R` wrote out of a DNA
database. There a record has no id, so that it is known by its place, and by the rest of the row where several share one.
What fits no record, and what a field of ours has no room for, is told and not guessed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from servanda.codebook import ActorId, Document, DocumentId, Problem, Reading, RecordId, Span
from servanda.codebook.vocabulary import ActorKind, Polarity
from servanda.lexicon.states import load_states
from servanda.view.markings import NONE, Marking, Sheet, markings_of
from servanda.write.discourse_networks import (
    COMMITMENT,
    STATEMENT,
    Places,
    StatementRow,
    fingerprint_of,
    side_of,
    statement_rows,
)
from servanda.write.tables import unguarded

Held: TypeAlias = Callable[[DocumentId], tuple[Document, Reading] | None]
"""What the ledger has of a document."""

_Row: TypeAlias = Mapping[str, str]
_Due: TypeAlias = Mapping[RecordId, Sequence[StatementRow]]
_DOCUMENTS = "documents.csv"
_NAMES = {"startcaret": "start", "endcaret": "stop"}
_WANTED = frozenset({"documentid", "start", "stop", "concept", "person", "organization", "agreement"})
_FIELDS = {
    "concept": "act",
    "agreement": "polarity",
    "object": "object",
    "counterpart": "creditors",
    "firmness": "firmness",
}
"""By the columns of a commitment, which field of it each is."""
_AGREES = {"1": "1", "true": "1", "0": "0", "false": "0"}
_POLARITY = {"1": str(Polarity.PLUS), "0": str(Polarity.MINUS)}
_SHORT = 60


def find_statement_tables(path: Path) -> tuple[Path, ...]:
    """The tables of statements in a folder, or this one, where a table of documents lies beside; none otherwise."""
    is_folder = path.is_dir()
    if not is_folder and path.suffix != ".csv":
        return ()
    found = sorted(path.glob("*.csv")) if is_folder else [path]
    beside = (path if is_folder else path.parent) / _DOCUMENTS
    return tuple(one for one in found if one != beside and beside.is_file() and _is_table(one))


def load_statement_tables(tables: Sequence[Path], held: Held) -> Iterator[Sheet | Problem]:
    """What people left in tables of one folder, a sheet a document.

    Args:
        tables: as `find_statement_tables` gives them.
        held: what the ledger has of a document.

    Raises:
        ValueError: a table is none.
        OSError: one cannot be read.
    """
    rows = [row for table in tables for row in _rows(table)]
    notes = {row.get("id", ""): row.get("notes", "").split() for row in _rows(tables[0].with_name(_DOCUMENTS))}
    for number in sorted({row["documentid"] for row in rows} - {number for number, words in notes.items() if words}):
        message = f"Document {number} is not in {_DOCUMENTS}, or its notes are gone, so nothing was taken from it."
        yield Problem(code="no-such-document", message=message, location=str(tables[0]))
    types, place = {_type_of(row) for row in rows}, str(tables[0].parent)
    listed: dict[str, list[_Row]] = {}
    for row in rows:
        listed.setdefault(row["documentid"], []).append(row)
    for number, words in notes.items():
        there = held(words[0]) if words else None
        theirs = listed.get(number, [])
        if there is not None:
            yield _sheet(*there, theirs, types, fingerprint=" ".join(words[1:]), location=place)
        elif theirs and words:
            yield Sheet(document=words[0], markings=(), location=place)


def _sheet(  # noqa: PLR0913 - two sides of one document
    document: Document, reading: Reading, rows: list[_Row], types: set[str], *, fingerprint: str, location: str
) -> Sheet:
    """One document; of a type that no table has, nothing is said."""
    went_out = tuple(statement_rows(document, reading))
    due: dict[RecordId, list[StatementRow]] = {}
    for row in went_out:
        if row.statement_type in types:
            due.setdefault(row.record, []).append(row)
    taken, left = _assigned(due, rows)
    own = {marking.record: marking for marking in markings_of(reading)}
    names, places = _names_in(reading), Places(document.text)
    markings, strays = [], [f"“{_short(row['concept'])}” as {_type_of(row)}" for row in left]
    for record, found in taken.items():
        marking, told = _marking(own[record], due[record], found, names, places)
        markings.append(marking)
        strays.extend(told)
    gone = due.keys() - taken.keys() - {key for key in due for row in left for one in due[key] if _touches(one, row)}
    if gone and fingerprint != fingerprint_of(went_out):
        strays.append("what is gone from the table, since the document was read anew after it went out")
        gone = set()
    handed = frozenset({*taken, *gone})
    return Sheet(document=document.id, markings=tuple(markings), handed=handed, location=location, strays=tuple(strays))


def _assigned(due: _Due, rows: Sequence[_Row]) -> tuple[dict[RecordId, list[_Row]], list[_Row]]:
    """Which rows are of which record, and those that are of none, or could be of several."""
    taken: dict[RecordId, list[int]] = {}
    left = list(range(len(rows)))
    for fits in (_has_id, _is_same, _is_alike, _has_place, _touches):
        # What fits is found for all rows before any is given away, so that their order decides nothing.
        before, still = set(taken), []
        for number in left:
            found = [key for key, listed in due.items() if any(fits(one, rows[number]) for one in listed)]
            found = [key for key in found if key not in before] or ([] if fits is _touches else found)
            if len(found) == 1:
                taken.setdefault(found[0], []).append(number)
            else:
                still.append(number)
        left = still
    return {key: [rows[number] for number in sorted(found)] for key, found in taken.items()}, [rows[n] for n in left]


def _has_id(due: StatementRow, row: _Row) -> bool:
    return row.get("record") == due.record


def _is_same(due: StatementRow, row: _Row) -> bool:
    return _is_alike(due, row) and _side(row) == (due.person, due.organization)


def _is_alike(due: StatementRow, row: _Row) -> bool:
    return _has_place(due, row) and not any(_changed(due, row))


def _has_place(due: StatementRow, row: _Row) -> bool:
    return due.statement_type == _type_of(row) and _place_of(row) == (due.start, due.stop)


def _touches(due: StatementRow, row: _Row) -> bool:
    place = _place_of(row)
    is_near = place is not None and place[0] < due.stop and due.start < place[1]
    return is_near and due.statement_type == _type_of(row)


def _changed(due: StatementRow, row: _Row) -> Iterator[str]:
    """The columns in which a row differs, but for place and side; a column that a table lacks differs from nothing."""
    return (name for name in _FIELDS if name in row and row[name] != str(getattr(due, name)))


def _marking(
    own: Marking,
    due: Sequence[StatementRow],
    found: Sequence[_Row],
    names: Mapping[tuple[str, str], ActorId],
    places: Places,
) -> tuple[Marking, list[str]]:
    """A record as the tables have it now; and in words what in its rows no field of it has room for."""
    row, was = found[0], due[0]
    if any({*_changed(was, one)} != {*_changed(was, row)} or _place_of(one) != _place_of(row) for one in found):
        return replace(own, shown=frozenset()), [f"several rows of {own.record} that are not alike"]
    changes = _changes(was, row, names)
    sides = [_side(one) for one in found]
    if {*sides} != {(one.person, one.organization) for one in due}:
        slot = "speakers" if was.statement_type == STATEMENT else "debtors"
        changes[slot] = _joined(names.get(side) for side in dict.fromkeys(sides) if any(side))
    told = [f"what the table has as {name} of {own.record}" for name, value in changes.items() if value is None]
    fields = {**own.fields, **{slot: value for slot, value in changes.items() if value is not None}}
    place = _place_of(row)
    if place is not None and place != (was.start, was.stop):
        span = _span_at(places, place)
        told += [] if span else [f"a place of {own.record} that the text does not have"]
        own = replace(own, spans=(span,)) if span else own
    shown = frozenset(slot for slot, value in changes.items() if value is not None)
    return replace(own, fields={slot: value for slot, value in fields.items() if value != NONE}, shown=shown), told


def _span_at(places: Places, place: tuple[int, int]) -> Span | None:
    """The stretch at such a place; None where it is none of the text."""
    first, last = map(places.back, place)
    return Span(first, last) if first < last and places.of((Span(first, last),)) == place else None


def _changes(was: StatementRow, row: _Row, names: Mapping[tuple[str, str], ActorId]) -> dict[str, str | None]:
    """What a row says otherwise, by field; None where no field takes it, as of what somebody said its coded concept."""
    told = {name: row[name] for name in _changed(was, row)}
    if was.statement_type == STATEMENT:
        return dict.fromkeys(told)
    values: dict[str, str | None] = {_FIELDS[name]: value or NONE for name, value in told.items()}
    if "agreement" in told:
        values["polarity"] = _POLARITY.get(told["agreement"])
    if "counterpart" in told:
        parts = [part.strip() for part in told["counterpart"].split(";") if part.strip()]
        values["creditors"] = _joined(names.get(("", part)) for part in parts)
    return values


def _joined(found: Iterable[ActorId | None]) -> str | None:
    """Actors as a field has them; None where one of them is unknown."""
    listed = list(found)
    known = [actor for actor in listed if actor is not None]
    return ("; ".join(known) or NONE) if len(known) == len(listed) else None


def _names_in(reading: Reading) -> dict[tuple[str, str], ActorId]:
    """Actors by person and organization as the tables have them: of the reading by name and id, and all states.

    A name of several actors of the reading stands for none.
    """
    actors = {actor.actor: actor for actor in reading.actors}
    told = [(side_of(key, actors), key) for key in actors]
    told += [((actor.name, ""), key) for key, actor in actors.items() if actor.kind is ActorKind.PERSON]
    several = {side for side, number in Counter(side for side, _ in set(told)).items() if number > 1}
    found = {side: key for side, key in told if side not in several}
    named = (key for one in reading.statements for key in one.speakers.value or ())
    bound = (key for one in reading.commitments for slot in (one.debtors, one.creditors) for key in slot.value or ())
    found.update({("", key): key for key in (*actors, *named, *bound)})
    states = {("", name): key for key, state in load_states().items() for name in (key, state.name)}
    return {**{side: key for side, key in states.items() if side not in several}, **found}


def _side(row: _Row) -> tuple[str, str]:
    return row["person"].strip(), row["organization"].strip()


def _place_of(row: _Row) -> tuple[int, int] | None:
    start, stop = row["start"], row["stop"]
    is_place = start.isdecimal() and stop.isdecimal() and int(start) < int(stop)
    return (int(start), int(stop)) if is_place else None


def _type_of(row: _Row) -> str:
    return row.get("statementtype") or (COMMITMENT if "firmness" in row else STATEMENT)


def _is_table(path: Path) -> bool:
    try:
        return frozenset(next(_lines(path), ())) >= _WANTED
    except (OSError, ValueError):
        return False


def _rows(path: Path) -> Iterator[_Row]:
    """The rows of a table by the names of their columns; a spreadsheet may leave out empty cells at the end of a row.

    Raises:
        ValueError: a row ends before a cell that every table has.
    """
    lines = _lines(path)
    names = next(lines, [])
    needed = _WANTED.intersection(names)
    for number, line in enumerate(filter(None, lines), start=1):
        row = {name: unguarded(value) for name, value in zip(names, line, strict=False)}
        if "agreement" in row:
            row["agreement"] = _AGREES.get(row["agreement"].lower(), row["agreement"])
        if not needed <= row.keys():
            raise ValueError(f"row {number} of {path.name} ends too early")
        yield row


def _lines(path: Path) -> Iterator[list[str]]:
    """The lines of a table, whose first one has the names of its columns without signs and capitals."""
    text = path.read_bytes().decode("utf-8-sig")
    head = text.partition("\n")[0]
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        for number, line in enumerate(lines):
            yield line if number else [_name(word) for word in line]
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _name(word: str) -> str:
    plain = "".join(sign for sign in word.lower() if sign.isalnum())
    return _NAMES.get(plain, plain)


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
