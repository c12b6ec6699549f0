"""A thread as lines of plain text: each time that it was said, and what changed from one time to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from servanda.view.statuses import Ladder
from servanda.view.threads import Saying, ThreadPage
from servanda.write.bodies import body_lines


def write_thread(page: ThreadPage, stream: IO[str]) -> None:
    """One undertaking: when it was said, by whom, how firmly, in which words, and how each row stands to the one before."""
    stream.writelines(f"{line}\n" for line in _lines(page))


def _lines(page: ThreadPage) -> Iterator[str]:
    debtors, creditors = (", ".join(part.text for part in side) for side in (page.debtors, page.creditors))
    yield f"undertaking {page.id}"
    yield f"  {page.title}"
    yield f"  {debtors}" + (f" to {creditors}" if creditors else "") + f": {page.act}"
    said = f"{page.first_said} to {page.last_said}" if page.first_said != page.last_said else page.first_said
    yield f"  said {said or 'at unknown times'}, in {_number(page.documents, 'document')} of {_number(page.sources, 'independent source')}"
    if page.reason:
        yield f"  why it is one: {page.reason} (score {page.score:.2f})"
    if page.ladder is not None:
        yield from _ladder_lines(page.ladder)
    if page.sequel is not None:
        yield f"  perhaps done since: “{page.sequel.sentence}”"
        yield f"                      {page.sequel.source.cited}"
    for saying in page.sayings:
        yield from _saying_lines(saying)
    yield from beside_lines(page)


def beside_lines(page: ThreadPage) -> Iterator[str]:
    """What stands beside an undertaking: its parts or its whole, what it is given for, and the bodies that it names."""
    for step in page.parts:
        yield f"{step.tie} {step.other}: {step.reason}"
    for record in page.exchange:
        yield f"in return for {record.id}: {' '.join(record.words.split())}"
    for following in page.followed:
        yield from body_lines(following)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _ladder_lines(ladder: Ladder) -> Iterator[str]:
    """How far it has come, with the evidence, and where its deadline stands, with the words that state it."""
    yield f"  status: {ladder.status}"
    for rung in ladder.rungs:
        judged = f", judged by {rung.by}" if rung.by else ""
        yield f"    {rung.day_words or 'undated'}  {rung.status}: {rung.reason}{judged} ({rung.citation.id})"
    deadline = ladder.deadline
    words = f": {deadline.deadline_words}, in the {deadline.whose}: “{deadline.words}”" if deadline.deadline else ""
    yield f"  {deadline.clock}{words}"


def _saying_lines(saying: Saying) -> Iterator[str]:
    where = ", ".join(part for part in (saying.source.outlet, saying.source.title) if part)
    yield f"{saying.day or 'undated'}  {saying.firmness}  {saying.id}"
    yield f"  {saying.words}"
    told = [", ".join(part.text for part in saying.speakers), where]
    yield f"  {': '.join(part for part in told if part)}"
    numbers = [*saying.quantities, *([f"by {saying.deadline}"] if saying.deadline else [])]
    if numbers:
        yield f"  {'; '.join(numbers)}"
    for step in saying.steps:
        yield f"  {step.what}: {step.reason}"
