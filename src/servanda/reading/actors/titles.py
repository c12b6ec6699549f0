"""Persons by their title alone: `the minister`, `the US envoy`, `the Italian foreign minister`, and the office unnamed.

The bearer is a person of the document whose titles allow the words, else the known holder of the office on the day,
else the office itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.lexicon.holders import Holder, slug_of
from servanda.lexicon.offices import is_office
from servanda.reading.actors.frames import Frame, is_of_state
from servanda.reading.actors.incumbents import holder_of
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.offices import Office, singular
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
    """`a Foreign Office spokesman`: the body itself speaks; and again where `the spokesman` goes on, whom nobody names."""
    if frame.row.tokens[frame.head].id != "spokesperson":
        return None
    body = next((t for t in frame.row.tokens[frame.first : frame.head] if t.tag == "B"), None)
    if body is not None:
        return Naming(span=frame.span, actors=(body.id,), kind=ActorKind.BODY, name=body.text, reason=_SPOKESPERSON)
    named = any("spokesperson" in office.ranks for person in view.people for office in person.offices)
    if named or frame.determiner != "the" or frame.head - frame.first > 1:
        return None
    known = next((naming for naming in reversed(view.tied) if naming.reason == _SPOKESPERSON), None)
    return known and replace(known, span=frame.span)


_SPOKESPERSON = "its spokesperson"


def tie_office(frame: Frame, view: View) -> Naming | None:
    """`the minister`, `the US envoy`, `the Italian foreign minister`: the person who holds it, else the office."""
    several = frame.word != frame.row.tokens[frame.head].lower
    if frame.office is None or several or frame.row.tokens[frame.head].tag != "H":
        return None
    if not _is_definite(frame) or _is_of_another(frame) or _describes(frame, view):
        return None
    fitting = [person for person in view.people_before(frame.span) if _fits(person, frame, view)]
    if not fitting and frame.office.state is not None:
        fitting = [person for person in view.people if _fits(person, frame, view) and person.state]
    if frame.determiner in ("his", "her"):
        fitting = [person for person in fitting if person not in view.people_before(frame.span)[:1]]
    incumbent = _incumbent(frame, view) if frame.office.state and not any(person.state for person in fitting) else None
    chosen = None if incumbent else _chosen(fitting, frame, view)
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
        holder_of(frame.office, state, view.day, _phrase(frame), view.scene.register)
        if state
        else _monarch(frame, view)
    )
    if holder is None:
        return None
    state = holder.state
    view.meet(Person(tuple(holder.name.split()), holder=holder, learned=[frame.office]))
    return Naming(
        span=frame.span,
        actors=(slug_of(holder.name.split()),),
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
    found = (holder_of(frame.office, state, view.day, _phrase(frame), view.scene.register) for state in near)
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
    words = [
        t.text
        for t in frame.row.tokens[frame.first : frame.behind]
        if t.tag in "HMtrc" or (t.tag == "S" and t.id != state)
    ]
    return Naming(
        span=frame.span,
        actors=(f"{state}/{slug_of(' '.join(words).split())}",),
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
    if before == "as" and frame.determiner == "the" and after is not None and after.lower in _SAID:
        return True
    if frame.determiner:
        return frame.determiner in ("the", "our", "his", "her", "their", "that", "this") and before not in _PREDICATES
    listed = not frame.states and before in (",", "(", "and", "&")
    return before not in _PREDICATES and not listed and bool(frame.states or tokens[frame.first].is_capital)


def _fits(person: Person, frame: Frame, view: View) -> bool:
    """Whether a person's titles allow the description, or the office that the person is known to hold on the day."""
    if frame.office is None:
        return False
    asked, state = frame.office, person.state[0] if person.state else None
    if asked.state is not None and state is not None and state != asked.state[0]:
        return False
    if any(_is_same(frame, office) and _same_portfolio(asked.words, office.words) for office in person.offices):
        return True
    holder = person.holder
    held = holder is not None and (view.day is None or holder.held_on(view.day))
    return held and holder is not None and asked.is_full and is_office(_phrase(frame), holder.office)


def _phrase(frame: Frame) -> str:
    """The words of the title alone: `foreign minister` of `the Italian foreign minister`."""
    tokens = frame.row.tokens[frame.first : frame.head + 1]
    return singular(" ".join(token.lower for token in tokens if token.tag in "MH"))


def _is_same(frame: Frame, office: Office) -> bool:
    """Whether the head names this office: in its words, or by its rank where it names no one office (`the envoy`)."""
    asked = frame.office
    if asked is None or asked.is_full != office.is_full:
        return False
    words = frozenset(_SPELT.get(word, word) for word in office.words)
    if frame.word == "diplomat" and frame.modifiers & {"top", "chief"}:
        return "minister" in office.ranks and bool(words & {"foreign", "state"})
    if all(_SPELT.get(word, word) in words for word in frame.word.split()):
        return True
    if frame.word in _DIPLOMATS and office.ranks & {"envoy", "minister"}:
        return "envoy" in office.ranks or bool(words & {"foreign", "state"})
    return frame.word in _OF_A_RANK and bool(asked.ranks & office.ranks)


_SPELT = {
    "advisor": "adviser",
    "counsellor": "counselor",
    "premier": "minister",
    "pm": "minister",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "secretary-general": "general",
    "chief": "head",
    "director": "head",
    "defence": "defense",
}
"""Words of titles that go by several names."""
_DIPLOMATS = frozenset({"diplomat", "envoy"})
_OF_A_RANK = frozenset(
    {
        "leader",
        "ruler",
        "envoy",
        "diplomat",
        "negotiator",
        "representative",
        "minister",
        "official",
        "aide",
        "adviser",
        "advisor",
        "commander",
        "general",
        "lawmaker",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "legislator",
        "analyst",
        "expert",
        "scholar",
        "researcher",
    }
)
"""Heads that name a rank and no one office."""


_PORTFOLIOS = frozenset(
    {
        "foreign",
        "defense",
        "defence",
        "trade",
        "finance",
        "interior",
        "home",
        "energy",
        "prime",
        "state",
        "health",
        "justice",
        "war",
    }
)


def _same_portfolio(asked: frozenset[str], known: frozenset[str]) -> bool:
    wanted = {word for phrase in asked for word in phrase.split()} & _PORTFOLIOS
    return all(word in known or {"defense": "defence", "defence": "defense"}.get(word) in known for word in wanted)


def _chosen(fitting: Sequence[Person], frame: Frame, view: View) -> Person | None:
    """The one who fits; of several, the one of the last speaker's state, else the one named last."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    near = view.people_before(frame.span)
    speaker = near[0] if near else None
    if speaker is not None and speaker not in fitting and speaker.state is not None:
        own = [person for person in fitting if person.state and person.state[0] == speaker.state[0]]
        if len(own) == 1:
            return own[0]
    if view.home is not None:
        own = [person for person in fitting if person.state and person.state[0] == view.home]
        if len(own) == 1 and not frame.states:
            return own[0]
    return fitting[0]
