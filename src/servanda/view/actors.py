"""The actors of the ledger as a list, and one actor with what it is called, holds, owes, is owed and said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from servanda.codebook import Actor, ActorId
from servanda.store import ActorRow, Found, Ledger, Query
from servanda.view.aliases import Aliases, aliases_of
from servanda.view.careers import Career, career_of
from servanda.view.fields import Field, Part, fields_of, manners_of
from servanda.view.filters import Filter, filters_of
from servanda.view.moments import of_one_moment
from servanda.view.names import Names, names_in
from servanda.view.networks import Network, network_around
from servanda.view.pagings import Paging, paging_of, settled_on
from servanda.view.sources import Source, source_of
from servanda.view.spellings import documents_of_all, newest_of_all, number_of_all
from servanda.view.tables import Row, columns_of, rows_of

_SHOWN = 10
"""Records of each sort on an actor's page; the rest is one link away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor in the list.

    Attributes:
        id: the actor's canonical id.
        name: its name.
        kind: state, body, office, person or group.
        mentions: how often it is mentioned.
        documents: in how many documents.
        owes: how many commitments bind it.
        owed: how many commitments are given to it.
        said: how many statements it made.
    """

    id: ActorId
    name: str
    kind: str
    mentions: int
    documents: int
    owes: int
    owed: int
    said: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage(Paging):
    """The list of actors.

    Attributes:
        rows: the actors.
        filters: what the page can be narrowed by, and is.
    """

    rows: tuple[ActorLine, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An actor in one document.

    Attributes:
        source: the document.
        record: id of the record of the actor in it.
        name: its fullest name there.
        office: the office it has there, in the document's words.
        mentions: how often it is mentioned.
        words: the different words for it, in the order of the text.
    """

    source: Source
    record: str
    name: str
    office: Field
    mentions: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """Records in which an actor has one part.

    Attributes:
        title: the part, such as `Commitments of the Netherlands`.
        kind: plural name of the records' kind.
        filter: name of the filter that finds all of them.
        total: how many there are.
        shares: the ids of the actor that have some, each with how many.
        columns: names of the columns.
        rows: the first of them.
    """

    title: str
    kind: str
    filter: str
    total: int
    shares: tuple[tuple[ActorId, int], ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """One actor.

    Attributes:
        id: the actor's canonical id; of several the one that stands for all.
        name: its name.
        kind: state, body, office, person or group; `actor` where no document mentions it by itself.
        state: the state that it belongs to, or None where no document says so.
        documents: in how many documents it is mentioned; only the newest are shown.
        appearances: the documents that mention it, with the words for it.
        dealings: what it owes, is owed and said.
        career: the offices of a person over time; None for other actors.
        network: who is bound to whom among a state or alliance and its partners; None for other actors.
        aliases: the other ids of the same actor, and those that may be.
        bodies: the bodies of a state.
        people: the people whom documents give to a state.
    """

    id: ActorId
    name: str
    kind: str
    state: Part | None
    documents: int
    appearances: tuple[Appearance, ...]
    dealings: tuple[Dealings, ...]
    career: Career | None
    network: Network | None
    aliases: Aliases
    bodies: tuple[Part, ...]
    people: tuple[Part, ...]


_APPEARANCES = 100


@of_one_moment
def actors_page(ledger: Ledger, query: Query) -> ActorsPage:
    """One page of the list of actors, those in most documents first."""
    query, upto = settled_on(ledger, query)
    names = names_in(ledger)
    rows, total = ledger.find_actors_page(query)
    filters, _ = filters_of(ledger, "actors", query, names)
    return ActorsPage(
        rows=tuple(_line(row, names) for row in rows),
        filters=filters,
        **paging_of(query, rows, total, upto=upto),
    )


@of_one_moment
def actor_page(ledger: Ledger, actor: ActorId) -> ActorPage | None:
    """One actor, the same whichever of its ids is asked for; None where no document mentions it and no record names it."""
    names = names_in(ledger)
    aliases = aliases_of(ledger, actor, names)
    main = next((alias.actor.id for alias in aliases.same if alias.is_main), actor)
    if main != actor:
        return actor_page(ledger, main)
    found = newest_of_all(ledger, "actors", [Query(actor=key) for key in aliases.ids], _APPEARANCES)
    row = next((row for row in ledger.find_actors(Query(actor=actor, limit=1)) if row.id == actor), None)
    called = names.called(actor)
    parts = (
        (f"Commitments of {called}", "commitments", "debtor"),
        (f"Commitments to {called}", "commitments", "creditor"),
        (f"Statements by {called}", "statements", "speaker"),
    )
    dealings = tuple(_dealings(ledger, part, aliases.ids, names) for part in parts)
    if row is None and not any(part.total for part in dealings):
        return None
    return ActorPage(
        id=actor,
        name=names.actor(actor),
        kind=row.kind if row else "actor",
        state=_state(found, names),
        documents=documents_of_all(ledger, aliases.ids),
        appearances=_appearances(ledger, found, names),
        dealings=dealings,
        career=career_of(ledger, aliases.ids, found, names) if row and row.kind == "person" else None,
        network=_network(ledger, actor, names),
        aliases=aliases,
        bodies=_parts((id_ for id_ in names.actors if id_.startswith(f"{actor}/")), names),
        people=_parts(ledger.find_people().get(actor, ()), names),
    )


def _network(ledger: Ledger, actor: ActorId, names: Names) -> Network | None:
    network = network_around(ledger, actor, names)
    return network if any(actor in (bond.debtor, bond.creditor) for bond in network.bonds) else None


def _parts(actors: Iterable[ActorId], names: Names) -> tuple[Part, ...]:
    parts = (Part(text=names.actor(id_), code=id_, goal="actor", id=id_) for id_ in actors)
    return tuple(sorted(parts, key=lambda part: part.text))


def _line(row: ActorRow, names: Names) -> ActorLine:
    return ActorLine(
        id=row.id,
        name=names.actor(row.id),
        kind=row.kind,
        mentions=row.mentions,
        documents=row.documents,
        owes=row.debtor,
        owed=row.creditor,
        said=row.speaker,
    )


def _appearances(ledger: Ledger, found: tuple[Found, ...], names: Names) -> tuple[Appearance, ...]:
    texts = ledger.find_texts({one.document.id for one in found})
    return tuple(_appearance(one, texts.get(one.document.id, ""), names) for one in found)


def _appearance(one: Found, text: str, names: Names) -> Appearance:
    (office,) = fields_of(one.record, manners_of("actors", "office"), text, names)
    return Appearance(
        source=source_of(one.document),
        record=one.record.id,
        name=one.record.name if isinstance(one.record, Actor) else "",
        office=office,
        mentions=len(one.record.spans),
        words=tuple(dict.fromkeys(" ".join(span.of(text).split()) for span in one.record.spans)),
    )


def _state(found: tuple[Found, ...], names: Names) -> Part | None:
    """The state that the documents give it; None where they give none or do not agree."""
    known = {f.record.state.value for f in found if isinstance(f.record, Actor) and f.record.state.value}
    state = known.pop() if len(known) == 1 else None
    return Part(text=names.called(state), code=state, goal="actor", id=state) if state else None


def _dealings(ledger: Ledger, part: tuple[str, str, str], ids: Sequence[ActorId], names: Names) -> Dealings:
    title, kind, role = part
    given: list[dict[str, Any]] = [{role: key} for key in ids]
    asked = {key: Query(**one) for key, one in zip(ids, given, strict=True)}
    queries = tuple(asked.values())
    return Dealings(
        title=title,
        kind=kind,
        filter=role,
        total=number_of_all(ledger, kind, queries),
        shares=tuple((key, number) for key, query in asked.items() if (number := ledger.count_records(kind, query))),
        columns=columns_of(kind),
        rows=rows_of(ledger, newest_of_all(ledger, kind, queries, _SHOWN), names),
    )
