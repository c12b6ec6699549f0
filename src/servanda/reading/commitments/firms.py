"""Whose undertaking is no state's: that of firms, schools and whole trades, which are no actors.

    Swiss banks pledged to lend · French industry will invest · a promise by Kenyan universities to

A state's own bank or fund has a name, and is an actor. What a firm is by its name alone (`Kenya Airways`), `debtors.py` tells.
"""

from __future__ import annotations

from servanda.codebook import Span
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import POSSESSIVE, Line

_FIRMS = frozenset(
    ["industry", "industries", "company", "companies", "firm", "firms", "business", "businesses", "bank", "banks", "investor", "investors", "manufacturer", "manufacturers", "producers",
     "exporters", "importers", "retailers", "farmers", "airlines", "utilities", "university", "universities", "colleges", "foundations", "philanthropies", "startups", "entrepreneurs"]
)  # fmt: skip
"""What undertakes something for itself, whatever state it is of."""
_REACH = 3


def is_of_firms(line: Line, span: Span) -> bool:
    """Whether a subject is firms or schools of no name: `six Danish shipping companies`, `U.S. industry`, not `Chad and its banks`."""
    first, last = line.reach(span)
    top = line.tree.top(span)
    joined = top is not None and bool(line.tree.children(top, "conj"))
    return line.at(last - 1) in _FIRMS and last - 1 not in line.end_of and not joined and first < last


def firms_end(line: Line, first: int) -> int | None:
    """The index behind the firms that are named from a word on: `a pledge by | Swiss banks |`; None where none are."""
    for at in range(first, first + _REACH):
        if line.at(at) in _FIRMS:
            return at + 1
        if line.at(at) in load_grammar().prepositions | {"to", "and"} or line.at(at).endswith(POSSESSIVE):
            return None
    return None
