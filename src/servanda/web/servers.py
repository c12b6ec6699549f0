"""A server for the pages on this machine: the one place where uvicorn is imported."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from servanda.web.app import create_app

_HERE = ("127.0.0.1", "localhost", "[::1]", "::1")


def serve(
    ledger_path: str | os.PathLike[str],
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the pages of a ledger until interrupted.

    Args:
        ledger_path: the ledger's file.
        host: the address to listen at; other machines reach the pages only where it is not this machine's own.
        port: the port; 0 for any free one.
        ready: told the address of the pages once they can be asked for.

    Raises:
        LedgerError: there is no ledger, or it cannot be read.
        OSError: the address cannot be listened at.
    """
    hosts = _HERE if host in _HERE else ("*",)
    config = uvicorn.Config(create_app(ledger_path, hosts=hosts), log_level="warning", server_header=False)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host.strip("[]"), port), family=family) as listening, suppress(KeyboardInterrupt):
        shown = f"[{host.strip('[]')}]" if ":" in host else host
        ready(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])
