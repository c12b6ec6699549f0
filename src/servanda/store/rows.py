"""Documents, readings and records as rows of the ledger's tables, and back.

The JSON in `head` and `body` is the truth; every flat column and party is computed from it here and nowhere else, so
that the ledger can be checked against itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from servanda.codebook import KINDS, Actor, Assessment, Commitment, Document, Problem, Reading, Record, Slot, When
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
_BLANK: Row = dict.fromkeys((*_FLAT, "date_from", "date_to", "mentions"))
_FLAT_OF = {kind: tuple(name for name in _FLAT if name in kind.__dataclass_fields__) for _, kind in KINDS}
_ROLES_OF = {kind: tuple(pair for pair in ROLES if pair[1] in kind.__dataclass_fields__) for _, kind in KINDS}


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
    kind, origin, spans = type(record), record.origin, record.spans
    first, after = days_of(document)
    around = spans[0] if len(spans) == 1 else hull(spans)
    when = _value(record, "deadline" if kind is Commitment else "date")
    row = {
        "document": record.document,
        "record_kind": KIND_NAMES[kind],
        "published_from": first,
        "published_to": after,
        "id": record.id,
        "claim": record.claim,
        "words": words_of(document.text, spans),
        "span_start": around.start,
        "span_end": around.end,
        **_BLANK,
        "reader": origin.reader,
        "reader_version": origin.version,
        "rule": origin.rule,
        "method": str(origin.method),
        "score": origin.score,
        "body": (body or encode(record)).decode(),
    }
    for name in _FLAT_OF[kind]:
        if (value := _value(record, name)) is not None:
            row[name] = str(value)
    if isinstance(when, When):
        row["date_from"], row["date_to"] = when.start.isoformat(), when.end.isoformat()
    if isinstance(record, Actor):
        row["mentions"] = len(record.mentions)
    return row


def party_rows(record: Record, document: Document) -> tuple[Row, ...]:
    """Who takes part in a record, and how; but for the record's number."""
    found = [(role, actor) for role, name in _ROLES_OF[type(record)] for actor in _value(record, name) or ()]
    if isinstance(record, Actor):
        found.append(("actor", record.actor))
    if isinstance(record, Assessment):
        found.extend(("target", target) for target in record.target.value or () if not target.startswith("i-"))
    if isinstance(record, Commitment) and record.exchange.value:
        found.extend(("asserter", actor) for actor in record.exchange.value.asserted_by)
    told = {"record_kind": KIND_NAMES[type(record)], "published_from": days_of(document)[0]}
    return tuple({"role": role, "actor": actor, **told} for role, actor in dict.fromkeys(found))


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
