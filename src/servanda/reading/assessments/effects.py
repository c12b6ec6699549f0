"""What a deed is said to do: `violates the truce`, `contributed to the suffering`, `accused Chad of arming rebels`.

The verb needs an object that is worth keeping, or one that is a harm; plans and denials ("to violate", "did not violate")
characterise nothing. Whose words they are is decided in `assessments.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.codebook import Span, Statement
from servanda.codebook.spans import trimmed
from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.evaluations import load_heads
from servanda.lexicon.harms import Harm, harms_by_form, load_goods, load_harms
from servanda.lexicon.speech import load_speech
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.scenes import Scene, Word

_REACH = 9
_LONGEST = 110
_STOP = re.compile(
    r"(?:,(?!\d)|[;:!?\"“”()—–]|\.(?!\d))|\s(?:and\s+(?:will|is|are|we|they|he|she|it)|but|while|after|before|when|because|if)\s"
)
_MODALS = frozenset(
    {"would", "could", "may", "might", "can", "will", "which", "that", "who", "they", "these", "those", "also"}
)
_DENIED = frozenset({"not", "never", "without", "to", "from", "against", "nor", "cannot", "no", "n't"})
_TRYING = re.compile(
    r"\b(?:continu|seek|sought|attempt|tr(?:y|ie)|tend|threaten|work|serv)(?:e|es|ed|ing|s)?\s+to\s+\Z"
)
_CHARGE = re.compile(
    r"\s(?:of|for)\s+(?!understanding|meeting|training|spending|funding|trading\b)(?=(?:not\s+|never\s+|[a-z]+ly\s+)?[a-z]+ing\s)"
)
_CHARGING = frozenset(
    [
        "accus",
        "blam",
        "critici",
        "condemn",
        "denounc",
        "fault",
        "rebuk",
        "chastis",
        "castigat",
        "lambast",
        "slam",
        "blast",
        "berat",
        "censur",
    ]
)


def effects_in(scene: Scene, sentence: Span) -> Iterator[Hit]:
    """Verbs of harm with their objects."""
    words = scene.words(sentence)
    for at, word in enumerate(words):
        for harm in harms_by_form().get(word.lower, ()):
            behind = at + 1 + len(harm.particle)
            follows = tuple(w.lower for w in words[at + 1 : behind]) == harm.particle
            if (
                follows
                and _is_finite(scene, sentence, words, at, harm)
                and _has_object(words[behind:], harm)
                and _is_verb(scene, sentence, word)
            ):
                yield _effect(scene, sentence, words, at)
                break


def charges_in(scene: Scene, statement: Statement) -> Iterator[Hit]:
    """What someone is accused of: `accused Chad of arming rebels`."""
    if not statement.cue or not statement.cue.of(scene.text).lower().startswith(tuple(_CHARGING)):
        return
    for content in statement.content[:1]:
        found = _CHARGE.search(scene.text, content.start, content.end)
        span = trimmed(scene.text, found.end(), _stop(scene, found.end(), content.end)) if found else None
        if span is not None:
            yield Hit(span=span, about=About.CONDUCT, valence=Valence("-"), head=content)


def _is_verb(scene: Scene, sentence: Span, word: Word) -> bool:
    """Whether the tree takes the word for a verb: not `the [affected] residents fear`."""
    node = scene.tree(sentence).at(word.span.start)
    return node is None or node.relation != "amod"


def _is_finite(scene: Scene, sentence: Span, words: tuple[Word, ...], at: int, harm: Harm) -> bool:
    """Whether the verb states what is done, not what is planned, feared or denied."""
    lead = at - 1
    while lead >= 0 and words[lead].lower.endswith("ly"):
        lead -= 1
    previous = words[lead].lower if lead >= 0 else ""
    if previous == "to" and _TRYING.search(scene.text, sentence.start, words[at].span.start):
        return True
    if previous in _DENIED | (load_speech().determiners - {"which", "that"}) | {""} or previous.endswith(
        ("n't", "n’t")
    ):
        return False
    plain = harm.form == "do"
    return (
        not plain
        or previous in _MODALS
        or (previous.endswith("s") and previous not in ("is", "was") and previous not in load_heads())
    )


def _has_object(behind: tuple[Word, ...], harm: Harm) -> bool:
    """Whether the object is a thing worth keeping, or a harm."""
    sought = load_harms() if harm.either else load_harms() | load_goods()
    if not behind or behind[0].lower in load_speech().prepositions | {"to", ",", "."}:
        return False
    for word in behind[:_REACH]:
        if word.text in ",;:.()" or word.lower in ("and", "that", "which"):
            return False
        if word.lower in ("end", "halt", "close", "stop"):
            return False
        if word.lower in sought:
            return True
    return False


def _effect(scene: Scene, sentence: Span, words: tuple[Word, ...], at: int) -> Hit:
    first = at - 1 if at and words[at - 1].lower.endswith("ly") else at
    start = words[first].span.start
    end = _stop(scene, words[at].span.end, sentence.end)
    heads = (load_heads()[w.lower] for w in reversed(words[:at]) if w.lower in load_heads())
    about = next(heads, About.CONDUCT)
    about = about if about in (About.INSTRUMENT, About.CHALLENGE) else About.CONDUCT
    span = trimmed(scene.text, start, end) or words[at].span
    return Hit(span=span, about=about, valence=Valence("-"), head=span)


def _stop(scene: Scene, start: int, end: int) -> int:
    """Where the clause ends that begins here."""
    found = _STOP.search(scene.text, start, end)
    return min(found.start() if found else end, start + _LONGEST)
