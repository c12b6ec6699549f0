"""A standing body over documents → lines for a person, CSV for a spreadsheet, or JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from servanda.view.followings import Following, Trace
from servanda.write.followings import placed, write_csv, write_json

_COLUMNS = ("day", "kind", "id", "words", "document", "title", "outlet")


def write_body(following: Following, form: str, stream: IO[str]) -> None:
    """Write what names a body, the oldest first.

    Args:
        following: the body.
        form: `table`, `csv` or `json`.
        stream: where to.
    """
    if form == "json":
        write_json(following, stream)
    elif form == "csv":
        write_csv(_COLUMNS, map(_row, following.traces), stream)
    else:
        stream.writelines(f"{line}\n" for line in body_lines(following))


def body_lines(following: Following) -> Iterator[str]:
    """A body and what names it, each with its document."""
    yield f"{following.body}" + (f" ({following.short})" if following.short else "") + " is named by"
    for trace in following.traces:
        yield f"  {trace.day or 'undated'}  {trace.kind}  {trace.id}  {trace.words}"
        yield f"    {placed(trace.source)}"
    if following.left:
        yield f"  {following.left}"


def _row(trace: Trace) -> dict[str, object]:
    return {
        "day": trace.source.date,
        "kind": trace.kind,
        "id": trace.id,
        "words": trace.words,
        "document": trace.source.id,
        "title": trace.source.title,
        "outlet": trace.source.outlet,
    }
