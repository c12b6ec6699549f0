"""What would change if readings that wait counted: numbers, documents, lines and judgements for a person, or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from servanda.view.rereadings import RereadingPage
from servanda.write.differences import difference_lines, write_tallies
from servanda.write.followings import placed, write_json
from servanda.write.reports import counted

_MOST = 20
"""Documents that a person is shown; JSON has all of them."""


def write_rereading(page: RereadingPage, form: str, stream: IO[str]) -> None:
    """Write what would change.

    Args:
        page: what would change.
        form: `table` or `json`.
        stream: where to.
    """
    if form == "json":
        write_json(page, stream)
        return
    if not page.documents:
        stream.write("No reading waits.\n")
        return
    for reader, number in page.readers:
        stream.write(f"{counted(number, 'documents')} read by {reader}, not counting yet\n")
    stream.write("\n")
    write_tallies(page.tallies, stream)
    stream.writelines(f"{line}\n" for line in (*_documents(page), *difference_lines(page.differences), *_unfits(page)))


def _documents(page: RereadingPage) -> Iterator[str]:
    yield f"\nDocuments that say something else: {len(page.rereads):,} of {page.documents:,}"
    for one in page.rereads[:_MOST]:
        numbers = f"{one.gone} gone, {one.come} come, {one.changed} changed"
        yield f"  {one.source.id}  {numbers}  {placed(one.source)}"
    if len(page.rereads) > _MOST:
        yield f"  {len(page.rereads) - _MOST:,} more: --format json lists them."


def _unfits(page: RereadingPage) -> Iterator[str]:
    yield f"\nJudgements that would fit no longer, and wait in the review queue: {len(page.unfits):,}"
    for one in page.unfits:
        yield f"  {one.judgement}  {one.verdict} by {one.by}: {one.record} “{one.words}”"
        yield f"      {placed(one.source)}"
