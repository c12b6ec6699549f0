"""Which words of worth characterize something where no rule says so: a small trained model weighs them.

The rules go first, and what they read stands. The model adds a stretch that it holds likely enough, and says what it is
about and whether it blames; the most likely go first where two share words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.appraisals import appraising_words
from servanda.lexicon.assessment_model import weighed
from servanda.reading.assessments.candidates import Candidate, candidates_in
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.assessments.features import Setting, features_of
from servanda.reading.likely import is_doubted
from servanda.reading.scenes import Scene
from servanda.reading.trees import Tree

LEAST = -60
"""How much must speak for a stretch, in hundredths of the logarithm of the odds: a little more than one in three."""
_SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the rules read at a place.

    Attributes:
        spans: the words.
        about: what they are about.
    """

    spans: tuple[Span, ...]
    about: About


def weighed_in(
    scene: Scene, sofar: Reading, sentence: Span, read: Sequence[Read], setting: Callable[[Span], Setting]
) -> tuple[Hit, ...]:
    """What the model adds to a sentence.

    Args:
        scene: the document laid out.
        sofar: the reading with its statements.
        sentence: where to look.
        read: what the rules read in it.
        setting: where a stretch of it stands.
    """
    found = []
    asked = list(candidates_with_features(scene, sofar, sentence, read, setting))
    for candidate, features in asked:
        if any(span.overlaps(candidate.span) for one in read for span in one.spans):
            continue
        # What the model of records sees nothing of does not stand, and weighing takes long; where it stands alone it bars nothing else.
        alone = sum(one.span.overlaps(candidate.span) for one, _ in asked) == 1
        if alone and is_doubted(scene, (candidate.span,), "assessments"):
            continue
        said = weighed(features)
        if said.worth >= LEAST:
            hit = _hit(scene.tree(sentence), candidate, said.about, blames=said.blame > 0)
            found.append((-said.worth, candidate.span, hit))
    kept: list[Hit] = []
    for _, span, hit in sorted(found, key=lambda one: (one[0], one[1])):
        if not any(span.overlaps(other.span) for other in kept):
            kept.append(hit)
    return tuple(kept)


def widened(tree: Tree, span: Span) -> Span:
    """What a rule read, with the predicates joined to it that no rule knows: `[serious and] constructive`."""
    for candidate in candidates_in(tree) if tree.top(span) is not None else ():
        if candidate.kind == "predicate" and candidate.span.holds(span) and len(candidate.words) > 1:
            return candidate.span
    return span


def candidates_with_features(
    scene: Scene, sofar: Reading, sentence: Span, read: Sequence[Read], setting: Callable[[Span], Setting]
) -> Iterator[tuple[Candidate, Iterator[str]]]:
    """The stretches of a sentence that the model may be asked about, each with what it is told, worked out when asked for."""
    if not any(word.lower in appraising_words() for word in scene.words(sentence)):
        return
    tree = scene.tree(sentence)
    for candidate in candidates_in(tree):
        where = setting(candidate.span)
        told = features_of(scene, sofar, tree, candidate, where)
        yield candidate, chain(told, _beside(scene, candidate, read, where))


def _beside(scene: Scene, candidate: Candidate, read: Iterable[Read], setting: Setting) -> Iterator[str]:
    """What the rules say at the same place."""
    shares = [(_share(scene, candidate.span, one.spans), one) for one in read]
    share, best = max(shares, key=lambda one: one[0], default=(0.0, None))
    if best is None or not share:
        yield "rule none"
        return
    yield f"rule {'same' if share >= _SAME else 'part'}"
    yield f"rule {setting.voice}"
    yield f"rule about {best.about.value}"


def _share(scene: Scene, span: Span, others: tuple[Span, ...]) -> float:
    """How much of their words two stretches share, as F1."""
    own = {word.span for word in scene.words(span)}
    named = {word.span for other in others for word in scene.words(other)}
    return 2 * len(own & named) / max(1, len(own) + len(named))


def _hit(tree: Tree, candidate: Candidate, about: About, *, blames: bool) -> Hit:
    valence = Valence("-") if blames else Valence("+")
    noun = candidate.noun
    if candidate.kind == "attribute" and noun is not None:
        return Hit(span=candidate.span, about=about, valence=valence, head=noun.span)
    if candidate.kind == "verb":
        return Hit(span=candidate.span, about=about, valence=valence, head=candidate.span)
    of = tree.stretch(noun, but=("acl", "appos", "conj", "cc")) if noun is not None else None
    head = noun.span if noun is not None else candidate.node.span
    return Hit(span=candidate.span, about=about, valence=valence, head=head, of=of)
