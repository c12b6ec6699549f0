"""Ledgers with threads that tests make by hand, without the rules that find them."""

from itertools import pairwise

from servanda.codebook import Block, Link, Pair, Resolution, Standing, Thread
from servanda.codebook.vocabulary import Tie
from servanda.store import Ledger, Query

RULES = "tests 1"


def commitments_of(ledger: Ledger) -> list[str]:
    """The ids of all commitments, the oldest report first."""
    return [found.record.id for found in ledger.find_records("commitments", Query(order="oldest"))]


def a_resolution(ledger: Ledger, *groups: tuple[str, ...], scope=None, renewed=frozenset(), **given) -> Resolution:
    """Threads of these commitments, each with a pair and a link for every two that follow one another."""
    found = ledger.find_by_ids({record for group in groups for record in group})
    steps = [step for group in groups for step in pairwise(group)]
    told = {
        "blocks": tuple(Block(key="NOR procure", record=key, document=one.document.id) for key, one in found.items()),
        "pairs": tuple(a_pair(*step) for step in steps),
        "threads": tuple(Thread(kind="commitments", records=tuple(sorted(group)), reason="alike") for group in groups),
        "links": tuple(Link(tie=Tie.REPEATS, earlier=a, later=b, reason="the same words") for a, b in steps),
    }
    return Resolution(kind="commitments", version=RULES, scope=scope, renewed=frozenset(renewed), **{**told, **given})


def a_pair(one: str, other: str, standing: Standing = Standing.ACCEPTED, score: float = 0.9) -> Pair:
    """Two commitments that were compared."""
    one, other = sorted((one, other))
    return Pair(kind="commitments", one=one, other=other, standing=standing, reason="alike", score=score)


def link(ledger: Ledger, resolution: Resolution) -> bool:
    """Add what was found, as linking does."""
    return ledger.append_resolution(ledger.find_unlinked("commitments", RULES), resolution)


def link_one(ledger: Ledger) -> None:
    """A thread of the ledger's first commitment, with a pair and a link that lead nowhere."""
    (one, *_) = commitments_of(ledger)
    nowhere = Link(tie=Tie.REPEATS, earlier="c-0", later=one, reason="the same words")
    assert link(ledger, a_resolution(ledger, (one,), pairs=(a_pair("c-0", one),), links=(nowhere,)))
