"""What became of the documents of one command → a line for each problem, and one that sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from servanda.codebook import KINDS, Problem
from servanda.write import terminal

if TYPE_CHECKING:
    from servanda.pipeline import Linked, Outcome


def write_report(outcomes: Iterable[Outcome], where: str, out: IO[str], problems_out: IO[str]) -> int:
    """Run through all documents, then say how many there were, what they held, and what went wrong.

    Args:
        outcomes: what became of each document; running through them does the work.
        where: where their records went, in words.
        out: where the summary goes.
        problems_out: where the problems go.

    Returns:
        How many problems there were.
    """
    changes: Counter[str] = Counter()
    records: Counter[str] = Counter()
    problems: list[Problem] = []
    for outcome in outcomes:
        problems += outcome.problems
        if outcome.reading is not None:
            changes[outcome.change or "coded"] += 1
            records.update({name: len(getattr(outcome.reading, name)) for name, _ in KINDS})
    terminal.write_problems(problems, problems_out)
    told = ", ".join(f"{number} {change}" for change, number in changes.items())
    held = ", ".join(counted(records[name], name) for name, _ in KINDS)
    documents = f"documents: {told}; {held}" if changes else "no documents"
    out.write(f"{where}: {documents}; {counted(len(problems), 'problems')}\n")
    return len(problems)


def write_linked(linked: Linked, out: IO[str]) -> None:
    """Say what linking did, in one line."""
    new = "everything anew" if linked.documents is None else counted(linked.documents, "new documents")
    touched = counted(linked.records, "commitments")
    out.write(f"linked: {new}, {touched} looked at; {counted(linked.threads, 'undertakings')} said more than once\n")


def counted(number: int, plural: str) -> str:
    """A number with its noun: `1 problem`, `2 problems`."""
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"
