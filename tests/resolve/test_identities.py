import random

import pytest

from casts_of_documents import a_cast
from factories import a_ferry_deal
from servanda.codebook import Standing
from servanda.resolve.identities import KINDS, resolve

ALIKE = (
    a_cast("2024-01-05", "michael-sundqvist | | Michael Sundqvist"),
    a_cast("2024-06-05", "mike-sundqvist | | Mike Sundqvist"),
)
STRANGERS = (
    a_cast("2024-01-05", "anna-berg | NOR | minister: Anna Berg"),
    a_cast("2024-06-05", "joao-melo | BRA | minister: João Melo"),
)
READINGS = (*ALIKE, *STRANGERS, *(a_ferry_deal(place) for place in ("Oslo", "Bergen", "Tromsø")))


def test_a_judgement_of_sameness_joins_what_no_rule_would():
    found = resolve("actors", STRANGERS, {("anna-berg", "joao-melo"): Standing.ACCEPTED})
    (thread,) = found.threads
    assert (thread.records, thread.reason) == (("anna-berg", "joao-melo"), "as a person judged")


def test_a_judgement_of_difference_keeps_apart_what_a_rule_would_join():
    key = ("michael-sundqvist", "mike-sundqvist")
    assert resolve("actors", ALIKE).threads
    found = resolve("actors", ALIKE, {key: Standing.REFUSED})
    assert found.threads == ()
    assert [(pair.one, pair.other, pair.standing) for pair in found.pairs] == [(*key, Standing.REFUSED)]


def test_each_key_stands_with_the_documents_it_was_read_in():
    found = resolve("actors", ALIKE)
    assert {(block.record, block.document) for block in found.blocks} == {
        ("michael-sundqvist", ALIKE[0][0].id),
        ("mike-sundqvist", ALIKE[1][0].id),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_of_the_documents_does_not_matter(kind):
    mixed = list(READINGS)
    random.Random(7).shuffle(mixed)
    assert resolve(kind, READINGS) == resolve(kind, mixed)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_gives_nothing(kind):
    found = resolve(kind, ())
    assert (found.kind, found.threads, found.pairs, found.blocks) == (kind, (), (), ())
