"""The fields of a record with what people corrected: the person's value, and beside it what was read.

Nothing is changed in the ledger, and a field that the codebook cannot write from words has the person's words as they are.
How corrections count in the views of undertakings is said by `corrections.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from servanda.codebook import Judgement, RecordId, When
from servanda.codebook.vocabulary import Known, Term, Verdict
from servanda.store import Found, Ledger
from servanda.view.fields import Field, Part, manners_of
from servanda.view.judging import NONE, values_of
from servanda.view.names import Names
from servanda.view.party_values import PARTY_SLOTS


def corrections_on(ledger: Ledger, found: Iterable[Found]) -> Mapping[RecordId, Mapping[str, Judgement]]:
    """The correction of each field of these records that was said last and stands."""
    told: defaultdict[RecordId, dict[str, Judgement]] = defaultdict(dict)
    for one in ledger.find_judgements(about=[each.record for each in found]):
        if one.undone is None and one.judgement.verdict is Verdict.CORRECT:
            for about in one.about:
                if about.now is not None:
                    told[about.now][one.judgement.slot] = one.judgement
    return told


def as_corrected(field: Field, kind: str, corrections: Mapping[str, Judgement], names: Names) -> Field:
    """A field as people corrected it; as it was read where nobody did.

    Args:
        field: the field as it was read.
        kind: plural name of the record's kind.
        corrections: the corrections of the record, by field.
        names: the names of actors.
    """
    judgement = corrections.get(field.slot)
    if judgement is None:
        return field
    is_open = judgement.value in (NONE, "")
    return replace(
        field,
        known=Known.UNSTATED if is_open else Known.STATED,
        parts=() if is_open else _parts(kind, field.slot, judgement.value, names),
        read=", ".join(part.text for part in field.parts) or str(field.known.value),
        corrected_by=judgement.by,
    )


def _parts(kind: str, slot: str, words: str, names: Names) -> tuple[Part, ...]:
    try:
        value = _value(kind, slot, words)
    except ValueError:  # a word that this version's vocabulary no longer has
        value = None
    return (Part(text=words),) if value is None else manners_of(kind, slot)[0].parts(value, names)


def _value(kind: str, slot: str, words: str) -> Any:
    """The value as the codebook writes it; None where it cannot be written from words."""
    wanted = values_of(kind).get(slot)
    if wanted is When:
        return When.parse(words)
    if wanted is not None and issubclass(wanted, Term):
        return wanted(words)
    if slot in PARTY_SLOTS:
        parties = tuple(part.strip() for part in words.split(";") if part.strip())
        return parties[0] if slot in {"actor", "state"} else parties
    return None
