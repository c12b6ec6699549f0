"""What each outlet did to the texts that it reports of: how much it kept, dropped, rounded and changed, with sources.

Counted over the texts of a ledger that parties adopted or released and the reports in it that speak of them. A count is
no verdict: a short report drops more than a long one, and says so by how many terms it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from sys import intern

from servanda.codebook import ActorId, Document, DocumentId, Reading, RecordId, Thread, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.resolve.alignments import align
from servanda.resolve.attributions import lines_about, names_of, nouns_of_papers, parties_of
from servanda.resolve.comparisons import compare_texts
from servanda.resolve.findings import Happening
from servanda.resolve.instruments import papers_of
from servanda.resolve.layouts import Layout
from servanda.resolve.pairings import Alignment
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
_HELD = 24
"""So many documents are laid out at once: texts of one day share their reports."""
_KINDS = ("actors", "instruments", "commitments")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trace:
    """What is kept of a document while a ledger is gone through: enough to say which reports may speak of which text.

    Attributes:
        id: the document's id.
        kind: what sort of text it is.
        published: when it came out.
        actors: whom it names.
        names: the nouns by which a text may be called; of a report, all such nouns in it.
        parties: the two most bound by a text.
        papers: the parties of each paper that it names.
    """

    id: DocumentId
    kind: DocumentKind
    published: When | None
    actors: frozenset[ActorId]
    names: frozenset[str]
    parties: frozenset[ActorId]
    papers: tuple[frozenset[ActorId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Survey:
    """The documents of a ledger that may be held against one another, and which reports it ties to which text."""

    texts: tuple[_Trace, ...]
    reports: tuple[_Trace, ...]
    tied: Mapping[DocumentId, frozenset[DocumentId]]


_Laid = Callable[[DocumentId], Layout]


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
    survey, laid = _survey(ledger), _laid_from(ledger)
    counted: dict[str, Counter[Happening]] = {}
    sources: dict[str, list[tuple[Source, Source]]] = {}
    texts: list[Source] = []
    for trace in survey.texts:
        for report in _reports_of(trace, survey, laid):
            text = laid(trace.id)
            name = report.document.outlet or report.document.agency or ""
            texts.append(source_of(text.document))
            sources.setdefault(name, []).append((source_of(report.document), texts[-1]))
            found = compare_texts(text, (report,)).findings
            counted.setdefault(name, Counter()).update(one.happening for one in found if one.news)
    outlets = (_outlet(name, counted[name], sources[name]) for name in sorted(counted))
    return OutletsPage(outlets=tuple(outlets), texts=tuple(dict.fromkeys(texts)))


def _outlet(name: str, counted: Counter[Happening], reports: list[tuple[Source, Source]]) -> Outlet:
    counts = tuple((happening.value, counted[happening]) for happening in Happening)
    return Outlet(name=name, counts=counts, reports=tuple(reports))


def find_reports(ledger: Ledger, text: tuple[Document, Reading]) -> Iterator[tuple[Document, Reading]]:
    """The reports of a ledger that speak of a text, in the order of the ledger."""
    held, own = _laid_from(ledger), layout_of(*text)
    for report in _reports_of(_trace(*text), _survey(ledger), lambda key: own if key == text[0].id else held(key)):
        yield report.document, report.reading


def _survey(ledger: Ledger) -> _Survey:
    """One way through a ledger, of which no text and no tree is kept: its size is that of the names in it."""
    texts: list[_Trace] = []
    reports: list[_Trace] = []
    papers: dict[RecordId, tuple[DocumentId, bool]] = {}
    for document, reading in ledger.iter_readings(kinds=_KINDS):
        papers.update((paper.id, (paper.document, paper.own)) for paper in papers_of(document, reading))
        if document.kind in _TEXTS:
            texts.append(_trace(document, reading))
        elif document.kind in _REPORTS:
            reports.append(_trace(document, reading))
    tied = _tied(papers, ledger.find_standing("instruments"))
    return _Survey(texts=tuple(texts), reports=tuple(reports), tied=tied)


def _trace(document: Document, reading: Reading) -> _Trace:
    words = document.text.casefold()
    is_report = document.kind in _REPORTS
    return _Trace(
        id=document.id,
        kind=document.kind,
        published=document.published,
        actors=frozenset(intern(actor.actor) for actor in reading.actors) if is_report else frozenset(),
        names=frozenset(noun for noun in nouns_of_papers() if noun in words) if is_report else names_of(document),
        parties=frozenset() if is_report else parties_of(reading),
        papers=tuple({frozenset(map(intern, one.parties.value or ())) for one in reading.instruments if is_report}),
    )


def _laid_from(ledger: Ledger) -> _Laid:
    """The documents of a ledger, laid out when they are asked for; the last few are kept."""

    @lru_cache(maxsize=_HELD)
    def laid(key: DocumentId) -> Layout:
        (pair,) = ledger.iter_readings(documents=(key,))
        return layout_of(*pair)

    return laid


def _reports_of(text: _Trace, survey: _Survey, laid: _Laid) -> Iterator[Layout]:
    """Reports of the right time that name such a paper and tell enough of what stands in this one.

    Laying a document out takes its trees, and most texts of a ledger have no report in it: so what is cheap is asked first.
    """
    known = survey.tied.get(text.id, frozenset())
    for report in survey.reports:
        if not _may_report(text, report) or not (report.id in known or _may_speak(text, report)):
            continue
        here, there = laid(text.id), laid(report.id)
        if _speaks(here, there, is_tied=report.id in known, at_once=_is_at_once(text, report)):
            yield there


def _may_speak(text: _Trace, report: _Trace) -> bool:
    """Whether a report names such a paper of both parties, or comes so soon that it need not."""
    of_both = text.parties <= report.actors and (not text.names.isdisjoint(report.names) or _is_at_once(text, report))
    return of_both or (len(text.parties) > 1 and any(text.parties <= parties for parties in report.papers))


def _speaks(text: Layout, report: Layout, *, is_tied: bool, at_once: bool) -> bool:
    """Whether a report speaks of the text, and tells of two terms of it."""
    sure = [one for one in align(text, report) if one.is_sure]
    return len(sure) >= _LEAST and (is_tied or bool(lines_about(text, report)) or (at_once and _tells_much(sure)))


def _is_at_once(text: _Trace, report: _Trace) -> bool:
    """Whether it came out so soon after the text that it may tell of it without naming any paper."""
    if text.published is None or report.published is None or not text.parties <= report.actors:
        return False
    return timedelta(0) <= report.published.start - text.published.start <= _AT_ONCE


def _tells_much(sure: Sequence[Alignment]) -> bool:
    """Whether it tells of several terms, each of an own sentence, and of the very numbers of two of them."""
    lines = {one.text.span for one in sure}
    return len(lines) >= _MUCH and len({one.text.span for one in sure if one.figures}) >= _LEAST


def _tied(
    papers: Mapping[RecordId, tuple[DocumentId, bool]], threads: Iterable[Thread]
) -> Mapping[DocumentId, frozenset[DocumentId]]:
    """For each text that is an instrument itself, the documents whose records were found to be of that instrument."""
    found: defaultdict[DocumentId, frozenset[DocumentId]] = defaultdict(frozenset)
    for thread in threads:
        members = [papers[record] for record in thread.records if record in papers]
        for document in (document for document, is_own in members if is_own):
            found[document] |= {other for other, _ in members}
    return found


def _may_report(text: _Trace, report: _Trace) -> bool:
    if report.id == text.id:
        return False
    if text.published is None or report.published is None:
        return True
    lag = report.published.start - text.published.start
    return -_EARLY <= lag <= (_LATE if text.kind is DocumentKind.INSTRUMENT else _SOON)
