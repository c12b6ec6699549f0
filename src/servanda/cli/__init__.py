"""The commands of servanda. See `docs.md`."""

from servanda.cli.apps import app
from servanda.cli.programs import main, run

__all__ = ["app", "main", "run"]
