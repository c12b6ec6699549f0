"""The ledger: the only room with SQL. See `docs.md`."""
