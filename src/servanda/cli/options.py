"""The options that several commands share, and what was typed for them as values."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated

import typer

from servanda.cli.apps import WrongUseError
from servanda.settings import Settings, load_settings
from servanda.store import Ledger
from servanda.view.names import date_in_words
from servanda.view.typed_days import EXAMPLES, day_typed


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


Places = Annotated[
    list[str], typer.Argument(metavar="PLACE...", help="Files, folders or web addresses; - reads standard input.")
]
LedgerFile = Annotated[
    str, typer.Option("--ledger", help="The ledger's file; servanda.db, or SERVANDA_LEDGER, if not given.")
]
Host = Annotated[str, typer.Option(help="Where to listen; 127.0.0.1, which is this machine only, if not given.")]
Port = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", min=0, max=65535, help="At which port; 8000 if not given, 0 for a free one."),
]
Published = Annotated[str, typer.Option(help="Day of publication of all of them, as 2025-03-07.")]
Outlet = Annotated[str, typer.Option(help="Who published all of them.")]
Judge = Annotated[str, typer.Option(help="Who judges; SERVANDA_JUDGE, or the name of your account, if not given.")]
Known = Annotated[
    str,
    typer.Option("--as-known-on", help="As the ledger stood at the end of this day (UTC), or at 2025-03-07T12:00Z."),
]
Parser = Annotated[str, typer.Option(help="A spaCy pipeline, or its folder, instead of the packaged language model.")]
Rules = Annotated[bool, typer.Option("--rules", help="Read by rules alone, without the trained model of records.")]


def settings() -> Settings:
    """What the user set for all commands."""
    try:
        return load_settings(os.environ)
    except ValueError as error:
        raise WrongUseError(str(error)) from error


def existing(ledger: str, known: str = "") -> Ledger:
    """A ledger that is there, as it was known at a moment if one was typed, which is said then."""
    then = moment(known)
    if then is None:
        return Ledger.open(ledger or settings().ledger, create=False)
    if then.astimezone(UTC).date() > datetime.now(UTC).date():
        raise WrongUseError(f"--as-known-on {known} lies ahead: a ledger is shown as it stood on a day up to today.")
    opened = Ledger.open(ledger or settings().ledger, create=False)
    first = opened.first_added()
    began = (
        f": nothing, for it took in its first text on {date_in_words(first.date())}" if first and then < first else ""
    )
    sys.stderr.write(f"As the ledger stood on {date_in_words(then.astimezone(UTC).date())} (UTC){began}.\n")
    return opened.as_known_on(then)


def somebody() -> str:
    """Who judges where nobody is named."""
    return settings().judge or getpass.getuser()


def moment(written: str, option: str = "--as-known-on") -> datetime | None:
    """The end of a day, or a moment; a moment without a zone is in UTC."""
    if not written:
        return None
    ended = day_typed(written, datetime.now(UTC).date())
    if ended is not None:
        return datetime.combine(ended, time.max, UTC)
    try:
        told = datetime.fromisoformat(written)
    except ValueError as error:
        raise WrongUseError(f"{option} takes a day such as {EXAMPLES}, not {written!r}.") from error
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def day(option: str, written: str) -> date | None:
    """A day that was typed for an option; None where none was."""
    if not written:
        return None
    told = day_typed(written, today())
    if told is None:
        raise WrongUseError(f"{option} takes a date such as {EXAMPLES}, not {written!r}.")
    return told


def today() -> date:
    """The day of the machine's clock; every view gets the day from here."""
    return date.today()  # noqa: DTZ011 - the user's own day, as the calendar on their wall has it
