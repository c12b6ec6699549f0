"""Who is mentioned: every actor of a document, with all its mentions.

The steps, in order: sentences are tagged with what the lexicon knows; bodies with names of their own are found; persons
are named, tied together and found again by surname; then states and known bodies; then groups and descriptions, which
need to know who is in view. What the words mean for one another is not read here.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence

from servanda.codebook import Actor, ActorId, Mention, Problem, Reading, Slot, Span, stated, unstated
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.presses import state_of_press
from servanda.lexicon.states import load_states
from servanda.reading.actors.appositions import appositions
from servanda.reading.actors.bodies import with_bodies
from servanda.reading.actors.descriptions import description_frames, tie_description
from servanda.reading.actors.enumerations import tie_enumerated
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.groups import group_frames, is_group, tie_group
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.namings import Naming, in_order, touching
from servanda.reading.actors.people import named_people
from servanda.reading.actors.peoples import people_that_act
from servanda.reading.actors.persons import known_surnames, suppose_state, tie_people, tie_surnames
from servanda.reading.actors.places import place_namings
from servanda.reading.actors.staffs import tie_staff
from servanda.reading.actors.strangers import strangers
from servanda.reading.actors.surnames import people_namings
from servanda.reading.actors.tags import Row, rows_of
from servanda.reading.actors.views import View
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene


def read_actors(scene: Scene, sofar: Reading) -> Iterable[Actor | Problem]:  # noqa: ARG001 (the readers' one shape)
    """The actors of a document, in the order of their first mention.

    Args:
        scene: the document laid out.
        sofar: not used; actors are read first.
    """
    namings = namings_of(scene)
    first: dict[ActorId, list[tuple[Naming, Mention]]] = {}
    for naming in namings:
        for actor in naming.actors:
            first.setdefault(actor, []).append((naming, Mention(span=naming.span, reason=naming.reason)))
    for actor, found in first.items():
        yield _actor(scene, actor, found)


def namings_of(scene: Scene) -> list[Naming]:
    """Every mention, in text order, tied to its actors."""
    home = home_of(scene)
    tagged = rows_of(scene)
    rows = with_bodies(tagged, home or _state_of_most(tagged) or _state_of_paper(scene, tagged))
    day = scene.document.published.start if scene.document.published else None
    register = scene.register
    known = named_people(rows, register)
    people = tie_people([*known, *strangers(scene, rows, known)], day, register)
    suppose_state(people, home or _state_of_most(tagged))
    people += tie_surnames(known_surnames(rows, people, day, register), rows, day, register)
    named = people_namings(rows, people)
    named = in_order([*named, *(n for row in rows for n in appositions(scene, row, named, people))])
    named = in_order([*named, *(n for row in rows for n in people_that_act(scene, row))])
    named = in_order([*named, *place_namings(rows, named)])
    frames = [frame for row in rows for frame in (*group_frames(row), *description_frames(row))]
    view = View(scene=scene, people=people, named=named, home=home, day=day, told=_told(tagged))
    return _tied(view, frames)


def _state_of_most(rows: Sequence[Row]) -> ActorId | None:
    """The state that the text is about, to which its "Ministry of Health" belongs: named twice as often as any other."""
    counted = _told(rows).most_common(2)
    clear = counted and (len(counted) == 1 or counted[0][1] >= 2 * counted[1][1])
    return counted[0][0] if clear else None


def _state_of_paper(scene: Scene, rows: Sequence[Row]) -> ActorId | None:
    """The state of the paper, where the text names it: its own press calls a ministry by its portfolio alone."""
    outlet = scene.document.outlet
    state = state_of_press(outlet) if outlet else None
    return state if state not in _FAR_READ and state in _told(rows) else None


_FAR_READ = frozenset({"USA", "GBR", "QAT"})
"""States whose papers write of the whole world, so that a ministry in them may be anyone's."""


def _told(rows: Sequence[Row]) -> Counter[ActorId]:
    return Counter(token.id for row in rows for token in row.tokens if token.tag in "SAK")


def _tied(view: View, frames: Sequence[Frame]) -> list[Naming]:
    """Descriptions tied in text order, and the names that lie in none of them."""
    waiting = deque(view.named)
    for frame in sorted(frames, key=lambda f: (f.span.start, -f.span.end)):
        while waiting and waiting[0].span.end <= frame.span.start:
            view.tie(waiting.popleft())
        naming = _described(frame, view)
        if naming is None or not _may_stand(naming, view):
            continue
        later = []
        while waiting and waiting[0].span.start < naming.span.end:
            later += [other for other in (waiting.popleft(),) if not other.span.overlaps(naming.span)]
        waiting.extendleft(reversed(later))
        view.tie(naming)
    return in_order([*view.tied, *waiting])


def _described(frame: Frame, view: View) -> Naming | None:
    beside = tie_enumerated(frame, view) or tie_staff(frame, view)
    return beside or (tie_group(frame, view) if is_group(frame) else None) or tie_description(frame, view)


def _may_stand(naming: Naming, view: View) -> bool:
    """A description holds names of states and bodies; a person's name in it, or a name around it, is left alone."""
    if any(naming.span.overlaps(other.span) for other in view.tied[-3:]):
        return False
    return not any(
        other.kind is ActorKind.PERSON or (other.span.holds(naming.span) and other.span != naming.span)
        for other in touching(naming.span, view.named)
    )


def _actor(scene: Scene, actor: ActorId, found: Sequence[tuple[Naming, Mention]]) -> Actor:
    own = [naming for naming, _ in found if len(naming.actors) == 1] or [naming for naming, _ in found]
    return Actor(
        document=scene.document.id,
        actor=actor,
        kind=own[0].kind,
        name=_name(actor, own),
        mentions=tuple(mention for _, mention in found),
        state=_state(actor, own),
        office=_office(scene, own),
        origin=origin("actor-name", 0.8),
    )


def _name(actor: ActorId, own: Sequence[Naming]) -> str:
    state, body = load_states().get(actor), load_bodies().get(actor)
    usual = state or body
    return usual.name if usual else max((naming.name for naming in own), key=len) or actor


def _state(actor: ActorId, own: Sequence[Naming]) -> Slot[ActorId]:
    bearing = next((n for n in own if n.state is not None and n.state != actor and n.state_span is not None), None)
    if bearing is None or bearing.state is None or bearing.state_span is None:
        return unstated()
    return stated(bearing.state, (bearing.state_span,), "the title or name says so")


def _office(scene: Scene, own: Sequence[Naming]) -> Slot[str]:
    span = next((n.office for n in own if n.office is not None), None)
    return stated(_words(scene, span), (span,)) if span is not None else unstated()


def _words(scene: Scene, span: Span) -> str:
    return " ".join(span.of(scene.text).split())
