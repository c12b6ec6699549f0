"""To whom a deed is owed, as far as the text says.

The other party to a bilateral term is its creditor; terms that both owe jointly are owed to nobody but a third whom they help
or join; a party that a cap spares is owed restraint by the other.

    Spain will sell Peru two ships · Kenya assured Chad that it would · both will support Haiti

Who is only fought, feared or spoken of (`deterrence against X`, `X's attack`) is owed nothing.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Slot, Span, stated, unclear, unstated
from servanda.codebook.vocabulary import ActorKind, Firmness
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.foreign import places_of_states, states_in
from servanda.reading.commitments.lines import Line, Name
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]

_TELLING = frozenset(
    {"told", "tells", "assured", "assures", "assure", "promised", "promises", "promise", "informed", "informs", "inform"}
)  # fmt: skip
_RECEIVING = frozenset({"for", "to", "with", "supporting", "helping", "assisting", "aiding", "defending", "protecting"})
_HELPING = frozenset({"support", "help", "assist", "aid", "protect", "defend", "back", "train", "fund"})
_AWAY = frozenset(
    {
        "against",
        "from",
        "following",
        "after",
        "who",
        "whom",
        "which",
        "by",
        "costs",
        "sanctions",
        "prosecution",
        "dependence",
        "dependency",
        "reliance",
    }
)
_HOSTILE = frozenset(
    {"attack", "attacks", "aggression", "invasion", "war", "threat", "threats", "provocations", "coercion", "missiles", "sanctions", "occupation",
     "annexation", "assault", "assaults", "atrocities", "blockade", "bombardment", "brutality", "onslaught", "shelling", "strikes", "warfare"}
)  # fmt: skip
_WIDER = frozenset(
    {"region", "regional", "world", "global", "worldwide", "alliances", "multilateral", "africa", "asia", "europe", "countries", "neighbors",
     "neighbours", "international"}
)  # fmt: skip
_NEAR, _OWNED = 4, 7
_BUYING = frozenset(
    {"buy", "purchase", "acquire", "procure", "import", "order", "lease", "accept", "receive", "borrow"}
)
_OWNS = ("'s", "’s", "'", "’")
_GIVING = frozenset(
    {
        "support",
        "supporting",
        "aid",
        "assistance",
        "relief",
        "help",
        "helping",
        "humanitarian",
        "solidarity",
        "reconstruction",
        "recovery",
        "security",
    }
)
"""Words of a deed of several parties that is done for the one other state which it names."""
_RULES = frozenset(
    {"agreement", "agreements", "accord", "accords", "convention", "conventions", "declaration", "treaty", "protocol", "pact", "charter", "framework", "process",
     "standards", "parameters", "resolution", "resolutions", "rules", "norms", "guidelines", "principles", "arbitration", "climate"}
)  # fmt: skip
"""What a place or body gives its name to without being owed anything: `the Paris Agreement`, `United Nations standards`."""


def creditors_of(
    background: Background, promise: Promise, debtors: Slot[Actors], words: Span, deed: Deed
) -> Slot[Actors]:
    """To whom the deed is owed.

    Args:
        background: the document.
        promise: what a construction found.
        debtors: who is bound.
        words: the words of the deed.
        deed: the same as places in its sentence.
    """
    sides = {background.states.get(actor) or actor for actor in debtors.value or ()}
    if len(sides) > 1:
        return _third_in(background, promise, deed, sides) or stated((), debtors.spans, "both owe it jointly")
    parties = background.sides_at(words) or background.parties
    two = len(parties) == 2 and 0 < len(sides) < 2 and sides < set(parties)
    other = tuple(party for party in parties if party not in sides)
    if two and background.adopted:
        return stated(other, debtors.spans, "the other party")
    told = _told(background, promise, sides)
    if told is not None:
        return told
    named = _named_in(background, promise, words, sides)
    if named is not None:
        return named
    placed = _placed_in(background, promise.line, words, sides)
    if two and placed is None and _is_between_two(background, promise, deed, sides, other):
        return stated(other, debtors.spans, "the other of the two parties in view")
    return placed or _seller(background, promise.line, deed, sides) or unstated()


def _seller(background: Background, line: Line, deed: Deed, sides: set[ActorId]) -> Slot[Actors] | None:
    """From whom something is bought or taken: `will buy six trains from Spain`."""
    verb = load_acts().verbs.get(line.at(deed.first))
    if verb is None or verb.bare not in _BUYING:
        return None
    words = line.stretch(deed.first, deed.last)
    for state, place in places_of_states(background, words):
        first = line.reach(place)[0]
        before = first - 1 - (line.at(first - 1) in load_grammar().determiners)
        directly = "to" not in line.lower[deed.first + 1 : before]
        if line.at(before) == "from" and directly and state not in sides:
            return stated((state,), (place,), "from whom it is bought")
    return None


def reversed_slots(
    background: Background, debtors: Slot[Actors], sources: frozenset[ActorId] = frozenset()
) -> tuple[Slot[Actors], Slot[Actors]]:
    """Debtors and creditors of a cap: who "shall not be required" is owed restraint by the other party.

    Args:
        background: the document.
        debtors: who is spared or gets something.
        sources: the states from which one gets something, as the words have it.
    """
    spared = debtors.value or ()
    if spared and len(sources) == 1 and sources.isdisjoint(spared):
        return stated(tuple(sources), debtors.spans, "from whom it comes"), debtors
    other = tuple(party for party in background.parties if party not in spared)
    if not spared or len(other) + len(spared) != len(background.parties) or not other:
        return unclear("a cap binds the other party, and the text names none", debtors.spans), debtors
    return stated(other, debtors.spans, "a cap binds the other party"), debtors


def _third_in(background: Background, promise: Promise, deed: Deed, sides: set[ActorId]) -> Slot[Actors] | None:
    """The third party whom those bound together help or join: `both will continue to support Haiti`."""
    line = promise.line
    for name in line.names_in(deed.first, deed.last):
        others = _others(background, line.joined(name.first, deed.last), sides)
        before = name.first - 1 - (line.at(name.first - 1) in load_grammar().determiners)
        helped = line.at(before) in _RECEIVING or _helps(line, before)
        if (
            others
            and helped
            and not _is_hostile(line, deed.first, name)
            and not sides & set(_sides_of(background, name))
        ):
            return stated(others, (line.stretch(name.first, name.last),), "whom they help or join")
    return _helped_in(background, line, deed, sides)


def _helped_in(background: Background, line: Line, deed: Deed, sides: set[ActorId]) -> Slot[Actors] | None:
    """The one other state for which several parties give or help: `relief for the people of Haiti`, `the security of Chad`."""
    if _GIVING.isdisjoint(line.lower[deed.first : deed.first + _NEAR]):
        return None
    words = line.stretch(deed.first, deed.last)
    found = [(state, line.reach(span)) for state, span in places_of_states(background, words)]
    states = tuple(dict.fromkeys(state for state, _ in found))
    if len(states) != 1 or states[0] in sides or any(_is_against(line, deed.first, *place) for _, place in found):
        return None
    return stated(states, (words,), "whom they help or join")


def _helps(line: Line, at: int) -> bool:
    """Whether the verb at `at` helps whom stands behind it: `support`, `defends`; `support of` too."""
    at -= line.at(at) == "of"
    verb = load_acts().verbs.get(line.at(at))
    return line.at(at) in _HELPING or (verb is not None and verb.bare in _HELPING)


def _told(background: Background, promise: Promise, sides: set[ActorId]) -> Slot[Actors] | None:
    """Who was told or promised it, in front of the clause or behind its verb: `assured Chad that it would`."""
    line = promise.line
    starts = [
        span.start for span in (promise.head, promise.wording[0] if promise.wording else None) if span is not None
    ]
    if promise.wording and promise.wording[-1].of(background.scene.text).lower() in _TELLING:
        behind = line.reach(promise.wording[-1])[1]
        name = line.names.get(behind + (line.at(behind) == "the"))
        others = _others(background, line.joined(name.first, len(line.words)), sides) if name is not None else ()
        if name is not None and others and not name.owns and line.at(name.last) in {"to", "that"}:
            return stated(others, (line.stretch(name.first, name.last),), "to whom it was promised")
    for start in starts:
        at = next((n for n, word in enumerate(line.words) if word.span.start >= start), 0)
        at -= 1
        while line.at(at) in {"that", ","}:
            at -= 1
        name = line.ends.get(at)
        before = name.first - 1 - (line.at(name.first - 1) == "the") if name is not None else -1
        others = _others(background, name.actors, sides) if name is not None else ()
        if name is not None and others and line.at(before) in _TELLING:
            return stated(others, (line.stretch(name.first, name.last),), "to whom it was said")
    return None


def _named_in(background: Background, promise: Promise, words: Span, sides: set[ActorId]) -> Slot[Actors] | None:
    """The first other party that the deed names, with those joined to it."""
    line = promise.line
    first, last = line.reach(words)
    for name in line.names_in(first, last):
        apart = _is_hostile(line, first, name) or _is_described(line, first, name) or line.at(name.last) in _RULES
        if words.holds(line.stretch(name.first, name.last)) and not apart:
            others = _others(background, line.joined(name.first, last), sides)
            if others:
                return stated(others, (line.stretch(name.first, name.last),))
    return None


def _is_described(line: Line, first: int, name: Name) -> bool:
    """Whether a name only helps to describe a thing of the deed: `the month in which the bill reached Parliament`."""
    node, start = line.node(name.last - 1), line.words[first].span.start
    while node is not None and node.span.start > start:
        if node.relation == "acl" and (node.is_finite or line.tree.children(node, "nsubj")):
            return True
        node = line.tree.head(node)
    return False


def _is_hostile(line: Line, first: int, name: Name) -> bool:
    """Whether a party is fought, feared or only spoken of where it is named: `against Chad`, `Chad's attack`."""
    return _is_against(line, first, name.first, name.last)


def _is_against(line: Line, first: int, start: int, end: int) -> bool:
    before = line.lower[max(first, start - _NEAR) : start]
    reach = end + (_OWNED if line.at(end - 1).endswith(_OWNS) else _NEAR - 1)
    last = next((n for n in range(end, reach) if line.at(n) in load_grammar().prepositions), reach)
    return not _AWAY.isdisjoint(before) or not _HOSTILE.isdisjoint(line.lower[end:last])


def _placed_in(background: Background, line: Line, deed: Span, sides: set[ActorId]) -> Slot[Actors] | None:
    """The one other state that the deed names without naming it a party: `send nurses to Barbados`, `duties on Korean goods`.

    Who is fought or feared there is nobody's creditor, and then nobody is.
    """
    first = line.reach(deed)[0]
    placed = [(state, line.reach(span)) for state, span in places_of_states(background, deed)]
    found = [(state, place) for state, place in placed if state not in sides and line.at(place[1]) not in _RULES]
    others = tuple(dict.fromkeys(state for state, _ in found))
    if len(others) != 1 or any(_is_against(line, first, *place) for _, place in found):
        return None
    return stated(others, (deed,), "the only other state that the deed names")


def _is_between_two(background: Background, promise: Promise, deed: Deed, sides: set[ActorId], other: Actors) -> bool:
    """Whether a deed that names nobody is the other's of two parties: not a mere wish, nor one for the wider world or its own people.

    The other must be in view: in the paragraph, or at the head of the document, and in an official text no third state beside it.
    """
    line = promise.line
    first = min([deed.first, *(line.reach(span)[1] for span in promise.wording if line.span.holds(span))])
    if promise.firmness is Firmness.ASPIRED or not _WIDER.isdisjoint(line.lower[first : deed.last]):
        return False
    # A deed that names either of the two does so against it, or else it would be owed to that one.
    if states_in(background, line.stretch(deed.first, deed.last)) & {*sides, *other}:
        return False
    beside = background.scene.paragraph_of(line.span) or line.span
    if not background.official and background.home is None and _is_told_beside(background, line, beside, sides, other):
        return True
    if _third_near(background, line.span if background.official else beside, {*sides, *other}):
        return False
    head = background.scene.paragraphs[:2]
    places = (beside, *head)
    return any(set(other) & (background.sides_in(place) | states_in(background, place)) for place in places)


def _is_told_beside(background: Background, line: Line, beside: Span, sides: set[ActorId], other: Actors) -> bool:
    """Whether a report of two parties names the other in the paragraph, and no third state in its stead in the sentence."""
    told, near = ({*background.sides_in(place), *states_in(background, place)} for place in (beside, line.span))
    return bool(set(other) & told) and (bool(set(other) & near) or not near - sides)


def _third_near(background: Background, place: Span, two: set[ActorId]) -> bool:
    """Whether a state beside the two parties is named there, to which the deed may be owed as well."""
    return bool((background.sides_in(place) | states_in(background, place)) - two)


def _others(background: Background, actors: Actors, sides: set[ActorId]) -> Actors:
    """The sides behind actors, without those bound and without persons of no state."""
    found = dict.fromkeys(background.states.get(a) or a for a in actors if not _is_stateless(background, a))
    return tuple(side for side in found if side not in sides)


def _is_stateless(background: Background, actor: ActorId) -> bool:
    return background.kinds.get(actor) is ActorKind.PERSON and background.states.get(actor) is None


def _sides_of(background: Background, name: Name) -> list[ActorId]:
    return [background.states.get(actor) or actor for actor in name.actors]
