"""Instruments: the documents and arrangements that parties adopted or work on, once for each document.

An adopted text is an instrument itself, by its title. Unilateral papers and standing bodies are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from servanda.codebook import ActorId, Instrument, Problem, Reading, Slot, Span, When, stated, unstated
from servanda.codebook.vocabulary import (
    ActorKind,
    DocumentKind,
    EventType,
    InstrumentKind,
    InstrumentStatus,
    OccasionStatus,
)
from servanda.lexicon.papers import papers_by_word
from servanda.reading.actors.references import parties_in_view, state_of
from servanda.reading.instruments.adoptions import adopted_on, makers_of, obliged_by, status_of
from servanda.reading.instruments.groups import grouped
from servanda.reading.instruments.likely import find_likely
from servanda.reading.instruments.makers import is_of_one, is_place, is_topic, makers_behind
from servanda.reading.instruments.nouns import Naming, find_namings
from servanda.reading.instruments.privates import is_private
from servanda.reading.occasions.origins import adjectives_in
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch, stretches_of
from servanda.reading.times.times import published_on

_ARTICLE = re.compile(r"(?:the|a|an|this|that|its|their|our)\s+", re.IGNORECASE)
_JOINT = frozenset({"joint", "bilateral", "trilateral", "mutual", "two", "both", "our", "their"})
_SLUG = re.compile(r"[^\W_]+")


def read_instruments(scene: Scene, sofar: Reading) -> Iterable[Instrument | Problem]:
    """The instruments of a document, in the order of their names.

    Args:
        scene: the document.
        sofar: the reading with its actors.
    """
    stretches = stretches_of(scene, sofar)
    title = _title(scene, stretches)
    if title is not None:
        yield _titled(scene, sofar, title)
    namings = [naming for stretch in stretches if stretch is not title for naming in _named_in(stretch)]
    namings = [naming for naming in namings if not _names_itself(scene, naming)]
    for group in grouped(namings, title):
        yield _instrument(scene, sofar, group)


def _named_in(stretch: Stretch) -> tuple[Naming, ...]:
    """What a sentence names, with what only the trained model sees; papers of firms and universities are left out."""
    read = tuple(find_namings(stretch))
    found = (*read, *find_likely(stretch, read))
    return tuple(naming for naming in found if not is_private(stretch.scene.text, naming.nominal.span))


def _title(scene: Scene, stretches: Sequence[Stretch]) -> Stretch | None:
    """The title of an adopted text: its first sentence, where that is a heading."""
    if scene.document.kind is not DocumentKind.INSTRUMENT or not stretches:
        return None
    first = stretches[0]
    return None if first.span.of(scene.text).rstrip().endswith((".", "!", "?")) and not scene.document.title else first


def _names_itself(scene: Scene, naming: Naming) -> bool:
    """Whether a release or readout calls itself a fact sheet or statement in its heading: it is no instrument."""
    kinds = (InstrumentKind.FACT_SHEET, InstrumentKind.JOINT_STATEMENT)
    own = scene.document.kind in (DocumentKind.RELEASE, DocumentKind.READOUT)
    return own and naming.paper.kind in kinds and naming.stretch.span == scene.sentences[0]


def _titled(scene: Scene, sofar: Reading, title: Stretch) -> Instrument:
    """The adopted text itself."""
    day, span = published_on(scene), title.span
    words = span.of(scene.text)
    named = _states(sofar, [actor for mention in title.mentions for actor in mention.actors])
    parties = (
        named if len(named) > 1 else parties_in_view(scene, sofar, Span(len(scene.text) - 1, len(scene.text))) or named
    )
    noun = next((word for word in sorted(papers_by_word(), key=len, reverse=True) if word in words.lower()), "")
    kind = (
        papers_by_word()[noun].kind
        if noun
        else InstrumentKind.JOINT_STATEMENT
        if "statement" in words.lower()
        else InstrumentKind.OTHER
    )
    return Instrument(
        document=scene.document.id,
        name=_slug(words, day.year if day else None),
        kind=stated(kind, (span,)),
        parties=stated(parties, (span,), "" if parties == named else "the parties that the text names most")
        if parties
        else unstated(),
        date=stated(When.day(day), (span,), "adopted on the day of publication") if day else unstated(),
        status=stated(InstrumentStatus.CONCLUDED, (span,), "the text itself, as adopted"),
        span=(span,),
        origin=replace(origin("adopted-text"), score=0.95),
    )


def _instrument(scene: Scene, sofar: Reading, group: Sequence[Naming]) -> Instrument:
    named, seen = group[0], all(naming.seen for naming in group)
    span = named.nominal.span
    date: Slot[When] = next((slot for slot in map(adopted_on, group) if slot.is_stated), _made_on(sofar, group))
    status: Slot[InstrumentStatus] = next((slot for slot in map(status_of, group) if slot.is_stated), unstated())
    return Instrument(
        document=scene.document.id,
        name=_slug(span.of(scene.text), date.value.start.year if date.value else None),
        kind=stated(_kind(scene, named), (span,)),
        parties=_parties(scene, sofar, group),
        date=date,
        status=status
        if status.is_stated
        else stated(_usual_status(named), (span,), "what such an instrument is where no verb says"),
        span=(span,),
        origin=replace(
            origin("likely-noun" if seen else f"{named.paper.name}-noun", seen=seen),
            score=round(max(naming.score for naming in group), 2),
        ),
    )


def _usual_status(naming: Naming) -> InstrumentStatus:
    """What such an instrument is where no verb says: an initiative known by name is at work."""
    works = naming.is_proper and naming.paper.name == "arrangement"
    return InstrumentStatus.IN_FORCE if works else naming.paper.status


def _made_on(sofar: Reading, group: Sequence[Naming]) -> Slot[When]:
    """The day of the occasion that made it, where one is read whose clause holds its name."""
    for naming in group:
        for occasion in sofar.occasions:
            held = occasion.status.value is OccasionStatus.HELD and occasion.type.value is EventType.AGREE
            if held and occasion.date.is_stated and any(span.holds(naming.nominal.span) for span in occasion.span):
                return occasion.date
    return unstated()


def _kind(scene: Scene, naming: Naming) -> InstrumentKind:
    """The noun's kind; a "framework agreement" is an agreement, and a pact by name a treaty."""
    if naming.is_proper and naming.nominal.head.of(scene.text).startswith("Pact"):
        return InstrumentKind.TREATY
    words = naming.nominal.span.of(scene.text).lower()
    if naming.paper.kind is InstrumentKind.OTHER and re.search(r"\b(?:agreement|deal|framework for)\b", words):
        return InstrumentKind.AGREEMENT
    return naming.paper.kind


def _parties(scene: Scene, sofar: Reading, group: Sequence[Naming]) -> Slot[tuple[ActorId, ...]]:
    """Those named in it, else those who made it, else the parties in view where it is joint or the text is theirs."""
    for naming in group:
        inside = [one for one in naming.nominal.inside if not is_topic(naming, one) and not is_place(naming, one)]
        referents = [*inside, *adjectives_in(naming.stretch, naming.nominal)]
        named = _states(sofar, [actor for referent in referents for actor in referent.actors])
        if (len(named) > 1 and not _is_with(naming)) or (
            any(not _is_state(actor) for actor in named) and obliged_by(naming) is None
        ):
            return stated(named, tuple(referent.span for referent in referents))
    for naming in group:
        both = _with_others(sofar, naming)
        if len(both) > 1:
            return stated(both, (naming.nominal.span,), "those who made it, and whom it is with")
    obliged = next((one for one in map(obliged_by, group) if one is not None), None)
    if obliged is not None and not any(_JOINT & set(naming.nominal.lead) for naming in group):
        return stated(_states(sofar, obliged.actors), (obliged.span,), "who is to carry it out")
    for naming in group:
        makers = makers_behind(naming) or makers_of(naming)
        named = _signers(sofar, [actor for referent in makers for actor in referent.actors])
        if len(named) > 1 or (named and (is_of_one(naming) or not _is_state(named[0]))):
            return stated(named, tuple(referent.span for referent in makers), "those who made it")
    return _parties_in_view(scene, sofar, group[0])


def _is_with(naming: Naming) -> bool:
    """Whether the name gives only the other side (`a treaty with Peru`)."""
    text = naming.stretch.scene.text
    lead, behind = text[naming.nominal.span.start : naming.nominal.head.start], naming.nominal.head.end
    owned = any(mention.span.end <= naming.nominal.head.start for mention in naming.nominal.inside)
    return not owned and bool(lead) and " with " in text[behind : naming.nominal.span.end]


def _with_others(sofar: Reading, naming: Naming) -> tuple[ActorId, ...]:
    """Those who made it, else the last party named before it, with those whom its name gives."""
    if not _is_with(naming) or not naming.nominal.inside:
        return ()
    before = [m for m in naming.stretch.mentions if m.span.end <= naming.nominal.span.start]
    makers = makers_of(naming) or tuple(before[-1:])
    return _states(sofar, [actor for one in (*makers, *naming.nominal.inside) for actor in one.actors])


def _parties_in_view(scene: Scene, sofar: Reading, naming: Naming) -> Slot[tuple[ActorId, ...]]:
    span = naming.nominal.span
    parties = parties_in_view(scene, sofar, span)
    theirs = scene.document.kind in (DocumentKind.INSTRUMENT, DocumentKind.READOUT)
    if parties and (theirs or not naming.is_proper or _JOINT & set(naming.nominal.lead)):
        return stated(parties, (span,), "the parties in view")
    return unstated()


def _is_state(actor: ActorId) -> bool:
    return len(actor) == 3 and actor.isupper()


def _states(sofar: Reading, actors: Sequence[ActorId]) -> tuple[ActorId, ...]:
    """The states and bodies behind actors: a person stands for a state, and for none where that is not known."""
    people = {actor.actor for actor in sofar.actors if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE)}
    behind = (state_of(sofar, actor) or (None if actor in people else actor) for actor in actors)
    return tuple(dict.fromkeys(actor for actor in behind if actor is not None))


def _signers(sofar: Reading, actors: Sequence[ActorId]) -> tuple[ActorId, ...]:
    """Those who sign: agencies of different states for themselves, others for their states."""
    states = _states(sofar, actors)
    bodies = [actor for actor in actors if "/" in actor and _is_body(sofar, actor)]
    return tuple(bodies) if len(states) > 1 and len(bodies) == len(states) else states


def _is_body(sofar: Reading, actor: ActorId) -> bool:
    return any(known.actor == actor and known.kind is ActorKind.BODY for known in sofar.actors)


def _slug(words: str, year: int | None) -> str:
    bare = _ARTICLE.sub("", words.lower(), count=1).replace("’", "'").replace("'s", "")
    parts = _SLUG.findall(bare)[:10]
    tail = [str(year)] if year and str(year) not in parts else []
    return "-".join([*parts, *tail])
