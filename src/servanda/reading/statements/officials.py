"""For whom officials speak whom the text does not name: the one state that their sentence or paragraph has named.

Two states in view leave them unnamed, and so does a town, a company or a hospital as theirs.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.references import mentions_in, state_of
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of

OFFICIALS = "officials of the state that the text has named"
"""Why unnamed officials are taken for those of a state."""
_OFFICIALS = re.compile(
    r"(?:the|some|several|two|three|many|senior|top|unnamed|anonymous|other|government|state|federal|national|foreign\s+ministry|defen[cs]e|security|with|and|but|\s)*"
    r"\b(?:officials|authorities|government\s+(?:source|sources|spokesman|spokeswoman|spokesperson))\Z",
    re.IGNORECASE,
)
_OF_ADMINISTRATION = re.compile(r"(?:the\s+|a\s+|senior\s+)*administration\s+officials?\Z", re.IGNORECASE)


def state_of_officials(scene: Scene, sofar: Reading, span: Span) -> tuple[ActorId, ...]:
    """The state for which unnamed officials speak; none where the words mean others or several states are in view.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        span: the subject that names no actor.
    """
    words = span.of(scene.text).rstrip(" ,")
    if _OF_ADMINISTRATION.fullmatch(words) and scene.document.kind is not DocumentKind.NEWS:
        return authors_of(scene, sofar)[:1]
    sentence, paragraph = scene.sentence_of(span), scene.paragraph_of(span)
    if not _OFFICIALS.fullmatch(words) or sentence is None or paragraph is None:
        return ()
    for start in (sentence.start, paragraph.start):
        found = _states_before(sofar, start, span.start)
        if found:
            return found if len(found) == 1 else ()
    return ()


def _states_before(sofar: Reading, start: int, end: int) -> tuple[ActorId, ...]:
    """The states named in a stretch, by themselves or by their bodies."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    named = mentions_in(sofar, Span(start, end)) if start < end else ()
    public = [a for m in named for a in m.actors if kinds.get(a) in (ActorKind.STATE, ActorKind.BODY)]
    return tuple(dict.fromkeys(state for actor in public if (state := state_of(sofar, actor)) is not None))
