"""Conditions and qualifiers of an undertaking: `if needed`, `subject to approval`, `as soon as possible`."""

from __future__ import annotations

from servanda.codebook import Span
from servanda.lexicon.conditions import load_conditions
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_ENDS = frozenset({",", ";", ":", ".", "—", "–", "”", '"'})


def opening_length(line: Line, at: int) -> int:
    """How many words open a condition at `at`; 0 where none does."""
    openings = load_conditions().get(line.at(at))
    if openings is None or line.at(at - 1) in load_grammar().determiners:
        return 0
    return next((len(words) for words in openings if line.lower[at : at + len(words)] == words), 0)


def conditions_at(line: Line, at: int) -> list[Span]:
    """The conditions that begin at `at`, one behind the other, each up to its own end."""
    at += line.at(at) in {",", "and"}
    length = opening_length(line, at)
    if not length:
        return []
    end = at + length
    while end < len(line.words) and line.at(end) not in _ENDS and not opening_length(line, end):
        end += 1
    last = end - (line.at(end - 1) == "and")
    return [line.stretch(at, last), *conditions_at(line, end)]


def fronted_condition(line: Line, first: int) -> list[Span]:
    """A condition that opens the sentence before word `first`: `If needed, ...`."""
    if line.at(first - 1) != ",":
        return []
    start = next((n for n in range(first - 1, -1, -1) if line.at(n) in {";", "“", '"', ":"}), -1) + 1
    return [line.stretch(start, first - 1)] if opening_length(line, start) and start < first - 1 else []
