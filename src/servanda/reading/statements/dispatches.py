"""What an agency or paper passes on: of `Reuters reported that the minister said …` the minister is the speaker.

The outer clause only tells the way; its own report stands where nobody in it speaks.
"""

from __future__ import annotations

from servanda.reading.scenes import Scene
from servanda.reading.statements.clauses import Report
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.reports import reports_in

_LEAD = 2
"""How many words may stand before the one who speaks: `that the`."""


def passed_on(scene: Scene, pieces: Pieces, report: Report) -> tuple[Pieces, tuple[Report, ...]]:
    """The words that a source passes on, with the reports in them; none where they do not begin with one who speaks.

    Args:
        scene: the document laid out.
        pieces: the pieces of the sentence.
        report: the report of the source.
    """
    if len(report.content) != 1:
        return pieces, ()
    start, end = report.content[0]
    inner = pieces[start:end]
    found = reports_in(scene, inner, official=False)
    begins = bool(found) and found[0].subject is not None and found[0].subject[0] <= _LEAD < found[0].at + _LEAD
    return inner, found if begins and not any(piece.quote for piece in inner[: found[0].at]) else ()
