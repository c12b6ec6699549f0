"""servanda: the ledger of what was promised between states."""

__version__ = "0.1.0"
