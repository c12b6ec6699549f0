"""`servanda reread`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, app
from servanda.cli.means import means
from servanda.cli.options import Judge, Known, LedgerFile, Parser, Rules, ScoreForm, existing, somebody
from servanda.codebook import Problem
from servanda.pipeline import Means, link, reread
from servanda.store import Ledger
from servanda.view.rereadings import rereading_page
from servanda.write import terminal
from servanda.write.reports import counted, write_linked
from servanda.write.rereadings import write_rereading


@app.command("reread")
def reread_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    shows: Annotated[
        bool, typer.Option("--show", help="Show what would change if what was read anew counted.")
    ] = False,
    accepts: Annotated[bool, typer.Option("--accept", help="Let it count from now on.")] = False,
    drops: Annotated[bool, typer.Option("--drop", help="Let it not count; what counts now goes on counting.")] = False,
    why: Annotated[str, typer.Option(help="With --accept and --drop: the reason in words.")] = "",
    by: Judge = "",
    known: Known = "",
    parser: Parser = "",
    rules: Rules = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="With --show: how to write it.")] = ScoreForm.TABLE,
    ledger: LedgerFile = "",
) -> int:
    """Read the ledger's documents anew with this version of the reader, beside what counts.

    What is found waits until somebody accepts or drops it; meanwhile everything is answered as before, and others may
    read and judge. Stopped and begun again, it goes on where it was.
    """
    if shows + accepts + drops > 1:
        raise WrongUseError("Give one of --show, --accept and --drop, or none of them to read anew.")
    if known and not shows:
        raise WrongUseError("--as-known-on goes with --show: what is past cannot be changed.")
    with existing(ledger, known) as opened:
        if shows:
            write_rereading(rereading_page(opened), form.value, sys.stdout)
            return DONE
        if accepts or drops:
            _decide(opened, by or somebody(), why, accepts=accepts)
            return DONE
        return _read_anew(opened, means(parser, rules=rules))


def _read_anew(opened: Ledger, with_what: Means) -> int:
    problems: list[Problem] = []
    read = 0
    for one in terminal.progress_of(reread(opened, means=with_what), "Reading anew", sys.stderr):
        # What a reading could not read belongs to it, and is listed once it counts.
        problems += () if one.reading else one.problems
        read += one.reading is not None
    terminal.write_problems(problems, sys.stderr)
    sys.stdout.write(f"{counted(read, 'documents')} read anew; servanda reread --show says what would change\n")
    return WITH_PROBLEMS if problems else DONE


def _decide(opened: Ledger, by: str, why: str, *, accepts: bool) -> None:
    number = opened.accept_drafts(by, why) if accepts else opened.drop_drafts(by, why)
    told = "count as they were read anew" if accepts else "count as before; what was read anew is dropped"
    sys.stdout.write(f"{counted(number, 'documents')} {told if number != 1 else told.replace('count', 'counts', 1)}\n")
    if accepts and number:
        write_linked(link(opened, at_once=False), sys.stdout)
