"""How many independent sources stand behind something: what two reports take from one agency, outlet or text counts once.

A report that adds sentences of its own to an agency's is a report of its own, but no second source for what both took
from the agency. So the question is asked of the words that bear a record (`sources_of`); of whole reports where nothing
else is asked (`count_sources`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from servanda.codebook import Document, DocumentId, When
from servanda.resolve.sketches import Sketch, sketch_of
from servanda.resolve.stories import SURE, are_near, compare_stories, same_agency

_SHARED = 0.5
"""Half of the runs of the words that bear a record are the other report's: they are taken over."""
_RUN = 4
_FEWEST = 6
"""Fewer runs than these are the formulas of diplomacy, which anybody may use."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One independent source, in all the documents that come from it.

    Attributes:
        documents: ids of the documents, sorted.
        reasons: why they count once; empty where there is only one.
    """

    documents: tuple[DocumentId, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What one document contributes to a record over documents.

    Attributes:
        document: the document's id.
        published: when it was published; None where unknown.
        outlet: who published it; empty where unknown.
        agency: the agency that it credits; empty where it does none.
        story: what its report is one of with its copies, or the text that it gives: equal ones are one source.
        words: the words that bear the record, outside quotation marks; empty where they are quoted.
    """

    document: DocumentId
    published: When | None = None
    outlet: str = ""
    agency: str = ""
    story: str = ""
    words: tuple[str, ...] = ()


def count_sources(documents: Iterable[Document]) -> tuple[Source, ...]:
    """The independent sources among whole reports, each given once, in any order."""
    sketches = {key: sketch_of(document) for key, document in sorted({one.id: one for one in documents}.items())}
    ties = ((one, other, depends(sketches[one], sketches[other])) for one, other in combinations(sketches, 2))
    return _sources(list(sketches), [tie for tie in ties if tie[2]])


def sources_of(bearings: Iterable[Bearing]) -> tuple[Source, ...]:
    """The independent sources of what some documents bear; their number is its support."""
    told = sorted(bearings, key=lambda one: (one.document, one.story, one.words))
    runs = [(one, _runs(one.words)) for one in told]
    ties = (
        (one[0].document, other[0].document, _tie(one, other))
        for one, other in combinations(runs, 2)
        if one[0].document != other[0].document
    )
    return _sources(list(dict.fromkeys(one.document for one in told)), [tie for tie in ties if tie[2]])


def depends(one: Sketch, other: Sketch) -> str:
    """Why two documents are one source; empty where they are two."""
    if one.outlet and one.outlet == other.outlet:
        return f"both are of {one.outlet}"
    pair = compare_stories(one, other)
    if pair is not None and pair.score >= SURE:
        return pair.reason
    agency = same_agency(one, other)
    return f"both credit {agency.title()}" if agency and one.published and other.published else ""


def _tie(first: tuple[Bearing, frozenset[str]], second: tuple[Bearing, frozenset[str]]) -> str:
    (one, mine), (other, theirs) = first, second
    if one.outlet and one.outlet.casefold() == other.outlet.casefold():
        return f"both are of {one.outlet}"
    if one.story and one.story == other.story:
        return "one report and its copies, or the text and a report that gives its words"
    if one.published is None or other.published is None or not are_near(one.published, other.published):
        return ""
    if one.agency and one.agency.casefold() == other.agency.casefold():
        return f"both credit {one.agency}"
    fewer = min(len(mine), len(theirs))
    taken = fewer >= _FEWEST and len(mine & theirs) >= _SHARED * fewer
    return "the words that say it are the same in both" if taken else ""


def _runs(words: Sequence[str]) -> frozenset[str]:
    """Every few words in a row."""
    found: set[str] = set()
    for piece in words:
        plain = [match.casefold() for match in _WORD.findall(piece)]
        found.update(" ".join(plain[at : at + _RUN]) for at in range(len(plain) - _RUN + 1))
    return frozenset(found)


def _sources(keys: list[DocumentId], ties: Sequence[tuple[DocumentId, DocumentId, str]]) -> tuple[Source, ...]:
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
