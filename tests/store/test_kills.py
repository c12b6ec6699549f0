"""A process killed at any moment leaves a ledger in which nothing is lost, doubled or half.

Here 200 processes are killed on each database; `make kills` kills a thousand.
"""

import gzip
import os
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from ledger_databases import OF_THEIR_OWN, connected, rows_of
from ledger_workers import BACK, TOGETHER, a_nursery, deal, judgement, lots
from postgres_servers import a_database
from servanda.store import Ledger, Query
from servanda.store.schema import VERSION, metadata

pytestmark = pytest.mark.slow

OLD = sorted(path for path in Path(__file__).with_name("ledgers").glob("*.gz") if f"-{int(VERSION)}." not in path.name)
TIMES = 5 if os.environ.get("SERVANDA_LONG_TESTS") else 1
KILLS = {"read": 140 * TIMES, "open": 60 * TIMES}


@pytest.fixture(scope="module")
def nursery():
    with a_nursery() as nursery:
        yield nursery


def check_whole(place, kept, judged):
    """Everything that was said to be kept is there as it was, once, and nothing is half."""
    with Ledger.open(place, create=False) as ledger:
        for number in kept:
            assert ledger.find_reading(deal(number)[0].id) == deal(number)[1]
        heads, found = (
            ledger.find_documents(Query(limit=sys.maxsize)),
            [one.judgement for one in ledger.find_judgements()],
        )
        assert all(sum(head.counts.values()) == 7 for head in heads)
    assert {judgement(number) for number in judged} <= set(found)
    assert len(set(found)) == len(found)
    doubled = "SELECT document FROM readings GROUP BY document, hash HAVING count(*) > 1"
    assert (
        rows_of(place, doubled) == rows_of(place, "SELECT location FROM sources GROUP BY 1 HAVING count(*) > 1") == []
    )


def kill_readers(nursery, place, kills, *, seed=5):
    """Kill so many processes that read and judge; returns how many died at their work."""
    kept, judged, last, died = set(), set(), 0, 0
    for lot in lots(seed, kills, most=6, longest=0.02):
        said = nursery.life("read", place, max(0, last - BACK), lot)
        told = [line.split() for line in said]
        assert {words[0] for words in told} <= {"read", "judge"}, said
        now = {int(number) for what, number in told if what == "read"}
        judged |= {int(number) for what, number in told if what == "judge"}
        died += bool(now)
        kept, last = kept | now, max([last, *now])
        if now:
            check_whole(place, sorted(now), ())
    with Ledger.open(place) as ledger:
        assert ledger.count_documents() - len(kept) in range(TOGETHER * died + 1)
        assert list(ledger.verify()) == []
    check_whole(place, sorted(kept), judged)
    return died


def kill_upgraders(nursery, an_old_one, kills, *, seed=5):
    """Kill so many processes that bring an old ledger up to date; returns how many left it as it was, and how many did not.

    Where the machine is busy all of a few may die late: then some more are killed.
    """
    place, unchanged, done = an_old_one(), 0, 0
    columns = columns_of(place)
    before = everything(place, columns)
    longest = max(0.8, 2 * seconds_of_one(an_old_one()))
    for number, lot in enumerate(lots(seed, 10 * kills, most=0, longest=longest)):
        if number >= kills and unchanged and done:
            break
        said = nursery.life("open", place, 0, lot)
        assert set(said) <= {"opened", "done"}, said
        (version,) = version_of(place)
        assert version == VERSION or "opened" not in said
        unchanged += version != VERSION
        if version == VERSION:
            done += 1
            assert everything(place, columns) == before
            with Ledger.open(place) as ledger:
                assert list(ledger.verify()) == []
            place = an_old_one()
    return unchanged, done


def seconds_of_one(place):
    """How long it takes here and now to bring a ledger up to date: some are killed before they are done, and some after."""
    began = time.monotonic()
    Ledger.open(place).close()
    return time.monotonic() - began


def version_of(place):
    tables = {name for (name,) in rows_of(place, TABLES[place.startswith("postgresql")])}
    asked = "SELECT version_num FROM alembic_version" if "alembic_version" in tables else "SELECT version FROM schema"
    return [row[0] for row in rows_of(place, asked)]


TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table'",
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
)


def everything(place, columns):
    """The rows of the ledger's tables, in these columns of theirs."""
    asked = {
        name: f"SELECT {', '.join(told)} FROM {name} WHERE {OF_THEIR_OWN.get(name, '1 = 1')}"
        for name, told in columns.items()
    }
    return {name: sorted(map(repr, rows_of(place, statement))) for name, statement in asked.items()}


def columns_of(place):
    """The columns that say something, by table; tallies are counted anew by every version."""
    there = {name for (name,) in rows_of(place, TABLES[place.startswith("postgresql")])} & set(metadata.tables)
    with closing(connected(place)) as connection:
        return {
            name: [told[0] for told in connection.execute(f"SELECT * FROM {name} LIMIT 1").description]
            for name in sorted(there - {"tallies"})
        }


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def an_old_one(request, tmp_path):
    """A function that makes a ledger of an older version."""
    content = gzip.decompress(request.param.read_bytes())
    if request.param.name.endswith(".db.gz"):
        numbers = iter(range(10_000))

        def a_file():
            path = tmp_path / f"{next(numbers)}.db"
            path.write_bytes(content)
            return str(path)

        return a_file
    server = request.getfixturevalue("server")
    return lambda: filled(a_database(server), content.decode())


def filled(place, statements):
    with closing(connected(place)) as connection:
        connection.execute(statements)
    return place


def test_readers_and_judges_that_are_killed(nursery, place):
    assert kill_readers(nursery, place, KILLS["read"]) > KILLS["read"] // 4


def test_a_migration_that_is_killed(nursery, an_old_one, request):
    of_one_database = [
        path for path in OLD if path.suffixes[0] == request.node.callspec.params["an_old_one"].suffixes[0]
    ]
    unchanged, done = kill_upgraders(nursery, an_old_one, KILLS["open"] // len(of_one_database))
    assert unchanged > 0
    assert done > 0
