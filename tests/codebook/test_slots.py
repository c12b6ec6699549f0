import pytest

from servanda.codebook import Slot, Span, stated, unclear, unstated
from servanda.codebook.vocabulary import Known

HERE = (Span(0, 4),)


def test_unstated_is_not_a_no():
    assert unstated() != stated((), HERE)
    assert not unstated().is_stated
    assert stated((), HERE).is_stated


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": 1, "known": Known.STATED}, "no span, no cell"),
        ({"known": Known.STATED, "spans": HERE}, "exactly where it is stated"),
        ({"value": 1, "known": Known.UNCLEAR, "reason": "two sums"}, "exactly where it is stated"),
        ({"spans": HERE}, "stands nowhere"),
        ({"known": Known.UNCLEAR}, "what makes it unclear"),
    ],
    ids=["a value without words", "words without a value", "unclear with a value", "unstated with words", "no reason"],
)
def test_a_slot_is_whole_or_refused(fields, message):
    with pytest.raises(ValueError, match=message):
        Slot(**fields)


def test_unclear_keeps_its_words():
    assert unclear("two sums", HERE).spans == HERE
