"""Whoever speaks with the office that the document of the utterance gives them: the minister of 2019 is an ambassador later.

Asked of the documents of a page, all at once. A document that gives no office leaves it open, whatever others say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from servanda.codebook import ActorId, DocumentId, Record, Statement
from servanda.lexicon.states import load_states
from servanda.store import Ledger
from servanda.view.fields import Field

Offices: TypeAlias = Mapping[tuple[DocumentId, ActorId], str]


def offices_of(ledger: Ledger, records: Iterable[Record]) -> Offices:
    """The office of each speaker of these statements, as the statement's document has it; other records are passed over."""
    states = load_states()
    statements = (one for one in records if isinstance(one, Statement))
    said = {(one.document, who) for one in statements for who in one.speakers.value or () if who not in states}
    found = ledger.find_mentioned({place for place, _ in said}, {who for _, who in said}) if said else ()
    return {
        (one.document, one.actor): office
        for one in found
        if (office := one.office.value) and (one.document, one.actor) in said
    }


def with_offices(field: Field, document: DocumentId, offices: Offices) -> Field:
    """A field of speakers, each with their office in this document."""
    if not any((document, part.id) in offices for part in field.parts):
        return field
    parts = (replace(part, note=offices.get((document, part.id), part.note)) for part in field.parts)
    return replace(field, parts=tuple(parts))
