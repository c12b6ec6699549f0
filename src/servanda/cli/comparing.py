"""`servanda compare` and `servanda outlets`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, app
from servanda.cli.means import means
from servanda.cli.options import Form, Known, LedgerFile, Parser, existing
from servanda.codebook import Document, Problem, Reading
from servanda.pipeline import Asked, code, fetch_documents
from servanda.store import Ledger
from servanda.view.comparisons import ComparisonPage, comparison_page
from servanda.view.names import names_in
from servanda.view.outlets import find_reports, outlets_page
from servanda.write import terminal
from servanda.write.comparisons import write_comparison
from servanda.write.outlets import write_outlets

Pair: TypeAlias = tuple[Document, Reading]


class ComparisonForm(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    CSV = "csv"
    HTML = "html"
    JSON = "json"


@app.command("compare")
def compare_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    text: Annotated[
        str, typer.Argument(help="The text: a file, a web address, or the id of a document of the ledger.")
    ],
    news: Annotated[
        list[str] | None,
        typer.Argument(
            help="Reports of it: files, folders, web addresses, or ids; all of the ledger, if none is given."
        ),
    ] = None,
    ledger: LedgerFile = "",
    everything: Annotated[bool, typer.Option("--all", help="Also every term that no report tells.")] = False,
    parser: Parser = "",
    known: Known = "",
    form: Annotated[ComparisonForm, typer.Option("--format", help="How to write it.")] = ComparisonForm.TABLE,
) -> int:
    """Compare a text with reports of it.

    Each row has the words of the text, the words of the report, who says so there, and what was compared. Without
    reports, those of the ledger that speak of the text.
    """
    problems: list[Problem] = []
    if ledger or known or text.startswith("d-") or not news:
        with existing(ledger, known) as opened:
            page = _in_ledger(opened, text, news or (), parser, problems)
    else:
        pairs = [_one(text, parser, problems), *_several(news, parser, problems)]
        if len(pairs) == 1:
            terminal.write_problems(problems, sys.stderr)
        page = comparison_page(pairs[0], _others(pairs[0], pairs[1:]))
    terminal.write_problems(problems, sys.stderr)
    write_comparison(page, form.value, sys.stdout, everything=everything)
    return WITH_PROBLEMS if problems else DONE


@app.command("outlets")
def outlets_command(
    ledger: LedgerFile = "",
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Count what each outlet kept, dropped and changed.

    Counted over the adopted texts, fact sheets and readouts of the ledger and the reports in it that speak of them; json
    names the reports.
    """
    with existing(ledger, known) as opened:
        write_outlets(outlets_page(opened), form.value, sys.stdout)
    return DONE


def _in_ledger(opened: Ledger, text: str, news: Sequence[str], parser: str, problems: list[Problem]) -> ComparisonPage:
    """The comparison where the ledger holds the text, reports, or both."""
    first = _held(opened, text) if text.startswith("d-") else _one(text, parser, problems)
    found: list[Pair] = []
    for place in news:
        found.extend([_held(opened, place)] if place.startswith("d-") else _several([place], parser, problems))
    reports = found if news else list(find_reports(opened, first))
    if not reports and news:
        raise WrongUseError(f"None of the reports named can be read: {', '.join(news)}.")
    if not reports:
        raise WrongUseError("No document of the ledger speaks of this text; name the reports.")
    return comparison_page(first, _others(first, reports), names_in(opened))


def _held(opened: Ledger, key: str) -> Pair:
    document = opened.find_document(key)
    reading = opened.find_reading(document.id) if document else None
    if document is None or reading is None:
        raise WrongUseError(f"No one document of the ledger has an id that begins with {key}.")
    return document, reading


def _one(place: str, parser: str, problems: list[Problem]) -> Pair:
    pairs = list(_several([place], parser, problems))
    if len(pairs) != 1:
        terminal.write_problems(problems, sys.stderr)
        raise WrongUseError(f"The text must be one document; {place} gives {len(pairs) or 'none'}.")
    return pairs[0]


def _several(places: Sequence[str], parser: str, problems: list[Problem]) -> Iterable[Pair]:
    documents = fetch_documents(places, asked=Asked(), stdin=sys.stdin.buffer)
    outcomes = list(terminal.progress_of(code(documents, means=means(parser)), "Reading", sys.stderr))
    problems.extend(problem for outcome in outcomes for problem in outcome.problems)
    return [(o.document, o.reading) for o in outcomes if o.document is not None and o.reading is not None]


def _others(text: Pair, reports: Iterable[Pair]) -> list[Pair]:
    """The reports, each once, without the text itself: a folder of reports may hold it too."""
    found = {document.id: (document, reading) for document, reading in reports if document.id != text[0].id}
    if not found:
        raise WrongUseError("There is no report to compare the text with.")
    return list(found.values())
