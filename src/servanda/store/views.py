"""Views of what counts now, with readable columns, for whoever opens the ledger in Datasette or with SQL.

They are laid upon the view `cells`, which each database makes in its own way of opening JSON.
"""

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
    yield from _views_of_threads()


def _views_of_threads() -> Iterator[str]:
    """Threads with when and in which words they were said, their records, links, and pairs that wait for a person."""
    reading = "JOIN readings g ON g.number = r.reading AND g.superseded_at IS NULL"
    held = f"FROM members m JOIN records r ON r.id = m.record {reading} WHERE m.thread = t.number"
    day = "ORDER BY g.published_from IS NULL, g.published_from"
    first, last = (f"{day} {order}, r.document, r.position LIMIT 1" for order in ("ASC", "DESC"))
    yield (
        "CREATE VIEW threads_view AS SELECT t.id, t.kind, t.records,"
        f" (SELECT count(DISTINCT r.document) {held}) AS documents,"
        f" (SELECT min(g.published_from) {held}) AS first_said, (SELECT max(g.published_from) {held}) AS last_said,"
        f" (SELECT r.words {held} {first}) AS first_words, (SELECT r.words {held} {last}) AS last_words,"
        " t.score, t.reason, t.added_at, t.number AS thread FROM threads t WHERE t.superseded_at IS NULL"
    )
    yield (
        "CREATE VIEW members_view AS SELECT t.id AS thread, t.kind, g.published, g.outlet, g.title,"
        " r.words AS evidence, r.act, r.object, r.firmness, r.id AS record, r.document FROM threads t"
        f" JOIN members m ON m.thread = t.number JOIN records r ON r.id = m.record {reading}"
        " WHERE t.superseded_at IS NULL"
    )
    for name, shown, one, other in (
        ("links", "x.tie, x.slot", "earlier", "later"),
        ("pairs", "x.kind, x.standing", "one", "other"),
    ):
        words = ", ".join(
            f"(SELECT {told} FROM records r {reading} WHERE r.id = x.{end} LIMIT 1) AS {end}_{title}"
            for end in (one, other)
            for told, title in (("r.words", "words"), ("g.published", "published"))
        )
        yield (
            f"CREATE VIEW {name}_view AS SELECT {shown}, {words}, x.reason, x.score, x.{one}, x.{other}, x.added_at"
            f" FROM {name} x WHERE x.superseded_at IS NULL"
        )


def _slot_column(slot: str, joiner: Joiner) -> str:
    """The field's value, or the words where it is nothing but words; empty where the text leaves it open."""
    if slot == "mentions":
        return f'r.mentions AS "{slot}"'
    words = joiner.all.format("c.words", "c.position")
    told = f"SELECT coalesce(max(c.value), {words}) FROM cells c WHERE c.record = r.number AND c.slot = '{slot}'"
    return f'({told}) AS "{slot}"'
