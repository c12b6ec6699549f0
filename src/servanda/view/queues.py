"""What is worth a person's look.

Judgements that fit no longer; records on which people, texts or two versions of the reader disagree; then those that are most at stake and least sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from servanda.codebook import Commitment, Link, Record, RecordId
from servanda.codebook.vocabulary import Firmness, Tie, Verdict
from servanda.store import Found, Judged, Ledger, Query, Seen
from servanda.view.cards import kind_of
from servanda.view.differences import reading_differences
from servanda.view.excerpts import excerpt_of
from servanda.view.judgements import Opinion, opinion_of
from servanda.view.sources import source_of

_STAKES = {"instruments": 0.5, "occasions": 0.3, "statements": 0.3, "assessments": 0.4}
_OF_COMMITMENT, _OF_REASON = 0.6, 0.2
"""How much hangs on a record, from 0 to 1: on a commitment more where it is firm, and where it names a number."""
_FIRM = (Firmness.BINDING, Firmness.AGREED, Firmness.PLEDGED)
_SURENESS = ((0.5, "very unsure"), (0.75, "unsure"), (0.9, "fairly sure"), (2.0, "sure"))
"""What a score below a number means to a person."""
_LONGEST = 90
_OF_ONE = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look at.

    Attributes:
        id: id of the record.
        kind: plural name of its kind.
        words: its evidence.
        reason: why it is worth a look.
        value: how much, from 0 to 1.
        opinion: the judgement that fits no longer, or None.
    """

    id: RecordId
    kind: str
    words: str
    reason: str
    value: float
    opinion: Opinion | None = None


def review_queue(ledger: Ledger, *, limit: int = 20) -> tuple[Item, ...]:
    """The things most worth a look, the most valuable first; what somebody has judged already is left out.

    Args:
        ledger: the ledger.
        limit: at most so many.
    """
    judged = [one for one in ledger.find_judgements() if one.undone is None]
    waiting = [
        Item(
            id=about.record,
            kind=about.kind,
            words=about.words,
            reason="a judgement about it fits no longer",
            value=1.0,
            opinion=opinion_of(one, about.record),
        )
        for one in judged
        if one.is_unfit
        for about in one.about
        if about.now is None
    ]
    known = {about.now for one in judged for about in one.about}
    apart = (*contradictions(ledger, known, limit // 4), *otherwise_read(ledger, known, limit // 4))
    open_ = {found.record.id: found for found in _least_sure(ledger, limit)}
    ranked = sorted(map(_item, open_.values()), key=lambda item: (-item.value, item.kind, item.id))
    return tuple([*waiting, *disagreements(judged), *apart, *ranked][:limit])


def count_waiting(ledger: Ledger) -> int:
    """How many records of the ledger nobody has judged, those of actors apart."""
    kinds = ("commitments", *_STAKES)
    total = sum(ledger.count_records(kind, Query()) for kind in kinds)
    if not ledger.has_judgements():
        return total
    return total - sum(ledger.count_records(kind, Query(judged=Seen.ANYBODY)) for kind in kinds)


def disagreements(judged: Iterable[Judged]) -> tuple[Item, ...]:
    """The records that one person accepts and another rejects, or whose field they give different values."""
    said: defaultdict[tuple[RecordId, str], dict[str, str]] = defaultdict(dict)
    known: dict[RecordId, tuple[str, str]] = {}
    for one in judged:
        judgement = one.judgement
        for about in one.about if judgement.verdict in _OF_ONE else ():
            if about.now is not None:
                told = (
                    f"says {judgement.slot} is {judgement.value or 'none'}"
                    if judgement.slot
                    else f"{judgement.verdict}s it"
                )
                said[about.now, judgement.slot][judgement.by] = told
                known[about.now] = about.kind, about.words
    return tuple(
        Item(id=record, kind=known[record][0], words=known[record][1], reason=_told(told), value=0.99)
        for (record, _), told in sorted(said.items())
        if len(set(told.values())) > 1
    )


def _told(told: dict[str, str]) -> str:
    return "people disagree: " + ", ".join(f"{person} {words}" for person, words in sorted(told.items()))


def contradictions(ledger: Ledger, judged: Container[RecordId | None], limit: int) -> tuple[Item, ...]:
    """Records that contradict an earlier one of the same undertaking, and that nobody has judged; the newest links first."""
    links = [link for link in ledger.find_ties(Tie.CONTRADICTS, Query(limit=4 * limit)) if link.later not in judged]
    found = ledger.find_by_ids({record for link in links[:limit] for record in (link.earlier, link.later)})
    return tuple(
        Item(
            id=link.later,
            kind=kind_of(found[link.later].record),
            words=found[link.later].words,
            reason=_contradicted(link, found.get(link.earlier)),
            value=0.98,
        )
        for link in links[:limit]
        if link.later in found
    )


def _contradicted(link: Link, earlier: Found | None) -> str:
    if earlier is None:
        return f"it contradicts an earlier record: {link.reason}"
    day = f" of {source.published}" if (source := source_of(earlier.document)).published else ""
    return f"it contradicts “{excerpt_of(earlier.words, _LONGEST)}”{day}: {link.reason}"


def otherwise_read(ledger: Ledger, judged: Container[RecordId | None], limit: int) -> tuple[Item, ...]:
    """Records that another version of the reader, which does not count yet, reads otherwise or not at all."""
    listed: list[Item] = []
    for draft in islice(ledger.iter_drafts(), limit):
        for line in reading_differences(draft.document, draft.before, draft.after)[0]:
            if line.before and line.before not in judged:
                told = [f"{one.slot} is {one.before or 'open'} or {one.after or 'open'}" for one in line.fields]
                said = ", ".join(told) or ("its words are others" if line.after else "it finds no such record")
                reason = f"{draft.after.reader} {draft.after.version} reads it otherwise: {said}"
                listed.append(Item(id=line.before, kind=line.kind, words=line.words, reason=reason, value=0.97))
    return tuple(listed[:limit])


def _least_sure(ledger: Ledger, limit: int) -> Iterator[Found]:
    """The least sure records that nobody has judged: of firm commitments more than of what less hangs on.

    What a record is worth is known exactly once it is read. Before that its score and kind tell how much it is worth at
    least and at most, and only what may be among the first is read.
    """
    # Where nobody has judged anything, nothing need be looked up of each record.
    asked = Query(judged=Seen.NOBODY if ledger.has_judgements() else None, limit=limit)
    bounds = {
        key: (_value(score, _STAKES[kind]), _value(score, _STAKES[kind]))
        for kind in _STAKES
        for key, score in ledger.find_scores(kind, asked).items()
    }
    # Whether a number is stated is no index's business, so that some more are looked at.
    for firmnesses, least, times in ((None, _OF_COMMITMENT, 2), (_FIRM, _OF_COMMITMENT + _OF_REASON, 6)):
        wanted = replace(asked, firmnesses=firmnesses, limit=times * limit)
        for key, score in ledger.find_scores("commitments", wanted).items():
            bounds[key] = _value(score, least), _value(score, _OF_COMMITMENT + 2 * _OF_REASON)
    surest = sorted((least for least, _ in bounds.values()), reverse=True)[:limit]
    border = surest[-1] if len(surest) == limit else 0.0
    yield from ledger.find_by_ids({key for key, (_, most) in bounds.items() if most >= border}).values()


def _item(found: Found) -> Item:
    stake, why = _stake(found.record)
    score = found.record.origin.score
    sure = next(words for most, words in _SURENESS if score < most)
    return Item(
        id=found.record.id,
        kind=kind_of(found.record),
        words=found.words,
        reason=f"{why}; {sure} (score {score:.2f})" if why else f"{sure} (score {score:.2f})",
        value=_value(score, stake),
    )


def _value(score: float, stake: float) -> float:
    return round((1.05 - score) * stake, 4)


def _stake(record: Record) -> tuple[float, str]:
    """How much hangs on a record, from 0 to 1, and why."""
    if isinstance(record, Commitment):
        firm, counted = record.firmness.value in _FIRM, bool(record.quantities.value)
        reasons = [word for word, holds in (("it is firm", firm), ("it names a number", counted)) if holds]
        at_stake = f"much is at stake: {' and '.join(reasons)}" if reasons else ""
        return _OF_COMMITMENT + _OF_REASON * len(reasons), at_stake
    return _STAKES[kind_of(record)], ""
