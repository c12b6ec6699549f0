"""Which version of the schema a database holds, and how an older one is brought to the newest."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, inspect, select

from servanda.store.schema import VERSION, versions

_FIRST = Table("schema", MetaData(), Column("version", Integer))
"""Where the first schema kept its number."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a database stands as a ledger.

    Attributes:
        version: the version of its schema; empty where it is no ledger.
        fault: what is wrong with it, in words that follow its name; empty where it can be used or brought up.
    """

    version: str
    fault: str = ""

    @property
    def is_older(self) -> bool:
        """Whether it is a ledger that wants to be brought up."""
        return not self.fault and self.version != VERSION


def stamp(connection: Connection) -> None:
    """Note that the ledger has the newest version."""
    versions.create(connection)
    connection.execute(insert(versions).values(version_num=VERSION))


def is_ledger(connection: Connection) -> bool:
    """Whether a database holds a ledger of any version."""
    return any(inspect(connection).has_table(table.name) for table in (versions, _FIRST))


def standing_of(connection: Connection) -> Standing:
    """How a database stands as a ledger."""
    if not is_ledger(connection):
        return Standing("", "is a database, but no ledger")
    found = _version(connection)
    if found == VERSION or found in _upgrades().known_versions():
        return Standing(found)
    told = f"its schema is {found or 'none'}, and this servanda knows {VERSION}"
    return Standing(found, f"is a ledger of another version: {told}")


def bring_up(connection: Connection) -> None:
    """Bring an older ledger to the newest version, in the caller's transaction, which writes.

    Another process may have been faster: then nothing is left to do.
    """
    standing = standing_of(connection)
    if standing.is_older:
        _upgrades().upgrade(connection, standing.version)


def refused_upgrade(standing: Standing) -> str:
    """What to say of an older ledger that may not be written, in words that follow its name."""
    return f"is a ledger of an older version ({standing.version}): open it once where it may be written"


def _version(connection: Connection) -> str:
    if inspect(connection).has_table(versions.name):
        found = connection.execute(select(versions.c.version_num)).scalars().all()
    else:
        found = [f"{number:04}" for number in connection.execute(select(_FIRST.c.version)).scalars()]
    return ", ".join(found)


def _upgrades() -> ModuleType:
    # Alembic takes a tenth of a second to load, and a ledger is of an older version once in its life.
    from servanda.store.migrations import upgrades  # noqa: PLC0415

    return upgrades
