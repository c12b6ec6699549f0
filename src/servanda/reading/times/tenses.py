"""Whether a stretch of a sentence looks back or ahead, by the verb group that stands nearest before it.

No parser: a group is an auxiliary with the words that may follow it, or a bare past form. What is hypothetical ("if",
"may") is for the readers of occasions and commitments to say.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from servanda.codebook import Span
from servanda.reading.scenes import Scene


class Tense(Enum):
    """Where the clause points."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_PAST_FORMS = (
    "said|told|met|held|spoke|made|gave|took|went|came|sent|left|led|began|struck|won|wrote|read|paid|put|set|saw|sought|kept|brought|flew|fell"
    "|rose|shot|drew|became|agreed|did|had|was|were|got|thought|found|lost|broke|chose|threw|stood|sat|ran|withdrew|undertook|hit|cut|did"
)
_NO_VERB = r"(?!\s(?:the|a|an|this|that|these|those|its|their|it|on|in|by|at)\b)"
_FUTURE = re.compile(
    r"\b(?:will|shall|would|to\sbe|(?:should|may|might|must|could|can)\sbe|won[’']t|upcoming|forthcoming|envisioned|ahead\sof"
    r"|(?:is|are|was|were)\s(?:to|set\sto|going\sto|about\sto|poised\sto)"
    r"|(?:is|are|was|were|\w+)?\s?(?:due|scheduled|slated|expected|planned|set)\s(?:to|for)"
    r"|(?:due|scheduled|slated|expected|planned)\s(?:on|in|next)|scheduled\s(?:an?|the|its|their)"
    rf"|(?:plans?|intends?|aims?|hopes?|expects?|agreed|vow(?:s|ed)|pledged?|promised?|wants?|preparing|planning)\sto{_NO_VERB})\b"
    r"|[’']ll\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:\s(?:not|also|then|again|soon|\w+ly))*(?:\s(?:be|have|been))*(?:\s\w+)?")
_PAST = re.compile(
    rf"\b(?:{_PAST_FORMS}|\w{{2,}}ed)\b|\b(?:has|have)\s(?:\w+ly\s)?\w+(?:ed|en|un|de|ne|ht|ld|et)\b", re.IGNORECASE
)
# "The ministry on Sunday issued a warning": the verb right behind is the clause's own.
_PAST_BEHIND = re.compile(rf"\s(?:\w+ly\s)?(?:{_PAST_FORMS}|[a-z]{{2,}}ed)\s(?:an?|the|its|their|his|her|that|it)\b")
_INFINITIVE = re.compile(r"\bto\s[a-z]{3,}\b")
_PRESENT_PARTS = frozenset(
    {"united", "indeed", "need", "speed", "shared", "advanced", "related", "armed", "so-called", "limited", "red"}
)


def tense_of(scene: Scene, span: Span) -> Tense:
    """The tense around a stretch: of the nearest verb group before it in its sentence, else of the first one behind it."""
    sentence = scene.sentence_of(span) or span
    groups = _groups(scene.text, sentence)
    if _PAST_BEHIND.match(scene.text, span.end, sentence.end):
        return Tense.PAST
    before = [tense for at, tense in groups if at < span.start]
    behind = [tense for at, tense in groups if at >= span.end]
    if before:
        return before[-1]
    if behind:
        return behind[0]
    infinitive = _INFINITIVE.search(scene.text, sentence.start, span.start)
    return Tense.FUTURE if infinitive else Tense.OPEN


@lru_cache(maxsize=64)
def _groups(text: str, sentence: Span) -> tuple[tuple[int, Tense], ...]:
    """Verb groups in order; a participle that belongs to `will be` is no past of its own."""
    found: list[tuple[int, Tense]] = []
    taken = sentence.start
    for match in _FUTURE.finditer(text, sentence.start, sentence.end):
        end = _GROUP.match(text, match.end(), sentence.end)
        found += _past(text, taken, match.start())
        found.append((match.start(), Tense.FUTURE))
        taken = max(taken, end.end() if end else match.end())
    return (*found, *_past(text, taken, sentence.end))


def _past(text: str, start: int, end: int) -> list[tuple[int, Tense]]:
    if start >= end:
        return []
    return [
        (match.start(), Tense.PAST)
        for match in _PAST.finditer(text, start, end)
        if match.group().lower() not in _PRESENT_PARTS and match.group().islower()
    ]
