"""A report that says the opposite of a text: a `not` lost or gained, `with` for without, `reject` for endorse.

A word that both sentences have is held against itself: what denies it in one and not in the other is told. Words that
are opposites count as the same word denied once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from servanda.lexicon.contrasts import affirming_words, opposites
from servanda.resolve.attributions import asserting
from servanda.resolve.deeds import above_of, below, denial_of, under
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment
from servanda.resolve.synonyms import meaning_of

_OBJECTS = frozenset({"obj", "nsubj", "nmod", "xcomp", "obl"})
_WEIGHED = frozenset({"VERB", "NOUN", "ADJ"})


def find_reversals(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Where a report denies what the text says, or says what it denies: one finding for two sentences."""
    for alignment in alignments:
        if not alignment.is_close:
            continue
        pairs = [pair for pair in _pairs(alignment) if _is_reversed(alignment, *pair)]
        if pairs:
            here, there = min(pairs, key=lambda pair: (_depth(alignment.news, pair[1]), pair[1].place))
            yield _finding(text, news, alignment, here, there)


def _pairs(alignment: Alignment) -> Iterator[tuple[Word, Word]]:
    """The words that both sentences have once each, or that are opposites of one another."""
    mine = {word.meaning for word in alignment.text.words}
    told = {word.meaning for word in alignment.news.words}
    for there in _once(alignment.news):
        for here in _once(alignment.text):
            opposed = _are_opposites(here, there) and there.meaning not in mine and here.meaning not in told
            if here.meaning == there.meaning or opposed:
                yield here, there


def _once(line: Line) -> list[Word]:
    meanings = [word.meaning for word in line.words]
    return [word for word in line.words if word.meaning and word.tag in _WEIGHED and meanings.count(word.meaning) == 1]


def _is_reversed(alignment: Alignment, here: Word, there: Word) -> bool:
    one, other = denial_of(alignment.text, here), denial_of(alignment.news, there)
    if one.holds is None or other.holds is None or not _is_same_matter(alignment, here, there):
        return False
    if (one.holds is other.holds) is (here.meaning == there.meaning):
        return False
    return here.meaning != there.meaning or (
        _is_affirmed(one.by, alignment.news, there) and _is_affirmed(other.by, alignment.text, here)
    )


def _is_affirmed(by: Word | None, line: Line, word: Word) -> bool:
    """Whether a word that one sentence denies by what a verb means is affirmed in the other: by a verb known to do so.

    `The removal of weapons` is no opposite of what armies `pull back`, a verb of which nothing is known.
    """
    if by is None or word.tag == "VERB":
        return True
    above = next((one for one in above_of(line, word) if one.tag in _WEIGHED), None)
    return above is None or above.lower in affirming_words() or above.meaning in opposites_of(by.meaning)


def _is_same_matter(alignment: Alignment, here: Word, there: Word) -> bool:
    """Whether something that hangs on the two words, or that they hang on, is in both; of opposites, what they are done to."""
    around = _around if here.meaning == there.meaning else _done_to
    return bool(around(alignment.text, here) & around(alignment.news, there))


def _around(line: Line, word: Word) -> set[str]:
    near = {other.meaning for other in under(line, word)} | {line.words[word.head].meaning}
    siblings = {other.meaning for other in line.words if other.head == word.head}
    return (near | siblings) - {"", word.meaning}


def _done_to(line: Line, word: Word) -> set[str]:
    return {other.meaning for other in below(line, word) if other.relation in _OBJECTS} - {""}


def _are_opposites(here: Word, there: Word) -> bool:
    return there.meaning in opposites_of(here.meaning)


@cache
def opposites_of(meaning: str) -> frozenset[str]:
    """The meanings that say the opposite."""
    return frozenset(
        meaning_of(word)
        for pair in opposites()
        for side, others in (pair, pair[::-1])
        if meaning in {meaning_of(known) for known in side}
        for word in others
    )


def _depth(line: Line, word: Word) -> int:
    depth, here = 0, word
    while here.head != here.place and depth < len(line.words):
        depth, here = depth + 1, line.words[here.head]
    return depth


def _finding(text: Layout, news: Layout, alignment: Alignment, here: Word, there: Word) -> Finding:
    said, told = here.span.of(text.document.text), there.span.of(news.document.text)
    denied = "the report" if denial_of(alignment.news, there).holds else "the text"
    reason = (
        f"{denied} denies “{told}”, the other does not"
        if here.meaning == there.meaning
        else f"“{told}” in the report, the opposite of “{said}” in the text"
    )
    return Finding(
        happening=Happening.REVERSED,
        aspect=Aspect.TERM,
        text=text.document.id,
        text_spans=(here.span,),
        news=news.document.id,
        news_spans=(there.span,),
        asserted_by=asserting(news.reading, there.span),
        claims_text=alignment.claims_text,
        reason=reason,
        score=alignment.score,
    )
