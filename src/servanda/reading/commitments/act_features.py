"""What a small trained model is told of a deed, and when its word is taken over that of the rules.

The model sees words, not a sentence's meaning: the deed's words in dictionary form with parties made alike, the words of
undertaking, and what the rules say. It decides only where it holds its act four times as likely as that of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log

from servanda.codebook.vocabulary import Act
from servanda.lexicon.act_model import STEP, act_scores
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.things import DeedAct

FOURFOLD = round(log(4) * 2 * STEP)
"""How far the score of one act must stand above that of the rules, which is four times as likely."""
_REACH = 28
_NEAR = 8
_SIGNS = frozenset("$€£¥₩")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "in",
        "on",
        "for",
        "with",
        "by",
        "its",
        "their",
        "our",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "as",
        "at",
        "or",
        "s",
        "’s",
        "'s",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        '"',
        "“",
        "”",
        "‘",
        "’",
        "-",
        "–",
        "—",
        "we",
        "it",
        "they",
        "be",
        "is",
        "are",
        "will",
    ]
)
_PLAIN, _HALF, _DOUBLE = 2, 1, 4


@dataclass(frozen=True, slots=True)
class RuleAct:
    """What the rules say of a deed: the act that is recorded, the words that they took, and whether several owe it."""

    act: Act
    found: DeedAct
    joint: bool


def act_by_model(promise: Promise, deed: Deed, rules: RuleAct) -> Act:
    """The act of a deed, that of the rules unless another is at least four times as likely."""
    scores = act_scores(act_features(promise, deed, rules))
    highest = max(scores.values())
    best = max((act for act, score in scores.items() if score == highest), key=lambda act: act.value)
    return best if scores[best] - scores[rules.act] > FOURFOLD else rules.act


def act_features(promise: Promise, deed: Deed, rules: RuleAct) -> tuple[tuple[str, int], ...]:
    """The features of a deed, each once, with their weight."""
    line = promise.line
    words = _words(line, deed)
    found = dict(_of_rules(line, rules))
    found |= {f"rule:{promise.rule}": _PLAIN, f"firm:{promise.firmness.value}": _PLAIN}
    found |= {f"b:{one}_{two}": _PLAIN for one, two in pairwise(words[:15])}
    found |= {f"wu:{word.lower}": _PLAIN for span in promise.wording for word in line.scene.words(span)}
    for place, word in reversed(list(enumerate(words))):
        if word not in _EMPTY:
            found[f"u:{word}"] = _PLAIN if place < _NEAR else _HALF
    telling = [word for word in words if word not in _EMPTY]
    found |= {f"c{place}:{word}": _PLAIN for place, word in enumerate(telling[:3])}
    found |= dict(_of_tree(line, deed))
    return tuple(found.items())


def _of_rules(line: Line, rules: RuleAct) -> Iterator[tuple[str, int]]:
    taken = line.lower[rules.found.first : min(rules.found.last, rules.found.first + 3)]
    yield f"lex:{rules.act.value}", _DOUBLE
    yield f"found:{rules.found.act.value}", _PLAIN
    yield f"fw:{'_'.join(taken)}", _PLAIN
    yield f"joint:{int(rules.joint)}", _PLAIN
    yield f"lexj:{rules.act.value}:{int(rules.joint)}", _PLAIN


def _words(line: Line, deed: Deed) -> list[str]:
    """The deed's words in dictionary form; a party, a sum and a number stand for themselves."""
    found: list[str] = []
    at, last = deed.first, min(deed.last, deed.first + _REACH, len(line.words))
    behind = {at: name for name in line.names.values() for at in range(name.first, name.last)}
    while at < last:
        name = behind.get(at)
        if name is not None:
            found.append("<P’s>" if name.owns else "<P>")
            at = name.last
            continue
        found.append(_form(line, at))
        at += 1
    return found


def _form(line: Line, at: int) -> str:
    word = line.lower[at]
    if word[:1] in _SIGNS:
        return "<$>"
    if word[:1].isdigit():
        return "<#>"
    node = line.node(at)
    return node.lemma.lower() if node is not None and node.lemma else word


def _of_tree(line: Line, deed: Deed) -> Iterator[tuple[str, int]]:
    """The word that heads the deed, with its object and the verb that it opens."""
    inside = line.tree.within(line.stretch(deed.first, min(deed.last, len(line.words))))
    places = {node.place for node in inside}
    top = next((one for one in inside if one.tag != "PUNCT" and one.head not in places - {one.place}), None)
    if top is None:
        return
    yield f"top:{top.lemma.lower()}", _PLAIN
    for child in line.tree.children(top, "obj", "xcomp"):
        if child.place in places:
            yield f"{child.relation}:{'<P>' if child.name else child.lemma.lower()}", _PLAIN
