"""When and where something was said.

A time beside the cue comes first, then the day of the occasion, then what the same speaker or the same paragraph said
before. Days that lie after publication belong to what is spoken of, not to the speaking.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import ActorId, Occasion, Reading, RecordId, Slot, Span, Spans, When, stated, unstated
from servanda.codebook.vocabulary import DocumentKind, OccasionKind, OccasionStatus
from servanda.lexicon.reporting import Form
from servanda.reading.actors.references import mentions_in, state_of
from servanda.reading.scenes import Scene
from servanda.reading.statements.news_days import day_of_story, is_headline, is_of_story, lead_day
from servanda.reading.statements.tellings import NOWHERE, Moment, Telling, is_earlier, is_past
from servanda.reading.times.times import Time, find_times

_REAL = frozenset({OccasionStatus.HELD, OccasionStatus.ONGOING})
_ENCOUNTERS = frozenset(
    {
        OccasionKind.SUMMIT,
        OccasionKind.TALKS,
        OccasionKind.VISIT,
        OccasionKind.CALL,
        OccasionKind.FORUM,
        OccasionKind.PRESS_CONFERENCE,
        OccasionKind.CEREMONY,
        OccasionKind.SIGNING,
    }
)


_ASIDE = re.compile(r",\s+(?:who|whose|whom|which|where)\s[^,]*\Z")
_SPEAKING = re.compile(
    r"\b(?:sp(?:eaks?|oke|oken|eaking)|address(?:ed|ing)|told|said|met|visit(?:ed|ing)|held|attended)\b"
)
_ANOTHER = re.compile(r"\b(?:when|since|until|after|before|where|how|that|which)\b[^,;.]*\Z")
_TAKEN_UP = frozenset({"he", "she", "they", "it", "both", "the"})


def moment_of(scene: Scene, sofar: Reading, telling: Telling, before: Moment) -> Moment:
    """When and where a report was made.

    Args:
        scene: the document laid out.
        sofar: the reading with its occasions.
        telling: the reporting clause.
        before: the moment of the speaker's last statement; `NOWHERE` where there is none.
    """
    if telling.perfect and scene.document.kind is DocumentKind.NEWS:
        return _at_some_time(scene, sofar, telling)
    if not _goes_on(scene, telling):
        before = NOWHERE if scene.document.kind is not DocumentKind.NEWS else replace(before, date=unstated())
    elif _is_long_ago(scene, before):
        before = replace(before, date=unstated())
    if not before.date.is_stated and not is_earlier(scene, telling):
        before = _time_before(scene, sofar, telling, before)
    occasion = _occasion(scene, sofar, telling, before)
    time = _time(scene, telling.clause) or _time_of_verb(scene, telling)
    if time is not None and time.when is not None:
        return Moment(date=stated(time.when, (time.span,), time.reason), occasion=occasion)
    held = next((o for o in sofar.occasions if o.id == occasion.value), None)
    if held is not None and held.date.value is not None:
        return Moment(date=stated(held.date.value, held.date.spans, "the day of the occasion"), occasion=occasion)
    if before.date.is_stated:
        return Moment(date=before.date, occasion=occasion)
    if is_headline(scene, telling.sentence):
        return Moment(date=lead_day(scene), occasion=occasion)
    if is_of_story(scene, sofar, telling, occasion):
        return Moment(date=day_of_story(scene), occasion=occasion)
    return Moment(date=day_of_text(scene, telling.words), occasion=occasion)


def _is_long_ago(scene: Scene, before: Moment) -> bool:
    """Whether a report told of what was said long before it: what follows may be said today."""
    published, when = scene.document.published, before.date.value
    if scene.document.kind is not DocumentKind.NEWS or published is None or when is None:
        return False
    return published.end is not None and when.end is not None and (published.end - when.end).days > _LONG_AGO


_LONG_AGO = 60


def _at_some_time(scene: Scene, sofar: Reading, telling: Telling) -> Moment:
    """When something was said of which a report only knows that it has been: `has called`, `have always denied`."""
    occasion = _occasion(scene, sofar, telling, NOWHERE)
    time = _time(scene, telling.clause)
    date = stated(time.when, (time.span,), time.reason) if time is not None and time.when is not None else unstated()
    return Moment(date=date, occasion=occasion, loose=not date.is_stated)


def _time_before(scene: Scene, sofar: Reading, telling: Telling, before: Moment) -> Moment:
    """The last day that a paragraph names before a report, outside quotations, in a sentence that names its speaker or side."""
    start = _start_of_telling(scene, telling)
    if start is None:
        return before
    outside = [
        t
        for t in find_times(scene, Span(start, telling.sentence.start))
        if scene.in_quote(t.span) is None and not _is_of_another(scene, t.span)
    ]
    past = [t for t in outside if t.when is not None and t.when.is_day and is_past(scene, t.when)]
    if not past or past[-1].when is None or not _is_of(scene, sofar, telling.speakers, past[-1].span):
        return before
    return Moment(
        date=stated(past[-1].when, (past[-1].span,), "the day that the paragraph names"), occasion=before.occasion
    )


def _is_of_another(scene: Scene, time: Span) -> bool:
    """Whether a time tells when something else was: `remains as it was [when the truce began in May]`."""
    sentence = scene.sentence_of(time)
    return sentence is not None and _ANOTHER.search(scene.text, sentence.start, time.start) is not None


def _start_of_telling(scene: Scene, telling: Telling) -> int | None:
    """Where the report begins that a sentence goes on with: its paragraph, or the one before where it says only `they`."""
    paragraph = scene.paragraph_of(telling.sentence)
    if scene.document.kind is not DocumentKind.NEWS or paragraph is None:
        return None
    taken_up = bool(telling.words) and telling.words[0].of(scene.text).split()[0].lower() in _TAKEN_UP
    at = scene.paragraphs.index(paragraph)
    if taken_up and at > 1:
        return scene.paragraphs[at - 1].start
    return paragraph.start if paragraph.start < telling.sentence.start else None


def _is_of(scene: Scene, sofar: Reading, speakers: tuple[ActorId, ...], time: Span) -> bool:
    """Whether the sentence of a time names one of the speakers or the state for which one speaks."""
    sentence = scene.sentence_of(time)
    named = mentions_in(sofar, sentence) if sentence is not None else ()
    meant = {*speakers, *(state_of(sofar, actor) for actor in speakers)}
    return any(actor in meant for mention in named for actor in mention.actors)


def _goes_on(scene: Scene, telling: Telling) -> bool:
    """Whether the day of the speaker's last statement carries over.

    In an official text the present tense is spoken by the text itself, on its own day; in a report "had said earlier" was
    on another day.
    """
    if scene.document.kind is not DocumentKind.NEWS:
        return telling.form is Form.PAST
    return not is_earlier(scene, telling)


def _time(scene: Scene, clause: Spans) -> Time | None:
    found = [time for span in clause for time in find_times(scene, span) if not _is_aside(scene, span, time.span)]
    past = [time for time in found if time.when is not None and is_past(scene, time.when)]
    return past[-1] if past else None


def _time_of_verb(scene: Scene, telling: Telling) -> Time | None:
    """A time behind what was said that belongs to the verb of saying: `announced a ban in [early March]`."""
    sentence = scene.sentence_of(telling.cue) if telling.cue is not None else None
    if sentence is None or telling.cue is None or telling.rule != "speech-noun" or telling.form is not Form.PAST:
        return None
    behind = find_times(scene, Span(telling.cue.end, sentence.end)) if telling.cue.end < sentence.end else ()
    news = scene.document.kind is DocumentKind.NEWS
    past = [t for t in behind if t.when is not None and (news or t.when.is_day) and is_past(scene, t.when)]
    if not past:
        return None
    tree = scene.tree(sentence)
    verb = tree.at(telling.cue.start)
    for time in past:
        top = tree.top(time.span)
        hangs = verb is not None and top is not None and tree.head(top) == verb and top.relation in _OF_TIME
        if hangs and scene.in_quote(time.span) is None:
            return time
    return None


_OF_TIME = frozenset({"obl", "nmod", "advmod"})


def _is_aside(scene: Scene, clause: Span, time: Span) -> bool:
    """Whether a time tells of something else about the speaker: `Ann Berg, who took office in 2017, said`."""
    aside = _ASIDE.search(scene.text, clause.start, time.start)
    return aside is not None and _SPEAKING.search(aside.group()) is None


def _occasion(scene: Scene, sofar: Reading, telling: Telling, before: Moment) -> Slot[RecordId]:
    """The encounter where it was said: named in the clause, that of the last statement, or the one its speaker is at."""
    met = [o for o in sofar.occasions if o.kind.value in _ENCOUNTERS and o.status.value in _REAL and _was(scene, o)]
    named = [o for o in met for span in o.span if any(part.overlaps(span) for part in telling.clause)]
    if named:
        return stated(named[0].id, named[0].span)
    if before.occasion.is_stated:
        return before.occasion
    if scene.document.kind is DocumentKind.NEWS:
        here = [o for o in met if _is_at(scene, o, telling)]
        return stated(here[-1].id, here[-1].span, "the speaker takes part in it") if here else unstated()
    if telling.form is not Form.PAST or not met:
        return unstated()
    main = min(met, key=lambda o: min(o.span))
    return stated(main.id, main.span, "the occasion that this text is about")


def _was(scene: Scene, occasion: Occasion) -> bool:
    return occasion.date.value is None or is_past(scene, occasion.date.value)


def _is_at(scene: Scene, occasion: Occasion, telling: Telling) -> bool:
    """Whether an occasion named before in the paragraph has the speaker among its participants."""
    paragraph = scene.paragraph_of(telling.sentence)
    near = paragraph is not None and any(paragraph.holds(s) and s.start < telling.sentence.start for s in occasion.span)
    return near and bool(set(telling.speakers) & set(occasion.participants.value or ()))


def day_of_text(scene: Scene, words: Spans) -> Slot[When]:
    """The day of an official text, on which it says what it says; open for a report.

    Args:
        scene: the document laid out.
        words: the words that bear it, such as the speaker's name.
    """
    published = scene.document.published
    if scene.document.kind is DocumentKind.NEWS or published is None or not words:
        return unstated()
    return stated(published, words, "the day of this text")
