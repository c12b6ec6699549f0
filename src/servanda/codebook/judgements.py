"""What a person decided about records. Judgements are added and undone, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from servanda.codebook.keys import RecordId, key_of
from servanda.codebook.vocabulary import Verdict

_OF_SEVERAL = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})
_WITH_VALUE = frozenset({Verdict.STATUS, Verdict.NOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision.

    Attributes:
        verdict: same, not the same, unsure, accept, correct, reject, status or note.
        records: ids of the records it is about; two or more for `same`, `not the same` and `unsure`.
        by: who judged.
        at: when, with its time zone.
        why: the reason in words.
        slot: the field that is corrected.
        value: its right value as the codebook writes it, the status, or the note.

    Raises:
        ValueError: no record, no person or no time zone; one record where two are compared; a correction without a
            field; a status or note without its words.
    """

    verdict: Verdict
    records: tuple[RecordId, ...]
    by: str
    at: datetime
    why: str = ""
    slot: str = ""
    value: str = ""
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        if not self.records or not self.by:
            raise ValueError("a judgement names its records and who judged")
        if self.at.tzinfo is None:
            raise ValueError("a judgement's time has a time zone")
        if self.verdict in _OF_SEVERAL and len(set(self.records)) < 2:
            raise ValueError("two or more records are the same, are not, or cannot be told apart")
        if self.verdict not in _OF_SEVERAL and len(self.records) != 1:
            raise ValueError(f"{self.verdict} is said of one record")
        if (self.verdict is Verdict.CORRECT) != bool(self.slot):
            raise ValueError("a correction names its field, and nothing else does")
        if self.verdict in _WITH_VALUE and not self.value:
            raise ValueError(f"{self.verdict} says what: give its value")
        said = (self.verdict, self.records, self.by, self.at.isoformat(), self.slot, self.value)
        object.__setattr__(self, "id", key_of("j", *said))
