"""What the rules for commitments ask of the whole document: its voice, its parties, its own instrument, who speaks where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from servanda.codebook import NARRATOR, ActorId, Instrument, Reading, Span, Statement
from servanda.codebook.vocabulary import ActorKind, DocumentKind, InstrumentKind
from servanda.lexicon.acts import load_acts
from servanda.lexicon.bodies import load_bodies
from servanda.reading.actors.announcements import announced_group
from servanda.reading.actors.issuers import home_of
from servanda.reading.actors.references import parties_in_view, round_of, state_of, titled_in
from servanda.reading.commitments.allegiances import allegiances_of, bodies_served
from servanda.reading.commitments.bodies import body_told
from servanda.reading.commitments.titles import (
    publishing_body,
    sides_by_name,
    sides_in_title,
    sides_meeting,
    whose_statement,
)
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of

_GOVERNMENTS = frozenset(
    {"government", "administration", "white-house", "presidency", "prime-ministers-office", "cabinet", "state"}
)

_STAFF = (
    "mr.",
    "ms.",
    "mrs.",
    "dr.",
    "senior",
    "administration",
    "moderator",
    "general",
    "admiral",
    "the president",
    "the vice",
)
_PLACE = re.compile(r"(?:In|While in|During (?:his|her|their) visit to) (?P<where>[A-Z][\w .’'-]{2,40}),")
_OPENING = 3
_PAIR = 2
_CODE = 3
_TITLE = 90
_LABEL = re.compile(r"(?P<label>[A-Z][A-Z ,&'’/-]{7,}):\s")
_TITLED = re.compile(
    r"(?:[A-Z][\w'’-]*|and|of|the|for|in|on|with|to|&|,)(?:\s(?:[A-Z][\w'’,-]*|and|of|the|for|in|on|with|to|&))*:?"
)


def is_state(actor: ActorId) -> bool:
    """Whether an id is a state's."""
    return len(actor) == _CODE and actor.isupper()


@dataclass(frozen=True, slots=True)
class Background:
    """A document as the rules see it.

    Attributes:
        scene: the document laid out.
        sofar: the reading with its actors, instruments and statements.
        adopted: whether parties adopted the text together.
        trade: whether it is an adopted text about trade.
        headings: the headings and labels of an official text, with whether they announce trade.
        official: whether a government speaks in it, so that its own voice can bind.
        voice: the states that speak in it; empty for news.
        parties: the states that it is most about.
        instrument: the adopted text itself.
        kinds: the kind of every actor.
        states: the state of every actor that has one.
        places: where each actor is mentioned, in order.
        home: the state whose government published it, where that is known.
        sides: the side for which persons without a state speak, as far as the words tell.
        body: the body of several states that the text tells of.
    """

    scene: Scene
    sofar: Reading
    adopted: bool
    trade: bool
    headings: tuple[tuple[int, bool], ...]
    official: bool
    voice: tuple[ActorId, ...]
    parties: tuple[ActorId, ...]
    instrument: Instrument | None
    kinds: dict[ActorId, ActorKind]
    states: dict[ActorId, ActorId | None]
    places: tuple[tuple[int, ActorId], ...]
    home: ActorId | None
    sides: dict[ActorId, ActorId]
    body: ActorId | None = None

    def statement_at(self, span: Span) -> Statement | None:
        """The statement in whose content a stretch lies; the shortest where several hold it."""
        holding = [s for s in self.sofar.statements if any(part.overlaps(span) for part in s.content)]
        return min(holding, key=lambda s: sum(len(part) for part in s.content), default=None)

    def is_of_trade(self, span: Span) -> bool:
        """Whether a stretch stands under a heading about trade, or without one in a text about trade."""
        at = bisect_left(self.headings, (span.start + 1, False))
        return self.headings[at - 1][1] if at else self.trade

    def sides_in(self, span: Span) -> frozenset[ActorId]:
        """The states, and the bodies and groups of no state, that a stretch mentions."""
        first = bisect_left(self.places, (span.start, ""))
        last = bisect_left(self.places, (span.end, ""))
        actors = (actor for _, actor in self.places[first:last])
        sides = (
            self.states.get(actor) or actor
            for actor in actors
            if self.kinds.get(actor) is not ActorKind.PERSON or self.states.get(actor)
        )
        return frozenset(sides)

    def sides_at(self, span: Span) -> tuple[ActorId, ...]:
        """The publisher and the one other side of a paragraph, where an official text tells of several; empty elsewhere."""
        paragraph = self.scene.paragraph_of(span)
        if self.adopted or not self.official or self.home is None or paragraph is None:
            return ()
        place = _PLACE.match(self.scene.text, paragraph.start, paragraph.end)
        visited = [actor for _, actor in sides_by_name().find(place["where"])] if place else []
        others = visited or sorted(self.sides_in(paragraph) - {self.home})
        return (self.home, others[0]) if len(others) == 1 and is_state(others[0]) else ()

    @property
    def meets(self) -> bool:
        """Whether it is a transcript of those who speak together, whose publisher is known."""
        return self.home is not None and self.scene.document.kind is DocumentKind.TRANSCRIPT

    def words_of(self, span: Span) -> list[str]:
        """The words of a stretch in lower case."""
        return span.of(self.scene.text).lower().split()

    def speakers_at(self, span: Span) -> tuple[ActorId, ...]:
        """Who says what stands there: those of the statement that holds it, else those whose voice the text is.

        In a transcript who is labeled by an office alone (`SENIOR ADMINISTRATION OFFICIAL:`), or by `MS.` and a name that
        nobody knows, speaks for the government that published it.
        """
        statement = self.statement_at(span)
        speakers = (statement.speakers.value if statement is not None else None) or self.voice
        if self.home is None or not self.meets or statement is None:
            return speakers
        persons = [one for one in speakers if self.kinds.get(one) is ActorKind.PERSON]
        known = [one for one in persons if self.states.get(one)]
        label = " ".join(part.of(self.scene.text) for part in statement.speakers.spans).lower()
        return speakers if known or (persons and not label.startswith(_STAFF)) else (self.home,)

    def sides_of(self, actors: Iterable[ActorId]) -> tuple[ActorId, ...]:
        """Who is bound where these undertake something, each side once."""
        return tuple(dict.fromkeys(self.side_of(actor) for actor in actors if actor != NARRATOR))

    def whole(self, sides: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        """The round of three parties or more for whom an official text speaks, where several of them alone seem to be meant."""
        several = len(self.parties) > _PAIR and 1 < len(sides) < len(self.parties)
        return self.parties if self.official and several and set(sides) < set(self.parties) else sides

    def side_of(self, actor: ActorId) -> ActorId:
        """Who is bound where this actor undertakes something: the state behind a person, office or government."""
        state = self.states.get(actor)
        if state is None:
            return self.sides.get(actor, actor)
        kind = self.kinds.get(actor)
        slug = actor.partition("/")[2]
        is_government = slug in _GOVERNMENTS or slug.endswith(("-government", "-administration"))
        return actor if kind is ActorKind.BODY and not is_government else state


def background_of(scene: Scene, sofar: Reading) -> Background:
    """What the rules need to know of a document, worked out once."""
    kind = scene.document.kind
    everywhere = Span(0, max(1, len(scene.text)))
    states = {actor.actor: state_of(sofar, actor.actor) for actor in sofar.actors}
    adopted = kind is DocumentKind.INSTRUMENT
    instrument = _own_instrument(scene, sofar) if adopted else None
    home = home_of(scene)  # a spokesperson without a state speaks for the one that publishes the text
    served = bodies_served(sofar)
    states |= dict.fromkeys(served)  # an officer of NATO binds NATO, not the state of birth
    sides = {**allegiances_of(scene, sofar, states), **served}
    voice = _voice(scene, sofar, states, sides, home)
    in_view = parties_in_view(scene, sofar, everywhere)
    parties = sides_meeting(scene, sofar, home) if kind is DocumentKind.TRANSCRIPT and home else in_view
    issuers = _issuers(scene, sofar, {**states, **served}, instrument) if adopted else ()
    if adopted and home and home not in (issuers or voice) and all(is_state(one) for one in issuers or voice):
        # Who publishes a text is one of those who adopted it, where it names other states alone.
        issuers, voice = (*issuers, home) if issuers else (), (*voice, home)
    return Background(
        scene=scene,
        sofar=sofar,
        adopted=adopted,
        trade=adopted and _is_of_trade(scene),
        headings=_headings(scene) if kind in {DocumentKind.INSTRUMENT, DocumentKind.RELEASE} else (),
        official=kind in {DocumentKind.INSTRUMENT, DocumentKind.RELEASE, DocumentKind.READOUT},
        voice=issuers or voice,
        parties=issuers or parties,
        instrument=instrument,
        kinds={actor.actor: actor.kind for actor in sofar.actors},
        states=states,
        home=home,
        sides=sides,
        body=body_told(scene, sofar),
        places=tuple(sorted((m.span.start, actor.actor) for actor in sofar.actors for m in actor.mentions)),
    )


def _voice(
    scene: Scene,
    sofar: Reading,
    states: dict[ActorId, ActorId | None],
    sides: dict[ActorId, ActorId],
    home: ActorId | None,
) -> tuple[ActorId, ...]:
    """The sides with whose voice a text speaks where it says `we` outside quotations; empty for a report."""
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    authors = tuple(actor for actor in authors_of(scene, sofar) if actor != NARRATOR)
    by_person = bool(authors) and set(authors) <= people
    if scene.document.kind is not DocumentKind.NEWS and home is None:
        authors = whose_statement(scene) or (() if by_person else publishing_body(scene, sofar)) or authors
    unknown = {actor: home or sides.get(actor, actor) for actor in authors if actor in people}
    return tuple(dict.fromkeys(states.get(actor) or unknown.get(actor, actor) for actor in authors))


def _issuers(
    scene: Scene, sofar: Reading, states: dict[ActorId, ActorId | None], instrument: Instrument | None
) -> tuple[ActorId, ...]:
    """Those who adopted a text: whom it says it speaks for, the sides that its title names, or its instrument's parties."""
    group = announced_group(scene, sofar)
    if group is not None:
        return (group,)
    people = {actor.actor for actor in sofar.actors if actor.kind is ActorKind.PERSON}
    known = (actor for actor in titled_in(scene, sofar) if actor not in people or states.get(actor))
    sides = tuple(dict.fromkeys(states.get(actor) or actor for actor in known))
    if len(sides) < _PAIR:
        sides = tuple(dict.fromkeys((*sides, *sides_in_title(scene))))
    several = round_of(scene, sofar)
    if len(several) > max(_PAIR, sum(is_state(side) for side in sides)):
        return several
    if len(sides) > 1:
        return _without_committees(sides, sofar)
    parties = instrument.parties.value if instrument is not None else None
    leaders = _named_together(scene, sofar, states)
    if set(parties or ()) < set(leaders):
        return leaders
    return parties if parties and len(parties) > 1 else ()


def _without_committees(sides: tuple[ActorId, ...], sofar: Reading) -> tuple[ActorId, ...]:
    """The parties to a text without the committee in which they met, which its title names beside them."""
    unions = {actor.actor for actor in sofar.actors if actor.actor in load_bodies()}
    parties = tuple(side for side in sides if is_state(side) or side in unions)
    return parties if len(parties) > 1 else sides


def _named_together(scene: Scene, sofar: Reading, states: dict[ActorId, ActorId | None]) -> tuple[ActorId, ...]:
    """The states that the opening names in one breath: `the leaders of Kenya, Uganda and Chad`."""
    found: dict[Span, list[ActorId]] = {}
    for actor in sofar.actors:
        state = states.get(actor.actor)
        for mention in actor.mentions if state else ():
            if state and any(paragraph.holds(mention.span) for paragraph in scene.paragraphs[:_OPENING]):
                found.setdefault(mention.span, []).append(state)
    groups = [tuple(dict.fromkeys(group)) for _, group in sorted(found.items()) if len(set(group)) > 1]
    return groups[0] if groups else ()


def _is_of_trade(scene: Scene) -> bool:
    words = {word.lower for paragraph in scene.paragraphs[:1] for word in scene.words(paragraph)}
    return not load_acts().trade_titles.isdisjoint(words)


def _headings(scene: Scene) -> tuple[tuple[int, bool], ...]:
    """The headings below the title, and labels before a paragraph (`EXPANDING TRADE: …`)."""
    found = []
    for paragraph in scene.paragraphs[1:]:
        words = paragraph.of(scene.text)
        label = _LABEL.match(words)
        titled = label is None and len(words) <= _TITLE and _TITLED.fullmatch(words) is not None
        if label or titled:
            said = set((label["label"] if label else words).lower().split())
            found.append((paragraph.start, not load_acts().trade_titles.isdisjoint(said)))
    return tuple(found)


def _own_instrument(scene: Scene, sofar: Reading) -> Instrument | None:
    """The instrument that the text itself is: the one named by its title."""
    head = scene.paragraphs[:2]
    named = [i for i in sofar.instruments if any(p.overlaps(s) for p in head for s in i.span)]
    texts = {InstrumentKind.FACT_SHEET, InstrumentKind.JOINT_STATEMENT}
    return next((i for i in named if i.kind.value in texts), named[0] if named else None)
