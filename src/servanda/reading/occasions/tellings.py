"""The events of a whole document with their days, as tables of event data have them.

They are worked out from the text whenever they are asked for and are no records: one sentence tells one, the same deed
told twice is told twice, and what a state does at home counts too. A noun tells one only where the reading has an occasion
there, since most nouns of a text only speak of a deed (`during his campaign`, `the fear of attacks`). The day is that of the occasion which the reading has
at the same place, else a time in the event's own clause, else the day of the document, and it says which. What is to come is promised or
planned on the day of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Occasion, Reading, Span, When
from servanda.reading.occasions.conventions import BY_HAND, Placed, placed_events
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times

_LONGEST = 366
OF_OCCASION, OF_SENTENCE, OF_DOCUMENT = "occasion", "sentence", "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event of a document.

    Attributes:
        placed: the event with its parties, as read and as coders place them.
        sentence: where the sentence stands that tells it.
        day: when it happened; None where not even the document has a day.
        basis: what gives the day: an occasion of the reading, the sentence, or the publication; empty where nothing does.
        occasion: id of the occasion that the reading has at this place, or empty.
    """

    placed: Placed
    sentence: Span
    day: When | None
    basis: str
    occasion: str


def tellings_of(scene: Scene, sofar: Reading) -> Iterator[Telling]:
    """The events of a document, in order."""
    for placed in placed_events(scene, sofar, BY_HAND):
        sentence = next(one for one in scene.sentences if one.holds(placed.event.span))
        occasion = _occasion_at(sofar, placed)
        word = scene.tree(sentence).at(placed.event.span.start)
        if occasion is None and word is not None and word.tag in {"NOUN", "PROPN"}:
            continue
        day, basis = _day(scene, placed, sentence, occasion)
        yield Telling(placed=placed, sentence=sentence, day=day, basis=basis, occasion=occasion.id if occasion else "")


def _occasion_at(sofar: Reading, placed: Placed) -> Occasion | None:
    """The occasion that an event's word stands in."""
    word = placed.event.span
    return next((one for one in sofar.occasions if any(span.overlaps(word) for span in one.spans)), None)


def _day(scene: Scene, placed: Placed, sentence: Span, occasion: Occasion | None) -> tuple[When | None, str]:
    published = scene.document.published
    if occasion is not None and (when := occasion.date.value) is not None and _is_past(when, published):
        return when, OF_OCCASION
    tree = scene.tree(sentence)
    word = tree.at(placed.event.span.start)
    clause = {node.span for node in tree.clause(word)} if word else set()
    for time in find_times(scene, sentence):
        if time.when is None or not _is_past(time.when, published):
            continue
        if any(span.overlaps(time.span) for span in clause):
            return time.when, OF_SENTENCE
    return published, OF_DOCUMENT if published else ""


def _is_past(when: When, published: When | None) -> bool:
    """Whether days may be those of a deed that is told: not those to come, which are promised or planned, and no span of years."""
    return (when.end - when.start).days <= _LONGEST and (published is None or when.end <= published.end)
