"""Python's collector of circles, kept waiting while many records are made or put away.

Records hold no circles. The collector would go through all that a process holds, tables of the lexicon and rows alike,
each time that some hundred records more are there: a fifth of the time. Nothing else is tuned here.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Count what is there as old, so that the next look for circles leaves it out; what others set aside stays there."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
