"""A record as a row of cells: each field with its value, how it is known, and the words that bear it.

Tables, exports and pages show records through this one list, so that none of them can leave a field out or lose the
difference between unstated and no. Nothing is read or decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from servanda.codebook.actors import Actor, Mention
from servanda.codebook.commitments import Exchange, Quantity
from servanda.codebook.readings import Record
from servanda.codebook.slots import Slot
from servanda.codebook.spans import Span, Spans
from servanda.codebook.statements import Relay
from servanda.codebook.vocabulary import Known

_APART = frozenset({"document", "origin", "id", "claim", "words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field of one record.

    Attributes:
        slot: the field's name, as the codebook has it.
        value: what is recorded; None unless it is stated, and for a field that is nothing but words.
        known: stated, unstated or unclear.
        reason: how the value was worked out, or why it is unclear.
        spans: the words that bear it.
    """

    slot: str
    value: Any
    known: Known
    reason: str
    spans: Spans


def cells_of(record: Record) -> tuple[Cell, ...]:
    """Every field of a record that the codebook names, in its order."""
    return tuple(cell_of(record, name) for name in slots_of(type(record)))


def cell_of(record: Record, slot: str) -> Cell:
    """One field of a record, by its name."""
    return _cell(record, slot, getattr(record, slot))


def slots_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of the fields that the codebook gives to this kind of record, in its order."""
    return tuple(field.name for field in fields(kind) if field.name not in _APART)


def written(value: Any) -> str | None:
    """A value as the codebook writes it, lists with `; ` between; None for none, and an empty text for an empty list."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return "; ".join(written(part) or "" for part in value)
    if isinstance(value, Quantity):
        bound, per = f"{value.bound} " if value.bound else "", f" per {value.per}" if value.per else ""
        return f"{bound}{value.value} {value.unit}{per} ({value.role})"
    if isinstance(value, Exchange):
        return f"{written(value.commitments)} (as {written(value.asserted_by) or 'nobody'} says)"
    if isinstance(value, Relay):
        return value.name
    return str(value)


def _cell(record: Record, name: str, held: Any) -> Cell:
    if isinstance(held, Slot):
        return Cell(slot=name, value=held.value, known=held.known, reason=held.reason, spans=held.spans)
    if isinstance(held, Span) or held is None:
        return _words(name, () if held is None else (held,))
    if not isinstance(held, tuple):
        # What every record of its kind has (a statement's mode) rests on the record's own words; an actor's name and
        # kind on its first mention, since all of them stand under `mentions` once.
        spans = record.spans[:1] if isinstance(record, Actor) else record.spans
        return Cell(slot=name, value=held, known=Known.STATED, reason="", spans=spans)
    if any(isinstance(part, Relay) for part in held):
        spans = tuple(relay.span for relay in held)
        return Cell(slot=name, value=held, known=Known.STATED, reason="", spans=spans)
    return _words(name, tuple(part.span if isinstance(part, Mention) else part for part in held))


def _words(name: str, spans: Spans) -> Cell:
    known = Known.STATED if spans else Known.UNSTATED
    return Cell(slot=name, value=None, known=known, reason="", spans=spans)
