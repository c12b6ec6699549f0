"""Reporting clauses of one sentence: which cue carries which content, and where its subject stands.

A report inside another's content is the other's ("the readout said the two sides agreed that …" is one). Verbs that share
a subject are reports of their own ("said … and vowed to …, calling …"). Who the subject is, is asked in `speakers.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servanda.codebook import Span
from servanda.lexicon.reporting import Form, Frame
from servanda.reading.contents import Opening, end_content, open_content
from servanda.reading.cues import Cue, before, find_cues
from servanda.reading.pieces import AUXILIARIES, PREPOSITIONS, Pieces, is_whole
from servanda.reading.scenes import Scene

Range = tuple[int, int]
_SUBORDINATORS = frozenset(["as", "while", "when", "after", "although", "though", "since", "because", "before"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A reporting clause, in indices of the sentence's pieces.

    Attributes:
        rule: which construction it is.
        cue: the cue's span; None where the sentence has none of its own.
        at: index of the cue.
        content: ranges of what was said.
        subject: where its subject stands; None where it shares the one before it.
        form: the form of its verb; None where it has none.
        clause: the reporting clause outside the content: where words of time and place are looked for.
    """

    rule: str
    cue: Span | None
    at: int
    content: tuple[Range, ...]
    subject: Range | None
    clause: tuple[Range, ...]
    form: Form | None = None

    @property
    def start(self) -> int:
        """Index where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Index behind its content."""
        return self.content[-1][1]


def reports_in(scene: Scene, pieces: Pieces, *, official: bool) -> tuple[Report, ...]:
    """The reporting clauses of a sentence, outer ones only, in order."""
    cues = find_cues(pieces)
    outer = _trailing(scene, pieces, cues)
    if outer is not None:
        return (outer,)
    found: list[Report] = []
    for cue in cues:
        link = 0
        if found and found[-1].start <= cue.at < found[-1].end:
            joint = _joint(pieces, cue, found[-1])
            if joint is None:
                continue
            link = joint
            found[-1] = _cut(found[-1], link)
        report = _report(scene, pieces, cue, found, link, official=official)
        if report is not None:
            found.append(report)
    return tuple(r for r in found if all(a < b for a, b in r.content))


def _report(scene: Scene, pieces: Pieces, cue: Cue, found: list[Report], link: int, *, official: bool) -> Report | None:
    since = max([link, *(r.at + 1 for r in found)])
    if cue.passive:
        return _passive(pieces, cue, since)
    quote = _quote_before(scene, pieces, cue, since)
    opening = open_content(pieces, cue, official=official)
    if quote is not None:
        return _around(scene, pieces, cue, quote, opening)
    if opening is None or _is_aside(pieces, cue, opening):
        return _as_clause(pieces, cue, since) or _inserted(pieces, cue, since)
    end = end_content(pieces, opening)
    if since == 0 and pieces[0].lower in _SUBORDINATORS and cue.at < 14:
        end = next((n for n in range(opening.at + 3, end) if pieces[n].text == ","), end)
    if _is_thing(pieces, cue):
        return None
    subject = None if _shares(pieces, cue, since) else (since, cue.at)
    clause = ((since, cue.at), (cue.end, opening.at))
    return Report(
        rule=f"speech-{opening.frame}",
        cue=cue.span,
        at=cue.at,
        content=((opening.at, end),),
        subject=subject,
        clause=clause,
        form=cue.form,
    )


def _is_aside(pieces: Pieces, cue: Cue, opening: Opening) -> bool:
    """`As Ghana's president said in Accra, …`: words of place behind the cue are no content."""
    led = pieces[0].lower == "as" and not any(p.text == "," for p in pieces[: cue.at])
    return led and opening.frame is Frame.BARE and pieces[opening.at].lower in PREPOSITIONS


def _is_thing(pieces: Pieces, cue: Cue) -> bool:
    """Whether `which` or `that` is the subject: a deed that underscores something says nothing."""
    start = _verb_start(pieces, cue.at)
    return start > 0 and pieces[start - 1].lower in ("which", "that", "this")


def _shares(pieces: Pieces, cue: Cue, since: int) -> bool:
    """Whether the verb has no subject of its own: a participle, or a verb joined by `and`."""
    if cue.form is Form.PARTICIPLE and pieces[max(0, cue.at - 1)].lower not in AUXILIARIES:
        return True
    previous = _verb_start(pieces, cue.at)
    return (previous <= since and since > 0) or (previous > 0 and pieces[previous - 1].lower in ("and", "but", "or"))


def _verb_start(pieces: Pieces, at: int) -> int:
    """Index of the first auxiliary or adverb that belongs to the verb."""
    previous = before(pieces, at)
    while previous >= 0 and pieces[previous].lower in AUXILIARIES:
        previous = before(pieces, previous)
    return previous + 1


def _joint(pieces: Pieces, cue: Cue, outer: Report) -> int | None:
    """Where the outer report's content ends since this cue carries a report beside it; None where it lies within."""
    start = _verb_start(pieces, cue.at)
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
    return _own_clause(pieces, cue, outer, start)


def _main_clause(pieces: Pieces, cue: Cue, outer: Report) -> int | None:
    """`Calling the pact "historic," Ghana's envoy said …`: where the clause behind the opening participle begins."""
    commas = (n for n in range(cue.at - 1, outer.start, -1) if pieces[n].text == "," or pieces[n].text[-2:-1] == ",")
    return next((n + pieces[n].quote for n in commas), None)


def _own_clause(pieces: Pieces, cue: Cue, outer: Report, start: int) -> int | None:
    """`…, while Kenya said`, `…, but he warned`: a clause of its own whose subject follows the conjunction."""
    for at in range(start - 1, max(outer.start, start - 14), -1):
        word = pieces[at].lower
        comma = at > 0 and (pieces[at - 1].text in (",", ";") or pieces[at - 1].quote)
        if word == ";" or (word in ("while", "whereas", "but", "although") and comma):
            return at
        if word == "and" and comma and outer.rule != "speech-that" and cue.has(Frame.BARE) and start - at < 9:
            return at
    return None


def _cut(report: Report, end: int) -> Report:
    first, last = report.content[:-1], report.content[-1]
    return replace(report, content=(*first, (last[0], min(last[1], end))))


def _quote_before(scene: Scene, pieces: Pieces, cue: Cue, since: int) -> int | None:
    """Index of the quotation that this cue follows: `"…," the envoy said`, `"…," said Kenya's envoy`."""
    if not cue.has(Frame.QUOTE, Frame.HEARER):
        return None
    if cue.at > since and pieces[cue.at - 1].quote and cue.has(Frame.QUOTE) and _leads(pieces, cue.at - 1, since):
        return cue.at - 1
    for at in range(cue.at - 1, max(since, cue.at - 30) - 1, -1):
        if pieces[at].quote:
            after = pieces[at + 1] if at + 1 < len(pieces) else None
            joined = pieces[at + 1].lower in ("and", "but", "as") if cue.at > at + 1 else False
            return at if is_whole(scene, pieces[at], after) and not joined and _leads(pieces, at, since) else None
        if pieces[at].text in (";", ":"):
            return None
    return None


def _leads(pieces: Pieces, at: int, since: int) -> bool:
    """Whether a quotation begins its clause, so that it is no object of a verb before it."""
    return at == since or at == 0 or pieces[at - 1].text in (",", ":", ".", "—", "–") or pieces[at - 1].lower == "but"


def _around(scene: Scene, pieces: Pieces, cue: Cue, quote: int, opening: Opening | None) -> Report:
    """A quotation before the cue, and its second half behind the clause where it is broken by it."""
    between = [p for p in pieces[quote + 1 : cue.at] if p.is_word]
    behind = next((n for n in range(cue.end, len(pieces)) if pieces[n].quote), None)
    content: tuple[Range, ...] = ((quote, quote + 1),)
    end = len(pieces)
    if behind is not None and (pieces[behind - 1].text in (",", ":", ".") or opening is None or opening.at == behind):
        whole = is_whole(scene, pieces[behind], pieces[behind + 1] if behind + 1 < len(pieces) else None)
        verbs = [c for c in find_cues(pieces[cue.end : behind])]
        if whole and not verbs:
            content, end = (*content, (behind, behind + 1)), behind
    subject = (quote + 1, cue.at) if between else (cue.end, end)
    return Report(
        rule="quotation",
        cue=cue.span,
        at=cue.at,
        content=content,
        subject=subject,
        clause=((quote + 1, cue.at), (cue.end, end)),
    )


def _passive(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`The raid was condemned by Chad`: the subject is what was said of."""
    by = next((n for n in range(cue.end, min(cue.end + 4, len(pieces))) if pieces[n].lower == "by"), None)
    start = next((n + 1 for n in range(cue.at - 1, since - 1, -1) if pieces[n].text in (",", ";")), since)
    end = _verb_start(pieces, cue.at)
    if by is None or start >= end:
        return None
    return Report(
        rule="passive",
        cue=cue.span,
        at=cue.at,
        content=((start, end),),
        subject=(by + 1, len(pieces)),
        clause=((cue.end, len(pieces)),),
    )


def _as_clause(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`As Ghana's president said last year, …`: the main clause is what was said."""
    if not cue.has(Frame.POST, Frame.BARE):
        return None
    start = next((n for n in range(cue.at - 1, -1, -1) if pieces[n].lower == "as" and cue.at - n < 12), None)
    if start is None or any(p.text == "," for p in pieces[start : cue.at]):
        return None
    subject = (start + 1, cue.at)
    if start == 0 or (pieces[start - 1].lower == "and" and pieces[0].lower == "as"):
        comma = next((n for n in range(cue.end, len(pieces)) if pieces[n].text == ","), None)
        if comma is None:
            return None
        content, clause = (comma + 1, len(pieces)), (cue.end, comma)
    elif pieces[start - 1].text == ",":
        content, clause = (since, start - 1), (cue.end, len(pieces))
    else:
        return None
    return Report(rule="as-said", cue=cue.span, at=cue.at, content=(content,), subject=subject, clause=(clause,))


def _inserted(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`Trade, he said, fell in May`, `The port is open, the ministry said, citing …`."""
    comma = _comma_before(pieces, cue, since)
    if comma is None or not cue.has(Frame.POST) or pieces[since].lower in PREPOSITIONS:
        return None
    if cue.end < len(pieces) and pieces[cue.end].text == ":":
        return None
    after = next((n for n in range(cue.end, len(pieces)) if pieces[n].text == ","), len(pieces))
    content: tuple[Range, ...] = ((since, comma),)
    word = pieces[after + 1].lower if after + 1 < len(pieces) else ""
    ends = word in (
        "but",
        "while",
        "when",
        "as",
        "and",
        "at",
        "in",
        "during",
        "after",
        "which",
        "who",
        "citing",
        "a",
        "",
    )
    if after < len(pieces) and not ends and not word.endswith("ing"):
        content = (*content, (after + 1, len(pieces)))
    return Report(
        rule="inserted",
        cue=cue.span,
        at=cue.at,
        content=content,
        subject=(comma + 1, cue.at),
        clause=((comma + 1, cue.at), (cue.end, after)),
    )


def _comma_before(pieces: Pieces, cue: Cue, since: int) -> int | None:
    """The comma before a short subject: `…, the ministry said`."""
    for at in range(cue.at - 2, max(since + 1, cue.at - 14), -1):
        if pieces[at].text == ",":
            return at if _is_nominal(pieces, at + 1, cue.at) else None
        if pieces[at].quote or pieces[at].text in (";", ":"):
            return None
    return None


def _is_nominal(pieces: Pieces, start: int, end: int) -> bool:
    """Whether a stretch may be a subject: it begins with no preposition or conjunction."""
    word = pieces[start].lower
    return end > start and word not in PREPOSITIONS | {"and", "but", "or", "who", "which", "that", "as", "when"}


def _trailing(scene: Scene, pieces: Pieces, cues: tuple[Cue, ...]) -> Report | None:
    """`The two sides agreed that …, the ministry said.`: the last clause reports the whole sentence."""
    if not cues or not cues[-1].has(Frame.POST) or cues[-1].passive:
        return None
    cue = cues[-1]
    opening = open_content(pieces, cue, official=False)
    comma = _comma_before(pieces, cue, 0)
    rest = [p for p in pieces[cue.end :] if p.text in (",", ";") or p.quote]
    if opening is not None or rest or comma is None or comma < 3:
        return None
    if _quote_before(scene, pieces, cue, 0) is not None and cue.at - comma > 1 and pieces[comma - 1].quote:
        return None
    if any(p.lower == "according" or p.text == ":" for p in pieces[comma:]):
        return None
    return Report(
        rule="trailing",
        cue=cue.span,
        at=cue.at,
        content=((0, comma),),
        subject=(comma + 1, cue.at),
        clause=((comma + 1, cue.at), (cue.end, len(pieces))),
    )
