"""Bodies taken up again by a noun of their name: `the ministry`, `the Coalition`, `the agency`."""

from __future__ import annotations

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
    for naming in view.before(frame.span, (ActorKind.BODY, ActorKind.GROUP)):
        slug = naming.actors[0].replace("/", "-")
        joined = " " in frame.word and frame.word.replace(" ", "-") in slug
        if joined or frame.word in slug.split("-") or frame.word in naming.name.lower().split():
            return Naming(
                span=frame.span, actors=naming.actors, kind=naming.kind, name=naming.name, reason="short for its name"
            )
    return None
