"""What each outlet did to the texts that it reports of: how much it kept, dropped, rounded and changed, with sources.

Counted over the texts of a ledger that parties adopted or released and the reports in it that speak of them. A count is
no verdict: a short report drops more than a long one, and says so by how many terms it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from servanda.codebook import Document, DocumentId, Reading, Thread
from servanda.codebook.vocabulary import DocumentKind
from servanda.resolve.alignments import Alignment, align
from servanda.resolve.attributions import lines_about, names_of, papers_told, parties_of
from servanda.resolve.comparisons import compare_texts
from servanda.resolve.findings import Happening
from servanda.resolve.instruments import papers_of
from servanda.resolve.layouts import Layout
from servanda.store import Ledger
from servanda.view.layouts import layout_of
from servanda.view.sources import Source, source_of

_TEXTS = frozenset({DocumentKind.INSTRUMENT, DocumentKind.RELEASE, DocumentKind.READOUT})
"""Texts of one side count too: its fact sheet and its readout are what reports go by."""
_REPORTS = frozenset({DocumentKind.NEWS})
_EARLY = timedelta(days=2)
_LATE = timedelta(days=120)
_SOON = timedelta(days=14)
"""For so long reports speak of a text of one side that no other text names."""
_AT_ONCE = timedelta(days=3)
_LEAST, _MUCH = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What one outlet did to the texts that it reports of.

    Attributes:
        name: the outlet, or the agency where none is known; empty where neither is.
        counts: how many findings of each happening, in the order of the vocabulary.
        reports: the reports that were counted, each with the text that it was held against.
    """

    name: str
    counts: tuple[tuple[str, int], ...]
    reports: tuple[tuple[Source, Source], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsPage:
    """What each outlet did to the texts that it reports of.

    Attributes:
        outlets: in the order of their names.
        texts: the texts that reports of the ledger speak of.
    """

    outlets: tuple[Outlet, ...]
    texts: tuple[Source, ...]


def outlets_page(ledger: Ledger) -> OutletsPage:
    """What each outlet of a ledger did to the texts of that ledger."""
    pairs = tuple(ledger.iter_readings())
    tied = _tied(pairs, ledger.find_standing("instruments"))
    laid: dict[DocumentId, Layout] = {}
    counted: dict[str, Counter[Happening]] = {}
    sources: dict[str, list[tuple[Source, Source]]] = {}
    texts: list[Source] = []
    for text in (pair for pair in pairs if pair[0].kind in _TEXTS):
        for report in _reports_of(text, pairs, tied, laid):
            name = report.document.outlet or report.document.agency or ""
            texts.append(source_of(text[0]))
            sources.setdefault(name, []).append((source_of(report.document), texts[-1]))
            found = compare_texts(_laid(text, laid), (report,)).findings
            counted.setdefault(name, Counter()).update(one.happening for one in found if one.news)
    outlets = (_outlet(name, counted[name], sources[name]) for name in sorted(counted))
    return OutletsPage(outlets=tuple(outlets), texts=tuple(dict.fromkeys(texts)))


def _outlet(name: str, counted: Counter[Happening], reports: list[tuple[Source, Source]]) -> Outlet:
    counts = tuple((happening.value, counted[happening]) for happening in Happening)
    return Outlet(name=name, counts=counts, reports=tuple(reports))


def find_reports(ledger: Ledger, text: tuple[Document, Reading]) -> Iterator[tuple[Document, Reading]]:
    """The reports of a ledger that speak of a text, in the order of the ledger."""
    pairs = tuple(ledger.iter_readings())
    tied = _tied(pairs, ledger.find_standing("instruments"))
    for report in _reports_of(text, pairs, tied, {}):
        yield report.document, report.reading


def _reports_of(
    text: tuple[Document, Reading],
    pairs: Iterable[tuple[Document, Reading]],
    tied: Mapping[DocumentId, frozenset[DocumentId]],
    laid: dict[DocumentId, Layout],
) -> Iterator[Layout]:
    """Reports of the right time that name such a paper and tell enough of what stands in this one.

    Laying a document out takes its trees, and most texts of a ledger have no report in it: so what is cheap is asked first.
    """
    names, parties = names_of(text[0]), parties_of(text[1])
    known = tied.get(text[0].id, frozenset())
    for document, reading in pairs:
        if not _may_report(text[0], document):
            continue
        words = document.text.casefold()
        of_both = parties <= {actor.actor for actor in reading.actors}
        named = of_both and any(name in words for name in names)
        at_once = of_both and _is_at_once(text[0], document)
        if document.id not in known and not named and not at_once and not papers_told(text, (document, reading)):
            continue
        here, report = _laid(text, laid), _laid((document, reading), laid)
        sure = [one for one in align(here, report) if one.is_sure]
        speaks = document.id in known or lines_about(here, report) or (at_once and _tells_much(sure))
        if speaks and len(sure) >= _LEAST:
            yield report


def _is_at_once(text: Document, report: Document) -> bool:
    """Whether it came out so soon after the text that it may tell of it without naming any paper."""
    if text.published is None or report.published is None:
        return False
    return timedelta(0) <= report.published.start - text.published.start <= _AT_ONCE


def _tells_much(sure: Sequence[Alignment]) -> bool:
    """Whether it tells of several terms, each of an own sentence, and of the very numbers of two of them."""
    lines = {one.text.span for one in sure}
    return len(lines) >= _MUCH and len({one.text.span for one in sure if one.figures}) >= _LEAST


def _laid(pair: tuple[Document, Reading], laid: dict[DocumentId, Layout]) -> Layout:
    """A document laid out, once."""
    key = pair[0].id
    if key not in laid:
        laid[key] = layout_of(*pair)
    return laid[key]


def _tied(
    pairs: Sequence[tuple[Document, Reading]], threads: Iterable[Thread]
) -> Mapping[DocumentId, frozenset[DocumentId]]:
    """For each text that is an instrument itself, the documents whose records were found to be of that instrument."""
    papers = {paper.id: paper for pair in pairs for paper in papers_of(*pair)}
    found: defaultdict[DocumentId, frozenset[DocumentId]] = defaultdict(frozenset)
    for thread in threads:
        members = [papers[record] for record in thread.records if record in papers]
        for own in (paper for paper in members if paper.own):
            found[own.document] |= {paper.document for paper in members}
    return found


def _may_report(text: Document, report: Document) -> bool:
    if report.kind not in _REPORTS or report.id == text.id:
        return False
    if text.published is None or report.published is None:
        return True
    lag = report.published.start - text.published.start
    return -_EARLY <= lag <= (_LATE if text.kind is DocumentKind.INSTRUMENT else _SOON)
