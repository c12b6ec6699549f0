"""Delegations whose members the text names: `a Kenyan delegation led by Ann Owino and including Ben Otieno`.

Where two persons and more are named as its members, it is they, there and wherever it is taken up again; else it is its
state. Two delegations are those whom their paragraph names on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View

_LEADS = re.compile(
    r"[\s,–—-]*(?:\(|:|(?:was\s+|is\s+|which\s+was\s+)?(?:led|headed|chaired)\s+by|(?:includ|compris|consist)(?:ed|es|ing|ed\s+of|s\s+of|ing\s+of)"
    r"|(?:was\s+|is\s+)?(?:composed|made\s+up)\s+of)\s+(?:the\s+|[A-Z][\w’']*\s+|of\s+|and\s+|for\s+)*\Z"
)
_ENDS = re.compile(
    r"[.;–—]|\b(?:met|meets|visited|travel\w*|arrived|held|discussed|with|told|said|to\s+(?:meet|discuss))\b"
)
_TAKEN_UP = "those who are its members"


def tie_delegation(frame: Frame, view: View) -> Naming | None:
    """Who a delegation is at this place; None where fewer than two of its members are named."""
    if frame.row.tokens[frame.head].lower != "delegation":
        return None
    people = _members_behind(frame, view)
    if len(people) > 1:
        return _naming(frame.span, [person.id for person in people])
    if frame.determiner not in ("the", "that", "this"):
        return None
    for known in reversed(view.tied):
        if known.reason == _TAKEN_UP and _is_of(known.actors, frame.states, view):
            return _naming(frame.span, known.actors)
    return None


def tie_delegations(frame: Frame, view: View) -> Naming | None:
    """`The two delegations`: the persons of two states whom the paragraph names before it."""
    paragraph = view.scene.paragraph_of(frame.span)
    if paragraph is None or frame.states or frame.word != "delegation":
        return None
    before = Span(paragraph.start, max(paragraph.start + 1, frame.span.start))
    people = [person for person in view.people if any(before.holds(named.span) for named in person.named)]
    people.sort(key=lambda person: next(named.span for named in person.named if before.holds(named.span)))
    states = {person.state[0] for person in people if person.state}
    told = len(states) == 2 and all(person.state or person.offices for person in people)
    return _naming(frame.span, [person.id for person in people]) if told else None


def _members_behind(frame: Frame, view: View) -> list[Person]:
    """The persons named right behind it as its members, in text order."""
    text, at = view.scene.text, frame.span.end
    sentence = view.scene.sentence_of(frame.span)
    if sentence is None:
        return []
    named = sorted(
        ((nominal.span, person) for person in view.people for nominal in person.named if sentence.holds(nominal.span)),
        key=lambda pair: pair[0],
    )
    found: list[Person] = []
    for span, person in named:
        if span.start < at:
            continue
        between = text[at : span.start]
        if not (_ENDS.search(between) is None if found else _LEADS.match(between)):
            break
        found.append(person)
        at = span.end
    return found


def _is_of(members: Sequence[ActorId], states: Sequence[ActorId], view: View) -> bool:
    """Whether a delegation named again may be the one with these members."""
    return not states or all(view.state_of(actor) in (*states, None) for actor in members)


def _naming(span: Span, actors: Sequence[ActorId]) -> Naming:
    return Naming(span=span, actors=tuple(dict.fromkeys(actors)), kind=ActorKind.PERSON, reason=_TAKEN_UP)
