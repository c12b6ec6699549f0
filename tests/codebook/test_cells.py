import pytest
from hypothesis import given

from factories import a_ferry_deal, a_quantity
from servanda.codebook import KINDS, unclear
from servanda.codebook.cells import cells_of, slots_of, written
from servanda.codebook.vocabulary import Bound, Known
from strategies import any_record


@given(any_record())
def test_every_field_of_the_codebook_is_a_cell(record):
    assert tuple(cell.slot for cell in cells_of(record)) == slots_of(type(record))


@given(any_record())
def test_a_cell_with_a_value_has_words_and_one_without_value_and_words_is_not_stated(record):
    for cell in cells_of(record):
        assert cell.spans or cell.known is not Known.STATED


VALUES = [
    ("commitments", "debtors", "NOR"),
    ("commitments", "quantities", "3 ferries (amount)"),
    ("commitments", "deadline", "2030-01-01/2030-12-31"),
    ("commitments", "polarity", "+"),
    ("commitments", "exchange", None),
    ("assessments", "target", "NOR; FIN"),
    ("statements", "mode", "indirect"),
    ("statements", "cue", None),
]


CAPS = [
    ({}, "3 ferries (amount)"),
    ({"bound": Bound.AT_LEAST}, "at least 3 ferries (amount)"),
    ({"bound": Bound.UP_TO, "per": "year"}, "up to 3 ferries per year (amount)"),
]


@pytest.mark.parametrize(("given", "said"), CAPS)
def test_a_quantity_is_written_with_its_bound_and_rate(given, said):
    assert written(a_quantity(unit="ferries", **given)) == said


@pytest.mark.parametrize(("kind", "slot", "value"), VALUES)
def test_values_are_written_as_the_codebook_writes_them(kind, slot, value):
    _, reading = a_ferry_deal()
    cells = {cell.slot: cell for cell in cells_of(getattr(reading, kind)[0])}
    assert written(cells[slot].value) == value


def test_an_empty_list_that_is_stated_is_not_the_same_as_none():
    assert written(()) == ""
    assert written(unclear("torn page").value) is None


def test_no_kind_of_record_shows_its_keys_as_fields():
    assert not {"id", "claim", "document", "origin"} & {slot for _, kind in KINDS for slot in slots_of(kind)}
