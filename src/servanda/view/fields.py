"""The fields of a record as a page shows them: what the text says, how that is known, and in which words.

Each kind has a table that says how its fields are shown. A field that the text leaves open stays apart from one that
says no; a page can tell them apart by `known` alone. There is no markup here: a part that leads somewhere names the
kind and id of its goal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from servanda.codebook import NARRATOR, ActorId, Commitment, Exchange, Quantity, Record, RecordId, Relay, Spans, When
from servanda.codebook.cells import Cell, cell_of, written
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import Act, Known, Polarity, Term
from servanda.view.deeds import told_object
from servanda.view.names import Names, day_in_words, quantity_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One value of a field.

    Attributes:
        text: as a person reads it.
        code: the codebook's own word or id, where it differs.
        note: what the word means.
        goal: what it leads to: `actor`, `record`, or empty.
        id: id of the goal.
    """

    text: str
    code: str = ""
    note: str = ""
    goal: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of one record.

    Attributes:
        slot: the field's name in the codebook.
        label: its name on the page.
        known: stated, unstated or unclear.
        parts: the values; empty unless stated.
        absent: what to show where nothing is stated.
        words: the words of the document that bear the value.
        spans: where these words stand.
        reason: how the value was worked out, or what makes it unclear.
        read: what was read, in a word or two, where a person corrected it; else empty.
        corrected_by: who corrected it; empty where nobody did.
    """

    slot: str
    label: str
    known: Known
    parts: tuple[Part, ...] = ()
    absent: str = "not stated"
    words: str = ""
    spans: Spans = ()
    reason: str = ""
    read: str = ""
    corrected_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one field of a kind of record is shown.

    Attributes:
        slot: its name in the codebook.
        label: its name on the page.
        parts: turns a stated value into what a person reads.
        absent: what to show where nothing is stated.
    """

    slot: str
    label: str
    parts: Callable[[Any, Names], tuple[Part, ...]]
    absent: str = "not stated"


def fields_of(
    record: Record, manners: tuple[Manner, ...], text: str, names: Names, *, evidence: str = ""
) -> tuple[Field, ...]:
    """Fields of a record, in the order of `manners`.

    Args:
        record: the record.
        manners: how to show which of its fields.
        text: the text of its document.
        names: the names of actors.
        evidence: the words at the record's spans, where an object is to be told with its verb; empty for the codebook's object.
    """
    shown = (_field(cell_of(record, manner.slot), manner, text, names) for manner in manners)
    return tuple(_as_told(field, record, evidence) for field in shown)


def _field(cell: Cell, manner: Manner, text: str, names: Names) -> Field:
    words = words_of(text, cell.spans)
    # A field that is nothing but words, such as the wording, has them for its value.
    value = words if cell.value is None else cell.value
    return Field(
        slot=cell.slot,
        label=manner.label,
        known=cell.known,
        parts=manner.parts(value, names) if cell.known is Known.STATED else (),
        absent=manner.absent,
        words=words,
        spans=cell.spans,
        reason=cell.reason,
    )


def _as_told(field: Field, record: Record, evidence: str) -> Field:
    if not isinstance(record, Commitment):
        return field
    if field.slot == "act" and record.polarity.value is Polarity.MINUS:
        return _declined(field)
    if field.slot == "object" and evidence and field.parts:
        return replace(field, parts=(Part(text=told_object(record, evidence)),))
    return field


def _declined(field: Field) -> Field:
    """An act that the party declines; without the word, a refusal would read as a promise."""
    return replace(field, parts=tuple(replace(part, text=f"declines: {part.text}") for part in field.parts))


def _words(value: str, names: Names) -> tuple[Part, ...]:  # noqa: ARG001 - one shape for every field
    return (Part(text=value),)


def _actor(value: ActorId, names: Names) -> tuple[Part, ...]:
    name = names.actor(value)
    return (Part(text=name),) if value == NARRATOR else (Part(text=name, code=value, goal="actor", id=value),)


def _actors(value: tuple[ActorId, ...], names: Names) -> tuple[Part, ...]:
    return tuple(part for actor in value for part in _actor(actor, names)) or (Part(text="none named"),)


def _creditors(value: tuple[ActorId, ...], names: Names) -> tuple[Part, ...]:
    return _actors(value, names) if value else (Part(text="each other, jointly"),)


def _targets(value: tuple[str, ...], names: Names) -> tuple[Part, ...]:
    return tuple(
        part for id_ in value for part in (_record(id_, names) if id_.startswith("i-") else _actor(id_, names))
    )


def _term(value: Term, names: Names) -> tuple[Part, ...]:  # noqa: ARG001
    return (Part(text=value.value.replace("-", " "), code=value.value, note=value.meaning),)


def _act(value: Term, names: Names) -> tuple[Part, ...]:
    return (Part(text="another act", code=value.value, note=value.meaning),) if is_other(value) else _term(value, names)


def is_other(act: Term | str) -> bool:
    """Whether an act is none of those that the codebook names: where room is short it need not be shown."""
    return act == Act.OTHER


def _meant(value: Term, names: Names) -> tuple[Part, ...]:  # noqa: ARG001
    return (Part(text=value.meaning, code=value.value),)


def _quantities(value: tuple[Quantity, ...], names: Names) -> tuple[Part, ...]:  # noqa: ARG001
    return tuple(Part(text=quantity_in_words(q), code=written(q) or "") for q in value)


def _when(value: When, names: Names) -> tuple[Part, ...]:  # noqa: ARG001
    return (Part(text=day_in_words(value), code=str(value)),)


_RECORD_NOUNS = {"s": "the statement", "o": "the occasion", "i": "the instrument", "c": "the commitment"}


def _record(value: RecordId, names: Names) -> tuple[Part, ...]:
    text = names.records.get(value) or _RECORD_NOUNS.get(value[:1], "the record")
    return (Part(text=text, code=value, goal="record", id=value),)


def _exchange(value: Exchange, names: Names) -> tuple[Part, ...]:
    partners = tuple(part for id_ in value.commitments for part in _record(id_, names))
    claims = (
        replace(part, text=f"as {part.text} says") for actor in value.asserted_by for part in _actor(actor, names)
    )
    return (*partners, *claims)


def _relays(value: tuple[Relay, ...], names: Names) -> tuple[Part, ...]:  # noqa: ARG001
    return tuple(Part(text=relay.name.replace("-", " "), code=relay.name, note="relay") for relay in value)


MANNERS: dict[str, tuple[Manner, ...]] = {
    "commitments": (
        Manner(slot="debtors", label="Who", parts=_actors),
        Manner(slot="creditors", label="To whom", parts=_creditors),
        Manner(slot="act", label="Act", parts=_act),
        Manner(slot="object", label="What", parts=_words),
        Manner(slot="quantities", label="How much", parts=_quantities),
        Manner(slot="deadline", label="By when", parts=_when),
        Manner(slot="firmness", label="Firmness", parts=_term),
        Manner(slot="wording", label="Wording", parts=_words, absent="no word of its own"),
        Manner(slot="condition", label="Condition", parts=_words, absent="none stated"),
        Manner(slot="novelty", label="New or reaffirmed", parts=_term),
        Manner(slot="polarity", label="Undertaken or declined", parts=_meant),
        Manner(slot="status", label="Status", parts=_term),
        Manner(slot="exchange", label="In return for", parts=_exchange),
        Manner(slot="statement", label="Said in", parts=_record),
        Manner(slot="instrument", label="Held by", parts=_record),
    ),
    "statements": (
        Manner(slot="speakers", label="Who", parts=_actors),
        Manner(slot="cue", label="Reporting word", parts=_words, absent="none of its own"),
        Manner(slot="content", label="What was said", parts=_words),
        Manner(slot="mode", label="How", parts=_term),
        Manner(slot="via", label="Relayed by", parts=_relays, absent="no relay named"),
        Manner(slot="occasion", label="Occasion", parts=_record),
        Manner(slot="date", label="When", parts=_when),
    ),
    "occasions": (
        Manner(slot="type", label="Event type", parts=_term),
        Manner(slot="kind", label="Kind", parts=_term),
        Manner(slot="participants", label="Who took part", parts=_actors),
        Manner(slot="date", label="When", parts=_when),
        Manner(slot="place", label="Where", parts=_words),
        Manner(slot="status", label="Status", parts=_term),
    ),
    "instruments": (
        Manner(slot="name", label="Name", parts=_words),
        Manner(slot="kind", label="Kind", parts=_term),
        Manner(slot="parties", label="Parties", parts=_actors),
        Manner(slot="date", label="Adopted", parts=_when),
        Manner(slot="status", label="Status", parts=_term),
    ),
    "assessments": (
        Manner(slot="speakers", label="Who", parts=_actors),
        Manner(slot="span", label="Words", parts=_words),
        Manner(slot="about", label="About", parts=_term),
        Manner(slot="target", label="Of whom or what", parts=_targets),
        Manner(slot="valence", label="Praise or blame", parts=_meant),
    ),
    "actors": (
        Manner(slot="actor", label="Actor", parts=_actor),
        Manner(slot="kind", label="Kind", parts=_term),
        Manner(slot="state", label="State", parts=_actor),
        Manner(slot="office", label="Office", parts=_words),
    ),
}
"""How the fields of each kind are shown, in the order of a page."""


def manners_of(kind: str, *slots: str) -> tuple[Manner, ...]:
    """How to show these fields of a kind, in this order; all of them where none is named."""
    known = {manner.slot: manner for manner in MANNERS[kind]}
    return tuple(known[slot] for slot in slots) if slots else MANNERS[kind]
