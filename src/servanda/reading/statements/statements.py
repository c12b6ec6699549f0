"""Who said what: the statements of a document, in the order of the text.

Each construction is read in a file of its own: `reports.py` (reporting verbs, broken quotations), `attributions.py`
("according to"), `quotations.py` (quotations without a cue of their own). Here they become records, with the running
speaker, the relays, the day and the occasion. Acts, topics and questions are no statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from servanda.codebook import (
    NARRATOR,
    Problem,
    Reading,
    Relay,
    Slot,
    Span,
    Spans,
    Statement,
    stated,
    unclear,
    unstated,
)
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import DocumentKind, Mode
from servanda.lexicon.reporting import Form
from servanda.reading.actors.references import refer
from servanda.reading.reader import origin
from servanda.reading.scenes import Scene
from servanda.reading.statements.attributions import attributed, attribution_in
from servanda.reading.statements.authors import authors_of
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.contents import quoted_and_not, stretch
from servanda.reading.statements.datings import NOWHERE, Moment, Telling, moment_of
from servanda.reading.statements.dispatches import passed_on
from servanda.reading.statements.labels import Label, is_one_voice, label_in
from servanda.reading.statements.officials import OFFICIALS
from servanda.reading.statements.pieces import Pieces, pieces_of, units_of
from servanda.reading.statements.quotations import colon_report, is_announced, is_block, loose_quotes
from servanda.reading.statements.relays import relays_in, slug_of
from servanda.reading.statements.reports import reports_in
from servanda.reading.statements.speakers import is_speaker, voice_in
from servanda.reading.statements.voices import Voice

SCORES = {
    "quotation": 0.95,
    "according-to": 0.85,
    "inserted": 0.85,
    "trailing": 0.9,
    "passive": 0.7,
    "block": 0.7,
    "label": 0.8,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement on its way: what is known of it before the next sentences are read.

    Attributes:
        rule: the construction.
        cue: the cue's span.
        content: what was said.
        voice: who speaks; None where nobody is named.
        via: relays.
        moment: when and where it was said.
        direct: whether a quotation that follows at once may continue it.
    """

    rule: str
    cue: Span | None
    content: Spans
    voice: Voice | None
    via: tuple[Relay, ...] = ()
    moment: Moment
    direct: bool = False


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
    for whole in scene.paragraphs:
        label = label_in(scene, whole)
        paragraph = label.said if alone and label is not None else whole
        if label is not None and not alone:
            labelled = _labelled(scene, sofar, label)
        if labelled is not None:
            drafts += _said(labelled, label.said if label is not None else paragraph)
            if scene.document.kind is DocumentKind.NEWS:
                labelled = None
            continue
        units = units_of(scene, paragraph)
        found: list[Draft] = []
        for unit in units:
            found = _unit_drafts(scene, sofar, unit, drafts, found)
        if announced is not None:
            found, announced = _block(scene, paragraph, announced, found)
        drafts += found
        announced = is_announced_draft(scene, sofar, units, drafts) or announced
    return drafts


_OFFICIAL = re.compile(r"\bofficials?\b[^a-z]*\Z", re.IGNORECASE)
"""`SENIOR ADMINISTRATION OFFICIAL`: one who stays unnamed, and speaks for those whose text it is."""


def _labelled(scene: Scene, sofar: Reading, label: Label) -> Draft | None:
    """The speaker whom a label names; None where it names no actor of a report's headline."""
    found = refer(scene, sofar, label.span)
    whole = found is not None and len(found.span) * 2 > len(label.span)
    if scene.document.kind is DocumentKind.NEWS and not whole:
        return None
    actors = found.actors if found is not None and whole else ()
    if not actors and _OFFICIAL.search(label.span.of(scene.text)):
        actors = authors_of(scene, sofar)
    voice = Voice(actors=actors, span=label.span, reason="the label names the speaker")
    return Draft(rule="label", cue=None, content=(), voice=None if label.asks else voice, moment=NOWHERE)


def _said(labelled: Draft, said: Span) -> list[Draft]:
    """A labelled paragraph as a statement; none where the press asks."""
    return [replace(labelled, content=(said,))] if labelled.voice is not None else []


def is_announced_draft(scene: Scene, sofar: Reading, units: Spans, drafts: list[Draft]) -> Draft | None:
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
        moment=_moment(scene, sofar, _telling(pieces, report, voice), voice, drafts) if voice else NOWHERE,
    )


def _block(scene: Scene, paragraph: Span, announced: Draft, found: list[Draft]) -> tuple[list[Draft], Draft | None]:
    """The paragraph as words of the announced speaker, where it holds no report of its own."""
    if any(d.cue is not None for d in found) or not is_block(scene, paragraph):
        return found, None
    draft = replace(announced, content=(paragraph,))
    return [draft], replace(announced, cue=None)


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
        draft = _draft(scene, sofar, pieces, report, [*drafts, *result])
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
    found = [d for one in reports if (d := _draft(scene, sofar, inner, one, drafts[:-1])) is not None]
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


def _draft(scene: Scene, sofar: Reading, pieces: Pieces, report: Report, drafts: list[Draft]) -> Draft | None:
    content = tuple(s for start, end in report.content if (s := stretch(scene.text, pieces, start, end)))
    if not content or (scene.document.kind is not DocumentKind.NEWS and _is_own(pieces, report)):
        return None
    voices = tuple(d.voice for d in drafts if d.voice is not None)
    voice = voice_in(scene, sofar, pieces, report, voices)
    via = relays_in(scene, voice.span) if voice is not None and not voice.actors else ()
    if report.relay is not None and report.relay[0] < report.relay[1]:
        first, last = report.relay
        via = relays_in(scene, Span(pieces[first].span.start, pieces[last - 1].span.end))
    if voice is None or not (voice.actors or via or is_speaker(scene, voice, report)):
        return None
    if scene.document.kind is not DocumentKind.NEWS and not voice.actors and _is_recital(report):
        return None
    return Draft(
        rule=report.rule,
        cue=report.cue,
        content=content,
        voice=voice,
        via=via,
        moment=_moment(scene, sofar, _telling(pieces, report, voice), voice, drafts),
        direct=report.rule in ("quotation", "speech-quote", "colon") and pieces[report.end - 1].quote,
    )


def _is_recital(report: Report) -> bool:
    """Whether a text says for itself why it was adopted: `Affirming that peace is dear to both;`."""
    return report.form is Form.PARTICIPLE and report.at == 0 and report.subject is None


def _is_own(pieces: Pieces, report: Report) -> bool:
    """Whether an official text speaks in its own voice: `we reaffirm`, `in our talks we agreed`."""
    if report.subject is None:
        return any(p.lower == "we" for p in pieces[: report.at])
    return any(pieces[n].lower in ("we", "i") for n in range(*report.subject))


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


def _moment(scene: Scene, sofar: Reading, telling: Telling, voice: Voice, drafts: list[Draft]) -> Moment:
    """When and where a report was made; it continues the speaker's last statement."""
    same = next((d for d in reversed(drafts) if d.voice is not None and _is_same(d.voice, voice)), None)
    return moment_of(scene, sofar, telling, same.moment if same is not None and voice.actors else NOWHERE)


def _is_same(one: Voice, other: Voice) -> bool:
    """Whether two voices are one speaker's; unnamed officials of a state may be others each time."""
    return one.actors == other.actors and OFFICIALS not in (one.reason, other.reason)


def _telling(pieces: Pieces, report: Report, voice: Voice) -> Telling:
    clause = tuple(Span(pieces[a].span.start, pieces[b - 1].span.end) for a, b in report.clause if a < b)
    return Telling(clause=clause, form=report.form, words=(voice.span,), sentence=pieces[0].span, speakers=voice.actors)


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
