"""What changed, what is due, and how two ledgers differ: as lines for a person, a table for a spreadsheet, or JSON.

Words of documents stand in quotation marks with their document, outlet and day; everything else is a label.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from servanda.codebook.encoding import encode
from servanda.view.change_drafts import News
from servanda.view.changes import ChangeLine, ChangesPage
from servanda.view.citations import Citation
from servanda.view.deadlines import DueLine, DuePage
from servanda.view.lines import UndertakingLine
from servanda.view.sources import Source
from servanda.write.tables import guarded

Row = Mapping[str, object]

_HEADINGS = {
    News.NEW: "New undertakings",
    News.REWORDED: "Changed wording",
    News.STATUS: "Changed status",
    News.PASSED: "Deadlines passed",
}
_UNDERTAKING = ("undertaking", "debtors", "creditors", "act", "object", "quantities", "firmness", "status", "deadline")
_CITED = ("record", "sentence", "words", "document", "title", "outlet", "published")
_CHANGES = ("news", "day", "what", "reason", *_UNDERTAKING, *_CITED, "before", "before_title", "before_published")
_DUE = ("clock", "days", "deadline_words", *_UNDERTAKING, *_CITED)


def write_changes(page: ChangesPage, form: str, stream: IO[str]) -> None:
    """Write what changed.

    Args:
        page: what changed.
        form: `table`, `csv` or `json`.
        stream: where to.
    """
    if form == "json":
        write_json(page, stream)
    elif form == "csv":
        write_csv(_CHANGES, map(_change_row, page.lines), stream)
    else:
        stream.writelines(f"{line}\n" for line in _changes(page))


def write_due(page: DuePage, form: str, stream: IO[str]) -> None:
    """Write what is due, as `write_changes` does."""
    if form == "json":
        write_json(page, stream)
    elif form == "csv":
        write_csv(_DUE, map(_due_row, page.lines), stream)
    else:
        stream.writelines(f"{line}\n" for line in _due(page))


def write_json(page: object, stream: IO[str]) -> None:
    """Write a page model as it is."""
    stream.write(encode(page).decode() + "\n")


def write_csv(columns: Iterable[str], rows: Iterable[Row], stream: IO[str]) -> None:
    """Write rows for a spreadsheet."""
    table = csv.DictWriter(stream, tuple(columns))
    table.writeheader()
    table.writerows({name: guarded(value) for name, value in row.items()} for row in rows)


def placed(source: Source) -> str:
    """A document in a line: title, outlet and day; an untitled one has outlet and day in its name."""
    return source.cited


def in_line(one: UndertakingLine) -> str:
    """An undertaking in a line: `Norway → Finland: procure · electric ferries (intended, adopted)`."""
    conditional = ", conditional" if one.conditional else ""
    return f"{one.parties}: {one.gist} ({one.firmness}{conditional}, {one.status})"


def _changes(page: ChangesPage) -> Iterator[str]:
    told = "new to the ledger after" if page.by_knowledge else "published from"
    between = f" {' and '.join(page.called)}:" if page.parties else ""
    until = ", up to" if page.by_knowledge else " to"
    yield f"What is new:{between} {told} {page.since_words}{until} {page.until_words}"
    for news, number in page.counts:
        yield f"\n{_HEADINGS[News(news)]}: {number or 'none'}"
        for line in page.lines:
            if line.news == news:
                yield from _change(line)
        if left := number - sum(line.news == news for line in page.lines):
            yield f"\n  {left:,} more, which weigh less: --limit 0 lists all."
    yield from rejected_lines(page.rejected)


def _change(line: ChangeLine) -> Iterator[str]:
    yield f"\n  {line.undertaking.id}  {in_line(line.undertaking)}"
    if line.news is not News.NEW:
        yield f"    {line.what}" + (f": {line.reason}" if line.reason else "")
    if line.before:
        yield from _quoted(line.before, "before: ")
        yield from _quoted(line.now, "now:    ")
    else:
        yield from _quoted(line.now, "")


def _due(page: DuePage) -> Iterator[str]:
    between = (
        f" between {' and '.join(page.called)}" if len(page.called) > 1 else "".join(f" of {p}" for p in page.called)
    )
    yield f"Deadlines{between} on {page.on_words}"
    for clock, number in page.counts:
        yield f"\n{clock.capitalize()}: {number or 'none'}"
        for line in page.lines:
            if line.deadline.clock == clock:
                yield from _due_line(line)
    if page.unasked:
        yield f"\nFor the {page.unasked:,} that are overdue longest no later text was searched for what is done since."
    if page.later:
        yield f"\n{page.later} more {'is' if page.later == 1 else 'are'} due later than in {page.within} days: --within shows them."
    if page.alone:
        yield f"\n{page.alone} that one party says of itself alone are left out: --alone lists them."
    yield from rejected_lines(page.rejected)


def rejected_lines(number: int) -> Iterator[str]:
    """That records which people rejected are left out; nothing where there is none."""
    if number:
        yield f"\n{number:,} record{'' if number == 1 else 's'} that people rejected {'is' if number == 1 else 'are'} left out."


def _due_line(line: DueLine) -> Iterator[str]:
    deadline = line.deadline
    yield f"\n  {deadline.deadline_words}, {_distance(deadline.days or 0)}: {in_line(line.undertaking)}"
    yield f"    {line.undertaking.id}; the deadline in the {deadline.whose}: “{deadline.words}”" + (
        ", there alone" if deadline.only_in_instrument else ""
    )
    if deadline.citation:
        yield from _quoted(deadline.citation, "")
    if line.sequel is not None:
        yield f"    perhaps done since: “{line.sequel.sentence}”"
        yield f"                        {placed(line.sequel.source)}"


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    number = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{number} ahead" if days > 0 else f"{number} ago"


def _quoted(cited: Citation, lead: str) -> Iterator[str]:
    yield f"    {lead}“{cited.sentence}”"
    yield f"    {' ' * len(lead)}{placed(cited.source)}"


def _change_row(line: ChangeLine) -> Row:
    before = line.before
    return {
        "news": line.news,
        "day": line.day,
        "what": line.what,
        "reason": line.reason,
        **_undertaking_row(line.undertaking),
        **_cited_row(line.now),
        "before": before.sentence if before else "",
        "before_title": before.source.title if before else "",
        "before_published": before.source.date if before else "",
    }


def _due_row(line: DueLine) -> Row:
    deadline = line.deadline
    cited = _cited_row(deadline.citation) if deadline.citation else {}
    told = {"clock": deadline.clock, "days": deadline.days, "deadline_words": deadline.words}
    return {**told, **_undertaking_row(line.undertaking), **cited, "deadline": deadline.deadline}


def _undertaking_row(one: UndertakingLine) -> Row:
    values = (one.id, *("; ".join(told) for told in (one.debtors, one.creditors)), one.act, one.object)
    rest = ("; ".join(one.quantities), one.firmness, one.status, one.deadline)
    return dict(zip(_UNDERTAKING, (*values, *rest), strict=True))


def _cited_row(cited: Citation) -> Row:
    source = cited.source
    values = (cited.id, cited.sentence, cited.words, source.id, source.title, source.outlet, source.date)
    return dict(zip(_CITED, values, strict=True))
