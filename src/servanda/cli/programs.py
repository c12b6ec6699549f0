"""Words → calls: one command, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Annotated

import typer
from typer.exceptions import TyperException

from servanda import __version__
from servanda.cli.apps import DONE, STOPPED, app, refuse
from servanda.codebook.refusals import RefusalError

COMMANDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reading": ("read", "code"),
        "linking": ("link",),
        "rereading": ("reread",),
        "lists": ("list", "show"),
        "comparing": ("compare", "outlets"),
        "challenges": ("challenges",),
        "following": ("changes", "due", "brief", "diff", "words"),
        "judging": ("review", "judge", "undo", "import-judgements", "agreement"),
        "keeping": ("verify", "backup", "restore", "merge", "export"),
        "roles": ("roles",),
        "scoring": ("score",),
        "serving": ("serve", "demo"),
        "publishing": ("publish",),
        "lexicons": ("lexicon",),
    }
)
"""The files of commands and the commands of each; a file adds its own to `app` where it is imported."""


def load_commands(name: str = "") -> None:
    """Import the file of one command; all of them, for the help, where there is no such command.

    One command asks for a fraction of what all of them import, and starts so much sooner.
    """
    if name == "--version":
        return
    for file in [file for file, names in COMMANDS.items() if name in names] or COMMANDS:
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
