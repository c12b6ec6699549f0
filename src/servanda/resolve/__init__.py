"""Readings → Threads. See `docs.md`."""
