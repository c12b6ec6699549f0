"""Where a sentence characterises something: evaluative words that belong to a fitting noun.

`ironclad` counts of an alliance, not of a ship; `growing` praises ties and blames threats. Whose words they are and of
whom they are said is decided in `assessments.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.evaluations import Evaluation, evaluation_pattern, evaluations_by_words, load_heads
from servanda.lexicon.speech import load_speech
from servanda.reading.scenes import Scene, Word

_REACH = 6
_BACK = 14
_LINKING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|[’']s|[’']re|seems?|seemed|looks?|looked|proved|remains?|remained|stays?|stayed|becomes?|became|as|called|calling|deemed|termed)"
    r"(?:\s+(?:a|an|the|so|very|too|more|most|both|not\s+only|truly|also|now|indeed|all|always|absolutely|[a-z]+ly))*\s*[\"“‘']?\Z",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:maintain|ensur|continu|strengthen|build|deepen|develop|promot|seek|enhanc|establish|pursu|achiev|keep|foster"
    r"|expand|uphold|preserv|forg|creat)(?:e|es|ed|ing|s|en|ens)?\s+(?:to\s+\w+\s+)?(?:a|an|the|our|their|its|even|such)?\s*\Z",
    re.IGNORECASE,
)
_AIMED = frozenset(
    [
        "close",
        "closer",
        "strong",
        "stronger",
        "deep",
        "solid",
        "constructive",
        "fruitful",
        "productive",
        "lasting",
        "enduring",
        "vibrant",
        "warm",
        "special",
        "excellent",
        "growing",
        "dynamic",
    ]
)
_IDIOM = re.compile(r"a\s(?:great|good)\sdeal\b(?!\s(?:for|with|between))", re.IGNORECASE)
"""`a great deal of help`: much, and no agreement."""
_EMPTY = re.compile(r"\b(?:it|there|that|this|i|you)(?:\s+|[’'])(?:is|was|s|be)\s+(?:so\s+|very\s+)?\Z", re.IGNORECASE)
_JOINED = re.compile(r"(?<=\s)[\w-]+(?:,|\s+and|,\s+and|\s+but)\s+(?:[a-z]+ly\s+)?\Z")
# "critical minerals", "critical and emerging technologies": terms, and no praise.
_TERMS = frozenset(
    {"minerals", "mineral", "infrastructure", "technology", "technologies", "raw", "materials", "supply"}
)
_MANNER = frozenset(
    {"collaboration", "cooperation", "co-operation", "coordination", "dialogue", "partnership", "unity"}
)
_BEHIND = load_speech().prepositions | {"and", "or", "but", "because", "that", "when", "if", "as", "which", "who"}
_OPEN_ENDED = re.compile(r"(?:\s(?:in|on|by|to|with|for|of|from|between)|goes\s+against)\Z", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[,;:!?\"“”()—–]|(?<!\b[A-Z])\.(?!\w)|\s(?:and\s+(?:the|that|to|is|are|will)|but|which|who|while|as|including)\s"
)
_FARTHEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Evaluative words at their place.

    Attributes:
        span: the words alone, with the noun where it belongs to them.
        about: what they are about.
        valence: praise, blame or neither; None where the words are not in the lexicon.
        head: the noun they belong to; the words themselves where there is none.
        narrated: whether they characterise even in a reporter's own voice.
        seen: whether only the trained model found them.
        of: what they are said of, where the sentence says that it is so.
    """

    span: Span
    about: About
    valence: Valence | None
    head: Span
    narrated: bool = False
    seen: bool = False
    of: Span | None = None


def evaluations_in(scene: Scene, sentence: Span, *, narrated: bool = False) -> tuple[Hit, ...]:
    """The evaluative words of a sentence, in order; only those of a reporter's own voice where it is `narrated`."""
    found: list[Hit] = []
    for match in evaluation_pattern().finditer(scene.text, sentence.start, sentence.end):
        words = " ".join(match.group().lower().split())
        span = Span(*match.span())
        senses = [sense for sense in evaluations_by_words()[words] if sense.whole or not narrated]
        hit = next((h for sense in senses if (h := _hit(scene, sentence, span, sense))), None)
        if hit is not None:
            found.append(hit)
    return tuple(found)


def _hit(scene: Scene, sentence: Span, span: Span, sense: Evaluation) -> Hit | None:
    if sense.predicate and not _is_predicate(scene, sentence, span):
        return None
    if _IDIOM.match(scene.text, max(0, span.start - 2), sentence.end):
        return None
    bound = bool(sense.heads) or sense.predicate
    head = _head_after(scene, sentence, span) or (_subject_before(scene, sentence, span) if bound else None)
    if head is not None and bound and _is_anothers(scene, sentence, span, head):
        return None
    about = load_heads()[head.lower] if head is not None else sense.about
    if sense.heads and (head is None or about not in sense.heads or _is_aim(scene, sentence, span, about)):
        return None
    if sense.whole and (head is None or head.span.start < span.end):
        return None
    end = head.span.end if sense.whole and head is not None else _end(scene, sentence, span, sense)
    return Hit(
        span=Span(span.start, end),
        about=about if bound or about in (About.CONDUCT, About.CHALLENGE) else sense.about,
        valence=sense.valence,
        head=head.span if head is not None else span,
        narrated=sense.whole,
    )


def _is_anothers(scene: Scene, sentence: Span, span: Span, head: Word) -> bool:
    """Whether the tree ties a word to a noun before the head, or the head only says how: `[critical] minerals cooperation`.

    `in close coordination with Chad` says how something is done, and praises nothing.
    """
    tree = scene.tree(sentence)
    node, noun = tree.at(span.start), tree.at(head.span.start)
    if node is None or noun is None or node.relation != "amod" or node.place > noun.place:
        return False
    own = tree.head(node)
    if tree.nodes[node.place + 1].lower in _TERMS:
        return True
    if own is not None and own.place < noun.place and own.lower not in load_heads():
        return True
    bare = not tree.children(noun, "det") and not any(one.kind == "poss" for one in tree.children(noun, "nmod"))
    return bare and any(case.lower == "in" for case in tree.children(noun, "case")) and head.lower in _MANNER


def _end(scene: Scene, sentence: Span, span: Span, sense: Evaluation) -> int:
    """Open phrases ("rooted in …") run on to the end of what they govern; `importance of` stops at its noun."""
    if sense.heads and span.of(scene.text).lower().endswith(" of"):
        return span.end - len(" of")
    if not _OPEN_ENDED.search(span.of(scene.text)):
        return span.end
    stop = _PHRASE_END.search(scene.text, span.end, sentence.end)
    end = stop.start() if stop else sentence.end
    if end > span.end + _FARTHEST:
        end = scene.text.rfind(" ", span.end, span.end + _FARTHEST)
    return max(span.end, end)


def _head_after(scene: Scene, sentence: Span, span: Span) -> Word | None:
    """The noun to the right that the words modify: the last head noun of the same noun phrase."""
    if span.end >= sentence.end:
        return None
    found = None
    of = span.of(scene.text).lower().endswith(" of")
    for at, word in enumerate(scene.words(Span(span.end, sentence.end))[:_REACH]):
        lower = word.lower
        if of and at == 0:
            # `the importance of bilateral cooperation` is of no bond in view: it says what should be.
            if lower in load_speech().determiners:
                continue
            if word.text.islower():
                break
        if lower in load_heads():
            found = word
        elif (
            found is not None or lower in load_speech().walls or word.text in '.;:()"”' or (word.text == "," and at > 0)
        ):
            break
    return found


def _subject_before(scene: Scene, sentence: Span, span: Span) -> Word | None:
    """The subject or object that the words are said of: `the alliance is …`, `called the alliance "…"`."""
    if span.start <= sentence.start:
        return None
    lead = scene.text[max(sentence.start, span.start - 40) : span.start]
    if not (_LINKING.search(lead) or lead.rstrip().endswith(("“", '"', "‘", "so"))):
        return None
    words = scene.words(Span(sentence.start, span.start))[-_BACK:]
    return next((word for word in reversed(words) if word.lower in load_heads()), None)


def _is_predicate(scene: Scene, sentence: Span, span: Span) -> bool:
    """Whether the words stand behind a verb of being, and before no noun of their own: `is good`, not `a good time`."""
    lead = scene.text[max(sentence.start, span.start - 40) : span.start]
    lead = _JOINED.sub("", lead)
    if not _LINKING.search(lead) or _EMPTY.search(lead):
        return False
    behind = scene.words(Span(span.end, sentence.end))[:1] if span.end < sentence.end else ()
    closed = not behind or not behind[0].text[0].isalnum() or behind[0].lower in _BEHIND
    return closed or bool(_OPEN_ENDED.search(span.of(scene.text)))


def _is_aim(scene: Scene, sentence: Span, span: Span, about: About) -> bool:
    """Whether the words name what is to be reached ("maintain close cooperation"), not what is."""
    lead = scene.text[max(sentence.start, span.start - 40) : span.start]
    return about is About.RELATIONSHIP and span.of(scene.text).lower() in _AIMED and bool(_AIMS.search(lead))
