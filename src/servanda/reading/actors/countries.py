"""One state described: `the Kenyan government`, `the country`, `their government`, `the Kingdom`, `the regime`, `the North`.

Each is tied to the state in view that its words allow. One that is only where something is, like a state's name in
that place, is no mention.
"""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.heads import load_heads
from servanda.lexicon.states import load_states
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.incumbents import government_of
from servanda.reading.actors.locations import is_place
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.quoted import state_of_speaker
from servanda.reading.actors.views import View

COUNTRY = frozenset({"country", "nation", "kingdom", "republic", "regime", "state"})
HALVES = {"north": "PRK", "south": "KOR"}


_OF_SUDAN = {"PRK": "SDN", "KOR": "SSD"}
"""The same halves, where a text tells of both Sudans and of no Korea."""


def tie_half(frame: Frame, view: View) -> Naming | None:
    """`the North`, where Korea is in view, or both Sudans."""
    state = HALVES.get(frame.row.tokens[frame.head].lower)
    if state is None or frame.row.tokens[frame.head].tag == "H":
        return None
    if view.actors & {"KOR", "PRK"}:
        return _naming(frame, state, "half of Korea")
    parted = view.told["SDN"] and view.told["SSD"]
    return _naming(frame, _OF_SUDAN[state], "half of what was one Sudan") if parted else None


def tie_government(frame: Frame, view: View) -> Naming | None:
    """`the Kenyan government`, `the government of Kenya`, `Ruto's government`, `our Kenyan allies`."""
    if frame.row.tokens[frame.head].lower not in load_heads().state or _is_quality(frame):
        return None
    if len(frame.states) == 1:
        return _naming(frame, frame.states[0], "description of its government")
    if frame.owner is not None and frame.determiner not in ("a", "an"):
        owner = frame.owner.text.partition("-")[0] if "-" in frame.owner.text else frame.owner.text
        person = next((p for p in view.people if owner in p.forms), None)
        state = (person.state[0] if person and person.state else None) or (view.home if person else None)
        state = state or government_of(owner, view.day, view.scene.register)
        return _naming(frame, state, f"government of {frame.owner.text}") if state else None
    return _same_administration(frame, view) or _in_brief(frame, view)


def _is_quality(frame: Frame) -> bool:
    """Whether leadership is what a state shows and not who leads it: `Chad's leadership in hosting the talks`."""
    after = frame.row.tokens[frame.behind : frame.behind + 2]
    if frame.word != "leadership" or not after:
        return False
    return after[0].lower in _SHOWN or (after[0].lower == "in" and len(after) > 1 and after[1].tag not in "SK")


_SHOWN = frozenset({"on", "and", "role", "roles", "position", "within", "throughout"})


def _in_brief(frame: Frame, view: View) -> Naming | None:
    """`the administration`, `the new government`: of the state whose leader or envoy was named last, or that is told of most.

    Only a state with a president has an administration; a new government is that of the state that the text is about.
    """
    after = frame.row.tokens[frame.behind] if frame.behind < len(frame.row.tokens) else None
    if frame.determiner not in ("the", "this") or (
        after is not None and (after.tag in "fNHM-" or after.lower in _STAFF)
    ):
        return None
    words = frame.modifiers - {"the", "this"}
    if frame.word == "administration" and not words:
        near = [person.state[0] for person in view.people_before(frame.span) if person.state]
        state = next((state for state in near if state in _PRESIDENTIAL), None)
        return _naming(frame, state, "the administration of the president in view") if state else None
    if frame.word != "government" or words - _NEW or frame.head - frame.first > 2:
        return None
    if words:
        spoken = state_of_speaker(frame.span, view)
        told = next(iter(view.told), None) and view.told.most_common(1)[0][0]
        return _naming(frame, spoken or told, "the speaker's state" if spoken else "the state the text is about")
    near = view.states_before(frame.span)
    return _naming(frame, near[0], "government of the state named before it") if near else None


_NEW = frozenset({"new", "current", "incoming", "interim", "transitional", "caretaker", "outgoing"})
_STAFF = frozenset(
    {
        "official",
        "officials",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "shutdown",
        "agencies",
        "agency",
        "forces",
        "troops",
        "side",
        "sources",
        "buildings",
        "spending",
        "bonds",
    }
)
_PRESIDENTIAL = frozenset(
    {"USA", "KOR", "PHL", "MEX", "ARG", "BRA", "CHL", "COL", "PER", "VEN", "ECU", "BOL", "URY", "PRY", "TWN"}
)


def _same_administration(frame: Frame, view: View) -> Naming | None:
    """`the administration`, behind one that was called so with a name: `the Berg administration`."""
    if frame.word != "administration" or frame.determiner != "the" or frame.head - frame.first != 1:
        return None
    known = (n for n in reversed(view.tied) if n.span.of(view.scene.text).lower().endswith("administration"))
    naming = next(known, None)
    return _naming(frame, naming.actors[0], "the administration named before") if naming else None


def tie_own_government(frame: Frame, view: View) -> Naming | None:
    """`their government`, `his administration`, `its leadership`: of the one whom the possessive stands for."""
    if frame.determiner not in _OWN or frame.head - frame.first != 1 or frame.word not in _GOVERNMENTS:
        return None
    return _of_person(frame, view) if frame.determiner in _PERSONAL else _of_thing(frame, view)


_GOVERNMENTS = frozenset({"government", "administration", "leadership", "cabinet", "parliament", "regime"})
_PERSONAL = frozenset({"our", "my", "his", "her"})
_OWN = _PERSONAL | {"its", "their"}


def _of_person(frame: Frame, view: View) -> Naming | None:
    """`his country`, `our nation`: the country of the person named last; outside speech `our` is the voice of the text."""
    if frame.determiner == "our" and view.home is not None and view.scene.in_quote(frame.span) is None:
        return _naming(frame, view.home, "whose text it is")
    spoken = state_of_speaker(frame.span, view) if frame.determiner in ("our", "my") else None
    if spoken is not None:
        return _naming(frame, spoken, "the speaker's country")
    people = view.people_before(frame.span)
    state = people[0].state[0] if people and people[0].state else None
    return _naming(frame, state, f"country of {' '.join(people[0].name)}") if state else None


def _of_thing(frame: Frame, view: View) -> Naming | None:
    near = view.states_before(frame.span)
    return _naming(frame, near[0], "the state named before it") if near else None


def tie_country(frame: Frame, view: View) -> Naming | None:
    """`the country`: the state named last before it, the subject of its clause first; `our country` is the speaker's."""
    if frame.row.tokens[frame.head].lower not in COUNTRY or frame.states or frame.word == "state":
        return None
    if frame.determiner not in ("the", "that", "this", "their", *_PERSONAL) or frame.head - frame.first > 1:
        return None
    if frame.word != "regime" and (is_place(frame.row, frame.first) or _goes_on(frame)):
        return None
    if frame.determiner in _PERSONAL:
        return _of_person(frame, view)
    if frame.word == "regime":
        return _naming(frame, _adversary(frame, view), "the adversary named most")
    named = view.told if frame.word == "kingdom" else ()
    near = [state for state in (*view.states_before(frame.span), *named) if _may_be(frame, state)]
    near = [state for state in near if state != view.home] or near
    return _naming(frame, near[0], "the state named before it") if near else None


def _goes_on(frame: Frame) -> bool:
    """Whether it is another country than one in view, or mere origin: `the country of origin`, `the country that asked`."""
    tokens = frame.row.tokens[frame.behind : frame.behind + 1]
    return bool(tokens) and (tokens[0].tag == "f" or tokens[0].lower in ("where", "requesting", "concerned"))


def _may_be(frame: Frame, state: ActorId) -> bool:
    """Whether a state may be called so: only a kingdom is `the Kingdom`."""
    if frame.word != "kingdom" or state not in load_states():
        return True
    known = load_states()[state]
    return any("Kingdom" in name for name in (known.name, *known.names))


def _adversary(frame: Frame, view: View) -> ActorId | None:
    """The state that the text calls a regime elsewhere, else the one it names most that is no party with its own voice."""
    called = (n for n in reversed(view.tied) if n.span.of(view.scene.text).lower().endswith("regime"))
    named = next((naming.actors[0] for naming in called if naming.kind is ActorKind.STATE), None)
    if named is not None:
        return named
    near = set(view.states_before(frame.span)) | set(view.told)
    friends = view.friends(frame.span)
    return next((state for state, _ in view.told.most_common() if state in near and state not in friends), None)


def _naming(frame: Frame, state: ActorId | None, reason: str) -> Naming | None:
    if state is None or state not in load_states():
        return None
    return Naming(span=frame.span, actors=(state,), kind=ActorKind.STATE, name=load_states()[state].name, reason=reason)
