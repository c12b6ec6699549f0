"""Whose words a communiqué is that a report names without its authors: those who met.

The presidents of Niger and Chad met. [A final communiqué] said that the force would be led by Niger.
"""

from __future__ import annotations

import re

from servanda.codebook import Occasion, Reading, Span
from servanda.codebook.vocabulary import OccasionKind
from servanda.reading.scenes import Scene
from servanda.reading.statements.voices import Voice

_JOINT = re.compile(
    r"\b(?:communiqu[eé]|(?:joint|final|closing|concluding) (?:\w+ )?(?:statement|declaration))\b", re.IGNORECASE
)
_MET = frozenset({OccasionKind.SUMMIT, OccasionKind.TALKS, OccasionKind.VISIT, OccasionKind.FORUM, OccasionKind.CALL})
_NEAR = 1_200
"""How far back, in code points, the meeting may be told."""


def voice_of_communique(scene: Scene, sofar: Reading, span: Span) -> Voice | None:
    """Those who took part in the last meeting told before a joint paper that speaks; None where the paper or they are unclear.

    Args:
        scene: the document laid out.
        sofar: the reading with its occasions.
        span: the words for the paper.
    """
    if _JOINT.search(span.of(scene.text)) is None:
        return None
    before = [(place.start, one) for one in sofar.occasions for place in one.span if _is_meeting(one, place, span)]
    if not before:
        return None
    _, meeting = max(before, key=lambda one: one[0])
    return Voice(actors=meeting.participants.value or (), span=span, reason="those who met", text=True)


def _is_meeting(occasion: Occasion, place: Span, span: Span) -> bool:
    several = len(occasion.participants.value or ()) > 1
    return several and occasion.kind.value in _MET and 0 < span.start - place.start < _NEAR
