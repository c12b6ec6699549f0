"""What people judged of two records, as pairs: it stands in the place of what is computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from servanda.codebook import Judgement, Pair, RecordId, Standing
from servanda.codebook.vocabulary import Verdict

_STANDINGS = {
    Verdict.SAME: (Standing.ACCEPTED, 1.0),
    Verdict.NOT_SAME: (Standing.REFUSED, 0.0),
    Verdict.UNSURE: (Standing.PROPOSED, 0.5),
}


def judged_pairs(kind: str, judged: Iterable[tuple[Judgement, tuple[RecordId, ...]]]) -> tuple[Pair, ...]:
    """The pairs that people judged; of two judgements about one pair the later one counts.

    Args:
        kind: the records' kind.
        judged: judgements that stand, the newest last, each with the ids that its records have now.
    """
    found = {(pair.one, pair.other): pair for judgement, records in judged for pair in _pairs(kind, judgement, records)}
    return tuple(found[key] for key in sorted(found))


def _pairs(kind: str, judgement: Judgement, records: tuple[RecordId, ...]) -> Iterator[Pair]:
    if judgement.verdict not in _STANDINGS:
        return
    standing, score = _STANDINGS[judgement.verdict]
    reason = f"{judgement.verdict}, as {judgement.by} judged" + (f": {judgement.why}" if judgement.why else "")
    for one, other in combinations(sorted(set(records)), 2):
        yield Pair(kind=kind, one=one, other=other, standing=standing, reason=reason, score=score)
