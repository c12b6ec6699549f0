"""What people said of two releases of a ledger, and how far undertakings had come in each: what is gone, has come or changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from servanda.codebook import Judgement, RecordId
from servanda.store import Ledger
from servanda.view.difference_lines import Difference, Fate, FieldChange
from servanda.view.undertakings import Undertaking, undertakings_of

JUDGEMENTS, STATUSES = "judgements", "statuses"
_ANY_DAY = date(2000, 1, 1)
"""Where deadlines stand is not compared, so that any day will do."""


def judgement_differences(one: Ledger, other: Ledger, same: Counter[str]) -> Iterator[Difference]:
    """Judgements that stand in one release alone: a judgement says what it says, and is taken back or stands.

    Args:
        one: the first.
        other: the second.
        same: how many are the same, counted on.
    """
    before, after = _standing(one), _standing(other)
    same[JUDGEMENTS] += len(before.keys() & after.keys())
    for fate, told, others in ((Fate.GONE, before, after), (Fate.COME, after, before)):
        for key in sorted(told.keys() - others.keys()):
            yield Difference(
                fate=fate,
                kind=JUDGEMENTS,
                before=key if fate is Fate.GONE else "",
                after=key if fate is Fate.COME else "",
                words=_told(told[key]),
                fields=(),
                source=None,
            )


def status_differences(
    one: Ledger, other: Ledger, pairs: Mapping[RecordId, RecordId], same: Counter[str]
) -> Iterator[Difference]:
    """Undertakings over several documents that had come less far, or farther.

    Args:
        one: the first.
        other: the second.
        pairs: ids of threads of commitments in the first, each with the id of what became of it.
        same: how many are the same, counted on.
    """
    before, after = _undertakings(one, set(pairs)), _undertakings(other, set(pairs.values()))
    for key, now in sorted(pairs.items()):
        if key not in before or now not in after:
            continue
        was, status = before[key].status, after[now].status
        if was == status:
            same[STATUSES] += 1
            continue
        changed = FieldChange(slot="status", before=was.value, after=status.value)
        words = " ".join(after[now].newest.words.split())
        yield Difference(
            fate=Fate.CHANGED, kind=STATUSES, before=key, after=now, words=words, fields=(changed,), source=None
        )


def _standing(ledger: Ledger) -> dict[RecordId, Judgement]:
    return {one.judgement.id: one.judgement for one in ledger.find_judgements() if one.undone is None}


def _told(judgement: Judgement) -> str:
    said = (
        f"{judgement.slot} is {judgement.value}" if judgement.slot else f"{judgement.verdict} {judgement.value}".strip()
    )
    return f"{judgement.by}: {said} ({', '.join(judgement.records)})"


def _undertakings(ledger: Ledger, wanted: set[RecordId]) -> dict[RecordId, Undertaking]:
    held = [thread for thread in ledger.find_standing("commitments") if thread.id in wanted]
    found = ledger.find_by_ids({record for thread in held for record in thread.records})
    return {one.id: one for one in undertakings_of(ledger, found.values(), _ANY_DAY, rejected=True)}
