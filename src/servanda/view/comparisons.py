"""A text beside reports of it: what they kept, dropped, added and changed, row by row with the words on both sides.

The page holds quoted words and plain labels only. What is compared with what is decided in `resolve`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from servanda.codebook import ActorId, Document, DocumentId, Reading, RecordId, Spans
from servanda.codebook.spans import words_of
from servanda.resolve.comparisons import compare_texts
from servanda.resolve.findings import Finding, Happening
from servanda.resolve.layouts import Layout
from servanda.resolve.sources import Source as Support
from servanda.resolve.sources import count_sources
from servanda.store import Ledger
from servanda.view.fields import Part
from servanda.view.happenings import happening_in_words
from servanda.view.highlights import Highlight, Paragraph, paragraphs_of
from servanda.view.layouts import layout_of
from servanda.view.names import Names, names_in
from servanda.view.passages import Passage, passages_of
from servanda.view.reasons import reason_in_words
from servanda.view.sources import Source, source_of

_HAPPENINGS = tuple(Happening)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """One row of the comparison: words of the text, words of a report, and what happened between them.

    Attributes:
        id: the finding's id; highlights of both texts carry it as their `record`.
        label: short name of the row, such as `f3`; highlights carry it too.
        summary: what happened to what, in plain words: `another number`.
        happening: kept, dropped, added, strengthened, weakened, substituted, summed, rounded, changed, misplaced or reversed.
        meaning: what that word means.
        aspect: what of a term it is about: term, number, cap, deadline, time, party, condition, firmness, words, quotation,
            quality, characterization or exchange.
        claims_text: whether the report says it of the text itself.
        report: id of the report; empty where the row is about all of them.
        source: the report in one line; None where the row is about all of them.
        text_words: the words of the text; empty where it has none.
        news_words: the words of the report; empty where it has none.
        text_passages: the sentences of the text that hold them, with the words highlighted.
        news_passages: the sentences of the report.
        by: who says so in the report; empty where nobody does, or where it is unclear who.
        reason: what was compared, in words.
        support: how many independent sources among the reports do the same to these words; 0 where no report does.
        score: how sure it is, from 0 to 1.
    """

    id: RecordId
    label: str
    summary: str
    happening: str
    meaning: str
    aspect: str
    claims_text: bool
    report: DocumentId
    source: Source | None
    text_words: str
    news_words: str
    text_passages: tuple[Passage, ...]
    news_passages: tuple[Passage, ...]
    by: tuple[Part, ...]
    reason: str
    support: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One of the documents, as it is drawn beside the others.

    Attributes:
        source: the document in one line.
        paragraphs: its text, exactly as ingested, cut where highlighted words begin and end. A highlight's `kind` is
            what happened (`dropped`), its `record` the row's id, its `label` the row's label.
        counts: how many rows of each happening it is part of, in the order of the vocabulary, without zeros.
    """

    source: Source
    paragraphs: tuple[Paragraph, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """A text beside reports of it.

    Attributes:
        text: the text.
        reports: the reports, in the order given.
        sources: the independent sources among them, each with its reports and why they count once.
        rows: the findings: first what differs from the text, then what is as the text has it, then what no report tells;
            within these in the order of the text, and what stands only in reports behind it.
        counts: how many rows of each happening there are, in the order of the vocabulary, without zeros.
        told: how many of the text's terms some report tells.
        terms: how many terms the text has.
    """

    text: Compared
    reports: tuple[Compared, ...]
    sources: tuple[Support, ...]
    rows: tuple[Contrast, ...]
    counts: tuple[tuple[str, int], ...]
    told: int
    terms: int


def comparison_page(
    text: tuple[Document, Reading], news: Sequence[tuple[Document, Reading]], names: Names | None = None
) -> ComparisonPage:
    """A text beside reports of it.

    Args:
        text: the text with its reading.
        news: the reports with their readings.
        names: names of actors; those that the readings themselves have, where None.
    """
    layouts = tuple(layout_of(*pair) for pair in (text, *news))
    compared = compare_texts(layouts[0], layouts[1:])
    known = names or Names(_names_of(pair[1] for pair in (text, *news)))
    sources = count_sources(layout.document for layout in layouts[1:])
    findings = sorted(compared.findings, key=_part)
    support = _support_of(findings, sources)
    rows = tuple(
        _row(finding, at, layouts, known, support.get(_what(finding), 0)) for at, finding in enumerate(findings, 1)
    )
    labels = {row.id: row.label for row in rows}
    documents = tuple(_compared(layout, compared.findings, labels) for layout in layouts)
    return ComparisonPage(
        text=documents[0],
        reports=documents[1:],
        sources=sources,
        rows=rows,
        counts=_counts(compared.findings),
        told=compared.told,
        terms=compared.terms,
    )


def _part(finding: Finding) -> int:
    """Which part of the page a finding stands in."""
    if not finding.news:
        return 2
    return int(finding.happening is Happening.KEPT)


def find_comparison(ledger: Ledger, text: DocumentId, news: Iterable[DocumentId]) -> ComparisonPage | None:
    """A text of a ledger beside reports that are in it; None where one of them is not, or was not read."""
    pairs = [_pair(ledger, key) for key in (text, *news)]
    found = [pair for pair in pairs if pair is not None]
    if len(found) < len(pairs):
        return None
    return comparison_page(found[0], found[1:], names_in(ledger))


def _pair(ledger: Ledger, key: DocumentId) -> tuple[Document, Reading] | None:
    document = ledger.find_document(key)
    reading = ledger.find_reading(document.id) if document else None
    return (document, reading) if document and reading else None


def _what(finding: Finding) -> tuple[str, str, Spans, str]:
    """What a finding says happened to which words, whoever did it; what the text does not have is told by its own words."""
    return finding.happening, finding.aspect, finding.text_spans, "" if finding.text_spans else finding.reason


def _support_of(findings: Iterable[Finding], sources: Iterable[Support]) -> Mapping[tuple[str, str, Spans, str], int]:
    """How many independent sources do the same to the same words."""
    source_of_report = {key: at for at, source in enumerate(sources) for key in source.documents}
    heard: dict[tuple[str, str, Spans, str], set[int]] = {}
    for finding in findings:
        if finding.news:
            heard.setdefault(_what(finding), set()).add(source_of_report[finding.news])
    return {what: len(told) for what, told in heard.items()}


def _row(finding: Finding, at: int, layouts: Sequence[Layout], names: Names, support: int) -> Contrast:
    by_id = {layout.document.id: layout.document for layout in layouts}
    report = by_id.get(finding.news)
    text = layouts[0].document.text
    news = report.text if report else ""
    return Contrast(
        id=finding.id,
        label=f"f{at}",
        summary=happening_in_words(finding.happening, finding.aspect),
        happening=finding.happening.value,
        meaning=finding.happening.meaning,
        aspect=finding.aspect.value,
        claims_text=finding.claims_text,
        report=finding.news,
        source=source_of(report) if report else None,
        text_words=words_of(text, finding.text_spans),
        news_words=words_of(news, finding.news_spans),
        text_passages=passages_of(text, finding.text_spans, _drawn(finding, finding.text_spans, f"f{at}")),
        news_passages=passages_of(news, finding.news_spans, _drawn(finding, finding.news_spans, f"f{at}")),
        by=tuple(Part(text=names.actor(actor), code=actor, goal="actor", id=actor) for actor in finding.asserted_by),
        reason=reason_in_words(finding.reason, names),
        support=support if finding.news else 0,
        score=finding.score,
    )


def _drawn(finding: Finding, spans: Spans, label: str) -> tuple[Highlight, ...]:
    return tuple(
        Highlight(span=span, kind=finding.happening.value, record=finding.id, stretch=at, label=label)
        for at, span in enumerate(spans, 1)
    )


def _compared(layout: Layout, findings: Sequence[Finding], labels: Mapping[RecordId, str]) -> Compared:
    key = layout.document.id
    drawn: list[Highlight] = []
    mine = [finding for finding in findings if key in {finding.text, finding.news}]
    for finding in mine:
        spans = finding.text_spans if finding.text == key else finding.news_spans
        drawn.extend(_drawn(finding, spans, labels[finding.id]))
    return Compared(
        source=source_of(layout.document),
        paragraphs=paragraphs_of(layout.document.text, drawn),
        counts=_counts(mine),
    )


def _counts(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    counted = Counter(finding.happening for finding in findings)
    return tuple((happening.value, counted[happening]) for happening in _HAPPENINGS if counted[happening])


def _names_of(readings: Iterable[Reading]) -> dict[ActorId, str]:
    """The first name that a reading has for each actor."""
    found: dict[ActorId, str] = {}
    for reading in readings:
        for actor in reading.actors:
            found.setdefault(actor.actor, actor.name)
    return found
