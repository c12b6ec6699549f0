"""Whose words a text gives where no statement is read: `Kenya's envoy met Uganda's to reaffirm the firm support`.

A verb of praise, blame or affirmation above the words has a subject, and the words are that one's; `we` and `I` are the
text's own voice. A report has more such verbs, since its own voice is a reporter's: `Chad, which Norway calls vital`.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook import Reading, Span
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.reporting import verbs_by_form
from servanda.lexicon.valences import load_frames
from servanda.reading.actors.references import Referent, mentions_in, refer
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_AFFIRMING = (
    "acknowledge", "affirm", "convey", "emphasise", "emphasize", "express", "highlight", "note", "reaffirm", "recognise", "recognize", "reiterate",
    "stress", "underline", "underscore", "voice", "welcome", "outline",
)  # fmt: skip


@cache
def _voicing() -> frozenset[str]:
    return load_frames().praising | {form for verb in _AFFIRMING for form in forms_of(verb)}


@cache
def _judging() -> frozenset[str]:
    """Forms of verbs by which a report says what somebody thinks of something."""
    judging = load_frames().naming | {form for verb in _JUDGING for form in forms_of(verb)}
    return _voicing() | judging | frozenset(verbs_by_form())


_JUDGING = ("consider", "deem", "dismiss", "fear", "find", "fume", "hail", "judge", "label", "regard", "see", "term", "thunder", "view")  # fmt: skip


def voiced_by(scene: Scene, sofar: Reading, span: Span, *, told: bool = False) -> Referent | None:
    """The actor who says the words of a stretch that stands in no statement.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        span: the evaluative words.
        told: whether the text's own voice is a reporter's.
    """
    verbs = _judging() if told else _voicing()
    sentence = scene.sentence_of(span)
    if sentence is None or not any(word.lower in verbs for word in scene.words(sentence)):
        return None
    tree = scene.tree(sentence)
    top = tree.top(span)
    verb = _verb_above(tree, top, verbs) if top is not None else None
    if top is None or verb is None or (told and _is_aside(tree, top, verb)):
        return None
    subject = _who(tree, verb)
    if subject is None or top == subject or subject in tree.above(top):
        return None
    if subject.tag == "PRON" and told:
        return refer(scene, sofar, subject.span)
    own = [m for m in mentions_in(sofar, sentence) if m.span.overlaps(subject.span)]
    joined = [
        m for one in tree.children(subject, "conj") for m in mentions_in(sofar, sentence) if m.span.overlaps(one.span)
    ]
    actors = tuple(dict.fromkeys(actor for mention in (*own, *joined) for actor in mention.actors))
    return Referent(actors=actors, span=own[0].span, reason="who voices it") if own else None


def _verb_above(tree: Tree, top: Node, verbs: frozenset[str]) -> Node | None:
    """The nearest such verb at or above the words."""
    return next((one for one in (top, *tree.above(top)) if one.tag == "VERB" and one.lower in verbs), None)


def _is_aside(tree: Tree, top: Node, verb: Node) -> bool:
    """Whether the words stand in a clause of aim or circumstance under a verb: `pushes to tie a bond to meet [new dangers]`."""
    way = [top, *tree.above(top)]
    between = way[: way.index(verb)]
    if verb.lower in load_frames().praising and _is_reason(tree, between):
        return False
    return any(one.relation in ("advcl", "acl", "parataxis") for one in between)


def _is_reason(tree: Tree, way: list[Node]) -> bool:
    """Whether the words say for what somebody is praised or blamed: `thanked Chad for helping [generously]`."""
    clauses = [one for one in way if one.relation in ("advcl", "acl", "parataxis")]
    return len(clauses) == 1 and any(mark.lower == "for" for mark in tree.children(clauses[0], "mark", "case"))


def _who(tree: Tree, verb: Node) -> Node | None:
    """The one who judges: the agent of a passive, else the subject."""
    found = tree.agents(verb) if tree.is_passive(verb) else tree.subjects(verb)
    return next(iter(found), None)
