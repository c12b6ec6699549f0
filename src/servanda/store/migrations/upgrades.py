"""A ledger brought to the newest version of the schema, in the transaction of the caller: wholly or not at all.

A step changes tables, rows and indexes alone, and says itself how they look then: it imports nothing that may change. What
follows from the tables (views, guards, tallies) goes before the first step or is made anew behind the last one, as the
newest version has it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, delete, insert, inspect

from servanda.store.databases import broken_links, create_guards, create_views, drop_guards
from servanda.store.rows import DamageError
from servanda.store.schema import cells, tallies, versions
from servanda.store.tallies import add, count_anew

_TALLIED = "0010"
"""The version since which the tallies are what they are now. Whoever changes what is tallied names the newest one here."""


def upgrade(connection: Connection, version: str) -> None:
    """Run the steps from this version on."""
    # The view of cells goes last, since others are laid upon it.
    for view in sorted(inspect(connection).get_view_names(), key=cells.name.__eq__):
        connection.exec_driver_sql(f"DROP VIEW {view}")
    drop_guards(connection)
    if not inspect(connection).has_table(versions.name):
        versions.create(connection)
        connection.execute(insert(versions).values(version_num=version))
    script = ScriptDirectory.from_config(_config())
    # Alembic has no public name for the steps to a version outside its own command line.
    steps = {"fn": lambda found, _: script._upgrade_revs("head", found)}  # noqa: SLF001
    context = MigrationContext.configure(connection, opts=steps)
    with Operations.context(context):
        context.run_migrations()
    if version < _TALLIED:
        connection.execute(delete(tallies))
        add(connection, count_anew(connection), Counter())
    create_guards(connection)
    create_views(connection)
    if astray := broken_links(connection):
        raise DamageError(astray[0])


def known_versions() -> frozenset[str]:
    """The versions that a ledger can be brought from."""
    return frozenset(step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
