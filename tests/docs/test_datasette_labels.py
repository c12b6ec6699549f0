"""The labels that the documentation offers for Datasette name what a ledger has."""

import json
from pathlib import Path

import pytest

from ledger_databases import rows_of
from servanda.store import Ledger

TOLD = json.loads((Path(__file__).parents[2] / "docs/datasette.json").read_text())["databases"]["servanda"]["tables"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "servanda.db"
    Ledger.open(path).close()
    return str(path)


@pytest.mark.parametrize("name", TOLD)
def test_a_table_has_the_columns_that_its_labels_name(ledger, name):
    columns = {row[1] for row in rows_of(ledger, f"PRAGMA table_info({name})")}
    told = TOLD[name]
    assert {told.get("label_column"), told.get("sort_desc"), *told.get("facets", ())} - {None} <= columns
    assert columns
