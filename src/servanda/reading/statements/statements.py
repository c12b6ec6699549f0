"""Who said what: the statements of a document, in the order of the text.

Each construction is read in a file of its own: `reports.py` (reporting verbs, broken quotations), `attributions.py`
("according to"), `quotations.py` (quotations without a cue of their own). Here they become records, with the running
speaker and the relays. Acts, topics and questions are no statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.codebook import (
    NARRATOR,
    Problem,
    Reading,
    Relay,
    Slot,
    Span,
    Statement,
    stated,
    unclear,
    unstated,
)
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import DocumentKind, Mode
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.statements.announced import announced_in, block_of, labelled_by, labelled_words
from servanda.reading.statements.attributions import attributed, attribution_in
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.contents import quoted_and_not
from servanda.reading.statements.dispatches import passed_on
from servanda.reading.statements.drafts import Draft, draft_of
from servanda.reading.statements.labels import asked_in, is_one_voice, label_in
from servanda.reading.statements.pieces import Pieces, pieces_of, units_of
from servanda.reading.statements.quotations import colon_report, loose_quotes
from servanda.reading.statements.relays import relays_in, slug_of
from servanda.reading.statements.reports import reports_in
from servanda.reading.statements.speakers import voice_in

SCORES = {
    "quotation": 0.95,
    "according-to": 0.85,
    "inserted": 0.85,
    "trailing": 0.9,
    "passive": 0.7,
    "block": 0.7,
    "label": 0.8,
}


def read_statements(scene: Scene, sofar: Reading) -> Iterator[Statement | Problem]:
    """The statements of a document.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors, occasions and instruments.
    """
    for draft in _drafts(scene, sofar):
        yield _statement(scene, draft)


def _drafts(scene: Scene, sofar: Reading) -> list[Draft]:
    drafts: list[Draft] = []
    announced: Draft | None = None
    labelled: Draft | None = None
    alone = is_one_voice(scene)
    asked = asked_in(scene)
    for whole in scene.paragraphs:
        if whole in asked:
            drafts += _told_by_press(scene, sofar, whole, drafts)
            labelled = None
            continue
        label = label_in(scene, whole)
        paragraph = label.said if alone and label is not None else whole
        if label is not None and not alone:
            labelled = labelled_by(scene, sofar, label)
        if labelled is not None:
            drafts += labelled_words(labelled, label.said if label is not None else paragraph)
            if scene.document.kind is DocumentKind.NEWS:
                labelled = None
            continue
        units = units_of(scene, paragraph)
        found: list[Draft] = []
        for unit in units:
            found = _unit_drafts(scene, sofar, unit, drafts, found)
        if announced is not None:
            found, announced = block_of(scene, paragraph, announced, found)
        drafts += found
        announced = announced_in(scene, sofar, units, drafts) or announced
    return drafts


def _told_by_press(scene: Scene, sofar: Reading, paragraph: Span, drafts: list[Draft]) -> list[Draft]:
    """What a question tells that others said (`Kenya says that you refused`); what the press itself asks is nobody's statement."""
    found: list[Draft] = []
    for unit in units_of(scene, paragraph):
        if not unit.of(scene.text).rstrip().endswith("?"):
            found = _unit_drafts(scene, sofar, unit, drafts, found)
    return [one for one in found if one.cue is not None and one.voice is not None and one.voice.actors]


def _unit_drafts(scene: Scene, sofar: Reading, unit: Span, drafts: list[Draft], found: list[Draft]) -> list[Draft]:
    """The drafts of a paragraph with those of its next sentence."""
    pieces = pieces_of(scene, unit)
    official = scene.document.kind is not DocumentKind.NEWS
    reports = reports_in(scene, pieces, official=official)
    attribution = attribution_in(pieces)
    via: tuple[Relay, ...] = ()
    if attribution is not None:
        own = attributed(pieces, attribution, reports)
        reports = tuple(sorted((*reports, *([own] if own else [])), key=lambda r: r.start))
        via = _source(scene, sofar, pieces, attribution)
    behind = colon_report(pieces, reports)
    if behind is not None:
        reports = (*reports, behind)
    result = list(found)
    for report in reports:
        draft = draft_of(scene, sofar, pieces, report, [*drafts, *result])
        if draft is not None:
            others = via if report.rule != "according-to" else ()
            draft = replace(draft, via=(*others, *draft.via))
            result += _passed_on(scene, sofar, pieces, report, [*drafts, *result, draft]) or [draft]
    return _with_loose(pieces, reports, drafts, result)


def _passed_on(scene: Scene, sofar: Reading, pieces: Pieces, report: Report, drafts: list[Draft]) -> list[Draft]:
    """What those say whom an agency or paper reports, where the source itself is no speaker."""
    draft = drafts[-1]
    if not draft.via or draft.voice is None or draft.voice.actors:
        return []
    inner, reports = passed_on(scene, pieces, report)
    found = [d for one in reports if (d := draft_of(scene, sofar, inner, one, drafts[:-1])) is not None]
    if not found or found[0].voice is None or not found[0].voice.actors:
        return []
    return [
        replace(d, via=(*draft.via, *d.via), moment=d.moment if d.moment.date.is_stated else draft.moment)
        for d in found
    ]


def _source(scene: Scene, sofar: Reading, pieces: Pieces, attribution: Range) -> tuple[Relay, ...]:
    """The source of an attribution as a relay."""
    span = Span(pieces[attribution[0] + 2].span.start, pieces[attribution[1] - 1].span.end)
    known = relays_in(scene, span)
    if known:
        return known
    report = Report(
        rule="according-to",
        cue=None,
        at=attribution[0],
        content=(),
        subject=(attribution[0] + 2, attribution[1]),
        clause=(),
    )
    voice = voice_in(scene, sofar, pieces, report, ())
    if voice is None or not voice.actors:
        return ()
    return (Relay(name=slug_of(voice.actors[0].rpartition("/")[2]), span=voice.span),)


def _with_loose(pieces: Pieces, reports: tuple[Report, ...], drafts: list[Draft], found: list[Draft]) -> list[Draft]:
    """Quotations that no report holds: they continue the one before, or go to the running speaker."""
    result = list(found)
    for quote in loose_quotes(pieces, reports):
        last = result[-1] if result else None
        if last is not None and last.direct:
            result[-1] = replace(last, content=(*last.content, quote))
            continue
        running = next((d for d in reversed([*drafts, *result]) if d.voice is not None), None)
        if running is not None:
            result.append(
                Draft(
                    rule="running",
                    cue=None,
                    content=(quote,),
                    voice=running.voice,
                    moment=running.moment,
                    direct=True,
                )
            )
    return result


def _statement(scene: Scene, draft: Draft) -> Statement:
    inside, outside = quoted_and_not(scene.text, draft.content, scene.quotes)
    return Statement(
        document=scene.document.id,
        speakers=_speakers(draft),
        cue=draft.cue,
        content=draft.content,
        mode=Mode.MIXED if inside and outside else Mode.DIRECT if inside else Mode.INDIRECT,
        via=draft.via,
        occasion=draft.moment.occasion,
        date=draft.moment.date,
        words=words_of(scene.text, draft.content),
        origin=origin(draft.rule, SCORES.get(draft.rule, 0.8)),
    )


def _speakers(draft: Draft) -> Slot[tuple[str, ...]]:
    if draft.voice is None:
        return unclear("nobody is named as the speaker")
    if draft.voice.actors and draft.voice.actors != (NARRATOR,):
        return stated(draft.voice.actors, (draft.voice.span,), draft.voice.reason)
    return unstated() if draft.via else unclear(draft.voice.reason, (draft.voice.span,))
