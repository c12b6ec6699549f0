"""`servanda lexicon` and `servanda lexicon refresh`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, lexicon_app, refuse
from servanda.cli.means import means, own_table
from servanda.cli.options import settings
from servanda.intake.query_services import QueryServiceError, fetch_holders
from servanda.lexicon.contents import load_contents
from servanda.lexicon.own_tables import OwnTable, load_own_table
from servanda.lexicon.wikidata import SERVICE, questions
from servanda.reading.reader import READER
from servanda.write import lexicons, terminal


@lexicon_app.callback(invoke_without_command=True)
def lexicon_command(context: typer.Context) -> int:
    """Show what the lexicon holds.

    Its tables with their sources, and your own table of holders of offices, which `refresh` brings from Wikidata.
    """
    if context.invoked_subcommand is not None:
        return DONE
    packaged, path = means(""), own_table()
    own = load_own_table(path) if path and path.exists() else None
    sys.stdout.writelines(lexicons.lexicon_lines(f"{READER} {packaged.version}", load_contents()))
    if path is not None:
        sys.stdout.writelines(lexicons.own_lines(path, own, packaged.register))
    return DONE


@lexicon_app.command("refresh")
def refresh_command(
    service: Annotated[
        str,
        typer.Option("--from", help="A query service of Wikidata's kind; SERVANDA_QUERY_SERVICE, or Wikidata's own."),
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="The table to write; SERVANDA_LEXICON, or your data folder's, if not given.")
    ] = None,
) -> int:
    """Bring newer holders of offices from Wikidata.

    Heads of state and of government, foreign and defense ministers. They go into a table of your own, which readings
    from then on use beside the packaged one. Where anything fails, the former table stays as it was.
    """
    path, where = out or own_table(), service or settings().query_service or SERVICE
    if path is None:
        raise WrongUseError("There is no data folder to write to; name a file with --out.")
    if not where.startswith(("https://", "http://")):
        raise WrongUseError(f"--from takes an address that begins with https:// or http://, not {where!r}.")
    today = datetime.now(UTC).date()
    try:
        believed = fetch_holders(where, terminal.progress_of(questions(), "Asking", sys.stderr), today)
    except QueryServiceError as error:
        return refuse(f"{error} Nothing was changed.", WITH_PROBLEMS)
    if not believed.holders:
        return refuse(f"The query service {where} named no holders. Nothing was changed.", WITH_PROBLEMS)
    try:
        lexicons.write_own_table(path, OwnTable(believed.holders, where, today.isoformat()))
    except OSError as error:
        raise WrongUseError(f"{path} cannot be written: {error.strerror}.") from error
    sys.stderr.writelines(lexicons.refreshed_lines(path, believed))
    return DONE
