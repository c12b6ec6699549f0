"""Reporting clauses of one sentence: which cue carries which content, and where its subject stands.

A report inside another's content is the other's ("the readout said the two sides agreed that …" is one). Verbs that share
a subject are reports of their own ("said … and vowed to …, calling …"). Who the subject is, is asked in `speakers.py`.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook import Span
from servanda.lexicon.reporting import Form, Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.scenes import Scene
from servanda.reading.statements.asides import (
    as_report,
    inserted_report,
    inverted_report,
    passive_report,
    told_report,
    trailing_report,
)
from servanda.reading.statements.branches import (
    content_end,
    describes_thing,
    holds_verb,
    is_aside,
    is_joined,
    is_part_of_name,
)
from servanda.reading.statements.clauses import Report, verb_start
from servanda.reading.statements.contents import end_content, open_content
from servanda.reading.statements.cues import Cue, absolute_at, find_cues
from servanda.reading.statements.openings import Opening
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.quotations import broken_report, quote_before
from servanda.reading.statements.quoted_as import quoted_report

_CLAUSAL = frozenset({"speech-that", "speech-bare", "speech-quote"})
_TURNS = frozenset({",", "and", "but", "which"})
_SHIFTED = frozenset({"had", "would", "has", "have", "will", "is", "are"})
_SUBORDINATORS = frozenset(["as", "while", "when", "after", "although", "though", "since", "because", "before"])


def reports_in(scene: Scene, pieces: Pieces, *, official: bool) -> tuple[Report, ...]:
    """The reporting clauses of a sentence, outer ones only, in order."""
    cues = find_cues(pieces)
    outer = trailing_report(pieces, cues)
    if outer is not None:
        if not is_aside(scene, cues[-1].span):
            return (outer,)
        cues = cues[:-1]
    found: list[Report] = []
    for cue in cues:
        link = 0
        if found and found[-1].start <= cue.at < found[-1].end:
            joint = _joint(pieces, cue, found[-1])
            if joint is None and _shares_verb(scene, pieces, cue, found[-1]):
                joint = verb_start(pieces, cue.at) - 1
            if joint is None:
                continue
            link = joint
            found[-1] = _cut(found[-1], link)
        since = max([link, *(r.at + 1 for r in found)])
        report = _report(scene, pieces, cue, since, official=official)
        if report is not None and not _is_none(scene, cue, report):
            found.append(_ended(scene, pieces, report))
    return tuple(r for r in found if all(a < b for a, b in r.content))


def _is_none(scene: Scene, cue: Cue, report: Report) -> bool:
    """Whether the tree shows that nobody speaks: the cue is part of a noun, or describes a thing."""
    return is_part_of_name(scene, cue.span) or (report.rule == "speech-noun" and describes_thing(scene, cue.span))


def _shares_verb(scene: Scene, pieces: Pieces, cue: Cue, outer: Report) -> bool:
    """Whether a cue within the content is joined to the outer one: `noted that the truce had held but warned that …`."""
    start = verb_start(pieces, cue.at)
    if outer.cue is None or start <= outer.start or pieces[start - 1].lower not in ("and", "but"):
        return False
    if is_joined(scene, cue.span, outer.cue):
        return True
    words = {piece.lower for piece in pieces[outer.start : start]}
    past = cue.form is Form.PAST is outer.form and bool(words & _SHIFTED)
    return past and outer.rule == "speech-that" and pieces[min(cue.end, len(pieces) - 1)].lower == "that"


def _ended(scene: Scene, pieces: Pieces, report: Report) -> Report:
    """The report, its content cut where the tree says that the reporter goes on."""
    if not report.rule.startswith("speech-") or report.cue is None:
        return report
    first, last = report.content[-1]
    if not any(piece.lower in _TURNS for piece in pieces[first + 1 : last]):
        return report  # Nothing in it at which a reporter could go on: no tree is read.
    content = Span(pieces[first].span.start, pieces[last - 1].span.end)
    end = content_end(scene, report.cue, content, clausal=report.rule in _CLAUSAL)
    cut = next((n for n in range(first + 1, last) if pieces[n].span.start >= end), last)
    return replace(report, content=(*report.content[:-1], (first, cut)))


def _report(scene: Scene, pieces: Pieces, cue: Cue, since: int, *, official: bool) -> Report | None:
    if cue.passive:
        return (
            quoted_report(pieces, cue, since) or told_report(pieces, cue, since) or passive_report(pieces, cue, since)
        )
    quote = quote_before(pieces, cue, since)
    opening = open_content(pieces, cue, official=official)
    if quote is not None:
        return _quoted(pieces, cue, broken_report(pieces, cue, quote, opening), quote)
    turned = inverted_report(pieces, cue, since)
    if (
        turned is not None
        and (opening is None or opening.frame is Frame.BARE)
        and not _has_clause(scene, pieces, turned)
    ):
        return turned
    if opening is None or _is_aside(pieces, cue, opening):
        return as_report(pieces, cue, since) or inserted_report(pieces, cue, since)
    end = end_content(pieces, opening)
    if since == 0 and pieces[0].lower in _SUBORDINATORS and cue.at < 14:
        end = next((n for n in range(opening.at + 3, end) if pieces[n].text == ","), end)
    if cue.at == 0 and cue.form is Form.PARTICIPLE:
        end = min(end, _main_subject(pieces, opening.at))
    if _is_thing(pieces, cue):
        return None
    absolute = absolute_at(pieces, cue.at) if cue.form is Form.PARTICIPLE else None
    own = (absolute + 1, cue.at) if absolute is not None else (since, cue.at)
    relay = None
    if cue.verb.lemma == "quote":
        relay = (since, cue.at)
        own = (cue.end, max(cue.end + 1, opening.at - 2))
        absolute = absolute if absolute is not None else cue.end
    subject = None if absolute is None and _shares(pieces, cue, since) else own
    clause = ((since, cue.at), (cue.end, opening.at))
    return Report(
        rule=f"speech-{opening.frame}",
        cue=cue.span,
        at=cue.at,
        content=((opening.at, end),),
        subject=subject,
        clause=clause,
        form=cue.form,
        relay=relay,
    )


def _quoted(pieces: Pieces, cue: Cue, report: Report, quote: int) -> Report:
    """`"…," Kyodo quoted the envoy as saying`: who is quoted speaks, and who quotes only relays."""
    end = next((n for n in range(cue.end + 1, len(pieces)) if pieces[n].lower == "as"), None)
    if cue.verb.lemma != "quote" or end is None:
        return report
    return replace(
        report, content=((quote, quote + 1),), subject=(cue.end, end), relay=(quote + 1, cue.at), rule="quoted"
    )


def _has_clause(scene: Scene, pieces: Pieces, report: Report) -> bool:
    """Whether what seems the subject behind a verb is a clause: `…, said Amman rejected the plan`."""
    if report.subject is None:
        return False
    first, last = report.subject
    return holds_verb(scene, Span(pieces[first].span.start, pieces[last - 1].span.end))


def _is_aside(pieces: Pieces, cue: Cue, opening: Opening) -> bool:
    """`As Ghana's president said in Accra, …`: words of place behind the cue are no content."""
    led = pieces[0].lower == "as" and not any(p.text == "," for p in pieces[: cue.at])
    return led and opening.frame is Frame.BARE and pieces[opening.at].lower in load_speech().prepositions


def _is_thing(pieces: Pieces, cue: Cue) -> bool:
    """Whether `which` or `that` is the subject: a deed that underscores something says nothing."""
    start = verb_start(pieces, cue.at)
    if start > 1 and pieces[start - 2].lower in load_speech().documents:
        return False
    return start > 0 and pieces[start - 1].lower in ("which", "that", "this")


def _shares(pieces: Pieces, cue: Cue, since: int) -> bool:
    """Whether the verb has no subject of its own: a participle, or a verb joined by `and`."""
    if cue.form is Form.PARTICIPLE and pieces[max(0, cue.at - 1)].lower not in load_speech().auxiliaries:
        return True
    previous = verb_start(pieces, cue.at)
    return (previous <= since and since > 0) or (previous > 0 and pieces[previous - 1].lower in ("and", "but", "or"))


def _joint(pieces: Pieces, cue: Cue, outer: Report) -> int | None:
    """Where the outer report's content ends since this cue carries a report beside it; None where it lies within."""
    start = verb_start(pieces, cue.at)
    word = pieces[start - 1].lower if start > outer.start else ""
    closed = start > outer.start and pieces[start - 1].quote
    if cue.form is Form.PARTICIPLE:
        if closed:
            return start
        return start - 1 if word in (",", "and", "by", "while", "when", "before", "after", "—", "–") else None
    if outer.form is Form.PARTICIPLE and outer.at == 0:
        return _main_clause(pieces, cue, outer)
    if word in ("and", "but", "or"):
        if outer.form is not None and cue.form is Form.BASE is not outer.form:
            return None
        comma = start >= 2 and (pieces[start - 2].text in (",", ";") or pieces[start - 2].quote)
        clausal = outer.rule in ("speech-that", "speech-bare", "speech-quote")
        return start - 1 - (comma and not pieces[start - 2].quote) if comma or not clausal else None
    if closed or word == ";":
        return start
    quote = next((n for n in range(cue.at - 1, max(outer.start, cue.at - 6), -1) if pieces[n].quote), None)
    if quote is not None and pieces[quote - 1].text == ":":
        return quote - 1
    return _own_clause(pieces, outer, start)


def _main_clause(pieces: Pieces, cue: Cue, outer: Report) -> int | None:
    """`Calling the pact "historic," Ghana's envoy said …`: where the clause behind the opening participle begins."""
    commas = (n for n in range(cue.at - 1, outer.start, -1) if pieces[n].text == "," or pieces[n].text[-2:-1] == ",")
    return next((n + pieces[n].quote for n in commas), None)


def _main_subject(pieces: Pieces, since: int) -> int:
    """`Noting the drought, the ministers opened a fund`: where the main clause begins behind an opening participle."""
    words = load_speech()
    for at in range(since + 1, len(pieces) - 2):
        first = pieces[at + 1]
        begins = first.is_name or first.lower in words.determiners | words.pronouns
        if pieces[at].text != "," or not begins:
            continue
        near = pieces[at + 2 : at + 9]
        stop = next((n for n, piece in enumerate(near) if piece.text == ","), len(near))
        verbs = words.auxiliaries | words.deeds | words.modals - {"to", "not", "never"}
        if any(piece.lower in verbs or (piece.lower.endswith("ed") and not piece.is_name) for piece in near[:stop]):
            return at
    return len(pieces)


def _own_clause(pieces: Pieces, outer: Report, start: int) -> int | None:
    """`…, while Kenya said`, `…, but he warned`: a clause of its own whose subject follows the conjunction."""
    for at in range(start - 1, max(outer.start, start - 14), -1):
        word = pieces[at].lower
        comma = at > 0 and (pieces[at - 1].text in (",", ";") or pieces[at - 1].quote)
        if word == ";" or (word in ("while", "whereas", "but", "although") and comma):
            return at
        if word == "and" and comma and outer.rule != "speech-that" and start - at < 9:
            return at
    return None


def _cut(report: Report, end: int) -> Report:
    first, last = report.content[:-1], report.content[-1]
    return replace(report, content=(*first, (last[0], min(last[1], end))))
