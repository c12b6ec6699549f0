"""Pairs of records that linking leaves to a person: the likeliest first, and none that an answer to a likelier one may settle.

Three names of one agreement make three pairs, of which two answers settle all: a pair waits behind two likelier ones that
join the same records. Once a person says that one of those is not the same, it comes up. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from servanda.codebook import ActorId, Pair, RecordId, Standing
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger, Query
from servanda.view.names import Names, names_in
from servanda.view.reasons import reason_in_words

_COMPARED = ("commitments", "occasions", "instruments", "actors")
_OF_TWO = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})
_MOST = 500
"""So many pairs of a kind are looked at, the likeliest; of more it is said that there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairItem:
    """Two records that may be one.

    Attributes:
        kind: plural name of their kind.
        one: id of the first; of an actor the newest record that names it.
        other: id of the second.
        words: the evidence of both; of actors their names and ids.
        reason: what was compared, and what it was worth.
        score: how sure it is that they are one, from 0 to 1.
    """

    kind: str
    one: RecordId
    other: RecordId
    words: tuple[str, str]
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairQueue:
    """The pairs that wait for a person.

    Attributes:
        pairs: one stretch of them, the likeliest first.
        total: how many answers are asked for.
        more: whether there are more, which were not looked at.
    """

    pairs: tuple[PairItem, ...]
    total: int
    more: bool


def proposed_pairs(ledger: Ledger, *, limit: int = 20, offset: int = 0) -> PairQueue:
    """Pairs that linking leaves to a person and nobody has judged.

    Args:
        ledger: the ledger.
        limit: at most so many.
        offset: leave out so many of the likeliest.
    """
    listed = [ledger.find_pairs(kind, Standing.PROPOSED, Query(limit=_MOST + 1)) for kind in _COMPARED]
    waiting = tuple(_waiting(ledger, (pair for pairs in listed for pair in pairs[:_MOST])))
    shown = waiting[offset : offset + limit]
    return PairQueue(
        pairs=tuple(_items(ledger, shown)),
        total=len(waiting),
        more=any(len(pairs) > _MOST for pairs in listed),
    )


def _waiting(ledger: Ledger, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Those that nobody has judged and that no likelier ones settle, the likeliest first."""
    done = _judged(ledger)
    open_ = [pair for pair in pairs if frozenset((pair.one, pair.other)) not in done]
    groups: dict[RecordId, RecordId] = {}
    for thread in ledger.find_threads_of({key for pair in open_ for key in (pair.one, pair.other)}):
        groups.update(dict.fromkeys(thread.records, thread.records[0]))
    for pair in sorted(open_, key=lambda pair: (-pair.score, pair.one, pair.other)):
        one, other = _head(groups, pair.one), _head(groups, pair.other)
        if one != other:
            groups[other] = one
            yield pair


def _head(groups: dict[RecordId, RecordId], key: RecordId) -> RecordId:
    while groups.setdefault(key, key) != key:
        groups[key] = key = groups.setdefault(groups[key], groups[key])
    return key


def _judged(ledger: Ledger) -> frozenset[frozenset[RecordId]]:
    """The pairs that somebody judged, actors by their own ids too."""
    told = [
        tuple(about.now or about.record for about in one.about)
        for one in ledger.find_judgements()
        if one.undone is None and one.judgement.verdict in _OF_TWO
    ]
    found = ledger.find_by_ids({key for keys in told for key in keys}) if told else {}
    ids = {key: getattr(one.record, "actor", key) for key, one in found.items()}
    return frozenset(frozenset(ids.get(key, key) for key in keys) for keys in told)


def _items(ledger: Ledger, pairs: Collection[Pair]) -> Iterator[PairItem]:
    names = names_in(ledger)
    found = ledger.find_by_ids({key for pair in pairs if pair.kind != "actors" for key in (pair.one, pair.other)})
    for pair in pairs:
        if pair.kind == "actors":
            yield from _of_actors(ledger, pair, names)
        elif {pair.one, pair.other} <= found.keys():
            words = (" ".join(found[pair.one].words.split()), " ".join(found[pair.other].words.split()))
            yield _item(pair, (pair.one, pair.other), words, names)


def _of_actors(ledger: Ledger, pair: Pair, names: Names) -> Iterator[PairItem]:
    """The same of two actors, by the newest record that names each: judgements are about records."""
    newest = [ledger.find_records("actors", Query(actor=key, limit=1)) for key in (pair.one, pair.other)]
    if all(newest):
        one, other = (listed[0].record.id for listed in newest)
        yield _item(pair, (one, other), (_named(pair.one, names), _named(pair.other, names)), names)


def _named(actor: ActorId, names: Names) -> str:
    return f"{names.actor(actor)} ({actor})"


def _item(pair: Pair, records: tuple[RecordId, RecordId], words: tuple[str, str], names: Names) -> PairItem:
    one, other = records
    reason = reason_in_words(pair.reason, names, words)
    return PairItem(kind=pair.kind, one=one, other=other, words=words, reason=reason, score=pair.score)
