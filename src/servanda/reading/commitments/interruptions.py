"""Who promised it, where that stands in commas inside the clause: `the base, Spain promised, will be returned to Panama`.

Finds only the place. Who is bound and what the deed is, `modals.py` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.governors import Governor, undertaking_at
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.subjects import Subject, subject_of

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Interruption:
    """The subject before the commas, who promised, and the word by which."""

    subject: Subject
    promiser: Span
    by: Governor


def interruption_at(line: Line, verb: int) -> Interruption | None:
    """Who promised, in commas before the verb group that begins at `verb`; None where nobody did there."""
    if line.at(verb - 1) != ",":
        return None
    comma = next((at for at in range(verb - 2, max(0, verb - _LONGEST), -1) if line.at(at) == ","), None)
    if comma is None:
        return None
    first = comma + 1 + (line.at(comma + 1) == "the")
    last = line.end_of.get(first) or (first + 1 if line.at(first) in load_grammar().pronouns else None)
    by = undertaking_at(line, last + (line.at(last) in {"has", "have"})) if last is not None and last < verb else None
    subject = subject_of(line, comma) if by is not None else None
    if by is None or last is None or subject is None or subject.shared:
        return None
    return Interruption(subject, line.stretch(first, last), by)
