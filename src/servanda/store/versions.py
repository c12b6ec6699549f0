"""Which version of the schema a database holds, and whether this servanda knows it."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, select

from servanda.store.schema import VERSION, schema


def fault_of(connection: Connection) -> str | None:
    """What is wrong with a database as a ledger, in words that follow its name; None where it is one."""
    if not inspect(connection).has_table("schema"):
        return "is a database, but no ledger"
    found = connection.execute(select(schema.c.version)).scalars().all()
    if found != [VERSION]:
        told = ", ".join(str(number) for number in found) or "none"
        return f"is a ledger of another version: its schema is {told}, and this servanda knows {VERSION}"
    return None
