"""Who says what a verb without a subject of its own reports: `Kenya thanked Peru for its help, calling for more`, `… and urged Chad to stop`.

The tree tells whose verb it shares; the nearest name is as often the one spoken to.
"""

from __future__ import annotations

from servanda.codebook import Span
from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.pieces import Pieces
from servanda.reading.trees import Node, Tree

_SHARING = frozenset({"conj", "advcl", "xcomp", "parataxis"})
_ASIDES = ("acl", "appos", "parataxis", "advcl")
_NOMINAL = frozenset({"NOUN", "PROPN"})


def shared_subject(scene: Scene, pieces: Pieces, report: Report) -> Range | None:
    """Where the subject stands that a reporting verb shares with the verb above it, in indices of the pieces; None where the tree names none.

    Args:
        scene: the document laid out.
        pieces: the sentence.
        report: the report.
    """
    sentence = scene.sentence_of(report.cue) if report.cue is not None else None
    if sentence is None or report.cue is None:
        return None
    tree = scene.tree(sentence)
    node = tree.at(report.cue.start)
    subject = _above(tree, node) if node is not None else None
    if subject is None or subject.tag not in _NOMINAL:
        return None
    stretch = tree.stretch(subject, but=_ASIDES)
    inside = [n for n in range(report.at) if _is_in(stretch, pieces[n].span)]
    return (inside[0], inside[-1] + 1) if inside else None


def _above(tree: Tree, node: Node) -> Node | None:
    """The subject of the nearest verb that a verb shares it with; None where the verb has one of its own or hangs on a noun."""
    if node.tag not in {"VERB", "AUX"} or tree.children(node, "nsubj"):
        return None
    while node.relation in _SHARING and (head := tree.head(node)) is not None and not tree.is_passive(head):
        own = tree.children(head, "nsubj")
        if own:
            to_do = any(one.tag == "PART" and one.lower == "to" for one in tree.children(head))
            return None if to_do else own[0]  # "plans for Kenya to visit, stressing": those who plan stress
        node = head
    return None


def _is_in(stretch: Span, piece: Span) -> bool:
    return stretch.start <= piece.start and piece.end <= stretch.end
