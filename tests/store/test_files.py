import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from factories import a_ferry_deal
from servanda.store import Ledger, LedgerError
from servanda.store.files import refusals
from servanda.store.schema import VERSION

NOBODY = 65534
DEAL = a_ferry_deal()


def write_database(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def a_ledger(path):
    with Ledger.open(path) as ledger:
        ledger.append_reading(*DEAL)
    return path


def opened(path, *, create=True):
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path, create)
    assert caught.value.place == str(path)
    return caught.value.message


@pytest.fixture
def unprivileged():
    """A folder in which the test runs as somebody who is not root, since root may do everything."""
    folder = Path(tempfile.mkdtemp())
    a_ledger(folder / "all.db")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    if is_root := os.getuid() == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    else:
        folder.chmod(0o555)
        (folder / "all.db").chmod(0o444)
    yield folder
    if is_root:
        os.setresuid(0, 0, 0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_ledger_is_made_where_there_is_none(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        assert ledger.count_documents() == 0
    with Ledger.open(tmp_path / "all.db", create=False) as ledger:
        assert ledger.count_documents() == 0


def test_an_empty_file_becomes_a_ledger(tmp_path):
    (tmp_path / "all.db").touch()
    with Ledger.open(str(tmp_path / "all.db")) as ledger:
        assert ledger.count_documents() == 0


def test_none_is_made_unasked(tmp_path):
    assert opened(tmp_path / "all.db", create=False) == f"there is no ledger at {tmp_path / 'all.db'}"
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_ledger(tmp_path):
    assert opened(tmp_path) == f"{tmp_path} is a folder, not a ledger"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert "there is no folder" in opened(tmp_path / "nowhere" / "all.db")


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"Norway will buy ferries." * 100, b"SQLite format 3\0" + b"\xff" * 5000, b"x"])
def test_a_file_of_another_sort_is_left_alone(tmp_path, content, create):
    path = tmp_path / "all.db"
    path.write_bytes(content)
    assert "is no ledger" in opened(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_another_database_is_left_alone(tmp_path, create):
    path = tmp_path / "all.db"
    write_database(path, "CREATE TABLE ferries (name TEXT)")
    before = path.read_bytes()
    assert opened(path, create=create) == f"{path} is a database, but no ledger"
    assert path.read_bytes() == before


OTHER_VERSIONS = [
    ("UPDATE alembic_version SET version_num = 99", f"its schema is 99, and this servanda knows {VERSION}"),
    ("DELETE FROM alembic_version", f"its schema is none, and this servanda knows {VERSION}"),
]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder where even root makes no file")
def test_a_folder_that_takes_no_file_is_refused():
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open("/proc/servanda.db")


@pytest.mark.parametrize(("statement", "said"), OTHER_VERSIONS)
def test_another_version_is_not_opened(tmp_path, statement, said):
    path = a_ledger(tmp_path / "all.db")
    write_database(path, statement)
    assert said in opened(path)


def test_a_read_only_ledger_is_not_written(unprivileged):
    assert "may not be written" in opened(unprivileged / "all.db")


def test_a_read_only_ledger_is_read(unprivileged):
    with Ledger.open(unprivileged / "all.db", create=False) as ledger:
        assert list(ledger.iter_readings()) == [DEAL]
        assert list(ledger.verify()) == []
        with pytest.raises(LedgerError, match="may not be written"):
            ledger.append_reading(*a_ferry_deal("Oslo"))


def test_no_ledger_is_made_in_a_read_only_folder(unprivileged):
    assert "may not be written" in opened(unprivileged / "new.db")


def test_a_ledger_that_may_not_be_read_is_named(unprivileged):
    if os.getuid() != NOBODY:
        pytest.skip("needs root, to take a right from the file's owner")
    os.setresuid(0, 0, 0)
    (unprivileged / "all.db").chmod(0o600)
    os.setresuid(NOBODY, NOBODY, 0)
    assert opened(unprivileged / "all.db", create=False).endswith("may not be read")


def test_a_full_disk_is_one_plain_sentence(tmp_path):
    path = a_ledger(tmp_path / "all.db")
    with Ledger.open(path) as ledger:
        with ledger._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.append_reading(*a_ferry_deal("Oslo " * 20_000))
        assert ledger.count_documents() == 1
        assert list(ledger.verify()) == []


def test_mistakes_of_our_own_pass_through(tmp_path):
    from sqlalchemy.exc import IntegrityError

    broken = IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed"))
    with pytest.raises(IntegrityError), refusals(tmp_path):
        raise broken
