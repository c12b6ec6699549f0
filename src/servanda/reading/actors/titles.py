"""Persons by their title alone: `the minister`, `the US envoy`, `the Italian foreign minister`, and the office unnamed.

The bearer is a person of the document whose titles allow the words, else the known holder of the office on the day,
else the office itself.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import Holder
from servanda.reading.actors.bearers import chosen_of, fits, phrase_of
from servanda.reading.actors.complements import is_of_state
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.incumbents import holder_of
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.office_ids import office_id
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View

_SAID = frozenset(
    {"said", "noted", "stated", "announced", "explained", "emphasized", "stressed", "told", "put", "says"}
)
"""Verbs before which `as` begins a clause: `as the president said`."""
_PREDICATES = frozenset(
    {"as", "for", "running", "became", "become", "becomes", "elected", "appointed", "named", "nominated", "inaugurated"}
)


def tie_spokesperson(frame: Frame, view: View) -> Naming | None:
    """`a Foreign Office spokesman`, `a spokesman for the ministry`: the body itself speaks; and again where `the spokesman` goes on, whom nobody names."""
    if frame.row.tokens[frame.head].id != "spokesperson":
        return None
    tokens, after = frame.row.tokens, frame.head + 1
    told = tokens[frame.first : frame.head]
    if after < frame.behind and tokens[after].tag in "fr" and frame.determiner:
        told = tokens[frame.first : frame.behind]
    body = next((token for token in told if token.tag == "B"), None)
    if body is not None:
        return Naming(span=frame.span, actors=(body.id,), kind=ActorKind.BODY, name=body.text, reason=_SPOKESPERSON)
    named = any("spokesperson" in office.ranks for person in view.people for office in person.offices)
    of_another = tokens[after : after + 1] and tokens[after].tag in "fr"
    if named or frame.determiner != "the" or frame.head - frame.first > 1 or of_another:
        return None
    known = next((naming for naming in reversed(view.tied) if naming.reason == _SPOKESPERSON), None)
    return known and replace(known, span=frame.span)


_SPOKESPERSON = "its spokesperson"


def tie_office(frame: Frame, view: View) -> Naming | None:
    """`the minister`, `the US envoy`, `the Italian foreign minister`: the person who holds it, else the office."""
    several = frame.word != frame.row.tokens[frame.head].lower
    if frame.office is None or several or frame.row.tokens[frame.head].tag != "H":
        return None
    if (
        not _is_definite(frame)
        or _is_of_another(frame)
        or _describes(frame, view)
        or frame.modifiers & load_heads().elsewhere
    ):
        return None
    fitting = [person for person in view.people_before(frame.span) if fits(person, frame, view)]
    if not fitting and frame.office.state is not None:
        fitting = [person for person in view.people if fits(person, frame, view) and person.state]
    if frame.determiner in ("his", "her"):
        fitting = [person for person in fitting if person not in view.people_before(frame.span)[:1]]
    incumbent = _incumbent(frame, view) if frame.office.state and not any(person.state for person in fitting) else None
    chosen = None if incumbent else chosen_of(fitting, frame, view)
    if chosen is not None:
        return Naming(
            span=frame.span, actors=(chosen.id,), kind=ActorKind.PERSON, name=" ".join(chosen.name), reason="title"
        )
    return incumbent or _incumbent(frame, view)


def _describes(frame: Frame, view: View) -> bool:
    """Whether a word that may be a title only describes the noun behind it: `the general census`, `the chief cause`."""
    head = frame.row.tokens[frame.head]
    after = frame.row.tokens[frame.behind : frame.behind + 1]
    if head.lower not in _ADJECTIVES or head.is_capital or not after or after[0].tag != "w":
        return False
    node = view.scene.tree(frame.row.span).at(head.span.start)
    return node is not None and node.relation in {"amod", "compound"}


_ADJECTIVES = frozenset(
    {"general", "representative", "official", "principal", "chief", "head", "fellow", "expert", "judge", "major"}
)


def _is_of_another(frame: Frame) -> bool:
    """Whether it is that of something else than a state: `the mayor of Bergen`, `the ISIS leader`."""
    tokens = frame.row.tokens
    if any(token.tag == "B" and not is_of_state(token.id) for token in tokens[frame.first : frame.head]):
        return True
    return frame.behind + 1 < len(tokens) and tokens[frame.behind].tag == "f"


def _incumbent(frame: Frame, view: View) -> Naming | None:
    """The known holder, where the state is given, or is the one whose own text this is."""
    if frame.office is None or frame.owner is not None or _is_foreign_in_official(frame, view):
        return None
    state = frame.office.state[0] if frame.office.state else view.home
    holder = (
        holder_of(frame.office, state, view.day, phrase_of(frame), view.scene.register)
        if state
        else _monarch(frame, view)
    )
    if holder is None:
        return None
    state = holder.state
    # Where the text names the holder, be it later, the name is spelt as there.
    named = next((one for one in view.people if one.holder is not None and one.holder.name == holder.name), None)
    person = named or Person(tuple(holder.name.split()), holder=holder, learned=[frame.office])
    view.meet(person)
    return Naming(
        span=frame.span,
        actors=(person.id,),
        kind=ActorKind.PERSON,
        name=holder.name,
        reason=f"{holder.office} at the time",
        state=state,
        state_span=frame.span,
        office=frame.office.span,
    )


def _is_foreign_in_official(frame: Frame, view: View) -> bool:
    """Whether an official text speaks of another state's office whose holder it names nowhere: it means the office."""
    official = view.scene.document.kind is not DocumentKind.NEWS
    told = frame.office is not None and frame.office.state is not None and frame.office.state[0] != view.home
    return official and told and frame.determiner == "the" and frame.behind > frame.head + 1


def _monarch(frame: Frame, view: View) -> Holder | None:
    """`the Queen` of the nearest state that has one: an office that few states have needs no name of a state."""
    if frame.office is None or frame.word not in _MONARCHS or frame.determiner != "the" or frame.head - frame.first > 1:
        return None
    near = dict.fromkeys((*view.states_before(frame.span), *view.told))
    found = (holder_of(frame.office, state, view.day, phrase_of(frame), view.scene.register) for state in near)
    return next((holder for holder in found if holder is not None), None)


_MONARCHS = frozenset({"king", "queen", "emperor", "sultan", "emir", "crown prince"})


def tie_office_alone(frame: Frame, view: View) -> Naming | None:
    """`the Kenyan ambassador to Norway`, whom the document never names: the office itself."""
    office = frame.office
    if (
        office is None
        or office.state is None
        or not frame.determiner
        or not _is_definite(frame)
        or frame.owner is not None
    ):
        return None
    if not office.ranks & _ACTING_RANKS:
        return None
    state, state_span = office.state
    return Naming(
        span=frame.span,
        actors=(office_id(frame, state),),
        kind=ActorKind.OFFICE,
        name=frame.span.of(view.scene.text),
        reason="the office, its holder unnamed",
        state=state,
        state_span=state_span,
        office=office.span,
    )


_ACTING_RANKS = frozenset({"leader", "minister", "envoy", "adviser", "spokesperson", "military"})


def _is_definite(frame: Frame) -> bool:
    """With an article or a state before it, and not as a predicate ("was elected president")."""
    tokens = frame.row.tokens
    before = tokens[frame.first - 1].lower if frame.first else ""
    if frame.first and tokens[frame.first - 1].tag == "R":
        return False
    after = tokens[frame.behind] if frame.behind < len(tokens) else None
    if after is not None and (after.tag in "NH" or after.text == "-") and not frame.row.heading:
        return False
    if after is not None and after.is_capital and frame.word == "official" and frame.behind == frame.head + 1:
        return False
    if before == "as" and frame.determiner == "the" and after is not None and after.lower in _SAID:
        return True
    if frame.determiner:
        said = before not in _PREDICATES or (before == "for" and frame.determiner != "a")
        return frame.determiner in ("the", "our", "his", "her", "their", "that", "this") and said
    listed = not frame.states and before in (",", "(", "and", "&")
    return before not in _PREDICATES and not listed and bool(frame.states or tokens[frame.first].is_capital)
