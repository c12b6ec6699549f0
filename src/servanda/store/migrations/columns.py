"""Kinds of column as the steps of the past made them. A step says what it made itself: what is here is never changed."""

from __future__ import annotations

from sqlalchemy import DOUBLE_PRECISION, REAL, Text
from sqlalchemy.types import TypeEngine

Words: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
Score: TypeEngine[float] = REAL().with_variant(DOUBLE_PRECISION(), "postgresql")
