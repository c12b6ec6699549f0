"""With what the commands read: the packaged means or parts of the user's own, and what was typed about all documents."""

from __future__ import annotations

from pathlib import Path

from servanda.cli.apps import WrongUseError
from servanda.cli.options import settings
from servanda.codebook import When
from servanda.pipeline import Asked, Means, means_of


def own_table() -> Path | None:
    """Where the user's own table of holders is or would be; None where only the packaged one is wanted, or can be had."""
    usual = settings()
    if usual.lexicon:
        return None if usual.lexicon == "packaged" else Path(usual.lexicon)
    return Path(usual.data, "holders.tsv") if usual.data else None


def means(parser: str, *, rules: bool = False) -> Means:
    """The means of reading, with the user's own table where one was made or is asked for."""
    path = own_table()
    wanted = path is not None and (bool(settings().lexicon) or _is_there(path))
    return means_of(parser, path if wanted else None, rules=rules)


def asked_of(published: str, outlet: str) -> Asked:
    """What was typed about all documents."""
    try:
        return Asked(published=When.parse(published) if published else None, outlet=outlet or None)
    except ValueError as error:
        raise WrongUseError(f"--published takes a date such as 2025-03-07, not {published!r}.") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:  # a home that this account may not look into holds no table of its own
        return False
