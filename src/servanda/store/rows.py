"""Documents, readings and records as rows of the ledger's tables, and back.

The JSON in `head` and `body` is the truth; every flat column and party is computed from it here and nowhere else, so
that the ledger can be checked against itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, TypeAlias

from servanda.codebook import KINDS, Actor, Assessment, Commitment, Document, Problem, Reading, Record, When
from servanda.codebook.cells import written
from servanda.codebook.encoding import decode, encode, plain_tree
from servanda.codebook.spans import hull, words_of

Row: TypeAlias = dict[str, Any]

KIND_NAMES = {kind: name for name, kind in KINDS}
KINDS_BY_NAME = dict(KINDS)

ROLES = (
    ("debtor", "debtors"),
    ("creditor", "creditors"),
    ("speaker", "speakers"),
    ("participant", "participants"),
    ("party", "parties"),
)
"""The roles in which actors take part in a record, each with the field that names them."""

_LONGEST = 80
_OF_THE_PLACE = ("text", "location", "media_type", "raw_hash", "extractor")
_FLAT = (
    *("actor", "name", "kind", "type", "mode", "act", "object", "firmness", "novelty", "polarity", "status"),
    *("about", "valence", "place", "occasion", "instrument", "statement", "state"),
)
RECORD_COLUMNS = (
    *("document", "record_kind", "published_from", "published_to", "id", "claim", "words", "span_start", "span_end"),
    *(*_FLAT, "date_from", "date_to", "mentions", "reader", "reader_version", "rule", "method", "score", "body"),
)
"""The columns that `record_values` tells, in its order."""
PARTY_COLUMNS = ("role", "actor", "record_kind", "published_from")
"""The columns that `party_values` tells, in its order."""


def _values_of(kind: type[Record], names: Sequence[str]) -> Callable[[Record], tuple[Any, ...]]:
    """A function that tells what fields of a record hold: the value of a slot, or the field itself.

    Which fields are slots stands in the annotations; millions of records are not asked one by one.
    """
    fields = kind.__dataclass_fields__
    paths = [f"{name}.value" if str(fields[name].type).startswith("Slot") else name for name in names]
    if len(paths) > 1:
        return attrgetter(*paths)
    of_one = attrgetter(*paths) if paths else None
    return lambda record: () if of_one is None else (of_one(record),)


_FLAT_OF = {kind: tuple(at for at, name in enumerate(_FLAT) if name in kind.__dataclass_fields__) for _, kind in KINDS}
_TOLD_OF = {kind: _values_of(kind, [_FLAT[at] for at in places]) for kind, places in _FLAT_OF.items()}
_WHEN_OF = {
    kind: _values_of(kind, [name for name in ("deadline", "date") if name in kind.__dataclass_fields__][:1])
    for _, kind in KINDS
}


def _columns_of(kind: type[Record]) -> tuple[str, ...]:
    known = kind.__dataclass_fields__
    empty = {name for name in (*_FLAT, "mentions") if name not in known}
    days = set() if "deadline" in known or "date" in known else {"date_from", "date_to"}
    return tuple(name for name in RECORD_COLUMNS if name not in empty | days)


COLUMNS_OF = {name: _columns_of(kind) for name, kind in KINDS}
"""By the kinds' plural names, in which of these columns a record of the kind may have anything."""
_ROLES_OF = {kind: tuple(role for role, name in ROLES if name in kind.__dataclass_fields__) for _, kind in KINDS}
_ACTORS_OF = {
    kind: _values_of(kind, [name for _, name in ROLES if name in kind.__dataclass_fields__]) for _, kind in KINDS
}


class DamageError(Exception):
    """A row that this room did not write so: the ledger was changed behind its back."""


def time_row(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC to the microsecond, so that times sort as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def head_of(document: Document) -> str:
    """What is known of a document, but for its text and for what belongs to the place where it was found."""
    tree = plain_tree(document)
    return encode({name: value for name, value in tree.items() if name not in _OF_THE_PLACE}).decode()


def document_of(text: str, head: str, source: Row) -> Document:
    """A document out of its text, its head and the place where it was found.

    Raises:
        DamageError: the head is not one of a document.
    """
    place = {name: source[name] for name in ("location", "media_type", "raw_hash", "extractor")}
    try:
        return decode(encode({**json.loads(head), **place, "text": text}), Document)
    except ValueError as error:
        raise DamageError(f"what is known of a document cannot be read: {error}") from error


def bodies_of(reading: Reading) -> tuple[bytes, ...]:
    """The JSON of every record, in the order of the reading: made once, since it is the dearest part of adding."""
    return tuple(encode(record) for record in reading.records())


def hash_of(document: Document, reading: Reading, head: str = "", bodies: Sequence[bytes] | None = None) -> str:
    """What a reading says, all of it, as one SHA-256: two readings with the same hash are one.

    Args:
        document: the document.
        reading: what was read in it.
        head: its head, if it was made before.
        bodies: the JSON of its records, if it was made before.
    """
    said = hashlib.sha256((head or head_of(document)).encode())
    said.update(encode((reading.reader, reading.version)))
    for body in bodies_of(reading) if bodies is None else bodies:
        said.update(body)
    said.update(encode([problem.id for problem in reading.problems]))
    return said.hexdigest()


def reading_row(document: Document, reading: Reading, bodies: Sequence[bytes] | None = None) -> Row:
    """The row of a reading, but for its number and its times; from the JSON of its records, if it was made before."""
    published = document.published
    named = ("title", "outlet", "agency", "author", "dateline", "language")
    head = head_of(document)
    return {
        "document": document.id,
        **{name: getattr(document, name) for name in named},
        "kind": str(document.kind),
        "published": written(published),
        "published_from": published.start.isoformat() if published else None,
        "published_to": published.end.isoformat() if published else None,
        "head": head,
        "reader": reading.reader,
        "version": reading.version,
        **{name: len(getattr(reading, name)) for name, _ in KINDS},
        "hash": hash_of(document, reading, head, bodies),
    }


def days_of(document: Document) -> tuple[str, str]:
    """The first day on which it may have been published and the day after the last one; empty where none is known."""
    when = document.published
    return (when.start.isoformat(), when.end.isoformat()) if when else ("", "")


def record_row(record: Record, document: Document, body: bytes = b"") -> Row:
    """The row of a record, but for its number, its reading and its position; from its JSON, if it was made before."""
    told = record_values(record, document.text, days_of(document), body or encode(record))
    return dict(zip(RECORD_COLUMNS, told, strict=True))


def record_values(record: Record, text: str, days: tuple[str, str], body: bytes) -> tuple[Any, ...]:
    """The same without the names of the columns.

    Args:
        record: the record.
        text: the text of its document.
        days: the first day of publication and the day after the last one, as `days_of` has them.
        body: its JSON.
    """
    kind, origin, spans = type(record), record.origin, record.spans
    around = spans[0] if len(spans) == 1 else hull(spans)
    flat: list[str | None] = [None] * len(_FLAT)
    for at, value in zip(_FLAT_OF[kind], _TOLD_OF[kind](record), strict=True):
        if value is not None:
            flat[at] = str(value)
    (when,) = _WHEN_OF[kind](record) or (None,)
    dates = (when.start.isoformat(), when.end.isoformat()) if isinstance(when, When) else (None, None)
    return (
        record.document,
        KIND_NAMES[kind],
        *days,
        record.id,
        record.claim,
        text[around.start : around.end] if len(spans) == 1 else words_of(text, spans),
        around.start,
        around.end,
        *flat,
        *dates,
        len(record.mentions) if isinstance(record, Actor) else None,
        origin.reader,
        origin.version,
        origin.rule,
        str(origin.method),
        origin.score,
        body.decode(),
    )


def party_rows(record: Record, document: Document) -> tuple[Row, ...]:
    """Who takes part in a record, and how; but for the record's number."""
    told = party_values(record, days_of(document)[0])
    return tuple(dict(zip(PARTY_COLUMNS, values, strict=True)) for values in told)


def party_values(record: Record, first_day: str) -> tuple[tuple[str, ...], ...]:
    """The same without the names of the columns."""
    kind = KIND_NAMES[type(record)]
    return tuple((role, actor, kind, first_day) for role, actor in dict.fromkeys(_parts_in(record)))


def _parts_in(record: Record) -> Iterator[tuple[str, str]]:
    kind = type(record)
    for role, actors in zip(_ROLES_OF[kind], _ACTORS_OF[kind](record), strict=True):
        for actor in actors or ():
            yield role, actor
    if isinstance(record, Assessment):
        yield from (("target", target) for target in record.target.value or () if not target.startswith("i-"))
    elif isinstance(record, Commitment) and record.exchange.value:
        yield from (("asserter", actor) for actor in record.exchange.value.asserted_by)


def problem_row(problem: Problem) -> Row:
    """The row of a problem, but for its reading and its time."""
    told = {name: getattr(problem, name) for name in ("id", "code", "message", "location", "document")}
    return {**told, "body": encode(problem).decode()}


def record_of(body: str, record_kind: str) -> Record:
    """A record out of its JSON.

    Raises:
        DamageError: it is no record of this kind.
    """
    if record_kind not in KINDS_BY_NAME:
        raise DamageError(f"no kind of record is called {record_kind!r}")
    try:
        return decode(body, KINDS_BY_NAME[record_kind])
    except ValueError as error:
        raise DamageError(f"the record cannot be read: {error}") from error


def problem_of(body: str) -> Problem:
    """A problem out of its JSON.

    Raises:
        DamageError: it is none.
    """
    try:
        return decode(body, Problem)
    except ValueError as error:
        raise DamageError(f"the problem cannot be read: {error}") from error


def differences(held: Mapping[str, Any], due: Mapping[str, Any]) -> str:
    """In words, where a row is not what it must be; empty where it is."""
    wrong = [(name, held[name], value) for name, value in due.items() if held[name] != value]
    return "; ".join(f"{name} is {_short(there)} and must be {_short(value)}" for name, there, value in wrong)


def _short(value: Any) -> str:
    told = repr(value)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
