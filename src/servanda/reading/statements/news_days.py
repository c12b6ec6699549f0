"""The day of a report's news, for its headline and for the words of those of whom it opens."""

from __future__ import annotations

import re

from servanda.codebook import Reading, RecordId, Slot, Span, When, stated, unstated
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.reporting import Form
from servanda.reading.actors.references import mentions_in
from servanda.reading.occasions.story_days import story_day
from servanda.reading.scenes import Scene
from servanda.reading.statements.tellings import Telling, is_earlier, is_past
from servanda.reading.times.times import find_times

_HEADLINE_AND_LEAD = 2


def is_headline(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence is the headline of a report: the first paragraph, before others, without a full stop."""
    if scene.document.kind is not DocumentKind.NEWS or len(scene.paragraphs) < _HEADLINE_AND_LEAD:
        return False
    first = scene.paragraphs[0]
    return first.holds(sentence) and not first.of(scene.text).rstrip().endswith((".", "”", '"'))


def lead_day(scene: Scene) -> Slot[When]:
    """The first day that the lead names outside quotations: a headline tells what the lead dates."""
    lead = scene.paragraphs[1]
    times = (time for time in find_times(scene, lead) if scene.in_quote(time.span) is None)
    first = next((time for time in times if time.when is not None), None)
    if first is None or first.when is None or not first.when.is_day or not is_past(scene, first.when):
        return unstated()
    return stated(first.when, (first.span,), f"the day that the lead names; {first.reason}")


def is_of_story(scene: Scene, sofar: Reading, telling: Telling, occasion: Slot[RecordId]) -> bool:
    """Whether a report tells what someone of the news it opens with said: at an encounter, or in that one's own words."""
    if scene.document.kind is not DocumentKind.NEWS or is_earlier(scene, telling):
        return False
    if telling.form not in (None, Form.PAST):
        return False
    if any(_TO_THE_PRESS.search(part.of(scene.text)) for part in telling.clause):
        return True
    if not (occasion.is_stated or telling.rule in _IN_OWN_WORDS):
        return False
    opening = Span(scene.paragraphs[0].start, scene.paragraphs[:_OPENING][-1].end)
    own = scene.sentence_of(telling.sentence)
    told = (m for m in mentions_in(sofar, opening) if own is None or not own.holds(m.span))
    return any(set(telling.speakers) & set(mention.actors) for mention in told)


_TO_THE_PRESS = re.compile(
    r"\b(?:(?:press|media|news) (?:briefing|conference|statement)|briefing|reporters|journalists|the press)\b",
    re.IGNORECASE,
)
"""What is said to the press is said on the day of the news."""
_OPENING = 3
"""How many paragraphs, the title among them, tell the news."""
_IN_OWN_WORDS = frozenset({"quotation", "as-said", "speech-that", "speech-to", "trailing"})
"""Constructions by which a report gives the words of its news; others as often give the background."""


def day_of_story(scene: Scene) -> Slot[When]:
    """The one day shortly before publication that the first paragraphs name."""
    found = story_day(scene)
    return stated(found[0], (found[1],), found[2]) if found is not None else unstated()
