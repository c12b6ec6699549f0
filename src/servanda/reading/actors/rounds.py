"""Rounds of three parties and more: those whom a text lists one by one as speaking, meeting or agreeing together.

    We, the Presidents of Kenya, Uganda and Rwanda, met in Arusha. · the talks between Peru, Chile and Bolivia

A round is bound together where the text goes on with `the leaders`, `they` or `the three parties`. A list of places, of those
who are only spoken of, or of two is none. Who a round is bound by, the readers of commitments say.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.scenes import Scene

LEAST = 3
"""From how many on a list is a round."""
_OPENING = 4
_OFFICE = (
    r"(?:prime|deputy|vice|foreign|defen[cs]e|finance|trade|interior|energy|presidents?|ministers?|chancellors?|leaders?|heads?|premiers?|kings?|emirs?|amirs?"
    r"|sultans?|state|governments?|secretar(?:y|ies)|affairs|national|security|advis[eo]rs?|representatives?|ambassadors?|republic|kingdom|of|for|and|external)"
)
_LINK = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,;]\s*(?:and|&|as well as|along with|together with)?|\s(?:and|&|as well as|along with|together with))\s*"
    rf"(?:the\s+)?(?:(?:{_OFFICE}\s+)+(?:of\s+|from\s+)(?:the\s+)?)?(?:(?:republic|kingdom|state|government)\s+of\s+(?:the\s+)?)?|\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:and|as well as|along with|together with)\b|&", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|from|near|on|to|after|since|before)\s+(?:the\s+)?\Z", re.IGNORECASE)
_LEADERS = r"(?:presidents|ministers|leaders|heads|premiers|governments|secretaries|advis[eo]rs|representatives|delegations|envoys|members|officials)\b"
_ACTING = re.compile(
    rf"(?:\bwe(?:\s?[,–—-]\s?|\s+)(?:the\s+)?|\b(?:between|among|amongst)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?"
    rf"|\b{_LEADERS}(?:\s(?:of|for|and)\s\w+)*\s(?:of|from)\s+(?:the\s+)?)\Z",
    re.IGNORECASE,
)
_LED = re.compile(rf"(?:the\s)?(?:\w+\s){{0,3}}{_LEADERS}", re.IGNORECASE)
_MEETING = re.compile(
    r"[\w\s,.’']{0,60}?\b(?:met|meets|spoke|hosted|welcomed|received|convened|joined|held\s\w+)\b(?:\s(?:today|with|by|on\s\w+))*\s*(?:the\s+)?"
    rf"(?:(?:{_OFFICE}\s+)+)?",
    re.IGNORECASE,
)
_BACK, _NEAR = 90, 40

SidesOf = Callable[[Sequence[ActorId]], tuple[ActorId, ...]]


@dataclass(frozen=True, slots=True)
class Round:
    """Three sides or more that are listed one by one.

    Attributes:
        span: from the first name to the last.
        first: the first name.
        sides: the states or unions, each once.
    """

    span: Span
    first: Span
    sides: tuple[ActorId, ...]


def rounds_in(text: str, named: Sequence[tuple[Span, tuple[ActorId, ...]]], sides_of: SidesOf) -> Iterator[Round]:
    """The lists of three sides and more among some names, in the order of the text.

    Args:
        text: the text that they stand in.
        named: the places where actors are named, sorted, with the actors.
        sides_of: the states or unions behind some actors.
    """
    row: list[tuple[Span, tuple[ActorId, ...]]] = []
    for place, actors in named:
        if row and place.start < row[-1][0].end:
            continue
        if row and _LINK.fullmatch(text, row[-1][0].end, place.start) is None:
            yield from _round(text, row, sides_of)
            row = []
        elif len(row) == 1 and _is_place(text, row[0][0], place):
            row = []
        row.append((place, actors))
    yield from _round(text, row, sides_of)


def _is_place(text: str, first: Span, following: Span) -> bool:
    """Whether the first name only says where: `in Ghana, Togo and Benin agreed`."""
    comma = text[first.end : following.start].strip() == ","
    return comma and _PLACED.search(text, max(0, first.start - 12), first.start) is not None


def _round(text: str, row: Sequence[tuple[Span, tuple[ActorId, ...]]], sides_of: SidesOf) -> Iterator[Round]:
    gaps = (text[left.end : right.start] for (left, _), (right, _) in itertools.pairwise(row))
    several = any(len(actors) >= LEAST for _, actors in row)
    sides = tuple(dict.fromkeys(sides_of([actor for _, actors in row for actor in actors])))
    if len(sides) >= LEAST and (several or any(_LAST.search(gap) for gap in gaps)):
        yield Round(Span(row[0][0].start, row[-1][0].end), row[0][0], sides)


def opening_round(
    scene: Scene, named: Sequence[tuple[Span, tuple[ActorId, ...]]], sides_of: SidesOf
) -> tuple[ActorId, ...]:
    """The round for whom an official text speaks, or of whose meeting it tells: the first that acts in its opening.

    Args:
        scene: the document laid out.
        named: the places where actors are named, sorted, with the actors.
        sides_of: the states or unions behind some actors.

    Returns:
        The sides; empty for a report, and where none of its first paragraphs lists any.
    """
    if scene.document.kind is DocumentKind.NEWS or not scene.paragraphs:
        return ()
    paragraphs = scene.paragraphs[:_OPENING]
    starts = [place.start for place, _ in named]
    inside = named[bisect_left(starts, paragraphs[0].start) : bisect_right(starts, paragraphs[-1].end)]
    own = next((one for one in rounds_in(scene.text, inside, sides_of) if _acts(scene, one)), None)
    return () if own is None else tuple(dict.fromkeys((*sides_of(_host(scene, own, inside)), *own.sides)))


def _host(scene: Scene, one: Round, named: Sequence[tuple[Span, tuple[ActorId, ...]]]) -> tuple[ActorId, ...]:
    """Who met those listed: `President Otieno met with the Presidents of Chad, Niger and Mali`."""
    sentence = scene.sentence_of(one.span)
    before = [(place, actors) for place, actors in named if place.end <= one.span.start]
    if sentence is None or not before or before[-1][0].start < sentence.start:
        return ()
    place, actors = before[-1]
    return actors if _MEETING.fullmatch(scene.text, place.end, one.span.start) else ()


def _acts(scene: Scene, one: Round) -> bool:
    """Whether those listed speak, meet or act: behind `we`, as leaders of their states, `between` them, or as a subject."""
    before = scene.text[max(0, one.span.start - _BACK) : one.span.start]
    if _ACTING.search(before) or _LED.match(one.first.of(scene.text)):
        return True
    sentence = scene.sentence_of(one.span)
    if sentence is None or one.span.start > sentence.start + _NEAR:
        return False
    top = scene.tree(sentence).top(one.first)
    return top is not None and top.relation == "nsubj"
