"""How well predicted codings agree with gold ones: the codebook's section Scoring.

Works on the gold form (dictionaries, as read from JSON), so that any program's output can be measured. A predicted
record matches a gold one of its kind where the tokens of their spans overlap with F1 of at least one half; matches are
one to one, best first. Nothing here reads or writes files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Coding: TypeAlias = Mapping[str, Any]
Row: TypeAlias = Mapping[str, Any]
Cover: TypeAlias = frozenset[int]

THRESHOLD = 0.5
"""Token F1 from which two spans count as one, and share of a slug's words from which two actors do."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is compared in one kind of record.

    Attributes:
        name: how the report calls it.
        kind: the list in the coding that holds the records.
        where: the field with the span that is matched.
        strict: the codebook's bold fields.
        fields: the fields whose accuracy is reported on matched records.
        core: whether mere wishes (`aspired`) are left out on both sides.
    """

    name: str
    kind: str
    where: str = "span"
    strict: tuple[str, ...]
    fields: tuple[str, ...] = ()
    core: bool = False


_FRAME = ("debtors", "act", "quantities", "firmness")
MEASURES = (
    Measure(
        name="statements",
        kind="statements",
        where="content",
        strict=("speakers",),
        fields=("speakers", "mode", "via", "date"),
    ),
    Measure(
        name="occasions",
        kind="occasions",
        strict=("type", "participants", "date"),
        fields=("type", "kind", "participants", "date", "status"),
    ),
    Measure(
        name="instruments",
        kind="instruments",
        strict=("kind", "parties", "date"),
        fields=("kind", "parties", "date", "status"),
    ),
    Measure(
        name="commitments",
        kind="commitments",
        strict=_FRAME,
        fields=(
            "debtors",
            "creditors",
            "act",
            "quantities",
            "deadline",
            "firmness",
            "novelty",
            "polarity",
            "status",
        ),
    ),
    Measure(name="core", kind="commitments", strict=_FRAME, core=True),
    Measure(
        name="assessments",
        kind="assessments",
        strict=("speakers", "about", "valence"),
        fields=("speakers", "about", "target", "valence"),
    ),
)


@dataclass(slots=True)
class Tally:
    """Counts of one kind over documents.

    Attributes:
        gold: gold records.
        predicted: predicted records.
        hits: matches.
        strict: matches whose bold fields are right too; None where the kind has none.
        fields: of each field, how often it was right on matched records.
    """

    gold: int = 0
    predicted: int = 0
    hits: int = 0
    strict: int | None = None
    fields: dict[str, int] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Share of predicted records that match."""
        return _ratio(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        """Share of gold records that are matched."""
        return _ratio(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return _ratio(2 * self.hits, self.predicted + self.gold)

    @property
    def strict_f1(self) -> float | None:
        """F1 that counts a match only where the bold fields are right."""
        return None if self.strict is None else _ratio(2 * self.strict, self.predicted + self.gold)

    def accuracy(self) -> dict[str, float]:
        """Share of matched records on which each field is right."""
        return {name: _ratio(right, self.hits) for name, right in self.fields.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A gold record that was not found, or a predicted one that should not be there."""

    document: str
    kind: str
    spurious: bool
    words: str


@dataclass(slots=True)
class Score:
    """The report over all documents: a tally for `actors` and for each measure, and what went wrong."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)


def score_codings(documents: Iterable[tuple[str, str, Coding, Coding]]) -> Score:
    """Score predictions.

    Args:
        documents: for each document its name, text, gold coding and predicted coding (empty where there is none).
    """
    score = Score(tallies={"actors": Tally(), **{m.name: Tally(strict=0) for m in MEASURES}})
    for name, text, gold, raw in documents:
        score.documents += 1
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
        predicted = _spelt_as(raw, gold)
        _score_mentions(score.tallies["actors"], tokens, gold, predicted)
        for measure in MEASURES:
            wrong = _score_records(score.tallies[measure.name], measure, tokens, gold, predicted)
            if not measure.core:
                score.misses += [_miss(name, measure, text, row, spurious) for row, spurious in wrong]
    return score


def _score_records(
    tally: Tally, measure: Measure, tokens: Sequence[tuple[int, int]], gold: Coding, predicted: Coding
) -> list[tuple[Row, bool]]:
    """Count one kind in one document; returns what did not match, with whether it is spurious."""
    wanted, found = _rows(gold, measure), _rows(predicted, measure)
    pairs = _pairs(
        [_cover(row.get(measure.where), tokens) for row in wanted],
        [_cover(row.get(measure.where), tokens) for row in found],
    )
    tally.gold += len(wanted)
    tally.predicted += len(found)
    tally.hits += len(pairs)
    for i, j in pairs:
        right = {
            name: same_value(wanted[i].get(name), found[j].get(name)) for name in (*measure.strict, *measure.fields)
        }
        tally.strict = (tally.strict or 0) + all(right[name] for name in measure.strict)
        for name in measure.fields:
            tally.fields[name] = tally.fields.get(name, 0) + right[name]
    matched, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [(row, False) for i, row in enumerate(wanted) if i not in matched]
    return missed + [(row, True) for j, row in enumerate(found) if j not in hit]


def _score_mentions(tally: Tally, tokens: Sequence[tuple[int, int]], gold: Coding, predicted: Coding) -> None:
    wanted, found = sorted(_mentions(gold)), sorted(_mentions(predicted))
    covers = {mention: _cover([mention[0]], tokens) for mention in found}
    tally.gold += len(wanted)
    tally.predicted += len(found)
    free = set(found)
    for span, actor in wanted:
        cover = _cover([span], tokens)
        best = max(((_overlap(cover, covers[m]), m[1] == actor, m) for m in free), default=None)
        if best is not None and best[0] >= THRESHOLD:
            free.discard(best[2])
            tally.hits += best[1]


def same_value(one: Any, other: Any) -> bool:
    """Whether two values of a field are the same: order does not count, and nothing, null and empty are one."""
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _number(inner) if key == "value" else _plain(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return frozenset(_plain(inner) for inner in value) or None
    return None if value == "" else value


def _number(value: Any) -> Any:
    return round(float(value), 6) if isinstance(value, int | float) else value


def _rows(coding: Coding, measure: Measure) -> list[Row]:
    rows = coding.get(measure.kind, [])
    return [row for row in rows if row.get("firmness") != "aspired"] if measure.core else list(rows)


def stretches_of(value: Any) -> list[Sequence[int]]:
    """A span field of the gold form as a list of stretches, whether it holds one, several or none."""
    if not value:
        return []
    return [value] if isinstance(value[0], int) else list(value)


def _mentions(coding: Coding) -> set[tuple[tuple[int, int], str]]:
    return {
        ((place[0], place[1]), actor["id"])
        for actor in coding.get("actors", [])
        for place in stretches_of(actor.get("mentions"))
    }


def _cover(spans: Any, tokens: Sequence[tuple[int, int]]) -> Cover:
    return frozenset(
        n for start, end in stretches_of(spans) for n, (s, e) in enumerate(tokens) if s < end and e > start
    )


def _overlap(one: Cover, other: Cover) -> float:
    both = len(one & other)
    return 2 * both / (len(one) + len(other)) if both else 0.0


def _pairs(wanted: Sequence[Cover], found: Sequence[Cover]) -> list[tuple[int, int]]:
    ranked = sorted(
        (-overlap, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (overlap := _overlap(one, other)) >= THRESHOLD
    )
    left, right, pairs = set(range(len(wanted))), set(range(len(found))), []
    for _, i, j in ranked:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return pairs


def _spelt_as(predicted: Coding, gold: Coding) -> Coding:
    """The predicted coding with its actors spelt as in the gold one, where enough words of their slugs agree."""
    known = [actor["id"] for actor in gold.get("actors", [])]
    strangers = {actor["id"] for actor in predicted.get("actors", [])} - set(known)
    names = {actor: best for actor in strangers if (best := _likeliest(actor, known)) is not None}
    return _respelt(predicted, names) if names else predicted


def _likeliest(actor: str, known: Sequence[str]) -> str | None:
    head, words = _parts(actor)
    alike = [
        (len(words & others) / len(words | others), name)
        for name in known
        if not name.isupper()
        for other_head, others in [_parts(name)]
        if other_head == head
    ]
    share, name = max(alike, default=(0.0, None))
    return name if share >= THRESHOLD else None


def _parts(actor: str) -> tuple[str, frozenset[str]]:
    head, slash, slug = actor.partition("/")
    return (head, frozenset(slug.split("-"))) if slash and slug else ("", frozenset(head.split("-")))


def _respelt(node: Any, names: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [_respelt(inner, names) for inner in node]
    if isinstance(node, Mapping):
        return {key: _respelt(inner, names) for key, inner in node.items()}
    return names.get(node, node) if isinstance(node, str) else node


def _miss(document: str, measure: Measure, text: str, row: Row, spurious: bool) -> Miss:
    words = " … ".join(text[start:end] for start, end in stretches_of(row.get(measure.where)))
    return Miss(document=document, kind=measure.kind, spurious=spurious, words=words)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
