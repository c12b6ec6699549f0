"""Oppositions and rebels: `the Syrian opposition`, `the rebels`, and `the insurgents` of an armed group that the text names.

Those without a name of their own are groups, known by what the text calls them; one in brief is the one of that sort named
last. Where a text names one armed group alone, those who fight are its men.
"""

from __future__ import annotations

from dataclasses import replace

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
    if (
        head.lower not in load_heads().factions | FIGHTERS
        or frame.determiner in ("a", "an", "our", "their")
        or _goes_on(frame)
    ):
        return None
    armed = _armed(frame, view)
    if armed is not None:
        return armed
    if head.lower in FIGHTERS:
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


def _armed(frame: Frame, view: View) -> Naming | None:
    """The one armed group that the text names, where `the insurgents` takes it up."""
    head = frame.row.tokens[frame.head].lower
    fights = (head in FIGHTERS or head in _REBELS) and not frame.row.tags.startswith("f", frame.behind)
    plain = frame.determiner in ("the", "these", "those") and not frame.modifiers - load_heads().sort_words - {
        "the",
        "these",
        "those",
    }
    known = load_heads().sorts["group"] & view.actors
    if not fights or not plain or len(known) != 1:
        return None
    named = (n for n in view.before(frame.span, (ActorKind.GROUP, ActorKind.BODY)) if n.actors[0] in known)
    naming = next(named, None)
    return naming and replace(naming, span=frame.span, reason="the armed group that the text names")


FIGHTERS = frozenset({"extremists", "fighters", "jihadists", "militants", "terrorists"})
"""Those who fight for a group, told so only where one is named."""
_REBELS = frozenset({"insurgents", "rebels", "separatists"})


def _goes_on(frame: Frame) -> bool:
    """Whether it is a part of another description: `opposition leader`, `opposition to the plan`, `rebels in the party`."""
    after = frame.row.tokens[frame.behind] if frame.behind < len(frame.row.tokens) else None
    return after is not None and (after.tag in "tHNM" or after.lower in load_heads().faction_parts)


def _naming(frame: Frame, actor: str, name: str) -> Naming:
    return Naming(span=frame.span, actors=(actor,), kind=ActorKind.GROUP, name=name, reason="what the text calls them")
