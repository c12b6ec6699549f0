"""How far words of praise and blame reach: `very generous`, `central to the peace of the region`, `serious breach of the truce`."""

from __future__ import annotations

from servanda.codebook import Span
from servanda.lexicon.valences import load_frames
from servanda.reading.trees import Node, Tree

_LONGEST = 90
_LOOSE = frozenset(
    {"also", "now", "still", "today", "then", "therefore", "thus", "always", "currently", "again", "here"}
)
_LEADS = frozenset({"to", "with", "of", "in"})
_OPENS = frozenset({"of", "to", "for", "on", "against", "in", "between", "upon"})
_CLAUSES = ("acl", "advcl", "parataxis", "appos")
_MARKS = frozenset('"“”„»')
_GAP = 40
_SENSES = frozenset({"good", "choice", "strength", "hope"})


def adjective_span(tree: Tree, node: Node) -> Span:
    """An adjective with its degree before it, and behind it what it is measured by: `contrary to the treaty`."""
    start, end = _degree(tree, node), node.span.end
    for child in tree.children(node, "obl", "nmod") if node.lower in load_frames().measured else ():
        if child.place > node.place and any(case.lower in _LEADS for case in tree.children(child, "case")):
            end = _reach(tree, node, child, end)
            break
    return _compared(tree, node, Span(start.span.start, end))


def _compared(tree: Tree, node: Node, span: Span) -> Span:
    """A comparison to its end: `as close as they ever were`."""
    if not any(one.lower == "as" and one.place < node.place for one in tree.children(node, "advmod")):
        return span
    for one in tree.children(node, "advcl", "obl"):
        last = tree.below(one)[-1] if one.place > node.place else node
        if span.end < last.span.end < span.start + _LONGEST and last.tag != "PUNCT":
            span = Span(span.start, last.span.end)
    return span


def noun_span(tree: Tree, node: Node, *, is_open: bool) -> Span:
    """A noun with the words that describe it, and its complement where it says of what: `threat to the whole region`."""
    first = node
    for child in reversed(tree.children(node, "amod", "compound", "advmod")):
        if child.place < first.place and not _between(tree, child, first):
            first = _first(tree, child) if child.relation != "advmod" else first
    end = node.span.end
    for child in tree.children(node, "nmod"):
        cases = {case.lower for case in tree.children(child, "case")}
        wanted = (is_open and cases & _OPENS) or ("of" in cases and child.lower in _SENSES)
        if wanted and child.place > node.place:
            end = _reach(tree, node, child, end)
    one = tree.head(node)
    # The parser hangs a noun on a later `one` now and then.
    if one is not None and node.relation == "nmod" and one.lower == "one" and one.place < first.place:
        first = one
    return Span(first.span.start, end)


def _reach(tree: Tree, node: Node, child: Node, end: int) -> int:
    """The end of a complement: it stops at a quotation mark, and where it grows too long."""
    if any(one.text in _MARKS for one in tree.nodes[node.place + 1 : child.place]):
        return end
    for one in tree.below(child, but=_CLAUSES):
        if one.span.start - end > _LONGEST or one.text in _MARKS:
            break
        last = one.span.end if one.tag != "PUNCT" else 0
        end = max(end, last) if one.span.start - end < _GAP else end
    return end


def _degree(tree: Tree, node: Node) -> Node:
    """The first of the words of degree right before an adjective: `so very`."""
    first = node
    for child in reversed(tree.children(node, "advmod", "obl")):
        joined = child.place + 1 == first.place or tree.below(child)[-1].place + 1 == first.place
        if child.place < first.place and joined and child.lower not in _LOOSE:
            first = _first(tree, child)
    return first


def _first(tree: Tree, node: Node) -> Node:
    """The first of the words that stand right before a word and under it; what the parser hangs on it from afar is not its own."""
    own = {one.place for one in tree.below(node)}
    first = node
    while first.place - 1 in own:
        first = tree.nodes[first.place - 1]
    return first


def _between(tree: Tree, child: Node, first: Node) -> bool:
    """Whether an article or owner stands between two words, so that the first belongs to another noun."""
    return any(
        one.relation == "det" or (one.tag == "PUNCT" and one.text not in "-–,\"“”‘’'")
        for one in tree.nodes[child.place + 1 : first.place]
    )
