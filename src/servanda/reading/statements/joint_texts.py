"""Whose voice a report lets a text speak with that several sides adopted: `the joint statement said`, `the Lamu declaration added`.

A text belongs to its parties, and not to whoever stood by when it was issued.
"""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.actors.references import mentions_in, parties_in_view
from servanda.reading.scenes import Scene
from servanda.reading.statements.voices import Voice

_NOUN = re.compile(
    r"\b(?P<noun>statement|declaration|communiqu[eé]|accord|agreement|treaty|pact|press release)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:[Tt]he\s+)?[A-Z][\w’'-]+\s+(?:Declaration|declaration|Communiqué|communiqué|Communique|communique|Accord|accord|Agreement|agreement|Pact|pact|Treaty|treaty)\b"
)
"""`the Lamu Declaration`: a text that goes by a place or name."""
_BARE = re.compile(r"(?:the|this|their|both)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_PAIR = 2


def voice_of_joint_text(scene: Scene, sofar: Reading, span: Span) -> Voice | None:
    """Those whose text speaks, where several adopted it; None where it is somebody's own or nobody is in view.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors and instruments.
        span: the subject of the reporting verb.
    """
    noun = _NOUN.search(scene.text, span.start, span.end)
    if scene.document.kind is not DocumentKind.NEWS or noun is None:
        return None
    if any(m.span.end <= noun.end() and len(m.actors) == 1 for m in mentions_in(sofar, Span(span.start, noun.end()))):
        return None  # `the ministry's statement`; a place in its name is no mention
    parties = _parties(scene, sofar, span, noun)
    if len(parties) < _PAIR:
        return None
    return Voice(actors=parties, span=Span(span.start, noun.end()), reason="those who adopted the text", text=True)


def _parties(scene: Scene, sofar: Reading, span: Span, noun: re.Match[str]) -> tuple[ActorId, ...]:
    """The parties of the text that is meant, or those in view where it is a joint one."""
    before = scene.text[span.start : noun.start()]
    meant = [one for one in sofar.instruments if any(part.overlaps(span) for part in one.span)]
    told = _JOINT.search(before) or _NAMED.match(scene.text, span.start, span.end)
    if not told and not meant:
        if not _BARE.fullmatch(before) or not _was_joint(scene, span, noun["noun"]):
            return ()
        meant = [one for one in sofar.instruments if _is_called(scene, one.span[0], noun["noun"])]
    known = next((one.parties.value for one in meant if one.parties.value and len(one.parties.value) >= _PAIR), None)
    return known or parties_in_view(scene, sofar, span)


def _was_joint(scene: Scene, span: Span, noun: str) -> bool:
    """Whether the text before tells of a joint one by the same noun."""
    joint = rf"\bjoint\s+(?:\w+\s+){{0,2}}{noun}\b"
    return re.search(joint, scene.text[: span.start], re.IGNORECASE) is not None


def _is_called(scene: Scene, span: Span, noun: str) -> bool:
    return re.search(rf"\bjoint\s+(?:\w+\s+){{0,2}}{noun}\b", span.of(scene.text), re.IGNORECASE) is not None
