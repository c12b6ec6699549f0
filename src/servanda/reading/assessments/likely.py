"""Words of worth that neither a rule nor the weights of `weighing.py` find, and that the trained model of records sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.appraisals import appraising_words
from servanda.lexicon.valences import telling_words
from servanda.reading.assessments.candidates import candidates_in
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.assessments.idle import is_dark, is_idle
from servanda.reading.likely import Likely, likely_in
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_NEGATIVE = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_JOINING = frozenset({"CCONJ", "PUNCT"})
_LEADING = frozenset({"ADP", "DET", "PART"})
_CLAUSES = ("acl", "advcl", "parataxis", "appos", "conj", "cc")
_LONGEST = 110
LEAST = 1.25
"""How much must speak for an assessment, as the logarithm of the odds."""


def find_likely(scene: Scene, sentence: Span, taken: Sequence[Span], *, told: bool) -> Iterator[Hit]:
    """The words of a sentence that only the model takes for an assessment.

    Args:
        scene: the document laid out.
        sentence: where to look.
        taken: what was read in it.
        told: whether they would be a reporter's own.
    """
    found: list[Hit] = []
    for one in likely_in(scene, sentence, "assessments", LEAST):
        if any(other.overlaps(one.reach) for other in taken):
            continue
        tree = scene.tree(sentence)
        node = tree.at(one.span.start)
        if node is None or _is_denied(tree, one, node) or _is_bare(tree, one, node) or is_idle(tree, node, told=told):
            continue
        found.append(_hit(tree, one, node, told=told))
    found.sort(key=lambda hit: (-len(hit.span), hit.span))
    for at, hit in enumerate(found):
        if not any(hit.span.overlaps(other.span) for other in found[:at]):
            yield hit


def _hit(tree: Tree, one: Likely, node: Node, *, told: bool) -> Hit:
    noun = _noun(tree, node)
    dark = is_dark(node)
    return Hit(
        span=_whole(tree, _bare(tree, node, one.reach), closed=_follows(tree, node)),
        about=About.CHALLENGE if dark else About(one.label("about")),
        valence=Valence("-") if dark else Valence(one.label("valence")),
        head=noun.span if noun is not None else node.span,
        narrated=told,
        seen=True,
    )


def _bare(tree: Tree, node: Node, reach: Span) -> Span:
    """The words without a clause that only describes their noun: `a real test [to overcome the war]`."""
    if node.tag != "NOUN":
        return reach
    clauses = (tree.stretch(one) for one in tree.children(node, "acl") if one.place > node.place)
    end = min((clause.start for clause in clauses if reach.holds(clause) or reach.overlaps(clause)), default=reach.end)
    inside = [one for one in tree.within(reach) if one.span.end <= end]
    return Span(reach.start, inside[-1].span.end) if inside and inside[-1].place >= node.place else reach


def _follows(tree: Tree, node: Node) -> bool:
    """Whether an adverb says how something is done, behind its verb: `helped [generously] in a hard winter`."""
    head = tree.head(node)
    return node.tag == "ADV" and node.lower.endswith("ly") and head is not None and head.place < node.place


def _whole(tree: Tree, reach: Span, *, closed: bool = False) -> Span:
    """The words without a conjunction at their end; what a preposition or article there leads to belongs to them, unless they are `closed`."""
    words = [*tree.within(reach)]
    ending = _JOINING | _LEADING if closed else _JOINING
    while len(words) > 1 and words[-1].tag in ending:
        words.pop()
    if not words:
        return reach
    last = words[-1]
    led = tree.head(last) if last.tag in _LEADING else None
    end = last.span.end
    if led is not None and led.place > last.place:
        end = max(one.span.end for one in tree.below(led, but=_CLAUSES) if one.tag != "PUNCT")
    return Span(reach.start, end if end - reach.start <= _LONGEST else last.span.end)


def _is_denied(tree: Tree, one: Likely, node: Node) -> bool:
    """Whether the words are denied of somebody: `is not a friend`, `no friend`."""
    inside = tree.within(one.reach)
    before = tree.nodes[max(0, inside[0].place - 1) : inside[0].place] if inside else ()
    return tree.is_negated(node) or any(word.lower in _NEGATIVE for word in (*before, *inside))


def _is_bare(tree: Tree, one: Likely, node: Node) -> bool:
    """Whether one noun stands alone that by itself neither praises nor blames: `[worker]-centered trade`."""
    alone = len([*tree.within(one.reach)]) == 1 and node.tag in _NOUNS
    known = node.lower in appraising_words() or node.lower in telling_words()
    return alone and not known and not tree.children(node, "cop")


def _noun(tree: Tree, node: Node) -> Node | None:
    """What is characterized."""
    known = next((one for one in candidates_in(tree) if one.node.place == node.place), None)
    if known is not None and known.noun is not None:
        return known.noun
    if node.relation == "amod":
        return tree.head(node)
    return next(iter(tree.subjects(node)), None)
