"""What people decided about records, as it counts in the views of undertakings: rejected records and corrected fields.

A record counts as rejected where the last person who accepted, corrected or rejected it rejected it and did not take that
back. A corrected field counts with the person's value where the codebook can write it: a word, a date, a phrase, or
parties. Sums and exchanges are not rebuilt from words; there the text's value stays. How a corrected record stands to the one
before it is told from its corrected fields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from servanda.codebook import Commitment, Judgement, Link, Record, RecordId, Slot, When
from servanda.codebook.slots import stated, unstated
from servanda.codebook.vocabulary import Term, Verdict
from servanda.resolve.commitments import LAID_OUT, linked_to, told_anew
from servanda.store import Found, Ledger
from servanda.view.judging import NONE, values_of

_OF_ONE = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)
_PHRASES = ("object",)
_PARTIES = ("debtors", "creditors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What people decided and did not take back, by the records that it is about now.

    Attributes:
        rejected: ids of records that are rejected.
        corrected: the corrections of a record, the newest last.
        statuses: the judgements of status of a record.
    """

    rejected: frozenset[RecordId] = frozenset()
    corrected: Mapping[RecordId, tuple[Judgement, ...]] = field(default_factory=dict)
    statuses: Mapping[RecordId, tuple[Judgement, ...]] = field(default_factory=dict)


def opinions_in(ledger: Ledger) -> Opinions:
    """What people decided about the records of a ledger, as far as it stands."""
    told: defaultdict[RecordId, list[Judgement]] = defaultdict(list)
    for judged in ledger.find_judgements():
        if judged.undone is None:
            for about in judged.about:
                if about.now is not None:
                    told[about.now].append(replace(judged.judgement, records=(about.now,)))
    last = {key: [one.verdict for one in listed if one.verdict in _OF_ONE][-1:] for key, listed in told.items()}
    return Opinions(
        rejected=frozenset(key for key, verdicts in last.items() if verdicts == [Verdict.REJECT]),
        corrected=_only(told, Verdict.CORRECT),
        statuses=_only(told, Verdict.STATUS),
    )


def count_rejected(found: Iterable[Found], opinions: Opinions) -> int:
    """How many of these records people rejected."""
    return len({one.record.id for one in found} & opinions.rejected)


def corrected_record(found: Found, judgements: Collection[Judgement]) -> Found:
    """A commitment with the values that people gave its fields; what cannot be written as the codebook does is left."""
    record = found.record
    if not isinstance(record, Commitment) or not judgements:
        return found
    changed: dict[str, Any] = {}
    for judgement in judgements:
        slot = getattr(record, judgement.slot, None)
        if isinstance(slot, Slot):
            told = _slot(judgement, slot, record)
            changed.update({judgement.slot: told} if told else {})
    if not changed:
        return found
    corrected = replace(record, **changed)
    # It is still the record that the ledger holds, and links and judgements name it by its id.
    object.__setattr__(corrected, "id", record.id)
    return replace(found, record=corrected)


def corrected_links(ledger: Ledger, links: Iterable[Link], records: Iterable[Record]) -> tuple[Link, ...]:
    """Links as they are where people corrected fields of these records.

    Args:
        ledger: the ledger, asked for the texts of corrected records.
        links: links as linking found them.
        records: the records that people corrected, with the values that these gave.
    """
    told = tuple(links)
    corrected = {record.id: record for record in records if isinstance(record, Commitment)}
    wanted = linked_to(told, corrected)
    if not wanted:
        return told
    documents = {found.document.id for found in ledger.find_by_ids(wanted).values()}
    return tuple(told_anew(told, corrected, ledger.iter_readings(documents, LAID_OUT)))


def _slot(judgement: Judgement, slot: Slot[Any], record: Commitment) -> Slot[Any] | None:
    if judgement.value in (NONE, ""):
        return unstated()
    try:
        value = _value(judgement.slot, judgement.value)
    except ValueError:  # a word that this version's vocabulary no longer has
        return None
    if value is None:
        return None
    return stated(value, slot.spans or record.spans, f"corrected by {judgement.by}")


def _value(slot: str, words: str) -> object:
    wanted = values_of("commitments").get(slot)
    if wanted is When:
        return When.parse(words)
    if wanted is not None and issubclass(wanted, Term):
        return wanted(words)
    if slot in _PARTIES:
        return tuple(part.strip() for part in words.split(";") if part.strip())
    return words if slot in _PHRASES else None


def _only(told: Mapping[RecordId, list[Judgement]], verdict: Verdict) -> dict[RecordId, tuple[Judgement, ...]]:
    kept = {key: tuple(one for one in listed if one.verdict is verdict) for key, listed in told.items()}
    return {key: listed for key, listed in kept.items() if listed}
