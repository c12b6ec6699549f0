"""Descriptions of several actors: `both sides`, `the Kenyan and Ugandan governments`, `the two leaders`.

Each is tied to every member: sides, nations and officials to states, leaders and ministers to persons, and to their
states where the document names no such person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import ministry_id
from servanda.lexicon.heads import load_heads
from servanda.lexicon.locations import load_locations
from servanda.lexicon.memberships import load_memberships
from servanda.lexicon.states import load_states
from servanda.reading.actors.allies import are_allies, tie_allies
from servanda.reading.actors.complements import MEMBERS, is_of_state, portfolio_end
from servanda.reading.actors.delegations import tie_delegations
from servanda.reading.actors.frames import Frame, frame_at
from servanda.reading.actors.gatherings import tie_gathered
from servanda.reading.actors.leaders import RANKS, one_of_each, portfolio_of, ranked_people
from servanda.reading.actors.lists import tie_listed
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.office_ids import office_id
from servanda.reading.actors.offices import singular
from servanda.reading.actors.regions import names_region, tie_region
from servanda.reading.actors.tags import Row, Token
from servanda.reading.actors.views import View

_POINTING = frozenset({"the", "both", "each"})
_OWN = frozenset({"our", "their", "its", "his", "her"})
_UNNAMED = frozenset(
    {
        "other",
        "third",
        "many",
        "several",
        "all",
        "some",
        "new",
        "member",
        "most",
        "non-member",
        "local",
        "regional",
        "provincial",
    }
)
_ONLY_PLURAL = frozenset({"leaders", "presidents", "ministers", "sides", "countries"})


def group_frames(row: Row) -> list[Frame]:
    """The group descriptions of a sentence, not yet tied."""
    frames = (frame_at(row, at) for at, token in enumerate(row.tokens) if _is_plural(token) or _is_each(row, at))
    return [
        frame
        for frame in frames
        if (is_group(frame) or _is_pointed(frame)) and _tag(row, frame.behind) != "N" and not _is_meeting(frame)
    ]


def _is_meeting(frame: Frame) -> bool:
    """Whether it only says whose meeting it is: `the G7 leaders summit`."""
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    named = frame.row.tokens[frame.head].tag == "H" and frame.behind == frame.head + 1
    return named and any(token.lower in load_locations().events for token in after)


def _names_meeting(frame: Frame) -> bool:
    """Whether the article before it belongs to a meeting behind it: `a Chad-Niger Foreign Ministers’ Meeting`."""
    after = [token.lower for token in frame.row.tokens[frame.behind : frame.behind + 2]]
    owned = after[:1] in (["'"], ["’"], ["'s"], ["’s"]) and len(after) > 1 and after[1] in load_locations().events
    return owned and len(frame.states) > 1


def _is_plural(token: Token) -> bool:
    if token.lower in load_heads().plurals or token.lower in MEMBERS:
        return True
    return token.lower in load_heads().groups or (token.tag == "H" and singular(token.lower) != token.lower)


def _is_pointed(frame: Frame) -> bool:
    """Whether it points at states named beside it: `those countries`, `our partners Chad and Mali`."""
    tag = _tag(frame.row, frame.behind)
    told = frame.determiner in ("those", "these") or (bool(frame.determiner) and tag == "S")
    return told and members_of(frame) == "states" and frame.determiner not in ("a", "an")


def _is_each(row: Row, at: int) -> bool:
    """`Each side` as the one that acts, at the head of its sentence, or whose something is: `the concerns of each side`."""
    if not at or row.tokens[at - 1].lower != "each" or row.tokens[at].lower not in ("side", "party", "country"):
        return False
    return at == 1 or (row.tags[at - 2 : at - 1] == "f" and row.tokens[at].lower == "side")


def _tag(row: Row, at: int) -> str:
    return row.tokens[at].tag if at < len(row.tokens) else "."


def is_group(frame: Frame) -> bool:
    """Whether a frame describes several actors who are in view."""
    head = frame.row.tokens[frame.head]
    if _is_each(frame.row, frame.head):
        return True
    if not _is_plural(head) or (frame.determiner in ("a", "an") and not _names_meeting(frame)):
        return False
    if _is_in_name(frame) or frame.modifiers & load_heads().elsewhere:
        return False
    if head.lower in _AGAINST and (frame.determiner in _OWN or "'" in frame.modifiers or "'s" in frame.modifiers):
        return False
    if are_allies(frame) or (names_region(frame) and frame.determiner == "the"):
        return True
    if frame.states or frame.from_each or body_of(frame) is not None or _are_members(frame):
        return True
    goes_on = frame.behind > portfolio_end(frame.row.tokens, frame.head)
    of_others = _tag(frame.row, frame.behind) == "f" or goes_on or _is_narrowed(frame)
    if frame.modifiers & _UNNAMED or (members_of(frame) == "states" and "foreign" in frame.modifiers) or of_others:
        return False
    if frame.number is not None and frame.number > 1:
        return bool(frame.determiner) or frame.number < _MANY
    if frame.determiner in _POINTING:
        return frame.determiner == "both" or head.lower not in load_heads().unnumbered
    if frame.determiner in _OWN:
        return members_of(frame) != "states" or frame.word in ("country", "nation", "government", "counterpart")
    alone = not frame.determiner and frame.first == frame.head == 0
    return alone and head.lower in _ONLY_PLURAL and not frame.row.heading


_MANY = 4
"""From how many on a group without an article is of others than those in view: `seven members`."""


def _is_in_name(frame: Frame) -> bool:
    """Whether it is a part of a body's name: `the Conference of the Parties`, `the Joint Chiefs of Staff`."""
    if "joint" in frame.modifiers and frame.row.tokens[frame.head].id == "military":
        return True
    before = [token.lower for token in frame.row.tokens[max(0, frame.first - 2) : frame.first]]
    return frame.word == "party" and before in (["conference", "of"], ["meeting", "of"])


def body_of(frame: Frame) -> Token | None:
    """The body whose members a group is made of: `the EU member states`, `members of the G7`."""
    head = frame.row.tokens[frame.head]
    if head.lower not in MEMBERS and load_heads().groups.get(head.lower) is None:
        return None
    inside = frame.row.tokens[frame.first : frame.behind]
    return next((token for token in inside if token.tag == "B" and not is_of_state(token.id)), None)


_AGAINST = frozenset({"rivals", "foes", "adversaries"})
"""Groups that may be somebody's: `her rivals`, `the government's foes`."""


def _are_members(frame: Frame) -> bool:
    """`Member States`, of a body named before."""
    told = frame.determiner in ("the", "all", "our") or frame.row.tokens[frame.first].is_capital
    return told and "member" in frame.modifiers and members_of(frame) == "states" and frame.behind == frame.head + 1


def _members(frame: Frame, view: View) -> Naming | None:
    """The body of several states whose members are meant, by its name in the group or the last one named before."""
    body = body_of(frame)
    if body is not None:
        members = tuple(sorted(load_memberships().get(body.id, ())))
        if members and _members_are_told(frame, members, view):
            return Naming(span=frame.span, actors=members, kind=ActorKind.STATE, reason=_reason(members))
        return Naming(span=frame.span, actors=(body.id,), kind=ActorKind.BODY, name=body.text, reason="its members")
    if not _are_members(frame):
        return None
    known = (n for n in view.before(frame.span, (ActorKind.BODY,)) if not is_of_state(n.actors[0]))
    naming = next(known, None)
    return naming and replace(naming, span=frame.span, reason="its members")


def _members_are_told(frame: Frame, members: Sequence[ActorId], view: View) -> bool:
    """Whether states are meant, each of which the text names: `the countries of the group`."""
    told = frame.behind > frame.head + 1 or "member" in frame.modifiers
    return told and members_of(frame) == "states" and all(view.told[state] for state in members)


def _is_narrowed(frame: Frame) -> bool:
    """Whether countries are others than those in view: `the countries in the region`, `seven countries`."""
    if members_of(frame) != "states" or frame.word not in ("country", "nation", "state", "government"):
        return False
    if frame.number is not None:
        return frame.number > 2 and not frame.determiner
    after = frame.row.tokens[frame.behind].lower if frame.behind < len(frame.row.tokens) else ""
    return after in _NARROWING


_NARROWING = frozenset(
    {"in", "that", "which", "who", "whose", "where", "outside", "along", "around", "across", "including"}
)


def members_of(frame: Frame) -> str:
    """What the members of a group are: `states`, or the rank of the persons."""
    token = frame.row.tokens[frame.head]
    known = load_heads().groups.get(token.lower)
    if known is not None:
        return known
    return next(
        (kind for kind, ranks in RANKS.items() if token.id in ranks), token.id if token.tag == "H" else "states"
    )


def tie_group(frame: Frame, view: View) -> Naming | None:
    """The members of a group at this place; None where fewer than two are in view, or one state is named alone."""
    if not frame.states and (body_of(frame) or _are_members(frame)):
        return _members(frame, view)
    if are_allies(frame):
        return tie_allies(frame, view)
    if names_region(frame):
        return tie_region(frame)
    if frame.row.tokens[frame.head].lower in load_heads().plurals and (frame.states or frame.from_each):
        return _organs(frame, frame.states or view.parties(frame.span, frame.each))
    sent = tie_delegations(frame, view)
    if sent is not None:
        return sent
    kind = members_of(frame)
    listed = tie_listed(frame, view) if frame.row.tokens[frame.head].tag == "H" or frame.word == "counterpart" else None
    if listed is not None:
        return listed
    if kind not in ("states", *RANKS) and not frame.states:
        return None
    people = (ranked_people(frame, view, kind) or one_of_each(frame, view, kind)) if kind != "states" else ()
    if people:
        actors = tuple(person.id for person in people)
        return Naming(span=frame.span, actors=actors, kind=ActorKind.PERSON, reason=_reason(actors))
    gathered = tie_gathered(frame, view)
    if gathered is not None:
        return gathered
    both = frame.word == "korea" or ("north" in frame.modifiers and "KOR" in frame.states)
    koreas = ("KOR", "PRK") if both else ()
    states = koreas or frame.states or view.parties(frame.span, frame.each)
    states = states or _states_beside(frame, view)
    if not states or (len(states) < 2 and not frame.states):
        return None
    if len(states) == _PAIR and _are_offices(frame, kind):
        offices = tuple(office_id(frame, state) for state in states)
        return Naming(
            span=frame.span, actors=offices, kind=ActorKind.OFFICE, reason="the office of each, its holder unnamed"
        )
    return Naming(span=frame.span, actors=states, kind=ActorKind.STATE, reason=_reason(states))


_PAIR = 2
"""How many states a group of offices has; those of a longer list are gathered again as states."""


def _are_offices(frame: Frame, kind: str) -> bool:
    """Whether a group names one office that each of its states has: `the foreign ministers of both countries`."""
    told = len(frame.states) > 1 or frame.from_each
    return told and kind == "ministers" and frame.determiner in _POINTING and bool(portfolio_of(frame))


def _states_beside(frame: Frame, view: View) -> tuple[ActorId, ...]:
    """For persons of whom some are unnamed: the states of those in the nearest sentence that has just so many."""
    sentences = sorted({view.scene.sentence_of(naming.span) or naming.span for naming in view.tied[-8:]}, reverse=True)
    for sentence in sentences:
        inside = [naming for naming in view.tied[-8:] if sentence.holds(naming.span)]
        found = tuple(dict.fromkeys(state for n in inside for a in n.actors if (state := view.state_of(a)) is not None))
        if len(found) == (frame.number or 2):
            return found
    return ()


def _organs(frame: Frame, states: Sequence[ActorId]) -> Naming | None:
    """`the Kenyan and Ugandan navies`, `the parliaments of both countries`: a body of each state."""
    word = frame.row.tokens[frame.head].lower
    portfolio = " ".join(token.lower for token in frame.row.tokens[frame.first : frame.head] if token.tag == "M")
    slug = load_heads().plurals[word]
    found = [f"{state}/{slug}" if slug else ministry_id(state, portfolio) for state in states]
    if slug == "navy" and "royal" in frame.modifiers:
        found.append("GBR/royal-navy")
    actors = tuple(actor for actor in found if actor)
    return Naming(span=frame.span, actors=actors, kind=ActorKind.BODY, reason="one of each state") if actors else None


def _reason(actors: Sequence[ActorId]) -> str:
    states = load_states()
    names = " and ".join(states[actor].name if actor in states else actor for actor in actors)
    return f"group of {names}" if len(actors) > 1 else f"description of {names}"
