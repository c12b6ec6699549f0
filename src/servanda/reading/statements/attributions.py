"""`According to X`: a clause put down to someone.

After an act X is the speaker; after a clause that has its own speaker X is only a relay. Reporting verbs are read in
`reports.py`.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook import Span
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.pieces import Pieces


def attribution_in(pieces: Pieces) -> Range | None:
    """Indices of `according` and of the end of the source's name; None where the sentence has no attribution."""
    for at in range(len(pieces) - 2):
        first, second = pieces[at].lower, pieces[at + 1].lower
        to = first == "according" and second == "to"
        by = first == "as" and second in ("stated", "reported", "announced", "said") and pieces[at + 2].lower == "by"
        start = at + (2 if to else 3)
        if (to or by) and (end := _source_end(pieces, start)) > start:
            return at, end
    return None


def attributed(pieces: Pieces, found: Range, reports: tuple[Report, ...]) -> Report | None:
    """The report that an attribution makes of what no other report of its sentence holds."""
    at, end = found
    offset = 2 if pieces[at].lower == "according" else 3
    subject = (at + offset, end)
    cue = Span(pieces[at].span.start, pieces[at + offset - 1].span.end)
    made = Report(rule="according-to", cue=cue, at=at, content=(), subject=subject, clause=(subject,))
    begins = at == 0 or pieces[at - 1].lower in ("and", "but", ";")
    if begins:
        content = [(end, len(pieces))] if not reports and end < len(pieces) else []
    else:
        content = _remainder(pieces, at, end, reports)
    return replace(made, content=tuple(content)) if content else None


def _remainder(pieces: Pieces, at: int, end: int, reports: tuple[Report, ...]) -> list[Range]:
    """What stands around the attribution, up to the first report of its own."""
    near = [report for report in reports if report.at < at]
    if not near:
        start = next((n + 1 for n in range(at - 2, 0, -1) if pieces[n].text == ";"), 0)
        after = [(end + 1, len(pieces))] if end < len(pieces) - 2 and pieces[end].text == "," else []
        return [(start, at), *after]
    first = near[0]
    if first.subject is None and first.at > 4:
        stop = first.at
        while stop > 0 and pieces[stop - 1].lower in ("and", ",", "also"):
            stop -= 1
        return [(0, stop)]
    return []


def _source_end(pieces: Pieces, start: int) -> int:
    """Where the source's name ends: at the next comma or stop."""
    return next((n for n in range(start, len(pieces)) if pieces[n].text in (",", ";", ".", ")", "—", "–")), len(pieces))
