"""What linking found, row by row, for who works with the ledger as data: threads with their records, links and compared pairs.

Each row says who decided: `rules`, or the people who judged the two records. Sums over documents, which are worked out when
asked, are links here too. Nothing is decided here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from servanda.codebook import Link, Pair, RecordId, Standing, Thread
from servanda.codebook.vocabulary import Tie, Verdict
from servanda.store import Ledger, Query
from servanda.view.totals import totals_in

_KINDS = ("actors", "stories", "occasions", "instruments", "commitments")
_OF_TWO = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})
_RULES = "rules"
_ALL = Query(limit=sys.maxsize)

_Judges: TypeAlias = Mapping[frozenset[RecordId], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A record in a thread of several.

    Attributes:
        thread: id of the thread.
        kind: what it is a thread of.
        record: id of the record; of an actor the actor's id, of a story the document's.
        number: its place in the thread, from 1 on.
        score: how sure the thread is, from 0 to 1.
        reason: in words, why its records are one.
    """

    thread: RecordId
    kind: str
    record: RecordId
    number: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """How a later record of a commitment stands to an earlier one.

    Attributes:
        id: id of the link.
        tie: how: `repeats`, `drops`, `sums`.
        earlier: id of the record that was said first.
        later: id of the one that was said later.
        slot: the field that it is about; empty where it is about none.
        score: how sure it is, from 0 to 1.
        reason: in words, what was compared.
        decided_by: `rules`, or who judged the two to be one.
        thread: id of the thread that holds both; empty where none does, as of a whole and its parts.
    """

    id: RecordId
    tie: str
    earlier: RecordId
    later: RecordId
    slot: str
    score: float
    reason: str
    decided_by: str
    thread: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """Two records that were compared.

    Attributes:
        kind: what they are records of.
        one: the id that sorts first.
        other: the other id.
        standing: `accepted`, `proposed` to a person, or `refused`.
        score: how sure it is that they are one, from 0 to 1.
        reason: in words, what was compared and what it was worth.
        decided_by: `rules`, who judged them, or empty where a person is yet to be asked.
    """

    kind: str
    one: RecordId
    other: RecordId
    standing: str
    score: float
    reason: str
    decided_by: str


Row: TypeAlias = MemberRow | LinkRow | PairRow


def link_rows(ledger: Ledger) -> Iterator[Row]:
    """Everything that linking found: threads, then links, then pairs, each in a fixed order."""
    judges, held = _judges(ledger), dict[RecordId, RecordId]()
    for kind in _KINDS:
        for thread in ledger.find_standing(kind):
            for number, record in enumerate(thread.records, 1):
                yield _member(thread, number, record)
            held |= dict.fromkeys(thread.records, thread.id) if kind == "commitments" else {}
    links = {link.id: link for tie in Tie for link in ledger.find_ties(tie, _ALL)}
    links |= {link.id: link for link in totals_in(ledger)}
    yield from (_link(links[key], held, judges) for key in sorted(links))
    for kind in _KINDS:
        found = (pair for standing in Standing for pair in ledger.find_pairs(kind, standing, _ALL))
        yield from (_pair(pair, judges) for pair in sorted(found, key=lambda pair: (pair.one, pair.other)))


def _member(thread: Thread, number: int, record: RecordId) -> MemberRow:
    return MemberRow(
        thread=thread.id, kind=thread.kind, record=record, number=number, score=thread.score, reason=thread.reason
    )


def _judges(ledger: Ledger) -> _Judges:
    """Who said last of two records whether they are one."""
    return {
        frozenset(about.now or about.record for about in judged.about): judged.judgement.by
        for judged in ledger.find_judgements()
        if judged.undone is None and judged.judgement.verdict in _OF_TWO
    }


def _link(link: Link, held: Mapping[RecordId, RecordId], judges: _Judges) -> LinkRow:
    thread = held.get(link.earlier, "")
    return LinkRow(
        id=link.id,
        tie=link.tie.value,
        earlier=link.earlier,
        later=link.later,
        slot=link.slot,
        score=link.score,
        reason=link.reason,
        decided_by=judges.get(frozenset((link.earlier, link.later)), _RULES),
        thread=thread if held.get(link.later) == thread else "",
    )


def _pair(pair: Pair, judges: _Judges) -> PairRow:
    by = judges.get(frozenset((pair.one, pair.other)), "" if pair.standing is Standing.PROPOSED else _RULES)
    return PairRow(
        kind=pair.kind,
        one=pair.one,
        other=pair.other,
        standing=pair.standing.value,
        score=pair.score,
        reason=pair.reason,
        decided_by=by,
    )
