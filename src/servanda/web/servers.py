"""A server for the pages on this machine: the one place where uvicorn is imported."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

import uvicorn

from servanda.store import Ledger, LedgerError
from servanda.web.app import create_app
from servanda.web.sessions import Sessions

_HERE = ("127.0.0.1", "localhost")


_SELDOM = (20_000, 50, 100)
"""After how many new objects Python looks for what nothing refers to any more: at its usual pace it would do so within
most pages, and go through everything that the server holds."""


def warm(ledger: Ledger) -> None:
    """Ask what every page needs before anybody waits for it; the ledger keeps the answers until something is read."""
    with suppress(LedgerError):
        ledger.find_names()
        ledger.find_relationships()
        ledger.find_sides()
        ledger.find_years()
    # What is there by now stays as long as the server: it is passed over when Python tidies up.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def serve(
    ledger_path: str | os.PathLike[str],
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    ready: Callable[[str], None] | None = None,
    sessions: Sessions | None = None,
) -> None:
    """Serve the pages of a ledger until interrupted.

    Args:
        ledger_path: the ledger's file.
        host: the address to listen at; other machines reach the pages only where it is not this machine's own.
        port: the port; 0 for any that is free.
        ready: called with the pages' address as soon as they can be asked for.
        sessions: who may review; None lets everybody read, and nobody write.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
        OSError: the host is not this machine's, or the port is taken or forbidden.
    """
    app = create_app(ledger_path, hosts=_HERE if host in _HERE else ("*",), sessions=sessions)
    Thread(target=warm, args=(app.state.ledger,), daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening, suppress(KeyboardInterrupt):
        if ready is not None:
            name = f"[{host}]" if ":" in host else host
            ready(f"http://{name}:{listening.getsockname()[1]}/")
        server.run(sockets=[listening])
