"""By when a deed is to be done: by a day, or on, in, from or for a time that lies ahead.

    will pay $1 billion | this year · agreed to meet | in December · for | the next ten years · from 2026 to 2030

A time that only names a thing (`the 2026 budget`, `the May summit`) sets none, and no past day does, nor when it only begins
(`beginning in 2026`, `from 1 January`).
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum

from servanda.codebook import Slot, Span, When, stated, unclear, unstated
from servanda.reading.commitments.lines import Line
from servanda.reading.scenes import Scene
from servanda.reading.times.pages import Hit, hits_in, published_on
from servanda.reading.times.tenses import Tense
from servanda.reading.times.times import deadline_in
from servanda.reading.times.values import TimeKind
from servanda.reading.trees import Node

_LEAD = re.compile(
    r"\b(?:from|on|in|at|during|over|for|within|throughout|this|next)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:\s\(\w+\))?(?:,\s(?:and\s)?|\sand\s)(?:in\s)?")
_LONGEST_LEAD = 32
_BEGINNING = re.compile(
    r"\b(?:starting|beginning|commencing|effective|as\sof|as\sfrom|from)\s(?:(?:from|on|in|at|the|as\sof|of)\s)*\Z",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:talks|round|summit|meeting|conference|exercises?|session)\s(?:starting|beginning)\b", re.IGNORECASE
)
_SPANNED = re.compile(r"\b(?:to|until|till|through)\b|\d[–—-]\d", re.IGNORECASE)
_DONE = frozenset({"VERB", "AUX"})
_HOLDING = frozenset(
    {
        "hold",
        "host",
        "convene",
        "reconvene",
        "launch",
        "open",
        "reopen",
        "begin",
        "start",
        "resume",
        "organize",
        "organise",
        "stage",
        "inaugurate",
        "establish",
    }
)
_STARTS = frozenset(
    {"launch", "opening", "reopening", "start", "resumption", "convening", "holding", "inauguration", "establishment"}
)
_STEPS = 4
_JUST, _FAR = timedelta(days=92), timedelta(days=182)
_SUMS = frozenset({"NUM", "SYM"})
_SIGNS = frozenset("$€£¥₩")


class Looks(Enum):
    """Whether a time beside a deed says when it is due, or when it was promised."""

    AHEAD = "ahead"
    """It says when it is due: `pledged to pay in May`."""
    BACK = "back"
    """It says when it was promised: `the aid promised in March`."""
    BOTH_WAYS = "both ways"
    """A past day says when it was promised, another when it is due: `pledged $3 million in May`, `in 2030`."""
    TOLD = "told"
    """It says when it is due, but for a month just over: `agreed to halt the drills in May`, read in June."""


def deadline_of(scene: Scene, line: Line, words: Span, head: Span | None, looks: Looks) -> Slot[When]:
    """By when a deed is to be done, as it says or as the head of its list does; unstated where nothing sets a time.

    Args:
        scene: the document.
        line: the sentence of the deed.
        words: the deed.
        head: the head of the list in which the deed stands, if it stands in one.
        looks: whether the words look back on the promise.
    """
    found = deadline_in(scene, words) or (deadline_in(scene, head) if head is not None else None)
    if found is not None:
        return stated(found.when, (found.span,), found.reason) if found.when else unclear(found.reason, (found.span,))
    if looks is Looks.BACK:
        return unstated()
    hits = [hit for hit in hits_in(scene, words, Tense.FUTURE) if _is_ahead(scene, hit)]
    if looks is Looks.BOTH_WAYS:
        past = {hit.span for hit in hits_in(scene, words, Tense.PAST) if not _is_ahead(scene, hit)}
        hits = [hit for hit in hits if hit.span not in past]
    if looks is Looks.TOLD:
        over = _just_over(scene, words)
        hits = [hit for hit in hits if hit.span not in over]
    first = next(
        (at for at, hit in enumerate(hits) if _is_of_deed(line, hit) and not _only_begins(scene, words, hit)), None
    )
    if first is None:
        return unstated()
    last = first
    while last + 1 < len(hits) and _JOINT.fullmatch(scene.text[hits[last].span.end : hits[last + 1].span.start]):
        last += 1
    when = _together(hits[first].resolved.when, hits[last].resolved.when)
    lead = _LEAD.search(scene.text, max(words.start, hits[first].span.start - _LONGEST_LEAD), hits[first].span.start)
    span = Span(lead.start() if lead else hits[first].span.start, hits[last].span.end)
    return stated(when, (span,), hits[first].resolved.reason) if when is not None else unstated()


def _together(one: When | None, other: When | None) -> When | None:
    """From the beginning of one time to the end of another: `in 2025 and 2026`."""
    return one if one is None or other is None or one.last >= other.last else When.between(one.start, other.last)


def _is_ahead(scene: Scene, hit: Hit) -> bool:
    """Whether it is a time of the calendar that is not over when the text is published."""
    when = hit.resolved.when
    if when is None or hit.resolved.kind is not TimeKind.DATE:
        return False
    published = published_on(scene)
    return published is None or when.last > published


def _just_over(scene: Scene, words: Span) -> frozenset[Span]:
    """The times that are just over if they lie behind, and would be far off if they lay ahead."""
    published = published_on(scene)
    near, far = (
        hits_in(scene, words, Tense.PAST),
        {hit.span: hit.resolved.when for hit in hits_in(scene, words, Tense.FUTURE)},
    )
    return frozenset(
        hit.span
        for hit in near
        if (past := hit.resolved.when) is not None
        and (ahead := far.get(hit.span)) is not None
        and published is not None
        and past.last <= published < ahead.start
        and published - past.last < _JUST
        and ahead.start - published > _FAR
    )


def _only_begins(scene: Scene, words: Span, hit: Hit) -> bool:
    """Whether a time says from when something is done, and no end: `starting from 2026`, but `from 2026 to 2030`."""
    before = scene.text[max(words.start, hit.span.start - _LONGEST_LEAD) : hit.span.start]
    begins = _BEGINNING.search(before) is not None and not _MEETING.search(before)
    return begins and not _SPANNED.search(hit.span.of(scene.text))


def _is_held_then(line: Line, thing: Node) -> bool:
    """Whether a thing takes place by the deed, so that its time is the deed's: `convene the forum | in May`, `the launch of talks`."""
    above: Node | None = thing
    for _ in range(_STEPS):
        if above is None:
            return False
        if above.lower in _STARTS or above.lemma.lower() in _HOLDING:
            return True
        above = line.tree.head(above) if above.relation in {"obj", "nmod", "conj", "xcomp"} else None
    return False


def _is_of_deed(line: Line, hit: Hit) -> bool:
    """Whether a time hangs on a verb, or on a sum that is paid then, and names no thing."""
    top = line.tree.top(hit.span)
    head = line.tree.head(top) if top is not None else None
    if top is None or head is None:
        return False
    if head.tag in _DONE and top.relation in {"obl", "advmod", "nmod"}:
        return True
    if top.relation != "nmod":
        return False
    if _is_held_then(line, head):
        return True
    words = [head, *line.tree.children(head, "nummod", "compound")]
    return any(one.tag in _SUMS or one.text[:1] in _SIGNS for one in words)
