"""The sample that a person judges one by one before all that was left as it was is accepted.

A file that comes back from a tool does not say whether anybody looked at what was left. So a tenth of it is asked for, and
at least twenty records, chosen by a hash of their ids: nobody chooses them, and they are the same whenever it is asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from servanda.codebook import Judgement, RecordId
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger
from servanda.view.markings import Sheet
from servanda.view.sheets import judgements_on

LEAST, SHARE = 20, 10
"""At least so many records are looked at, and one in so many."""
MOST_WRONG = 10
"""One in so many of the sample may be wrong."""
_WRONG = frozenset({Verdict.REJECT, Verdict.CORRECT})
_JUDGED = frozenset({Verdict.ACCEPT, *_WRONG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What is asked of a person before the rest is accepted.

    Attributes:
        kept: how many records the files leave as they were.
        records: those of them that are to be judged one by one.
        open: those that nobody has judged yet.
        wrong: those that somebody rejected or corrected.
    """

    kept: int
    records: tuple[RecordId, ...]
    open: tuple[RecordId, ...]
    wrong: tuple[RecordId, ...]

    @property
    def is_good(self) -> bool:
        """Whether all of it was judged, and no more of it was wrong than may be."""
        return not self.open and len(self.wrong) * MOST_WRONG <= len(self.records)


def sample_of(ledger: Ledger, sheets: Iterable[Sheet], now: datetime) -> Sample:
    """The sample of the records that these sheets leave as they were, with what was judged of it."""
    kept = {record for sheet in sheets for record in _kept(ledger, sheet, now)}
    size = min(len(kept), max(LEAST, -(-len(kept) // SHARE)))
    chosen = sorted(kept, key=lambda record: hashlib.sha256(record.encode()).digest())[:size]
    said: dict[RecordId | None, set[Verdict]] = {}
    for one in ledger.find_judgements():
        if one.undone is None and one.judgement.verdict in _JUDGED:
            for about in one.about:
                said.setdefault(about.now, set()).add(one.judgement.verdict)
    return Sample(
        kept=len(kept),
        records=tuple(chosen),
        open=tuple(record for record in chosen if record not in said),
        wrong=tuple(record for record in chosen if said.get(record, set()) & _WRONG),
    )


def _kept(ledger: Ledger, sheet: Sheet, now: datetime) -> Iterator[RecordId]:
    """The records that are accepted only because they were left as they are."""
    told, anyway = (
        [
            one.records
            for one in judgements_on(ledger, sheet, by="sample", now=now, accepts_kept=accepts)
            if isinstance(one, Judgement) and one.verdict == Verdict.ACCEPT
        ]
        for accepts in (True, False)
    )
    yield from (records[0] for records in told if records not in anyway)
