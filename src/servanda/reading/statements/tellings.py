"""What a reporting clause shows of when and where it was said, and the moment that is read from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import ActorId, RecordId, Slot, Span, Spans, When, unstated
from servanda.lexicon.reporting import Form
from servanda.reading.scenes import Scene

_EARLIER = re.compile(r"\b(?:earlier|previously|before|in the past)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where something was said.

    Attributes:
        date: the day or interval.
        occasion: id of the occasion.
        loose: whether it was said at some time that the text leaves open: `has denied`. What is said next does not go by it.
    """

    date: Slot[When]
    occasion: Slot[RecordId]
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a reporting clause shows of when and where it was said.

    Attributes:
        clause: the clause outside what was said.
        form: the form of its verb; an official text speaks in the present tense for itself.
        words: words that bear a moment which was worked out, such as the speaker's name.
        sentence: the first word of its sentence.
        speakers: who speaks.
        perfect: whether its verb looks back on something said at some time: `has denied`.
        before: whether its verb lies before what else is told: `had warned`.
        rule: the construction.
        cue: its verb.
    """

    clause: Spans
    form: Form | None
    words: Spans
    sentence: Span
    speakers: tuple[ActorId, ...] = ()
    perfect: bool = False
    before: bool = False
    rule: str = ""
    cue: Span | None = None


NOWHERE = Moment(date=unstated(), occasion=unstated())


def is_earlier(scene: Scene, telling: Telling) -> bool:
    """Whether a reporting clause sets itself before the rest: `said earlier`, `previously announced`, `had warned`."""
    return telling.before or any(_EARLIER.search(span.of(scene.text)) for span in telling.clause)


def is_past(scene: Scene, when: When) -> bool:
    """Whether a time does not lie behind publication."""
    published = scene.document.published
    return published is None or when.end <= published.end
