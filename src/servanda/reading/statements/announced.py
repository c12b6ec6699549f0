"""Words of a speaker who is named above them: by a label, or by `X said:` with the words in the next paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import ActorId, Reading, Span, Spans
from servanda.codebook.vocabulary import ActorKind, DocumentKind
from servanda.reading.actors.references import refer
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of
from servanda.reading.statements.datings import day_of_text
from servanda.reading.statements.drafts import Draft, moment_said, telling_of
from servanda.reading.statements.labels import Label
from servanda.reading.statements.pieces import pieces_of
from servanda.reading.statements.quotations import is_announced, is_block
from servanda.reading.statements.speakers import voice_in
from servanda.reading.statements.tellings import NOWHERE
from servanda.reading.statements.voices import Voice

_OFFICIAL = re.compile(r"\bofficials?\b(?:[^a-z]*|\s(?:one|two|three|four))\Z", re.IGNORECASE)
"""`SENIOR ADMINISTRATION OFFICIAL`: one who stays unnamed, and speaks for those whose text it is."""


def labelled_by(scene: Scene, sofar: Reading, label: Label) -> Draft | None:
    """The speaker whom a label names; None where it names no actor of a report's headline."""
    found = refer(scene, sofar, label.span)
    whole = found is not None and len(found.span) * 2 > len(label.span)
    if scene.document.kind is DocumentKind.NEWS and (not whole or found is None or _is_topic(sofar, found.actors)):
        return None
    actors = found.actors if found is not None and whole else ()
    if not actors and _OFFICIAL.search(label.span.of(scene.text)):
        actors = authors_of(scene, sofar)
    voice = Voice(actors=actors, span=label.span, reason="the label names the speaker")
    moment = replace(NOWHERE, date=day_of_text(scene, (label.span,)))
    return Draft(rule="label", cue=None, content=(), voice=None if label.asks else voice, moment=moment)


def _is_topic(sofar: Reading, actors: tuple[ActorId, ...]) -> bool:
    """Whether a headline's label is what the report is about: an armed group that is fought (`Boko Haram: Chad joins force`)."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    return all(kinds.get(actor) is ActorKind.GROUP for actor in actors)


def labelled_words(labelled: Draft, said: Span) -> list[Draft]:
    """A labelled paragraph as a statement; none where the press asks."""
    return [replace(labelled, content=(said,))] if labelled.voice is not None else []


def announced_in(scene: Scene, sofar: Reading, units: Spans, drafts: list[Draft]) -> Draft | None:
    """The speaker whom a paragraph announces by `X said:`, where what was said stands in the next ones."""
    if not units:
        return None
    pieces = pieces_of(scene, units[-1])
    report = is_announced(pieces)
    if report is None:
        return None
    voices = tuple(d.voice for d in drafts if d.voice is not None)
    voice = voice_in(scene, sofar, pieces, report, voices)
    return Draft(
        rule="block",
        cue=report.cue,
        content=(),
        voice=voice,
        moment=moment_said(scene, sofar, telling_of(pieces, report, voice, drafts), voice, drafts)
        if voice
        else NOWHERE,
    )


def block_of(scene: Scene, paragraph: Span, announced: Draft, found: list[Draft]) -> tuple[list[Draft], Draft | None]:
    """The paragraph as words of the announced speaker, where it holds no report of its own."""
    if any(d.cue is not None for d in found) or not is_block(scene, paragraph):
        return found, None
    draft = replace(announced, content=(paragraph,))
    return [draft], replace(announced, cue=None)
