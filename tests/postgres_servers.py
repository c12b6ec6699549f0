"""A PostgreSQL server of the tests' own: a new cluster in a temporary folder, reached through a socket there."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

from quick_folders import a_quick_folder

_NUMBERS = count(1)
_QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "checkpoint_timeout": "1h",
    "dynamic_shared_memory_type": "mmap",
}
"""What a server leaves undone that nobody kills and that ends with the tests."""


def programs() -> Path | None:
    """Where the server's programs lie, the newest version's."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def a_server(*, lasting: bool = False) -> Iterator[str]:
    """A running server; gives its socket's folder. Skips where PostgreSQL is not installed.

    Args:
        lasting: wait for the disk as a server does that people use; tests that do not kill it need not.
    """
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=None if lasting else a_quick_folder()))
    if _switch():
        shutil.chown(folder, "postgres")
    made = ("initdb", "-D", folder / "data", "-U", "servanda", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    _run(*made)
    start_server(str(folder), lasting=lasting)
    try:
        yield str(folder)
    finally:
        _run("pg_ctl", "-D", folder / "data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def start_server(folder: str, *, lasting: bool = False) -> None:
    """Start the server in a folder, after it was killed too; returns when it answers."""
    quick = "" if lasting else "".join(f" -c {name}={value}" for name, value in _QUICK.items())
    options = f"-k {folder} -c listen_addresses=''{quick} -c shared_buffers=32MB"
    _run("pg_ctl", "-D", f"{folder}/data", "-w", "-o", options, "-l", f"{folder}/log", "start")


def kill_server(folder: str) -> None:
    """Kill the server and all its processes at once, as a machine does that fails."""
    first = int(Path(folder, "data", "postmaster.pid").read_text().split()[0])
    # Stopped, it makes no new ones while its children are listed.
    os.kill(first, signal.SIGSTOP)
    listed = [int(one) for one in Path(f"/proc/{first}/task/{first}/children").read_text().split()]
    for process in (*listed, first):
        os.kill(process, signal.SIGKILL)
    while any(_is_running(process) for process in (*listed, first)):
        time.sleep(0.01)
    # Where nobody waits for orphans, the dead server would be taken for a running one.
    for left in ("data/postmaster.pid", ".s.PGSQL.5432.lock"):
        Path(folder, left).unlink()


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _switch() -> list[str]:
    # The server refuses to run as root; Debian's package made a user for it.
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []


def _run(program: str, *words: object) -> None:
    command = [*_switch(), str(programs() / program), *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)


def a_database(server: str, *, like: str = "") -> str:
    """The address of a new database, empty or a copy of another one that nobody uses."""
    import psycopg

    name = f"ledger{next(_NUMBERS)}"
    template = f" TEMPLATE {urlsplit(like).path[1:]} STRATEGY file_copy" if like else ""
    with psycopg.connect(host=server, user="servanda", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{template}")
    return f"postgresql://servanda@/{name}?host={quote(server)}"


def drop(place: str) -> None:
    """Take a database away, whoever still uses it."""
    import psycopg

    name, server = urlsplit(place).path[1:], unquote(urlsplit(place).query.removeprefix("host="))
    with psycopg.connect(host=server, user="servanda", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
