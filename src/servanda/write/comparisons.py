"""A comparison as lines for a person, a table for a spreadsheet, one HTML file, or JSON for a program.

Words of the texts stand in quotation marks; everything else is a plain label.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import IO

from servanda.codebook.encoding import encode
from servanda.view.comparisons import ComparisonPage, Contrast
from servanda.view.passages import Passage
from servanda.write.comparison_pages import write_comparison_html
from servanda.write.tables import guarded

_LEAST = 0.7
"""A term that no report tells is shown to a person where it is at least so sure to matter: it has a number or a deadline."""
_COLUMNS = (
    ("row", "happening", "aspect", "summary", "text_words", "text_sentences", "report", "outlet", "news_words", "news_sentences", "by", "claims_text", "reason", "sources", "score")
)  # fmt: skip
_KEPT = "kept"
_WIDTH = 110


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
    yield "Each row is a sentence of the text and one of the report; the words in question stand between » and «."
    for heading, rows in _parts(page):
        shown = [row for row in rows if everything or is_shown(row)]
        if shown:
            yield from ("", heading, "")
        for row in shown:
            yield from _row(row)
    hidden = sum(not is_shown(row) for row in page.rows)
    if hidden and not everything:
        yield f"{hidden} more terms that no report tells: --all shows them."
    counts = ", ".join(f"{number} {happening}" for happening, number in page.counts)
    yield f"Terms told: {page.told} of {page.terms}. Findings: {counts or 'none'}."


def _parts(page: ComparisonPage) -> Iterator[tuple[str, list[Contrast]]]:
    """The rows part by part, each part with its heading."""
    told = [row for row in page.rows if row.report]
    yield "WHAT DIFFERS", [row for row in told if row.happening != _KEPT]
    yield "AS THE TEXT HAS IT", [row for row in told if row.happening == _KEPT]
    yield "IN NO REPORT", [row for row in page.rows if not row.report]


def _row(row: Contrast) -> Iterator[str]:
    said = ", said of the text itself" if row.claims_text else ""
    yield f"{row.label}  {_capital(row.summary)} ({row.happening}: {row.aspect}{said})"
    if row.text_passages:
        yield from _cited("text", row.text_passages, "")
    elif row.report:
        yield f"{'':4}{'text':<8}nothing"
    if row.news_passages and row.source is not None:
        by = ", ".join(part.text for part in row.by)
        who = f"; {by} {'say' if len(row.by) > 1 else 'says'} so" if by else ""
        others = f"; {row.support} independent sources do so" if row.support > 1 else ""
        yield from _cited(
            "report", row.news_passages, f" ({', '.join(row.source.rest) or row.source.title}{who}{others})"
        )
    yield f"{'':4}{'why':<8}{row.reason}"
    yield ""


def _cited(side: str, passages: Iterable[Passage], behind: str) -> Iterator[str]:
    """Whole sentences with the words in question marked, wrapped under one another."""
    said = " […] ".join(_marked(passage) for passage in passages)
    indent = f"{'':4}{side:<8}"
    yield from wrap(
        f"“{said}”{behind}",
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(passage: Passage) -> str:
    """A sentence with its marks; neither line breaks nor nested marks are told."""
    told, depth = "", 0
    for piece in passage.segments:
        told += "»" * bool(piece.opens and not depth)
        depth += len(piece.opens)
        told += piece.text
        depth -= piece.closes
        told += "«" * bool(piece.closes and not depth)
    return _line(told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _write_csv(page: ComparisonPage, stream: IO[str]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in page.rows:
        source = row.source
        cells = (
            row.label,
            row.happening,
            row.aspect,
            row.summary,
            row.text_words,
            _sentences(row.text_passages),
            row.report,
            (source.outlet or source.title) if source else "",
            row.news_words,
            _sentences(row.news_passages),
            "; ".join(part.code for part in row.by),
            "true" if row.claims_text else "false",
            row.reason,
            str(row.support),
            f"{row.score:.2f}",
        )
        writer.writerow([guarded(cell) for cell in cells])


def _sentences(passages: Iterable[Passage]) -> str:
    return " […] ".join(_line("".join(piece.text for piece in passage.segments)) for passage in passages)


def _named(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _line(words: str) -> str:
    return " ".join(words.split())
