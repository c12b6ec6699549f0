"""Occasions that only a verb reports: who met whom, who spoke by phone, who will visit where, what was signed.

The clause runs from the subject to the object, no further. A verb whose object is itself the name of an occasion
("hosted a summit") is left to the nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.encounters import Encounter, load_encounters
from servanda.lexicon.papers import papers_by_word
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.actors.references import Referent
from servanda.reading.nominals import nominal_at
from servanda.reading.occasions.deeds import parties_of
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.subjects import subject_before
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_COUNTERPART = re.compile(
    r"(?:(?:his|her|their|the|its|several|senior|top|other|a\snumber\sof|members\sof|representatives\sof)\s)+(?:[^\s,.;]+\s){0,4}?"
    r"(?:counterparts?|officials|ministers|leaders|executives|lawmakers|representatives|parliamentarians|businesses)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(rf"\b(?:{'|'.join(sorted(papers_by_word(), key=len, reverse=True))})\b", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:[^,;]{0,60}\s)?(?:for|during|on\sthe\soccasion\sof|in|as\spart\sof)\s(?:the\s)?\Z")
_AMONG_THEMSELVES = frozenset(
    {"met", "meet", "gathered", "assembled", "convened", "held talks", "conferred", "negotiated"}
)
_CALLED = re.compile(
    r"(?:\s(?:on|in|to|after|before|late|early|last|this|again|yesterday|today|earlier|twice|and\ssaid|from)\b|[.,;]|\Z)"
)
_BY_PARTIES = frozenset({"refusal", "concession", "accession", "joint-work"})
_SHORT = 4
_SURE = 0.5
_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|be|been|began|begins)\s(?:(?:\w+ly|also|now|still|currently)\s)?\Z")
_MANY = re.compile(
    r"\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Pp]residents|[Dd]elegat\w+s|[Ee]nvoys|[Nn]egotiators|[Dd]iplomats|Council|Assembly|G7|G20|Quad)\b"
)
_BARE = frozenset(
    {"understanding", "understandings", "partnership", "initiative", "guidelines", "resolution", "settlement"}
)
_CLAUSE_ENDS = frozenset({",", ".", ";", "if", "when", "as", "and", "while", "in", "on", "after"})
_SERIES = re.compile(
    r"(?:(?:an?|the|this)\s(?:\w+\s)?(?:series|number|set|range|raft|string|package|host|pair|slate|suite)|dozens|scores|hundreds)\sof\s"
)
_NAME = re.compile(r"[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]+))*")


def find_in_verbs(stretch: Stretch, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """The occasions that verbs of one sentence report.

    Args:
        stretch: the sentence.
        taken: what its nouns name already.
    """
    for encounter in load_encounters():
        for match in encounter.pattern.finditer(stretch.scene.text, stretch.span.start, stretch.span.end):
            sighting = _sighting(stretch, encounter, match)
            if sighting and not any(_is_told(sighting, other, match.end()) for other in taken):
                yield sighting


def _is_told(sighting: Sighting, other: Sighting, behind: int) -> bool:
    """Whether a noun in the verb's own object names the occasion."""
    if other.nominal and other.score < _SURE:
        return False  # "joined the exercise": a bare noun alone is no record.
    if other.span.overlaps(sighting.span):
        return other.span.end > behind
    if other.gathering.family != sighting.gathering.family:
        return False
    between = sighting.stretch.scene.text[sighting.span.end : other.span.start]
    return sighting.span.end <= other.span.start and _PURPOSE.match(between) is not None


def _sighting(stretch: Stretch, encounter: Encounter, match: re.Match[str]) -> Sighting | None:
    subject = subject_before(stretch, match.start())
    end = _object_end(stretch, encounter, match.end())
    met = encounter.object == "party" and match["verb"] in _AMONG_THEMSELVES
    alone = (met or encounter.object == "none") and subject is not None and _is_plural(stretch, subject)
    if end is None and not alone:
        return None
    if subject is None and not stretch.mentions and encounter.gathering.type is EventType.AGREE:
        return None  # A company's deal, unless a party stands in the sentence.
    gerund = match["verb"].split()[0].endswith("ing") and not _PROGRESSIVE.search(
        stretch.scene.text, stretch.span.start, match.start()
    )
    if gerund and encounter.gathering.family == "visit":
        return None  # "Before visiting Lima" only tells when something else was.
    subjectless = gerund or encounter.gathering.family in ("signing", "agreement", "protest")
    if subject is None and not subjectless:
        return None
    if encounter.gathering.family in _BY_PARTIES and not (subject and parties_of(stretch, subject)):
        return None  # Courts, clubs and persons of no state refuse and grant as well.
    alone = encounter.gathering.family == "agreement" and _says_enough(stretch, match.start(), end)
    told = subject is not None and not gerund and not alone
    start = subject.start if subject and told else match.start()
    span = Span(start, end or match.start() + len(match["verb"]))
    score = 0.75 if subject and end else 0.5
    return Sighting(
        gathering=encounter.gathering,
        span=span,
        nominal=None,
        stretch=stretch,
        score=score,
        rule=f"{encounter.gathering.name}-verb",
    )


def _says_enough(stretch: Stretch, start: int, end: int | None) -> bool:
    """Whether verb and object say enough without the subject (`entered into an agreement with Peru`)."""
    return end is not None and stretch.index(end - 1) - stretch.index(start) >= _SHORT


def _is_plural(stretch: Stretch, subject: Span) -> bool:
    words = subject.of(stretch.scene.text)
    named = [mention for mention in stretch.mentions if subject.holds(mention.span)]
    several = len({a for m in named for a in m.actors}) > 1 or len(parties_of(stretch, subject)) > 1
    return (
        words.lower() in ("they", "we")
        or words.lower().startswith(("both", "the "))
        or several
        or _MANY.search(words) is not None
    )


def _object_end(stretch: Stretch, encounter: Encounter, at: int) -> int | None:
    """Where the object ends that the construction asks for; None where something else follows."""
    text = stretch.scene.text
    if encounter.nouns:
        found = re.compile(rf"\b(?:{'|'.join(map(re.escape, encounter.nouns))})\b").search(
            text, at, min(stretch.span.end, at + 60)
        )
        inner = text[at : found.start()] if found else ","
        return None if not found or "," in inner or "." in inner else _noun_end(stretch, encounter, found)
    if encounter.object == "paper":
        return _paper_end(stretch, at)
    if encounter.object == "none":
        return None
    counterpart = _COUNTERPART.match(text, at, stretch.span.end)
    if counterpart:
        return _named_behind(stretch, counterpart.end())
    if encounter.object == "place":
        name = _NAME.match(text, at, stretch.span.end)
        return name.start() + len(re.sub(r"(?:[’']s)?[.’']*\Z", "", name.group())) if name else None
    end = _party_end(stretch, at, people=encounter.object in ("person", "caller"))
    # "called Putin a thug", "called Putin's plan": only a call where nothing is said of the person called.
    return end if encounter.object != "caller" or end is None or _CALLED.match(text, end) else None


def _named_behind(stretch: Stretch, at: int) -> int:
    """The end of a name that stands behind a counterpart's title (`her Greek counterpart, Ann Berg`)."""
    named = next((m for m in stretch.mentions if 0 <= m.span.start - at <= 2), None)
    between = stretch.scene.text[at : named.span.start] if named else ""
    return named.span.end if named and between in (" ", ", ") and _is_person(named) else at


def _noun_end(stretch: Stretch, encounter: Encounter, found: re.Match[str]) -> int:
    if encounter.gathering.family in ("refusal", "concession"):
        return nominal_at(stretch, Span(*found.span()), frozenset({"of", "by", "from"})).span.end
    if encounter.gathering.family not in ("threat", "deployment"):
        return found.end()
    at = stretch.index(found.end()) + 1
    while at < len(stretch.words) and stretch.lower(at) not in _CLAUSE_ENDS and not stretch.in_time(stretch.words[at]):
        at += 1
    return stretch.words[at - 1].span.end


def _party_end(stretch: Stretch, at: int, *, people: bool) -> int | None:
    """The end of the actors named right here, all of those that "and" joins."""
    text = stretch.scene.text
    here: Referent | None = next(
        (m for m in stretch.mentions if 0 <= m.span.start - at <= 4 and text[at : m.span.start] in ("", "the ")), None
    )
    if here is None:
        return None
    end = here.span.end
    for mention in stretch.mentions:
        if mention.span.start > end and re.fullmatch(
            r"\s*(?:,|and|,\sand)\s+(?:the\s)?|\s*,\s*", text[end : mention.span.start]
        ):
            end = mention.span.end
    if not _is_person(here) and _goes_further(stretch, end):
        return None  # "meeting the NATO target"
    return None if text[end : end + 2] in ("'s", "’s") or (people and not _is_person(here)) else end


def _goes_further(stretch: Stretch, at: int) -> bool:
    """Whether the name of a state or body only describes the noun behind it."""
    here = stretch.index(at) + (0 if stretch.words[stretch.index(at)].span.start >= at else 1)
    lower = stretch.lower(here)
    is_time = here < len(stretch.words) and stretch.in_time(stretch.words[here])
    return (
        lower.isalpha() and not is_time and lower not in _WORDS.breaks | _WORDS.following and not lower.endswith("ly")
    )


def _is_person(mention: Referent) -> bool:
    """Whether a mention is tied to persons: theirs are the ids without a state or a slash."""
    return all(actor.islower() and "/" not in actor for actor in mention.actors)


def _paper_end(stretch: Stretch, at: int) -> int | None:
    """The end of the instrument's nominal, if it begins right here."""
    series = _SERIES.match(stretch.scene.text, at, stretch.span.end)
    at = series.end() if series else at
    found = _PAPER.search(stretch.scene.text, at, min(stretch.span.end, at + 110))
    if found is None or found.group() in _BARE:
        return None
    nominal = nominal_at(stretch, Span(*found.span()), frozenset({"of", "on", "with", "between", "for"}))
    return nominal.span.end if abs(nominal.span.start - at) <= 4 else None
