"""Fixtures that several rooms' tests share."""

import pytest

from postgres_servers import a_database, a_server


@pytest.fixture(autouse=True)
def _no_lexicon_of_the_user(tmp_path_factory, monkeypatch):
    """What whoever runs the tests keeps in a table of their own is no part of them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "no-data"))
    monkeypatch.delenv("SERVANDA_LEXICON", raising=False)


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server for this run of tests."""
    with a_server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    """Where a new ledger may be made, in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "all.db")
    return a_database(request.getfixturevalue("server"))
