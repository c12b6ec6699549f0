"""Reporting clauses that stand behind, inside or above what was said.

`…, the ministry said.`, `Trade, he said, fell.`, `As Ghana's president said, …`, `The raid was condemned by Chad.`
"""

from __future__ import annotations

from servanda.lexicon.reporting import Form, Frame
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.clauses import Range, Report, verb_start
from servanda.reading.statements.contents import open_content
from servanda.reading.statements.cues import Cue
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.quotations import quote_before

_NO_SUBJECT = frozenset({"and", "but", "or", "who", "which", "that", "as", "when"})
_MARKS = "\"”’'"
_SUBJECT = 12
_GOES_ON = frozenset({"but", "while", "when", "as", "and", "at", "in", "during", "after", "which", "who", "a", ""})


def told_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`The envoy was told by Chad's minister that …`, `It was announced by Chad that …`."""
    by = next((n for n in range(cue.end, min(cue.end + 4, len(pieces))) if pieces[n].lower == "by"), None)
    that = next((n for n in range(by or 0, min((by or 0) + 14, len(pieces))) if pieces[n].lower == "that"), None)
    empty = pieces[since].lower == "it" and cue.has(Frame.THAT)
    if by is None or that is None or not (cue.has(Frame.HEARER) or empty):
        return None
    clause = ((since, cue.at), (cue.end, that))
    return Report(
        rule="told",
        cue=cue.span,
        at=cue.at,
        content=((that + 1, len(pieces)),),
        subject=(by + 1, that),
        clause=clause,
        form=cue.form,
    )


def passive_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`The raid was condemned by Chad`: the subject is what was said of."""
    by = next((n for n in range(cue.end, min(cue.end + 4, len(pieces))) if pieces[n].lower == "by"), None)
    rest = _charge(pieces, by) if by is not None else len(pieces)
    start = next((n + 1 for n in range(cue.at - 1, since - 1, -1) if pieces[n].text in (",", ";")), since)
    end = verb_start(pieces, cue.at)
    if by is None or start >= end:
        return None
    return Report(
        rule="passive",
        cue=cue.span,
        at=cue.at,
        content=((start, end), (rest, len(pieces))) if rest < len(pieces) else ((start, end),),
        subject=(by + 1, rest),
        clause=((cue.end, rest),),
    )


def _charge(pieces: Pieces, by: int) -> int:
    """Where `of backing rebels` begins in `accused by Kenya of backing rebels`."""
    near = range(by + 2, min(by + 10, len(pieces) - 1))
    charges = (n for n in near if pieces[n].lower in ("of", "for") and pieces[n + 1].lower.endswith("ing"))
    return next(charges, len(pieces))


def as_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
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


def inserted_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`Trade, he said, fell in May`, `The port is open, the ministry said, citing …`."""
    comma = _comma_before(pieces, cue, since)
    if (
        comma is None
        or not cue.has(Frame.POST)
        or cue.form is Form.PARTICIPLE
        or pieces[since].lower in load_speech().prepositions
    ):
        return None
    if cue.end < len(pieces) and pieces[cue.end].text == ":":
        return None
    after = next((n for n in range(cue.end, len(pieces)) if pieces[n].text == ","), len(pieces))
    content: tuple[Range, ...] = ((since, comma + pieces[comma].quote),)
    word = pieces[after + 1].lower if after + 1 < len(pieces) else ""
    ends = word in _GOES_ON
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


def inverted_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """`The port will open, says Kenya's president`: the subject stands behind its verb."""
    if not cue.has(Frame.POST) or cue.form not in (Form.THIRD, Form.PAST) or cue.at - since < 3:
        return None
    end = next((n for n in range(cue.end, len(pieces)) if pieces[n].text in (",", ".", ";")), len(pieces))
    behind = pieces[cue.end : end]
    named = bool(behind) and (behind[0].is_name or behind[0].lower in load_speech().determiners)
    if pieces[cue.at - 1].text != "," or not named or len(behind) > _SUBJECT:
        return None
    if any(p.quote or p.lower in _NO_SUBJECT | load_speech().modals | load_speech().auxiliaries for p in behind):
        return None
    return Report(
        rule="trailing",
        cue=cue.span,
        at=cue.at,
        content=((since, cue.at - 1),),
        subject=(cue.end, end),
        clause=((cue.end, len(pieces)),),
    )


def trailing_report(pieces: Pieces, cues: tuple[Cue, ...]) -> Report | None:
    """`The two sides agreed that …, the ministry said.`: the last clause reports the whole sentence."""
    if not cues or not cues[-1].has(Frame.POST) or cues[-1].passive or cues[-1].form is Form.PARTICIPLE:
        return None
    cue = cues[-1]
    opening = open_content(pieces, cue, official=False)
    comma = _comma_before(pieces, cue, 0)
    rest = [p for p in pieces[cue.end :] if p.text in (",", ";") or p.quote]
    if opening is not None or rest or comma is None or comma < 3:
        return None
    if quote_before(pieces, cue, 0) is not None and cue.at - comma > 1 and pieces[comma - 1].quote:
        return None
    if any(p.lower == "according" or p.text == ":" for p in pieces[comma:]):
        return None
    return Report(
        rule="trailing",
        cue=cue.span,
        at=cue.at,
        content=((0, comma + pieces[comma].quote),),
        subject=(comma + 1, cue.at),
        clause=((comma + 1, cue.at), (cue.end, len(pieces))),
    )


def _comma_before(pieces: Pieces, cue: Cue, since: int) -> int | None:
    """The comma before a short subject: `…, the ministry said`; not `…, Kenya responded with a loan`."""
    if cue.verb.lemma != "say" and cue.end < len(pieces) and pieces[cue.end].lower in ("with", "to", "of"):
        return None
    for at in range(cue.at - 2, max(since, cue.at - 14), -1):
        if pieces[at].text == ",":
            return at if _is_nominal(pieces, at + 1, cue.at) else None
        if pieces[at].quote and pieces[at].text.rstrip(_MARKS)[-1:] == ",":
            return at if pieces[at - 1].is_word and _is_nominal(pieces, at + 1, cue.at) else None
        if pieces[at].quote or pieces[at].text in (";", ":"):
            return None
    return None


def _is_nominal(pieces: Pieces, start: int, end: int) -> bool:
    """Whether a stretch may be a subject: it begins with no preposition or conjunction."""
    word = pieces[start].lower
    return end > start and word not in load_speech().prepositions | _NO_SUBJECT
