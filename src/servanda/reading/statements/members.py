"""Who the leaders are that a report goes on to quote, where it opens with those of a body: `ECOWAS leaders met … The leaders said`.

They speak as the body, and not as the persons whom the report happens to name.
"""

from __future__ import annotations

import re

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.references import mentions_in
from servanda.reading.scenes import Scene
from servanda.reading.statements.voices import Voice

_RANKS = r"(?:(?:foreign|defen[cs]e|trade|prime) ministers|leaders|ministers|heads of state(?: and (?:of )?government)?|presidents|defen[cs]e chiefs|chiefs of (?:defen[cs]e )?staff)"
_THE = re.compile(
    rf"(?:\A|.*,\s)(?:the|these)\s+(?:(?:foreign|defen[cs]e|trade|regional|bloc[’']s)\s+)?{_RANKS}\Z", re.IGNORECASE
)
_OF = re.compile(rf"\b{_RANKS}\s+(?:of|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:[’']s?)?\s+(?:(?:foreign|defen[cs]e|trade|prime)\s+)?{_RANKS}\b", re.IGNORECASE)
_OPENING = 3
"""How many paragraphs, the title among them, tell who met."""


def voice_of_members(scene: Scene, sofar: Reading, span: Span) -> Voice | None:
    """The body whose leaders or ministers a report opens with; None where the words mean others.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        span: the subject of the reporting verb.
    """
    words = " ".join(span.of(scene.text).split())
    if scene.document.kind is not DocumentKind.NEWS or _THE.fullmatch(words) is None:
        return None
    bodies = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.BODY and "/" not in actor.actor}
    opening = Span(scene.paragraphs[0].start, scene.paragraphs[:_OPENING][-1].end)
    met = {
        mention.actors[0]
        for mention in mentions_in(sofar, opening)
        if len(mention.actors) == 1 and mention.actors[0] in bodies and _has_members(scene, mention.span)
    }
    return Voice(actors=(met.pop(),), span=span, reason="the body whose members met") if len(met) == 1 else None


def _has_members(scene: Scene, body: Span) -> bool:
    """Whether a body is named for its members: `ECOWAS leaders`, `the foreign ministers of ASEAN`."""
    before = scene.text[max(0, body.start - 60) : body.start]
    inside = body.of(scene.text)
    within = re.search(rf"{_RANKS}\Z", inside, re.IGNORECASE) or re.match(
        rf"(?:the\s+)?{_RANKS}\s+(?:of|from)\b", inside, re.IGNORECASE
    )
    return bool(
        within or _OF.search(before) or _BEHIND.match(scene.text, body.end, min(len(scene.text), body.end + 60))
    )
