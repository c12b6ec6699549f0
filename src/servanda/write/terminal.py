"""Page models → lines for a person at a terminal: the one place where rich is imported.

Says the same as the pages, in the same words; programs read `--format csv` or `json` instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TypeVar

from rich.console import Console, JustifyMethod
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from servanda.codebook import Problem
from servanda.codebook.vocabulary import Known, Method
from servanda.view import DocumentPage, Field, Item, LedgerPage, Opinion, Part, Passage, RecordPage
from servanda.view.pair_queues import PairQueue

T = TypeVar("T")

_BY = {Method.RULE: "by rules", Method.MODEL: "by the trained model", Method.PERSON: "by a person"}
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plain table.

    Attributes:
        heading: what stands above it.
        wraps: whether its cells may take several lines where the terminal is narrow.
        is_number: whether its cells are numbers.
    """

    heading: str
    wraps: bool = False
    is_number: bool = False


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
    """A page of the ledger: for each record its document, its fields, and the sentence that it stands in."""
    console = console_for(stream)
    for row in page.rows:
        _print_beside(console, Text(row.id, style="bold"), Text(row.source.cited, style="dim"))
        _print_indented(console, Text(_said(row.fields)))
        if row.judged:
            _print_indented(console, Text("; ".join(row.judged), style="bold"))
        if row.conditions:
            _print_indented(
                console, Text("condition or qualifier: " + "; ".join(f"“{words}”" for words in row.conditions))
            )
        for passage in row.passages:
            _print_indented(console, _marked(passage))
        console.print()
    shown = f"{page.first} to {page.last} of {page.total}" if page.rows else "none"
    if page.beside:
        both = ",".join(one.value for name in ("debtor", "creditor") for one in page.filters if one.name == name)
        shown += f"; {page.beside:,} more name both, bound together or the other way round: --between {both} lists all"
    shown += f", {page.rejected} of them rejected by people and marked so" if page.rejected else ""
    console.print(Text(f"{page.title}: {shown}", style="bold"))


def write_document(page: DocumentPage, stream: IO[str]) -> None:
    """One document: what is known of it and from where, and its records in the order of the text."""
    console = console_for(stream)
    console.print(Text(f"document {page.source.id}", style="bold"))
    console.print(Text(f"  {page.source.title}"))
    for fact in page.facts:
        note = f" ({fact.note})" if fact.note else ""
        _print_indented(console, Text(f"{fact.label}: {fact.text or 'not known'}{note}"), by=2)
    for card in page.cards:
        console.print(Text.assemble((card.id, "bold"), f"  {card.noun} {card.label}"))
        _print_indented(console, Text(_line(card.words), style="bold"))
    counts = ", ".join(f"{number} {kind}" for kind, number in page.counts)
    console.print(Text(f"Records: {counts or 'none'}", style="bold"))


def write_record(page: RecordPage, stream: IO[str]) -> None:
    """One record: its evidence, every field with its words and how it was worked out, and what it hangs together with."""
    console = console_for(stream)
    console.print(Text.assemble((f"{page.noun} {page.id}", "bold")))
    for passage in page.passages:
        _print_indented(console, _marked(passage), by=2)
    _print_indented(console, Text(f"{page.source.cited} ({page.source.id})", style="dim"), by=2)
    table = Table(box=None, show_header=True, header_style="bold", pad_edge=False)
    for heading in ("field", "value", "words", "how it is known"):
        table.add_column(heading, overflow="fold")
    for field in page.fields:
        known = "; ".join(part for part in (field.known.value, field.reason) if part)
        table.add_row(Text(field.label), Text(_value(field) + _read(field)), Text(_line(field.words)), Text(known))
    console.print(table)
    if page.relays:
        ways = [part.text for part in page.relays if part.note != "speaker"]
        speakers = ", ".join(part.text for part in page.relays if part.note == "speaker")
        console.print(Text("relays: " + " ← ".join(filter(None, (*ways, speakers)))))
    for bond in page.bonds:
        console.print(Text(f"{bond.name}:", style="bold"))
        for relative in bond.relatives:
            console.print(Text(f"  {relative.id}  {relative.words}  ({relative.source.title})"))
    if page.opinions:
        console.print(Text("Judgements:", style="bold"))
    for opinion in page.opinions:
        _print_indented(console, _judged(opinion), by=2)
    origin = page.origin
    console.print(
        Text(
            f"read {_BY[origin.method]} ({origin.reader} {origin.version}), rule {origin.rule}, score {origin.score:.2f}",
            style="dim",
        )
    )


def write_pairs(queue: PairQueue, stream: IO[str]) -> None:
    """Pairs of records that may be one: their ids, their words, and what was compared."""
    console = console_for(stream)
    for pair in queue.pairs:
        console.print(Text.assemble((f"{pair.one} {pair.other}", "bold"), f"  {pair.kind}, score {pair.score:.2f}"))
        for words in pair.words:
            _print_indented(console, Text(f"“{_line(words)}”"))
        _print_indented(console, Text(pair.reason, style="dim"))
        console.print()
    more = "more than " if queue.more else ""
    console.print(
        Text(f"Pairs: {len(queue.pairs)} of {more}{queue.total}" if queue.total else "Pairs: none", style="bold")
    )


def write_queue(items: Iterable[Item], stream: IO[str]) -> None:
    """What is worth a look: for each record why, and its evidence."""
    console = console_for(stream)
    listed = tuple(items)
    if not listed:
        console.print("Nothing is waiting for a look.")
    for item in listed:
        _print_beside(console, Text(item.id, style="bold"), Text(f"{item.kind}: {item.reason}", style="dim"))
        _print_indented(console, Text(_line(item.words)))
        if item.opinion is not None:
            _print_indented(console, _judged(item.opinion))
        console.print()


def _judged(opinion: Opinion) -> Text:
    about = f" with {', '.join(opinion.others)}" if opinion.others else ""
    parts = (opinion.why, opinion.note)
    said = "; ".join(part for part in parts if part)
    line = f"{opinion.id}  {opinion.text}{about}, by {opinion.by} on {opinion.at}{f' ({said})' if said else ''}"
    return Text(line, style="" if opinion.stands else "dim strike")


def write_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]], stream: IO[str]) -> None:
    """A plain table."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        justify: JustifyMethod = "right" if column.is_number else "left"
        table.add_column(column.heading, overflow="fold", no_wrap=not column.wraps, justify=justify)
    for row in rows:
        table.add_row(*(Text(_line(cell)) for cell in row))
    console_for(stream).print(table)


def write_total(title: str, number: int, stream: IO[str]) -> None:
    """The last line of a list: how much it holds."""
    console_for(stream).print(Text(f"{title}: {number or 'none'}", style="bold"))


def write_problems(problems: Iterable[Problem], stream: IO[str]) -> None:
    """Problems, one a line: where, what."""
    console = console_for(stream)
    for problem in problems:
        place = problem.location or problem.document or ""
        console.print(
            Text.assemble((f"{problem.code}: ", "bold"), f"{place}: " if place else "", _line(problem.message))
        )


def _said(fields: Iterable[Field]) -> str:
    told = (field for field in fields if field.known is Known.STATED or field.corrected_by)
    return " · ".join(f"{field.label.lower()}: {_value(field)}{_read(field)}" for field in told)


def _read(field: Field) -> str:
    """What was read where a person corrected it."""
    return f" (corrected by {field.corrected_by}; read as {field.read})" if field.corrected_by else ""


def _value(field: Field) -> str:
    if field.known is Known.STATED:
        return ", ".join(f"{part.text} ({part.note})" if _in_office(part) else part.text for part in field.parts)
    return "unclear" if field.known is Known.UNCLEAR else field.absent


def _in_office(part: Part) -> bool:
    """Whether a part tells somebody with their office."""
    return part.goal == "actor" and bool(part.note)


def _print_beside(console: Console, name: Text, words: Text) -> None:
    """Print a name with words beside it, which stay beside it on every line of a terminal."""
    if console.is_terminal:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_row(name, words)
        console.print(table)
    else:
        console.print(Text.assemble(name, "  ", words))


def _print_indented(console: Console, line: Text, by: int = 4) -> None:
    """Print behind a margin that holds on every line of a terminal; for a file the line stays one."""
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, by), expand=False))
    else:
        console.print(Text.assemble(" " * by, line))


def _marked(passage: Passage) -> Text:
    """A passage in one line, the words of the record in bold."""
    line = Text()
    for segment in passage.segments:
        line.append(_BLANKS.sub(" ", segment.text), style="bold" if segment.record else "")
    return line


def _line(words: str) -> str:
    return " ".join(words.split())
