"""Who may do what with a ledger on a server: three roles of the database, kept by the database itself.

A reader asks; a reviewer may add judgements too, and take them back, which also is an addition; an owner may do
everything that servanda does. A person's account is given one of the three by whoever runs the server. Rows of judgements
can be changed by nobody: that is forbidden by the tables themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy import Connection, text

from servanda.store.errors import LedgerError
from servanda.store.servers import is_server, open_server, server_refusals, shown


class Role(StrEnum):
    """What an account may do."""

    READER = "servanda_reader"
    REVIEWER = "servanda_reviewer"
    OWNER = "servanda_owner"


_JUDGING = ("judgements", "judged", "undoings")


def make_roles(place: str) -> tuple[Role, ...]:
    """Make the three roles on a server where they are missing, and let them do with this ledger what they may.

    Args:
        place: address of the ledger on the server, as an account that may make roles.

    Raises:
        LedgerError: the ledger lies in a file, or the account may not make roles.
    """
    if not is_server(place):
        raise LedgerError(place, f"{place} is a file: who may read or write it is said by the system's own rights")
    engine = open_server(place, create=False)
    try:
        with server_refusals(shown(place)), engine.connect() as idle:
            connection = idle.execution_options(writes=True)
            with connection.begin():
                for statement in _statements(connection):
                    connection.exec_driver_sql(statement)
    finally:
        engine.dispose()
    return tuple(Role)


def _statements(connection: Connection) -> Iterator[str]:
    schema = connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one()
    known = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
    yield from (f"CREATE ROLE {role} NOLOGIN" for role in Role if role not in known)
    everybody = ", ".join(Role)
    judging = ", ".join(f"{schema}.{name}" for name in _JUDGING)
    yield f"GRANT USAGE ON SCHEMA {schema} TO {everybody}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {everybody}"
    yield f"GRANT INSERT ON {judging} TO {Role.REVIEWER}"
    yield f"GRANT ALL ON ALL TABLES IN SCHEMA {schema} TO {Role.OWNER}"
    yield f"GRANT ALL ON ALL SEQUENCES IN SCHEMA {schema} TO {Role.OWNER}"
    yield f"GRANT CREATE ON SCHEMA {schema} TO {Role.OWNER}"
