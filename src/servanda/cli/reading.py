"""`servanda read` and `servanda code`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Annotated

import typer

from servanda.cli.apps import DONE, WITH_PROBLEMS, WrongUseError, app
from servanda.cli.means import asked_of, means
from servanda.cli.options import LedgerFile, Outlet, Parser, Places, Published, Rules, settings
from servanda.codebook import Document, Reading
from servanda.pipeline import Outcome, code, fetch_documents, link, read
from servanda.store import Ledger
from servanda.write import terminal
from servanda.write.coding_files import CodingFolder, CodingStream
from servanda.write.reports import write_linked, write_report


@app.command("read")
def read_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    places: Places,
    ledger: LedgerFile = "",
    published: Published = "",
    outlet: Outlet = "",
    parser: Parser = "",
    rules: Rules = False,
) -> int:
    """Read documents into the ledger.

    The same document twice changes nothing. What cannot be read is listed, and the rest is read. Then the new
    commitments are linked with those that are the same undertaking.
    """
    asked, with_what = asked_of(published, outlet), means(parser, rules=rules)
    path = ledger or settings().ledger
    _refuse_nothing(places)
    with Ledger.open(path) as opened:
        documents = fetch_documents(places, asked=asked, stdin=sys.stdin.buffer)
        outcomes = terminal.progress_of(read(documents, opened, places=places, means=with_what), "Reading", sys.stderr)
        done = report(outcomes, path, sys.stdout)
        linked = link(opened, at_once=False)
        if linked.records:
            write_linked(linked, sys.stdout)
        return done


def _refuse_nothing(places: Sequence[str]) -> None:
    """A mistyped name alone makes no ledger; among other places it is listed as a problem."""
    if not any(place == "-" or "://" in place or _stands(Path(place)) for place in places):
        raise WrongUseError(f"There is no file or folder {places[0]}.")


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # what cannot be looked at is told of where it is read
        return True


@app.command("code")
def code_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    places: Places,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the codings; without it they go to standard output.")
    ] = None,
    published: Published = "",
    outlet: Outlet = "",
    parser: Parser = "",
    rules: Rules = False,
) -> int:
    """Read documents without a ledger.

    Each gives one coding in the codebook's form, NAME.txt to NAME.json.
    """
    documents = fetch_documents(places, asked=asked_of(published, outlet), stdin=sys.stdin.buffer)
    outcomes = terminal.progress_of(code(documents, means=means(parser, rules=rules)), "Coding", sys.stderr)
    if out is None:
        return report(_coded(outcomes, CodingStream(sys.stdout).feed), "standard output", sys.stderr)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUseError(f"The folder {out} cannot be made: {error.strerror}.") from error
    return report(_coded(outcomes, CodingFolder(out).feed), str(out), sys.stdout)


def report(outcomes: Iterable[Outcome], where: str, out: IO[str]) -> int:
    """Say what became of the documents; returns the exit code."""
    return WITH_PROBLEMS if write_report(outcomes, where, out, sys.stderr) else DONE


def _coded(outcomes: Iterable[Outcome], write: Callable[[Document, Reading], None]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.document is not None and outcome.reading is not None:
            write(outcome.document, outcome.reading)
        yield outcome
