"""Document and reading → layout for comparing: the one place where the reading room's cuts are handed to `resolve`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Document, Reading, Span
from servanda.lexicon.contrasts import common_words, containing_verbs, formulaic_words
from servanda.lexicon.names import load_names
from servanda.reading.quantities.quantities import find_numbers
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_expressions
from servanda.reading.trees import Node
from servanda.resolve.layouts import Figure, Layout, Line, Moment, Word
from servanda.resolve.synonyms import meaning_of

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
# "MODERNIZING THE PORTS: Both sides will …": a heading on the line of its first sentence tells of no term.
_HEADING = re.compile(r"[A-Z][A-Z\d\s.,&’'/–-]{5,}:\s")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:[’']?s)?")
_NO_YEAR = 9999
_COUNTED = frozenset({"money", "percent", "measure", "people", "goods", "noun", "share"})


def layout_of(document: Document, reading: Reading) -> Layout:
    """A document laid out for comparing.

    Args:
        document: the document.
        reading: its records; their actors' names are no content words.
    """
    scene = Scene(document)
    named = _named(document, reading)
    year = document.published.start.year if document.published else _NO_YEAR
    return Layout(
        document=document,
        reading=reading,
        lines=tuple(_line(scene, sentence, named, year) for sentence in scene.sentences),
        quotes=scene.quotes,
    )


def _line(scene: Scene, sentence: Span, named: frozenset[int], year: int) -> Line:
    heading = _HEADING.match(scene.text, sentence.start, sentence.end)
    body = heading.end() if heading else sentence.start
    return Line(
        span=sentence,
        words=tuple(_word(node, named, body, year) for node in scene.tree(sentence).nodes),
        figures=tuple(_figures(scene, sentence)),
        paragraph=scene.paragraph_of(sentence) or sentence,
        times=tuple(
            Moment(span=time.span, when=time.when, value=time.value, sort=time.kind.value)
            for time in find_expressions(scene, sentence)
        ),
    )


def _word(node: Node, named: frozenset[int], body: int, year: int) -> Word:
    names = node.span.start in named or node.span.start < body
    forms = {node.lemma.lower(), node.lower}
    content = node.tag in _CONTENT and not names and not forms & (common_words() | containing_verbs())
    meaning = meaning_of(node.text) if node.tag in _CONTENT and any(sign.isalpha() for sign in node.text) else ""
    stem = meaning if content else ""
    return Word(
        place=node.place,
        span=node.span,
        lower=node.lower,
        lemma=node.lemma.lower(),
        tag=node.tag,
        head=node.head,
        relation=node.relation,
        stem=stem or _year_ahead(node.text, year),
        names=names,
        is_formulaic=bool(forms & formulaic_words()),
        kind=node.kind,
        meaning=meaning,
        is_abbreviation=node.text[:2].isupper() and len(node.text) > 1,
    )


def _year_ahead(word: str, year: int) -> str:
    """A year or decade to come, which tells of a term as a number does; past ones tell of other papers and days."""
    found = _YEAR.fullmatch(word)
    return found[1] if found and int(found[1]) > year else ""


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


def _named(document: Document, reading: Reading) -> frozenset[int]:
    """Every code point that belongs to a mention of an actor, or to the name or adjective of a state."""
    mentions = [mention.span for actor in reading.actors for mention in actor.mentions]
    names = [span for span, known in load_names().find(document.text) if known.sort in {"state", "adjective"}]
    return frozenset(place for span in (*mentions, *names) for place in range(span.start, span.end))
