from datetime import UTC, datetime

import pytest

from servanda.codebook import Judgement, Thread
from servanda.codebook.vocabulary import Verdict

NOON = datetime(2025, 3, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "fields",
    [
        {"records": ()},
        {"by": ""},
        {"at": datetime(2025, 3, 7, 12)},  # noqa: DTZ001
        {"verdict": Verdict.CORRECT},
        {"slot": "act"},
        {"verdict": Verdict.SAME},
        {"verdict": Verdict.UNSURE, "records": ("c-1", "c-1")},
        {"records": ("c-1", "c-2")},
        {"verdict": Verdict.NOTE},
    ],
    ids=[
        *("no record", "nobody", "no time zone", "a correction of nothing", "a field without a correction"),
        *("one alone is not the same", "one twice is not two", "two rejected at once", "a note without words"),
    ],
)
def test_a_judgement_is_whole_or_refused(fields):
    with pytest.raises(ValueError, match=r"judgement|correction|two or more|one record|says what"):
        Judgement(**{"verdict": Verdict.REJECT, "records": ("c-1",), "by": "ana", "at": NOON, **fields})


def test_two_people_judge_apart():
    one, other = (Judgement(verdict=Verdict.REJECT, records=("c-1",), by=who, at=NOON) for who in ("ana", "bo"))
    assert one.id != other.id


def test_a_thread_has_records():
    with pytest.raises(ValueError, match="has records"):
        Thread(kind="commitments", records=(), reason="alike")
