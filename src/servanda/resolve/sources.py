"""How many independent sources stand behind something: what two reports take from one agency, outlet or text counts once.

A report that adds sentences of its own to an agency's is a report of its own, but no second source for what both took
from the agency. So the question is asked of the words that bear a record, where they are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from servanda.codebook import Document, DocumentId, Span, Spans
from servanda.resolve.sketches import Sketch, runs_of, sketch_of
from servanda.resolve.stories import SURE, compare_stories, same_agency

_SHARED = 0.5
"""Half of the runs of a bearing sentence, in the report's own words, are the other report's: it is taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One independent source, in all the documents that come from it.

    Attributes:
        documents: ids of the documents, sorted.
        reasons: why they count once; empty where there is only one.
    """

    documents: tuple[DocumentId, ...]
    reasons: tuple[str, ...]


def count_sources(
    documents: Iterable[Document], bearing: Mapping[DocumentId, Spans] | None = None
) -> tuple[Source, ...]:
    """The independent sources among some documents; their number is the support of what the documents say.

    Args:
        documents: the documents that say it, each once; in any order.
        bearing: for each document the words that bear the record; without them whole documents are compared.
    """
    told = {document.id: document for document in documents}
    sketches = {key: sketch_of(document) for key, document in sorted(told.items())}
    borne = {
        key: runs_of(told[key], tuple(_sentence(told[key].text, span) for span in spans))
        for key, spans in (bearing or {}).items()
        if key in told
    }
    ties = [
        (one, other, why)
        for at, one in enumerate(sketches)
        for other in list(sketches)[at + 1 :]
        if (why := depends(sketches[one], sketches[other], borne.get(one), borne.get(other)))
    ]
    return _sources(list(sketches), ties)


Runs = tuple[frozenset[int], frozenset[int]]


def depends(one: Sketch, other: Sketch, borne: Runs | None = None, also: Runs | None = None) -> str:
    """Why two documents are one source; empty where they are two.

    Args:
        one: the one.
        other: the other.
        borne: the runs of words that bear the record in the one; None where the whole is meant.
        also: those in the other.
    """
    if one.outlet and one.outlet == other.outlet:
        return f"both are of {one.outlet}"
    pair = compare_stories(one, other)
    if pair is not None and pair.score >= SURE:
        return pair.reason
    if _is_taken_over(borne, other.own) or _is_taken_over(also, one.own):
        return "the sentence that says it is the same in both"
    agency = same_agency(one, other)
    return f"both credit {agency.title()}" if agency and one.published and other.published else ""


def _is_taken_over(borne: Runs | None, own: frozenset[int]) -> bool:
    """Whether half of the bearing words, those outside quotations, stand in the other document's own words."""
    if borne is None or not borne[0]:
        return False
    return len(borne[0] & own) >= _SHARED * len(borne[0])


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a stretch, roughly: from stop to stop within its paragraph."""
    starts = [match.end() for match in _STOP.finditer(text, 0, span.start)]
    end = _STOP.search(text, span.end)
    return Span(starts[-1] if starts else 0, end.start() if end else len(text))


_STOP = re.compile(r"[.?!][”\"]?\s+|\n+")


def _sources(keys: list[DocumentId], ties: list[tuple[DocumentId, DocumentId, str]]) -> tuple[Source, ...]:
    first = {key: key for key in keys}
    for one, other, _ in ties:
        new, old = sorted((first[one], first[other]))
        first = {key: new if held == old else held for key, held in first.items()}
    found: dict[DocumentId, list[DocumentId]] = {}
    for key, head in first.items():
        found.setdefault(head, []).append(key)
    return tuple(
        Source(
            documents=tuple(members),
            reasons=tuple(dict.fromkeys(why for one, _, why in ties if first[one] == head)),
        )
        for head, members in sorted(found.items())
    )
