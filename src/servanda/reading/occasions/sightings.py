"""One place where an occasion is named, before the places of one document are put together."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId, Span, When
from servanda.codebook.vocabulary import OccasionStatus
from servanda.lexicon.gatherings import Gathering
from servanda.reading.actors.references import Referent
from servanda.reading.nominals import Nominal
from servanda.reading.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a clause names, by the part they play.

    Attributes:
        doers: who does it.
        objects: to whom it is done.
        others: those behind a preposition that leads to another party.
    """

    doers: tuple[Referent, ...]
    objects: tuple[Referent, ...]
    others: tuple[Referent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An occasion as one sentence names it.

    Attributes:
        gathering: what sort of occasion it is.
        span: its name, or the clause that reports it.
        nominal: the nominal, where a noun names it.
        stretch: the sentence.
        score: how sure the rule is that an occasion is meant.
        rule: the rule's name.
        cast: whom the clause names, where a verb tells it.
        anchor: the verb that tells it, or None.
        status: how far the verb's clause is a fact, or None.
    """

    gathering: Gathering
    span: Span
    nominal: Nominal | None
    stretch: Stretch
    score: float
    rule: str
    cast: Cast | None = None
    anchor: Span | None = None
    status: OccasionStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who takes part, as far as one sighting tells.

    Attributes:
        actors: their ids.
        spans: the words that say so.
        reason: how it was worked out.
    """

    actors: tuple[ActorId, ...]
    spans: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one sighting says of its occasion.

    Attributes:
        sighting: where.
        part: who takes part.
        when: the days, the words for them and how they were worked out; None where it does not say.
        place: the words of the place.
        status: held, planned, ongoing or hypothetical.
    """

    sighting: Sighting
    part: Part
    when: tuple[When, Span, str] | None
    place: Span | None
    status: OccasionStatus


@dataclass(frozen=True, slots=True)
class Told:
    """An occasion of a document, and who takes part in it by its own words.

    Attributes:
        sighting: where its fullest name stands.
        part: who takes part.
    """

    sighting: Sighting
    part: Part
