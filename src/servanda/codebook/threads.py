"""Records of several documents that are one thing in the world."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook.keys import RecordId, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One actor, occasion, instrument or commitment over documents.

    Attributes:
        kind: plural name of the records' kind, such as `commitments`.
        records: ids of the records, sorted; never empty.
        reason: in words, why they are one.
    """

    kind: str
    records: tuple[RecordId, ...]
    reason: str
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        if not self.records:
            raise ValueError("a thread has records")
        object.__setattr__(self, "id", key_of("t", self.kind, self.records))
