"""How far the name of an instrument reaches, and whether its noun only describes another.

The tree parts the name from the verb beside it: `the conventions [protect] prisoners`. Whether an instrument is meant is
decided in `nouns.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import Span
from servanda.lexicon.phrases import load_phrase_words
from servanda.reading.nominals import Nominal, nominal_at
from servanda.reading.stretches import Stretch

_WORDS = load_phrase_words()
_COMPLEMENTS = frozenset({"of", "with", "between", "among", "on", "for", "concerning", "regarding", "against", "to"})
# "Resolution 1701", "Protocol No. 3"
NUMBER = re.compile(r"\s(?:No\.?\s)?\d{1,4}(?:\s\(\d{4}\))?(?![\d,.]*\d|%|\s(?:percent|million|billion|times))")
_TO_BE_DONE = re.compile(
    r"\s(?:for|to)\s(?:signature|ratification|approval|consideration|implementation|adoption|review|parliament)\Z"
)
_PLURALS = frozenset(
    [
        "dams",
        "ports",
        "rights",
        "obligations",
        "allies",
        "partners",
        "members",
        "commitments",
        "provisions",
        "waters",
        "powers",
        "signatories",
        "talks",
        "negotiations",
        "parties",
        "terms",
        "projects",
        "organizations",
        "reservoirs",
        "countries",
        "states",
        "lands",
    ]
)
_PREDICATES = frozenset(
    {"are", "were", "have", "had", "will", "would", "which", "that", "can", "could", "must", "should"}
)


def nominal_of(stretch: Stretch, head: Span) -> Nominal:
    """The nominal, without what is to be done with the paper (`the agreement [for signature]`) or the verb behind it."""
    nominal = nominal_at(stretch, head, _COMPLEMENTS)
    if _TO_BE_DONE.search(nominal.span.of(stretch.scene.text)):
        nominal = nominal_at(stretch, head, _COMPLEMENTS - {"for", "to"})
    if not stretch.is_heading and len(nominal.span) > len(head):
        nominal = _without_verbs(stretch, head, nominal)
    number = NUMBER.match(stretch.scene.text, nominal.span.end, stretch.span.end)
    return nominal if number is None else replace(nominal, span=Span(nominal.span.start, number.end()))


def _without_verbs(stretch: Stretch, head: Span, nominal: Nominal) -> Nominal:
    """The nominal without a finite verb that the tree finds before or behind its noun: `The USMCA [replaced] NAFTA`."""
    words = stretch.scene.tree(stretch.span).within(nominal.span)
    before = [n for n, one in enumerate(words) if one.is_finite and one.span.end <= head.start]
    behind = [n for n, one in enumerate(words) if one.is_finite and one.span.start >= head.end]
    first = words[before[-1] + 1].span.start if before else nominal.span.start
    last = words[behind[0] - 1].span.end if behind else nominal.span.end
    kept = Span(first, max(last, head.end))
    if kept == nominal.span:
        return nominal
    lead = tuple(word.lower for word in stretch.scene.words(Span(first, head.start))) if first < head.start else ()
    return replace(nominal, span=kept, lead=lead, inside=tuple(m for m in nominal.inside if kept.holds(m.span)))


def is_modifier(stretch: Stretch, head: Span) -> bool:
    """Whether the noun only describes the next one (`agreement text`, `Treaty ally`)."""
    at = stretch.index(head.end - 1)
    after = stretch.lower(at + 1)
    if stretch.scene.text[head.end : head.end + 1] == "-":
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
    if not stretch.is_heading and _governs(stretch, head, word.span):
        return False
    if stretch.in_time(word) or stretch.mention_at(word) is not None:
        return False
    if word.text[:1].isupper():
        return stretch.words[at].text[:1].isupper()
    if stretch.words[at].text[:1].isupper() and after.endswith("s") and _is_subject(stretch, at + 1):
        return True  # "the Lima Treaty ports are", not "the Lima Treaty binds".
    return not after.endswith(("ed", "ing", "ly", "s"))


def _governs(stretch: Stretch, head: Span, word: Span) -> bool:
    """Whether the tree takes the word behind the noun for the verb of its clause: `the conventions [protect] prisoners`."""
    tree = stretch.scene.tree(stretch.span)
    noun, verb = tree.at(head.end - 1), tree.at(word.start)
    return noun is not None and verb is not None and verb.is_finite and noun.relation == "nsubj"


def _is_subject(stretch: Stretch, at: int) -> bool:
    """Whether a form in -s is a plural noun: a verb or the end of the clause follows it, or it is known as one."""
    return stretch.lower(at) in _PLURALS or stretch.lower(at + 1) in _PREDICATES
