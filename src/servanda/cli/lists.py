"""`servanda list` and `servanda show`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import Form, Kind, Known, LedgerFile, day, existing
from servanda.codebook import ActorId
from servanda.store import Ledger, Query, Seen
from servanda.view import actor_page, document_page, record_page, thread_page
from servanda.view.questions import UnaskableError, actor_asked, fields_asked, settled
from servanda.view.undertakings import between_of, settled_sides
from servanda.write import listings, terminal
from servanda.write.actors import write_actor
from servanda.write.threads import beside_lines, write_thread


@app.command("list")
def list_command(  # noqa: PLR0913, PLR0917 - typer reads the options from the signature
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    ledger: LedgerFile = "",
    debtor: Annotated[str, typer.Option(help="Who is bound: an id such as KOR, or a name.")] = "",
    creditor: Annotated[str, typer.Option(help="To whom it is owed.")] = "",
    between: Annotated[
        str, typer.Option(metavar="ONE,OTHER", help="Two parties: what either owes the other, and what both promise.")
    ] = "",
    speaker: Annotated[str, typer.Option(help="Who says it, such as kevin-rudd or AUS.")] = "",
    actor: Annotated[str, typer.Option(help="Who takes part in any role.")] = "",
    act: Annotated[str, typer.Option(help="What is to be done, such as invest.")] = "",
    sector: Annotated[str, typer.Option(help="The field of policy, such as energy.")] = "",
    firmness: Annotated[str, typer.Option(help="How firmly it binds, such as pledged.")] = "",
    status: Annotated[str, typer.Option(help="How far it has come, such as open.")] = "",
    outlet: Annotated[str, typer.Option(help="Who published the document.")] = "",
    document: Annotated[str, typer.Option(help="Id of the document, or its beginning.")] = "",
    since: Annotated[str, typer.Option(help="First day of publication, as 2025-03-07.")] = "",
    until: Annotated[str, typer.Option(help="Last day of publication.")] = "",
    happened_since: Annotated[str, typer.Option(help="First day of a record's own date or deadline.")] = "",
    happened_until: Annotated[str, typer.Option(help="Last day of it.")] = "",
    learned_since: Annotated[str, typer.Option(help="First day on which the ledger learned it.")] = "",
    learned_until: Annotated[str, typer.Option(help="Last day on which it did.")] = "",
    where: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=VALUE", help="Another field, such as novelty=new; any number.")
    ] = None,
    judged: Annotated[
        str, typer.Option(help="What people said of it: nobody, anybody, accepted, corrected or rejected.")
    ] = "",
    search: Annotated[str, typer.Option(help='Words, or an "exact phrase".')] = "",
    known: Known = "",
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=0, help="At most so many; 0 for all.")] = 0,
    form: Annotated[Form, typer.Option("--format", help="How to write the list.")] = Form.TABLE,
) -> int:
    """List what the ledger holds of one kind.

    `--debtor` with `--creditor` leaves out what both promise together (to each other, jointly): `--between KOR,USA` has
    that too, and what the other owes.
    """
    query = Query(
        debtor=debtor or None,
        creditor=creditor or None,
        speaker=speaker or None,
        actor=actor or None,
        act=act or None,
        sector=sector or None,
        firmness=firmness or None,
        status=status or None,
        outlet=outlet or None,
        document=document or None,
        since=day("--since", since),
        until=day("--until", until),
        happened_since=day("--happened-since", happened_since),
        happened_until=day("--happened-until", happened_until),
        learned_since=day("--learned-since", learned_since),
        learned_until=day("--learned-until", learned_until),
        search=search or None,
        judged=_seen(judged),
        limit=limit or sys.maxsize,
    )
    query = replace(query, **fields_asked(kind.value, where or ()))
    with existing(ledger, known) as opened:
        query = replace(settled(opened, kind.value, query), between=_between(opened, kind, between))
        listings.write_list(opened, kind.value, query, form.value, sys.stdout)
    return DONE


def _between(opened: Ledger, kind: Kind, typed: str) -> tuple[tuple[ActorId, ...], ...] | None:
    if not typed:
        return None
    parties = [part.strip() for part in typed.split(",")]
    if kind is not Kind.COMMITMENTS or len(parties) != 2 or not all(parties):
        raise WrongUseError(f"--between takes two parties of commitments, such as KOR,USA, not {typed!r}.")
    return between_of(opened, settled_sides(opened, parties))


def _seen(typed: str) -> Seen | None:
    if typed and typed not in set(Seen):
        raise WrongUseError(f"--judged takes {', '.join(Seen)}, not {typed!r}.")
    return Seen(typed) if typed else None


@app.command("show")
def show_command(
    key: Annotated[
        str, typer.Argument(help="Id of a record, document or thread, or its beginning; id or name of an actor.")
    ],
    ledger: LedgerFile = "",
    known: Known = "",
) -> int:
    """Show one record, document, thread or actor.

    Of a record its sentence, every field with its words, and how each was worked out, and of a commitment what else
    names the groups that it founds; of a document what is known of
    it, and its records; of a thread each time that it was said, and what changed; of an actor
    its other spellings with reasons, and its offices over time.
    """
    with existing(ledger, known) as opened:
        if not any(show(opened, key) for show in (_show_document, _show_thread, _show_record)):
            _show_actor(opened, key)
    return DONE


def _show_document(opened: Ledger, key: str) -> bool:
    document = document_page(opened, key) if key.startswith("d-") else None
    if document is not None:
        terminal.write_document(document, sys.stdout)
    return document is not None


def _show_thread(opened: Ledger, key: str) -> bool:
    thread = thread_page(opened, key, datetime.now(UTC).date()) if key.startswith("t-") else None
    if thread is not None:
        write_thread(thread, sys.stdout)
    return thread is not None


def _show_record(opened: Ledger, key: str) -> bool:
    found = opened.find_record(key)
    page = record_page(opened, found.record.id) if found else None
    if found is None or page is None:
        return False
    terminal.write_record(page, sys.stdout)
    undertaking = thread_page(opened, found.record.id, datetime.now(UTC).date())
    if undertaking is not None:
        sys.stdout.writelines(f"{line}\n" for line in beside_lines(undertaking))
    return True


def _show_actor(opened: Ledger, key: str) -> None:
    try:
        actor = actor_asked(opened, key, anywhere=False)
    except UnaskableError as error:
        raise WrongUseError(
            f"No record, document or thread of the ledger has an id that begins with {key!r}, or several have. {error}"
        ) from error
    page = actor_page(opened, actor)
    if page is None:
        raise WrongUseError(f"No document of the ledger mentions {actor}.")
    write_actor(page, sys.stdout)
