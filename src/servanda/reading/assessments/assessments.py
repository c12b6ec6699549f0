"""How speakers characterise a relationship, a partner, a threat, an instrument, an undertaking or a deed.

The words are found in `evaluations.py` and `calling.py`. Inside a statement they are its speaker's, elsewhere the
reporter's or, in an official text, its issuers'. A reporter's own praise is mostly a figure of speech, so that only
what is said of threats is kept there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.codebook import (
    NARRATOR,
    ActorId,
    Assessment,
    Problem,
    Reading,
    Slot,
    Span,
    Spans,
    Statement,
    stated,
    unclear,
)
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import About, DocumentKind
from servanda.reading.assessments.abouts import ENCOUNTERS, settled_about
from servanda.reading.assessments.calling import callings_in
from servanda.reading.assessments.effects import charges_in, effects_in
from servanda.reading.assessments.evaluations import Hit, evaluations_in
from servanda.reading.assessments.features import setting_of
from servanda.reading.assessments.likely import find_likely
from servanda.reading.assessments.predicates import is_wished, predicates_in
from servanda.reading.assessments.targets import target_of
from servanda.reading.assessments.unmeant import is_unmeant
from servanda.reading.assessments.voices import voiced_by
from servanda.reading.assessments.weighing import Read, weighed_in, widened
from servanda.reading.likely import is_doubted, may_hold
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of
from servanda.reading.statements.labels import asked_in

_JOINT = re.compile(
    r"[\s,\"“”'‘’]*(?:,|and|or|,\s*and|yet|but|[\"”’'],?)[\s,\"“”'‘’]*(?:a\s|an\s|the\s)?(?:and\s)?[\"“‘']?\Z"
)
_PLAIN = re.compile(r"(?:\s*,)?\s*(?:and\s+)?\Z")


def read_assessments(scene: Scene, sofar: Reading) -> Iterator[Assessment | Problem]:
    """The assessments of a document.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors, instruments and statements.
    """
    told = authors_of(scene, sofar) == (NARRATOR,)
    asked = sorted(asked_in(scene))
    for sentence in scene.sentences:
        if not may_hold(scene, sentence, "assessments"):
            continue
        spoken = not told or any(_within(statement, sentence) for statement in sofar.statements)
        found = _hits(scene, sofar, sentence) if spoken else _narrated(scene, sofar, sentence)
        groups = _joined(scene, found)
        if spoken:
            groups = _with_weighed(scene, sofar, sentence, groups, told=told)
        groups = [hits for hits in groups if not is_doubted(scene, _spans(scene, hits), "assessments")]
        for hits in _with_likely(scene, sofar, sentence, groups, told=not spoken):
            speakers = _speakers(scene, sofar, hits[0].span)
            if _is_asked(sofar, asked, hits[0].span) or is_unmeant(scene, sentence, hits[0].span):
                continue
            if speakers is not None and (hits[0].narrated or not speakers[1]):
                yield _assessment(scene, sofar, hits, speakers)


def _is_asked(sofar: Reading, asked: Iterable[Span], span: Span) -> bool:
    """Whether the press asks in these words, and passes on nobody's: they are no assessment of those who answer."""
    held = any(content.holds(span) for one in sofar.statements for content in one.content)
    return not held and any(paragraph.holds(span) for paragraph in asked)


def _with_weighed(
    scene: Scene, sofar: Reading, sentence: Span, groups: list[tuple[Hit, ...]], *, told: bool
) -> list[tuple[Hit, ...]]:
    """What the rules read, and what the weights of words of worth add."""
    if groups:
        groups = [_widened(scene, sentence, hits) for hits in groups]
    read = [Read(spans=_spans(scene, hits), about=hits[0].about) for hits in groups]
    added = weighed_in(scene, sofar, sentence, read, setting_of(scene, sofar, sentence, told=told))
    added = tuple(hit for hit in added if not _is_title(scene, sofar, hit))
    return sorted([*groups, *((hit,) for hit in added)], key=lambda hits: hits[0].span)


def _with_likely(
    scene: Scene, sofar: Reading, sentence: Span, groups: list[tuple[Hit, ...]], *, told: bool
) -> list[tuple[Hit, ...]]:
    """What was read, and what only the trained model of records sees."""
    taken = [span for hits in groups for span in _spans(scene, hits)]
    added = [hit for hit in find_likely(scene, sentence, taken, told=told) if not _is_title(scene, sofar, hit)]
    return sorted([*groups, *((hit,) for hit in added)], key=lambda hits: hits[0].span)


def _widened(scene: Scene, sentence: Span, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """One hit with the predicates joined to it."""
    if len(hits) > 1 or hits[0].narrated:
        return hits
    span = widened(scene.tree(sentence), hits[0].span)
    return hits if span == hits[0].span else (replace(hits[0], span=span),)


def _narrated(scene: Scene, sofar: Reading, sentence: Span) -> list[Hit]:
    """What a reporter may say in a sentence where nobody else speaks; no tree is read for it."""
    found = evaluations_in(scene, sentence, narrated=True)
    return [hit for hit in found if not _is_title(scene, sofar, hit)]


def _hits(scene: Scene, sofar: Reading, sentence: Span) -> list[Hit]:
    """The evaluative words of a sentence; a quoted name holds the words inside it."""
    named = [h for s in sofar.statements if _within(s, sentence) for h in callings_in(scene, sofar, s)]
    named += [h for s in sofar.statements if _within(s, sentence) for h in charges_in(scene, s)]
    named = [hit for hit in named if sentence.holds(hit.span)]
    named += [h for h in effects_in(scene, sentence) if not any(n.span.overlaps(h.span) for n in named)]
    others = [h for h in evaluations_in(scene, sentence) if not any(n.span.overlaps(h.span) for n in named)]
    others = [h for h in others if h.narrated or not is_wished(scene, sentence, h.span)]
    before = [*named, *others]
    wider = [*named, *(h for h in others if " " in h.span.of(scene.text))]
    said = [h for h in predicates_in(scene, sentence) if not any(_is_within(h, n) for n in wider)]
    named = [n for n in named if not any(s.span.overlaps(n.span) for s in said)]
    others = [h for h in others if not any(s.span.overlaps(h.span) for s in said)] + [_known(h, before) for h in said]
    return sorted((h for h in [*named, *others] if not _is_title(scene, sofar, h)), key=lambda hit: hit.span)


def _is_within(said: Hit, other: Hit) -> bool:
    """Whether a known phrase says more than the predicate in it: `null and [void]`, `never been [better]`."""
    return other.span.holds(said.span) and len(other.span) > len(said.span)


def _known(said: Hit, others: list[Hit]) -> Hit:
    """A predicate with what the lexicon knows of its words: what they are about."""
    known = next((hit for hit in others if hit.span.overlaps(said.span)), None)
    return said if known is None else replace(said, about=known.about if said.about is About.CONDUCT else said.about)


def _within(statement: Statement, sentence: Span) -> bool:
    return any(sentence.overlaps(span) for span in statement.content)


def _is_title(scene: Scene, sofar: Reading, hit: Hit) -> bool:
    """Whether the words belong to a name: `Comprehensive Strategic Partnership Agreement`."""
    if not scene.text[hit.span.start].isupper():
        return False
    names = [span for instrument in sofar.instruments for span in instrument.span]
    names += [span for actor in sofar.actors for span in actor.spans]
    return any(name.holds(hit.span) for name in names)


def _joined(scene: Scene, hits: list[Hit]) -> list[tuple[Hit, ...]]:
    """Coordinated words on one target are one record."""
    groups: list[tuple[Hit, ...]] = []
    for hit in hits:
        if groups and groups[-1][-1].span.end <= hit.span.start:
            last = groups[-1][-1]
            between = scene.text[last.span.end : hit.span.start]
            if _are_alike(last, hit) and _JOINT.match(between):
                groups[-1] = (*groups[-1], hit)
                continue
        if not groups or groups[-1][-1].span.end <= hit.span.start:
            groups.append((hit,))
    return groups


def _are_alike(last: Hit, hit: Hit) -> bool:
    """Whether two words may be said of one target: both praise, or both blame, and none brings its own noun."""
    whole = last.narrated or hit.narrated
    return not whole and (last.valence == hit.valence or None in (last.valence, hit.valence))


def _spans(scene: Scene, hits: tuple[Hit, ...]) -> Spans:
    """The words as stretches; what only commas and `and` part is one."""
    spans = [hits[0].span]
    for hit in hits[1:]:
        if _PLAIN.match(scene.text[spans[-1].end : hit.span.start]):
            spans[-1] = Span(spans[-1].start, hit.span.end)
        else:
            spans.append(hit.span)
    return tuple(spans)


def _speakers(scene: Scene, sofar: Reading, span: Span) -> tuple[Slot[tuple[ActorId, ...]], bool] | None:
    """Whose words they are, and whether they are the reporter's."""
    held = [(len(c), s) for s in sofar.statements for c in s.content if c.holds(span)]
    if held:
        statement = min(held, key=lambda item: item[0])[1]
        if statement.speakers.value is not None:
            return stated(statement.speakers.value, statement.speakers.spans, "the statement's speaker"), False
        return unclear("the statement's speaker is not named", (span,)), False
    voice = authors_of(scene, sofar)
    voiced = voiced_by(scene, sofar, span, told=voice == (NARRATOR,))
    if voiced is not None:
        return stated(voiced.actors, (voiced.span,), voiced.reason), False
    reason = "the reporter's own voice" if voice == (NARRATOR,) else "the issuers of this text"
    return stated(voice, (span,), reason), voice == (NARRATOR,)


def _assessment(
    scene: Scene, sofar: Reading, hits: tuple[Hit, ...], speakers: tuple[Slot[tuple[ActorId, ...]], bool]
) -> Assessment | Problem:
    spans = _spans(scene, hits)
    first = _of_encounter(scene, hits[0])
    valence = next((hit.valence for hit in hits if hit.valence is not None), None)
    target = target_of(scene, sofar, first, speakers[0].value or ())
    said = " ".join(span.of(scene.text) for span in (hits[0].of or hits[0].head, *spans))
    opinion = _is_opinion(scene, first)
    about = settled_about(first.about, valence, said, is_of_someone=target.is_stated or opinion)
    return Assessment(
        document=scene.document.id,
        speakers=speakers[0],
        about=stated(about, (hits[0].head,)),
        target=target,
        span=spans,
        valence=stated(valence, spans)
        if valence is not None
        else unclear("words that the lexicon does not know", spans),
        words=words_of(scene.text, spans),
        origin=origin("likely" if hits[0].seen else "evaluative-words", 0.6, seen=hits[0].seen),
    )


def _of_encounter(scene: Scene, hit: Hit) -> Hit:
    """Talks that are praised praise the relationship of those who held them: `a [productive] call`, `the talks were [candid]`."""
    noun = (hit.of or hit.head).of(scene.text).lower().split()
    whole = hit.about is About.CONDUCT and bool(noun) and noun[-1] in ENCOUNTERS
    return replace(hit, about=About.RELATIONSHIP) if whole else hit


def _is_opinion(scene: Scene, hit: Hit) -> bool:
    """Whether a report tells what somebody thinks of a deed: `called the vote [a farce]`; mostly it is a party's to the story."""
    said = hit.of is not None or hit.head.end <= hit.span.start
    return said and scene.document.kind is DocumentKind.NEWS
