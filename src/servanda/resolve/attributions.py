"""Which sentences of a report speak of the text, and who says what stands in them."""

from __future__ import annotations

import re

from servanda.codebook import NARRATOR, ActorId, Reading, Span
from servanda.lexicon.contrasts import generic_papers
from servanda.lexicon.papers import papers_by_word
from servanda.resolve.layouts import Layout, Line, Word

_BETWEEN = re.compile(r"[^\w-]+")


def lines_about(text: Layout, news: Layout) -> frozenset[int]:
    """Where the sentences begin that speak of the text: they name it, or go on about it with "it"."""
    nouns = names_of(text)
    # "A deal" may be any; "the deal" is the one that is told of.
    names = nouns - generic_papers()
    heads = heads_of(nouns) | nouns & generic_papers()
    found: set[int] = set()
    named = goes_on = False
    for line in news.lines:
        direct = any(naming(line, names)) or any(_is_definite(line, word) for word in naming(line, heads))
        others = naming(line, generic_papers())
        generic = named and any(_is_definite(line, word) for word in others)
        goes_on = direct or generic or (goes_on and _begins_with_it(line))
        # "a trade agreement" is another paper, and "the agreement" behind it is that one.
        named = direct or (named and all(_is_definite(line, word) for word in others))
        if goes_on:
            found.add(line.span.start)
    return frozenset(found)


def names_of(text: Layout) -> frozenset[str]:
    """What a report may call the text by: nouns of the sort of paper that it is, and the end of its own name."""
    title = _BETWEEN.sub(" ", (text.document.title or text.document.text[:200]).casefold())
    words = [word for word in papers_by_word() if f" {word} " in f" {title} "]
    # "Joint Leaders' Statement": the noun alone tells what sort of paper it is.
    heads = [word for word in papers_by_word() if " " in word and f" {word.split()[-1]} " in f" {title} "]
    kinds = {papers_by_word()[word].kind for word in (words or heads)}
    ends = {f"{before} {word}" for word in words for before in re.findall(rf"(\S+) {re.escape(word)}\b", title)}
    return frozenset(word for word, paper in papers_by_word().items() if paper.kind in kinds) | ends


def heads_of(nouns: frozenset[str]) -> frozenset[str]:
    """The last words of such names: `the statement` is the joint statement, `a statement` is not."""
    return frozenset(noun.split()[-1] for noun in nouns if " " in noun) - nouns


def naming(line: Line, nouns: frozenset[str]) -> list[Word]:
    """The last words of the places where the sentence names a paper by one of these nouns."""
    found = []
    for at, word in enumerate(line.words):
        two = f"{line.words[at - 1].lower} {word.lower}" if at else ""
        if two in nouns or (word.lower in nouns and not _belongs_to_name(line, word)):
            found.append(word)
    return found


def asserting(reading: Reading, span: Span) -> tuple[ActorId, ...]:
    """Who says what stands there: the speakers of the innermost statement around it, else the reporter.

    Empty where somebody is reported to say it and it is unclear who.
    """
    around = [
        (len(content), statement)
        for statement in reading.statements
        for content in statement.content
        if content.overlaps(span)
    ]
    if not around:
        return (NARRATOR,)
    statement = min(around, key=lambda pair: (pair[0], pair[1].id))[1]
    return statement.speakers.value or ()


def voiced_by_text(text: Layout, news: Layout, span: Span) -> bool:
    """Whether what stands there is reported as the text's own words: `the pact says that …`, `it also says …`."""
    nouns = names_of(text) | heads_of(names_of(text))
    line = next((line for line in news.lines if line.span.overlaps(span)), None)
    if line is None or line.span.start not in lines_about(text, news):
        return False
    told = [*naming(line, nouns), *(word for word in line.words[:1] if word.lower == "it")]
    verbs = [line.words[word.head].span for word in told if word.relation == "nsubj"]
    cues = [one.cue for one in news.reading.statements if any(part.overlaps(span) for part in one.content)]
    return any(cue is not None and verb.overlaps(cue) for cue in cues for verb in verbs)


def _is_definite(line: Line, word: Word) -> bool:
    """`the agreement`, but not `a trade agreement`: it was spoken of before, and nothing tells it apart."""
    return word.place > 0 and line.words[word.place - 1].lower in {"the", "this", "that"}


def _belongs_to_name(line: Line, word: Word) -> bool:
    """`the North Atlantic Treaty`: a paper with a name of its own is not the text."""
    return word.tag == "PROPN" and word.place > 0 and line.words[word.place - 1].tag == "PROPN"


def _begins_with_it(line: Line) -> bool:
    """`It also includes …`: the sentence goes on about what the one before spoke of."""
    return bool(line.words) and line.words[0].lower == "it"
