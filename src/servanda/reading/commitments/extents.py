"""How far the phrase around a noun reaches that is to be read alone: its article and modifiers, and complements while it stays short.

Relative clauses, times and what only gives an example stay out; a word that the tree has in parts is kept whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Span
from servanda.lexicon.calendars import load_calendar
from servanda.reading.commitments.lines import Line
from servanda.reading.trees import Node

_LONGEST = 14
"""How many words a phrase may have that reads well in one cell."""
_NEAR = 10
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
"""What may be the head of such a phrase."""
_UNITS = frozenset(
    ["day", "week", "month", "year", "decade", "hour", "minute", "weekend", "quarter", "today", "tomorrow", "term", "time", "period", "future", "end", "beginning", "summer", "winter", "spring", "autumn"]
)  # fmt: skip
_NO_PART = frozenset(
    ["including", "as", "by", "through", "via", "under", "during", "until", "since", "while", "despite", "amid", "per", "without", "within", "before", "after", "pursuant", "according", "at"]
)  # fmt: skip
_NEVER = ("appos", "parataxis", "advcl", "ccomp", "discourse", "vocative", "orphan", "list", "dislocated", "reparandum")
_LOOSE = frozenset({"PUNCT", "CCONJ", "ADP", "SCONJ", "PART"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "CCONJ", "NUM"})


def nominal_around(line: Line, head: Node, words: Span) -> Span | None:
    """The phrase around its head, the longest that is short enough; None where it names nothing by itself."""
    limit = words.end if words.holds(head.span) else line.span.end
    for sparing in range(4):
        first, last = _run(line, head, sparing, limit)
        if last - first < _LONGEST:
            break
    first, last = _from_determiner(line, first, words), _to_noun(line, head, first, last, limit)
    nodes = line.tree.nodes
    while first < head.place and nodes[first].tag in _LOOSE:
        first += 1
    if not any(node.tag in NOMINAL for node in nodes[first : last + 1]):
        return None
    return _unbroken(line, Span(nodes[first].span.start, nodes[last].span.end))


def _from_determiner(line: Line, first: int, words: Span) -> int:
    """Back to the article, where only describing words stand between: `a | fast, well-built and modern` ferry."""
    nodes = line.tree.nodes
    if nodes[first].tag in {"DET", "PRON"}:
        return first
    for place in range(first - 1, max(-1, first - _NEAR), -1):
        if nodes[place].tag == "DET" and words.holds(nodes[place].span):
            return place
        if nodes[place].tag not in _DESCRIBING and nodes[place].fine != "VBN":
            break
    return first


def _to_noun(line: Line, head: Node, first: int, last: int, limit: int) -> int:
    """The last noun of the phrase: the next one where it would end on a word that describes it, else the one before."""
    nodes = line.tree.nodes
    if nodes[last].tag == "ADJ" and last > head.place:
        for place in range(last + 1, min(len(nodes), last + _NEAR)):
            if nodes[place].span.end > limit or nodes[place].tag not in _DESCRIBING | NOMINAL:
                break
            if nodes[place].tag in NOMINAL:
                return place
    while last > max(first, head.place) and nodes[last].tag not in NOMINAL | {"PRON", "VERB"}:
        last -= 1
    return last


def _unbroken(line: Line, span: Span) -> Span:
    """The phrase with the rest of a word that the tree has in parts: `COVID-19`, `United States-made`."""
    text, start, end = line.scene.text, span.start, span.end
    while start > line.span.start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < line.span.end and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalnum())):
        end += 1
    return Span(start, end)


def _run(line: Line, head: Node, sparing: int, limit: int) -> tuple[int, int]:
    """The first and the last of the unbroken words around a head that belong to its phrase.

    Args:
        line: the sentence.
        head: the head noun.
        sparing: how much to leave out: 1 clauses on nouns, 2 also what hangs on its complements, 3 all complements.
        limit: where the phrase must end.
    """
    kept = {node.place for node in _parts(line, head, sparing, 0)}
    nodes = line.tree.nodes
    first = last = head.place
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept and nodes[last + 1].span.end <= limit:
        last += 1
    return first, last


def _parts(line: Line, node: Node, sparing: int, depth: int) -> Iterator[Node]:
    yield node
    for child in line.tree.children(node):
        if not _belongs(line, node, child, sparing, depth):
            continue
        yield from _parts(line, child, sparing, depth + (child.relation in {"nmod", "acl", "conj"}))


def _belongs(line: Line, node: Node, child: Node, sparing: int, depth: int) -> bool:
    """Whether a word that hangs on another one is part of its phrase."""
    if child.relation in _NEVER or child.relation in {"aux", "cop", "nsubj", "csubj", "expl"}:
        return False
    if depth == 0 and child.relation in {"case", "cc", "mark"} and child.place < node.place and node.relation != "":
        return False
    if child.relation == "acl":
        return sparing == 0 and child.fine == "VB" and child.place > node.place
    if child.relation == "nmod" and child.place > node.place:
        if case_of(line, child) in _NO_PART or is_time(child):
            return False
        return sparing < 2 or (sparing == 2 and depth == 0)
    if child.relation == "conj":
        return child.tag in NOMINAL | {"ADJ"} and (sparing < 3 or child.tag == "ADJ")
    return True


def case_of(line: Line, noun: Node) -> str:
    """The preposition that leads a noun; empty where none does."""
    return next((one.lower for one in line.tree.children(noun, "case")), "")


def is_time(node: Node) -> bool:
    """Whether a noun is a time: `next month`, `2030`, `the coming years`."""
    word = node.lemma.lower()
    if (node.relation, node.kind) == ("obl", "tmod") or word in _UNITS:
        return True
    calendar = load_calendar()
    dated = node.text.lower() in {one.lower() for one in (*calendar.months, *calendar.weekdays)}
    return dated or (node.text.isdigit() and len(node.text) == 4)
