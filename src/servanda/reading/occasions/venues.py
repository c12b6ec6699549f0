"""In which state something happened, as the words before it say: `In Chile, Berg met …`, `Peru, where they met …`.

The opening of the sentence comes first, then a place that "where" takes up, then the opening of the paragraph.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Span
from servanda.lexicon.names import load_names
from servanda.reading.scenes import Scene

_OPENING = re.compile(
    r"(?:(?:While|During|On|Also|Later|Earlier)\s(?:[\w’']+\s){0,4})?(?:[Ii]n|[Tt]o|[Vv]isiting)\s[^,;.]{3,60}?,\s"
)
_WHERE = re.compile(r"[A-Z][\w’'.-]+(?:\s(?:and\s|of\s)?[A-Z][\w’'.-]+)*,\swhere\s")


def venue_of(scene: Scene, span: Span) -> frozenset[ActorId]:
    """The state where something happened; empty where nothing before it says so.

    Args:
        scene: the document.
        span: the words that tell it.
    """
    sentence, paragraph = scene.sentence_of(span), scene.paragraph_of(span)
    if sentence is None or paragraph is None:
        return frozenset()
    where = list(_WHERE.finditer(scene.text, sentence.start, span.start))
    taken_up = _states(scene.text, Span(*where[-1].span())) if where else frozenset()
    return taken_up or _opened(scene, sentence) or _opened(scene, paragraph)


def _opened(scene: Scene, span: Span) -> frozenset[ActorId]:
    """The one state that a sentence or paragraph names where it opens."""
    opening = _OPENING.match(scene.text, span.start, span.end)
    states = _states(scene.text, Span(*opening.span())) if opening else frozenset()
    return states if len(states) == 1 else frozenset()


def _states(text: str, span: Span) -> frozenset[ActorId]:
    known = load_names().find(span.of(text))
    return frozenset(one.id for _, one in known if one.id and one.sort in ("state", "capital"))
