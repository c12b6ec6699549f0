"""Who a delegation is: those who lead it or went along, by the words around its first naming.

`A delegation led by Berg and Ruto` are these two wherever the text goes on with "the delegation" or "they". One who only
speaks of a delegation is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.references import Referent, mentions_in
from servanda.reading.scenes import Scene

_LED = re.compile(
    r"\b(?:delegation|team|mission)\b[^.;]{0,60}?\b(?:led|headed|co-led)\s(?:jointly\s)?by\s|\bdelegation\s(?:consist\w+\sof|compris\w+|including|of)\s"
)
_JOINED = re.compile(r"\b(?:was|were|is|are)\s(?:also\s)?(?:accompanied|joined)\s(?:\w+\s)?by\s")
# What may stand between two of a list: commas, "and", and the offices before a name that are no part of its mention.
_LISTED = re.compile(
    r"[\s,]*(?:and\s)?(?:as\swell\sas\s)?(?:the\s)?(?:[A-Z][\w.’'-]*[\s,]+|(?:for|of|and|the|to|at)\s)*"
)
_SUBJECT = 42
"""How many characters the subject of `He was accompanied by` may take."""
_DELEGATION = re.compile(r"\b[Tt]he\s(?:\w+\s)?delegation\b(?![’'])")


def delegates_before(scene: Scene, sofar: Reading, place: int) -> tuple[ActorId, ...]:
    """The members of the delegation that the text has named up to a place; empty where it names none.

    Args:
        scene: the document.
        sofar: the reading with its actors.
        place: where the delegation is taken up.
    """
    found = list(_LED.finditer(scene.text, 0, place))
    return _listed(scene, sofar, found[-1].end()) if found else ()


def companions_of(scene: Scene, sofar: Reading, span: Span) -> Iterator[Referent]:
    """Those of whom the next sentence says that they went along: `He was accompanied by …`."""
    here = scene.sentence_of(span)
    behind = next((one for one in scene.sentences if here is not None and one.start >= here.end), None)
    joined = _JOINED.search(scene.text, behind.start, behind.end) if behind is not None else None
    if joined is None or behind is None or joined.start() - behind.start > _SUBJECT:
        return
    actors = _listed(scene, sofar, joined.end())
    if actors:
        yield Referent(actors=actors, span=Span(joined.end(), behind.end), reason="went along")


def delegation_in(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """The delegation that a stretch takes up by its noun alone, as its members."""
    named = list(_DELEGATION.finditer(scene.text, span.start, span.end))
    actors = delegates_before(scene, sofar, named[-1].start()) if named else ()
    return (
        Referent(actors=actors, span=Span(*named[-1].span()), reason="the members of the delegation")
        if actors
        else None
    )


def _listed(scene: Scene, sofar: Reading, start: int) -> tuple[ActorId, ...]:
    """The persons of the list that begins at a place."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    sentence = scene.sentence_of(Span(start, start + 1))
    found: list[ActorId] = []
    reached = start
    for mention in mentions_in(sofar, Span(start, sentence.end)) if sentence is not None else ():
        named = [actor for actor in mention.actors if actor in people]
        if not _LISTED.fullmatch(scene.text, reached, mention.span.start):
            break
        found += named
        reached = mention.span.end
    return tuple(dict.fromkeys(found))
