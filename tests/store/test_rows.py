"""Records as rows: what stands in a column, and what no record of a kind ever fills."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from factories import a_ferry_deal
from servanda.codebook import KINDS
from servanda.codebook.encoding import encode
from servanda.store import Ledger
from servanda.store.additions import addition_of
from servanda.store.appends import append_readings
from servanda.store.rows import COLUMNS_OF, RECORD_COLUMNS, record_values
from strategies import records

TEXT = "A treaty was signed. " * 40


@pytest.mark.parametrize("name", dict(KINDS))
@settings(max_examples=30)
@given(data=st.data())
def test_what_is_left_out_of_a_kind_is_empty_in_every_record_of_it(name, data):
    record = data.draw(records(dict(KINDS)[name]))
    told = dict(zip(RECORD_COLUMNS, record_values(record, TEXT, ("", ""), encode(record)), strict=True))
    assert not [column for column, value in told.items() if column not in COLUMNS_OF[name] and value is not None]


def test_each_kind_leaves_something_out():
    assert all(set(columns) < set(RECORD_COLUMNS) for columns in COLUMNS_OF.values())
    assert {column for columns in COLUMNS_OF.values() for column in columns} == set(RECORD_COLUMNS)


def test_a_record_that_breaks_a_rule_of_the_tables_is_our_mistake_and_not_the_files(place):
    one = addition_of(*a_ferry_deal("Fiji"))
    (position, *values), *others = one.found
    broken = type(one)(
        one.document, one.reading, one.row, ((position, *values), (position, *values), *others), one.roles
    )
    with Ledger.open(place) as ledger:
        with pytest.raises(IntegrityError), ledger._transaction(writes=True) as connection:
            append_readings(connection, [broken], at="2026-01-02T12:00:00.000000Z")
        assert ledger.count_documents() == 0
