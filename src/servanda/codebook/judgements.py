"""What a person decided about records. Judgements are added and undone, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from servanda.codebook.keys import RecordId, key_of
from servanda.codebook.vocabulary import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision.

    Attributes:
        verdict: same, not the same, unsure, correct, reject, status or note.
        records: ids of the records it is about; two or more for `same`, `not the same` and `unsure`.
        by: who judged.
        at: when, with its time zone.
        why: the reason in words.
        slot: the field that is corrected.
        value: its right value as the codebook writes it, the status, or the note.

    Raises:
        ValueError: no record, no person, no time zone, or a correction without a field.
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
        if self.verdict is Verdict.CORRECT and not self.slot:
            raise ValueError("a correction names its field")
        said = (self.verdict, self.records, self.by, self.at.isoformat(), self.slot, self.value)
        object.__setattr__(self, "id", key_of("j", *said))
