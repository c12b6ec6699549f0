"""The ids that are one person or body, with the reason, and those of which a person must say whether they are.

An actor is one over all spellings: a page that asks for one of its ids shows what documents say of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import ActorId, Pair, Standing
from servanda.resolve.actors import one_id_for_all
from servanda.store import Ledger, Query
from servanda.view.fields import Part
from servanda.view.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another id that is, or may be, the same actor.

    Attributes:
        actor: the id with its name.
        documents: in how many documents it is mentioned.
        reason: what was compared, in words; of one that is the same over a third, which one that is.
        score: how sure it is, from 0 to 1.
        is_main: whether it stands for all of them: a full name rather than a surname, then the one in most documents.
    """

    actor: Part
    documents: int
    reason: str
    score: float
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """The ids of one actor.

    Attributes:
        ids: all of them, the one that was asked for first.
        same: the others, the one that stands for all first.
        doubtful: ids that may be the same, which a person may judge.
    """

    ids: tuple[ActorId, ...]
    same: tuple[Alias, ...]
    doubtful: tuple[Alias, ...]


def aliases_of(ledger: Ledger, actor: ActorId, names: Names) -> Aliases:
    """The ids that are one actor with this one, and those that may be."""
    threads = [thread for thread in ledger.find_threads_of({actor}) if thread.kind == "actors"]
    others = sorted({key for thread in threads for key in thread.records} - {actor})
    ids = {actor, *others}
    # Of several pairs with one other actor the surest is told; those of the actor itself count before those of its others.
    pairs = sorted(ledger.find_pairs_of("actors", ids), key=lambda pair: (actor in (pair.one, pair.other), pair.score))
    beside = {
        key: pair
        for pair in pairs
        for key in (pair.one, pair.other)
        if key != actor and _is_told(key, pair, actor, ids)
    }
    documents = {key: _documents(ledger, key) for key in (actor, *others, *beside)}
    main = one_id_for_all(threads, documents).get(actor, actor)
    same = (_alias(key, names, documents[key], beside.get(key), main) for key in others)
    doubtful = (
        _alias(key, names, documents[key], pair, main)
        for key, pair in beside.items()
        if pair.standing is Standing.PROPOSED and key not in others
    )
    return Aliases(
        ids=(actor, *others),
        same=tuple(sorted(same, key=lambda one: (not one.is_main, one.actor.id))),
        doubtful=tuple(sorted(doubtful, key=lambda one: (-one.score, one.actor.id))),
    )


def _is_told(key: ActorId, pair: Pair, actor: ActorId, ids: set[ActorId]) -> bool:
    """Whether the pair tells of this id beside the actor: one of its own by a pair with it, another by one with any of them."""
    return actor in (pair.one, pair.other) or (key not in ids and pair.standing is Standing.PROPOSED)


def _alias(key: ActorId, names: Names, documents: int, pair: Pair | None, main: ActorId) -> Alias:
    return Alias(
        actor=Part(text=names.actor(key), code=key, goal="actor", id=key),
        documents=documents,
        reason=pair.reason if pair else "one with another of these ids",
        score=pair.score if pair else 1.0,
        is_main=key == main,
    )


def _documents(ledger: Ledger, actor: ActorId) -> int:
    rows = ledger.find_actors(Query(actor=actor, limit=1))
    return next((row.documents for row in rows if row.id == actor), 0)
