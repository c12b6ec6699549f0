"""Descriptions of one actor: `the Kenyan government`, `the country`, `the US envoy`, `the minister`, `the ministry`.

They are tied in text order, to what was named before them; where two candidates remain, to none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.lexicon.states import load_states
from servanda.reading.actors.factions import tie_faction
from servanda.reading.actors.frames import Frame, frame_at
from servanda.reading.actors.incumbents import government_of, holder_of
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.persons import Person
from servanda.reading.actors.tags import Row, Token
from servanda.reading.actors.views import View

_COUNTRY = frozenset({"country", "nation", "kingdom", "republic", "regime", "state"})
_HALVES = {"north": "PRK", "south": "KOR"}
_PREDICATES = frozenset(
    {"as", "for", "running", "became", "become", "becomes", "elected", "appointed", "named", "nominated", "inaugurated"}
)


def description_frames(row: Row) -> list[Frame]:
    """The descriptions of single actors in a sentence, not yet tied."""
    return [frame_at(row, at) for at, token in enumerate(row.tokens) if _is_head(row, at, token)]


def _is_head(row: Row, at: int, token: Token) -> bool:
    if token.tag == "H":
        return True
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    before = row.tokens[at - 1] if at else None
    if before is not None and before.tag == "N" and token.lower in ("administration", "government", "regime"):
        return True
    if after is not None and (after.tag == "H" or after.lower in load_heads().state) and token.lower not in _HALVES:
        return False
    if token.lower in _HALVES:
        return (
            token.is_capital
            and before is not None
            and (before.lower == "the" or row.heading)
            and (after is None or after.tag not in "NMSAKHBx")
        )
    return (
        token.lower in load_heads().state
        or token.lower in _COUNTRY
        or token.lower in load_heads().factions
        or (token.lower in load_heads().named_before and token.tag != "B")
    )


def tie_description(frame: Frame, view: View) -> Naming | None:
    """Whom a description means at this place."""
    for rule in (_half, tie_faction, _own_state, _country, _spokesperson, _office, _body, _office_alone):
        naming = rule(frame, view)
        if naming is not None:
            return naming
    return None


def _half(frame: Frame, view: View) -> Naming | None:
    """`the North`, where Korea is in view."""
    state = _HALVES.get(frame.row.tokens[frame.head].lower)
    if state is None or frame.row.tokens[frame.head].tag == "H":
        return None
    return _state(frame, state, "half of Korea") if view.actors & {"KOR", "PRK"} else None


def _own_state(frame: Frame, view: View) -> Naming | None:
    """`the Kenyan government`, `the government of Kenya`, `Ruto's government`, `our Kenyan allies`."""
    if frame.row.tokens[frame.head].lower not in load_heads().state:
        return None
    if len(frame.states) == 1:
        return _state(frame, frame.states[0], "description of its government")
    if frame.owner is not None and frame.determiner not in ("a", "an"):
        owner = frame.owner.text.partition("-")[0] if "-" in frame.owner.text else frame.owner.text
        person = next((p for p in view.people if owner in p.forms), None)
        state = (person.state[0] if person and person.state else None) or (view.home if person else None)
        state = state or government_of(owner, view.day)
        return _state(frame, state, f"government of {frame.owner.text}") if state else None
    return _same_administration(frame, view)


def _same_administration(frame: Frame, view: View) -> Naming | None:
    """`the administration`, behind one that was called so with a name: `the Berg administration`."""
    if frame.word != "administration" or frame.determiner != "the" or frame.head - frame.first != 1:
        return None
    known = (n for n in reversed(view.tied) if n.span.of(view.scene.text).lower().endswith("administration"))
    naming = next(known, None)
    return _state(frame, naming.actors[0], "the administration named before") if naming else None


def _country(frame: Frame, view: View) -> Naming | None:
    """`the country`: the state named last before it, the subject of its clause first; `our country` is the speaker's."""
    if frame.word not in _COUNTRY or frame.states or frame.word == "state":
        return None
    if frame.determiner not in ("the", "our", "that", "this", "his", "her", "their") or frame.head - frame.first > 1:
        return None
    if frame.determiner in ("our", "his", "her"):
        people = view.people_before(frame.span)
        state = people[0].state[0] if people and people[0].state else None
        return _state(frame, state, f"country of {' '.join(people[0].name)}") if state else None
    near = view.states_before(frame.span)
    if frame.word == "regime":
        friends = {*view.parties(frame.span, None), view.home}
        others = Counter(state for state in near if state not in friends)
        return _state(frame, others.most_common(1)[0][0], "the adversary named most") if others else None
    return _state(frame, near[0], "the state named before it") if near else None


def _spokesperson(frame: Frame, view: View) -> Naming | None:  # noqa: ARG001
    """`a Foreign Office spokesman`: the body itself speaks."""
    if frame.row.tokens[frame.head].id != "spokesperson":
        return None
    body = next((t for t in frame.row.tokens[frame.first : frame.head] if t.tag == "B"), None)
    if body is not None:
        return Naming(
            span=frame.span, actors=(body.id,), kind=ActorKind.BODY, name=body.text, reason="its spokesperson"
        )
    return None


def _office(frame: Frame, view: View) -> Naming | None:
    """`the minister`, `the US envoy`, `the Italian foreign minister`: the person who holds it, else the office."""
    several = frame.word != frame.row.tokens[frame.head].lower
    if frame.office is None or several or not _is_definite(frame) or _is_of_another(frame):
        return None
    fitting = [person for person in view.people_before(frame.span) if _fits(person, frame)]
    if not fitting and frame.office.state is not None:
        fitting = [person for person in view.people if _fits(person, frame) and person.state]
    chosen = _chosen(fitting, frame, view)
    if chosen is not None:
        return Naming(
            span=frame.span, actors=(chosen.id,), kind=ActorKind.PERSON, name=" ".join(chosen.name), reason="title"
        )
    return _incumbent(frame, view)


def _is_of_another(frame: Frame) -> bool:
    """Whether it goes on `of` something that is no state or known body: `the mayor of Bergen`, `the head of the firm`."""
    tokens = frame.row.tokens
    return frame.behind + 1 < len(tokens) and tokens[frame.behind].tag == "f"


def _incumbent(frame: Frame, view: View) -> Naming | None:
    """The known holder, where the state is given, or is the one whose own text this is."""
    if frame.office is None or frame.owner is not None:
        return None
    state = frame.office.state[0] if frame.office.state else view.home
    holder = holder_of(frame.office, state, view.day) if state else None
    if holder is None:
        return None
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


def _office_alone(frame: Frame, view: View) -> Naming | None:
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
    if frame.determiner:
        return frame.determiner in ("the", "our", "his", "her", "their", "that", "this") and before not in _PREDICATES
    return before not in _PREDICATES and bool(frame.states or tokens[frame.first].is_capital)


def _fits(person: Person, frame: Frame) -> bool:
    """Whether a person's titles allow the description: the same office, or the same rank with nothing against it."""
    if frame.office is None:
        return False
    asked, state = frame.office, person.state[0] if person.state else None
    if asked.state is not None and state is not None and state != asked.state[0]:
        return False
    word = frame.word.split(" ")[-1]
    for office in person.offices:
        same = word in office.words or (asked.ranks & office.ranks and not _names_office(frame))
        if same and asked.is_full == office.is_full and _same_portfolio(asked.words, office.words):
            return True
    return False


def _names_office(frame: Frame) -> bool:
    """Whether the head names one office, which another of that rank is not: a president is no prime minister."""
    return frame.word in (
        "president",
        "prime minister",
        "king",
        "queen",
        "chancellor",
        "premier",
        "emperor",
        "secretary",
        "minister",
        "commissioner",
    )


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


def _body(frame: Frame, view: View) -> Naming | None:
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


def _state(frame: Frame, state: ActorId | None, reason: str) -> Naming | None:
    if state is None or state not in load_states():
        return None
    return Naming(span=frame.span, actors=(state,), kind=ActorKind.STATE, name=load_states()[state].name, reason=reason)
