"""Values that go together are tallied together, and whoever is mentioned stands in the record of an actor alone."""

from __future__ import annotations

from collections import Counter

from alembic import op

from servanda.store import tallies
from servanda.store.databases import create_guards, drop_guards

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """The parties that only repeated their record go, and the tallies are counted anew: no other row changes."""
    connection = op.get_bind()
    drop_guards(connection, ("parties",))
    op.execute("DELETE FROM parties WHERE role = 'actor'")
    create_guards(connection, ("parties",))
    op.execute("DELETE FROM tallies")
    tallies.add(connection, tallies.count_anew(connection), Counter())
