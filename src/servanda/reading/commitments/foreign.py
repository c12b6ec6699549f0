"""Whether a promise concerns another party: what a side does for itself alone is no commitment.

The text must name somebody else, as a party or only as where the goods, troops or envoys come from and go to: in
its paragraph in news, anywhere among its parties in an official text. Who no state, body or alliance stands behind (a company, a
person of no known office) binds no state.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind, Firmness
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.matching import Names
from servanda.lexicon.states import load_states
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise

_OBJECT_REACH = 7
_TERROR = frozenset({"terror", "terrorist", "terrorism"})
_AT_HOME = ("-party", "-committee", "-court")
"""How the ids of bodies end that bind no state."""
_PRIVATE = (
    "-group",
    "-company",
    "-front",
    "-club",
    "-league",
    "-foundation",
    "-university",
    "-airlines",
    "-airways",
    "-police",
    "-board",
    "-airport",
    "-force",
    "-forces",
    "task-force",
    "-dialogue",
    "-ship",
    "-ships",
    "-officials",
    "-official",
    "senior-administration",
    "-chamber-of-commerce",
    "chamber-of-commerce",
    "-council-affairs",
    "-affairs",
    "-association",
    "-union-of-workers",
)
_OF_A_STATE = ("national-", "federal-", "royal-")
"""How the ids of unknown bodies of no state end or begin that are companies, movements or offices of one state."""
_DUTIES = frozenset({"tariff", "tariffs", "sanctions", "embargo"})
_SEAS = (
    "Gulf of Guinea", "Gulf of Mexico", "Gulf of Oman", "Indian Ocean", "South China Sea", "East China Sea", "Sea of Japan", "Taiwan Strait", "Korean Peninsula", "Korea Strait",
    "British Columbia", "New Mexico", "Jordan Valley", "Jordan River", "Niger Delta", "Niger River", "Congo Basin", "Panama Canal", "Philippine Sea", "Mozambique Channel",
    "English Channel", "Irish Sea", "Norwegian Sea", "Indian Country", "American Samoa", "French Polynesia", "French Guiana",
)  # fmt: skip
_HOME_MATTERS = frozenset(
    {
        "curfew",
        "lockdown",
        "emergency",
        "referendum",
        "by-election",
        "candidacy",
        "crash",
        "charter",
        "budget",
        "census",
        "senate",
        "congressional",
        "impeachment",
        "reshuffle",
        "tax",
        "taxes",
    }
)


def concerns_another(background: Background, promise: Promise, debtors: tuple[ActorId, ...]) -> bool:
    """Whether another party than the debtors is concerned.

    Args:
        background: the document.
        promise: what a construction found.
        debtors: who is bound.
    """
    sides = {background.states.get(actor) or actor for actor in debtors}
    if not any(_is_party(background, actor) for actor in debtors) or (
        len(sides) == 1 and _is_armament(background, promise, sides)
    ):
        return False
    if _is_plot(promise) or (not background.adopted and len(sides) == 1 and _is_at_home(background, promise, sides)):
        return False
    if len(sides) > 1 or background.adopted or _is_of_several(sides):
        return True
    if (background.official or background.meets) and set(background.parties) - sides:
        return True
    beside = background.scene.paragraph_of(promise.line.span) or promise.line.span
    others = {s for s in background.sides_in(beside) if not s.endswith(_AT_HOME)} | states_in(background, beside)
    return bool(others - sides) or _is_abroad(promise)


def _is_party(background: Background, actor: ActorId) -> bool:
    """Whether an actor can bind a state or an alliance."""
    if background.kinds.get(actor) is ActorKind.PERSON:
        return False
    unknown = background.kinds.get(actor) is ActorKind.BODY and "/" not in actor and actor not in load_bodies()
    if unknown and (actor.endswith(_PRIVATE) or actor.startswith(_OF_A_STATE)):
        return False
    return not actor.endswith(_AT_HOME)


def _is_of_several(sides: set[ActorId]) -> bool:
    """Whether a body of several states is bound, whose deeds concern its members: `ECOWAS will continue the talks`."""
    return all(side in load_bodies() and "/" not in side for side in sides)


def _is_at_home(background: Background, promise: Promise, sides: set[ActorId]) -> bool:
    """Whether one side's deed is a matter of its own house, and names no other: `impose a curfew`."""
    line = promise.line
    head = line.reach(promise.head)[0] if promise.head is not None else None
    for deed in promise.deeds:
        first = deed.first if head is None or promise.rule != "agentless" else head
        opening = line.lower[first : deed.first + _OBJECT_REACH]
        if _HOME_MATTERS.isdisjoint(opening):
            return False
        stretch = line.stretch(deed.first, deed.last)
        if (background.sides_in(stretch) | states_in(background, stretch)) - sides:
            return False
    return True


def _is_armament(background: Background, promise: Promise, sides: set[ActorId]) -> bool:
    """Whether a side arms itself: `develop its missiles`, `enrich uranium`, but not `buy its missiles from Norway`."""
    grammar, words = load_grammar(), promise.line.lower
    for deed in promise.deeds:
        bought = "from" in words[deed.first : deed.last]
        if bought and states_in(background, promise.line.stretch(deed.first, deed.last)) - sides:
            continue
        stretch = set(words[deed.first : deed.last])
        if (
            stretch & grammar.arms
            and stretch & grammar.arming
            and stretch & {"its", "their", "own", "uranium", "tests"}
        ):
            return True
    return False


def _is_plot(promise: Promise) -> bool:
    """Whether an attack is planned or approved, or terror carried on: a deed against another, which nobody promised."""
    words = promise.line.lower
    first = promise.deeds[0].first
    if not _TERROR.isdisjoint(words[first : first + 6]) and words[first] in load_grammar().waging:
        return True
    planned = promise.rule == "pledge-noun" or promise.firmness is Firmness.BINDING
    return planned and not load_grammar().attacking.isdisjoint(words[first : first + 4])


def _is_abroad(promise: Promise) -> bool:
    """Whether the deed itself is about others whom it does not name: allies, refugees, a fact sheet."""
    words = promise.line.lower
    theirs = load_grammar().abroad | load_grammar().deals | _DUTIES
    return any(not theirs.isdisjoint(words[deed.first : deed.last]) for deed in promise.deeds)


def places_of_states(background: Background, span: Span) -> list[tuple[ActorId, Span]]:
    """The same states, each with its place; none for a sea or strait that only bears a state's name."""
    found = _names_and_seas().find(span.of(background.scene.text))
    return [(state, Span(span.start + place.start, span.start + place.end)) for place, state in found if state]


def states_in(background: Background, span: Span) -> frozenset[ActorId]:
    """The states that a stretch names in whatever way: `Argentine wheat` and `from Mexico` too."""
    return frozenset(state for _, state in _names().find(span.of(background.scene.text)))


def sources_of(background: Background, promise: Promise) -> frozenset[ActorId]:
    """The states behind `from` in what a party receives; none for a cap."""
    if promise.rule != "benefit":
        return frozenset()
    line, deed = promise.line, promise.deeds[0]
    behind = next((at for at in range(deed.first, deed.last) if line.at(at) == "from"), deed.last)
    return states_in(background, line.stretch(behind, deed.last)) if behind < deed.last else frozenset()


@cache
def _names_and_seas() -> Names[ActorId]:
    return Names({**_names().table, **dict.fromkeys(_SEAS, "")})


@cache
def _names() -> Names[ActorId]:
    table = {
        name: state.id
        for state in load_states().values()
        for name in (
            state.name,
            *state.names,
            *state.adjectives,
            *(f"{one}s" for one in state.adjectives if one.endswith("n")),
            *state.capitals,
            *state.seats,
        )
        if len(name) > 1
    }
    return Names(table)
