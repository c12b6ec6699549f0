"""What each outlet did to the texts that it reports of: how much it kept, dropped, rounded and changed, with sources.

Counted over the texts of a ledger that parties adopted or released and the reports in it that speak of them. A count is
no verdict: a short report drops more than a long one, and says so by how many terms it tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from servanda.codebook import ActorId, Document, Reading
from servanda.codebook.vocabulary import DocumentKind
from servanda.resolve.alignments import align
from servanda.resolve.attributions import lines_about, names_of
from servanda.resolve.comparisons import compare_texts
from servanda.resolve.findings import Happening
from servanda.resolve.layouts import Layout
from servanda.store import Ledger
from servanda.view.layouts import layout_of
from servanda.view.sources import Source, source_of

_TEXTS = frozenset({DocumentKind.INSTRUMENT})
_REPORTS = frozenset({DocumentKind.NEWS})
_EARLY = timedelta(days=2)
_LATE = timedelta(days=120)
_LEAST = 2


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
    pairs = list(ledger.iter_readings())
    counted: dict[str, Counter[Happening]] = {}
    sources: dict[str, list[tuple[Source, Source]]] = {}
    texts: list[Source] = []
    for text in (pair for pair in pairs if pair[0].kind in _TEXTS):
        laid = layout_of(*text)
        for report in _reports_of(laid, pairs):
            name = report.document.outlet or report.document.agency or ""
            texts.append(source_of(text[0]))
            sources.setdefault(name, []).append((source_of(report.document), texts[-1]))
            found = compare_texts(laid, (report,)).findings
            counted.setdefault(name, Counter()).update(one.happening for one in found if one.news)
    outlets = (_outlet(name, counted[name], sources[name]) for name in sorted(counted))
    return OutletsPage(outlets=tuple(outlets), texts=tuple(dict.fromkeys(texts)))


def _outlet(name: str, counted: Counter[Happening], reports: list[tuple[Source, Source]]) -> Outlet:
    counts = tuple((happening.value, counted[happening]) for happening in Happening)
    return Outlet(name=name, counts=counts, reports=tuple(reports))


def find_reports(ledger: Ledger, text: tuple[Document, Reading]) -> Iterator[tuple[Document, Reading]]:
    """The reports of a ledger that speak of a text, in the order of the ledger."""
    for report in _reports_of(layout_of(*text), ledger.iter_readings()):
        yield report.document, report.reading


def _reports_of(text: Layout, pairs: Iterable[tuple[Document, Reading]]) -> Iterator[Layout]:
    """Reports of the right time that name such a paper and tell enough of what stands in this one."""
    names = names_of(text)
    for document, reading in pairs:
        words = document.text.casefold()
        # Laying a report out takes its trees; most reports of a ledger never name such a paper.
        if not _may_report(text.document, document) or not any(name in words for name in names):
            continue
        if not _parties_of(text.reading) <= {actor.actor for actor in reading.actors}:
            continue
        report = layout_of(document, reading)
        if lines_about(text, report) and sum(one.is_sure for one in align(text, report)) >= _LEAST:
            yield report


def _parties_of(reading: Reading) -> frozenset[ActorId]:
    """The two who owe most of the text's terms; a report that does not mention both is of another paper."""
    owed = Counter(actor for term in reading.commitments for actor in term.debtors.value or ())
    most = sorted(owed.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    return frozenset(actor for actor, _ in most)


def _may_report(text: Document, report: Document) -> bool:
    if report.kind not in _REPORTS or report.id == text.id:
        return False
    if text.published is None or report.published is None:
        return True
    lag = report.published.start - text.published.start
    return -_EARLY <= lag <= _LATE
