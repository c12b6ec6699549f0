"""Which sentences of a report speak of the text, and who says what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

from servanda.codebook import NARRATOR, ActorId, Document, Reading, Span, Spans
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.contrasts import generic_papers
from servanda.lexicon.papers import papers_by_word
from servanda.resolve.layouts import Layout, Line, Word

_READOUTS = frozenset({"readout", "read-out"})
_DEFINITE = frozenset({"the", "this", "that"})
_TWO = 2
_EARLY = timedelta(days=1)
_LATE = timedelta(days=7)
_BETWEEN = re.compile(r"[^\w-]+")


def lines_about(text: Layout, news: Layout) -> frozenset[int]:
    """Where the sentences begin that speak of the text: they name it, or go on about it with "it"."""
    nouns = names_in(text, news)
    # "A deal" may be any; "the deal" is the one that is told of.
    names = nouns - generic_papers()
    heads = heads_of(nouns) | nouns & generic_papers()
    told = papers_told((text.document, text.reading), (news.document, news.reading))
    found: set[int] = set()
    named = goes_on = False
    for line in news.lines:
        direct = any(naming(line, names)) or any(_is_definite(line, word) for word in naming(line, heads))
        direct = direct or any(span.overlaps(line.span) for span in told)
        others = naming(line, generic_papers())
        generic = named and any(_is_definite(line, word) for word in others)
        goes_on = direct or generic or (goes_on and _begins_with_it(line))
        # "a trade agreement" is another paper, and "the agreement" behind it is that one.
        named = direct or (named and all(_is_definite(line, word) for word in others))
        if goes_on:
            found.add(line.span.start)
    return frozenset(found)


def names_of(text: Document) -> frozenset[str]:
    """What a report may call a text by: nouns of the sort of paper that it is, and the end of its own name."""
    title = _BETWEEN.sub(" ", (text.title or text.text[:200]).casefold())
    words = [word for word in papers_by_word() if f" {word} " in f" {title} "]
    # "Joint Leaders' Statement": the noun alone tells what sort of paper it is.
    heads = [word for word in papers_by_word() if " " in word and f" {word.split()[-1]} " in f" {title} "]
    kinds = {papers_by_word()[word].kind for word in (words or heads)}
    ends = {f"{before} {word}" for word in words for before in re.findall(rf"(\S+) {re.escape(word)}\b", title)}
    readout = _READOUTS if text.kind is DocumentKind.READOUT else frozenset()
    return frozenset(word for word, paper in papers_by_word().items() if paper.kind in kinds) | ends | readout


def nouns_of_papers() -> frozenset[str]:
    """Every noun that any text may be called by."""
    return frozenset(papers_by_word()) | _READOUTS


def names_in(text: Layout, news: Layout) -> frozenset[str]:
    """What a report calls the text by: by its sort of paper, or as the report itself names a paper of those days and parties."""
    told = papers_told((text.document, text.reading), (news.document, news.reading))
    called = [" ".join(_BETWEEN.sub(" ", span.of(news.document.text).casefold()).split()) for span in told]
    return names_of(text.document) | frozenset(
        word for word in papers_by_word() if any(f" {word} " in f" {name} " for name in called)
    )


def parties_of(reading: Reading) -> frozenset[ActorId]:
    """The two who owe most of what a text states, and are owed most."""
    sides = (side for term in reading.commitments for side in (term.debtors.value, term.creditors.value))
    owed = Counter(actor for side in sides for actor in side or ())
    most = sorted(owed.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    return frozenset(actor for actor, _ in most)


def papers_told(text: tuple[Document, Reading], news: tuple[Document, Reading]) -> Spans:
    """The words by which a report of those days names a paper of the text's parties.

    `The Lisbon Accord` that both signed is the declaration of the day, whatever its title calls it.
    """
    day, told = text[0].published, news[0].published
    parties = parties_of(text[1])
    if day is None or told is None or len(parties) < _TWO or not -_EARLY <= told.start - day.start <= _LATE:
        return ()
    return tuple(
        span for paper in news[1].instruments if parties <= set(paper.parties.value or ()) for span in paper.span
    )


def heads_of(nouns: frozenset[str]) -> frozenset[str]:
    """The last words of such names: `the statement` is the joint statement, `a statement` is not."""
    return frozenset(noun.split()[-1] for noun in nouns if " " in noun) - nouns


def naming(line: Line, nouns: frozenset[str]) -> list[Word]:
    """The last words of the places where the sentence names a paper by one of these nouns."""
    longest = max((len(noun.split()) for noun in nouns), default=1)
    found = []
    for at, word in enumerate(line.words):
        before = (line.words[at - more : at + 1] for more in range(1, min(longest, at + 1)))
        several = any(" ".join(one.lower for one in words) in nouns for words in before)
        if several or (word.lower in nouns and not _belongs_to_name(line, word)):
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
    names = names_in(text, news)
    nouns = names | heads_of(names)
    line = next((line for line in news.lines if line.span.overlaps(span)), None)
    if line is None or line.span.start not in lines_about(text, news):
        return False
    told = [*naming(line, nouns), *(word for word in line.words[:1] if word.lower == "it")]
    verbs = [line.words[word.head].span for word in told if word.relation == "nsubj"]
    cues = [one.cue for one in news.reading.statements if any(part.overlaps(span) for part in one.content)]
    return any(cue is not None and verb.overlaps(cue) for cue in cues for verb in verbs)


def _is_definite(line: Line, word: Word) -> bool:
    """`the agreement`, `the peace deal`, but not `a deal`, `the Paris agreement`: it was spoken of before."""
    before = [other.lower for other in line.words[max(0, word.place - 2) : word.place]]
    plain = word.place > 1 and line.words[word.place - 1].tag in {"NOUN", "ADJ"}
    return bool(before) and (before[-1] in _DEFINITE or (plain and before[0] in _DEFINITE))


def _belongs_to_name(line: Line, word: Word) -> bool:
    """`the North Atlantic Treaty`: a paper with a name of its own is not the text."""
    return word.tag == "PROPN" and word.place > 0 and line.words[word.place - 1].tag == "PROPN"


def _begins_with_it(line: Line) -> bool:
    """`It also includes …`: the sentence goes on about what the one before spoke of."""
    return bool(line.words) and line.words[0].lower == "it"
