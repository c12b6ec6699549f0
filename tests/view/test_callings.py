"""Whom a person means who types a name, and what no name means."""

import pytest

from casts_of_documents import a_cast
from factories import a_ferry_deal
from servanda.lexicon.states import load_states
from servanda.store import Ledger
from servanda.view.callings import actors_called
from servanda.view.questions import UnaskableError
from servanda.view.undertakings import settled_sides

CAST = (
    "rosa-munoz | CHL | foreign minister: Rosa Muñoz",
    "lars-brandstrom | SWE | Lars Brandström",
    "kim-seo-yun | KOR | Kim Seo-yun",
    "paul-kim | USA | Paul Kim",
    "the-joint-council-on-rivers | | Joint Council on Rivers",
    "the-fund-of-munoz | | Fund of Dupont",
    "KHM/mekong-office | KHM | Mekong Office",
)


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "names.db") as ledger:
        ledger.append_reading(*a_cast("2024-05-01", *CAST))
        ledger.append_reading(*a_ferry_deal())
        yield ledger


MEANT = [
    ("South Korea", "KOR"),
    ("republic of korea", "KOR"),
    ("United States", "USA"),
    ("the United States", "USA"),
    ("Côte d'Ivoire", "CIV"),
    ("nor", "NOR"),
    ("Rosa Munoz", "rosa-munoz"),
    ("ROSA MUÑOZ", "rosa-munoz"),
    ("Muñoz", "rosa-munoz"),
    ("brandstrom", "lars-brandstrom"),
    ("JCR", "the-joint-council-on-rivers"),
    ("Mekong Office", "KHM/mekong-office"),
]
NOBODY = ["Norwegian", "Oslo", "Dupont", "jcr", "Rivers", "", " ", "Atlantis", "Rosa M"]


def _names(ledger):
    return {**{state: one.name for state, one in load_states().items()}, **ledger.find_names()}


@pytest.mark.parametrize(("typed", "actor"), MEANT)
def test_an_actor_is_meant_by_each_of_its_names(ledger, typed, actor):
    assert actors_called(ledger, typed, _names(ledger)) == (actor,)


@pytest.mark.parametrize("typed", NOBODY)
def test_what_is_no_name_of_an_actor_means_nobody(ledger, typed):
    assert actors_called(ledger, typed, _names(ledger)) == ()


def test_a_surname_of_two_persons_means_both(ledger):
    assert set(actors_called(ledger, "Kim", _names(ledger))) == {"kim-seo-yun", "paul-kim"}


def test_parties_are_named_as_other_actors_are(ledger):
    assert settled_sides(ledger, ["Kingdom of Norway", "fin"]) == ("NOR", "FIN")


@pytest.mark.parametrize("typed", [["NOR", "NOR"], ["NOR", "Norway"], ["fin", "FIN", "Finland"]])
def test_two_parties_must_differ(ledger, typed):
    with pytest.raises(UnaskableError, match=r"^Give different parties: '(?:NOR|fin)' and "):
        settled_sides(ledger, typed)
