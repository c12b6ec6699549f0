"""`servanda link`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from servanda.cli.apps import DONE, app
from servanda.cli.options import LedgerFile, existing
from servanda.pipeline import link
from servanda.write.reports import write_linked


@app.command("link")
def link_command(
    ledger: LedgerFile = "",
    again: Annotated[bool, typer.Option("--again", help="Find everything anew.")] = False,
) -> int:
    """Find commitments that are one undertaking.

    Only what is new since the last time is looked at; `servanda read` does so by itself.
    """
    with existing(ledger) as opened:
        write_linked(link(opened, again=again), sys.stdout)
    return DONE
