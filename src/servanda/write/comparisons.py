"""A comparison as lines for a person, a table for a spreadsheet, one HTML file, or JSON for a program.

Words of the texts stand in quotation marks; everything else is a plain label.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from servanda.codebook.encoding import encode
from servanda.view.comparisons import ComparisonPage, Contrast
from servanda.write.comparison_pages import write_comparison_html
from servanda.write.tables import guarded

_LEAST = 0.7
"""A term that no report tells is shown to a person where it is at least so sure to matter: it has a number or a deadline."""
_COLUMNS = (
    ("row", "happening", "aspect", "text_words", "report", "outlet", "news_words", "by", "claims_text", "reason", "sources", "score")
)  # fmt: skip


def write_comparison(page: ComparisonPage, form: str, stream: IO[str], *, everything: bool = False) -> None:
    """Write a comparison.

    Args:
        page: the comparison.
        form: `table`, `csv`, `html` or `json`.
        stream: where to.
        everything: in a table, also the terms without a number or deadline that no report tells.
    """
    if form == "json":
        stream.write(encode(page).decode() + "\n")
    elif form == "csv":
        _write_csv(page, stream)
    elif form == "html":
        write_comparison_html(page, stream)
    else:
        stream.writelines(f"{line}\n" for line in _lines(page, everything=everything))


def is_shown(row: Contrast) -> bool:
    """Whether a person is shown the row without asking for everything."""
    return bool(row.report) or row.score >= _LEAST


def _lines(page: ComparisonPage, *, everything: bool) -> Iterator[str]:
    yield f"Text: {page.text.source.title}"
    for report in page.reports:
        yield f"Report: {_named(report.source.title, report.source.outlet, report.source.published)}"
    if len(page.sources) < len(page.reports):
        why = "; ".join(dict.fromkeys(reason for source in page.sources for reason in source.reasons))
        yield f"Independent sources among them: {len(page.sources)} ({why})"
    yield ""
    for row in page.rows:
        if everything or is_shown(row):
            yield from _row(row)
    hidden = sum(not is_shown(row) for row in page.rows)
    if hidden and not everything:
        yield f"{hidden} more terms that no report tells: --all shows them."
    counts = ", ".join(f"{number} {happening}" for happening, number in page.counts)
    yield f"Terms told: {page.told} of {page.terms}. Findings: {counts or 'none'}."


def _row(row: Contrast) -> Iterator[str]:
    said = " (of the text itself)" if row.claims_text else ""
    yield f"{row.label}  {row.happening}: {row.aspect}{said}"
    if row.text_words:
        yield f"    text    “{_line(row.text_words)}”"
    if row.news_words and row.source is not None:
        by = ", ".join(part.text for part in row.by)
        who = f"; {by} says so" if by else ""
        others = f"; {row.support} independent sources do so" if row.support > 1 else ""
        yield f"    report  “{_line(row.news_words)}” ({row.source.outlet or row.source.title}{who}{others})"
    yield f"    why     {row.reason}"
    yield ""


def _write_csv(page: ComparisonPage, stream: IO[str]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in page.rows:
        source = row.source
        cells = (
            row.label,
            row.happening,
            row.aspect,
            row.text_words,
            row.report,
            (source.outlet or source.title) if source else "",
            row.news_words,
            "; ".join(part.code for part in row.by),
            "true" if row.claims_text else "false",
            row.reason,
            str(row.support),
            f"{row.score:.2f}",
        )
        writer.writerow([guarded(cell) for cell in cells])


def _named(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _line(words: str) -> str:
    return " ".join(words.split())
