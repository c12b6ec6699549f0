"""Page models → lines for a person at a terminal: the one place where rich is imported.

Says the same as the pages, in the same words; programs read `--format csv` or `json` instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from servanda.codebook import Problem
from servanda.codebook.vocabulary import Known
from servanda.view import Field, LedgerPage, Passage, RecordPage

T = TypeVar("T")

_BLANKS = re.compile(r"\s+")


def console_for(stream: IO[str]) -> Console:
    """A console that writes colors only to a terminal, and never cuts lines short for a file."""
    return Console(file=stream, highlight=False, soft_wrap=not stream.isatty(), width=None if stream.isatty() else 200)


def progress_of(things: Iterable[T], label: str, stream: IO[str]) -> Iterator[T]:
    """Hand things on, with a bar where somebody watches."""
    if not stream.isatty():
        yield from things
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console_for(stream), transient=True) as bar:
        task = bar.add_task(label, total=None)
        for thing in things:
            bar.advance(task)
            yield thing


def write_ledger(page: LedgerPage, stream: IO[str]) -> None:
    """A page of the ledger: for each record its fields in a line, and below it the sentence that it stands in."""
    console = console_for(stream)
    for row in page.rows:
        console.print(Text.assemble((row.id, "bold"), "  ", (_said(row.fields), "")))
        for passage in row.passages:
            console.print(_marked(passage, indent="    "))
        place = ", ".join(part for part in (row.source.title, row.source.outlet, row.source.published) if part)
        console.print(Text(f"    {place}", style="dim"))
    shown = f"{page.first} to {page.last} of {page.total}" if page.rows else "none"
    console.print(Text(f"{page.title}: {shown}", style="bold"))


def write_record(page: RecordPage, stream: IO[str]) -> None:
    """One record: its evidence, every field with its words and how it was worked out, and what it hangs together with."""
    console = console_for(stream)
    console.print(Text.assemble((f"{page.noun} {page.id}", "bold")))
    for passage in page.passages:
        console.print(_marked(passage, indent="  "))
    source = ", ".join(part for part in (page.source.title, page.source.outlet, page.source.published) if part)
    console.print(Text(f"  {source} ({page.source.id})", style="dim"))
    table = Table(box=None, show_header=True, header_style="bold", pad_edge=False)
    for heading in ("field", "value", "words", "how it is known"):
        table.add_column(heading, overflow="fold")
    for field in page.fields:
        known = "; ".join(part for part in (field.known.value, field.reason) if part)
        table.add_row(Text(field.label), Text(_value(field)), Text(_line(field.words)), Text(known))
    console.print(table)
    if page.relays:
        console.print(Text("relays: " + " ← ".join(part.text for part in page.relays)))
    for bond in page.bonds:
        console.print(Text(f"{bond.name}:", style="bold"))
        for relative in bond.relatives:
            console.print(Text(f"  {relative.id}  {relative.words}  ({relative.source.title})"))
    origin = page.origin
    console.print(
        Text(f"read by {origin.reader} {origin.version}, rule {origin.rule}, score {origin.score:.2f}", style="dim")
    )


def write_rows(headings: Sequence[str], rows: Iterable[Sequence[str]], stream: IO[str]) -> None:
    """A plain table."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_line(cell)) for cell in row))
    console_for(stream).print(table)


def write_problems(problems: Iterable[Problem], stream: IO[str]) -> None:
    """Problems, one a line: where, what."""
    console = console_for(stream)
    for problem in problems:
        place = problem.location or problem.document or ""
        console.print(
            Text.assemble((f"{problem.code}: ", "bold"), f"{place}: " if place else "", _line(problem.message))
        )


def _said(fields: Iterable[Field]) -> str:
    return " · ".join(f"{f.label.lower()}: {_value(f)}" for f in fields if f.known is Known.STATED)


def _value(field: Field) -> str:
    if field.known is Known.STATED:
        return ", ".join(part.text for part in field.parts)
    return "unclear" if field.known is Known.UNCLEAR else field.absent


def _marked(passage: Passage, indent: str) -> Text:
    """A passage in one line, the words of the record in bold."""
    line = Text(indent)
    for segment in passage.segments:
        line.append(_BLANKS.sub(" ", segment.text), style="bold" if segment.record else "")
    return line


def _line(words: str) -> str:
    return " ".join(words.split())
