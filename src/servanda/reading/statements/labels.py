"""Labels: `THE PRESIDENT: …` in a transcript, `Macron: Europe must act` above a report.

A label names who speaks, and what follows it is said by that one up to the next label. Questions of the press are none
of those who answer: `asked_in` says where they stand, whether their label has a colon or not (`Q Will you sign?`).
Where one speaker alone has a label, the text is that speaker's own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.spans import trimmed
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.scenes import Scene

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n!?]{0,80}):\s+(?=\S)")
_QUESTION = re.compile(r"(?P<label>Q)[.:]?(?:\s+(?:[-–—]\s*)?|[–—]\s*|-\s+)(?=\S)")
"""`Q Will you sign?`, `Q. Will …`, `Q — Will …`: how transcripts mark the press, mostly without a colon."""
_STOP = re.compile(r"(?i:\b(?!mr|mrs|ms|dr|gen|amb|sen|rep)\w{2,})\.\s")
_ASKING = frozenset(
    {"q", "question", "questions", "reporter", "reporters", "press", "moderator", "operator", "interviewer"}
)
_LONGEST = 8
_FEW = 2
"""So many questions there are at least where a text of another kind holds an interview: one may begin with a name (`Q Fever`)."""
_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "al", "bin", "van", "von"})
_NUMBERED = re.compile(r"#?\d+")
"""`OFFICIAL #1`: one of several who stay unnamed."""
_NO_NAME = frozenset(
    {"note", "background", "date", "time", "place", "subject", "contact", "source", "re", "fact", "update"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label before what someone says.

    Attributes:
        span: the words that name the speaker.
        said: what follows them in the paragraph.
        asks: whether it is the press that asks.
    """

    span: Span
    said: Span
    asks: bool


def label_in(scene: Scene, paragraph: Span) -> Label | None:
    """The label with which a paragraph begins; None where it has none.

    In a report only the headline has one; elsewhere only words in capitals, or in a transcript a name.
    """
    asked = _question(scene, paragraph) if scene.document.kind is DocumentKind.TRANSCRIPT else None
    if asked is not None:
        return asked
    found = _LABEL.match(scene.text, paragraph.start, paragraph.end)
    if found is None:
        return None
    words = found["label"].replace(".", "").split()
    said = trimmed(scene.text, found.end(), paragraph.end)
    if said is None or _STOP.search(found["label"]) or len(words) > _LONGEST or not _may_speak(scene, paragraph, words):
        return None
    asks = words[0].lower() in _ASKING or words[-1].lower() in _ASKING
    return Label(span=Span(found.start("label"), found.end("label")), said=said, asks=asks)


def asked_in(scene: Scene) -> frozenset[Span]:
    """The paragraphs in which the press asks: up to the next label where those who answer have one, else one paragraph each."""
    if scene.document.kind is not DocumentKind.TRANSCRIPT:
        asked = [paragraph for paragraph in scene.paragraphs if _question(scene, paragraph) is not None]
        return frozenset(asked) if len(asked) >= _FEW else frozenset()
    labels = [label_in(scene, paragraph) for paragraph in scene.paragraphs]
    answered = any(label is not None and not label.asks for label in labels)
    found, asks = set(), False
    for paragraph, label in zip(scene.paragraphs, labels, strict=True):
        asks = label.asks if label is not None else asks and answered
        if asks:
            found.add(paragraph)
    return frozenset(found)


def is_one_voice(scene: Scene) -> bool:
    """Whether a transcript is of one speaker alone, whom nobody asks: remarks, which speak in their own voice."""
    if scene.document.kind is not DocumentKind.TRANSCRIPT:
        return False
    labels = [label for paragraph in scene.paragraphs if (label := label_in(scene, paragraph)) is not None]
    named = {label.span.of(scene.text).casefold() for label in labels}
    return len(named) == 1 and not any(label.asks for label in labels) and not any("official" in one for one in named)


def _question(scene: Scene, paragraph: Span) -> Label | None:
    """The label of the press before a question, where it is the letter alone."""
    found = _QUESTION.match(scene.text, paragraph.start, paragraph.end)
    said = trimmed(scene.text, found.end(), paragraph.end) if found is not None else None
    if found is None or said is None:
        return None
    return Label(span=Span(found.start("label"), found.end("label")), said=said, asks=True)


def _may_speak(scene: Scene, paragraph: Span, words: list[str]) -> bool:
    plain = [word for word in words if word.lower() not in _SMALL and not _NUMBERED.fullmatch(word)]
    if not plain or plain[0].lower() in _NO_NAME:
        return False
    named = all(word[:1].isupper() for word in plain)
    if scene.document.kind is DocumentKind.TRANSCRIPT:
        return named
    return named and paragraph == scene.paragraphs[0] and scene.document.kind is DocumentKind.NEWS
