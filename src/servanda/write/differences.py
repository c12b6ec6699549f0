"""How two ledgers differ, as lines for a person or as JSON: the numbers, then what they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import IO

from servanda.view.difference_lines import Difference
from servanda.view.differences import DifferencePage, Tally
from servanda.write.followings import placed, write_json
from servanda.write.terminal import Column, write_rows

_MOST = 20
"""Lines of a kind that a person is shown; JSON has all of them."""


def write_differences(page: DifferencePage, form: str, stream: IO[str]) -> None:
    """Write how two ledgers differ.

    Args:
        page: how they differ.
        form: `table` or `json`.
        stream: where to.
    """
    if form == "json":
        write_json(page, stream)
        return
    stream.write(f"From {page.one}\nto   {page.other}\n\n")
    write_tallies(page.tallies, stream)
    stream.writelines(f"{line}\n" for line in difference_lines(page.differences))


def write_tallies(tallies: Iterable[Tally], stream: IO[str]) -> None:
    """Write how many of each kind are gone, have come, changed and are the same, as a table."""
    columns = (Column("kind"), *(Column(name, is_number=True) for name in ("gone", "come", "changed", "same")))
    rows = ((row.kind, *(f"{number:,}" for number in (row.gone, row.come, row.changed, row.same))) for row in tallies)
    write_rows(columns, rows, stream)


def difference_lines(differences: Sequence[Difference]) -> Iterator[str]:
    """Each difference with its fields and its document, kind by kind; of many the first ones."""
    # What stands in a document that has come or is gone has come or is gone with it.
    whole = {line.source.id for line in differences if line.kind == "documents" and line.source}
    told = [line for line in differences if not _is_inside(line, whole)]
    for (kind, fate), group in groupby(told, key=lambda line: (line.kind, line.fate)):
        listed = list(group)
        yield f"\n{kind.capitalize()} {fate}: {len(listed):,}"
        for line in listed[:_MOST]:
            yield from _difference(line)
        if len(listed) > _MOST:
            yield f"  {len(listed) - _MOST:,} more: --format json lists them."


def _is_inside(line: Difference, whole: set[str]) -> bool:
    return line.kind != "documents" and line.source is not None and line.source.id in whole


def _difference(line: Difference) -> Iterator[str]:
    ids = " → ".join(key for key in (line.before, line.after) if key)
    yield f"  {ids}  “{line.words}”" if line.source else f"  {ids}  {line.words}"
    for field in line.fields:
        yield f"      {field.slot}: {field.before or 'not stated'} → {field.after or 'not stated'}"
    if line.source and line.kind != "documents":
        yield f"      {placed(line.source)}"
