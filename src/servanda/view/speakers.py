"""Whoever speaks with the office that the document of the utterance gives them: the minister of 2019 is an ambassador later.

Asked of the documents of a page, all at once. A document that gives no office leaves it open, whatever others say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from servanda.codebook import ActorId, DocumentId, Statement
from servanda.store import Found, Ledger
from servanda.view.fields import Field

Offices: TypeAlias = Mapping[tuple[DocumentId, ActorId], str]


def offices_of(ledger: Ledger, statements: Iterable[Found]) -> Offices:
    """The office of each speaker of these statements, as the statement's document has it."""
    said = {(one.document.id, who) for one in statements for who in _speakers(one)}
    found = ledger.find_mentioned({place for place, _ in said}, {who for _, who in said}) if said else ()
    return {
        (one.document, one.actor): office
        for one in found
        if (office := one.office.value) and (one.document, one.actor) in said
    }


def with_offices(field: Field, document: DocumentId, offices: Offices) -> Field:
    """A field of speakers, each with their office in this document."""
    parts = (replace(part, note=offices.get((document, part.id), part.note)) for part in field.parts)
    return replace(field, parts=tuple(parts))


def _speakers(found: Found) -> tuple[ActorId, ...]:
    return (found.record.speakers.value or ()) if isinstance(found.record, Statement) else ()
