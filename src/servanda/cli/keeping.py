"""`servanda verify`, `backup`, `restore`, `merge` and `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, app
from servanda.cli.options import Known, LedgerFile, existing
from servanda.store import Ledger, Query, back_up, restore
from servanda.view.link_rows import link_rows
from servanda.write import terminal, write_export
from servanda.write.reports import counted, write_linked


@app.command("verify")
def verify_command(ledger: LedgerFile = "") -> int:
    """Check that the ledger is grounded and whole.

    Every field of every record must rest on words of its document, and the file must be as it was written.
    """
    with existing(ledger) as opened:
        problems = tuple(opened.verify())
        heads = opened.find_documents(Query(limit=sys.maxsize))
    terminal.write_problems(problems, sys.stderr)
    records = sum(sum(head.counts.values()) for head in heads)
    verdict = counted(len(problems), "problems") if problems else "no ungrounded cell, no damage"
    sys.stdout.write(f"{counted(len(heads), 'documents')}, {counted(records, 'records')}: {verdict}\n")
    return WITH_PROBLEMS if problems else DONE


@app.command("backup")
def backup_command(
    file: Annotated[Path, typer.Argument(help="The new file.")],
    ledger: LedgerFile = "",
) -> int:
    """Copy the ledger as it stands now into a file, which is a ledger itself.

    Others may read and write meanwhile.
    """
    with existing(ledger) as opened:
        back_up(opened, file)
    sys.stderr.write(f"wrote {file}\n")
    return DONE


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A copy that servanda backup made, or any ledger's file.")],
    ledger: Annotated[str, typer.Option("--ledger", help="The new ledger: a file, or an empty database of a server.")],
) -> int:
    """Bring a copy back as a new ledger."""
    restore(file, ledger)
    with existing(ledger) as opened:
        sys.stderr.write(f"wrote {opened.place}\n")
    return DONE


@app.command("merge")
def merge_command(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="The ledgers to add.")],
    into: Annotated[str, typer.Option("--into", help="The ledger that takes them in; it is made where there is none.")],
) -> int:
    """Make one ledger of several.

    Documents, readings, judgements and problems of all of them are kept. What they do not agree on is listed, and nothing
    is decided about it. The same merge twice changes nothing. Then the new commitments are linked with those that are
    the same undertaking.
    """
    conflicts = 0
    for ledger in ledgers:
        with existing(ledger) as other, Ledger.open(into) as opened:
            merged = opened.merge(other)
        terminal.write_problems(merged.conflicts, sys.stderr)
        added = ", ".join(counted(getattr(merged, name), name) for name in ("readings", "judgements", "problems"))
        sys.stdout.write(f"{other.place}: {added} added, {counted(len(merged.conflicts), 'conflicts')}\n")
        conflicts += len(merged.conflicts)
    # With it come all rules of the reading, which the other commands of this file do not need.
    from servanda.pipeline import link  # noqa: PLC0415

    with existing(into) as opened:
        linked = link(opened)
    if linked.records:
        write_linked(linked, sys.stdout)
    return WITH_PROBLEMS if conflicts else DONE


@app.command("export")
def export_command(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="csv: one table a kind; jsonl: one file; events: in PLOVER's and CAMEO's form; inception, label-studio, doccano: for annotation; dna: for "
            "Discourse Network Analyzer.",
        ),
    ],
    out: Annotated[Path, typer.Argument(help="The folder to write; for jsonl and doccano a file.")],
    ledger: LedgerFile = "",
    known: Known = "",
) -> int:
    """Write the whole ledger to files.

    The same ledger gives the same bytes.
    """
    with existing(ledger, known) as opened:
        try:
            readings = terminal.progress_of(opened.iter_readings(), "Exporting", sys.stderr)
            written = write_export(readings, form, out, judgements=opened.find_judgements(), linked=link_rows(opened))
        except ValueError as error:
            raise WrongUseError(str(error)) from error
        except OSError as error:
            raise WrongUseError(f"{out} cannot be written: {error.strerror}.") from error
    sys.stderr.write("".join(f"wrote {path}\n" for path in written))
    return DONE
