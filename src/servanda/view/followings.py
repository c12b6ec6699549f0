"""What became of the standing bodies that an undertaking names: when they met, which texts and undertakings name them.

A group that was founded in one text meets in others, which say nothing of its founding. It is followed by its name, and by
its initials where a text of the undertaking gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import RecordId
from servanda.resolve.standing_bodies import StandingBody, standing_bodies_in
from servanda.store import Found, Ledger, Order, Query
from servanda.view.names import day_in_words
from servanda.view.sources import Source, source_of

_KINDS = {"occasions": "occasion", "instruments": "instrument", "commitments": "commitment"}
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One record that names a body.

    Attributes:
        id: id of the record.
        kind: what it is: `occasion`, `instrument` or `commitment`.
        day: the day of publication in words; empty where unknown.
        words: its words.
        source: its document.
    """

    id: RecordId
    kind: str
    day: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A standing body that an undertaking names, followed over documents.

    Attributes:
        body: its name.
        short: its initials, where a text of the undertaking gives them.
        traces: the records that name it beside the undertaking itself, the oldest first.
    """

    body: str
    short: str
    traces: tuple[Trace, ...]


def followings_of(ledger: Ledger, said: Iterable[Found]) -> tuple[Following, ...]:
    """The bodies that the rows of an undertaking name, with what else names them; those that nothing else names stay out."""
    rows = tuple(said)
    bodies = dict.fromkeys(body for row in rows for body in standing_bodies_in(row.words))
    keys = dict.fromkeys(row.document.id for row in rows) if bodies else ()
    texts = tuple(document.text for key in keys if (document := ledger.find_document(key)) is not None)
    own = {row.record.id for row in rows}
    known = (StandingBody(body.name, body.short if _is_given(body, texts) else "") for body in bodies)
    found = (_following(ledger, body, own) for body in known)
    return tuple(following for following in found if following.traces)


def _is_given(body: StandingBody, texts: Iterable[str]) -> bool:
    return bool(body.short) and any(re.search(rf"\b{body.short}\b", text) for text in texts)


def _following(ledger: Ledger, body: StandingBody, own: set[RecordId]) -> Following:
    found = {one.record.id: (kind, one) for kind, one in _naming(ledger, body) if one.record.id not in own}
    ordered = sorted(found.values(), key=lambda told: (_first_day(told[1]), told[0], told[1].record.id))
    traces = tuple(_trace(kind, one) for kind, one in ordered)
    return Following(body=body.name, short=body.short, traces=traces)


def _naming(ledger: Ledger, body: StandingBody) -> Iterator[tuple[str, Found]]:
    for words in filter(None, (body.name, body.short)):
        for kind, shown in _KINDS.items():
            query = Query(search=f'"{words}"', order=Order.OLDEST, limit=_MOST)
            yield from ((shown, one) for one in ledger.find_records(kind, query))


def _first_day(found: Found) -> str:
    published = found.document.published
    return published.start.isoformat() if published else "9999"


def _trace(kind: str, found: Found) -> Trace:
    published = found.document.published
    return Trace(
        id=found.record.id,
        kind=kind,
        day=day_in_words(published) if published else "",
        words=" ".join(found.words.split()),
        source=source_of(found.document),
    )
