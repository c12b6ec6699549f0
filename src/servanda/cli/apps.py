"""The program as typer sees it, its exit codes, and how it refuses."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from servanda.codebook.refusals import RefusalError

DONE, WITH_PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

ORDER = (
    *(
        "demo",
        "read",
        "code",
        "link",
        "reread",
        "watch",
        "list",
        "show",
        "compare",
        "outlets",
        "challenges",
        "changes",
        "due",
        "brief",
        "words",
    ),
    *("review", "judge", "undo", "agreement", "serve", "publish", "export", "import-judgements", "diff"),
    *("verify", "backup", "restore", "merge", "roles", "lexicon", "score", "job"),
)
"""In which order the help lists the commands: the way of the work. A name that is not here comes last."""


class _InOrder(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


app = typer.Typer(
    cls=_InOrder,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="The ledger of what was promised between states.",
)
lexicon_app = typer.Typer(add_completion=False, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")


class WrongUseError(RefusalError):
    """What was typed cannot be done."""


def refuse(message: str, code: int = WRONG_USE) -> int:
    """Say one line to the user; returns the exit code."""
    sys.stderr.write(f"servanda: {' '.join(message.split())}\n")
    return code
