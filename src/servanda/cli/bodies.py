"""`servanda follow`: a standing body over documents."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Form, Known, LedgerFile, existing
from servanda.lexicon.states import load_states
from servanda.view.callings import actors_called
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
        states = actors_called(opened, body, {key: one.name for key, one in load_states().items()})
        if len(states) == 1:
            raise WrongUseError(
                f"{load_states()[states[0]].name} is a state, and only bodies are followed: "
                f"ask `servanda show {states[0]}` or `servanda changes {states[0]} --since DATE`."
            )
        following = follow_body(opened, body)
        if following is None:
            raise WrongUseError(f"No document of the ledger names {body!r}.")
        write_body(following, form.value, sys.stdout)
    return DONE
