"""Ten processes that read and five that review at once: every write that was said to be kept is there, whole.

Here for ten seconds on each database; `make kills` gives them a minute.
"""

import os
import sys

import pytest

from ledger_workers import crowd, deal
from servanda.store import Ledger, Query

pytestmark = pytest.mark.slow

SECONDS = 60 if os.environ.get("SERVANDA_LONG_TESTS") else 10


def test_every_write_of_a_crowd_is_found(place):
    Ledger.open(place).close()
    said = [line.split(maxsplit=1) for line in crowd(place, writers=10, reviewers=5, seconds=SECONDS)]
    assert not [line for line in said if line[0] in ("half", "failed")]
    kept = {what: {key for told, key in said if told == what} for what in ("read", "judge", "undo")}
    with Ledger.open(place) as ledger:
        heads, judged = ledger.find_documents(Query(limit=sys.maxsize)), ledger.find_judgements()
        assert all(kept.values())
        assert {head.id for head in heads} == {deal(int(number))[0].id for number in kept["read"]}
        assert {one.judgement.id for one in judged} == kept["judge"]
        assert {one.judgement.id for one in judged if one.undone} == kept["undo"]
        assert list(ledger.verify()) == []
