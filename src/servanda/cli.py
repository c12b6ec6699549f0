"""Words → calls: the commands of servanda. Each is options, one call, and an exit code.

Exit codes: 0 done, 1 done with problems listed, 2 wrong use; 130 stopped at the keyboard, as shells have it. Data go to standard output; progress, problems and
everything said to a person go to standard error.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from servanda import __version__
from servanda.codebook import KINDS, Document, Problem, Reading, When
from servanda.codebook.encoding import encode
from servanda.codebook.scoring import score_codings
from servanda.pipeline import Asked, Outcome, code, fetch_documents, read
from servanda.settings import Settings, load_settings
from servanda.store import Ledger, LedgerError, Query
from servanda.view import ledger_page, record_page
from servanda.write import listings, scores, terminal, write_export
from servanda.write.coding_files import CodingFolder, CodingStream, load_codings

DONE, WITH_PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="The ledger of what was promised between states.",
)


class WrongUseError(Exception):
    """The user asked for what cannot be; its message is the one line that they see."""


class Kind(StrEnum):
    """What can be listed."""

    COMMITMENTS = "commitments"
    STATEMENTS = "statements"
    OCCASIONS = "occasions"
    INSTRUMENTS = "instruments"
    ASSESSMENTS = "assessments"
    ACTORS = "actors"
    DOCUMENTS = "documents"
    PROBLEMS = "problems"


class Form(StrEnum):
    """How a list is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


Places = Annotated[list[str], typer.Argument(help="Files, folders or web addresses; - reads standard input.")]
LedgerFile = Annotated[
    str, typer.Option("--ledger", help="The ledger's file; servanda.db, or SERVANDA_LEDGER, if not given.")
]
Host = Annotated[str, typer.Option(help="Where to listen; 127.0.0.1, which is this machine only, if not given.")]
Port = Annotated[int | None, typer.Option(min=0, max=65535, help="At which port; 8000 if not given, 0 for a free one.")]
Published = Annotated[str, typer.Option(help="Day of publication of all of them, as 2025-03-07.")]
Outlet = Annotated[str, typer.Option(help="Who published all of them.")]


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    command = typer.main.get_command(app)
    try:
        done = command.main(list(arguments), prog_name="servanda", standalone_mode=False)
    except TyperException as error:
        return _refuse(error.format_message())
    except (WrongUseError, LedgerError) as error:
        return _refuse(str(error))
    if done == STOPPED:
        _refuse("Stopped; what was done so far is kept.")
    return int(done or DONE)


def run() -> None:
    """The program `servanda`."""
    sys.exit(main(sys.argv[1:]))


def _refuse(message: str) -> int:
    sys.stderr.write(f"servanda: {' '.join(message.split())}\n")
    return WRONG_USE


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


@app.command("read")
def read_command(
    places: Places,
    ledger: LedgerFile = "",
    published: Published = "",
    outlet: Outlet = "",
) -> int:
    """Take in documents, read them, and add what they say to the ledger."""
    asked = _asked(published, outlet)
    path = ledger or _settings().ledger
    with Ledger.open(path) as opened:
        documents = fetch_documents(places, asked=asked, stdin=sys.stdin.buffer)
        return _report(terminal.progress_of(read(documents, opened, places=places), "Reading", sys.stderr), path)


@app.command("code")
def code_command(
    places: Places,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the codings; without it they go to standard output.")
    ] = None,
    published: Published = "",
    outlet: Outlet = "",
) -> int:
    """Read documents without a ledger: one coding in the codebook's form for each, NAME.txt to NAME.json."""
    documents = fetch_documents(places, asked=_asked(published, outlet), stdin=sys.stdin.buffer)
    outcomes = terminal.progress_of(code(documents), "Coding", sys.stderr)
    if out is None:
        return _report(_coded(outcomes, CodingStream(sys.stdout).feed), "standard output")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUseError(f"The folder {out} cannot be made: {error.strerror}.") from error
    return _report(_coded(outcomes, CodingFolder(out).feed), str(out))


@app.command("list")
def list_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    ledger: LedgerFile = "",
    debtor: Annotated[str, typer.Option(help="Who is bound, such as KOR.")] = "",
    creditor: Annotated[str, typer.Option(help="To whom it is owed.")] = "",
    speaker: Annotated[str, typer.Option(help="Who says it, such as kevin-rudd or AUS.")] = "",
    actor: Annotated[str, typer.Option(help="Who takes part in any role.")] = "",
    act: Annotated[str, typer.Option(help="What is to be done, such as invest.")] = "",
    firmness: Annotated[str, typer.Option(help="How firmly it binds, such as pledged.")] = "",
    status: Annotated[str, typer.Option(help="How far it has come, such as open.")] = "",
    outlet: Annotated[str, typer.Option(help="Who published the document.")] = "",
    document: Annotated[str, typer.Option(help="Id of the document.")] = "",
    since: Annotated[str, typer.Option(help="First day of publication, as 2025-03-07.")] = "",
    until: Annotated[str, typer.Option(help="Last day of publication.")] = "",
    search: Annotated[str, typer.Option(help='Words, or an "exact phrase".')] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 for all.")] = 0,
    form: Annotated[Form, typer.Option("--format", help="How to write the list.")] = Form.TABLE,
) -> int:
    """List what the ledger holds of one kind."""
    query = Query(
        debtor=debtor or None,
        creditor=creditor or None,
        speaker=speaker or None,
        actor=actor or None,
        act=act or None,
        firmness=firmness or None,
        status=status or None,
        outlet=outlet or None,
        document=document or None,
        since=_day("--since", since),
        until=_day("--until", until),
        search=search or None,
        limit=limit or sys.maxsize,
    )
    with _existing(ledger) as opened:
        listings.write_list(opened, kind.value, query, form.value, sys.stdout)
    return DONE


@app.command("show")
def show_command(
    key: Annotated[str, typer.Argument(help="Id of a record, or its beginning.")], ledger: LedgerFile = ""
) -> int:
    """Show one record: its sentence, every field with its words, and how each was worked out."""
    with _existing(ledger) as opened:
        found = opened.find_record(key)
        page = record_page(opened, found.record.id) if found else None
        if page is None:
            raise WrongUseError(f"No one record of the ledger has an id that begins with {key}.")
        terminal.write_record(page, sys.stdout)
    return DONE


@app.command("verify")
def verify_command(ledger: LedgerFile = "") -> int:
    """Check that every cell of the ledger is grounded in its text, and that the file is whole."""
    with _existing(ledger) as opened:
        problems = tuple(opened.verify())
        heads = opened.find_documents(Query(limit=sys.maxsize))
    terminal.write_problems(problems, sys.stderr)
    records = sum(sum(head.counts.values()) for head in heads)
    verdict = f"{len(problems)} problems" if problems else "no ungrounded cell, no damage"
    sys.stdout.write(f"{len(heads)} documents, {records} records: {verdict}\n")
    return WITH_PROBLEMS if problems else DONE


@app.command("score")
def score_command(
    gold: Annotated[Path, typer.Argument(help="Folder of NAME.txt beside NAME.json, coded by careful readers.")],
    predicted: Annotated[
        Path, typer.Argument(help="Folder of NAME.json to be measured, as `servanda code` writes them.")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is spurious.")] = False,
    form: Annotated[Form, typer.Option("--format", help="table or json.")] = Form.TABLE,
) -> int:
    """Measure codings against gold ones, as the codebook says."""
    try:
        score = score_codings(load_codings(gold, predicted))
    except (OSError, ValueError) as error:
        raise WrongUseError(str(error)) from error
    if form is Form.JSON:
        sys.stdout.write(encode(scores.score_tree(score)).decode() + "\n")
    else:
        sys.stdout.writelines(scores.score_lines(score, misses=misses))
    return DONE


@app.command("export")
def export_command(
    form: Annotated[
        str, typer.Argument(metavar="csv|jsonl", help="csv: a folder with one table a kind; jsonl: one file.")
    ],
    out: Annotated[Path, typer.Argument(help="The folder or file to write.")],
    ledger: LedgerFile = "",
) -> int:
    """Write the whole ledger to files; the same ledger gives the same bytes."""
    with _existing(ledger) as opened:
        try:
            written = write_export(opened.iter_readings(), form, out)
        except ValueError as error:
            raise WrongUseError(str(error)) from error
        except OSError as error:
            raise WrongUseError(f"{out} cannot be written: {error.strerror}.") from error
    sys.stderr.write("".join(f"wrote {path}\n" for path in written))
    return DONE


@app.command("serve")
def serve_command(
    ledger: LedgerFile = "",
    host: Host = "",
    port: Port = None,
) -> int:
    """Show the ledger's pages in the browser."""
    usual = _settings()
    return _serve(ledger or usual.ledger, host or usual.host, usual.port if port is None else port)


@app.command("demo")
def demo_command(
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Whether to show the pages after the summary.")
    ] = True,
    ledger: Annotated[str, typer.Option("--ledger", help="The demo's ledger.")] = "servanda-demo.db",
    host: Host = "",
    port: Port = None,
) -> int:
    """Read the bundled dossier into a ledger, say what it holds, and show the pages."""
    dossier = files("servanda") / "dossier"
    with as_file(dossier) as folder, Ledger.open(ledger) as opened:
        done = _report(read(fetch_documents([str(folder)]), opened), ledger)
        sys.stdout.write("\nSome of what was pledged, newest first, each with its sentence:\n\n")
        terminal.write_ledger(ledger_page(opened, Query(firmness="pledged", limit=5)), sys.stdout)
    sys.stdout.write(f"\nAll of it: servanda list commitments --ledger {ledger}\n")
    if not serve:
        return done
    usual = _settings()
    return _serve(ledger, host or usual.host, usual.port if port is None else port)


def _serve(ledger: str, host: str, port: int) -> int:
    # FastAPI takes half a second to import, which no other command should wait for.
    from servanda.web import serve  # noqa: PLC0415

    Ledger.open(ledger, create=False).close()
    try:
        serve(ledger, host=host, port=port, ready=_say_where)
    except OSError as error:
        raise WrongUseError(f"The pages cannot be served at {host}:{port}: {error.strerror or error}.") from error
    return DONE


def _say_where(address: str) -> None:
    sys.stdout.write(f"The pages are at {address} (Ctrl+C to stop).\n")
    sys.stdout.flush()


def _settings() -> Settings:
    try:
        return load_settings(os.environ)
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def _existing(ledger: str) -> Ledger:
    return Ledger.open(ledger or _settings().ledger, create=False)


def _asked(published: str, outlet: str) -> Asked:
    try:
        return Asked(published=When.parse(published) if published else None, outlet=outlet or None)
    except ValueError as error:
        raise WrongUseError(f"--published takes a date such as 2025-03-07, not {published!r}.") from error


def _day(option: str, written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise WrongUseError(f"{option} takes a date such as 2025-03-07, not {written!r}.") from error


def _report(outcomes: Iterable[Outcome], where: str) -> int:
    """Run through all documents, then say how many there were, what they held, and what went wrong."""
    changes: Counter[str] = Counter()
    records: Counter[str] = Counter()
    problems: list[Problem] = []
    for outcome in outcomes:
        problems += outcome.problems
        if outcome.reading is not None:
            changes[outcome.change or "coded"] += 1
            records.update({name: len(getattr(outcome.reading, name)) for name, _ in KINDS})
    terminal.write_problems(problems, sys.stderr)
    told = ", ".join(f"{count} {change}" for change, count in changes.items()) or "none"
    held = ", ".join(f"{records[name]} {name}" for name, _ in KINDS)
    say = sys.stderr if where == "standard output" else sys.stdout
    say.write(f"{where}: documents: {told}; {held}; {len(problems)} problems\n")
    return WITH_PROBLEMS if problems else DONE


def _coded(outcomes: Iterable[Outcome], write: Callable[[Document, Reading], None]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.document is not None and outcome.reading is not None:
            write(outcome.document, outcome.reading)
        yield outcome
