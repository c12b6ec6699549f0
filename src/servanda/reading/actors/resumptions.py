"""Bodies taken up again by a noun: one of their name (`the ministry`), or one for their sort (`the bloc`, `the group`)."""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View


def tie_body(frame: Frame, view: View) -> Naming | None:
    """`the ministry`, `the Coalition`: the body named last whose name has that noun."""
    if (
        frame.word not in load_heads().named_before
        or frame.determiner not in ("the", "that", "")
        or frame.head - frame.first > 1
        or frame.states
    ):
        return None
    if not frame.determiner and not frame.row.tokens[frame.head].is_capital:
        return None
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    if any(token.tag == "f" or (not frame.determiner and token.tag in "Nr") for token in after):
        return None
    for naming in view.before(frame.span, (ActorKind.BODY, ActorKind.GROUP)):
        slug = naming.actors[0].replace("/", "-")
        joined = " " in frame.word and frame.word.replace(" ", "-") in slug
        if joined or frame.word in slug.split("-") or frame.word in naming.name.lower().split():
            return Naming(
                span=frame.span, actors=naming.actors, kind=naming.kind, name=naming.name, reason="short for its name"
            )
    return None


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
