import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.codebook import Span
from servanda.codebook.spans import hull, trimmed, words_of


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)], ids=["empty", "backward", "before the text"])
def test_a_span_runs_forward_inside_the_text(start, end):
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "holds"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 9), Span(4, 9), True, True),
    ],
    ids=["side by side", "overlapping", "one inside the other"],
)
def test_how_two_spans_lie(one, other, overlap, holds):
    assert one.overlaps(other) == overlap == other.overlaps(one)
    assert one.holds(other) == holds


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_trimming_leaves_words_or_nothing(text, start, end):
    span = trimmed(text, min(start, len(text)), min(end, len(text)))
    assert span is None or span.of(text) == span.of(text).strip() != ""


def test_several_stretches_are_joined_by_an_ellipsis():
    text = "Lima will lend and, later, give."
    assert words_of(text, (Span(0, 14), Span(27, 31))) == "Lima will lend … give"
    assert hull((Span(27, 31), Span(0, 14))) == Span(0, 31)


def test_nothing_has_no_hull():
    with pytest.raises(ValueError, match="no span"):
        hull(())
