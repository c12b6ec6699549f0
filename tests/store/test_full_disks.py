"""A disk that is full or may not be written gives one clear line, in the commands too, and leaves the ledger whole."""

import os
import shutil
import subprocess
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from factories import a_ferry_deal
from ledger_databases import connected
from ledger_workers import judgement
from postgres_servers import a_database, drop
from servanda.cli import main
from servanda.store import Ledger, LedgerError, back_up
from servanda.store.servers import shown

SMALL = 4


@contextmanager
def mounted(folder, options):
    """A small file system in memory. Only root may mount one, and not everywhere."""
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small(tmp_path):
    """A folder on a disk of four megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    with mounted(folder, f"size={SMALL}m"):
        yield folder


def fill(ledger):
    """Read documents until no more go in; returns those that did, and what was said then."""
    kept = []
    for number in range(10_000):
        try:
            ledger.append_reading(*a_ferry_deal(f"Bergen {number} " + "fjord " * 2_000))
        except LedgerError as error:
            return kept, error.message
        kept.append(number)
    raise AssertionError("the disk was never full")


def room_for_a_while(folder):
    """What was in the way is gone."""
    subprocess.run(["mount", "-o", f"remount,size={4 * SMALL}m", str(folder)], check=True)


@pytest.mark.parametrize("many", [1, 1_000], ids=["carried over in a thread", "carried over in the commit"])
def test_a_full_disk_leaves_the_ledger_whole(small, many, monkeypatch):
    monkeypatch.setattr("servanda.store.ledgers._MANY", many)
    with Ledger.open(small / "all.db") as ledger:
        kept, said = fill(ledger)
        assert said == f"{small / 'all.db'} cannot grow: the disk is full"
        assert ledger.count_documents() == len(kept) > 3
    with Ledger.open(small / "all.db", create=False) as ledger:
        assert ledger.count_documents() == len(kept)
    room_for_a_while(small)
    with Ledger.open(small / "all.db") as ledger:
        assert list(ledger.verify()) == []
        ledger.append_reading(*a_ferry_deal("Bergen 1"))
        ledger.judge(judgement(1))
        assert ledger.count_documents() == len(kept) + 1


@pytest.mark.slow
def test_a_command_on_a_full_disk_says_one_line(small, tmp_path, capsys):
    path = small / "all.db"
    with Ledger.open(path) as ledger:
        kept, _ = fill(ledger)
    (small / "ballast").write_bytes(b"x" * shutil.disk_usage(small).free)
    (tmp_path / "report.txt").write_text(
        "Kenya will send 200 police officers to Haiti by June, its president said. " * 300
    )
    assert main(["read", str(tmp_path / "report.txt"), "--ledger", str(path)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said == [f"servanda: {path} cannot grow: the disk is full"]
    room_for_a_while(small)
    with Ledger.open(path, create=False) as ledger:
        assert ledger.count_documents() == len(kept)
        assert list(ledger.verify()) == []


def test_a_backup_to_a_full_disk_leaves_nothing_behind(small, tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        for number in range(60):
            ledger.append_reading(*a_ferry_deal(f"Bergen {number} " + "fjord " * 10_000))
        with pytest.raises(LedgerError, match="the disk is full"):
            back_up(ledger, small / "copy.db")
        assert list(small.iterdir()) == []
        assert list(ledger.verify()) == []


def test_a_read_only_disk_is_read_and_not_written(tmp_path, capsys):
    folder = tmp_path / "disk"
    folder.mkdir()
    with mounted(folder, "size=4m"):
        path = folder / "all.db"
        with Ledger.open(path) as ledger:
            ledger.append_reading(*a_ferry_deal())
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        (tmp_path / "report.txt").write_text("Kenya will send police officers to Haiti.")
        assert main(["read", str(tmp_path / "report.txt"), "--ledger", str(path)]) == 2
        refusal = f"servanda: {path} may not be written: the file or its folder is read-only"
        assert capsys.readouterr().err.splitlines() == [refusal]
        assert main(["verify", "--ledger", str(path)]) == 0
        assert "1 document, 7 records" in capsys.readouterr().out


@pytest.fixture
def small_server(server, tmp_path):
    """A database whose tables lie on a disk of its own that is soon full."""
    import psycopg

    folder = Path(tempfile.mkdtemp(prefix="small"))
    with mounted(folder, f"size={6 * SMALL}m,mode=0777"):
        place = a_database(server)
        name = urlsplit(place).path[1:]
        (folder / "data").mkdir()
        if os.getuid() == 0:
            shutil.chown(folder / "data", "postgres")
        with psycopg.connect(host=server, user="servanda", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE TABLESPACE {name} LOCATION '{folder / 'data'}'")
            connection.execute(f"ALTER DATABASE {name} SET TABLESPACE {name}")
        yield place, folder
        drop(place)
        with psycopg.connect(host=server, user="servanda", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"DROP TABLESPACE {name}")
    folder.rmdir()


@pytest.mark.slow
def test_a_full_disk_of_a_server_leaves_the_ledger_whole(small_server, tmp_path, capsys):
    place, folder = small_server
    with Ledger.open(place) as ledger:
        kept, said = fill(ledger)
        assert said == f"{shown(place)} cannot grow: the server's disk is full"
        assert ledger.count_documents() == len(kept) > 3
    (tmp_path / "report.txt").write_text("Kenya will send 200 police officers to Haiti by June. " * 3_000)
    assert main(["read", str(tmp_path / "report.txt"), "--ledger", place]) == 2
    assert capsys.readouterr().err.splitlines() == [f"servanda: {said}"]
    subprocess.run(["mount", "-o", f"remount,size={12 * SMALL}m", str(folder)], check=True)
    with Ledger.open(place) as ledger:
        assert list(ledger.verify()) == []
        ledger.append_reading(*a_ferry_deal("Bergen 1"))
        assert ledger.count_documents() == len(kept) + 1


def test_a_read_only_server_is_read_and_not_written(server, tmp_path, capsys):
    place = a_database(server)
    with Ledger.open(place) as ledger:
        ledger.append_reading(*a_ferry_deal())
    with closing(connected(place)) as connection:
        connection.execute(f"ALTER DATABASE {urlsplit(place).path[1:]} SET default_transaction_read_only = on")
    (tmp_path / "report.txt").write_text("Kenya will send police officers to Haiti.")
    assert main(["read", str(tmp_path / "report.txt"), "--ledger", place]) == 2
    refusal = f"servanda: {shown(place)} may not be written: the server or the connection is read-only"
    assert capsys.readouterr().err.splitlines() == [refusal]
    assert main(["list", "commitments", "--ledger", place]) == 0
    assert "Norway will buy three ferries" in capsys.readouterr().out
    assert main(["verify", "--ledger", place]) == 0
