"""What could not be read, so that nothing goes missing unseen."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Problem
from servanda.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsPage:
    """All problems of the ledger.

    Attributes:
        total: how many there are.
        counts: how many there are of each code.
        problems: the problems.
    """

    total: int
    counts: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]


def problems_page(ledger: Ledger) -> ProblemsPage:
    """All problems of the ledger."""
    problems = ledger.find_problems()
    codes = [problem.code for problem in problems]
    counts = tuple((code, codes.count(code)) for code in sorted(set(codes)))
    return ProblemsPage(total=len(problems), counts=counts, problems=problems)
