"""By whom a record was made."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook.vocabulary import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The reader of a record.

    Attributes:
        reader: name of the reader, such as `servanda-rules`.
        version: its version.
        rule: the rule of it that made the record, such as `commitment-noun`.
        method: rule, model or person.
        score: how sure the reader is, from 0 to 1. Measured precision of the rule where it was measured, else the
            reader's own estimate; it ranks records for review and is no probability.
    """

    reader: str
    version: str
    rule: str = ""
    method: Method = Method.RULE
    score: float = 1.0

    def __post_init__(self) -> None:
        # 0 and 0.0 are one score, and must be the same bytes.
        object.__setattr__(self, "score", float(self.score))
