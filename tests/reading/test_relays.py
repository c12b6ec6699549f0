"""Relays: names of agencies and papers, and words that make a relay out of what stands before them."""

import pytest

from marks import unmark
from servanda.codebook import Document, Span
from servanda.lexicon.relays import load_relays
from servanda.reading.scenes import Scene
from servanda.reading.statements.relays import relays_in


@pytest.mark.parametrize(
    ("row", "slug"),
    [
        ("The dam is full, <x>Reuters</x> reported.", "reuters"),
        ("The dam is full, <x>the BBC</x> reported.", "bbc"),
        ("The dam is full, <x>Ugandan state media</x> reported.", "ugandan-state-media"),
        ("The dam is full, <x>The Associated Press</x> reported.", "associated-press"),
    ],
)
def test_is_read(row, slug):
    text, marks = unmark(row)
    found = relays_in(Scene(Document(text=text)), Span(0, len(text)))
    assert [(relay.name, (relay.span,)) for relay in found] == [(slug, marks["x"])]


@pytest.mark.parametrize("text", ["The dam is full, Uganda reported.", "The dam serves as a medium of trade."])
def test_is_left_alone(text):
    assert relays_in(Scene(Document(text=text)), Span(0, len(text))) == ()


@pytest.mark.parametrize("name", load_relays())
def test_every_name_is_found_as_it_is_listed(name):
    text = f"Reports by {name} differ."
    (found,) = relays_in(Scene(Document(text=text)), Span(0, len(text)))
    assert found.name == load_relays()[name]
