"""`servanda challenges`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from servanda.cli.apps import DONE, app
from servanda.cli.options import Form, Known, LedgerFile, day, existing
from servanda.store import Query
from servanda.view.challenges import challenges_page
from servanda.view.questions import settled
from servanda.write.challenges import write_challenges


@app.command("challenges")
def challenges_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    ledger: LedgerFile = "",
    target: Annotated[str, typer.Option(help="Whose challenge or threat: an id such as PRK, or a name.")] = "",
    since: Annotated[str, typer.Option(help="First day of publication, as 2025-03-07.")] = "",
    until: Annotated[str, typer.Option(help="Last day of publication.")] = "",
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Show each party's words for the same challenge or threat.

    Who calls it what, how often, first and last; spellings of one word are one.
    """
    query = Query(actor=target or None, since=day("--since", since), until=day("--until", until))
    with existing(ledger, known) as opened:
        write_challenges(challenges_page(opened, settled(opened, "assessments", query)), form.value, sys.stdout)
    return DONE
