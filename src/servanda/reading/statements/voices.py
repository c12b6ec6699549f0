"""A voice: who speaks at a place of a text, and how that is known. How it is found is said in `speakers.py`."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks at a place.

    Attributes:
        actors: the speakers; empty where the text names none that we know.
        span: the words that name them.
        reason: how that is known.
        text: whether it is a text that speaks ("the readout said").
    """

    actors: tuple[ActorId, ...]
    span: Span
    reason: str
    text: bool = False
