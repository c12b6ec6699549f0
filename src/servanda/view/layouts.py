"""Document and reading → layout for comparing: the one place where the reading room's cuts are handed to `resolve`."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Document, Reading, Span
from servanda.reading.quantities.quantities import find_numbers
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node
from servanda.resolve.layouts import Figure, Layout, Line, Word
from servanda.resolve.stems import stem_of

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_COUNTED = frozenset({"money", "percent", "measure", "people", "goods", "noun", "share"})
# Words of every text, which tell nothing about what a term is of.
_COMMON = frozenset(
    ["be", "have", "do", "say", "include", "make", "take", "give", "use", "go", "come", "see", "get", "such", "other"]
    + ["more", "most", "many", "several", "further", "new", "own", "same", "first", "last", "next", "year", "month"]
    + ["week", "day", "today", "recent", "various", "certain", "well", "mr"]
)


def layout_of(document: Document, reading: Reading) -> Layout:
    """A document laid out for comparing.

    Args:
        document: the document.
        reading: its records; their actors' names are no content words.
    """
    scene = Scene(document)
    named = _named(reading)
    return Layout(
        document=document,
        reading=reading,
        lines=tuple(_line(scene, sentence, named) for sentence in scene.sentences),
        quotes=scene.quotes,
    )


def _line(scene: Scene, sentence: Span, named: frozenset[int]) -> Line:
    return Line(
        span=sentence,
        words=tuple(_word(node, named) for node in scene.tree(sentence).nodes),
        figures=tuple(_figures(scene, sentence)),
        paragraph=scene.paragraph_of(sentence) or sentence,
    )


def _word(node: Node, named: frozenset[int]) -> Word:
    names = node.span.start in named
    content = node.tag in _CONTENT and not names and node.lemma.lower() not in _COMMON and node.lower not in _COMMON
    return Word(
        place=node.place,
        span=node.span,
        lower=node.lower,
        lemma=node.lemma.lower(),
        tag=node.tag,
        head=node.head,
        relation=node.relation,
        stem=stem_of(node.text) if content and any(sign.isalpha() for sign in node.text) else "",
        names=names,
    )


def _figures(scene: Scene, sentence: Span) -> Iterator[Figure]:
    for measure in find_numbers(scene.text, sentence):
        if measure.kind in _COUNTED:
            yield Figure(
                value=measure.value,
                unit=measure.unit,
                kind=measure.kind,
                span=measure.span,
                bound=measure.bound,
                per=measure.per,
            )


def _named(reading: Reading) -> frozenset[int]:
    """Every code point that belongs to a mention of an actor."""
    return frozenset(
        place
        for actor in reading.actors
        for mention in actor.mentions
        for place in range(mention.span.start, mention.span.end)
    )
