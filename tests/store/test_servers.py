"""A ledger on a PostgreSQL server is opened, or refused in one plain sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from factories import a_document, a_ferry_deal, a_reading
from ledger_databases import connected, rows_of
from postgres_servers import a_database
from servanda.store import Ledger, LedgerError, Query
from servanda.store.schema import KEPT, metadata

WRITER = """
import sys
sys.path.insert(0, sys.argv[3])
from factories import a_ferry_deal
from servanda.store import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    for number in range(40):
        ledger.append_reading(*a_ferry_deal(f"{sys.argv[2]} {number}"))
"""


def refusal(place, *, create=True):
    with pytest.raises(LedgerError) as caught:
        Ledger.open(place, create)
    return caught.value.message


def test_a_ledger_is_made_once_and_opened_again(server):
    place = a_database(server)
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_ferry_deal())
    with Ledger.open(place, create=False) as ledger:
        assert ledger.count_documents() == 1


def test_one_connection_reads_at_one_moment_and_writes_what_is_newest(server):
    asked = (
        "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'), pg_backend_pid()"
    )
    told = []
    with Ledger.open(a_database(server)) as ledger:
        for writes in (False, True, False, True):
            with ledger._transaction(writes=writes) as connection:
                told.append(tuple(connection.exec_driver_sql(asked).one()))
    reading, writing = ("repeatable read", "on"), ("read committed", "off")
    assert [one[:2] for one in told] == [reading, writing, reading, writing]
    assert len({one[2] for one in told}) == 1


def test_a_password_is_never_shown(server):
    place = a_database(server).replace("servanda@", "servanda:secret@")
    with Ledger.open(place) as ledger:
        assert "secret" not in ledger.place


NO_LEDGER = [
    pytest.param(lambda p: p.replace("/ledger", "/nowhere"), "does not exist", id="no such database"),
    pytest.param(lambda p: p.replace("servanda@", "stranger@"), 'role "stranger" does not exist', id="no such user"),
    pytest.param(lambda _: "postgresql://u:secret@localhost:1/x", "Connection refused", id="no server"),
    pytest.param(lambda _: "postgresql://u:secret@[::1/x", "no address of a PostgreSQL database", id="no address"),
]


@pytest.mark.parametrize(("changed", "said"), NO_LEDGER)
def test_what_cannot_be_reached_is_refused(server, changed, said):
    message = refusal(changed(a_database(server)))
    assert said in message
    assert "secret" not in message


def test_none_is_made_unasked(server):
    assert "is a database, but no ledger" in refusal(a_database(server), create=False)


def test_a_database_of_something_else_is_left_alone(server):
    place = a_database(server)
    with connected(place) as connection:
        connection.execute("CREATE TABLE ferries (name text)")
    assert "holds other tables (ferries)" in refusal(place)


def test_a_user_who_may_only_read_reads(server):
    place = a_database(server)
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_ferry_deal())
    reader = f"reader{place.rpartition('ledger')[2].partition('?')[0]}"
    with connected(place) as connection:
        connection.execute(f"CREATE ROLE {reader} LOGIN")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}")
    with Ledger.open(place.replace("servanda@", f"{reader}@"), create=False) as ledger:
        assert ledger.count_documents() == 1
        with pytest.raises(LedgerError, match="does not allow this user"):
            ledger.append_reading(*a_ferry_deal("Oslo"))


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {} = {}", "TRUNCATE {} CASCADE"])
def test_nothing_is_changed_or_deleted_by_hand(guarded, name, statement):
    import psycopg

    column = metadata.tables[name].columns.keys()[0]
    with (
        connected(guarded) as connection,
        pytest.raises(psycopg.errors.RaiseException, match=r"for good|never changed"),
    ):
        connection.execute(statement.format(name, column, column))


@pytest.fixture(scope="module")
def guarded(server):
    place = a_database(server)
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_ferry_deal())
    return place


def test_a_superseded_reading_stays_superseded(server):
    import psycopg

    place = a_database(server)
    with Ledger.open(place) as ledger:
        for version in "12":
            ledger.append_reading(*a_ferry_deal(title=f"Version {version}"))
    with connected(place) as connection, pytest.raises(psycopg.errors.RaiseException, match="superseded already"):
        connection.execute("UPDATE readings SET superseded_at = NULL, superseded_by = NULL WHERE number = 1")


def test_views_show_what_counts(guarded):
    asked = "SELECT debtors, act, wording, title FROM commitments_view"
    assert rows_of(guarded, asked) == [("NOR", "procure", "will", "Ferries")]
    assert rows_of(guarded, "SELECT title, commitments, locations FROM documents_view")[0][:2] == ("Ferries", 1)


def test_several_fill_one_ledger_and_lose_nothing(server):
    place = a_database(server)
    command = [sys.executable, "-c", WRITER, place]
    writers = [
        subprocess.Popen([*command, name, str(Path(__file__).parents[1])]) for name in ("Oslo", "Bergen", "Oslo")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with Ledger.open(place, create=False) as ledger:
        assert ledger.count_documents() == 80
        assert list(ledger.verify()) == []


def test_long_texts_are_found_by_words_and_phrases_anywhere(server):
    text = "alpha " + "filler words of no weight " * 3000 + "the last ferry leaves. " + "more of it " * 9000 + "omega"
    document = a_document(text)
    with Ledger.open(a_database(server)) as ledger:
        ledger.append_reading(document, a_reading(document))
        ledger.append_reading(*a_ferry_deal())
        found = {typed: ledger.count_documents(Query(search=typed)) for typed in SOUGHT}
    assert found == SOUGHT


SOUGHT = {"alpha omega": 1, '"last ferry leaves"': 1, '"ferry last"': 0, "omeg": 1, '"omeg"': 0, '"weight filler"': 1}
