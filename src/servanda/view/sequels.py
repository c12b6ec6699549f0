"""What a later text tells as done of an undertaking that is overdue, though nothing links the two.

A report of a deed is often no commitment, so that no thread holds it: `the ministry has delivered hundreds of missiles`.
Looked for by the deed and the most telling words of the undertaking, in one sentence. It is shown beside the deadline for
a person to judge, and changes no status.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.codebook import Span
from servanda.lexicon.contrasts import common_words, formulaic_words
from servanda.lexicon.inflections import irregular_bases, irregular_pasts
from servanda.resolve.commitments.tokens import bits_of
from servanda.resolve.stems import stem_of
from servanda.resolve.synonyms import meaning_of
from servanda.store import DocumentHead, Found, Ledger, Order, Query
from servanda.view.passages import sentences_around
from servanda.view.sources import Source, source_of

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Past forms alone: `implement` and `build` tell of no deed done, nor do `need` and `exceed`.
_REGULAR = re.compile(r"(?!.*eed\Z).*ed", re.IGNORECASE)
# What denies a deed, or has it ahead, asked for, hindered or supposed. Too many rather than too few: nothing is lost
# by what is not shown, and a deed shown as done that the text denies misleads.
_HELD_BACK = re.compile(
    r"n['’]t\b|\?|\b(?:not|never|no|none|neither|nor|nobody|nothing|without|cannot|hardly|scarcely|barely|few|little"
    r"|un(?:able|likely|willing)|fail\w*|refus\w+|declin\w+|reject\w*|den(?:y|ies|ied|ying|ials?)|fals\w+|untrue|doubt\w*"
    r"|yet|still|remain\w*|delay\w*|postpon\w+|suspend\w*|cancel\w*|halt\w*|stall\w*|stop\w*|block\w*|prevent\w*"
    r"|abandon\w*|instead|rather|far from|short of|behind schedule|miss(?:ed|es|ing)?|overdue|late"
    r"|will|would|shall|should|must|(?-i:may)|might|can|could|ought|be|being|to have|(?:has|have|had|needs?|due|set|about) to"
    r"|plan(?:s|ned|ning)?|inten(?:d\w*|t\w*)|aim\w*|hop(?:es?|ed|ing)|expect\w*|upcoming|likely|supposed\w*"
    r"|(?:committed|pledged|promised|agreed|vowed|sworn|swore) (?:to|that)"
    r"|urg\w+|demand\w*|ask\w*|call(?:s|ed|ing)? (?:on|for|upon)|request\w*|wants?|wanted|need(?:s|ed)?|requir\w+|insist\w*"
    r"|press(?:ed|es|ing)?|appeal\w*|encourag\w+|oblig\w+|if|unless|until|till|whether|once)\b",
    re.IGNORECASE,
)
_WORDS = 3
_BITS = 24.0
"""What the words must tell together, in bits, to be looked for."""
_SHORTEST = 4
_DOCUMENTS = 12
MOST = 60
"""Of so many undertakings at most it is asked, since each is a search of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """A sentence of a later text that tells the deed as done.

    Attributes:
        sentence: the sentence.
        source: its document.
    """

    sentence: str
    source: Source


def sequels_of(ledger: Ledger, found: Iterable[Found], until: date) -> Mapping[str, Sequel]:
    """For each commitment that later texts seem to tell as done, by its id, the first sentence that does.

    Args:
        ledger: the ledger.
        found: commitments, those that matter most first; the first `MOST` are asked for.
        until: the last day of publication.
    """
    listed = tuple(found)[:MOST]
    texts = ledger.find_texts({one.document.id for one in listed})
    told: dict[str, Sequel] = {}
    for one in listed:
        deeds = _deeds(one, texts.get(one.document.id, ""))
        words = _telling(one.words)
        sequel = _sequel(ledger, one.document, deeds, words, until) if deeds and words else None
        if sequel is not None:
            told[one.record.id] = sequel
    return told


def _deeds(one: Found, text: str) -> frozenset[str]:
    spans = getattr(getattr(one.record, "act", None), "spans", ())
    words = (word.lower() for span in spans for word in _WORD.findall(span.of(text)))
    return frozenset(meaning_of(irregular_bases().get(word, word)) for word in words)


def _done_by(word: str) -> str:
    """What a past form tells as done: `send` of sent, `deliver` of delivered; empty for every other word."""
    plain = word.lower()
    if plain in irregular_pasts():
        return meaning_of(irregular_pasts()[plain])
    return meaning_of(plain) if _REGULAR.fullmatch(plain) else ""


def _telling(words: str) -> tuple[str, ...]:
    """The words of a clause that tell most of it; none where they tell too little."""
    usual = common_words() | formulaic_words()
    told = {stem_of(w): w for w in reversed(_WORD.findall(words)) if len(w) >= _SHORTEST and w.casefold() not in usual}
    most = sorted(told, key=lambda stem: (-bits_of(stem), stem))[:_WORDS]
    enough = len(most) == _WORDS and sum(map(bits_of, most)) >= _BITS
    return tuple(told[stem] for stem in most) if enough else ()


def _sequel(
    ledger: Ledger, document: DocumentHead, deeds: frozenset[str], words: tuple[str, ...], until: date
) -> Sequel | None:
    if document.published is None:
        return None
    since = document.published.last + timedelta(days=1)
    asked = Query(search=" ".join(words), since=since, until=until, order=Order.OLDEST, limit=_DOCUMENTS)
    heads = [head for head in ledger.find_documents(asked) if head.published is not None]
    texts = ledger.find_texts({head.id for head in heads})
    for head in heads:
        sentence = _telling_done(texts.get(head.id, ""), deeds, words)
        if sentence:
            return Sequel(sentence=sentence, source=source_of(head))
    return None


def _telling_done(text: str, deeds: frozenset[str], words: tuple[str, ...]) -> str:
    """The first sentence with all these words and the deed as done, and with nothing that lies ahead."""
    for match in re.finditer(rf"\b{re.escape(words[0])}\b", text, re.IGNORECASE):
        sentence = " ".join(sentences_around(text, (Span(*match.span()),))[0].of(text).split())
        told = _WORD.findall(sentence)
        stems = {stem_of(word) for word in told}
        done = any(_done_by(word) in deeds for word in told)
        # What was promised may itself be to suspend or to stop: the deed's own word denies nothing.
        held = any(meaning_of(sign[0]) not in deeds for sign in _HELD_BACK.finditer(sentence))
        if done and not held and all(stem_of(word) in stems for word in words):
            return sentence
    return ""
