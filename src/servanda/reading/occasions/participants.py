"""Who takes part in an occasion: persons where they are named, else states and bodies.

A visit's destination is its place only. A possessive pronoun and "the two leaders" are worked out, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.codebook import NARRATOR, Actor, ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, EventType, OccasionKind
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.names import load_names
from servanda.lexicon.standings import load_standing_words
from servanda.reading.actors.references import Referent, mentions_in, parties_in_view, refer, state_of
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.circumstances import is_beside
from servanda.reading.occasions.delegations import companions_of, delegation_in
from servanda.reading.occasions.hosts import hosts_of, listed_behind, states_in
from servanda.reading.occasions.officials import UNNAMED
from servanda.reading.occasions.roles import named_at
from servanda.reading.occasions.sightings import Cast, Part, Sighting
from servanda.reading.statements.authors import author_of, authors_of
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

_WORDS = load_standing_words()
_NAMES = load_names()
_PRONOUN = re.compile(r"(?:his|her|their|our|its|my)\b", re.IGNORECASE)
_SUBJECT_PRONOUN = re.compile(r"(?:they|he|she|we|i)\b", re.IGNORECASE)
_SITE = re.compile(r"\b(?:in|at|near)\s(?:the\s)?\Z")
_GOAL = re.compile(r"\b(?:to|in|for|visit\w*)\s(?:the\s)?\Z")
_GOALS = re.compile(r"\b(?:to|in)\s")
_SPOKEN_AT = re.compile(
    r"\b(?:[Rr]emarks|[Aa]ddress|[Ss]peech|[Ss]tatement)\s(?:by|of)\s.{3,80}?\s(?:at|to|during)\s(?:the\s)?\Z"
)
_WRITTEN_ON = re.compile(
    r"\b(?:[Ss]tatement|[Rr]emarks)\s(?:by|of|from)\s.{3,80}?\s(?:on|after|following|before)\s(?:.{3,60}\sand\s)?(?:the\s|a\s|an\s)?\Z"
)
_OWN = re.compile(r"\b(?P<who>I|[Ww]e)\s(?:\w+\s){0,3}\Z")
_AND = re.compile(r"\s*(?:,|and|,\sand)\s+(?:the\s)?|\s*,\s*")
_OPENING = re.compile(
    r"[“\"]?(?:At|In|During|After|Following|Before|Ahead\sof|While\sat|Speaking)\s[^,;]{0,70}\Z|[“\"]?(?:At|In|During|After|Following|Before)\s\Z"
)
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
_SENT = re.compile(
    r"\b(?:officials|ministers|delegations|representatives|negotiators|leaders|diplomats|envoys|presidents|teams|experts|chiefs|delegates)\s(?:from|of)\s"
)
_AMONG_PEOPLE = frozenset({EventType.CONSULT, EventType.AGREE})
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
_JOINT = frozenset({"bilateral", "joint", "two", "both", "trilateral", "combined"})


def participants_of(sofar: Reading, sighting: Sighting) -> Part:
    """Those who take part, as far as the sentence says.

    Args:
        sofar: the reading with its actors.
        sighting: the occasion as the sentence names it.
    """
    if sighting.cast is not None:
        return _cast(sofar, sighting, sighting.cast)
    inside = _inside(sighting)
    if is_beside(sighting):
        met = _present(sofar, sighting)
        if met:
            return Part(actors=met, spans=(sighting.span,), reason="those who met beside it")
    named = inside + hosts_of(sofar, sighting) + _pronouns(sofar, sighting) + listed_behind(sighting)
    if sighting.gathering.family != "visit" or not named:
        named += _led_to(sighting)
    hosted = _is_hosted(sighting)
    alone = len(_ranked(sighting.stretch.scene.text, sofar, _actors(named))) < 2 or _is_led_with(sighting) or hosted
    visited = sighting.gathering.family == "visit" and bool(named)
    held = sighting.gathering.kind in (OccasionKind.SUMMIT, OccasionKind.TALKS)
    if not alone and held and sighting.nominal and not _people_in(sofar, named):
        # "Berg and Ruto met for the Norway-Kenya summit": the persons stand for their states.
        people = [one for one in _subjects(sofar, sighting, []) if _people_in(sofar, [one])]
        homes = {state_of(sofar, actor) for one in people for actor in one.actors}
        named += people if homes >= {actor for one in named for actor in one.actors} else []
    if alone and not visited and (sighting.nominal or not named):
        subjects = _subjects(sofar, sighting, named)
        in_group = _is_of_group(sofar, inside) and not hosted
        named += [one for one in subjects if not in_group or (_is_attended(sighting) and _people_in(sofar, [one]))]
    named += _adjectives(sighting) + _targets(sighting) + _author(sofar, sighting)
    actors = _ranked(sighting.stretch.scene.text, sofar, _actors(named))
    spans = tuple(sorted({referent.span for referent in named}))
    reasons = dict.fromkeys(referent.reason for referent in named if referent.reason.startswith(("stands", "the ")))
    if not actors and sighting.nominal and _JOINT & set(sighting.nominal.lead):
        parties = parties_in_view(sighting.stretch.scene, sofar, sighting.span)
        return Part(actors=parties, spans=(sighting.span,), reason="the parties in view")
    return Part(actors=actors, spans=spans or (sighting.span,), reason="; ".join(reasons))


def _cast(sofar: Reading, sighting: Sighting, cast: Cast) -> Part:
    """Those whom the clause of a verb names."""
    along = companions_of(sighting.stretch.scene, sofar, sighting.span) if sighting.gathering.family == "visit" else ()
    named = (*_people_for(sofar, sighting, cast.doers), *cast.objects, *cast.others, *along)
    theirs = frozenset(actor for one in named if one.reason == UNNAMED for actor in one.actors)
    actors = _ranked(sighting.stretch.scene.text, sofar, _actors(named), kept=theirs)
    spans = tuple(sorted({one.span for one in named}))
    reasons = dict.fromkeys(one.reason for one in named if one.reason.startswith(("stands", "the ")))
    return Part(actors=actors, spans=spans or (sighting.span,), reason="; ".join(reasons))


def _people_for(sofar: Reading, sighting: Sighting, doers: tuple[Referent, ...]) -> list[Referent]:
    """The doers; "they" who meet or sign are persons where several are named just before."""
    text, found = sighting.stretch.scene.text, []
    for one in doers:
        plural = one.span.of(text).lower() in ("they", "both") and sighting.gathering.type in _AMONG_PEOPLE
        found.append((_people_before(sofar, sighting, one.span) if plural else None) or one)
    return found


def _present(sofar: Reading, sighting: Sighting) -> tuple[ActorId, ...]:
    """The persons of a sentence that tells what happened beside an assembly."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    named = (actor for mention in sighting.stretch.mentions for actor in mention.actors if actor in people)
    return tuple(dict.fromkeys(named))


def _inside(sighting: Sighting) -> list[Referent]:
    """The mentions in the nominal or clause; where a visit or a summit is held is left out."""
    text = sighting.stretch.scene.text
    inside = [
        mention
        for mention in sighting.stretch.mentions
        if sighting.span.holds(mention.span) and not _SITE.search(text, sighting.span.start, mention.span.start)
    ]
    if sighting.gathering.family == "visit":
        start = sighting.nominal.head.end if sighting.nominal else max(sighting.span.start - 1, 0)
        goals = _GOALS if sighting.nominal else _GOAL
        return [m for m in inside if m.span.start < start or not goals.search(text[start : m.span.start])]
    if sighting.gathering.kind is OccasionKind.SUMMIT and sighting.nominal and len(inside) > 2:
        # "the Kenya-Norway Lima summit": what stands right before the noun is the place.
        return [m for m in inside if not 0 <= sighting.nominal.head.start - m.span.end <= 1]
    return inside


def _actors(named: Iterable[Referent]) -> list[ActorId]:
    return [actor for referent in named for actor in referent.actors]


def _is_led_with(sighting: Sighting) -> bool:
    """Whether those named are only whom somebody else met (`held talks with Berg and Ruto`)."""
    stretch, nominal = sighting.stretch, sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.CONSULT:
        return False
    if not stretch.scene.text[nominal.head.end : nominal.span.end].startswith(" with "):
        return False
    return not any(nominal.span.start <= m.span.start < nominal.head.start for m in stretch.mentions)


def _is_hosted(sighting: Sighting) -> bool:
    """Whether somebody holds it for others, and takes part as their host (`Oslo hosted talks between …`)."""
    nominal, tree = sighting.nominal, sighting.stretch.scene.tree(sighting.stretch.span)
    head = _outermost(tree, tree.at(nominal.head.end - 1)) if nominal is not None else None
    return head is not None and head.relation == "obj" and tree.predicate(head).lower in _HOSTING


def _is_attended(sighting: Sighting) -> bool:
    """Whether the clause says who came to the assembly of a body (`Berg attended the NATO summit`)."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.end - 1) if sighting.nominal is not None else None
    return head is not None and tree.predicate(head).lower in _ATTENDING


def _owners(sighting: Sighting) -> list[Referent]:
    """Those whom "and" joins to the owner of a journey or meeting (`Berg and Ruto's talks`)."""
    nominal, text = sighting.nominal, sighting.stretch.scene.text
    if nominal is None or not any(word.endswith(("'s", "s'")) for word in nominal.lead):
        return []
    return [m for m in sighting.stretch.mentions if text[m.span.end : sighting.span.start] in (" and ", " and the ")]


def _people_in(sofar: Reading, named: list[Referent]) -> set[ActorId]:
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    return people & {actor for one in named for actor in one.actors}


def _is_of_group(sofar: Reading, inside: list[Referent]) -> bool:
    """Whether an alliance or another body of many states is named as its own: then no subject need be added."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    named = {actor for referent in inside for actor in referent.actors}
    return any(kinds.get(actor) in (ActorKind.BODY, ActorKind.GROUP) and "/" not in actor for actor in named)


def _led_to(sighting: Sighting) -> list[Referent]:
    """Whom the main clause is about, where the occasion opens the sentence (`After talks with Berg, Ruto …`)."""
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    if sighting.gathering.type not in (EventType.CONSULT, EventType.SUPPORT) or not _OPENING.match(
        text, stretch.span.start, sighting.span.start
    ):
        return []
    comma = text.find(", ", sighting.span.end, min(stretch.span.end, sighting.span.end + 60))
    led: list[Referent] = []
    for mention in (m for m in stretch.mentions if 0 < comma < m.span.start):
        near = _AND.fullmatch(text, led[-1].span.end, mention.span.start) if led else mention.span.start - comma <= 6
        if not near:
            break
        led.append(mention)
    return led


def _author(sofar: Reading, sighting: Sighting) -> list[Referent]:
    """Whoever speaks or writes under a title: `Remarks by Berg at the Summit`, `Statement by Berg on the Call with Ruto`."""
    scene, nominal = sighting.stretch.scene, sighting.nominal
    if nominal is None or not scene.paragraphs or not scene.paragraphs[0].holds(sighting.span):
        return []
    before = scene.text[scene.paragraphs[0].start : sighting.span.start]
    met = scene.text.startswith(" with ", nominal.head.end) and not any(
        m.span.start < nominal.head.start for m in nominal.inside
    )
    if not _SPOKEN_AT.search(before) and not (met and _WRITTEN_ON.search(before)):
        return []
    actors = author_of(scene, sofar)
    return [Referent(actors=actors, span=sighting.span, reason="the one whose text it is")] if actors else []


def _pronouns(sofar: Reading, sighting: Sighting) -> list[Referent]:
    pattern = _PRONOUN if sighting.nominal else _SUBJECT_PRONOUN
    found = pattern.match(sighting.stretch.scene.text, sighting.span.start, sighting.span.end)
    return _stands_for(sofar, sighting, Span(*found.span())) if found else []


def _stands_for(sofar: Reading, sighting: Sighting, pronoun: Span) -> list[Referent]:
    """Who a pronoun means: those who meet are persons where several are named just before."""
    scene = sighting.stretch.scene
    if pronoun.of(scene.text).lower() in ("they", "their", "both") and sighting.gathering.type in _AMONG_PEOPLE:
        people = _people_before(sofar, sighting, pronoun)
        if people:
            return [people]
    authors = tuple(actor for actor in authors_of(scene, sofar) if actor != NARRATOR)
    if pronoun.of(scene.text).lower() in ("i", "my") and author_of(scene, sofar):
        return [Referent(actors=authors, span=pronoun, reason="stands for the one whose text it is")]
    referent = refer(scene, sofar, pronoun, speakers=authors)
    return [referent] if referent else []


def _people_before(sofar: Reading, sighting: Sighting, pronoun: Span) -> Referent | None:
    """The persons of the nearest stretch before the pronoun that names at least two."""
    scene = sighting.stretch.scene
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    before = [sentence for sentence in scene.sentences if sentence.start < pronoun.start][-4:]
    for sentence in reversed(before):
        mentions = mentions_in(sofar, Span(sentence.start, min(sentence.end, pronoun.start)))
        named = tuple(dict.fromkeys(actor for mention in mentions for actor in mention.actors if actor in people))
        sent = delegation_in(scene, sofar, Span(sentence.start, min(sentence.end, pronoun.start)))
        if sent is not None:
            return replace(sent, span=pronoun)
        if len(named) > 1:
            return Referent(actors=named, span=pronoun, reason="the persons named just before")
    return None


def _subjects(sofar: Reading, sighting: Sighting, known: list[Referent]) -> list[Referent]:
    """The subject of the clause in which the noun stands, or whoever a passive names as its agent."""
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    if sighting.nominal is None:
        return []
    own = _OWN.search(text[stretch.span.start : sighting.span.start])
    if own is not None and own.group("who").lower() == "we":
        return []
    tree = stretch.scene.tree(stretch.span)
    head = _outermost(tree, tree.at(sighting.nominal.head.end - 1))
    if head is None or any(one.lower in _STANCES for one in tree.above(head)):
        return []
    verb = tree.predicate(head)
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


def _met_with(tree: Tree, verb: Node) -> Iterator[Node]:
    """Those behind "with": `will meet [with Ruto] for talks`."""
    return (one for one in tree.children(verb, "obl") if any(c.lower == "with" for c in tree.children(one, "case")))


def _outermost(tree: Tree, head: Node | None) -> Node | None:
    """The noun that the clause has for the occasion: `a round of talks` stands for the talks."""
    while head is not None and head.relation == "nmod" and any(c.lower == "of" for c in tree.children(head, "case")):
        head = tree.head(head)
    return head


def _adjectives(sighting: Sighting) -> list[Referent]:
    if sighting.nominal is not None and sighting.gathering.needs == "party":
        return [*states_in(sighting.stretch, sighting.span, "adjective"), *_between(sighting)]
    if sighting.nominal is not None:
        return [*adjectives_in(sighting.stretch, sighting.nominal), *_senders(sighting), *_between(sighting)]
    return states_in(sighting.stretch, sighting.span, "adjective") if sighting.gathering.family == "sanction" else []


def _between(sighting: Sighting) -> list[Referent]:
    """States that only describe those between whom it is (`deals between U.S. and Kenyan companies`)."""
    stretch, span = sighting.stretch, sighting.span
    at = stretch.scene.text.find(" between ", span.start, span.end)
    if at < 0:
        return []
    found = [one for sort in ("state", "adjective") for one in states_in(stretch, Span(at, span.end), sort)]
    return [one for one in found if not any(m.span.overlaps(one.span) for m in stretch.mentions)]


def _senders(sighting: Sighting) -> list[Referent]:
    """The states whose officials meet (`talks between negotiators from Chile and Peru`)."""
    stretch, span = sighting.stretch, sighting.span
    sent = _SENT.search(stretch.scene.text, span.start, span.end)
    found = states_in(stretch, Span(sent.end(), span.end), "state") if sent and sent.end() < span.end else []
    return [one for one in found if not any(m.span.overlaps(one.span) for m in stretch.mentions)]


def _targets(sighting: Sighting) -> list[Referent]:
    """The state where an attack strikes (`the bombing in Nairobi`)."""
    nominal = sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.ASSAULT or nominal.head.end >= nominal.span.end:
        return []
    behind = Span(nominal.head.end, nominal.span.end)
    found = [*states_in(sighting.stretch, behind, "state"), *states_in(sighting.stretch, behind, "capital")]
    return [
        replace(referent, reason=f"the attack struck {referent.span.of(sighting.stretch.scene.text)}")
        for referent in found
    ]


def adjectives_in(stretch: Stretch, nominal: Nominal) -> list[Referent]:
    """States that stand before the head as adjectives (`a Chinese takeover of Taiwan`)."""
    if nominal.head.start == nominal.span.start:
        return []
    return states_in(stretch, Span(nominal.span.start, nominal.head.start), "adjective")


def _ranked(
    text: str, sofar: Reading, actors: list[ActorId], *, kept: frozenset[ActorId] = frozenset()
) -> tuple[ActorId, ...]:
    """Each once, without the states for which a person or a body of theirs is named; an office whose holder is unnamed is its state.

    Those in `kept` stay beside their own persons.
    """
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    offices = {
        actor.actor for actor in sofar.actors if kinds[actor.actor] is ActorKind.OFFICE or _is_unnamed(text, actor)
    }
    people = {actor for actor in actors if kinds.get(actor) is ActorKind.PERSON} - offices
    states = {state_of(sofar, actor) for actor in people}
    bodies = {actor.partition("/")[0] for actor in actors if "/" in actor and kinds.get(actor) is ActorKind.BODY}
    shown = (state_of(sofar, actor) or actor if actor in offices else actor for actor in actors)
    once = tuple(dict.fromkeys(shown))
    spoken = states | bodies
    return tuple(
        actor for actor in once if actor in kept or (actor not in spoken and not (people and _belongs(actor, states)))
    )


def _is_unnamed(text: str, actor: Actor) -> bool:
    """Whether a text has a person by the office alone, and only a list of holders knows who it is."""
    if actor.kind is not ActorKind.PERSON:
        return False
    words, said = set(actor.name.split()), [span.of(text) for span in actor.spans]
    # "The president" is the person; "Thailand's foreign minister" is Thailand.
    return not any(words & set(one.split()) for one in said) and all(map(_names_state, said))


def _names_state(words: str) -> bool:
    return any(one.sort in ("state", "adjective") for _, one in _NAMES.find(words))


def _belongs(actor: ActorId, states: set[ActorId | None]) -> bool:
    return "/" in actor and actor.partition("/")[0] in states
