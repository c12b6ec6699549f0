"""An actor as lines of plain text: its spellings, its offices over time, and how much it owes, is owed and said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from servanda.view.actors import ActorPage
from servanda.view.aliases import Alias
from servanda.view.careers import Career


def write_actor(page: ActorPage, stream: IO[str]) -> None:
    """What the ledger knows of one actor under all its ids."""
    stream.writelines(f"{line}\n" for line in _lines(page))


def _lines(page: ActorPage) -> Iterator[str]:
    of = f" of {page.state.text}" if page.state else ""
    yield f"{page.kind} {page.id}"
    yield f"  {page.name}, a {page.kind}{of}, in {_number(page.documents)}"
    for alias in page.aliases.same:
        yield f"  the same as {_alias(alias)}"
    for alias in page.aliases.doubtful:
        yield f"  may be {_alias(alias)}"
    if page.career is not None:
        yield from _career(page.career)
    for part in page.dealings:
        yield f"{part.title}: {part.total:,}"


def _alias(alias: Alias) -> str:
    mostly = ", mostly so" if alias.is_main else ""
    return f"{alias.actor.id} ({_number(alias.documents)}{mostly}): {alias.reason} (score {alias.score:.2f})"


def _career(career: Career) -> Iterator[str]:
    if career.tenures:
        yield "offices by the list of holders"
    for tenure in career.tenures:
        yield f"  {tenure.days}  {tenure.office}"
    if career.bands:
        yield "offices as documents give them"
    for band in career.bands:
        yield f"  {band.days or 'undated'}  {band.office} ({_number(band.documents)}, {band.record})"
    if career.unread:
        yield f"  {career.unread:,} older with an office not among these"


def _number(documents: int) -> str:
    return f"{documents:,} document{'' if documents == 1 else 's'}"
