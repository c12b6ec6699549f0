"""Assemblies on whose sidelines parties met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.gatherings import gatherings_by_word
from servanda.reading.occasions.borders import NOUN
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_BESIDE = re.compile(
    r"\b(?:sidelines|margins)\sof\s(?:the\s|this\s\w+[’']s\s)?(?:\d+\w*\s(?:session\sof\s(?:the\s)?)?)?\Z"
)
_SIDELINES = re.compile(r"\b(?:sidelines|margins)\sof\s(?:the\s)?(?:\d+\w*\s(?:session\sof\s(?:the\s)?)?)?\Z")


def assemblies_in(stretch: Stretch) -> Iterator[Sighting]:
    """The assembly of a body on whose sidelines something happens; its name is the occasion's."""
    forum = gatherings_by_word()["forum"]
    for mention in stretch.mentions:
        behind = stretch.scene.text[mention.span.end : mention.span.end + 24]
        if _SIDELINES.search(stretch.scene.text, stretch.span.start, mention.span.start) and not NOUN.search(behind):
            start = mention.span.start - (4 if stretch.scene.text[: mention.span.start].endswith("the ") else 0)
            span = Span(start, mention.span.end)
            yield Sighting(gathering=forum, span=span, nominal=None, stretch=stretch, score=0.8, rule="sidelines")


def is_beside(sighting: Sighting) -> bool:
    """Whether it is but where the parties met (`on the margins of the assembly`): it goes on, on days that are not told."""
    before = sighting.stretch.scene.text[sighting.stretch.span.start : sighting.span.start]
    return _BESIDE.search(before) is not None
