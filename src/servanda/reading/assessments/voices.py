"""Whose words an official text gives where no statement is read: `Kenya's envoy met Uganda's to reaffirm the firm support`.

A verb of praise, blame or affirmation above the words has a subject, and the words are that one's; `we` and `I` are the
text's own voice.
"""

from __future__ import annotations

from functools import cache

from servanda.codebook import Reading, Span
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.valences import load_frames
from servanda.reading.actors.references import Referent, mentions_in
from servanda.reading.scenes import Scene

_AFFIRMING = (
    "acknowledge", "affirm", "convey", "emphasise", "emphasize", "express", "highlight", "note", "reaffirm", "recognise", "recognize", "reiterate",
    "stress", "underline", "underscore", "voice", "welcome", "outline",
)  # fmt: skip


@cache
def _voicing() -> frozenset[str]:
    return load_frames().praising | {form for verb in _AFFIRMING for form in forms_of(verb)}


def voiced_by(scene: Scene, sofar: Reading, span: Span) -> Referent | None:
    """The actor who says the words of a stretch that stands in no statement.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        span: the evaluative words.
    """
    sentence = scene.sentence_of(span)
    if sentence is None or not any(word.lower in _voicing() for word in scene.words(sentence)):
        return None
    tree = scene.tree(sentence)
    top = tree.top(span)
    verb = (
        next((one for one in tree.above(top) if one.tag == "VERB" and one.lower in _voicing()), None) if top else None
    )
    subject = next(iter(tree.subjects(verb)), None) if verb is not None else None
    if subject is None:
        return None
    own = [m for m in mentions_in(sofar, sentence) if m.span.overlaps(subject.span)]
    joined = [
        m for one in tree.children(subject, "conj") for m in mentions_in(sofar, sentence) if m.span.overlaps(one.span)
    ]
    actors = tuple(dict.fromkeys(actor for mention in (*own, *joined) for actor in mention.actors))
    return Referent(actors=actors, span=own[0].span, reason="who voices it") if own else None
