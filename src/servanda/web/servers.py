"""A server for the pages on this machine: the one place where uvicorn is imported."""

from __future__ import annotations

import os

import uvicorn

from servanda.web.app import create_app

_HERE = ("127.0.0.1", "localhost", "[::1]", "::1")


def serve(ledger_path: str | os.PathLike[str], host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the pages of a ledger until interrupted.

    Args:
        ledger_path: the ledger's file.
        host: the address to listen at; other machines reach the pages only where it is not this machine's own.
        port: the port.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
    """
    hosts = _HERE if host in _HERE else ("*",)
    uvicorn.run(create_app(ledger_path, hosts=hosts), host=host, port=port, log_level="warning", server_header=False)
