"""Those who hold an office of a body of several states, by that office alone: `the UN chief`, `the AU chairperson`.

It is the person of the document whose title names that body, in the words of the office, or its head where the
description only says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.complements import is_of_state
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.offices import Office
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View

_HEADS = frozenset({"chief", "head", "boss", "leader", "chair", "chairman", "chairwoman", "chairperson"})
"""What anyone may be called who leads a body, by whatever title."""
_LEADING = _HEADS | {"general", "secretary", "president", "director", "commissioner", "administrator", "representative"}
_DEPUTIES = frozenset(
    {"deputy", "vice", "assistant", "under", "former", "special", "spokesperson", "spokesman", "envoy"}
)


def tie_body_head(frame: Frame, view: View) -> Naming | None:
    """The one who holds the office of the body named before the head; None where the text names no such person."""
    tokens = frame.row.tokens
    if frame.office is None or tokens[frame.head].tag != "H" or frame.determiner not in ("the", ""):
        return None
    before = tokens[frame.first : frame.head]
    body = next((token.id for token in before if token.tag == "B" and not is_of_state(token.id)), None)
    if body is None or frame.behind > frame.head + 1 or _goes_on(frame):
        return None
    fitting = [person for person in view.people if any(_is_asked(office, frame, body) for office in person.offices)]
    return _naming(frame, fitting[0]) if len(fitting) == 1 else None


def _goes_on(frame: Frame) -> bool:
    """Whether a name or another noun stands behind: `the UN chief [Ann Berg]`, `the AU chair [elections]`."""
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    return any(token.tag in "NPRHMf-" for token in after)


def _is_asked(office: Office, frame: Frame, body: ActorId) -> bool:
    """Whether an office is that of the description: of the same body, with its words, or at its head."""
    if not any(_is_of(other, body) for other in office.bodies):
        return False
    if frame.word == "diplomat":
        return bool(frame.modifiers & {"top", "chief"}) and bool(office.words & {"foreign", "high"})
    title = frame.row.tokens[frame.first : frame.head + 1]
    said = _parts(token.lower for token in title if token.tag in "MH")
    known = _parts(office.words)
    same = said & _DEPUTIES == known & _DEPUTIES
    return same and said <= known | _HEADS and bool(known & _LEADING)


def _parts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in word.replace("-", " ").split())


def _is_of(known: ActorId, body: ActorId) -> bool:
    """Whether one body is the other or an organ of it: the Commission of a Union."""
    return known == body or known.startswith(f"{body}-")


def _naming(frame: Frame, person: Person) -> Naming:
    name = " ".join(person.name)
    return Naming(span=frame.span, actors=(person.id,), kind=ActorKind.PERSON, name=name, reason="office of a body")
