"""How firmly a party stands to a deed, in the text and in a report: pledge for plan, support for approval.

The word is the one that an undertaking was read by, else the outermost word of a stance that the shared words hang on.
`Will`, `agreed to` and `pledged` are one level here: reports put one for the other, and the party is bound by each. Nor is
a mere `will` another bond than `intends`, which the codebook puts beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.codebook import Commitment, RecordId, Spans
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.contrasts import containing_verbs, stances
from servanda.resolve.attributions import asserting
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment

_LEVELS = {Firmness.BINDING: 4, Firmness.PLEDGED: 3, Firmness.AGREED: 3, Firmness.INTENDED: 2, Firmness.ASPIRED: 1}
_BOUND = frozenset({"will", "would", "'ll", "’ll", "won't", "must", "has to", "have to", "is to", "are to"})
"""A reporter's `must` tells what a text lays on a party, and wishes nothing."""
_MERE = frozenset({"will", "would", "'ll", "’ll"})
_CUE_REACH = 60
_HALF = 0.5
_PART = 0.3
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How firmly a party stands to a deed.

    Attributes:
        level: 4 decided, 3 undertaken, 2 intended or supported, 1 wished.
        spans: the words that say so.
        is_mere: whether `will` alone says it.
    """

    level: int
    spans: Spans
    is_mere: bool = False


def find_stances(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Where a report has a party bind itself more or less firmly than the text.

    A word of the report is the stance of each undertaking of its own to one term: the one that is told most of.
    """
    used: set[tuple[Spans, tuple[RecordId, ...]]] = set()
    for alignment in sorted(alignments, key=lambda one: (-one.weight, one.news.span.start, one.text.span.start)):
        there = stance_of(news, alignment.news, alignment.news_terms, alignment.news_words)
        terms = tuple(term.id for term in alignment.news_terms)
        if there is None or (there.spans, terms) in used or not _is_held(alignment) or _is_other_act(alignment):
            continue
        used.add((there.spans, terms))
        here = stance_of(text, alignment.text, alignment.text_terms, alignment.text_words)
        if (
            here is None
            or _stands(alignment, there)
            or _are_others(news, alignment, there)
            or not _is_told(alignment, there)
        ):
            continue
        if _differ(here, there):
            yield _finding(text, news, alignment, here, there)


def _is_held(alignment: Alignment) -> bool:
    """Whether the report's sentence is of the term, and not a long one that shares a few words with a short one."""
    telling = alignment.claims_text or alignment.figures >= _HALF or alignment.told >= _PART
    return alignment.is_sure and telling


def stance_of(layout: Layout, line: Line, terms: Sequence[Commitment], words: Sequence[Word]) -> Stance | None:
    """The stance under which these words stand; None where no word tells it."""
    above = _of_tree(line, words)
    term = terms[0] if len(terms) == 1 and terms[0].wording and terms[0].firmness.value else None
    # "Chile's backing for Peru's bid": what was read may be the other party's undertaking under the one that is told.
    if term is None or (above is not None and above.spans[0].end <= term.span[0].start):
        return above
    return _of_term(layout, line, term)


def _of_term(layout: Layout, line: Line, term: Commitment) -> Stance:
    said = words_of(layout.document.text, term.wording).lower()
    level = 3 if said in _BOUND else _LEVELS[term.firmness.value or Firmness.INTENDED]
    return Stance(level=level, spans=(*_cue(line, term), *term.wording), is_mere=said in _MERE)


def _cue(line: Line, term: Commitment) -> Spans:
    """The verb that a noun of undertaking hangs on: `shared` of `shared its plan`."""
    inside = [word for word in line.words if term.wording[0].holds(word.span)]
    if len(inside) != 1 or inside[0].tag not in _NOUNS:
        return ()
    above = line.words[inside[0].head]
    reach = inside[0].span.start - above.span.end
    telling = above.tag == "VERB" and above.lower not in containing_verbs()
    return (above.span,) if telling and 0 < reach < _CUE_REACH else ()


def _of_tree(line: Line, words: Sequence[Word]) -> Stance | None:
    found: dict[int, Word] = {}
    for word in words:
        outermost = _outermost(line, word)
        if outermost is not None:
            found.setdefault(outermost.place, outermost)
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    if 2 * sum(_outermost(line, word) is only for word in words) < len(words):
        return None
    return Stance(level=_LEVELS[stances()[only.lower]], spans=(only.span,))


def _outermost(line: Line, word: Word) -> Word | None:
    """The last word of a stance on the way up from a word; a coordination ends the way once one was found."""
    found = None
    here = word
    for _ in line.words:
        if here.lower in stances() and here is not word and not _is_several(here):
            found = here
        if here.head == here.place or (found is not None and here.relation == "conj"):
            break
        here = line.words[here.head]
    return found


def _is_several(word: Word) -> bool:
    """`when making decisions`: several decisions, and not the one to do it."""
    return word.tag in _NOUNS and word.lower != word.lemma and stances()[word.lower] is Firmness.BINDING


def _stands(alignment: Alignment, there: Stance) -> bool:
    """Whether the text's sentence has the report's word too: the two may hang on other words of it, and no more is known."""
    words = [word for word in alignment.news.words if any(span.holds(word.span) for span in there.spans)]
    mine = {word.meaning for word in alignment.text.words} - {""}
    return any(word.meaning in mine and word.relation != "aux" for word in words)


def _are_others(news: Layout, alignment: Alignment, there: Stance) -> bool:
    """Whether other parties bind themselves in the report than in the text, by the words that say so there."""
    inside = [t for t in news.reading.commitments if any(part.overlaps(there.spans[0]) for part in t.span)]
    parties = {actor for term in alignment.text_terms for actor in term.debtors.value or ()}
    others = {actor for term in inside for actor in term.debtors.value or ()}
    return bool(parties and others) and not parties & others


def _is_other_act(alignment: Alignment) -> bool:
    """Whether a sentence that does not name the text undertakes another act; half of the words are the same deed by any name."""
    here = {term.act.value for term in alignment.text_terms}
    there = {term.act.value for term in alignment.news_terms}
    return not alignment.claims_text and alignment.share < _HALF and bool(here and there) and not here & there


def _is_told(alignment: Alignment, there: Stance) -> bool:
    """A verb that nobody read as an undertaking may tell of other deeds; it counts only of the text itself."""
    word = next(word for word in alignment.news.words if word.span.overlaps(there.spans[0]))
    told = alignment.claims_text or alignment.share >= _HALF
    return told or bool(alignment.news_terms) or word.tag in _NOUNS


def _differ(here: Stance, there: Stance) -> bool:
    """Whether a reader would call it another bond: `plans` for `will` is the habit of reports, `plans` for `shall` is not."""
    if there.level < here.level:
        return here.level - there.level > 1
    if there.is_mere and here.level == _LEVELS[Firmness.INTENDED]:
        return False
    return here.level != there.level and {here.level, there.level} != {3, 4}


def _finding(text: Layout, news: Layout, alignment: Alignment, here: Stance, there: Stance) -> Finding:
    said = words_of(text.document.text, here.spans)
    told = words_of(news.document.text, there.spans)
    return Finding(
        happening=Happening.STRENGTHENED if there.level > here.level else Happening.WEAKENED,
        aspect=Aspect.FIRMNESS,
        text=text.document.id,
        text_spans=here.spans,
        news=news.document.id,
        news_spans=there.spans,
        asserted_by=asserting(news.reading, there.spans[0]),
        claims_text=alignment.claims_text,
        reason=f"“{told}” in the report, “{said}” in the text",
        score=alignment.score,
    )
