"""Sentences as trees: which word hangs on which, asked where word order alone does not tell.

A tree comes from the language model and is a guess: a rule asks it for a subject, an object or the end of a clause, and
holds what it says against its own words. Nothing here names a word of diplomacy, and no record is made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from servanda.codebook import Span
from servanda.lexicon.language.tokens import Token
from servanda.lexicon.parses import Parse, Parser

SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"obj", "iobj"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
_place = attrgetter("place")
_AUXILIARIES = frozenset({"aux", "cop"})
_BEING = frozenset({"be", "get"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely"})
_MODALS = frozenset(
    {"will", "shall", "would", "should", "can", "could", "may", "might", "must", "wo", "sha", "ca", "'ll", "’ll"}
)


@dataclass(frozen=True, slots=True)
class Node:
    """A word in its tree.

    Attributes:
        place: its number in the sentence, from 0.
        text: the word as it stands.
        span: where it stands in the document.
        tag: universal part of speech ("VERB").
        fine: Penn part of speech ("VBD").
        lemma: dictionary form.
        head: the number of the word that it depends on; its own for the root.
        relation: universal relation to the head, without subtype ("nsubj"); "root" for the root.
        kind: the relation's subtype where the model tells it ("pass" of "nsubj:pass"), else "".
        name: the sort of name that the word is a part of ("PER", "ORG", "LOC"), else "".
        lower: the word without case, which every rule asks for.
    """

    place: int
    text: str
    span: Span
    tag: str
    fine: str
    lemma: str
    head: int
    relation: str
    kind: str = ""
    name: str = ""
    lower: str = field(init=False, repr=False, compare=False)

    # Written out, since a document takes thousands of nodes and this takes a third of the time.
    def __init__(  # noqa: PLR0913, PLR0917 (a word has so many sides)
        self,
        place: int,
        text: str,
        span: Span,
        tag: str,
        fine: str,
        lemma: str,
        head: int,
        relation: str,
        kind: str = "",
        name: str = "",
    ) -> None:
        _set_place(self, place)
        _set_text(self, text)
        _set_span(self, span)
        _set_tag(self, tag)
        _set_fine(self, fine)
        _set_lemma(self, lemma)
        _set_head(self, head)
        _set_relation(self, relation)
        _set_kind(self, kind)
        _set_name(self, name)
        _set_lower(self, text.lower())

    @property
    def is_finite(self) -> bool:
        """Whether the word is a finite verb or modal by its form."""
        return self.fine in {"VBD", "VBP", "VBZ", "MD"}


_set_place, _set_text, _set_span, _set_tag, _set_fine, _set_lemma, _set_head, _set_relation = (
    Node.__dict__[name].__set__ for name in ("place", "text", "span", "tag", "fine", "lemma", "head", "relation")
)
_set_kind, _set_name, _set_lower = (Node.__dict__[name].__set__ for name in ("kind", "name", "lower"))


@dataclass(frozen=True)
class Tree:
    """One sentence.

    Attributes:
        sentence: the stretch that was read.
        nodes: its words in order.
    """

    sentence: Span
    nodes: tuple[Node, ...]
    _below: dict[int, tuple[Node, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: dict[int, list[Node]] = {}
        for node in self.nodes:
            if node.head != node.place:
                below.setdefault(node.head, []).append(node)
        object.__setattr__(self, "_below", {head: tuple(nodes) for head, nodes in below.items()})

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(node.span.start for node in self.nodes)

    def at(self, place: int) -> Node | None:
        """The word that covers a letter of the document, or None between words."""
        number = bisect_right(self._starts, place) - 1
        return self.nodes[number] if number >= 0 and place < self.nodes[number].span.end else None

    def within(self, span: Span) -> tuple[Node, ...]:
        """The words that lie in a stretch."""
        first = bisect_left(self._starts, span.start)
        return self.nodes[first : bisect_left(self._starts, span.end)]

    def top(self, span: Span) -> Node | None:
        """The word of a stretch that the others in it hang on: the first whose head lies outside."""
        inside = {node.place for node in self.within(span)}
        tops = [self.nodes[place] for place in sorted(inside) if self.nodes[place].head not in inside - {place}]
        return next((node for node in tops if node.tag != "PUNCT"), None)

    def head(self, node: Node) -> Node | None:
        """The word that a word hangs on; None for the root."""
        return None if node.head == node.place else self.nodes[node.head]

    def children(self, node: Node, *relations: str) -> tuple[Node, ...]:
        """The words that hang on a word, in order; only those of the named relations where some are named."""
        found = self._below.get(node.place, ())
        return tuple([child for child in found if child.relation in relations]) if relations and found else found

    def above(self, node: Node) -> Iterator[Node]:
        """The heads over a word, nearest first."""
        head = self.head(node)
        while head is not None:
            yield head
            head = self.head(head)

    def below(self, node: Node, *, but: Iterable[str] = ()) -> tuple[Node, ...]:
        """A word and all that hangs on it, in order; branches of the relations in `but` are left out."""
        if node.place not in self._below:
            return (node,)
        barred = frozenset(but)
        found, open_ = [node], [node]
        while open_:
            for child in self._below.get(open_.pop().place, ()):
                if child.relation not in barred:
                    found.append(child)
                    open_.append(child)
        return tuple(sorted(found, key=_place))

    def stretch(self, node: Node, *, but: Iterable[str] = ()) -> Span:
        """From the first to the last word of what hangs on a word, marks at its ends left out."""
        words = [one for one in self.below(node, but=but) if one.tag != "PUNCT"] or [node]
        return Span(words[0].span.start, words[-1].span.end)

    def subjects(self, verb: Node) -> tuple[Node, ...]:
        """The subjects of a predicate: its own, the one it shares with the verb before it, or the noun it describes.

        `Kenya signed the accord and pledged ships`: `pledged` has `Kenya`. `Kenya agreed to send ships`: so has `send`.
        `a minister who pledged ships`: `pledged` has `minister`.
        """
        seen: set[int] = set()
        while verb.place not in seen:
            seen.add(verb.place)
            own = self.children(verb, "nsubj", "csubj")
            if own:
                return tuple(self._meant(one) for one in own)
            head = self.head(verb)
            if head is None:
                break
            if self._describes(verb):
                return (head,)
            if verb.relation == "xcomp" and (objects := self.children(head, "obj", "iobj")):
                return objects[:1]
            if verb.relation not in {"conj", "xcomp", "advcl"}:
                break
            verb = head
        return ()

    def _meant(self, subject: Node) -> Node:
        """The noun behind a relative pronoun: `Kenya, which pledged ships`."""
        if subject.fine not in {"WDT", "WP"}:
            return subject
        clause = next((one for one in self.above(subject) if self._describes(one)), None)
        return subject if clause is None else self.head(clause) or subject

    def _describes(self, verb: Node) -> bool:
        """Whether a clause describes a noun; a relative clause may be marked so on any sort of clause."""
        if verb.relation == "acl":
            return True
        return verb.kind == "relcl" and self.nodes[verb.head].tag in {"NOUN", "PROPN", "PRON"}

    def objects(self, verb: Node) -> tuple[Node, ...]:
        """The objects of a verb; the subject of a passive counts, since it is what the deed is done to."""
        return self.subjects(verb) if self.is_passive(verb) else self.children(verb, "obj")

    def agents(self, verb: Node) -> tuple[Node, ...]:
        """Who does what a passive says: `by Kenya`."""
        return tuple(
            one
            for one in self.children(verb, "obl")
            if one.kind == "agent"
            or (any(case.lower == "by" for case in self.children(one, "case")) and self.is_passive(verb))
        )

    def is_passive(self, verb: Node) -> bool:
        """Whether a verb is a passive: `was signed`, `to be sent`, `agreements reached in Oslo`."""
        if verb.fine != "VBN":
            return False
        helpers = self.children(verb, "aux")
        if not helpers:
            return verb.relation in {"acl", "advcl"}
        return helpers[-1].lemma in _BEING

    def is_negated(self, verb: Node) -> bool:
        """Whether a predicate is denied by a word of its own."""
        return any(child.lower in _NEGATIVE for child in self.children(verb, "advmod", "det", "cc", "aux"))

    def modal(self, verb: Node) -> Node | None:
        """The modal of a predicate, or None."""
        return next((one for one in self.children(verb, "aux") if one.lower in _MODALS), None)

    def group(self, verb: Node) -> Span:
        """The verb with its auxiliaries, negation and particles: `has not been carried out`."""
        parts = [verb, *self.children(verb, *_AUXILIARIES)]
        parts += [
            one
            for one in self.children(verb)
            if one.lower in _NEGATIVE or (one.relation, one.kind) == ("compound", "prt")
        ]
        return Span(min(one.span.start for one in parts), max(one.span.end for one in parts))

    def predicate(self, node: Node) -> Node:
        """The predicate of the clause in which a word stands: the nearest above it that heads a clause."""
        while node.relation not in CLAUSES and not self._predicates(node):
            head = self.head(node)
            if head is None:
                break
            node = head
        return node

    def _predicates(self, node: Node) -> bool:
        """Whether a word has a subject or is a verb that is joined to another one."""
        return bool(self.children(node, *SUBJECTS)) or (node.relation == "conj" and node.tag == "VERB")

    def clause(self, predicate: Node) -> tuple[Node, ...]:
        """The words of one clause: a predicate with what hangs on it, without clauses of their own and verbs joined to it."""
        found, open_ = [predicate], [predicate]
        while open_:
            for child in self.children(open_.pop()):
                if child.relation in CLAUSES - {"xcomp"} or (child.relation == "conj" and child.tag in {"VERB", "AUX"}):
                    continue
                found.append(child)
                open_.append(child)
        return tuple(sorted(found, key=lambda one: one.place))


def read_tree(parser: Parser, tokens: Sequence[Token], sentence: Span) -> Tree:
    """The tree of one sentence of a document, given as the model's words, their places counted from its start."""
    if not tokens:
        return Tree(sentence, ())
    (parse,) = parser.parse([[token.text for token in tokens]])
    return Tree(sentence, tuple(_nodes(parse, [token.start + sentence.start for token in tokens])))


def _nodes(parse: Parse, starts: Sequence[int]) -> Iterator[Node]:
    rows = zip(
        parse.words,
        starts,
        parse.tags,
        parse.fine_tags,
        parse.lemmas,
        parse.heads,
        parse.relations,
        parse.names,
        strict=True,
    )
    for place, (word, start, tag, fine, lemma, head, label, name) in enumerate(rows):
        span = Span(start, start + len(word))
        relation, _, kind = label.partition(":")
        yield Node(place, word, span, tag, fine, lemma, head - 1 if head else place, relation, kind, name[2:])
