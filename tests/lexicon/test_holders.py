"""The table of office holders is sound, and is asked by name and by day."""

from datetime import date

import pytest

from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.holders import load_holders, slug_of, spelling
from servanda.lexicon.registers import PACKAGED
from servanda.lexicon.states import load_states


def test_every_holder_has_a_known_state_or_body_and_a_time_that_runs_forward():
    known = {*load_states(), *load_bodies()}
    for holder in load_holders():
        assert holder.state in known, holder
        assert holder.end is None or holder.start < holder.end, holder


WORDS = [
    ("ruto", "William Ruto"),
    ("stre", None),
    ("store", "Jonas Gahr Støre"),
    ("abe", "Shinzo Abe"),
    ("xi", "Xi Jinping"),
]


@pytest.mark.parametrize(("word", "name"), WORDS)
def test_holders_are_known_by_family_name(word, name):
    assert (name in {holder.name for holder in PACKAGED.named(word)}) == (name is not None)


def test_an_office_is_held_from_its_first_day_to_its_last():
    merkel = next(holder for holder in load_holders() if holder.name == "Angela Merkel")
    assert merkel.held_on(date(2010, 1, 1))
    assert not merkel.held_on(date(2005, 1, 1))
    assert not merkel.held_on(date(2022, 1, 1))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Radosław Sikorski", "radoslaw-sikorski"),
        ("Gideon Sa’ar", "gideon-saar"),
    ],
)
def test_a_slug_keeps_plain_letters(name, slug):
    assert slug_of(name.split()) == slug


@pytest.mark.parametrize("word", ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij"])
def test_endings_spelt_in_several_ways_are_one(word):
    assert spelling(word) == "zelensky"


def test_a_state_has_one_holder_of_its_highest_office_at_a_time():
    assert {holder.state for holder in load_holders() if holder.name == "Donald Trump"} == {"USA"}
