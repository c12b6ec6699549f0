"""Where a trained model sees the head of a record: asked once for a document, when a reader first wants to know.

The rules of each kind go first. What the model sees and no rule has read, the kind's own `likely.py` makes a record of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from servanda.codebook import Span, Spans
from servanda.lexicon.language.tokens import Token
from servanda.lexicon.record_heads import FAINTEST, Head, HeadModel
from servanda.reading.scenes import Scene

_KEPT = "likely heads"


@dataclass(frozen=True, slots=True)
class Likely:
    """A word that likely heads a record.

    Attributes:
        span: its place in the document.
        reach: how far the record likely reaches around it.
        head: what the model says of it.
    """

    span: Span
    reach: Span
    head: Head

    @property
    def odds(self) -> float:
        """How much speaks for it, as the logarithm of the odds."""
        return self.head.odds

    def label(self, name: str) -> str:
        """What sort of record it heads, by the name of the question."""
        return self.head.labels[name]


def likely_in(scene: Scene, sentence: Span, kind: str, least: float) -> tuple[Likely, ...]:
    """The likely heads of a kind of record in a sentence.

    Args:
        scene: the document laid out.
        sentence: one of its sentences.
        kind: the plural name of the kind.
        least: how much must speak for each.
    """
    if scene.heads is None:
        return ()
    heads = _heads(scene, scene.heads()).get(sentence, ())
    return tuple(one for one in heads if one.head.kind == kind and one.odds >= least)


def may_hold(scene: Scene, sentence: Span, kind: str) -> bool:
    """Whether a sentence may hold a record of a kind, so that rules look for one and its tree is worth asking for.

    Where rules alone read, every sentence may.

    Args:
        scene: the document laid out.
        sentence: one of its sentences.
        kind: the plural name of the kind.
    """
    return scene.heads is None or bool(likely_in(scene, sentence, kind, FAINTEST))


def is_doubted(scene: Scene, spans: Spans, kind: str) -> bool:
    """Whether there is a trained model, and it sees in none of these words what may head a record of a kind.

    Args:
        scene: the document laid out.
        spans: the words that a rule took for a record.
        kind: the plural name of the kind.
    """
    if scene.heads is None:
        return False
    heads = _heads(scene, scene.heads())
    near = (one for sentence in scene.sentences_at(spans) for one in heads.get(sentence, ()))
    return not any(
        one.head.kind == kind and one.odds >= FAINTEST and any(span.overlaps(one.span) for span in spans)
        for one in near
    )


def _heads(scene: Scene, model: HeadModel) -> dict[Span, tuple[Likely, ...]]:
    if _KEPT not in scene.kept:
        scene.kept[_KEPT] = _read(scene, model)
    return cast("dict[Span, tuple[Likely, ...]]", scene.kept[_KEPT])


def _read(scene: Scene, model: HeadModel) -> dict[Span, tuple[Likely, ...]]:
    cut = [scene.tokens(sentence) for sentence in scene.sentences]
    found = model.heads([[token.text for token in tokens] for tokens in cut])
    return {
        sentence: tuple(
            Likely(
                _over(sentence, tokens[head.place : head.place + 1]),
                _over(sentence, tokens[head.first : head.last]),
                head,
            )
            for head in heads
        )
        for sentence, tokens, heads in zip(scene.sentences, cut, found, strict=True)
    }


def _over(sentence: Span, tokens: Sequence[Token]) -> Span:
    """From the first to the last of some words of a sentence."""
    return Span(sentence.start + tokens[0].start, sentence.start + tokens[-1].start + len(tokens[-1].text))
