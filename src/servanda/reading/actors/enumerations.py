"""Groups of states that are named one by one beside them: `our partners Chad, Niger and Mali`, `to allow those countries`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.states import load_states
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.tags import Token
from servanda.reading.actors.views import View

_NAMED_BEHIND = frozenset({"partners", "allies", "neighbors", "neighbours", "countries", "nations", "states"})
_TAKEN_UP = frozenset({"countries", "nations", "states", "governments"})
_JOINT = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")


def tie_enumerated(frame: Frame, view: View) -> Naming | None:
    """The states named right behind a group, or those of the list that `those countries` takes up."""
    head = frame.row.tokens[frame.head].lower
    if frame.states:
        return None
    behind = head in _NAMED_BEHIND and bool(frame.determiner) and frame.behind == frame.head + 1
    actors = _behind(frame.row.tokens[frame.behind :]) if behind else ()
    if not actors and head in _TAKEN_UP and frame.determiner in ("those", "these"):
        actors = _before(frame, view)
    if len(actors) < 2:
        return None
    kind = ActorKind.STATE if all(actor in load_states() for actor in actors) else ActorKind.BODY
    return Naming(span=frame.span, actors=actors, kind=kind, reason="named beside it")


def _behind(tokens: Sequence[Token]) -> tuple[ActorId, ...]:
    """The states and unions at the head of some tokens, joined by commas and `and`."""
    found: list[ActorId] = []
    for token in tokens:
        if token.tag in "SB":
            found.append(token.id)
        elif not found or token.tag not in ",cd":
            break
    return tuple(dict.fromkeys(found))


def _before(frame: Frame, view: View) -> tuple[ActorId, ...]:
    """The states of the last list before it in its sentence, or in the one before."""
    text = view.scene.text
    sentences = [s for s in view.scene.sentences if s.start <= frame.span.start][-2:]
    for sentence in reversed(sentences):
        chain: list[ActorId] = []
        last: list[ActorId] = []
        end = None
        within = Span(sentence.start, max(sentence.start + 1, min(sentence.end, frame.span.start)))
        for naming in view.named:
            if not within.holds(naming.span) or len(naming.actors) != 1 or naming.kind is not ActorKind.STATE:
                continue
            chain = (
                [*chain, naming.actors[0]]
                if end is not None and _JOINT.fullmatch(text[end : naming.span.start])
                else [naming.actors[0]]
            )
            end = naming.span.end
            last = list(chain) if len(chain) > 1 else last
        wanted = frame.number
        if len(last) > 1 and wanted in (None, len(last)):
            return tuple(dict.fromkeys(last))
        if wanted is not None and len(last) > wanted > 1:
            return tuple(last[-wanted:])
    return ()
