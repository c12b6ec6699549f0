"""Where a sentence may characterize something: adjectives before and behind nouns, nouns of worth, verbs of worth.

Every stretch that could be one is handed on with the words around it; most are none. Which are is weighed in
`weighing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.appraisals import Part, appraisals_of, kinds_of_things
from servanda.reading.assessments.extents import adjective_span, noun_span
from servanda.reading.assessments.predicates import saying_of
from servanda.reading.trees import Node, Tree

_LONGEST = 110
_BETWEEN = frozenset({",", "and", "but", "yet", "or", "-", "–"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TERMS = frozenset({"infrastructure", "mineral", "minerals", "technologies", "technology"})
"""Nouns whose adjective says which are meant: `critical minerals`, `emerging technologies`."""
_WEIGHTY = frozenset(
    {"challenge", "challenges", "concern", "concerns", "consequence", "consequences", "element", "error", "factor", "goal", "implications", "issue",
     "issues", "mistake", "part", "partner", "partners", "player", "progress", "priority", "role", "signal", "step", "steps", "strides", "threat",
     "threats", "violation", "violations", "moment", "era", "chapter", "significance", "importance", "crisis", "strength", "respect", "ally", "allies",
     "friend", "friends", "leader", "opposition", "insurgency", "history", "record", "leadership", "stance", "problem", "problems",
     "impact", "impacts", "burden", "risk", "risks", "danger", "dangers", "interference", "tensions", "milestone", "breakthrough", "success",
     "achievement", "achievements", "contribution", "contributions", "support", "legacy", "example", "power", "supplier", "situation"}
)  # fmt: skip
"""Nouns that belong to the span with their adjective: `serious concerns`, `important step`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch that may characterize something.

    Attributes:
        kind: how it is said: `attribute`, `predicate`, `noun` or `verb`.
        span: the words.
        node: the word that may praise or blame.
        noun: what an attribute describes, or of what the predicate is said; None where the sentence does not say.
        words: all words of worth in it, in lower case.
    """

    kind: str
    span: Span
    node: Node
    noun: Node | None
    words: tuple[str, ...]


def candidates_in(tree: Tree) -> Iterator[Candidate]:
    """The stretches of a sentence that may characterize something."""
    reached = -1
    for node in tree.nodes:
        if node.tag == "PUNCT" or node.place <= reached:
            continue
        described = _described(tree, node)
        if described is not None:
            found = _attribute(tree, node, described)
            if found is not None:
                reached = _last(tree, node, described).place
                yield found
        elif (found := _other(tree, node)) is not None:
            yield found


def _described(tree: Tree, node: Node) -> Node | None:
    """The noun that a word stands before and describes."""
    if node.tag not in ("ADJ", "VERB", "ADV", "NOUN") or node.lower not in appraisals_of(Part.ADJECTIVE):
        return None
    one = node
    while one.relation == "conj" and (head := tree.head(one)) is not None:
        one = head
    noun = tree.head(one)
    if tree.nodes[min(node.place + 1, len(tree.nodes) - 1)].lower in _TERMS:
        return None
    if one.relation not in ("amod", "compound") or noun is None or noun.tag not in _NOUNS or noun.place < node.place:
        return None
    return noun


def _last(tree: Tree, node: Node, noun: Node) -> Node:
    """The last word of worth of a run of adjectives before a noun."""
    last, words = node, appraisals_of(Part.ADJECTIVE)
    for one in tree.nodes[node.place + 1 : noun.place]:
        if one.lower in words and one.tag in ("ADJ", "VERB"):
            last = one
        elif one.lower not in _BETWEEN and one.tag not in ("ADV", "PUNCT", "ADJ"):
            break
    joined = tree.nodes[node.place + 1 : last.place]
    plain = all(one.lower in _BETWEEN or one.tag in ("ADV", "ADJ", "PUNCT") for one in joined)
    return last if plain else node


def _attribute(tree: Tree, node: Node, noun: Node) -> Candidate | None:
    last = _last(tree, node, noun)
    start = adjective_span(tree, node).start
    end = last.span.end
    near = noun.place - last.place == 1
    words = appraisals_of(Part.ADJECTIVE)
    if near and noun.lower in _WEIGHTY:
        end = noun_span(tree, noun, is_open=False).end
    inside = tuple(one.lower for one in tree.nodes[node.place : last.place + 1] if one.lower in words)
    return Candidate(kind="attribute", span=Span(start, end), node=node, noun=noun, words=inside)


def _other(tree: Tree, node: Node) -> Candidate | None:
    if node.tag == "NOUN" and node.lower in appraisals_of(Part.NOUN):
        return _noun(tree, node)
    if node.tag in ("ADJ", "VERB", "ADV") and node.lower in appraisals_of(Part.ADJECTIVE):
        found = _predicate(tree, node)
        if found is not None:
            return found
    if node.tag == "VERB" and not (tree.is_negated(node) and appraisals_of(Part.VERB).get(node.lower) == "-"):
        return _verb(tree, node) if node.lower in appraisals_of(Part.VERB) else None
    return None


def _predicate(tree: Tree, node: Node) -> Candidate | None:
    """An adjective or participle that is said of something, with those joined to it: `serious, constructive and open`."""
    saying = saying_of(tree, node)
    bare = saying is None and (bool(tree.children(node, "cop")) or tree.is_passive(node))
    if not bare and (saying is None or saying.frame not in ("is", "called", "as", "beside")):
        return None
    subject = saying.subject if saying is not None else next(iter(tree.subjects(node)), None)
    span, words = adjective_span(tree, node), [node.lower]
    for one in tree.children(node, "conj"):
        alone = not tree.children(one, "nsubj") and tree.modal(one) is None
        if one.tag in ("ADJ", "VERB") and one.place > node.place and alone:
            own = adjective_span(tree, one) if one.tag == "ADJ" else _deed(tree, one)
            if own.end - span.start > _LONGEST:
                break
            span = Span(span.start, max(span.end, own.end))
            words.append(one.lower)
    return Candidate(kind="predicate", span=span, node=node, noun=subject, words=tuple(words))


def _noun(tree: Tree, node: Node) -> Candidate:
    saying = saying_of(tree, node)
    said = saying is not None and saying.frame in ("is", "called", "as")
    span = noun_span(tree, node, is_open=said)
    return Candidate(
        kind="noun",
        span=span,
        node=node,
        noun=saying.subject if saying is not None and said else None,
        words=(node.lower,),
    )


def _verb(tree: Tree, node: Node) -> Candidate:
    """A verb with its object and what else hangs on it behind."""
    subject = next(iter(tree.subjects(node)), None)
    return Candidate(kind="verb", span=_deed(tree, node), node=node, noun=subject, words=(node.lemma,))


def _deed(tree: Tree, node: Node) -> Span:
    end = node.span.end
    for one in tree.below(node, but=("conj", "advcl", "parataxis", "cc", "ccomp")):
        if one.place <= node.place or one.tag == "PUNCT":
            continue
        if one.span.end - node.span.start > _LONGEST or one.text in '"“”;:':
            break
        end = max(end, one.span.end)
    return Span(node.span.start, end)


def class_of(candidate: Candidate) -> str:
    """The classes of the words of worth, joined."""
    part = {"noun": Part.NOUN, "verb": Part.VERB}.get(candidate.kind, Part.ADJECTIVE)
    known = appraisals_of(part)
    marks = "".join(
        known.get(word, "") for word in (candidate.words if part is not Part.VERB else (candidate.node.lower,))
    )
    return "".join(sorted(set(marks)))


def thing_of(node: Node | None) -> str:
    """What sort of thing a noun names: a kind of `About`, else its part of speech."""
    if node is None:
        return "none"
    kind = kinds_of_things().get(node.lower)
    return kind.value if kind is not None else node.tag.lower()
