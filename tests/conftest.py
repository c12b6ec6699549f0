"""Fixtures that several rooms' tests share."""

import gc
import os
from contextlib import contextmanager

import pytest
from hypothesis import settings

from postgres_servers import a_database, a_server, drop
from quick_folders import a_quick_folder
from servanda.store import Ledger

if folder := a_quick_folder():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)

# The same examples in every run, and no limit of time, which a busy machine would miss.
settings.register_profile("servanda", derandomize=True, deadline=None)
settings.load_profile("servanda")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Whatever needs a server is no unit test."""
    for item in items:
        told = getattr(item, "callspec", None)
        if "server" in item.fixturenames or (told and "postgres" in told.params.values()):
            item.add_marker("slow")


def pytest_collection_finish():
    """Nothing that was imported goes away before the end: the collector need not look at it again."""
    gc.freeze()


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


@pytest.fixture(scope="session")
def new_ledger(server):
    """A new ledger in PostgreSQL, to be copied: to make one takes five times as long."""
    place = a_database(server)
    Ledger.open(place).close()
    return place


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    """A place for a new ledger: a file that is not there yet, or a database with one that is still empty."""
    with _a_place(request, request.param, tmp_path / "all.db") as place:
        yield place


@pytest.fixture
def other_place(request, place, tmp_path):
    """Another place, in the same sort of database."""
    with _a_place(request, "postgres" if "://" in place else "sqlite", tmp_path / "other.db") as other:
        yield other


@contextmanager
def _a_place(request, sort, file):
    if sort == "sqlite":
        yield str(file)
        return
    made = a_database(request.getfixturevalue("server"), like=request.getfixturevalue("new_ledger"))
    yield made
    drop(made)
