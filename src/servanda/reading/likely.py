"""Where a trained model sees the head of a record, and which act a clause is to it: asked once for a document, when a reader first wants to know.

The rules of each kind go first. What the model sees and no rule has read, the kind's own `likely.py` makes a record of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import cast

from servanda.codebook import Span, Spans
from servanda.codebook.vocabulary import Act
from servanda.lexicon.language.tokens import Token
from servanda.lexicon.record_heads import ACTS, FAINTEST, Head, HeadModel
from servanda.reading.scenes import Scene

_KEPT = "likely records"


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
    seen = _seen(scene, scene.heads()).get(sentence, _NOTHING)
    return tuple(one for one in seen.heads if one.head.kind == kind and one.odds >= least)


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
    seen = _seen(scene, scene.heads())
    near = (one for sentence in scene.sentences_at(spans) for one in seen.get(sentence, _NOTHING).heads)
    return not any(
        one.head.kind == kind and one.odds >= FAINTEST and any(span.overlaps(one.span) for span in spans)
        for one in near
    )


def act_odds(scene: Scene, spans: Spans) -> Mapping[Act, float]:
    """How likely each act is of a commitment that stands in these words, as logarithms; empty where no model says.

    Args:
        scene: the document laid out.
        spans: the words of the commitment.
    """
    if scene.heads is None:
        return {}
    seen = _seen(scene, scene.heads())
    rows = [
        row
        for sentence in scene.sentences_at(spans)
        for token, row in zip(scene.tokens(sentence), seen.get(sentence, _NOTHING).acts, strict=False)
        if _is_in(spans, sentence.start + token.start, len(token.text))
    ]
    if not rows:
        return {}
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    whole = log(sum(map(exp, means)))
    return {act: mean - whole for act, mean in zip(ACTS, means, strict=True)}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the model sees in one sentence of the document."""

    heads: tuple[Likely, ...] = ()
    acts: Sequence[Sequence[float]] = ()


_NOTHING = _Seen()


def _seen(scene: Scene, model: HeadModel) -> dict[Span, _Seen]:
    if _KEPT not in scene.kept:
        scene.kept[_KEPT] = _read(scene, model)
    return cast("dict[Span, _Seen]", scene.kept[_KEPT])


def _read(scene: Scene, model: HeadModel) -> dict[Span, _Seen]:
    cut = [scene.tokens(sentence) for sentence in scene.sentences]
    found = model.sights([[token.text for token in tokens] for tokens in cut])
    return {
        sentence: _Seen(tuple(_likely(sentence, tokens, head) for head in sight.heads), sight.acts)
        for sentence, tokens, sight in zip(scene.sentences, cut, found, strict=True)
    }


def _likely(sentence: Span, tokens: Sequence[Token], head: Head) -> Likely:
    word, reach = tokens[head.place : head.place + 1], tokens[head.first : head.last]
    return Likely(_over(sentence, word), _over(sentence, reach), head)


def _is_in(spans: Spans, start: int, size: int) -> bool:
    """Whether a word touches one of some stretches; written out, since each word around a commitment is asked."""
    for span in spans:  # noqa: SIM110
        if start < span.end and span.start < start + size:
            return True
    return False


def _over(sentence: Span, tokens: Sequence[Token]) -> Span:
    """From the first to the last of some words of a sentence."""
    return Span(sentence.start + tokens[0].start, sentence.start + tokens[-1].start + len(tokens[-1].text))
