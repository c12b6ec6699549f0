"""Occasions that a noun names: which of its uses mean one.

"A forum hosted by Norway" is an occasion; "a forum for debate", "summit venue" and "calls for peace" are none. The lexicon
says what each noun needs beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.gatherings import Gathering, gatherings_by_word
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.borders import NOUN, in_actor, keeps_inner, nominal_of
from servanda.reading.occasions.clues import is_bare, score_of
from servanda.reading.occasions.roles import parties_of
from servanda.reading.occasions.sidelines import assemblies_in
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_BY_WORD = gatherings_by_word()
_CONVENED = re.compile(
    r"\s(?:is|was|were|will\sbe|is\sto\sbe|to\sbe|has\sbeen|had\sbeen|shall\sbe)\s(?:\w+\s)?(?:held|convened|hosted)\b"
    r"(?:\s(?:annually|quarterly|monthly|regularly|biannually|yearly))?"
)
_BODY_NAME = re.compile(r"\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?\s\([A-Z]{2,6}\)")
# What follows a verb in -s but hardly ever a plural noun ("the ceremony underscores ongoing …").
_VERB_OBJECTS = frozenset({"ongoing", "that", "how", "to", "what", "why", "our", "us", "them", "both", "more", "on"})


def find_in_nouns(stretch: Stretch) -> Iterator[Sighting]:
    """The occasions that nouns of one sentence name, in order."""
    yield from assemblies_in(stretch)
    yield from _convened(stretch)
    reached = stretch.span.start
    for match in NOUN.finditer(stretch.scene.text, stretch.span.start, stretch.span.end):
        head = Span(*match.span())
        gathering = _BY_WORD[
            match.group().lower().replace("-", " ") if match.group().lower() not in _BY_WORD else match.group().lower()
        ]
        if head.start < reached or in_actor(stretch, head) or _is_modifier(stretch, head, gathering):
            continue
        if match.group().lower() == "meet" and _is_tagged_verb(stretch, head):
            continue
        nominal = nominal_of(stretch, head, gathering)
        if _is_clause_verb(stretch, nominal) or is_history(stretch, nominal):
            continue
        score = score_of(stretch, nominal, gathering)
        if score >= 0.5 or is_bare(nominal):
            reached = nominal.span.end if keeps_inner(gathering) else head.end
            yield Sighting(
                gathering=gathering,
                span=nominal.span,
                nominal=nominal,
                stretch=stretch,
                score=score,
                rule=f"{gathering.name}-noun",
            )


def _convened(stretch: Stretch) -> Iterator[Sighting]:
    """The meeting of a body of several states that is held (`the Council will be held in May`)."""
    for mention in stretch.mentions:
        held = _CONVENED.match(stretch.scene.text, mention.span.end, stretch.span.end)
        # A body of several states is its own party; persons, states and the offices of one state are not.
        if held is None or any(actor.isupper() or stretch.home_of(actor) != actor for actor in mention.actors):
            continue
        article = stretch.scene.text[: mention.span.start].lower().endswith("the ")
        span = Span(mention.span.start - (4 if article else 0), held.end())
        yield Sighting(
            gathering=_BY_WORD["meeting"], span=span, nominal=None, stretch=stretch, score=0.6, rule="body-convened"
        )


def _is_modifier(stretch: Stretch, head: Span, gathering: Gathering) -> bool:
    """Whether the noun only describes the next one (`summit venue`), or its next word shows a verb (`calls for`)."""
    at = stretch.index(head.end - 1)
    after = stretch.lower(at + 1)
    if after in _BY_WORD and _is_noun_pair(stretch, at):
        return True  # "this summit meeting": the second noun bears the name.
    single = " " not in head.of(stretch.scene.text)
    if (
        (
            after in gathering.not_before
            and single
            and not stretch.in_time(stretch.words[min(at + 2, len(stretch.words) - 1)])
        )
        or stretch.scene.text[head.start - 1 : head.start] == "-"
        or stretch.scene.text[head.end : head.end + 1] == "-"
    ):
        return True
    if (
        not after.isalpha()
        or after in _WORDS.breaks
        or after in _WORDS.following
        or after in _WORDS.determiners
        or after in _WORDS.verbs
    ):
        return False
    word = stretch.words[at + 1]
    if stretch.in_time(word) or stretch.mention_at(word) is not None:
        return False
    if stretch.words[at].text[:1].isupper():
        return word.text[:1].isupper()
    if after.endswith("s") and (stretch.lower(at + 2) in _WORDS.determiners or stretch.lower(at + 2) in _VERB_OBJECTS):
        return False
    if after.endswith("ing") and stretch.lower(at + 2) in _BY_WORD:
        return True
    return not after.endswith(("ed", "ing", "ly")) and word.text.islower()


def _is_noun_pair(stretch: Stretch, at: int) -> bool:
    """Whether the next noun stands right behind this one, and both are written alike."""
    one, two = stretch.words[at], stretch.words[at + 1]
    return two.span.start - one.span.end == 1 and one.text[:1].isupper() == two.text[:1].isupper()


def is_history(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a war has a proper name, by which history knows it (`the Crimean War`)."""
    head = stretch.index(nominal.head.start)
    if _BODY_NAME.match(stretch.scene.text, nominal.head.end) and nominal.head.of(stretch.scene.text)[:1].isupper():
        return True  # "the Front for the Liberation of Chad (FLC)"
    if nominal.head.of(stretch.scene.text) != "War" or stretch.is_heading or head == 0:
        return False
    before = stretch.words[head - 1].text
    if len(parties_of(stretch, Span(nominal.span.start, nominal.head.end))) > 1:
        return False  # "the Iran-Iraq War" names those who fought it.
    return before[:1].isupper() and not before.endswith(("'s", "’s", "s'", "s’"))


def _is_tagged_verb(stretch: Stretch, head: Span) -> bool:
    """Whether the tree has the word for a verb (`to fly to Lima and meet with Berg`)."""
    node = stretch.scene.tree(stretch.span).at(head.start)
    return node is not None and node.tag == "VERB"


def _is_clause_verb(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether a form in -s behind "that" or "which" is a verb (`a rule that bans flights`)."""
    return nominal.lead in (("that",), ("this",)) and nominal.head.of(stretch.scene.text).endswith("s")
