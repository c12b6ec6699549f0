"""The program as typer sees it, its exit codes, and how it refuses."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperGroup

from servanda.codebook.refusals import RefusalError

DONE, WITH_PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "demo": "serving",
        "read": "reading",
        "code": "reading",
        "link": "linking",
        "reread": "rereading",
        "list": "lists",
        "show": "lists",
        "compare": "comparing",
        "outlets": "comparing",
        "challenges": "challenges",
        "follow": "bodies",
        "changes": "following",
        "due": "following",
        "brief": "following",
        "words": "following",
        "review": "judging",
        "judge": "judging",
        "undo": "judging",
        "agreement": "judging",
        "serve": "serving",
        "publish": "publishing",
        "export": "keeping",
        "import-judgements": "judging",
        "diff": "following",
        "verify": "keeping",
        "backup": "keeping",
        "restore": "keeping",
        "merge": "keeping",
        "roles": "roles",
        "lexicon": "lexicons",
        "score": "scoring",
    }
)
"""The file of each command, in the order of the help, which is the way of the work. A file adds its own to `app` where it is imported."""


class _InOrder(TyperGroup):
    def list_commands(self, ctx: Any) -> list[str]:
        known = set(super().list_commands(ctx))
        return [name for name in COMMANDS if name in known]


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
