"""`servanda roles`."""

from __future__ import annotations

import sys

from servanda.cli.apps import DONE, app
from servanda.cli.options import LedgerFile, settings
from servanda.store import make_roles


@app.command("roles")
def roles_command(ledger: LedgerFile = "") -> int:
    """Make the roles reader, reviewer and owner on a ledger's PostgreSQL server.

    A reader asks, a reviewer may judge too, an owner may do everything. The server itself keeps them to it.
    """
    for role in make_roles(ledger or settings().ledger):
        sys.stdout.write(f"{role}\n")
    sys.stderr.write("Give one of them to an account with GRANT servanda_reviewer TO ana; in psql.\n")
    return DONE
