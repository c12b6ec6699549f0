"""Kinds of column in which both databases hold the same, and the metadata that all tables of the ledger are part of."""

from __future__ import annotations

from sqlalchemy import DOUBLE_PRECISION, REAL, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData()
"""All tables of the ledger, once `schema.py` is imported."""

_SIGN = "\uf8ff"


def without_zero(text: str) -> str:
    """A text as PostgreSQL can keep it, which has no zero character: a zero is written as a private sign and a `0`."""
    return text.replace(_SIGN, f"{_SIGN}1").replace("\0", f"{_SIGN}0")


def with_zero(text: str) -> str:
    """The text that `without_zero` was given."""
    return text.replace(f"{_SIGN}0", "\0").replace(f"{_SIGN}1", _SIGN) if _SIGN in text else text


class _Zeroless(TypeDecorator[str]):
    """Text compared sign by sign, so that the same question has the same answer in the same order as in SQLite."""

    impl = Text(collation="C")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else without_zero(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else with_zero(value)


Words: TypeEngine[str] = Text().with_variant(_Zeroless(), "postgresql")
Score: TypeEngine[float] = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")
