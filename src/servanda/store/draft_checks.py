"""The readings that wait, or waited, checked against their documents and against what was decided about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from servanda.codebook import Problem, Reading
from servanda.codebook.grounding import ungrounded
from servanda.store.drafts import Decision, hash_of_body, reading_of
from servanda.store.finds import load_document, load_reading
from servanda.store.rows import DamageError, differences
from servanda.store.schema import decisions, drafts, readings


def find_draft_faults(connection: Connection) -> Iterator[Problem]:
    """What in the readings that wait, and in what became of them, does not agree with itself."""
    decided = drafts.outerjoin(decisions, decisions.c.draft == drafts.c.number)
    base = decided.join(readings, readings.c.number == drafts.c.reading)
    told = (readings.c.document.label("of_base"), readings.c.superseded_by)
    asked = select(drafts.c.number, decisions.c.outcome, *told).select_from(base).order_by(drafts.c.number)
    for row in connection.execute(asked).mappings().all():
        held = connection.execute(select(drafts).where(drafts.c.number == row["number"])).mappings().one()
        yield from _draft_faults(connection, held, row)


def _draft_faults(connection: Connection, held: RowMapping, row: RowMapping) -> Iterator[Problem]:
    try:
        reading = reading_of(held["body"])
        document = load_document(connection, held["reading"])
        unkept = tuple(_decision_faults(connection, row, reading))
    except DamageError as error:
        yield _damage(held, str(error))
        return
    due: dict[str, Any] = {name: getattr(reading, name) for name in ("document", "reader", "version")}
    due["hash"] = hash_of_body(held["body"])
    if differs := differences(dict(held), due):
        yield _damage(held, f"it is not what was added: {differs}")
    if row["of_base"] != held["document"]:
        yield _damage(held, "it stands on a reading of another document")
    elif document is not None and document.id == reading.document:
        yield from ungrounded(document, reading)
    yield from (_damage(held, message) for message in unkept)


def _decision_faults(connection: Connection, row: RowMapping, reading: Reading) -> Iterator[str]:
    outcome = row["outcome"]
    if outcome is not None and outcome not in set(Decision):
        yield f"nothing is decided by {outcome!r}"
    if outcome == Decision.ACCEPTED:
        # A record may have been written before some of its fields were known: what it says is compared, not its bytes.
        follower = row["superseded_by"]
        known = connection.execute(select(readings.c.number).where(readings.c.number == follower)).scalar()
        if known is None or load_reading(connection, known) != reading:
            yield "it was accepted, and another reading follows in its place"


def _damage(held: RowMapping, message: str) -> Problem:
    return Problem(code="damaged", message=f"draft {held['number']}: {message}", document=held["document"])
