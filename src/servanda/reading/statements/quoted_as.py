"""`The envoy was quoted by Xinhua as saying`: who is quoted speaks, and who quotes only relays.

The active form (`Xinhua quoted the envoy as saying`) is read with the other verbs, in `reports.py`.
"""

from __future__ import annotations

from servanda.reading.statements.clauses import Range, Report, verb_start
from servanda.reading.statements.cues import Cue
from servanda.reading.statements.pieces import Pieces

_REACH = 14
"""How far behind the verb `as saying` stands at most, in words."""


def quoted_report(pieces: Pieces, cue: Cue, since: int) -> Report | None:
    """What somebody is quoted as saying: before the verb, in quotation marks, or behind `as saying`.

    Args:
        pieces: the sentence.
        cue: its reporting verb, a passive.
        since: where the words of this report may begin.
    """
    if cue.verb.lemma != "quote":
        return None
    near = range(cue.end, min(cue.end + _REACH, len(pieces) - 1))
    as_ = next((n for n in near if pieces[n].lower == "as" and pieces[n + 1].lower.endswith("ing")), None)
    if as_ is None:
        return None
    quote = next((n for n in range(cue.at - 1, since - 1, -1) if pieces[n].quote), None)
    content = (quote, quote + 1) if quote is not None else _behind(pieces, as_ + 2)
    start = since if quote is None else quote + 1 + (pieces[min(quote + 1, len(pieces) - 1)].text == ",")
    subject = (start, verb_start(pieces, cue.at))
    if subject[0] >= subject[1] or content[0] >= content[1]:
        return None
    rest = (as_ + 2, len(pieces) if quote is not None else content[0])
    return Report(
        rule="quoted",
        cue=cue.span,
        at=cue.at,
        content=(content,),
        subject=subject,
        clause=tuple(one for one in (subject, (cue.end, as_), rest) if one[0] < one[1]),
        form=cue.form,
        relay=(cue.end, as_),
    )


def _behind(pieces: Pieces, at: int) -> Range:
    """The words behind `as saying`, without a day or hearer before `that`."""
    that = next((n for n in range(at, min(at + 6, len(pieces))) if pieces[n].lower == "that"), None)
    return (at if that is None else that + 1, len(pieces))
