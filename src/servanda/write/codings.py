"""A reading in the codebook's gold form: one JSON object a document, with local ids in the order of the text.

The form has no place for what is unclear, for reasons, for the words behind single fields, or for bounds and rates of
quantities: it is for measuring and for other programs that read gold files. Exports that keep all of it are `lines.py`
and `tables.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from servanda.codebook import (
    Actor,
    Assessment,
    Commitment,
    Document,
    Exchange,
    Instrument,
    Occasion,
    Quantity,
    Reading,
    Record,
    RecordId,
    Slot,
    Span,
    Statement,
    When,
)

Coding: TypeAlias = dict[str, Any]
Names: TypeAlias = Mapping[RecordId, str]


def coding_of(document: Document, reading: Reading) -> Coding:
    """The reading as a gold file has it; `None` and empty lists stand for what is unstated or unclear."""
    names = _local_names(reading)
    return {
        "document": _document(document),
        "actors": [_actor(actor) for actor in _in_text_order(reading.actors)],
        **{
            kind: [{"id": names[record.id], **code(record, names)} for record in _in_text_order(getattr(reading, kind))]
            for kind, _, code in _KINDS
        },
    }


def _local_names(reading: Reading) -> Names:
    return {
        record.id: f"{letter}{number}"
        for kind, letter, _ in _KINDS
        for number, record in enumerate(_in_text_order(getattr(reading, kind)), 1)
    }


def _in_text_order(records: Iterable[Record]) -> list[Any]:
    return sorted(records, key=lambda record: (min(record.spans), max(record.spans), record.id))


def _document(document: Document) -> Coding:
    named = ("title", "outlet", "agency", "dateline", "language")
    return {
        "kind": str(document.kind),
        **{name: getattr(document, name) for name in named},
        "published": _written(document.published),
        "furniture": _pairs(document.furniture),
    }


def _actor(actor: Actor) -> Coding:
    return {"id": actor.actor, "kind": str(actor.kind), "name": actor.name, "mentions": _pairs(actor.spans)}


def _statement(statement: Statement, names: Names) -> Coding:
    return {
        "speakers": _listed(statement.speakers),
        "cue": _pairs((statement.cue,)) if statement.cue else None,
        "content": _pairs(statement.content),
        "mode": str(statement.mode),
        "via": [relay.name for relay in statement.via],
        "occasion": _named(statement.occasion, names),
        "date": _written(statement.date.value),
    }


def _occasion(occasion: Occasion, _names: Names) -> Coding:
    return {
        "type": _written(occasion.type.value),
        "kind": _written(occasion.kind.value),
        "participants": _listed(occasion.participants),
        "date": _written(occasion.date.value),
        "place": occasion.place.value,
        "status": _written(occasion.status.value),
        "span": _pairs(occasion.span),
    }


def _instrument(instrument: Instrument, _names: Names) -> Coding:
    return {
        "name": instrument.name,
        "kind": _written(instrument.kind.value),
        "parties": _listed(instrument.parties),
        "date": _written(instrument.date.value),
        "status": _written(instrument.status.value),
        "span": _pairs(instrument.span),
    }


def _commitment(commitment: Commitment, names: Names) -> Coding:
    exchange = commitment.exchange.value
    return {
        "debtors": _listed(commitment.debtors),
        "creditors": _listed(commitment.creditors),
        "span": _pairs(commitment.span),
        "act": _written(commitment.act.value),
        "object": commitment.object.value,
        "quantities": [_quantity(quantity) for quantity in commitment.quantities.value or ()],
        "deadline": _written(commitment.deadline.value),
        "exchange": _exchange(exchange, names) if exchange else None,
        "condition": _pairs(commitment.condition) or None,
        "wording": _pairs(commitment.wording) or None,
        "firmness": _written(commitment.firmness.value),
        "novelty": _written(commitment.novelty.value),
        "polarity": _written(commitment.polarity.value),
        "status": _written(commitment.status.value),
        "instrument": _named(commitment.instrument, names),
        "statement": _named(commitment.statement, names),
    }


def _assessment(assessment: Assessment, names: Names) -> Coding:
    return {
        "speakers": _listed(assessment.speakers),
        "about": _written(assessment.about.value),
        "target": [names.get(target, target) for target in assessment.target.value or ()],
        "span": _pairs(assessment.span),
        "valence": _written(assessment.valence.value),
    }


_KINDS: tuple[tuple[str, str, Callable[[Any, Names], Coding]], ...] = (
    ("statements", "s", _statement),
    ("occasions", "o", _occasion),
    ("instruments", "i", _instrument),
    ("commitments", "c", _commitment),
    ("assessments", "a", _assessment),
)


def _quantity(quantity: Quantity) -> Coding:
    return {"value": _number(quantity.value), "unit": quantity.unit, "role": str(quantity.role)}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _exchange(exchange: Exchange, names: Names) -> list[str]:
    return sorted((names[other] for other in exchange.commitments if other in names), key=lambda name: int(name[1:]))


def _named(slot: Slot[RecordId], names: Names) -> str | None:
    return names.get(slot.value) if slot.value else None


def _listed(slot: Slot[tuple[str, ...]]) -> list[str]:
    return list(slot.value or ())


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _written(value: str | When | None) -> str | None:
    return None if value is None else str(value)
