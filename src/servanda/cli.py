"""Words → calls: the commands of servanda. Each is options, one call, and an exit code.

Exit codes: 0 done, 1 done with problems listed, 2 wrong use; 130 stopped at the keyboard, as shells have it. Data go to standard output; progress, problems and
everything said to a person go to standard error.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import IO, Annotated

import typer
from typer.exceptions import TyperException

from servanda import __version__
from servanda.codebook import Document, Problem, Reading, When
from servanda.codebook.encoding import encode
from servanda.codebook.scoring import score_codings
from servanda.codebook.vocabulary import Verdict
from servanda.intake.query_services import QueryServiceError, fetch_holders
from servanda.lexicon.contents import load_contents
from servanda.lexicon.own_tables import OwnTable, OwnTableError, load_own_table
from servanda.lexicon.wikidata import SERVICE, questions
from servanda.pipeline import Asked, Means, Outcome, PipelineError, code, fetch_documents, means_of, read
from servanda.reading.reader import READER
from servanda.settings import Settings, load_settings
from servanda.store import Ledger, LedgerError, Query, UnknownError, back_up, restore
from servanda.view import agreement_page, document_page, judgement_for, ledger_page, record_page, review_queue
from servanda.view.markings import Sheet
from servanda.view.questions import UnaskableError, settled
from servanda.write import lexicons, listings, scores, terminal, write_export
from servanda.write.agreements import write_agreement
from servanda.write.annotated_files import judge_names, load_sheets, take_in
from servanda.write.coding_files import CodingFolder, CodingStream, load_codings
from servanda.write.reports import counted, write_report

DONE, WITH_PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="The ledger of what was promised between states.",
)
lexicon_app = typer.Typer(add_completion=False, rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")


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


class ScoreForm(StrEnum):
    """How a score or an agreement is written."""

    TABLE = "table"
    JSON = "json"


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
Judge = Annotated[str, typer.Option(help="Who judges; SERVANDA_JUDGE, or the name of your account, if not given.")]
Known = Annotated[
    str,
    typer.Option("--as-known-on", help="As the ledger stood at the end of this day (UTC), or at 2025-03-07T12:00Z."),
]
Parser = Annotated[str, typer.Option(help="A spaCy pipeline, or its folder, instead of the packaged language model.")]


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    command = typer.main.get_command(app)
    try:
        done = command.main(list(arguments), prog_name="servanda", standalone_mode=False)
    except TyperException as error:
        # "Value error" is how the library that checks values begins; it means nothing to a user.
        return _refuse(error.format_message().replace("Value error, ", ""))
    except (WrongUseError, UnaskableError, LedgerError, PipelineError, OwnTableError) as error:
        return _refuse(str(error))
    if done == STOPPED:
        _refuse("Stopped; what was done so far is kept.")
    return int(done or DONE)


def run() -> None:
    """The program `servanda`."""
    sys.exit(main(sys.argv[1:]))


def _refuse(message: str, code: int = WRONG_USE) -> int:
    sys.stderr.write(f"servanda: {' '.join(message.split())}\n")
    return code


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
    parser: Parser = "",
) -> int:
    """Read documents into the ledger.

    The same document twice changes nothing. What cannot be read is listed, and the rest is read.
    """
    asked, means = _asked(published, outlet), _means(parser)
    path = ledger or _settings().ledger
    with Ledger.open(path) as opened:
        documents = fetch_documents(places, asked=asked, stdin=sys.stdin.buffer)
        outcomes = terminal.progress_of(read(documents, opened, places=places, means=means), "Reading", sys.stderr)
        return _report(outcomes, path, sys.stdout)


@app.command("code")
def code_command(
    places: Places,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the codings; without it they go to standard output.")
    ] = None,
    published: Published = "",
    outlet: Outlet = "",
    parser: Parser = "",
) -> int:
    """Read documents without a ledger.

    Each gives one coding in the codebook's form, NAME.txt to NAME.json.
    """
    documents = fetch_documents(places, asked=_asked(published, outlet), stdin=sys.stdin.buffer)
    outcomes = terminal.progress_of(code(documents, means=_means(parser)), "Coding", sys.stderr)
    if out is None:
        return _report(_coded(outcomes, CodingStream(sys.stdout).feed), "standard output", sys.stderr)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUseError(f"The folder {out} cannot be made: {error.strerror}.") from error
    return _report(_coded(outcomes, CodingFolder(out).feed), str(out), sys.stdout)


@app.command("list")
def list_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    ledger: LedgerFile = "",
    debtor: Annotated[str, typer.Option(help="Who is bound: an id such as KOR, or a name.")] = "",
    creditor: Annotated[str, typer.Option(help="To whom it is owed.")] = "",
    speaker: Annotated[str, typer.Option(help="Who says it, such as kevin-rudd or AUS.")] = "",
    actor: Annotated[str, typer.Option(help="Who takes part in any role.")] = "",
    act: Annotated[str, typer.Option(help="What is to be done, such as invest.")] = "",
    firmness: Annotated[str, typer.Option(help="How firmly it binds, such as pledged.")] = "",
    status: Annotated[str, typer.Option(help="How far it has come, such as open.")] = "",
    outlet: Annotated[str, typer.Option(help="Who published the document.")] = "",
    document: Annotated[str, typer.Option(help="Id of the document, or its beginning.")] = "",
    since: Annotated[str, typer.Option(help="First day of publication, as 2025-03-07.")] = "",
    until: Annotated[str, typer.Option(help="Last day of publication.")] = "",
    search: Annotated[str, typer.Option(help='Words, or an "exact phrase".')] = "",
    known: Known = "",
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
    with _existing(ledger, known) as opened:
        listings.write_list(opened, kind.value, settled(opened, kind.value, query), form.value, sys.stdout)
    return DONE


@app.command("show")
def show_command(
    key: Annotated[str, typer.Argument(help="Id of a record or document, or its beginning.")],
    ledger: LedgerFile = "",
    known: Known = "",
) -> int:
    """Show one record or document.

    Of a record its sentence, every field with its words, and how each was worked out; of a document what is known of
    it, and its records.
    """
    with _existing(ledger, known) as opened:
        if key.startswith("d-") and (document := document_page(opened, key)):
            terminal.write_document(document, sys.stdout)
            return DONE
        found = opened.find_record(key)
        page = record_page(opened, found.record.id) if found else None
        if page is None:
            raise WrongUseError(f"No one record or document of the ledger has an id that begins with {key}.")
        terminal.write_record(page, sys.stdout)
    return DONE


@app.command("review")
def review_command(
    ledger: LedgerFile = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
) -> int:
    """List what is worth a look, the most valuable first.

    Judgements that fit no longer since their document was read anew, then records that are most at stake and least
    sure; what was judged already is left out.
    """
    with _existing(ledger) as opened:
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
    with _existing(ledger) as opened:
        judged = judgement_for(
            opened, verdict, keys, by=by or _somebody(), at=datetime.now(UTC), why=why, slot=slot, value=value
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
    with _existing(ledger) as opened:
        try:
            undone = opened.undo(key, by or _somebody(), why)
        except UnknownError as error:
            raise WrongUseError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    sys.stdout.write(f"{undone.id}\n")
    return DONE


@app.command("import-judgements")
def import_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="What Label Studio (JSON), doccano (JSONL) or INCEpTION (CAS JSON) saved."
        ),
    ],
    by: Judge = "",
    accepts_kept: Annotated[
        bool, typer.Option("--accept-kept", help="Take records that were left as they are for accepted.")
    ] = False,
    ledger: LedgerFile = "",
) -> int:
    """Take in what people changed in a tool for annotation.

    What they rejected or corrected in files of `servanda export` becomes judgements; what fits no record is listed. The
    same file twice changes nothing.
    """
    sheets = tuple(load_sheets(paths))
    names = judge_names(by, _somebody(), {sheet.by for sheet in sheets if isinstance(sheet, Sheet)})
    with _existing(ledger) as opened:
        told = tuple(take_in(opened, sheets, by=names, now=datetime.now(UTC), accepts_kept=accepts_kept))
    problems = [one for one in told if isinstance(one, Problem)]
    added = len(told) - len(problems)
    terminal.write_problems(problems, sys.stderr)
    sys.stdout.write(f"{counted(added, 'judgements')}, {counted(len(problems), 'problems')}\n")
    return WITH_PROBLEMS if problems else DONE


@app.command("agreement")
def agreement_command(
    ledger: LedgerFile = "",
    known: Known = "",
    form: Annotated[ScoreForm, typer.Option("--format", help="How to write it.")] = ScoreForm.TABLE,
) -> int:
    """Say how far judges agree, beyond chance.

    Krippendorff's alpha over records that two or more accepted or rejected, and over each field that somebody corrected.
    """
    with _existing(ledger, known) as opened:
        write_agreement(agreement_page(opened), form.value, sys.stdout)
    return DONE


def _somebody() -> str:
    """Who judges where nobody is named."""
    return _settings().judge or getpass.getuser()


@app.command("verify")
def verify_command(ledger: LedgerFile = "") -> int:
    """Check that the ledger is grounded and whole.

    Every field of every record must rest on words of its document, and the file must be as it was written.
    """
    with _existing(ledger) as opened:
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
    with _existing(ledger) as opened:
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
    with _existing(ledger) as opened:
        sys.stderr.write(f"wrote {opened.place}\n")
    return DONE


@app.command("merge")
def merge_command(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="The ledgers to add.")],
    into: Annotated[str, typer.Option("--into", help="The ledger that takes them in; it is made where there is none.")],
) -> int:
    """Make one ledger of several.

    Documents, readings, judgements and problems of all of them are kept. What they do not agree on is listed, and nothing
    is decided about it. The same merge twice changes nothing.
    """
    conflicts = 0
    for ledger in ledgers:
        with _existing(ledger) as other, Ledger.open(into) as opened:
            merged = opened.merge(other)
        terminal.write_problems(merged.conflicts, sys.stderr)
        added = ", ".join(counted(getattr(merged, name), name) for name in ("readings", "judgements", "problems"))
        sys.stdout.write(f"{other.place}: {added} added, {counted(len(merged.conflicts), 'conflicts')}\n")
        conflicts += len(merged.conflicts)
    return WITH_PROBLEMS if conflicts else DONE


@app.command("score")
def score_command(
    gold: Annotated[Path, typer.Argument(help="Folder of NAME.txt beside NAME.json, coded by careful readers.")],
    predicted: Annotated[
        Path, typer.Argument(help="Folder of NAME.json to be measured, as `servanda code` writes them.")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is spurious.")] = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="How to write the score.")] = ScoreForm.TABLE,
) -> int:
    """Measure codings against gold ones, as the codebook says."""
    try:
        score = score_codings(load_codings(gold, predicted))
    except (OSError, ValueError) as error:
        raise WrongUseError(str(error)) from error
    if form is ScoreForm.JSON:
        sys.stdout.write(encode(scores.score_tree(score)).decode() + "\n")
    else:
        sys.stdout.writelines(scores.score_lines(score, misses=misses))
    return DONE


@app.command("export")
def export_command(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="csv: one table a kind; jsonl: one file; inception, label-studio, doccano: for annotation; dna: for "
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
    with _existing(ledger, known) as opened:
        try:
            written = write_export(opened.iter_readings(), form, out, judgements=opened.find_judgements())
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
    """Read the bundled dossier and show it.

    Says what the ledger then holds, and shows the pages.
    """
    dossier = files("servanda") / "dossier"
    with as_file(dossier) as folder, Ledger.open(ledger) as opened:
        done = _report(read(fetch_documents([str(folder)]), opened), ledger, sys.stdout)
        sys.stdout.write("\nSome of what was pledged, newest first, each with its sentence:\n\n")
        terminal.write_ledger(ledger_page(opened, Query(firmness="pledged", limit=5)), sys.stdout)
    sys.stdout.write(f"\nAll of it: servanda list commitments --ledger {ledger}\n")
    if not serve:
        return done
    usual = _settings()
    return _serve(ledger, host or usual.host, usual.port if port is None else port)


@lexicon_app.callback(invoke_without_command=True)
def lexicon_command(context: typer.Context) -> int:
    """Show what the lexicon holds.

    Its tables with their sources, and your own table of holders of offices, which `refresh` brings from Wikidata.
    """
    if context.invoked_subcommand is not None:
        return DONE
    means, path = _means(""), _own_table()
    own = load_own_table(path) if path and path.exists() else None
    sys.stdout.writelines(lexicons.lexicon_lines(f"{READER} {means.version}", load_contents()))
    if path is not None:
        sys.stdout.writelines(lexicons.own_lines(path, own, means.register))
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
    path, where = out or _own_table(), service or _settings().query_service or SERVICE
    if path is None:
        raise WrongUseError("There is no data folder to write to; name a file with --out.")
    if not where.startswith(("https://", "http://")):
        raise WrongUseError(f"--from takes an address that begins with https:// or http://, not {where!r}.")
    today = datetime.now(UTC).date()
    try:
        believed = fetch_holders(where, terminal.progress_of(questions(), "Asking", sys.stderr), today)
    except QueryServiceError as error:
        return _refuse(f"{error} Nothing was changed.", WITH_PROBLEMS)
    if not believed.holders:
        return _refuse(f"The query service {where} named no holders. Nothing was changed.", WITH_PROBLEMS)
    try:
        lexicons.write_own_table(path, OwnTable(believed.holders, where, today.isoformat()))
    except OSError as error:
        raise WrongUseError(f"{path} cannot be written: {error.strerror}.") from error
    sys.stderr.writelines(lexicons.refreshed_lines(path, believed))
    return DONE


def _own_table() -> Path | None:
    """Where the user's own table of holders is or would be; None where only the packaged one is wanted, or can be had."""
    usual = _settings()
    if usual.lexicon:
        return None if usual.lexicon == "packaged" else Path(usual.lexicon)
    return Path(usual.data, "holders.tsv") if usual.data else None


def _means(parser: str) -> Means:
    """The means of reading, with the user's own table where one was made or is asked for."""
    path = _own_table()
    wanted = path is not None and (bool(_settings().lexicon) or _is_there(path))
    return means_of(parser, path if wanted else None)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:  # a home that this account may not look into holds no table of its own
        return False


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


def _existing(ledger: str, known: str = "") -> Ledger:
    moment = _moment(known)
    opened = Ledger.open(ledger or _settings().ledger, create=False)
    return opened if moment is None else opened.as_known_on(moment)


def _moment(written: str) -> datetime | None:
    """The end of a day, or a moment; a moment without a zone is in UTC."""
    if not written:
        return None
    try:
        if len(written) == len("2025-03-07"):
            return datetime.combine(date.fromisoformat(written), time.max, UTC)
        told = datetime.fromisoformat(written)
    except ValueError as error:
        raise WrongUseError(f"--as-known-on takes a day such as 2025-03-07, not {written!r}.") from error
    return told if told.tzinfo else told.replace(tzinfo=UTC)


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


def _report(outcomes: Iterable[Outcome], where: str, out: IO[str]) -> int:
    return WITH_PROBLEMS if write_report(outcomes, where, out, sys.stderr) else DONE


def _coded(outcomes: Iterable[Outcome], write: Callable[[Document, Reading], None]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.document is not None and outcome.reading is not None:
            write(outcome.document, outcome.reading)
        yield outcome
