"""Views of what counts now, with readable columns, for whoever opens the ledger in Datasette or with SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import KINDS
from servanda.codebook.cells import slots_of


@dataclass(frozen=True, slots=True)
class Joiner:
    """How a database joins the values of many rows; each is a pattern.

    Attributes:
        all: every value, in the order of a second column where the database can be told.
        distinct: every value once.
    """

    all: str
    distinct: str


def views_of(joiner: Joiner) -> Iterator[str]:
    """The statements that make the views."""
    locations = joiner.distinct.format("s.location")
    yield (
        "CREATE VIEW documents_view AS SELECT d.id, g.title, g.outlet, g.agency, g.kind, g.published, g.dateline,"
        " g.language, g.actors, g.statements, g.occasions, g.instruments, g.commitments, g.assessments,"
        f" (SELECT {locations} FROM sources s WHERE s.document = d.id) AS locations,"
        " d.text, d.added_at FROM documents d JOIN readings g ON g.document = d.id AND g.superseded_at IS NULL"
    )
    yield (
        "CREATE VIEW problems_view AS SELECT p.code, p.message, p.location, p.document, p.added_at FROM problems p"
        " LEFT JOIN readings g ON g.number = p.reading WHERE g.superseded_at IS NULL"
        " AND p.number NOT IN (SELECT problem FROM closings)"
    )
    for name, kind in KINDS:
        slots = ", ".join(_slot_column(slot, joiner) for slot in slots_of(kind))
        shown = f"r.id, g.title, g.outlet, g.published, r.words AS evidence, {slots}, r.span_start, r.span_end"
        rows = "records r JOIN readings g ON g.number = r.reading AND g.superseded_at IS NULL"
        asked = f"SELECT {shown}, r.score, r.claim, r.document, r.number AS record FROM {rows}"
        yield f"CREATE VIEW {name}_view AS {asked} WHERE r.record_kind = '{name}'"


def _slot_column(slot: str, joiner: Joiner) -> str:
    """The field's value, or the words where it is nothing but words; empty where the text leaves it open."""
    if slot == "mentions":
        return f'r.mentions AS "{slot}"'
    words = joiner.all.format("c.words", "c.position")
    told = f"SELECT coalesce(max(c.value), {words}) FROM cells c WHERE c.record = r.number AND c.slot = '{slot}'"
    return f'({told}) AS "{slot}"'
