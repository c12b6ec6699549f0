"""What would change if the readings that wait counted: records gone, come and changed, and judgements that would fit no longer.

A new version of a reader has read documents anew, and a person wants to see what that does before anything is answered
from it. Nothing is decided here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from servanda.codebook import KINDS, DocumentId, RecordId
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import Verdict
from servanda.store import Draft, Judged, Ledger
from servanda.view.difference_lines import Difference, Fate
from servanda.view.differences import Tally, reading_differences
from servanda.view.sources import Source, source_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """A document that was read anew, and says something else now.

    Attributes:
        source: the document.
        gone: how many of its records are gone.
        come: how many have come.
        changed: how many say something else.
    """

    source: Source
    gone: int
    come: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A judgement that would fit no longer.

    Attributes:
        judgement: its id.
        verdict: what was judged.
        by: who judged.
        record: id of the record, which is there now and would not be.
        kind: plural name of the record's kind.
        words: the words of the record.
        source: the document.
    """

    judgement: str
    verdict: Verdict
    by: str
    record: RecordId
    kind: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadingPage:
    """What would change if the readings that wait counted.

    Attributes:
        readers: who has read anew, with the versions, and how many documents each.
        documents: how many documents wait.
        tallies: how many records of each kind would be gone, come and changed.
        rereads: the documents in which anything differs, those with most of it first.
        differences: each difference, kind by kind.
        unfits: judgements that would fit no longer; each would wait in the review queue.
    """

    readers: tuple[tuple[str, int], ...]
    documents: int
    tallies: tuple[Tally, ...]
    rereads: tuple[Reread, ...]
    differences: tuple[Difference, ...]
    unfits: tuple[Unfit, ...]


def rereading_page(ledger: Ledger) -> RereadingPage:
    """What would change if the readings that wait counted."""
    judged = _judged(ledger)
    readers: Counter[str] = Counter()
    same: Counter[str] = Counter()
    differences: list[Difference] = []
    rereads: list[Reread] = []
    unfits: list[Unfit] = []
    for draft in ledger.iter_drafts():
        readers[f"{draft.after.reader} {draft.after.version}"] += 1
        found, kept = reading_differences(draft.document, draft.before, draft.after)
        same.update(kept)
        differences.extend(found)
        if found:
            rereads.append(_reread(draft, found))
        unfits.extend(_unfits(draft, judged.get(draft.document.id, ())))
    counts = Counter((line.kind, line.fate) for line in differences)
    order = {kind: at for at, (kind, _) in enumerate(KINDS)}
    return RereadingPage(
        readers=tuple(sorted(readers.items())),
        documents=readers.total(),
        tallies=tuple(_tally(kind, counts, same) for kind, _ in KINDS),
        rereads=tuple(sorted(rereads, key=lambda one: -(one.gone + one.come + one.changed))),
        differences=tuple(sorted(differences, key=lambda line: (order[line.kind], line.fate))),
        unfits=tuple(unfits),
    )


def _judged(ledger: Ledger) -> Mapping[DocumentId, list[Judged]]:
    """The judgements that stand, by the documents of their records."""
    found: defaultdict[DocumentId, list[Judged]] = defaultdict(list)
    for one in ledger.find_judgements():
        if one.undone is None:
            for document in dict.fromkeys(about.document for about in one.about):
                found[document].append(one)
    return found


def _reread(draft: Draft, found: tuple[Difference, ...]) -> Reread:
    counts = Counter(line.fate for line in found)
    gone, come, changed = (counts[fate] for fate in Fate)
    return Reread(source=source_of(draft.document), gone=gone, come=come, changed=changed)


def _unfits(draft: Draft, judged: list[Judged] | tuple[()]) -> Iterator[Unfit]:
    """The judgements about records that are there now, and would be neither there nor say the same in the same words."""
    if not judged:
        return
    text = draft.document.text
    ids = {record.id for record in draft.after.records()}
    said = {(record.claim, words_of(text, record.spans)) for record in draft.after.records()}
    before = {record.id: record for record in draft.before.records()}
    for one in judged:
        for about in one.about:
            now = before.get(about.now or "")
            if now is not None and about.record not in ids and (now.claim, about.words) not in said:
                yield Unfit(
                    judgement=one.judgement.id,
                    verdict=one.judgement.verdict,
                    by=one.judgement.by,
                    record=now.id,
                    kind=about.kind,
                    words=" ".join(about.words.split()),
                    source=source_of(draft.document),
                )


def _tally(kind: str, counts: Mapping[tuple[str, Fate], int], same: Mapping[str, int]) -> Tally:
    gone, come, changed = (counts.get((kind, fate), 0) for fate in Fate)
    return Tally(kind=kind, gone=gone, come=come, changed=changed, same=same.get(kind, 0))
