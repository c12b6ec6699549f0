"""`servanda review`, `judge`, `undo`, `import-judgements` and `agreement`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, app
from servanda.cli.options import Judge, Known, LedgerFile, ScoreForm, existing, somebody
from servanda.codebook import Problem
from servanda.codebook.vocabulary import Verdict
from servanda.store import UnknownError
from servanda.view import agreement_page, judgement_for, review_queue
from servanda.view.markings import Sheet
from servanda.view.pair_queues import proposed_pairs
from servanda.view.samples import MOST_WRONG, Sample, sample_of
from servanda.write import terminal
from servanda.write.agreements import write_agreement
from servanda.write.annotated_files import judge_names, load_sheets, take_in
from servanda.write.reports import counted


@app.command("review")
def review_command(
    ledger: LedgerFile = "",
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="At most so many.")] = 20,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Pairs of records that may be one, the likeliest first.")
    ] = False,
    known: Known = "",
) -> int:
    """List what is worth a look, the most valuable first.

    Judgements that fit no longer since their document was read anew, then records that are most at stake and least
    sure; what was judged already is left out. With `--pairs`, what linking leaves to a person: judge each pair with `same` or
    `"not the same"`.
    """
    with existing(ledger, known) as opened:
        if pairs:
            terminal.write_pairs(proposed_pairs(opened, limit=limit), sys.stdout)
            return DONE
        terminal.write_queue(review_queue(opened, limit=limit), sys.stdout)
    return DONE


@app.command("judge")
def judge_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    verdict: Annotated[Verdict, typer.Argument(help="What you judge.")],
    keys: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of records, or their beginnings.")],
    why: Annotated[str, typer.Option(help="The reason in words.")] = "",
    slot: Annotated[str, typer.Option(help="For correct: the field.")] = "",
    value: Annotated[str, typer.Option(help="For correct, status and note: what is right, or the note.")] = "",
    by: Judge = "",
    ledger: LedgerFile = "",
) -> int:
    """Say what you think of a record: it is kept with your name and reason, whatever is read anew later.

    `accept`, `reject`, `correct --slot act --value fund`, `status --value fulfilled` and `note --value TEXT` are said of
    one record; `same`, `"not the same"` and `unsure` of two or more.
    """
    with existing(ledger) as opened:
        judged = judgement_for(
            opened, verdict, keys, by=by or somebody(), at=datetime.now(UTC), why=why, slot=slot, value=value
        )
        opened.judge(judged)
    sys.stdout.write(f"{judged.id}\n")
    return DONE


@app.command("undo")
def undo_command(
    key: Annotated[str, typer.Argument(help="Id of a judgement, or its beginning.")],
    why: Annotated[str, typer.Option(help="The reason in words.")] = "",
    by: Judge = "",
    ledger: LedgerFile = "",
) -> int:
    """Take a judgement back; it stays on record as taken back."""
    with existing(ledger) as opened:
        try:
            undone = opened.undo(key, by or somebody(), why)
        except UnknownError as error:
            raise WrongUseError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    sys.stdout.write(f"{undone.id}\n")
    return DONE


@app.command("import-judgements")
def import_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="What Label Studio (JSON), doccano (JSONL), INCEpTION (CAS JSON) or DNA (a folder of CSV) saved.",
        ),
    ],
    by: Judge = "",
    accepts_kept: Annotated[
        bool,
        typer.Option(
            "--accept-kept",
            help="Take records that were left as they are for accepted, once a sample of them was judged one by one.",
        ),
    ] = False,
    ledger: LedgerFile = "",
) -> int:
    """Take in what people changed in a tool for annotation.

    What they rejected or corrected in files of `servanda export` becomes judgements; what fits no record is listed. The
    same file twice changes nothing.
    """
    with existing(ledger) as opened:
        sheets = tuple(load_sheets(paths, opened))
        names = judge_names(by, somebody(), {sheet.by for sheet in sheets if isinstance(sheet, Sheet)})
        if accepts_kept:
            _refuse_unseen(sample_of(opened, [one for one in sheets if isinstance(one, Sheet)], datetime.now(UTC)))
        told = tuple(take_in(opened, sheets, by=names, now=datetime.now(UTC), accepts_kept=accepts_kept))
    problems = [one for one in told if isinstance(one, Problem)]
    added = len(told) - len(problems)
    terminal.write_problems(problems, sys.stderr)
    sys.stdout.write(f"{counted(added, 'judgements')}, {counted(len(problems), 'problems')}\n")
    return WITH_PROBLEMS if problems else DONE


def _refuse_unseen(sample: Sample) -> None:
    if sample.open:
        raise WrongUseError(
            f"--accept-kept would accept {sample.kept} records as they were left. First judge this sample of them one by"
            f" one (servanda judge accept, reject or correct), {len(sample.open)} of {len(sample.records)} still to be"
            f" judged: {' '.join(sample.open)}"
        )
    if not sample.is_good:
        raise WrongUseError(
            f"{len(sample.wrong)} of the sample of {len(sample.records)} were rejected or corrected, more than one in"
            f" {MOST_WRONG}: what was left as it was is not accepted unseen."
        )


@app.command("agreement")
def agreement_command(
    ledger: LedgerFile = "",
    known: Known = "",
    form: Annotated[ScoreForm, typer.Option("--format", help="How to write it.")] = ScoreForm.TABLE,
) -> int:
    """Say how far judges agree, beyond chance.

    Krippendorff's alpha over records that two or more accepted or rejected, and over each field that somebody corrected.
    """
    with existing(ledger, known) as opened:
        write_agreement(agreement_page(opened), form.value, sys.stdout)
    return DONE
