"""The sentences around a record."""

import pytest

from marks import mark, unmark
from servanda.codebook import Span
from servanda.view.passages import passages_of, sentences_around


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Rain fell. <p>Peru <x>will pay</x> Chile.</p> All left.", id="the sentence around"),
        pytest.param(
            "<p>Peru <x>will</x> pay. It <x>must</x>.</p> All left.", id="two stretches in sentences that touch"
        ),
        pytest.param("<p>Peru <x>will</x> pay.</p> Rain fell. <p>It <x>must</x>.</p>", id="stretches far apart"),
        pytest.param("Rain fell.\n<p>Peru <x>will pay</x></p>\nAll left.", id="a line without a stop"),
        pytest.param("<p>Peru <x>will pay. Soon</x> it must.</p> All left.", id="a stretch over two sentences"),
        pytest.param("<p>Peru <x>will\npay</x> Chile.</p> All left.", id="a stretch over a line end"),
    ],
)
def test_sentences(marked):
    text, spans = unmark(marked)
    assert mark(text, sentences_around(text, spans["x"])) == mark(text, spans["p"])


def test_only_the_second_passage_says_that_something_was_left_out():
    text, spans = unmark("<x>Peru</x> will pay. Rain fell. It <x>must</x>.")
    assert [passage.follows for passage in passages_of(text, spans["x"], ())] == [False, True]


def test_a_line_as_long_as_a_book_costs_no_more():
    text = "word " * 1_000_000
    (found,) = sentences_around(text, (Span(2_000_000, 2_000_004),))
    assert len(found) < 5000
