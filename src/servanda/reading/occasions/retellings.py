"""Who takes part where an occasion's own words leave it open, and the rest of the document tells.

`A second round opens in Lima`: those of the talks that the text is about. `The Chile-Peru summit` in a title: the presidents of
whom the first paragraph says that they met. `Ending the war`: the two that wage the one war of which the text tells. Where
more than one answer is left, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind, DocumentKind, EventType, OccasionKind
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.parties import Parties
from servanda.reading.actors.references import mentions_in, state_of
from servanda.reading.occasions.organs import without_organs
from servanda.reading.occasions.press import spoken_together
from servanda.reading.occasions.roles import names_in
from servanda.reading.occasions.sightings import Part, Sighting, Told
from servanda.reading.occasions.wars import sides_of
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import author_of, authors_of

_TOGETHER = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE})
_HARD = frozenset({EventType.ASSAULT, EventType.COERCE})
_MEETINGS = frozenset({OccasionKind.SUMMIT, OccasionKind.TALKS, OccasionKind.CALL, OccasionKind.PRESS_CONFERENCE})
# What is held for others too, or by one alone.
_OF_OTHERS = frozenset({OccasionKind.FORUM, OccasionKind.VISIT, OccasionKind.PRESS_CONFERENCE, OccasionKind.CEREMONY})
_FAMILIES_OF_OTHERS = frozenset({"likely COOPERATE"})
_WAR = re.compile(r"(?:war|invasion|aggression|onslaught)\Z", re.IGNORECASE)
_NAMING = frozenset({"state", "adjective"})
_OWNERS = frozenset({"its", "his", "her", "their"})
_FIGHTING = re.compile(
    r"(?:war|invasion|aggression|onslaught|fighting|hostilities|conflict|offensive|clashes)\Z", re.IGNORECASE
)
_SEVERAL = frozenset({"meetings", "summits", "calls", "visits", "conferences"})
_OF_PERSONS = frozenset({EventType.CONSULT, EventType.SUPPORT})
_ALONE = frozenset({EventType.MOBILIZE})
_PAIR = 2
_SPOKEN = 3
"""How many sentences a speaker may take from naming states to what they did."""
_LEAD = 4
_STATE = 3
_NEAR = 1
"""How many sentences on either side may name the movement that struck."""


def completed(scene: Scene, sofar: Reading, told: Sequence[Told]) -> list[Part]:
    """Who takes part in each occasion of a document, what its own words leave open taken from the others.

    Args:
        scene: the document.
        sofar: the reading with its actors.
        told: the occasions in the order of their names.
    """
    named = [_as_states(sofar, one) for one in told]
    return [_completed(scene, sofar, named, one) for one in named]


def _as_states(sofar: Reading, one: Told) -> Told:
    """A war with the states that wage it, where it goes by the name of whoever leads one (`Berg's war`)."""
    nominal = one.sighting.nominal
    if nominal is None or not _WAR.fullmatch(nominal.head.of(one.sighting.stretch.scene.text)):
        return one
    states = tuple(dict.fromkeys(state_of(sofar, actor) or actor for actor in one.part.actors))
    return Told(one.sighting, replace(one.part, actors=states))


def _completed(scene: Scene, sofar: Reading, told: Sequence[Told], one: Told) -> Part:
    type_ = one.sighting.gathering.type
    spoken = spoken_together(sofar, told, one)
    if spoken is not None:
        return spoken
    if type_ in _HARD:
        found = _of_war(told, one) or _of_known_war(scene, sofar, one) or _of_movement(scene, sofar, one)
    elif one.part.actors:
        found = _in_person(scene, sofar, told, one) or _met_again(told, one)
    else:
        found = (_of_text(scene, sofar, one) or _in_view(scene, sofar, one)) if type_ in _TOGETHER else None
    return found or _with_the_other(scene, sofar, one) or one.part


def _part(one: Told, actors: tuple[ActorId, ...], reason: str) -> Part:
    spans = one.part.spans or (one.sighting.span,)
    return Part(actors=actors, spans=spans, reason="; ".join(filter(None, (one.part.reason, reason))))


def _of_text(scene: Scene, sofar: Reading, one: Told) -> Part | None:
    """The parties of an adopted text, where it tells of its own signing: `Done at Lima`, `Signed in two copies`."""
    if scene.document.kind is not DocumentKind.INSTRUMENT or one.sighting.gathering.type is not EventType.AGREE:
        return None
    named = [m for m in one.sighting.stretch.mentions if not one.sighting.span.holds(m.span)]
    parties = authors_of(scene, sofar)
    return _part(one, parties, "the parties of the text") if len(parties) >= _PAIR and not named else None


def _in_view(scene: Scene, sofar: Reading, one: Told) -> Part | None:
    """The parties that the text is about, where they stand out and the sentence names nobody else."""
    parties = _pair_in_view(scene, sofar, one)
    return _part(one, parties, "the parties in view") if parties else None


def _pair_in_view(scene: Scene, sofar: Reading, one: Told) -> tuple[ActorId, ...]:
    """The parties that stand out in a text, where the sentence of an occasion names nobody else; empty where none do."""
    stretch, span = one.sighting.stretch, one.sighting.span
    if one.sighting.gathering.kind in _OF_OTHERS or one.sighting.gathering.family in _FAMILIES_OF_OTHERS:
        return ()
    if _is_assembly(one.sighting):
        return ()
    whole = mentions_in(sofar, Span(0, len(scene.text)))
    parties = Parties(scene, whole, lambda actor: state_of(sofar, actor)).around(span, told=False)
    named = without_organs(sofar, stretch.mentions)
    here = {state_of(sofar, actor) or actor for m in named for actor in m.actors}
    here |= {actor for known in names_in(stretch, stretch.span) if known.reason in _NAMING for actor in known.actors}
    if len(parties) < _PAIR or not here <= set(parties) or not _are_near(scene, sofar, span, parties):
        return ()
    return parties


def _is_assembly(sighting: Sighting) -> bool:
    """Whether an occasion has a name of its own in capitals (`COP30`), to which others come too."""
    if sighting.nominal is None or sighting.stretch.is_heading:
        return False
    return sighting.nominal.head.of(sighting.stretch.scene.text)[:1].isupper() and not _opens(sighting)


def _opens(sighting: Sighting) -> bool:
    return sighting.nominal is not None and sighting.nominal.head.start == sighting.stretch.span.start


def _are_near(scene: Scene, sofar: Reading, span: Span, parties: tuple[ActorId, ...]) -> bool:
    """Whether one who speaks of many states in turn has just named these."""
    if scene.document.kind is not DocumentKind.TRANSCRIPT and not author_of(scene, sofar):
        return True
    before = [sentence for sentence in scene.sentences if sentence.start <= span.start][-_SPOKEN:]
    just = {state_of(sofar, a) for one in before for m in mentions_in(sofar, one) for a in m.actors}
    return set(parties) <= just


def _in_person(scene: Scene, sofar: Reading, told: Sequence[Told], one: Told) -> Part | None:
    """The persons of whom the first paragraphs say that they met, for the states that a title names."""
    titled = any(title.holds(one.sighting.span) for title in scene.paragraphs[:1])
    if not titled or one.sighting.gathering.kind not in _MEETINGS or not all(map(_is_state, one.part.actors)):
        return None
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    for other in told:
        actors = other.part.actors
        near = any(paragraph.holds(other.sighting.span) for paragraph in scene.paragraphs[1:_LEAD])
        met = near and other.sighting.gathering.type is EventType.CONSULT and set(actors) <= people
        if met and len(actors) >= _PAIR and {state_of(sofar, actor) for actor in actors} == set(one.part.actors):
            return _part(one, actors, "the persons of whom the text goes on to tell")
    return None


def _met_again(told: Sequence[Told], one: Told) -> Part | None:
    """The two who meet wherever the text tells of this one's meetings, where only one is named (`Ruto called off the talks`)."""
    if one.sighting.gathering.kind not in _MEETINGS or len(one.part.actors) != 1:
        return None
    (known,) = one.part.actors
    if known not in one.sighting.stretch.homes or _is_with_others(one.sighting) or _is_assembly(one.sighting):
        return None
    met = [other.part.actors for other in told if other.sighting.gathering.type is EventType.CONSULT]
    pairs = {frozenset(actors): actors for actors in met if known in actors and len(actors) > 1}
    if len(pairs) != 1:
        return None
    (pair,) = pairs.values()
    return _part(one, pair, "those who meet in the text") if len(pair) == _PAIR else None


def _is_with_others(sighting: Sighting) -> bool:
    """Whether it is one of several meetings, or with somebody whom no name tells (`his meeting with doctors`)."""
    nominal, text = sighting.nominal, sighting.stretch.scene.text
    if nominal is None:
        return False
    several = nominal.head.of(text).lower() in _SEVERAL
    led = text.startswith(" with", nominal.head.end)
    return several or (led and not any(m.span.start >= nominal.head.end for m in nominal.inside))


def _with_the_other(scene: Scene, sofar: Reading, one: Told) -> Part | None:
    """The other one of the two states that the text is about, where the deed of one of them is told without it."""
    type_, actors = one.sighting.gathering.type, one.part.actors
    if len(actors) != 1 or type_ in _ALONE:
        return None
    home = state_of(sofar, actors[0])
    if home is None or (home != actors[0] and type_ in _OF_PERSONS):
        return None
    if type_ is EventType.ASSAULT and one.sighting.nominal is not None and not _has_doer(one.sighting):
        return None  # Who struck Peru need be no state.
    pair = _pair_in_view(scene, sofar, one)
    others = tuple(state for state in pair if state != home)
    if type_ in _HARD and scene.document.kind is not DocumentKind.NEWS and home_of(scene) in others:
        return None  # A government's statement on a foreign war.
    if len(pair) != _PAIR or len(others) != 1 or not _is_told_of(scene, sofar, others[0], one):
        return None
    return _part(one, (*actors, *others), "the parties in view")


def _is_told_of(scene: Scene, sofar: Reading, state: ActorId, one: Told) -> bool:
    """Whether a state is named outside the sentence too: one that only speaks of another's deed there has no part in it."""
    here = one.sighting.stretch.span
    whole = mentions_in(sofar, Span(0, len(scene.text)))
    return any(not here.holds(m.span) and state in {state_of(sofar, a) for a in m.actors} for m in whole)


def _of_war(told: Sequence[Told], one: Told) -> Part | None:
    """The two sides of the one war of which the text tells, where one of them or none is named here."""
    known = set(one.part.actors)
    if len(known) >= _PAIR:
        return _of_its_war(told, one)
    pairs = {frozenset(other.part.actors): other.part.actors for other in _hard(told) if known < set(other.part.actors)}
    if len(pairs) != 1 or (not known and not _is_bare_war(one)):
        return None
    (pair,) = pairs.values()
    return _part(one, pair, "the two sides of whom the text tells")


def _of_known_war(scene: Scene, sofar: Reading, one: Told) -> Part | None:
    """Both sides of a war that readers of the day know, where the text names them somewhere."""
    sides = sides_of(scene, sofar, one.sighting, one.part.actors)
    return _part(one, sides, "the sides of the war that is meant") if sides else None


def _is_bare_war(one: Told) -> bool:
    """Whether a name says no more than that there is a war: `the war`, `a ground invasion`."""
    nominal = one.sighting.nominal
    if nominal is None or nominal.span.end != nominal.head.end:
        return False
    return _FIGHTING.fullmatch(nominal.head.of(one.sighting.stretch.scene.text)) is not None


def _of_its_war(told: Sequence[Told], one: Told) -> Part | None:
    """The pair of which the text tells elsewhere, where only a pronoun says who wages the war on one of them (`its war on Peru`)."""
    nominal = one.sighting.nominal
    if nominal is None or not nominal.lead or nominal.lead[0] not in _OWNERS:
        return None
    struck = {actor for m in nominal.inside if m.span.start > nominal.head.start for actor in m.actors}
    pairs = {frozenset(other.part.actors): other.part.actors for other in _hard(told) if other is not one}
    fitting = [actors for actors in pairs.values() if struck and struck < set(actors)]
    return _part(one, fitting[0], "the two sides of whom the text tells") if len(fitting) == 1 else None


def _hard(told: Sequence[Told]) -> Iterator[Told]:
    """The attacks of which both sides are told, states or movements."""
    for one in told:
        homes = one.sighting.stretch.homes
        pair = one.sighting.gathering.type is EventType.ASSAULT and len(one.part.actors) == _PAIR
        if pair and not any(actor in homes for actor in one.part.actors):
            yield one


def _of_movement(scene: Scene, sofar: Reading, one: Told) -> Part | None:
    """The one armed movement that is named near an attack on a state without a word for who struck."""
    if one.sighting.gathering.type is not EventType.ASSAULT or len(one.part.actors) != 1:
        return None
    (struck,) = one.part.actors
    armed = load_heads().sorts["group"] | load_heads().sorts["militia"]
    here = scene.sentence_of(one.sighting.span)
    if here is None or not _is_state(struck) or _has_doer(one.sighting) or _is_between(one.sighting):
        return None
    at = scene.sentences.index(here)
    near = scene.sentences[max(0, at - _NEAR) : at + _NEAR + 1]
    named = {a for sentence in near for m in mentions_in(sofar, sentence) for a in m.actors} & armed
    return _part(one, (*named, struck), "the one movement named beside it") if len(named) == 1 else None


def _is_between(sighting: Sighting) -> bool:
    """Whether a name has its own two sides (`a conflict between Chad and the rebels`)."""
    return " between " in sighting.span.of(sighting.stretch.scene.text)


def _has_doer(sighting: Sighting) -> bool:
    """Whether the name of an attack begins with whoever strikes (`the Chilean attack`)."""
    nominal = sighting.nominal
    if nominal is None:
        return True
    if nominal.lead and nominal.lead[0] in _OWNERS:
        return True
    before = Span(nominal.span.start, nominal.head.start) if nominal.head.start > nominal.span.start else None
    return before is not None and any(before.overlaps(span) for span in _named_spans(sighting, before))


def _named_spans(sighting: Sighting, before: Span) -> Iterator[Span]:
    yield from (m.span for m in sighting.stretch.mentions)
    yield from (one.span for one in names_in(sighting.stretch, before))


def _is_state(actor: ActorId) -> bool:
    return len(actor) == _STATE and actor.isupper()
