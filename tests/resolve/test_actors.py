import pytest

from casts_of_documents import a_cast
from servanda.codebook import Standing
from servanda.codebook.vocabulary import ActorKind
from servanda.resolve.actors import offices_over_time, one_id_for_all
from servanda.resolve.identities import resolve
from servanda.resolve.profiles import office_role

ONE = {
    "romanization and field": (
        ("2019-03-01", "noh-kyung-hwa | KOR | Foreign Minister: Noh Kyung-hwa"),
        ("2025-03-01", "noh-kyung-wha | KOR | Ambassador to Norway: Noh Kyung-wha"),
    ),
    "romanization and field, the state told of one alone": (
        ("2019-03-01", "noh-kyung-hwa | | Minister of Foreign Affairs: Noh Kyung-hwa"),
        ("2025-03-01", "noh-kyung-wha | KOR | Ambassador to Norway: Noh Kyung-wha"),
    ),
    "one office": (
        ("2024-01-05", "rodrigo-mora | CRI | President: Rodrigo Mora"),
        ("2024-06-05", "rodrigo-mora-robles | CRI | the President: Rodrigo Mora Robles"),
    ),
    "a surname with the office": (
        ("2024-01-05", "oyun-bat | MNG | Prime Minister: Oyun Bat"),
        ("2024-06-05", "bat | MNG | Prime Minister: Bat"),
    ),
    "a short given name that nothing speaks against": (
        ("2024-01-05", "michael-sundqvist | | Michael Sundqvist"),
        ("2024-06-05", "mike-sundqvist | | Mike Sundqvist"),
    ),
    "two spellings of one body": (
        ("2024-01-05", "the-nordic-defence-forum | | the Nordic Defence Forum"),
        ("2024-06-05", "the-nordic-defense-forum | | the Nordic Defense Forum"),
    ),
}

TWO = {
    "two states": (
        ("2024-01-05", "ahmad-salih | JOR | Minister: Ahmad Salih"),
        ("2024-06-05", "ahmed-salih | YEM | Minister: Ahmed Salih"),
    ),
    "a name that many bear": (
        ("2024-01-05", "kim-sung-hwan | KOR | Foreign Minister: Kim Sung-hwan"),
        ("2024-06-05", "kim-sung-whan | KOR | Mayor: Kim Sung-whan"),
    ),
    "a grandson": (
        ("1950-01-05", "lewis-stolberg | NOR | Ambassador: Lewis Stolberg"),
        ("2024-06-05", "lewis-a-stolberg | NOR | Ambassador: Lewis A. Stolberg"),
    ),
    "a wife": (
        ("2024-01-05", "abdullah | JOR | King: Abdullah"),
        ("2024-06-05", "rania-al-abdullah | JOR | Queen: Rania Al Abdullah"),
    ),
    "two presidents of one name": (
        ("2009-01-05", "george-bush | | George Bush"),
        ("2010-06-05", "george-w-bush | | George W. Bush"),
    ),
    "ministries of two states": (
        ("2024-01-05", "NOR/ministry-of-defence | NOR | Ministry of Defence"),
        ("2024-06-05", "SWE/ministry-of-defense | SWE | Ministry of Defense"),
    ),
    "named apart in one document": (
        (
            "2024-01-05",
            "anna-berg | NOR | minister: Anna Berg",
            "anna-maria-berg | NOR | envoy: Anna Maria Berg",
        ),
    ),
}


@pytest.mark.parametrize("casts", ONE.values(), ids=ONE)
def test_one_actor_under_two_ids_is_one(casts):
    (thread,) = resolve("actors", [a_cast(*cast) for cast in casts]).threads
    assert len(thread.records) == 2
    assert thread.reason
    assert thread.score >= 0.95


@pytest.mark.parametrize("casts", TWO.values(), ids=TWO)
def test_two_actors_stay_two(casts):
    assert resolve("actors", [a_cast(*cast) for cast in casts]).threads == ()


def test_what_is_not_sure_is_left_to_a_person():
    casts = [a_cast(*cast) for cast in TWO["a name that many bear"]]
    (doubt,) = resolve("actors", casts).pairs
    assert (doubt.one, doubt.other, doubt.standing) == ("kim-sung-hwan", "kim-sung-whan", Standing.PROPOSED)
    assert "Korean given name" in doubt.reason


def test_a_surname_that_two_may_bear_is_nobodys():
    casts = (
        a_cast("2024-01-05", "anna-berg | NOR | Prime Minister: Anna Berg"),
        a_cast("2025-01-05", "erik-berg | NOR | Prime Minister: Erik Berg"),
        a_cast("2024-08-05", "berg | NOR | Prime Minister: Berg"),
    )
    assert resolve("actors", casts).threads == ()


def test_the_order_of_the_documents_does_not_matter():
    casts = [a_cast(*cast) for rows in (*ONE.values(), *TWO.values()) for cast in rows]
    assert resolve("actors", casts) == resolve("actors", reversed(casts))


def test_offices_stand_in_the_order_of_time_with_their_documents():
    casts = [a_cast(*cast) for cast in ONE["romanization and field"]]
    tenures = offices_over_time((actor, document.published) for document, reading in casts for actor in reading.actors)
    assert [(tenure.words, str(tenure.first), tenure.documents) for tenure in tenures] == [
        ("Foreign Minister", "2019-03-01", (casts[0][0].id,)),
        ("Ambassador to Norway", "2025-03-01", (casts[1][0].id,)),
    ]


def test_a_full_name_stands_for_a_surname_though_that_is_in_more_documents():
    casts = [a_cast(*cast) for cast in ONE["a surname with the office"]]
    chosen = one_id_for_all(resolve("actors", casts).threads, {"bat": 7, "oyun-bat": 2})
    assert chosen == {"bat": "oyun-bat", "oyun-bat": "oyun-bat"}


OFFICES = (
    ("the U.S. President", "president"),
    ("Vice President", "vice president"),
    ("Foreign Secretary", "foreign minister"),
    ("President of the Republic of Kenya", "president"),
    ("former president", "former president"),
)


@pytest.mark.parametrize(("words", "role"), OFFICES)
def test_a_title_tells_what_its_holder_does(words, role):
    assert office_role(words) == role


def test_actors_of_other_kinds_are_left_alone():
    document, reading = a_cast("2024-01-05", "NOR | | Norway")
    assert {actor.kind for actor in reading.actors} == {ActorKind.PERSON}
    assert resolve("actors", [(document, reading)]).threads == ()
