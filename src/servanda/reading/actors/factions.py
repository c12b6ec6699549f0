"""Oppositions and rebels without a name of their own: `the Syrian opposition`, `the rebels`.

They are groups, known by what the text calls them; one in brief is the one of that sort named last.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View


def tie_faction(frame: Frame, view: View) -> Naming | None:
    """Which faction a description means at this place; None where it stands for the act of opposing or goes on."""
    tokens = frame.row.tokens
    head = tokens[frame.head]
    if head.lower not in load_heads().factions or frame.determiner in ("a", "an", "our", "their") or _goes_on(frame):
        return None
    lead = [token for token in tokens[frame.first : frame.head] if token.tag in "ASN" and token.is_capital]
    if lead and tokens[frame.head - 1].tag != "'":
        name = (*(word for token in lead for word in token.text.split()), head.text)
        return _naming(frame, slug_of(name), " ".join(name))
    if lead or frame.determiner not in ("the", "these", "those") or frame.head - frame.first != 1:
        return None
    for known in view.before(frame.span, (ActorKind.GROUP,)):
        if known.actors[0].endswith(head.lower):
            return _naming(frame, known.actors[0], known.name)
    return _naming(frame, head.lower, head.lower) if head.lower.endswith("s") else None


def _goes_on(frame: Frame) -> bool:
    """Whether it is a part of another description: `opposition leader`, `opposition to the plan`, `rebels in the party`."""
    after = frame.row.tokens[frame.behind] if frame.behind < len(frame.row.tokens) else None
    return after is not None and (after.tag in "tHNM" or after.lower in load_heads().faction_parts)


def _naming(frame: Frame, actor: str, name: str) -> Naming:
    return Naming(span=frame.span, actors=(actor,), kind=ActorKind.GROUP, name=name, reason="what the text calls them")
