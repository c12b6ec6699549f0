"""Readings → what is one over several documents. See `docs.md`."""

from servanda.resolve.claims import propose_threads

__all__ = ["propose_threads"]
