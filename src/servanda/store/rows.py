"""Documents, readings and records as rows of the ledger's tables, and back.

The JSON in `head` and `body` is the truth; every flat column, cell and party is computed from it here and nowhere
else, so that the ledger can be checked against itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from servanda.codebook import KINDS, Actor, Assessment, Commitment, Document, Problem, Reading, Record, Slot, When
from servanda.codebook.cells import cells_of, written
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
_FLAT = ("actor", "name", "kind", "type", "mode", "act", "object", "firmness", "novelty", "polarity", "status")
_FLAT_TOO = ("about", "valence", "place", "occasion", "instrument", "statement")


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


def hash_of(document: Document, reading: Reading) -> str:
    """What a reading says, all of it, as one SHA-256: two readings with the same hash are one."""
    said = hashlib.sha256(head_of(document).encode())
    said.update(encode((reading.reader, reading.version)))
    for record in reading.records():
        said.update(encode(record))
    said.update(encode([problem.id for problem in reading.problems]))
    return said.hexdigest()


def reading_row(document: Document, reading: Reading) -> Row:
    """The row of a reading, but for its number and its times."""
    published = document.published
    named = ("title", "outlet", "agency", "author", "dateline", "language")
    return {
        "document": document.id,
        **{name: getattr(document, name) for name in named},
        "kind": str(document.kind),
        "published": written(published),
        "published_from": published.start.isoformat() if published else None,
        "published_to": published.end.isoformat() if published else None,
        "head": head_of(document),
        "reader": reading.reader,
        "version": reading.version,
        **{name: len(getattr(reading, name)) for name, _ in KINDS},
        "hash": hash_of(document, reading),
    }


def record_row(record: Record, text: str) -> Row:
    """The row of a record, but for its number, its reading and its position."""
    around = hull(record.spans)
    when = _value(record, "deadline" if isinstance(record, Commitment) else "date")
    flat = {name: written(_value(record, name)) for name in (*_FLAT, *_FLAT_TOO)}
    return {
        "document": record.document,
        "record_kind": KIND_NAMES[type(record)],
        "id": record.id,
        "claim": record.claim,
        "words": words_of(text, record.spans),
        "span_start": around.start,
        "span_end": around.end,
        **flat,
        "date_from": when.start.isoformat() if isinstance(when, When) else None,
        "date_to": when.end.isoformat() if isinstance(when, When) else None,
        "mentions": len(record.mentions) if isinstance(record, Actor) else None,
        "reader": record.origin.reader,
        "reader_version": record.origin.version,
        "rule": record.origin.rule,
        "method": str(record.origin.method),
        "score": record.origin.score,
        "body": encode(record).decode(),
    }


def cell_rows(record: Record, text: str) -> Iterator[Row]:
    """A row for every span of every field, and one for a field that stands nowhere; but for the record's number."""
    for cell in cells_of(record):
        told = {"slot": cell.slot, "value": written(cell.value), "known": str(cell.known), "reason": cell.reason}
        if not cell.spans:
            yield {**told, "position": 0, "span_start": None, "span_end": None, "words": None}
        for position, span in enumerate(cell.spans):
            place = {"span_start": span.start, "span_end": span.end, "words": span.of(text)}
            yield {**told, "position": position, **place}


def party_rows(record: Record) -> tuple[Row, ...]:
    """Who takes part in a record, and how; but for the record's number."""
    found = [(role, actor) for role, name in ROLES for actor in _value(record, name) or ()]
    if isinstance(record, Actor):
        found.append(("actor", record.actor))
    if isinstance(record, Assessment):
        found.extend(("target", target) for target in record.target.value or () if not target.startswith("i-"))
    if isinstance(record, Commitment) and record.exchange.value:
        found.extend(("asserter", actor) for actor in record.exchange.value.asserted_by)
    return tuple({"role": role, "actor": actor} for role, actor in dict.fromkeys(found))


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


def _value(record: Record, name: str) -> Any:
    held = getattr(record, name, None)
    return held.value if isinstance(held, Slot) else held
