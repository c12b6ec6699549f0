"""A text beside reports of it: what they keep, drop, add, strengthen, weaken and change, each with words on both sides.

Records and sentences are compared both, so that a record that was not read hides nothing. Nothing is decided about who
is right, and nothing is written that neither text says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from servanda.codebook import NARRATOR
from servanda.resolve.alignments import align
from servanda.resolve.attributions import asserting, voiced_by_text
from servanda.resolve.bargains import find_bargains
from servanda.resolve.echoes import without_echoes
from servanda.resolve.figures import claim_words, find_figures, term_words
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.inventions import find_inventions
from servanda.resolve.layouts import Layout
from servanda.resolve.misplacements import find_misplaced
from servanda.resolve.moments import find_moments
from servanda.resolve.omissions import find_bare_acts, find_caps, find_untold
from servanda.resolve.pairings import Alignment
from servanda.resolve.qualifiers import find_qualifiers
from servanda.resolve.qualities import find_characterizations, find_qualities
from servanda.resolve.quotations import find_quotations
from servanda.resolve.recurrences import find_recurrences
from servanda.resolve.reversals import find_reversals
from servanda.resolve.roles import find_roles
from servanda.resolve.stances import find_stances
from servanda.resolve.substitutions import find_substitutions

Rule = Callable[[Layout, Layout, Sequence[Alignment]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    find_figures,
    find_caps,
    find_bare_acts,
    find_qualifiers,
    find_stances,
    find_bargains,
    find_substitutions,
    find_qualities,
    find_characterizations,
    find_recurrences,
    find_moments,
    find_misplaced,
    find_roles,
    find_reversals,
    find_quotations,
    find_inventions,
)


_TELLING = 0.4
"""From which share of the text's sentence on a report that does not name the text is said to keep a term."""
_NAMING = 0.18
"""The same for a report that names it."""
_MANY = 35.0
"""What the shared words weigh of a long sentence that a report tells whole or almost so."""
_WORDS = 6
"""How many telling words say the same of a long sentence."""
_FEW = 4
"""How many words must be shared at least; fewer only if they are most of the term."""
_MOST = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was found between a text and reports of it.

    Attributes:
        findings: in the order of the text; what stands only in reports comes last.
        told: how many of the text's terms some report tells.
        terms: how many terms the text has.
    """

    findings: tuple[Finding, ...]
    told: int
    terms: int


def compare_texts(text: Layout, news: Sequence[Layout]) -> Comparison:
    """Compare a text with reports of it.

    Args:
        text: the text: what parties adopted, or what one of them released.
        news: the reports. Each is compared with the text alone; what one finds does not hang on the others, but for
            the terms of which none tells.
    """
    found: dict[str, Finding] = {}
    told: set[str] = set()
    mentioned: set[str] = set()
    for report in news:
        alignments = align(text, report)
        told.update(term.id for one in alignments for term in one.text_terms)
        told_of = [one for rule in RULES for one in rule(text, report, alignments)]
        findings = [_with_voice(text, report, one) for one in _plain(alignments, without_echoes(told_of))]
        told.update(_terms_at(text, [one for one in findings if one.happening is not Happening.DROPPED]))
        mentioned.update(told, _terms_at(text, findings))
        findings.extend(_with_voice(text, report, one) for one in list(_kept(text, report, alignments, findings)))
        for one in findings:
            known = found.get(one.id)
            if known is None or one.score > known.score:
                found[one.id] = one
    found.update((one.id, one) for one in find_untold(text, frozenset(mentioned)))
    terms = {term.id for term in text.reading.commitments}
    return Comparison(findings=tuple(sorted(found.values(), key=_place)), told=len(told & terms), terms=len(terms))


def _plain(alignments: Sequence[Alignment], findings: Sequence[Finding]) -> list[Finding]:
    """The findings without the deadlines that are kept in sentences that turn the deed or give it to others."""
    turned = [one for one in findings if one.happening is Happening.REVERSED or one.aspect is Aspect.PARTY]
    upset = [pair for pair in alignments if any(_touches(one, pair) for one in turned)]
    return [
        one
        for one in findings
        if one.happening is not Happening.KEPT
        or one.aspect is not Aspect.DEADLINE
        or not any(_touches(one, pair) for pair in upset)
    ]


def _with_voice(text: Layout, news: Layout, one: Finding) -> Finding:
    """That the text says something is what the reporter says."""
    if one.asserted_by or not one.news_spans or not voiced_by_text(text, news, one.news_spans[0]):
        return one
    return replace(one, asserted_by=(NARRATOR,))


def _terms_at(text: Layout, findings: Sequence[Finding]) -> Iterator[str]:
    """The terms of whose words a finding is."""
    spans = [span for one in findings for span in one.text_spans]
    for term in text.reading.commitments:
        if any(part.holds(span) for part in term.span for span in spans):
            yield term.id


def _kept(
    text: Layout, news: Layout, alignments: Sequence[Alignment], findings: Sequence[Finding]
) -> Iterator[Finding]:
    """The terms that a report tells and changes nothing of, as far as was found."""
    for alignment in alignments:
        words = claim_words(alignment)
        if _is_telling(text, alignment) and not any(_touches(one, alignment) for one in findings):
            yield Finding(
                happening=Happening.KEPT,
                aspect=Aspect.TERM,
                text=text.document.id,
                text_spans=term_words(alignment),
                news=news.document.id,
                news_spans=words,
                asserted_by=asserting(news.reading, words[0]),
                claims_text=alignment.claims_text,
                reason="the sentences share these words; no difference was found",
                score=alignment.score - 0.2,
            )


def _is_telling(text: Layout, alignment: Alignment) -> bool:
    """Whether enough of a term is told to say that it is kept: a name of three words in another matter is not."""
    if alignment.weight >= _MANY or len(alignment.solid) >= _WORDS:
        return True
    named = alignment.claims_text
    few = len({word.stem for word in alignment.news_words}) < _FEW
    return alignment.share >= (_NAMING if named else _TELLING) and not (few and _told_of(text, alignment) <= _MOST)


def _told_of(text: Layout, alignment: Alignment) -> float:
    """The share of the words of a term that is told, each of them counting alike; of the sentence, where there is no term."""
    spans = [part for term in alignment.text_terms for part in term.span] or [alignment.text.span]
    stems = {
        word.stem
        for line in text.lines
        for word in line.words
        if word.stem and any(part.holds(word.span) for part in spans)
    }
    told = {word.stem for word in alignment.text_words} & stems
    return len(told) / max(1, len(stems))


def _touches(finding: Finding, alignment: Alignment) -> bool:
    """Whether a finding is about these two sentences."""
    here = any(span.overlaps(alignment.text.span) for span in finding.text_spans)
    return here and any(span.overlaps(alignment.news.span) for span in finding.news_spans)


def _place(finding: Finding) -> tuple[bool, int, str, int, str, str]:
    text = min((span.start for span in finding.text_spans), default=0)
    news = min((span.start for span in finding.news_spans), default=0)
    return not finding.text_spans, text, finding.news, news, finding.happening.value, finding.id
