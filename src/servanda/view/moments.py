"""Pages that ask many questions, and have them all answered as of one moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from servanda.store import Ledger

P = ParamSpec("P")
T = TypeVar("T")


def of_one_moment(page: Callable[Concatenate[Ledger, P], T]) -> Callable[Concatenate[Ledger, P], T]:
    """A page model out of a ledger as it stood at one moment, whoever writes while it is made; one transaction answers it."""

    @wraps(page)
    def told(ledger: Ledger, /, *given: P.args, **named: P.kwargs) -> T:
        with ledger.one_moment() as now:
            return page(now, *given, **named)

    return told
