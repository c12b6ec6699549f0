import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from linked_ledgers import link_one
from servanda.codebook import KINDS, Judgement
from servanda.codebook.cells import slots_of
from servanda.store import Ledger
from servanda.store.schema import KEPT, metadata


@pytest.fixture
def connection(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        for version in "12":
            document, reading = a_ferry_deal("Oslo", title=f"Version {version}")
            ledger.append_reading(document, reading)
        judged = Judgement(verdict="accept", records=(reading.commitments[0].id,), by="ana", at=datetime.now(UTC))
        ledger.judge(judged)
        ledger.undo(judged.id, "ana", "")
        link_one(ledger)
    with closing(sqlite3.connect(tmp_path / "all.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


VIEWS = [
    ("commitments", {"debtors": "NOR", "act": "procure", "wording": "will", "exchange": None, "title": "Version 2"}),
    ("statements", {"speakers": "NOR", "cue": "said", "mode": "indirect"}),
    ("occasions", {"type": "CONSULT", "span": "Talks in Oslo"}),
    ("instruments", {"name": "ferry-agreement", "kind": "agreement"}),
    ("assessments", {"about": "relationship", "span": "splendid"}),
    ("actors", {"actor": "NOR", "name": "Norway", "mentions": 2}),
]


@pytest.mark.parametrize(("kind", "told"), VIEWS)
def test_a_view_shows_what_counts_in_readable_columns(connection, kind, told):
    row, *others = connection.execute(f"SELECT * FROM {kind}_view ORDER BY record").fetchall()
    assert {name: row[name] for name in told} == told
    assert set(slots_of(dict(KINDS)[kind])) <= set(row.keys())
    assert len(others) == (1 if kind == "actors" else 0)


def test_documents_are_shown_once(connection):
    (row,) = connection.execute("SELECT title, commitments, text FROM documents_view").fetchall()
    assert (row["title"], row["commitments"]) == ("Version 2", 1)


def test_every_cell_shows_its_words(connection):
    asked = (
        "SELECT c.*, d.text FROM cells c JOIN records r ON r.number = c.record JOIN documents d ON d.id = r.document"
    )
    rows = connection.execute(asked).fetchall()
    assert rows
    for row in rows:
        bears = row["span_start"] is not None
        assert row["words"] == (row["text"][row["span_start"] : row["span_end"]] if bears else None)
        assert bears or row["known"] != "stated"


def test_the_file_is_in_write_ahead_mode(connection):
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


@pytest.mark.parametrize("name", ["documents", "readings", "records"])
def test_datasette_finds_the_full_text_index_of_a_table(connection, name):
    # Datasette (1.0a, `detect_fts`) asks for virtual tables whose SQL names the table in double quotes or in brackets.
    asked = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    found = connection.execute(asked, (f'%VIRTUAL TABLE%USING FTS%content="{name}"%',)).fetchall()
    assert [row[0] for row in found] == [f"{name}_fts"]


def test_every_table_is_strict(connection):
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    strict = {row["name"] for row in tables if row["strict"]}
    assert strict == {*metadata.tables, "alembic_version"}


COUNTED = [
    pytest.param("record_kind = 'commitments'", "act", id="a filter's choices"),
    pytest.param("record_kind = 'statements'", "mode", id="another filter's choices"),
    pytest.param("actor IS NOT NULL", "actor, name, kind", id="the names of actors"),
]


@pytest.mark.parametrize(("condition", "columns"), COUNTED)
def test_what_every_page_counts_is_read_from_an_index_alone(connection, condition, columns):
    rows = "records r JOIN readings g ON g.number = r.reading AND g.superseded_at IS NULL"
    named = ", ".join(f"r.{column}" for column in columns.split(", "))
    asked = f"EXPLAIN QUERY PLAN SELECT {named}, count(*) FROM {rows} WHERE r.{condition} GROUP BY {named}"
    plan = [row["detail"] for row in connection.execute(asked)]
    assert any("r USING COVERING INDEX" in step for step in plan), plan


PAGES = [
    pytest.param(
        "readings g CROSS JOIN records r ON r.reading = g.number",
        "r.record_kind = 'statements'",
        "coalesce(g.published_from, '') DESC, g.document, g.number, r.span_start, r.span_end, r.position",
        "readings_by_date",
        id="the newest",
    ),
    pytest.param(
        "records r JOIN readings g ON g.number = r.reading",
        "r.record_kind = 'statements' AND r.actor IS NULL",
        "r.score",
        "records_by_score",
        id="the least sure",
    ),
    pytest.param(
        "parties p JOIN records r ON r.number = p.record JOIN readings g ON g.number = r.reading",
        "p.actor = 'NOR' AND p.record_kind = 'statements'",
        "p.published_from DESC",
        "parties_by_actor",
        id="the newest of an actor",
    ),
]


@pytest.mark.parametrize(("rows", "condition", "order", "index"), PAGES)
def test_a_page_is_the_beginning_of_an_index(connection, rows, condition, order, index):
    counting = f"g.superseded_at IS NULL AND {condition}"
    asked = f"EXPLAIN QUERY PLAN SELECT r.number FROM {rows} WHERE {counting} ORDER BY {order} LIMIT 50"
    plan = [row["detail"] for row in connection.execute(asked)]
    assert any(index in step for step in plan), plan
    assert not any("ORDER BY" in step for step in plan), plan


def test_records_of_a_claim_are_found_in_each_stretch_of_readings(connection):
    same = "records.reading / 4096 IN (0, 1, 2) AND claim = 'c-0011'"
    (row,) = connection.execute(f"EXPLAIN QUERY PLAN SELECT number FROM records WHERE {same}")
    assert row["detail"].startswith("SEARCH records USING INDEX records_by_claim (<expr>=? AND claim=?)")


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_nothing_is_changed_or_deleted_by_hand(connection, name, statement):
    if not connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]:
        connection.execute(
            "INSERT INTO problems (id, code, message, location, body, added_at) VALUES ('','','','','','')"
        )
        connection.execute("INSERT INTO closings SELECT max(number), '' FROM problems")
        connection.execute("INSERT INTO drafts SELECT NULL, document, number, '', '', '', '', '' FROM readings")
        connection.execute("INSERT INTO decisions SELECT max(number), '', '', '', '' FROM drafts")
    column = metadata.tables[name].columns.keys()[0]
    with pytest.raises(sqlite3.IntegrityError, match=r"for good|never changed"):
        connection.execute(statement.format(name, column, column))


def test_a_superseded_reading_stays_superseded(connection):
    with pytest.raises(sqlite3.IntegrityError, match="superseded already"):
        connection.execute("UPDATE readings SET superseded_at = NULL, superseded_by = NULL WHERE number = 1")


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_a_link_leads_to_the_key_of_a_row_as_other_programs_follow_it(connection, name):
    for _, _, target, _, to, *_ in connection.execute(f"PRAGMA foreign_key_list({name})").fetchall():
        keys = [row["name"] for row in connection.execute(f"PRAGMA table_info({target})") if row["pk"]]
        assert keys == [to or keys[0]]
