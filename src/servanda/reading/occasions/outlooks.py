"""Whether an occasion lies ahead or behind, as its own verb says it, where the words around its time do not.

`They asked Berg to come in February`: the next one, though `asked` is past. `Ministers meet in Lima on Sunday`: in a report the
plain present with a day is a timetable. A time that contradicts this is counted anew.
"""

from __future__ import annotations

import re

from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.lexicon.inflections import forms_of
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.times.tenses import Tense
from servanda.reading.times.times import Time, find_times, published_on
from servanda.reading.trees import Node, Tree

_TOGETHER = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_ASKING = frozenset(
    form
    for verb in (
        "invite",
        "ask",
        "urge",
        "plan",
        "agree",
        "expect",
        "schedule",
        "hope",
        "intend",
        "propose",
        "order",
        "send",
    )
    for form in forms_of(verb)
)
# What is announced or judged on a day need not be of that day.
_SPEAKING = frozenset(
    form
    for verb in (
        "announce",
        "propose",
        "condemn",
        "welcome",
        "oppose",
        "praise",
        "deplore",
        "demand",
        "reject",
        "recall",
        "await",
        "suggest",
    )
    for form in forms_of(verb)
)
# A sanction is imposed and aid given where it is announced; these are held or done later.
_DONE_APART = frozenset(
    {EventType.CONSULT, EventType.COOPERATE, EventType.RETREAT, EventType.MOBILIZE, EventType.ASSAULT}
)
_BEFORE = re.compile(
    r"\b(?:[Bb]uilding\son|[Ff]ollowing|[Aa]fter|[Ss]ince|in\sthe\swake\sof|[Tt]hanks\sto)\s(?:the\s|an?\s|his\s|her\s|its\s|their\s|our\s)?\Z"
)
_HAPPENS = frozenset(
    [
        "opens",
        "begins",
        "starts",
        "convenes",
        "resumes",
        "meets",
        "open",
        "begin",
        "start",
        "convene",
        "resume",
        "meet",
        "gather",
        "takes",
        "take",
    ]
)
_PRESENT = frozenset({"VBZ", "VBP", "NN", "NNS"})
"""A plain present as the tree has it; a noun's sign on a verb is a plural verb that was taken for one."""
_FARTHEST = 366


def counted_anew(sighting: Sighting, time: Time) -> Time:
    """The time, counted from the outlook of the occasion's own verb where it contradicts that.

    Args:
        sighting: the occasion as the sentence names it.
        time: when it is, as the sentence says.
    """
    day, stretch = published_on(sighting.stretch.scene), sighting.stretch
    if day is None or time.when is None:
        return time
    behind, ahead = time.when.end <= day, time.when.start > day
    outlook = outlook_of(sighting) if behind or ahead else None
    if (outlook is Tense.FUTURE and behind) or (outlook is Tense.PAST and ahead):
        for other in find_times(stretch.scene, stretch.span, outlook):
            if other.when and other.span == time.span and abs((other.when.start - day).days) <= _FARTHEST:
                return other
    return time


def is_spoken_of(sighting: Sighting, time: Time) -> bool:
    """Whether a time says when somebody spoke of the occasion (`on Monday Chile [announced] a summit`), not when it is."""
    if sighting.nominal is None or sighting.span.overlaps(time.span) or sighting.gathering.type not in _DONE_APART:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head, word = tree.at(sighting.nominal.head.end - 1), tree.top(time.span)
    if head is None or word is None or (head.relation != "nsubj" and time.span.start > sighting.span.end):
        return False
    if head.relation not in {"obj", "nsubj", "nmod", "conj"}:
        return False
    verb = tree.predicate(head)
    return verb.lower in _SPEAKING and tree.head(word) == verb


def is_timetabled(sighting: Sighting) -> bool:
    """Whether a verb that looks past by its form has a day to come (`Ministers meet in Lima on Sunday`)."""
    day = published_on(sighting.stretch.scene)
    if day is None or outlook_of(sighting) is not Tense.FUTURE:
        return False
    times = (counted_anew(sighting, time) for time in sighting.stretch.times)
    return any(time.when.start > day for time in times if time.when)


def outlook_of(sighting: Sighting) -> Tense | None:
    """Where the verb of an occasion points; None where it does not say."""
    if sighting.status is OccasionStatus.PLANNED:
        return Tense.FUTURE
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    place = sighting.anchor or (sighting.nominal.head if sighting.nominal else None)
    node = tree.at(place.start) if place is not None else None
    if node is None:
        return None
    if sighting.nominal is not None and _BEFORE.search(
        sighting.stretch.scene.text, sighting.stretch.span.start, sighting.span.start
    ):
        return Tense.PAST
    told = tree.predicate(node)
    if told.fine == "VB" and _is_asked(tree, told):
        return Tense.FUTURE
    if told.tag == "VERB" and told.fine in _PRESENT and _is_timetable(sighting, tree, told):
        return Tense.FUTURE
    return Tense.PAST if told.fine == "VBD" else None


def _is_asked(tree: Tree, verb: Node) -> bool:
    """Whether somebody is asked or means to do it: `invited him [to visit] Lima`."""
    over = tree.head(verb)
    marked = any(mark.lower == "to" for mark in tree.children(verb, "mark"))
    return marked and over is not None and over.lower in _ASKING


def _is_timetable(sighting: Sighting, tree: Tree, verb: Node) -> bool:
    """Whether the plain present of a report says when states are to meet; a headline tells in it what is past."""
    scene, span = sighting.stretch.scene, sighting.span
    if scene.document.kind is not DocumentKind.NEWS or sighting.gathering.type not in _TOGETHER:
        return False
    told = sighting.anchor == verb.span or verb.lower in _HAPPENS
    return told and not tree.children(verb, "aux") and not _is_headline(sighting) and scene.in_quote(span) is None


def _is_headline(sighting: Sighting) -> bool:
    titles = sighting.stretch.scene.paragraphs[:1]
    return len(sighting.stretch.scene.paragraphs) > 1 and any(title.holds(sighting.span) for title in titles)
