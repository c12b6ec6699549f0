"""Who speaks where a description takes up the running speaker: `the former general said`, `the 62-year-old added`.

Only what is said of one person and names nobody; an office or a state in it was asked before.
"""

from __future__ import annotations

import re

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Range
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.voices import Voice

_OF_ONE = re.compile(
    r"the (?:(?:[a-z]+ )?(?:former|veteran|outgoing|incoming|ex-|then-|exiled|embattled|newly|long-serving)\b[^,]*|\d+-year-old\b[^,]*"
    r"|(?:[a-z-]+ )*(?:politician|statesman|stateswoman|strongman|leader|ruler|chief|head|boss|commander|diplomat|premier|minister|president|lawmaker|general))\Z"
)


def voice_of_description(
    scene: Scene, sofar: Reading, pieces: Pieces, subject: Range, earlier: tuple[Voice, ...]
) -> Voice | None:
    """The running speaker, where the subject describes one person and names nobody; None where that is unsure.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        pieces: the sentence.
        subject: its subject.
        earlier: voices heard before, the last one last.
    """
    span = Span(pieces[subject[0]].span.start, pieces[subject[1] - 1].span.end)
    words = " ".join(span.of(scene.text).split())
    running = earlier[-1] if earlier else None
    if running is None or len(running.actors) != 1 or _OF_ONE.match(words[:1].lower() + words[1:]) is None:
        return None
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    if kinds.get(running.actors[0]) is not ActorKind.PERSON or not _is_near(scene, span, running.span):
        return None
    return Voice(actors=running.actors, span=span, reason="a description of the running speaker")


def _is_near(scene: Scene, here: Span, running: Span) -> bool:
    """Whether the running speaker stands in the same paragraph or the one before."""
    own, other = scene.paragraph_of(here), scene.paragraph_of(running)
    if own is None or other is None:
        return False
    return scene.paragraphs.index(own) - scene.paragraphs.index(other) <= 1
