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
            gc.enable()
