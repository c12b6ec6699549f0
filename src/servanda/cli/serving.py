"""`servanda serve` and `servanda demo`."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Host, LedgerFile, Port, settings
from servanda.cli.reading import report
from servanda.pipeline import fetch_documents, link, read
from servanda.store import Ledger, Query
from servanda.view import ledger_page
from servanda.write import terminal
from servanda.write.reports import write_linked


@app.command("serve")
def serve_command(
    ledger: LedgerFile = "",
    host: Host = "",
    port: Port = None,
    allow_review: Annotated[
        bool, typer.Option("--allow-review", help="Let whoever opens the address that is printed judge records.")
    ] = False,
) -> int:
    """Show the ledger's pages in the browser.

    They only read, unless --allow-review is given: then an address with a token is printed, and whoever opens it may
    judge.
    """
    usual = settings()
    place = host or usual.host, usual.port if port is None else port
    return _serve(ledger or usual.ledger, *place, allow_review=allow_review)


@app.command("demo")
def demo_command(
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Whether to show the pages after the summary.")
    ] = True,
    ledger: Annotated[str, typer.Option("--ledger", help="The demo's ledger.")] = "servanda-demo.db",
    host: Host = "",
    port: Port = None,
) -> int:
    """Read the bundled dossier and show it.

    Says what the ledger then holds, and shows the pages.
    """
    dossier = files("servanda") / "dossier"
    with as_file(dossier) as folder, Ledger.open(ledger) as opened:
        done = report(read(fetch_documents([str(folder)]), opened), ledger, sys.stdout)
        write_linked(link(opened), sys.stdout)
        sys.stdout.write("\nSome of what was pledged, newest first, each with its sentence:\n\n")
        terminal.write_ledger(ledger_page(opened, Query(firmness="pledged", limit=5)), sys.stdout)
    sys.stdout.write(f"\nAll of it: servanda list commitments --ledger {ledger}\n")
    if not serve:
        return done
    usual = settings()
    return _serve(ledger, host or usual.host, usual.port if port is None else port)


def _serve(ledger: str, host: str, port: int, *, allow_review: bool = False) -> int:
    # FastAPI takes half a second to import, which no other command should wait for.
    from servanda.web import Sessions, serve  # noqa: PLC0415

    Ledger.open(ledger, create=False).close()
    sessions = Sessions(judge=settings().judge) if allow_review else None

    def say_where(address: str) -> None:
        sys.stdout.write(f"The pages are at {address} (Ctrl+C to stop).\n")
        if sessions:
            sys.stdout.write(f"To review, open {address}review/enter?token={sessions.token}\n")
        sys.stdout.flush()

    try:
        serve(ledger, host=host, port=port, ready=say_where, sessions=sessions)
    except OSError as error:
        raise WrongUseError(f"The pages cannot be served at {host}:{port}: {error.strerror or error}.") from error
    return DONE
