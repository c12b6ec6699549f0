"""What people decided about a record, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import DocumentId, Judgement, RecordId
from servanda.codebook.vocabulary import Verdict
from servanda.store import Fit, Found, Judged, Ledger

_DONE = {
    Verdict.ACCEPT: "accepted",
    Verdict.CORRECT: "corrected",
    Verdict.REJECT: "rejected",
    Verdict.STATUS: "status set",
    Verdict.NOTE: "note",
}
"""Verdicts on one record, as a list marks it; what was said of two records stands on their own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One judgement.

    Attributes:
        id: the judgement's id.
        text: what it says: "corrects act: fund".
        by: who judged.
        at: when, to the minute, in UTC.
        why: the reason in words.
        others: ids of the other records that it is about, as they are now where they are still there.
        note: that it was made of an earlier reading, fits no longer, or was taken back, and by whom; else empty.
        stands: whether it was not taken back.
    """

    id: RecordId
    text: str
    by: str
    at: str
    why: str
    others: tuple[RecordId, ...]
    note: str
    stands: bool


def opinions_on(ledger: Ledger, document: DocumentId, record: RecordId) -> tuple[Opinion, ...]:
    """The judgements about one record, the newest last."""
    found = ledger.find_judgements(document)
    return tuple(opinion_of(one, record) for one in found if record in _ids(one))


def verdicts_on(ledger: Ledger, found: Iterable[Found]) -> dict[RecordId, tuple[str, ...]]:
    """In a few words what people have said of each of these records, as far as it stands: `rejected by ana`."""
    told: dict[RecordId, list[str]] = {}
    for one in ledger.find_judgements(about=[each.record for each in found]):
        if one.undone is None and one.judgement.verdict in _DONE:
            for about in one.about:
                if about.now is not None:
                    told.setdefault(about.now, []).append(f"{_DONE[one.judgement.verdict]} by {one.judgement.by}")
    return {record: tuple(dict.fromkeys(said)) for record, said in told.items()}


def judged_in_full(ledger: Ledger, found: Iterable[Found]) -> dict[RecordId, str]:
    """What people have said of each of these records, as far as it stands, with what they corrected: for spreadsheets."""
    told: dict[RecordId, list[str]] = {}
    for one in ledger.find_judgements(about=[each.record for each in found]):
        if one.undone is None and one.judgement.verdict in _DONE:
            for about in one.about:
                if about.now is not None:
                    told.setdefault(about.now, []).append(f"{_said_of_one(one.judgement)} by {one.judgement.by}")
    return {record: "; ".join(dict.fromkeys(said)) for record, said in told.items()}


def _said_of_one(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.CORRECT:
        return f"corrected ({_said(judgement)})"
    done = _DONE[judgement.verdict]
    return f"{done} ({judgement.value})" if judgement.value else done


def opinion_of(one: Judged, record: RecordId = "") -> Opinion:
    """A judgement as a page of a record shows it."""
    judgement = one.judgement
    return Opinion(
        id=judgement.id,
        text=_said(judgement),
        by=judgement.by,
        at=judgement.at.strftime("%Y-%m-%d %H:%M"),
        why=judgement.why,
        others=tuple(about.now or about.record for about in one.about if record not in (about.now, about.record)),
        note=_note(one),
        stands=one.undone is None,
    )


def _ids(one: Judged) -> Iterator[RecordId]:
    for about in one.about:
        yield about.now or about.record


def _said(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.CORRECT:
        return f"{judgement.slot} is {judgement.value or 'none'}"
    return f"{judgement.verdict}: {judgement.value}" if judgement.value else str(judgement.verdict)


def _note(one: Judged) -> str:
    if one.undone is not None:
        why = f": {one.undone.why}" if one.undone.why else ""
        return f"taken back by {one.undone.by}{why}"
    fits = {about.fit for about in one.about}
    if Fit.UNFIT in fits:
        return "the text was read anew, and this record is no longer there"
    return "made of the same words in an earlier reading" if Fit.CARRIED in fits else ""
