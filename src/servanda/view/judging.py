"""What a person typed as a judgement → a judgement that the ledger can keep, or one sentence why it cannot be kept.

Ids may be typed by their beginnings. A correction names a field of the record's kind, and a value that the codebook
knows where it has a list of words for that field; parties are known ones, or called new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import get_args, get_type_hints

from servanda.codebook import KINDS, Judgement, RecordId, When
from servanda.codebook.cells import slots_of
from servanda.codebook.vocabulary import CommitmentStatus, Term, ThreadStatus, Verdict
from servanda.store import Found, Ledger
from servanda.view.cards import NOUNS, kind_of
from servanda.view.party_values import PARTY_SLOTS, parties_typed
from servanda.view.questions import UnaskableError

_STATUSES = (*CommitmentStatus, ThreadStatus.PARTLY_FULFILLED, ThreadStatus.DISPUTED)
NONE = "none"
"""What a person types as the right value of a field that the text leaves open."""


def judgement_for(  # noqa: PLR0913 - a judgement has so many parts
    ledger: Ledger,
    verdict: Verdict,
    keys: Sequence[str],
    *,
    by: str,
    at: datetime,
    why: str = "",
    slot: str = "",
    value: str = "",
) -> Judgement:
    """A judgement about records of the ledger.

    Args:
        ledger: the ledger.
        verdict: what is judged.
        keys: ids of records, or their beginnings.
        by: who judges.
        at: when, with its time zone.
        why: the reason in words.
        slot: the field that is corrected.
        value: its right value as the codebook writes it, parties also by their names, `none` for a field that the text
            leaves open; a status; a note.

    Raises:
        UnaskableError: no such record or field, a word that the codebook does not have there, or parts missing.
    """
    found = [_record(ledger, key) for key in keys]
    kinds = {kind_of(one.record) for one in found}
    if len(kinds) > 1:
        raise UnaskableError(f"Records of one kind are compared, not {' and '.join(sorted(kinds))}.")
    slot = _slot_of(kinds, slot)
    for kind in kinds:
        _check(verdict, kind, slot, value)
    if verdict is Verdict.CORRECT and slot in PARTY_SLOTS and value != NONE:
        value = parties_typed(ledger, slot, value)
    records: tuple[RecordId, ...] = tuple(one.record.id for one in found)
    try:
        return Judgement(verdict=verdict, records=records, by=by, at=at, why=why, slot=slot, value=value)
    except ValueError as error:
        raise UnaskableError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


def _slot_of(kinds: Collection[str], slot: str) -> str:
    """The field's name; a name of several (`creditors`) may be given for one."""
    known = {name for kind in kinds for name in values_of(kind)}
    return f"{slot}s" if slot not in known and f"{slot}s" in known else slot


def _record(ledger: Ledger, key: str) -> Found:
    found = ledger.find_record(key)
    if found is None:
        raise UnaskableError(f"No one record of the ledger has an id that begins with {key}.")
    return found


def _check(verdict: Verdict, kind: str, slot: str, value: str) -> None:
    if verdict is Verdict.STATUS:
        if kind != "commitments":
            raise UnaskableError(f"A status is said of a commitment, not of {NOUNS[kind]}s.")
        _check_among("status", value, _STATUSES)
    if verdict is not Verdict.CORRECT or not slot:
        return
    known = values_of(kind)
    if slot not in known:
        raise UnaskableError(f"Records of {kind} have no field {slot!r}; they have {', '.join(known)}.")
    if value == NONE:
        return
    wanted = known[slot]
    if wanted is When:
        try:
            When.parse(value)
        except ValueError:
            raise UnaskableError(f"{slot} takes a date such as 2025-03-07, not {value!r}.") from None
    elif wanted is not None:
        _check_word(slot, value, wanted)


def _check_word(name: str, value: str, vocabulary: type[Term]) -> None:
    _check_among(name, value, vocabulary)


def _check_among(name: str, value: str, vocabulary: Iterable[Term]) -> None:
    words = [word.value for word in vocabulary]
    if value not in words:
        raise UnaskableError(f"{name} takes {', '.join(words)}, not {value!r}.")


@cache
def values_of(kind: str) -> dict[str, type | None]:
    """The fields of a kind, each with what its value is made of where the codebook says: a list of words, or a date."""
    record = dict(KINDS)[kind]
    hints = get_type_hints(record)
    return {slot: _made_of(hints[slot]) for slot in slots_of(record)}


def _made_of(hint: object) -> type | None:
    for part in (hint, *get_args(hint)):
        if isinstance(part, type) and (issubclass(part, Term) or part is When):
            return part
    return None
