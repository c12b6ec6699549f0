"""A statement on its way: what one reporting clause shows of it, before the next sentences are read.

Here a clause and its speaker are put together with relays, day and occasion; the records are made in `statements.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servanda.codebook import Reading, Relay, Span, Spans, unstated
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.reporting import Form
from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Report
from servanda.reading.statements.contents import stretch
from servanda.reading.statements.datings import moment_of
from servanda.reading.statements.officials import OFFICIALS
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.relays import relays_in
from servanda.reading.statements.speakers import is_speaker, voice_in
from servanda.reading.statements.tellings import NOWHERE, Moment, Telling
from servanda.reading.statements.voices import Voice


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


def draft_of(scene: Scene, sofar: Reading, pieces: Pieces, report: Report, drafts: list[Draft]) -> Draft | None:
    """What a reporting clause says and who says it; None where an official text speaks for itself, or nobody who can.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors, occasions and instruments.
        pieces: the sentence.
        report: the reporting clause.
        drafts: those before it.
    """
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
        moment=moment_said(scene, sofar, telling_of(pieces, report, voice, drafts), voice, drafts),
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


def moment_said(scene: Scene, sofar: Reading, telling: Telling, voice: Voice, drafts: list[Draft]) -> Moment:
    """When and where a report was made; it continues the speaker's last statement."""
    earlier = (draft for draft in reversed(drafts) if draft.voice is not None and not draft.moment.loose)
    same = next((draft for draft in earlier if draft.voice is not None and _is_same(draft.voice, voice)), None)
    if same is None or not voice.actors:
        return moment_of(scene, sofar, telling, NOWHERE)
    near = _is_near(scene, same, telling.sentence)
    return moment_of(scene, sofar, telling, same.moment if near else replace(same.moment, date=unstated()))


def _is_near(scene: Scene, last: Draft, here: Span) -> bool:
    """Whether a report still tells of the same speaking: two paragraphs on, others may have passed in between."""
    own, other = scene.paragraph_of(here), scene.paragraph_of(last.cue or last.content[0])
    if scene.document.kind is not DocumentKind.NEWS or own is None or other is None:
        return True
    return scene.paragraphs.index(own) - scene.paragraphs.index(other) <= _PARAGRAPHS


_PARAGRAPHS = 2
"""How many paragraphs on the day of a speaker's last statement still holds; further on it does in one of five."""


def _is_same(one: Voice, other: Voice) -> bool:
    """Whether two voices are one speaker's; unnamed officials of a state may be others each time."""
    return one.actors == other.actors and OFFICIALS not in (one.reason, other.reason)


def telling_of(pieces: Pieces, report: Report, voice: Voice, drafts: list[Draft]) -> Telling:
    """What a reporting clause shows of when and where it was said.

    Args:
        pieces: the sentence.
        report: the reporting clause.
        voice: who speaks.
        drafts: those before it.
    """
    clause = tuple(Span(pieces[a].span.start, pieces[b - 1].span.end) for a, b in report.clause if a < b)
    return Telling(
        clause=clause,
        form=report.form,
        words=(voice.span,),
        sentence=pieces[0].span,
        speakers=voice.actors,
        perfect=_is_behind(pieces, report, _HAVING) or _goes_on_so(pieces, report, drafts),
        before=_is_behind(pieces, report, _HAD),
        rule=report.rule,
        cue=report.cue,
    )


def _is_behind(pieces: Pieces, report: Report, auxiliaries: frozenset[str]) -> bool:
    """Whether the verb of a report stands behind one of these: `has [always] denied`, `had warned`."""
    if report.form is not Form.PAST:
        return False
    at = report.at - 1
    while at >= 0 and (pieces[at].lower in _BETWEEN or pieces[at].lower.endswith("ly")):
        at -= 1
    return at >= 0 and pieces[at].lower in auxiliaries


_HAD = frozenset({"had"})
_HAVING = frozenset({"has", "have", "’ve", "'ve"})
_BETWEEN = frozenset(
    {
        "all",
        "already",
        "also",
        "always",
        "both",
        "even",
        "ever",
        "long",
        "never",
        "not",
        "now",
        "often",
        "since",
        "so",
        "too",
        "yet",
    }
)


def _goes_on_so(pieces: Pieces, report: Report, drafts: list[Draft]) -> bool:
    """Whether a verb shares the `has` of the one before it: `has condemned the raid and urged restraint`."""
    last = drafts[-1] if drafts else None
    if last is None or last.cue is None or report.form is not Form.PAST or report.subject is not None:
        return False
    return last.moment.loose and pieces[0].span.start <= last.cue.start < pieces[report.at].span.start
