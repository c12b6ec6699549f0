"""A comparison as one HTML file that needs nothing beside it: the rows, and the texts in full with the same words marked.

Words of the texts stand in quotation marks or in the texts themselves; everything else is a plain label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import IO

from servanda.view.comparisons import Compared, ComparisonPage, Contrast
from servanda.view.highlights import Segment
from servanda.view.passages import Passage
from servanda.view.sources import Source

_STYLE = """
:root { color-scheme: light dark; --line: #8888; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --mark: #5c4a10; } }
body { font: 16px/1.45 system-ui, sans-serif; max-width: 80rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; margin: 0 0 .3em; }
h2 { font-size: 1.15em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .5em .6em; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-size: .9em; }
td:nth-child(2), td:nth-child(3) { width: 34%; }
mark { background: var(--mark); color: inherit; }
small, .none { font-size: .87em; }
.whole { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
article { overflow-wrap: anywhere; }
article p { margin: 0 0 .7em; }
@media (max-width: 45rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr, td { display: block; }
  td, td:nth-child(2), td:nth-child(3) { width: auto; border: 0; padding: .2em 0; }
  td::before { content: attr(data-label) ": "; font-size: .8em; font-weight: 600; }
  tr { border-bottom: 1px solid var(--line); padding: .6em 0; }
  .whole { grid-template-columns: 1fr; }
}
@media print { @page { size: A4; margin: 14mm; } body { font-size: 9pt; } tr { break-inside: avoid; } }
"""
_COLUMNS = ("What happened", "In the text", "In the report", "Why it is said")


def write_comparison_html(page: ComparisonPage, stream: IO[str]) -> None:
    """Write a comparison as one HTML file."""
    stream.writelines(f"{line}\n" for line in _html(page))


def _html(page: ComparisonPage) -> Iterator[str]:
    title = escape(f"{page.text.source.title}, beside {_number(len(page.reports), 'report')} of it")
    sides = {report.source.id: f"r{at}" for at, report in enumerate(page.reports, 1)}
    labels = {row.id: row.label for row in page.rows}
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    yield f"<p>{escape(_summary(page))}</p>"
    yield "<ul>" + "".join(f"<li>{_sourced(report.source)}</li>" for report in page.reports) + "</ul>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    for row in page.rows:
        yield _row(row, sides)
    yield '</tbody>\n</table>\n<h2>Whole texts</h2>\n<div class="whole">'
    yield _whole(page.text, "text", labels)
    yield "<div>"
    for report in page.reports:
        yield _whole(report, sides[report.source.id], labels)
    yield "</div>\n</div>\n</main>\n</body>\n</html>"


def _summary(page: ComparisonPage) -> str:
    counts = ", ".join(f"{number} {happening}" for happening, number in page.counts)
    return f"{page.told} of {page.terms} terms of the text are told in some report. Findings: {counts or 'none'}."


def _row(row: Contrast, sides: dict[str, str]) -> str:
    said = ", said of the text itself" if row.claims_text else ""
    what = (
        f"<strong>{escape(row.summary)}</strong> <br><small>{escape(row.happening)}: {escape(row.aspect)}{said}</small>"
    )
    text = _beside(row.text_passages, f"text-{row.label}", "the text") or '<span class="none">not in the text</span>'
    news = _beside(row.news_passages, f"{sides.get(row.report, '')}-{row.label}", "the report")
    if row.source is not None:
        by = ", ".join(part.text for part in row.by)
        news = (news or '<span class="none">not in this report</span>') + f"<br><small>{_sourced(row.source)}</small>"
        news += f"<small>; said by {escape(by)}</small>" if by else ""
        news += f" <small>{row.support} independent sources do so</small>" if row.support > 1 else ""
    cells = (what, text, news or '<span class="none">not in any report</span>', escape(row.reason))
    told = "".join(f'<td data-label="{name}">{cell}</td>' for name, cell in zip(_COLUMNS, cells, strict=True))
    return f'<tr id="{escape(row.label)}">{told}</tr>'


def _beside(passages: Iterable[Passage], place: str, where: str) -> str:
    quoted = " […] ".join(f'<q dir="auto">{_marked(passage.segments)}</q>' for passage in passages)
    return f'{quoted} <small><a href="#{escape(place)}">in {where}</a></small>' if quoted else ""


def _whole(compared: Compared, side: str, labels: dict[str, str]) -> str:
    lines = "".join(f'<p dir="auto">{_marked(one.segments, side, labels)}</p>\n' for one in compared.paragraphs)
    return f"<article><h3>{_sourced(compared.source)}</h3>\n{lines}</article>"


def _marked(segments: Iterable[Segment], side: str = "", labels: dict[str, str] | None = None) -> str:
    """Text with its marks; in a whole text each mark has the place that its row leads to, and leads back."""
    told = ""
    for piece in segments:
        for opening in piece.opens:
            first = side and opening.first and opening.highlight.stretch == 1
            told += f'<mark id="{side}-{escape(opening.highlight.label)}">' if first else "<mark>"
        words, label = escape(piece.text), (labels or {}).get(piece.record)
        told += f'<a href="#{escape(label)}">{words}</a>' if label and words.strip() else words
        told += "</mark>" * piece.closes
    return told


def _sourced(source: Source) -> str:
    return escape(source.cited)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
