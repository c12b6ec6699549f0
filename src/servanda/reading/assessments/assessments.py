"""How speakers characterise a relationship, a partner, a threat, an instrument, an undertaking or a deed.

The words are found in `evaluations.py` and `calling.py`. Inside a statement they are its speaker's, elsewhere the
reporter's or, in an official text, its issuers'. A reporter's own praise is mostly a figure of speech, so that only
what is said of threats is kept there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    unstated,
)
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import About
from servanda.reading.actors.references import mentions_in, parties_in_view, state_of
from servanda.reading.assessments.calling import callings_in
from servanda.reading.assessments.effects import charges_in, effects_in
from servanda.reading.assessments.evaluations import Hit, evaluations_in
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of

_JOINT = re.compile(
    r"[\s,\"“”'‘’]*(?:,|and|,\s*and|yet|but|[\"”’'],?)[\s,\"“”'‘’]*(?:a\s|an\s|the\s)?(?:and\s)?[\"“‘']?\Z"
)
_PLAIN = re.compile(r"(?:\s*,)?\s*(?:and\s+)?\Z")
_OWNER = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}\Z")
_DOES = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had|been|be|an?|the|one|of|also|would|could|may|[a-z]+ly|(?:continu|seek|try|attempt)\w*\s+to)\s+)*\Z"
)
_BY = re.compile(r"\A(?:[\s\w-]{0,30}?)\b(?:by|from|of)\s+(?:the\s+)?\Z")


def read_assessments(scene: Scene, sofar: Reading) -> Iterator[Assessment | Problem]:
    """The assessments of a document.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors, instruments and statements.
    """
    for sentence in scene.sentences:
        for hits in _joined(scene, _hits(scene, sofar, sentence)):
            speakers = _speakers(scene, sofar, hits[0].span)
            if speakers is not None and (hits[0].narrated or not speakers[1]):
                yield _assessment(scene, sofar, hits, speakers)


def _hits(scene: Scene, sofar: Reading, sentence: Span) -> list[Hit]:
    """The evaluative words of a sentence; a quoted name holds the words inside it."""
    named = [h for s in sofar.statements if _within(s, sentence) for h in callings_in(scene, sofar, s)]
    named += [h for s in sofar.statements if _within(s, sentence) for h in charges_in(scene, s)]
    named = [hit for hit in named if sentence.holds(hit.span)]
    named += [h for h in effects_in(scene, sentence) if not any(n.span.overlaps(h.span) for n in named)]
    others = [h for h in evaluations_in(scene, sentence) if not any(n.span.overlaps(h.span) for n in named)]
    return sorted((h for h in [*named, *others] if not _is_title(scene, sofar, h)), key=lambda hit: hit.span)


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
    reason = "the reporter's own voice" if voice == (NARRATOR,) else "the issuers of this text"
    return stated(voice, (span,), reason), voice == (NARRATOR,)


def _assessment(
    scene: Scene, sofar: Reading, hits: tuple[Hit, ...], speakers: tuple[Slot[tuple[ActorId, ...]], bool]
) -> Assessment | Problem:
    spans = _spans(scene, hits)
    valence = next((hit.valence for hit in hits if hit.valence is not None), None)
    return Assessment(
        document=scene.document.id,
        speakers=speakers[0],
        about=stated(hits[0].about, (hits[0].head,)),
        target=_target(scene, sofar, hits[0], speakers[0].value or ()),
        span=spans,
        valence=stated(valence, spans)
        if valence is not None
        else unclear("words that the lexicon does not know", spans),
        words=words_of(scene.text, spans),
        origin=origin("evaluative-words", 0.6),
    )


def _target(scene: Scene, sofar: Reading, hit: Hit, speakers: tuple[ActorId, ...]) -> Slot[tuple[str, ...]]:
    if hit.about is About.INSTRUMENT:
        return _instrument(sofar, scene, hit)
    if hit.about is About.COMMITMENT:
        states = tuple(dict.fromkeys(s for actor in speakers if (s := state_of(sofar, actor))))
        return stated(states, (hit.head,), "the speaker's own undertaking") if states else unstated()
    owner = _owner(scene, sofar, hit)
    if hit.about is About.RELATIONSHIP:
        parties = parties_in_view(scene, sofar, hit.head)
        return stated(parties, (hit.head,), "the parties in view") if parties else unstated()
    return owner


def _instrument(sofar: Reading, scene: Scene, hit: Hit) -> Slot[tuple[str, ...]]:
    """The instrument whose name holds the noun, else the last one named before it in the paragraph."""
    paragraph = scene.paragraph_of(hit.span)
    named = [i for i in sofar.instruments if any(s.holds(hit.head) or s.overlaps(hit.span) for s in i.span)]
    if not named and paragraph is not None:
        named = [i for i in sofar.instruments if any(paragraph.holds(s) and s.start < hit.span.start for s in i.span)][
            -1:
        ]
    return stated((named[0].id,), named[0].span) if named else unstated()


def _owner(scene: Scene, sofar: Reading, hit: Hit) -> Slot[tuple[str, ...]]:
    """Whose deed or threat it is: `Russia's brutal war`, `growing threats from Iran`; the subject of `is a model ally`."""
    sentence = scene.sentence_of(hit.span)
    if sentence is None:
        return unstated()
    named = mentions_in(sofar, sentence)
    before = [m for m in named if m.span.end <= hit.span.start]
    after = [m for m in named if m.span.start >= hit.span.end]
    if before and _OWNER.match(scene.text[before[-1].span.end : hit.span.start]):
        return stated(before[-1].actors, (before[-1].span,), "the owner")
    called = [m for m in before if hit.head.holds(m.span)] if hit.head.holds(hit.span) and hit.head != hit.span else []
    if called:
        return stated(called[0].actors, (called[0].span,), "the one who is called so")
    if before and hit.head == hit.span and _DOES.match(scene.text[before[-1].span.end : hit.span.start]):
        return stated(before[-1].actors, (before[-1].span,), "the subject")
    if after and _BY.match(scene.text[hit.span.end : after[0].span.start]):
        return stated(after[0].actors, (after[0].span,), "whose it is")
    if hit.about is About.PARTNER and before:
        return stated(before[-1].actors, (before[-1].span,), "named just before")
    return unstated()
