"""`servanda changes`, `due`, `brief`, `words` and `diff`: what became of undertakings over time."""

from __future__ import annotations

import sys
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Form, Known, LedgerFile, ScoreForm, day, existing, moment, today
from servanda.codebook.vocabulary import About
from servanda.store import Query
from servanda.view.briefs import BriefPage, brief_page
from servanda.view.change_lists import usual_since
from servanda.view.changes import changes_page
from servanda.view.deadlines import WITHIN, due_page
from servanda.view.differences import difference_page
from servanda.view.words import words_page
from servanda.write import briefs, followings
from servanda.write.differences import write_differences
from servanda.write.words import write_words

_USUALLY = timedelta(days=90)
_MOST = 20

Parties = Annotated[list[str] | None, typer.Argument(help="Parties: ids such as KOR, or names; all if none is named.")]
On = Annotated[str, typer.Option("--on", help="The day on which deadlines are looked at; today if not given.")]


@app.command("changes")
def changes_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    parties: Parties = None,
    ledger: LedgerFile = "",
    since: Annotated[
        str,
        typer.Option(
            help="First day of publication that is new: 2025-03-07, yesterday, last week; a week before the newest text if not given."
        ),
    ] = "",
    until: Annotated[str, typer.Option(help="Last day of publication; today if not given.")] = "",
    known_since: Annotated[
        str, typer.Option("--known-since", help="What the ledger took in after this day or moment (UTC) is new.")
    ] = "",
    limit: Annotated[int, typer.Option(min=0, help="How many of each kind to list, the strongest; 0 for all.")] = _MOST,
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Show what is new since a day.

    New undertakings, restatements that change the wording (the strongest first), changes of status, and deadlines that
    passed, each with its sentence and document.
    """
    if since and known_since:
        raise WrongUseError(
            "Give either --since DATE, by day of publication, or --known-since DATE, by day of knowing."
        )
    last = day("--until", until) or today()
    then = moment(known_since, "--known-since")
    asked = day("--since", since) or (then.date() if then else None)
    if asked is not None and asked > last:
        raise WrongUseError(f"--since {asked} lies after --until {last}.")
    with existing(ledger, known) as opened:
        first = asked or usual_since(opened, last)
        page = changes_page(opened, parties or (), since=first, until=last, known_since=then, most=limit or None)
    followings.write_changes(page, form.value, sys.stdout)
    return DONE


@app.command("due")
def due_command(  # noqa: PLR0913, PLR0917
    parties: Parties = None,
    ledger: LedgerFile = "",
    on: On = "",
    within: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="How many days ahead to look; 0 for all.")
    ] = WITHIN,
    alone: Annotated[bool, typer.Option("--alone", help="Also what one party says of itself alone.")] = False,
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Show which deadlines have passed, and which come next, with the words that state them."""
    with existing(ledger, known) as opened:
        page = due_page(opened, parties or (), day("--on", on) or today(), within or None, alone=alone)
    followings.write_due(page, form.value, sys.stdout)
    return DONE


class BriefForm(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"


@app.command("brief")
def brief_command(  # noqa: PLR0913, PLR0917
    parties: Annotated[list[str], typer.Argument(help="Two or more parties: ids such as KOR, or names.")],
    ledger: LedgerFile = "",
    since: Annotated[str, typer.Option(help="First day of publication that is new; 90 days before if not given.")] = "",
    on: Annotated[str, typer.Option("--on", help="The day that it speaks for; today if not given.")] = "",
    known: Known = "",
    form: Annotated[BriefForm, typer.Option("--format", help="How to write it.")] = BriefForm.MARKDOWN,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; standard output if not given.")] = None,
) -> int:
    """Write one page on a relationship, every line cited.

    What is due, reworded, new and come further, what each side promised, exchanges with who asserts them, and sums.
    """
    if len(parties) < 2:
        raise WrongUseError("A brief is about two or more parties, such as: servanda brief KOR USA.")
    if form is BriefForm.DOCX and out is None:
        raise WrongUseError("A DOCX file needs a name: give --out FILE.")
    last = day("--on", on) or today()
    first = day("--since", since) or last - _USUALLY
    with existing(ledger, known) as opened:
        page = brief_page(opened, parties, since=first, on=last)
    try:
        _write_brief(page, form, out)
    except OSError as error:
        raise WrongUseError(f"{out} cannot be written: {error.strerror}.") from error
    return DONE


def _write_brief(page: BriefPage, form: BriefForm, out: Path | None) -> None:
    if out is None:
        briefs.write_brief(page, form.value, sys.stdout)
        return
    if form is BriefForm.DOCX:
        # What writes Word files takes a while to load, which no other command should wait for.
        from servanda.write.brief_documents import write_brief_docx  # noqa: PLC0415

        write_brief_docx(page, out)
    else:
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            briefs.write_brief(page, form.value, stream)
    sys.stderr.write(f"wrote {out}\n")


@app.command("diff")
def diff_command(
    one: Annotated[str, typer.Argument(metavar="A", help="A ledger: its file or address.")],
    other: Annotated[str, typer.Argument(metavar="[B]", help="The later one; A itself, if not given.")] = "",
    known: Annotated[
        list[str] | None,
        typer.Option("--as-known-on", help="A as it stood then; given twice, B as it stood at the second."),
    ] = None,
    form: Annotated[ScoreForm, typer.Option("--format", help="How to write it.")] = ScoreForm.TABLE,
) -> int:
    """Show how two ledgers, or one ledger at two moments, differ.

    Documents, records and threads that are gone, have come, or say something else, with counts.
    """
    moments = tuple(known or ())
    if len(moments) > 2 or not (other or moments):
        raise WrongUseError("Give two ledgers, or one with --as-known-on DATE, once or twice.")
    before, after = (*moments, "", "")[:2]
    with existing(one, before) as first, existing(other or one, after) as second:
        named = (_named(first.place, before), _named(second.place, after))
        page = difference_page(first, second, named=named)
    write_differences(page, form.value, sys.stdout)
    return DONE


def _named(place: str, known: str) -> str:
    return f"{place} as known on {known}" if known else place


@app.command("words")
def words_command(  # noqa: PLR0913, PLR0917
    parties: Parties = None,
    ledger: LedgerFile = "",
    thread: Annotated[str, typer.Option(help="Id of a thread: the words of this undertaking alone.")] = "",
    about: Annotated[About | None, typer.Option(help="What the words characterize, such as challenge.")] = None,
    since: Annotated[str, typer.Option(help="First day of publication, as 2025-03-07.")] = "",
    until: Annotated[str, typer.Option(help="Last day of publication.")] = "",
    known: Known = "",
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TABLE,
) -> int:
    """Show which words characterize a relationship, by whom and since when, and what is no longer said.

    Of one party, what is said of it; of several, what they say of and promise one another.
    """
    asked = Query(since=day("--since", since), until=day("--until", until))
    with existing(ledger, known) as opened:
        page = words_page(opened, parties or (), thread=thread, about=about, query=asked)
    write_words(page, form.value, sys.stdout)
    return DONE
