"""Ledger → page models. See `docs.md`."""
