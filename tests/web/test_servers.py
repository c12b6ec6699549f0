"""The server says where the pages are, ends when interrupted, and refuses a port that is taken."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from sample_ledgers import make_ledger
from servanda.web import serve

PROGRAM = (
    "import sys; from servanda.web import serve; serve(sys.argv[1], port=0, ready=lambda at: print(at, flush=True))"
)


@pytest.mark.slow
def test_the_pages_are_there_when_their_address_is_given_and_end_when_interrupted(tmp_path):
    ledger = make_ledger(tmp_path / "sample.db")
    with subprocess.Popen([sys.executable, "-c", PROGRAM, ledger], stdout=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(address) as answer:
            assert b"<h1>Relationships</h1>" in answer.read()
        os.kill(server.pid, signal.SIGINT)
        assert server.wait(10) == 0


def test_a_port_that_is_taken_is_refused(tmp_path):
    ledger = make_ledger(tmp_path / "sample.db")
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve(ledger, port=taken.getsockname()[1])
