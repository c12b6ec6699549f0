"""What a person left in a tool for annotation → judgements on the records that the tool was given.

A marking is the record whose id it kept, else the one record of its kind on the same stretches, else the one that it
alone overlaps. What differs in a field that the tool shows is a correction, and so are other stretches; a record that
the tool was given and that is gone from it is rejected. What fits no record is a problem, and nothing is guessed. What
the same person said last of a record already is not said again, so that a file may come in twice, undone or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from servanda.codebook import Judgement, Problem, RecordId
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import Verdict
from servanda.store import Judged, Ledger
from servanda.view.judging import judgement_for
from servanda.view.markings import NONE, Marking, Sheet, label_of, markings_of
from servanda.view.questions import UnaskableError

_WORDS = {"actors": "mentions", "statements": "content"}
"""The field of a kind that is its stretches; `span` for the others."""

_VERDICTS = frozenset({Verdict.ACCEPT, Verdict.REJECT})
_SHORT = 60

Fits = Callable[[Marking, Marking], bool]


def judgements_on(
    ledger: Ledger, sheet: Sheet, *, by: str, now: datetime, accepts_kept: bool = False
) -> Iterator[Judgement | Problem]:
    """What a sheet says of the records of its document, and what in it fits none.

    Args:
        ledger: the ledger; nothing is added to it.
        sheet: one document as one person left it.
        by: who judges.
        now: when, where the tool does not say.
        accepts_kept: whether a record left as it is was accepted; else it is only passed over.
    """
    document, reading = ledger.find_document(sheet.document), ledger.find_reading(sheet.document)
    if document is None or reading is None:
        message = "The ledger has no document with this text, so nothing was taken from it."
        yield Problem(code="no-such-document", message=message, location=sheet.location)
        return
    at = sheet.at or now
    said = _Said(ledger, by, at if at.tzinfo else at.replace(tzinfo=UTC), ledger.find_judgements(sheet.document))
    matched = _match({marking.record: marking for marking in markings_of(reading)}, sheet)
    opinions = [
        *(one for pair in matched.pairs for one in _on_pair(document.text, *pair, accepts_kept=accepts_kept)),
        *_on_absent(matched, sheet.handed),
        *(one for marking in matched.markings for one in _on_leftover(document.text, marking)),
        *(f"What is marked belongs to no record: {stray}." for stray in sheet.strays),
    ]
    for opinion in opinions:
        told = opinion if isinstance(opinion, str) else said.judgement(opinion)
        if isinstance(told, str):
            yield Problem(code="no-judgement", message=told, location=sheet.location, document=sheet.document)
        elif told is not None:
            yield told


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What a sheet says of one record."""

    verdict: Verdict
    record: RecordId
    why: str = ""
    slot: str = ""
    value: str = ""


def _on_pair(text: str, record: Marking, marking: Marking, *, accepts_kept: bool) -> Iterator[_Opinion | str]:
    if marking.verdict and marking.verdict not in _VERDICTS:
        yield f"{record.record}: a verdict is accept or reject, not {marking.verdict!r}."
    if marking.verdict == Verdict.REJECT:
        yield _Opinion(Verdict.REJECT, record.record, marking.why)
        return
    corrected = [*_other_fields(record, marking), *_other_stretches(text, record, marking)]
    yield from corrected
    if not corrected and (marking.verdict == Verdict.ACCEPT or (accepts_kept and not marking.verdict)):
        yield _Opinion(Verdict.ACCEPT, record.record, marking.why)


def _other_fields(record: Marking, marking: Marking) -> Iterator[_Opinion]:
    for slot in sorted(marking.shown):
        value = marking.fields.get(slot, NONE)
        if value != record.fields.get(slot, NONE):
            yield _Opinion(Verdict.CORRECT, record.record, marking.why, slot, value)


def _other_stretches(text: str, record: Marking, marking: Marking) -> Iterator[_Opinion]:
    if record.spans != marking.spans:
        slot = _WORDS.get(record.kind, "span")
        yield _Opinion(Verdict.CORRECT, record.record, marking.why, slot, words_of(text, marking.spans))


def _on_absent(matched: _Matched, handed: frozenset[RecordId] | None) -> Iterator[_Opinion | str]:
    """Records that the sheet does not show: rejected where the tool had them, if no marking left over could be one."""
    if handed is None:
        if matched.records:
            listed = ", ".join(sorted(matched.records))
            yield f"Not in the file, which says nothing of them: {listed}. To reject a record, give it the verdict reject."
        return
    held = {marking.record for marking in matched.markings} | {record.record for record, _ in matched.pairs}
    for record in sorted(handed - held):
        known = matched.records.get(record)
        if known is None or not any(_could_be(known, marking) for marking in matched.markings):
            yield _Opinion(Verdict.REJECT, record)
        else:
            yield f"Kept or moved in the tool, it cannot be told: {record}."


def _on_leftover(text: str, marking: Marking) -> Iterator[_Opinion | str]:
    if marking.record and marking.verdict in _VERDICTS:
        yield _Opinion(Verdict(marking.verdict), marking.record, marking.why)
        return
    words = words_of(text, marking.spans)
    short = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
    yield f"What is marked is no record of the ledger, or could be several: “{short}” as {label_of(marking.kind)}."


class _Said:
    """What a person said last of each record, so that nothing is said twice."""

    def __init__(self, ledger: Ledger, by: str, at: datetime, found: tuple[Judged, ...]) -> None:
        self._ledger, self._by, self._at = ledger, by, at
        self._last: dict[tuple[RecordId, str], tuple[Verdict, str]] = {}
        for one in found:
            told = one.judgement
            if told.by == by and (told.verdict in _VERDICTS or told.slot):
                for about in one.about:
                    for record in {about.record, about.now or about.record}:
                        self._last[record, told.slot] = (told.verdict, told.value)

    def judgement(self, opinion: _Opinion) -> Judgement | str | None:
        """The judgement to keep; None where it was said last; or why it cannot be kept."""
        if self._last.get((opinion.record, opinion.slot)) == (opinion.verdict, opinion.value):
            return None
        parts = {"why": opinion.why, "slot": opinion.slot, "value": opinion.value}
        verdict, records = opinion.verdict, (opinion.record,)
        if verdict in _VERDICTS and self._ledger.find_record(opinion.record) is None:
            # It was there when the tool was given it, and its document was read anew: the ledger carries it over.
            return Judgement(verdict=verdict, records=records, by=self._by, at=self._at, why=opinion.why)
        try:
            told = judgement_for(self._ledger, verdict, records, by=self._by, at=self._at, **parts)
        except UnaskableError as error:
            return f"{opinion.record}: {error}"
        # A party may be typed by its name, and its id is what was said last.
        is_said = self._last.get((opinion.record, opinion.slot)) == (told.verdict, told.value)
        return None if is_said else told


@dataclass(slots=True)
class _Matched:
    """Which marking is which record, and what is left over on either side."""

    records: dict[RecordId, Marking]
    markings: list[Marking]
    pairs: list[tuple[Marking, Marking]] = field(default_factory=list)


def _match(records: dict[RecordId, Marking], sheet: Sheet) -> _Matched:
    matched = _Matched(records=dict(records), markings=list(sheet.markings))
    for fits in (_has_id, _is_alike, _has_stretches, _overlaps):
        _pair(matched, fits, sheet.handed)
    return matched


def _pair(matched: _Matched, fits: Fits, handed: frozenset[RecordId] | None) -> None:
    """Pair what fits one to one; what fits several stays, unless as many are alike in all that the tool shows."""
    open_ = [one for one in matched.records.values() if handed is None or one.record in handed]
    found = [
        (marking, tuple(one.record for one in open_ if one.kind == marking.kind and fits(one, marking)))
        for marking in matched.markings
    ]
    rivals, claims = Counter(ones for _, ones in found), Counter(one for _, ones in found for one in ones)
    matched.markings = []
    for marking, ones in found:
        is_even = len(ones) == rivals[ones] and all(claims[one] == len(ones) for one in ones)
        if ones and is_even and (len(ones) == 1 or fits is _is_alike):
            free = next(one for one in ones if one in matched.records)
            matched.pairs.append((matched.records.pop(free), marking))
        else:
            matched.markings.append(marking)


def _has_id(record: Marking, marking: Marking) -> bool:
    return record.record == marking.record


def _is_alike(record: Marking, marking: Marking) -> bool:
    return _has_stretches(record, marking) and not any(_other_fields(record, marking))


def _has_stretches(record: Marking, marking: Marking) -> bool:
    return not marking.record and record.spans == marking.spans


def _overlaps(record: Marking, marking: Marking) -> bool:
    return not marking.record and any(one.overlaps(other) for one in record.spans for other in marking.spans)


def _could_be(record: Marking, marking: Marking) -> bool:
    return record.kind == marking.kind and _overlaps(record, marking)
