"""Who takes part as the subject of the clause in which an occasion is named: those who held, waged, attended or hosted it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Reading
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.standings import load_standing_words
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.roles import named_at
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

_WORDS = load_standing_words()
_OWN = re.compile(r"\b(?P<who>I|[Ww]e)\s(?:\w+\s){0,3}\Z")
AND = re.compile(r"\s*(?:,|and|&|,\sand)\s+(?:the\s)?|\s*,\s*")
"""What stands between two names of one row."""
_WAGING = frozenset(
    form
    for verb in (
        "launch",
        "begin",
        "start",
        "carry",
        "conduct",
        "stage",
        "mount",
        "order",
        "wage",
        "perpetrate",
        "make",
    )
    for form in forms_of(verb)
)
_RECEIVING = frozenset(
    form
    for verb in ("join", "meet", "welcome", "host", "receive", "greet", "accompany", "tell", "assure")
    for form in forms_of(verb)
)
_HOSTING = frozenset(
    form
    for verb in ("host", "mediate", "broker", "chair", "facilitate", "convene", "moderate")
    for form in forms_of(verb)
)
_ATTENDING = frozenset(
    form
    for verb in (
        "attend",
        "join",
        "participate",
        "address",
        "fly",
        "travel",
        "arrive",
        "speak",
        "meet",
        "gather",
        "chair",
    )
    for form in forms_of(verb)
)
_AT = frozenset({"at", "during"})
_MAKING = frozenset(
    form for verb in ("sign", "make", "deliver", "give", "hold", "raise", "present") for form in forms_of(verb)
)
# Who supports or hopes for talks takes no part in them.
_STANCES = frozenset(
    [
        "support",
        "appreciation",
        "call",
        "calls",
        "need",
        "hope",
        "hopes",
        "proposal",
        "importance",
        "prospects",
        "efforts",
        "gratitude",
        "concern",
        "opposition",
    ]
)


def is_led_with(sighting: Sighting) -> bool:
    """Whether those named are only whom somebody else met (`held talks with Berg and Ruto`)."""
    stretch, nominal = sighting.stretch, sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.CONSULT:
        return False
    if not stretch.scene.text[nominal.head.end : nominal.span.end].startswith(" with "):
        return False
    return not any(nominal.span.start <= m.span.start < nominal.head.start for m in stretch.mentions)


def is_hosted(sighting: Sighting) -> bool:
    """Whether somebody holds it for others, and takes part as their host (`Oslo hosted talks between …`)."""
    nominal, tree = sighting.nominal, sighting.stretch.scene.tree(sighting.stretch.span)
    head = _outermost(tree, tree.at(nominal.head.end - 1)) if nominal is not None else None
    return head is not None and head.relation == "obj" and tree.predicate(head).lower in _HOSTING


def is_attended(sighting: Sighting) -> bool:
    """Whether the clause says who came to the assembly of a body (`Berg attended the NATO summit`, `Berg said at the NATO summit`)."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.end - 1) if sighting.nominal is not None else None
    if head is None:
        return False
    at = any(case.lower in _AT for case in tree.children(head, "case"))
    # A tree may hang the scene on what was signed there.
    there = head.relation == "obl" or (head.relation == "nmod" and tree.predicate(head).lower in _MAKING)
    return (at and there) or tree.predicate(head).lower in _ATTENDING


def subjects_of(sofar: Reading, sighting: Sighting, known: list[Referent]) -> list[Referent]:
    """The subject of the clause in which the noun stands, or whoever a passive names as its agent."""
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    if sighting.nominal is None:
        return []
    own = _OWN.search(text[stretch.span.start : sighting.span.start])
    if own is not None and own.group("who").lower() == "we":
        return []
    tree = stretch.scene.tree(stretch.span)
    head = _outermost(tree, tree.at(sighting.nominal.head.end - 1))
    if head is None:
        return []
    verb = tree.predicate(head)
    if known and verb.lower in _HOSTING and (thanked := _thanked(stretch, verb)):
        return thanked
    if any(one.lower in _STANCES for one in tree.above(head)):
        return []
    greeted = verb.lower in _WORDS.welcomes and head.relation == "obj" and sighting.gathering.family != "visit"
    if verb.lower in _WORDS.praises or greeted:
        return []
    if sighting.gathering.type is EventType.ASSAULT and (verb.lower not in _WAGING or head.relation != "obj"):
        return []
    doers = tree.agents(verb) if tree.is_passive(verb) else tree.subjects(verb)
    if verb.lower in _RECEIVING:
        doers = (*doers, *tree.children(verb, "obj"), *_met_with(tree, verb))
    taken = {actor for referent in known for actor in referent.actors}
    return [
        one
        for doer in doers
        if not sighting.span.holds(doer.span)
        for one in named_at(stretch, sofar, tree, doer)
        if not set(one.actors) & taken
    ]


def _thanked(stretch: Stretch, verb: Node) -> list[Referent]:
    """Whoever is thanked or praised for hosting: `thanked Oman and Qatar [for hosting] the talks`."""
    text = stretch.scene.text
    leading = text[stretch.span.start : verb.span.start].removesuffix("jointly ")
    if not leading.endswith(" for "):
        return []
    row: list[Referent] = []
    reached = stretch.span.start + len(leading) - len(" for ")
    for one in reversed([m for m in stretch.mentions if m.span.end <= reached]):
        if one.span.end != reached and (not row or not AND.fullmatch(text, one.span.end, reached)):
            break
        row.append(one)
        reached = one.span.start
    return row[::-1]


def _met_with(tree: Tree, verb: Node) -> Iterator[Node]:
    """Those behind "with": `will meet [with Ruto] for talks`."""
    return (one for one in tree.children(verb, "obl") if any(c.lower == "with" for c in tree.children(one, "case")))


def _outermost(tree: Tree, head: Node | None) -> Node | None:
    """The noun that the clause has for the occasion: `a round of talks` stands for the talks."""
    while head is not None and head.relation == "nmod" and any(c.lower == "of" for c in tree.children(head, "case")):
        head = tree.head(head)
    return head
