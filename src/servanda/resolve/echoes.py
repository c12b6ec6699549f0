"""One change told once: of findings on the same words the one that says most stays.

Rules do not know one another, so that a year put for another may show as another time, another deadline, and a deadline
left out. Nothing is judged anew here.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import Spans
from servanda.resolve.findings import Aspect, Finding, Happening

_FIGURES = frozenset({Aspect.NUMBER, Aspect.CAP, Aspect.DEADLINE, Aspect.TIME})
"""What may be told of one number or day by several rules."""
_TIMES = frozenset({Aspect.DEADLINE, Aspect.TIME})
"""What is not told as kept where another rule finds another one in its place: a year may stand beside another month."""
_ORDER = (
    Happening.SUMMED,
    Happening.ROUNDED,
    Happening.MISPLACED,
    Happening.CHANGED,
    Happening.ADDED,
)
_ASPECTS = (Aspect.CAP, Aspect.NUMBER, Aspect.DEADLINE, Aspect.TIME)
_INSTEAD = frozenset(
    {Happening.SUMMED, Happening.ROUNDED, Happening.MISPLACED, Happening.CHANGED, Happening.SUBSTITUTED}
)
"""What is put in the place of words of the text: they were not left out."""


def without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one report without those that tell again, and less, what another one tells."""
    return [one for one in findings if not any(_echoes(one, other) for other in findings if other is not one)]


def _echoes(one: Finding, other: Finding) -> bool:
    if one.happening is Happening.KEPT:
        told = other.happening in _INSTEAD and other.aspect in _FIGURES
        return told and one.aspect in _TIMES and _meet(one.text_spans, other.text_spans)
    if one.happening is Happening.DROPPED:
        return other.happening in _INSTEAD and one.aspect in _FIGURES and _meet(one.text_spans, other.text_spans)
    if not _meet(one.news_spans, other.news_spans) or _rank(one) is None or _rank(other) is None:
        return False
    return (_rank(other) or ()) < (_rank(one) or ())


def _rank(one: Finding) -> tuple[int, int] | None:
    """How much a finding on a number or day says; None for one on anything else."""
    if one.happening not in _ORDER or one.aspect not in _ASPECTS:
        return None
    return _ORDER.index(one.happening), _ASPECTS.index(one.aspect)


def _meet(one: Spans, other: Spans) -> bool:
    return any(here.overlaps(there) for here in one for there in other)
