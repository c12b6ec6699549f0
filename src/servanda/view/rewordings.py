"""Changes of wording: which record of an undertaking words it anew against one of another document, and how.

`changes`, the brief and the page of a relationship tell of the same ones. A text that tells what became of an
undertaking does not word it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Link, RecordId
from servanda.codebook.vocabulary import Tie
from servanda.resolve.statuses import is_rewording
from servanda.view.names import Names
from servanda.view.reasons import reason_in_words
from servanda.view.undertakings import Undertaking

_GRAVITY = {
    **dict.fromkeys((Tie.CONTRADICTS, Tie.WITHDRAWS), 0),
    **dict.fromkeys((Tie.WEAKENS, Tie.STRENGTHENS), 1),
    Tie.CHANGES: 2,
    **dict.fromkeys((Tie.DROPS, Tie.ADDS), 3),
}
"""Ties that are changes of wording, the gravest first."""
_REPORTS = (Tie.FULFILMENT, Tie.PROGRESS)
_OF_FIELDS = {
    "quantities": "a number",
    "deadline": "a deadline",
    "condition": "a condition",
    "firmness": "",
    "polarity": "",
    "status": "",
}
"""What changed, as a person calls it; what the tie itself says is not said again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """A record that words an undertaking anew.

    Attributes:
        later: id of the record.
        earlier: id of the record that it is compared with.
        tie: what it does to it, the gravest.
        what: all that it does: `strengthens, drops a condition`.
        reason: why, in words.
        gravity: how grave the change is, the gravest smallest.
        score: how sure it is that the two are one undertaking, from 0 to 1.
    """

    later: RecordId
    earlier: RecordId
    tie: Tie
    what: str
    reason: str
    gravity: tuple[float, ...]
    score: float


def rewordings_of(one: Undertaking, names: Names) -> Iterator[Rewording]:
    """For each record that words it anew, all its changes against one record of another document, the gravest first."""
    sayings = {saying.commitment.id: saying for saying in one.sayings}
    for record in sorted({link.later for link in one.links}):
        links = _gravest_first(one, record)
        if links:
            first = links[0]
            own = is_rewording(sayings[first.earlier], sayings[first.later])
            told = dict.fromkeys(reason_in_words(link.reason, names) for link in links if link.reason)
            yield Rewording(
                later=first.later,
                earlier=first.earlier,
                tie=first.tie,
                what=", ".join(dict.fromkeys(map(what_of, links))),
                reason="; ".join(told),
                gravity=(_GRAVITY[first.tie], not own, -first.score),
                score=first.score,
            )


def what_of(link: Link) -> str:
    """What a record does to an earlier one: `drops a number`, `weakens`."""
    return f"{link.tie.value} {_OF_FIELDS.get(link.slot, link.slot)}".rstrip()


def _gravest_first(one: Undertaking, record: RecordId) -> list[Link]:
    links = [link for link in one.links if link.later == record]
    home = one.record(record).document.id
    told = [link for link in links if link.tie in _GRAVITY and one.record(link.earlier).document.id != home]
    if not told or any(link.tie in _REPORTS for link in links):
        return []
    told.sort(key=lambda link: (_GRAVITY[link.tie], -link.score, link.id))
    return [link for link in told if link.earlier == told[0].earlier]
