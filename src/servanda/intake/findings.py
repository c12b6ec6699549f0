"""What the text itself says about its document, one small finding at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from servanda.codebook import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact, with the words that bear it.

    Attributes:
        field: the field of `Document` that it fills.
        value: the fact; for furniture, what sort of furniture it is.
        span: where it stands; None for the kind of a text, which no single stretch bears.
    """

    field: str
    value: Any
    span: Span | None = None
