"""A PostgreSQL server of the tests' own: a new cluster in a temporary folder, reached through a socket there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

_NUMBERS = count(1)


def programs() -> Path | None:
    """Where the server's programs lie, the newest version's."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def a_server() -> Iterator[str]:
    """A running server; gives its socket's folder. Skips where PostgreSQL is not installed."""
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # The server refuses to run as root; Debian's package made a user for it.
    switch = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if switch:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    subprocess.run(
        [
            *switch,
            where / "initdb",
            "-D",
            data,
            "-U",
            "servanda",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ],
        check=True,
        capture_output=True,
    )
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=32MB"
    control = [*switch, where / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-o", options, "-l", folder / "log", "start"], check=True, capture_output=True)
    try:
        yield str(folder)
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def a_database(server: str, *, like: str = "") -> str:
    """The address of a new database, empty or a copy of another one that nobody uses."""
    import psycopg

    name = f"ledger{next(_NUMBERS)}"
    template = f" TEMPLATE {urlsplit(like).path[1:]} STRATEGY file_copy" if like else ""
    with psycopg.connect(host=server, user="servanda", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{template}")
    return f"postgresql://servanda@/{name}?host={quote(server)}"
