"""Words → calls: one command, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from servanda import __version__
from servanda.cli import (
    challenges,
    comparing,
    following,
    judging,
    keeping,
    lexicons,
    linking,
    lists,
    publishing,
    reading,
    rereading,
    roles,
    scoring,
    serving,
)
from servanda.cli.apps import DONE, STOPPED, WrongUseError, app, refuse
from servanda.lexicon.own_tables import OwnTableError
from servanda.pipeline import PipelineError
from servanda.store import LedgerError
from servanda.view.questions import UnaskableError

COMMANDS = (
    reading,
    linking,
    rereading,
    lists,
    comparing,
    challenges,
    following,
    judging,
    keeping,
    roles,
    scoring,
    serving,
    publishing,
    lexicons,
)
"""The files of commands: each adds its own to `app` where it is imported."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    command = typer.main.get_command(app)
    try:
        done = command.main(list(arguments), prog_name="servanda", standalone_mode=False)
    except TyperException as error:
        # "Value error" is how the library that checks values begins; it means nothing to a user.
        return refuse(error.format_message().replace("Value error, ", ""))
    except (WrongUseError, UnaskableError, LedgerError, PipelineError, OwnTableError) as error:
        return refuse(str(error))
    if done == STOPPED:
        refuse("Stopped; what was done so far is kept.")
    return int(done or DONE)


def run() -> None:
    """The program `servanda`."""
    sys.exit(main(sys.argv[1:]))


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """The ledger of what was promised between states."""
    if version:
        sys.stdout.write(f"servanda {__version__}\n")
    elif context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")
