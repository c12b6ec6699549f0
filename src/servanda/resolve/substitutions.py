"""Words of the text for which a report has others: a member of a list, or the head of a name that goes on as before.

    text    dredging, pilotage, and salvage of wrecks        report  dredging, pilotage, storage and towage

A list is the same list where two members that follow one another are the same; what follows them there and here is
held against one another, where it closes the list of the text: an open list may be cut anywhere. A word that the text's sentence has elsewhere, or that the report's sentence has too, is no
substitute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.resolve.alignments import Alignment
from servanda.resolve.attributions import asserting
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word

_SHARED = 2
_MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod", "punct", "nummod"})


def find_substitutions(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The words of the text for which a report has others."""
    for alignment in alignments:
        pairs = [*_in_lists(alignment.text, alignment.news), *_in_names(alignment.text, alignment.news)]
        for here, there in dict.fromkeys(pairs):
            yield Finding(
                happening=Happening.SUBSTITUTED,
                aspect=Aspect.WORDS,
                text=text.document.id,
                text_spans=(here.span,),
                news=news.document.id,
                news_spans=(there.span,),
                asserted_by=asserting(news.reading, there.span),
                claims_text=alignment.claims_text,
                reason=f"“{_said(news, there)}” in the report where the text has “{_said(text, here)}”",
                score=alignment.score,
            )


def lists_in(line: Line) -> list[list[Word]]:
    """The lists of the sentence: words that are coordinated, in order; two or more of them."""
    found = []
    for word in line.words:
        members = [other for other in line.words if other.relation == "conj" and other.head == word.place]
        if members and word.relation != "conj":
            found.append([word, *members])
    return found


def _in_lists(text: Line, news: Line) -> Iterator[tuple[Word, Word]]:
    for here in lists_in(text):
        for there in lists_in(news):
            yield from _of_lists(here, there, text, news)


def _of_lists(here: list[Word], there: list[Word], text: Line, news: Line) -> Iterator[tuple[Word, Word]]:
    """What stands behind a run of shared members in both lists, or before it."""
    stems = [word.stem or word.lower for word in here]
    for at in range(len(there) - _SHARED):
        run = [word.stem or word.lower for word in there[at : at + _SHARED]]
        for place in range(len(stems) - _SHARED):
            one, other = here[place + _SHARED], there[at + _SHARED]
            if stems[place : place + _SHARED] == run and _closes(one, text) and _replaces(one, other, text, news):
                yield one, other


def _closes(word: Word, line: Line) -> bool:
    """Whether the member ends a list, or a part of one that goes together: `and` stands before it."""
    return any(other.relation == "cc" and other.head == word.place for other in line.words)


def _replaces(here: Word, there: Word, text: Line, news: Line) -> bool:
    """Whether neither word stands in the other sentence."""
    return bool(here.stem and there.stem) and not (
        there.stem in {word.stem for word in text.words} or here.stem in {word.stem for word in news.words}
    )


def _in_names(text: Line, news: Line) -> Iterator[tuple[Word, Word]]:
    """The same modifiers, at least two, before another head: `deep-water container terminal`, `… port`."""
    for here in text.words:
        mine = _modifiers(text, here)
        if len(mine) < _SHARED or here.is_formulaic:
            continue
        for there in news.words:
            if (
                _modifiers(news, there) == mine
                and there.stem != here.stem
                and not there.is_formulaic
                and _replaces(here, there, text, news)
            ):
                yield here, there


def _modifiers(line: Line, head: Word) -> tuple[str, ...]:
    if head.tag not in {"NOUN", "PROPN"} or not head.stem:
        return ()
    before = []
    for word in reversed(line.words[: head.place]):
        under = word.head == head.place or line.words[word.head].head == head.place
        if not under or word.relation not in _MODIFIERS:
            break
        if word.stem:
            before.append(word.stem)
    return tuple(before)


def _said(layout: Layout, word: Word) -> str:
    return Span(word.span.start, word.span.end).of(layout.document.text)
