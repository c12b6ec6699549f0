"""Occasions in which one party does something to another: who banned, struck, deployed, freed or helped.

A clause counts where its subject is a party and its object holds another one: what a state does at home is none. The
clause runs from the subject to the end of the object, without its time, its cause and its consequence. Bare infinitives
tell plans and wishes, and are left to the readers of commitments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.codebook import ActorId, Span
from servanda.lexicon.dealings import Dealing, load_dealings
from servanda.lexicon.names import load_names
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.subjects import subject_before
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_STOPS = frozenset(
    [
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "as",
        "after",
        "before",
        "while",
        "when",
        "where",
        "because",
        "although",
        "though",
        "if",
        "unless",
        "amid",
        "following",
        "during",
        "since",
        "until",
        "citing",
        "saying",
        "claiming",
        "arguing",
        "despite",
        "but",
        "however",
        "so",
        "than",
        "alleging",
    ]
)
# Where the other party has been named already, these lead to a cause, a purpose or a time.
_LOOSE = frozenset(
    [
        "over",
        "for",
        "to",
        "under",
        "without",
        "ahead",
        "into",
        "amid",
        "and",
        "by",
        "through",
        "via",
        "at",
        "near",
        "along",
    ]
)
_TURN = (
    "in response",
    "in retaliation",
    "in order",
    "in protest",
    "in connection",
    "due to",
    "in return",
    "in exchange",
)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being)\s(?:(?:also|then|later|\w+ly)\s)?\Z")
_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|been|began|begun|started|begins|continues|continued)\s(?:\w+ly\s)?\Z")
_BY = re.compile(r"\sby\s(?:the\s)?")
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|his|her|its|their|this|that|these|those|of|and|any|no|[’']s)\s\Z", re.IGNORECASE
)
_APPOSED = re.compile(
    r",\s(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,3}(?:head|leader|commander|chief|citizen|national|general|ship|vessel|member|company|official|[a-z]+er|[a-z]+ist)\b[^,;.]{0,50}"
)
_MUTUAL = re.compile(r"\b(?:exchang\w+|swap\w*|clash\w*|fought|traded|their|each\sother|ties|relations)\b")
_LONGEST = 24


def find_deeds(stretch: Stretch, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """The deeds towards another party that verbs of one sentence tell.

    Args:
        stretch: the sentence.
        taken: what its nouns name already; a noun in the object bears the record.
    """
    reached = stretch.span.start
    for dealing, match in _verbs(stretch):
        if match.start() < reached or any(mention.span.overlaps(Span(*match.span())) for mention in stretch.mentions):
            continue
        span = _clause(stretch, dealing, match)
        if span is None:
            continue
        reached = span.end
        if not any(other.span.overlaps(span) for other in taken):
            yield _sighting(stretch, dealing, span)


def _verbs(stretch: Stretch) -> list[tuple[Dealing, re.Match[str]]]:
    """The verbs in order; of several sorts the ones that ask for goods first, since they say more."""
    text, span = stretch.scene.text, stretch.span
    found = [
        (dealing, match)
        for dealing in load_dealings()
        for match in dealing.pattern.finditer(text, span.start, span.end)
        if not _NOUN_BEFORE.search(text, max(span.start, match.start() - 8), match.start())
    ]
    return sorted(found, key=lambda known: (known[1].start(), known[0].goods is None))


def _clause(stretch: Stretch, dealing: Dealing, match: re.Match[str]) -> Span | None:
    """The clause of a verb, active or passive, where two parties are in it."""
    text, start = stretch.scene.text, stretch.span.start
    word = match.group().split()[0]
    if word.endswith("ing") and not _PROGRESSIVE.search(text, start, match.start()):
        return None
    passive = None if word.endswith("ing") else _PASSIVE.search(text, start, match.start())
    span = _suffered(stretch, dealing, match, passive.start()) if passive else _done(stretch, match)
    if span is None:
        return None
    beyond = dealing.goods.match(text, span.end + 1, stretch.span.end) if dealing.goods else None
    if beyond and match.end() < span.end:
        span = Span(span.start, beyond.end())
    if dealing.goods and not dealing.goods.search(text, span.start, span.end):
        return None
    return span if len(parties_of(stretch, span) | _described(stretch, span.end)) > 1 else None


def _done(stretch: Stretch, match: re.Match[str]) -> Span | None:
    subject = subject_before(stretch, match.start())
    if subject is None:
        return None
    owners = parties_of(stretch, subject)
    end = _object_end(stretch, match.end(), owners)
    if end is None:
        return None
    others = (parties_of(stretch, Span(match.end(), end)) | _described(stretch, end)) - owners
    among = len(owners) > 1 and _MUTUAL.search(stretch.scene.text, match.start(), end) is not None
    return Span(subject.start, end) if others or among else None


def _described(stretch: Stretch, at: int) -> frozenset[ActorId]:
    """The parties in an apposition behind the object (`killed a general, head of the Kenyan guard,`)."""
    found = _APPOSED.match(stretch.scene.text, at, stretch.span.end)
    return parties_of(stretch, Span(found.start(), found.end())) if found else frozenset()


def _suffered(stretch: Stretch, dealing: Dealing, match: re.Match[str], at: int) -> Span | None:
    """`Two Libyan diplomats were expelled by Athens`, `sanctions were imposed on Iran by Canada`."""
    first = _nominal_start(stretch, at)
    if first is None:
        return None
    end = _object_end(stretch, match.end(), frozenset())
    agent = _BY.search(stretch.scene.text, match.end() - 1, min(stretch.span.end, (end or match.end()) + 40))
    if agent:
        behind = next((m for m in stretch.mentions if 0 <= m.span.start - agent.end() <= 24), None)
        end = max(end or 0, behind.span.end) if behind else end
    elif dealing.goods is None:
        return None  # "She was flown from Lima to Quito": nobody is said to have done it.
    return Span(first, end or match.end())


def _nominal_start(stretch: Stretch, at: int) -> int | None:
    """Where the nominal before the auxiliary begins, back to the last boundary of a clause."""
    here = stretch.index(at - 1)
    first = None
    while here >= 0:
        lower = stretch.lower(here)
        if lower in _STOPS or lower in (",", ";", ":", ".", "said", "and") or stretch.in_time(stretch.words[here]):
            break
        first = here
        here -= 1
    return stretch.words[first].span.start if first is not None else None


def _object_end(stretch: Stretch, at: int, owners: frozenset[ActorId]) -> int | None:
    """The end of the object: the last word before another clause, a time, or, once another party is named, a cause."""
    begin = here = stretch.index(at) + (0 if stretch.words[stretch.index(at)].span.start >= at else 1)
    while here < len(stretch.words) and here - begin < _LONGEST:
        word, lower = stretch.words[here], stretch.lower(here)
        if lower in _STOPS or stretch.in_time(word) or (not lower[:1].isalnum() and lower not in "-–/&\"“”’'()$€£%."):
            break
        if lower == "and" and _is_verb(stretch, here + 1):
            break
        if lower == "." or stretch.scene.text.startswith(_TURN, word.span.start):
            break
        if (
            here > begin
            and lower in _LOOSE
            and parties_of(stretch, Span(at, stretch.words[here - 1].span.end)) - owners
        ):
            break
        if (
            here > begin
            and word.text.endswith("ing")
            and word.text.islower()
            and stretch.lower(here - 1) in ("from", "with", "by")
        ):
            here -= 1
            break
        here += 1
    while here > begin and stretch.lower(here - 1) in _WORDS.breaks | {"the", "a", "an", "late", "early"}:
        here -= 1
    return stretch.words[here - 1].span.end if here > begin else None


def _is_verb(stretch: Stretch, at: int) -> bool:
    lower = stretch.lower(at)
    return lower in _WORDS.following or (lower.endswith("ed") and lower not in _WORDS.describing)


def parties_of(stretch: Stretch, span: Span) -> frozenset[ActorId]:
    """The parties named in a stretch: by mentions, adjectives, and the names of states and capitals; a person is the state served."""
    mentions = (m for m in stretch.mentions if span.overlaps(m.span))
    named = {home for m in mentions for actor in m.actors if (home := stretch.home_of(actor))}
    known = load_names().find(span.of(stretch.scene.text))
    return frozenset(named | {one.id for _, one in known if one.sort in ("state", "adjective", "capital") and one.id})


def _sighting(stretch: Stretch, dealing: Dealing, span: Span) -> Sighting:
    return Sighting(
        gathering=dealing.gathering,
        span=span,
        nominal=None,
        stretch=stretch,
        score=0.6,
        rule=f"{dealing.gathering.name}-deed",
    )
