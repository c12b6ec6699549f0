"""Bodies taken up again by a noun: one of their name (`the ministry`), or one for their sort (`the bloc`, `the group`)."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.issuers import issuer_of
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View


def tie_body(frame: Frame, view: View) -> Naming | None:
    """`the ministry`, `the Coalition`: the body named last whose name has that noun, else the one whose text it is."""
    if frame.word not in load_heads().named_before or frame.determiner not in ("the", "that", "") or frame.states:
        return None
    if frame.modifiers - {"the", "that", "global"} or _is_part(frame):
        return None
    for naming in view.before(frame.span, (ActorKind.BODY, ActorKind.GROUP)):
        if _has_noun(frame, naming.actors[0], naming.name):
            return replace(naming, span=frame.span, reason="short for its name", state=None, office=None)
    unnamed = _unnamed(frame, view) if frame.row.tokens[frame.head].is_capital else None
    return _naming(frame, unnamed) if unnamed is not None else None


def _is_part(frame: Frame) -> bool:
    """Whether the noun is a part of another name or goes on: `Council of Elders`, and without an article any small one."""
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    if not frame.determiner and not frame.row.tokens[frame.head].is_capital:
        return True
    return any(token.tag == "f" or (not frame.determiner and token.tag in "Nr") for token in after)


def _has_noun(frame: Frame, actor: ActorId, name: str) -> bool:
    slug = actor.replace("/", "-")
    joined = " " in frame.word and frame.word.replace(" ", "-") in slug
    return joined or frame.word in slug.split("-") or frame.word in name.lower().split()


def _unnamed(frame: Frame, view: View) -> ActorId | None:
    """The body that published the text, or one that texts name so beside another: `the Coalition` that fights it."""
    issuer = issuer_of(view.scene)
    if frame.determiner == "the" and issuer is not None and _has_noun(frame, issuer, ""):
        return issuer
    beside = load_heads().companions.get(frame.word, {})
    return next((body for other, body in beside.items() if other in view.actors), None)


def _naming(frame: Frame, actor: ActorId) -> Naming:
    known = load_bodies().get(actor)
    kind, name = (known.kind, known.name) if known else (ActorKind.BODY, actor)
    return Naming(span=frame.span, actors=(actor,), kind=kind, name=name, reason="what it is called for short")


def tie_alliance(frame: Frame, view: View) -> Naming | None:
    """`our Alliance`, in a text that names one alliance only, NATO."""
    head = frame.row.tokens[frame.head]
    own = (
        frame.determiner == "our"
        and head.text == "Alliance"
        and frame.head - frame.first == 1
        and not frame.row.heading
    )
    if not own or _ALLIANCE not in view.actors or _BETWEEN_TWO.search(view.scene.text):
        return None
    return _naming(frame, _ALLIANCE)


_ALLIANCE = "nato"
_BETWEEN_TWO = re.compile(r"\w\s?[-–]\s?[A-Z][\w.]*\s+(?:\w+\s+)?[Aa]lliance")
"""An alliance of two states: `the U.S.-Japan Alliance`."""


def tie_sort(frame: Frame, view: View) -> Naming | None:
    """`the bloc`, `the terrorist group`: the last body or movement of that sort, named not long before."""
    sorts = load_heads().sorts.get(frame.word)
    if (
        sorts is None
        or frame.determiner != "the"
        or frame.row.tokens[frame.head].lower != frame.word
        or _goes_on(frame)
    ):
        return None
    if any(word not in load_heads().sort_words for word in frame.modifiers - {"the"}):
        return None
    for naming in view.before(frame.span, (ActorKind.BODY, ActorKind.GROUP)):
        if frame.span.start - naming.span.end < _NEAR and naming.actors[0] in sorts:
            return replace(naming, span=frame.span, reason=f"the {frame.word} named before")
    return None


_NEAR = 1_000
"""How far back, in code points, such a noun may reach: about two paragraphs."""


def _goes_on(frame: Frame) -> bool:
    """Whether it is another group than one named before: `the group of experts`, `the alliance between`."""
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    return frame.behind > frame.head + 1 or any(
        token.tag in "f-N" or token.lower in ("between", "with") for token in after
    )
