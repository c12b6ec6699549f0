"""The table of office holders is sound, and is asked by name and by day."""

from datetime import date

import pytest

from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.holders import load_holders, slug_of, spelling
from servanda.lexicon.offices import role_of
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


INDO_PACIFIC = "AUS BGD BRN CHN FJI IDN IND JPN KHM KOR LAO LKA MDV MMR MNG MYS NPL NZL PAK PHL PNG PRK SGP SLB THA TLS TWN VNM VUT"
EUROPE = (
    "ALB AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LTU LUX LVA MDA MKD MLT MNE"
    " NLD NOR POL PRT ROU RUS SRB SVK SVN SWE TUR UKR XKX"
)
LEADERS = {"president", "monarch", "head of government", "supreme leader", "party leader"}
COVERED = [
    (INDO_PACIFIC, LEADERS, (0.90, 0.90, 0.90, 0.93, 0.97)),
    (INDO_PACIFIC, {"foreign minister"}, (0.10, 0.31, 0.42, 0.52, 0.50)),
    (EUROPE, {"foreign minister"}, (0.10, 0.12, 0.45, 0.57, 0.52)),
    (EUROPE, LEADERS, (0.90, 0.97, 0.87, 0.90, 0.93)),
]


@pytest.mark.parametrize(
    ("states", "roles", "floors"), COVERED, ids=["Indo-Pacific", "ministers there", "ministers in Europe", "Europe"]
)
def test_leaders_are_known_for_so_many_states(states, roles, floors):
    asked = states.split()
    held = [h for h in load_holders() if not h.to and role_of(h.office) in roles]
    for year, floor in zip((1995, 2005, 2015, 2020, 2026), floors, strict=True):
        known = {holder.state for holder in held if holder.held_on(date(year, 4, 1))}
        assert len(known & set(asked)) / len(asked) >= floor, (year, sorted(set(asked) - known))


def test_names_stand_as_texts_write_them():
    for holder in load_holders():
        words = holder.name.split()
        assert words[0][0].isupper(), holder
        assert not any(word.isupper() and len(word) > 4 and word.isalpha() for word in words), holder


def test_an_envoy_is_sent_somewhere():
    sent = [h for h in load_holders() if h.to]
    assert len(sent) > 1000
    assert {h.to for h in sent} <= set(load_states())
    assert {role_of(h.office) for h in sent} == {"ambassador", "charge d'affaires"}
