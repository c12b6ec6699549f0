"""`servanda follow`: a standing body over documents."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Form, Known, LedgerFile, existing
from servanda.view.followings import follow_body
from servanda.write.bodies import write_body


@app.command("follow")
def follow_command(
    body: Annotated[
        str, typer.Argument(help="A group, council or forum: its name, or the initials that a text gives.")
    ],
    ledger: LedgerFile = "",
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Follow a group or council from its founding to its meetings.

    Every undertaking, meeting and instrument that names it, the oldest first; of other documents the sentence.
    """
    with existing(ledger, known) as opened:
        following = follow_body(opened, body)
        if following is None:
            raise WrongUseError(f"No document of the ledger names {body!r}.")
        write_body(following, form.value, sys.stdout)
    return DONE
