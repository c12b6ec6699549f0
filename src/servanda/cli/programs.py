"""Words → calls: one command, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

from servanda import __version__
from servanda.cli.apps import COMMANDS, DONE, STOPPED, app, refuse
from servanda.codebook.refusals import RefusalError


def load_commands(name: str = "") -> None:
    """Import the file of one command; all of them, for the help, where there is no such command.

    One command asks for a fraction of what all of them import, and starts so much sooner.
    """
    if name == "--version":
        return
    for file in [COMMANDS[name]] if name in COMMANDS else COMMANDS.values():
        import_module(f"servanda.cli.{file}")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    load_commands(arguments[0] if arguments else "")
    command = typer.main.get_command(app)
    try:
        done = command.main(list(arguments), prog_name="servanda", standalone_mode=False)
    except TyperException as error:
        # "Value error" is how the library that checks values begins; it means nothing to a user.
        return refuse(error.format_message().replace("Value error, ", ""))
    except RefusalError as error:
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
