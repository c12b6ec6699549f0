"""Words of the text for which a report has others: a member of a list, or the head of a name that goes on as before.

    text    dredging, pilotage, and salvage of wrecks        report  dredging, pilotage, storage and towage

A list is the same list where two members that follow one another are the same; what follows them there and here is
held against one another, where it closes the list of the text: an open list may be cut anywhere. A word that the text's sentence has elsewhere, or that the report's sentence has too, is no
substitute. A word takes another thing where what hangs on it in the same way stands nowhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.lexicon.contrasts import containing_verbs, stances
from servanda.resolve.attributions import asserting
from servanda.resolve.deeds import below, case_of
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment

_SHARED = 2
_LOOSE = frozenset({"with", "through", "including", "as", "like", "during", "under", "without"})
"""Prepositions that hang something on a verb that is no part of its frame."""
_BESIDE = 6
_NOUNS = frozenset({"NOUN", "PROPN"})
_TAKEN = {"obj": "takes", "nmod": "of", "obl": "of", "compound": "named", "conj": "and"}
"""How a noun hangs on a word for which another may stand: what hangs on a verb in one text may hang on its noun in the other."""
_MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod", "punct", "nummod"})


def find_substitutions(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """The words of the text for which a report has others."""
    known = frozenset(word.meaning for line in text.lines for word in line.words)
    for alignment in alignments:
        pairs = [
            *_in_lists(alignment.text, alignment.news),
            *_in_names(alignment.text, alignment.news),
            *_in_slots(alignment, known),
        ]
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
                and not (here.is_formulaic or there.is_formulaic or there.is_abbreviation)
                and not any(word.names and word.tag != "PROPN" for word in (here, there))
                and _replaces(here, there, text, news)
            ):
                yield here, there


def _in_slots(alignment: Alignment, known: frozenset[str]) -> Iterator[tuple[Word, Word]]:
    """Another thing that the same word takes: `add 14 inspectors`, `add 14 dogs`; the report's stands nowhere in the text."""
    if not alignment.is_close or not any(word.tag in {"VERB", "AUX"} for word in alignment.news.words):
        return
    for here in alignment.text.words:
        if here.lower in containing_verbs() | stances().keys():
            continue
        same = [word for word in alignment.news.words if word.meaning and word.meaning == here.meaning]
        for head in same:
            mine, others = (_slots(line, word) for line, word in ((alignment.text, here), (alignment.news, head)))
            for name in mine.keys() & others.keys():
                pair = mine[name], others[name]
                if _is_strange(alignment, *pair, known) and _is_same_frame(alignment, *pair):
                    yield mine[name], others[name]


def _is_same_frame(alignment: Alignment, here: Word, there: Word) -> bool:
    """Whether most of the words next to both are the same."""
    mine, told = _beside(alignment.text, here), _beside(alignment.news, there)
    return 2 * len(mine & told) >= min(len(mine), len(told))


def _beside(line: Line, word: Word) -> set[str]:
    near = line.words[max(0, word.place - _BESIDE) : word.place + _BESIDE + 1]
    return {other.meaning for other in near if other is not word} - {""}


def _slots(line: Line, head: Word) -> dict[tuple[str, str], Word]:
    """The nouns that hang on a word, each by how it hangs on it; a place that several take tells nothing."""
    found: dict[tuple[str, str], list[Word]] = {}
    for word in below(line, head):
        if word.relation in _TAKEN and word.tag in _NOUNS and case_of(line, word) not in _LOOSE:
            found.setdefault((_TAKEN[word.relation], case_of(line, word)), []).append(word)
    return {name: words[0] for name, words in found.items() if len(words) == 1}


def _is_strange(alignment: Alignment, here: Word, there: Word, known: frozenset[str]) -> bool:
    """Whether the report's word stands nowhere in the text, and the text's nowhere in the report's sentence."""
    told = {word.meaning for word in alignment.news.words}
    dated = [time.span for line in (alignment.text, alignment.news) for time in line.times]
    return (
        all(word.stem or word.names or word.tag == "PROPN" for word in (here, there))
        and bool(here.meaning and there.meaning)
        and there.meaning not in known
        and here.meaning not in told
        and not there.is_formulaic
        and not any(span.overlaps(word.span) for span in dated for word in (here, there))
    )


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
