"""`servanda publish`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Known, LedgerFile, existing, moment, settings
from servanda.view.link_rows import link_rows
from servanda.write import terminal, write_export
from servanda.write.reports import counted


@app.command("publish")
def publish_command(
    folder: Annotated[Path, typer.Argument(help="The folder to write: new, empty, or a former publication.")],
    ledger: LedgerFile = "",
    every_record: Annotated[
        bool, typer.Option("--every-record", help="Write a page for each record, however many there are.")
    ] = False,
    known: Known = "",
) -> int:
    """Write the pages into a folder, to be opened from there or put on any web server.

    They can be searched in the browser, and the tables of the ledger lie beside them. The same ledger gives the same
    bytes. Of more than 20,000 records each is shown in its document alone.
    """
    # FastAPI takes half a second to import, which no other command should wait for.
    from servanda.web import OccupiedError, publish  # noqa: PLC0415

    place = ledger or settings().ledger

    def write_tables(out: Path) -> None:
        with existing(place, known) as opened:
            judged, linked = opened.find_judgements(), link_rows(opened)
            write_export(opened.iter_readings(), "csv", out, judgements=judged, linked=linked)

    existing(place).close()
    try:
        pages = publish(place, folder, data=write_tables, every_record=every_record, known=moment(known))
        written = sum(1 for _ in terminal.progress_of(pages, "Publishing", sys.stderr))
    except OccupiedError as error:
        raise WrongUseError(str(error)) from error
    except OSError as error:
        raise WrongUseError(f"{folder} cannot be written: {error.strerror}.") from error
    sys.stderr.write(f"wrote {counted(written, 'pages')}; open {folder / 'index.html'}\n")
    return DONE
