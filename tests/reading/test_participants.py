"""Who takes part in an occasion where its own words leave it open: titles, organs, appositions, and what the rest of the text tells."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import PACKAGED, READERS, read_document

_ONLY = READERS[:2]


def _parts(text, kind="news"):
    """Who takes part in each occasion of a text, by the words that name it."""
    document = Document(text=text, published=When.parse("2025-03-07"), kind=DocumentKind(kind))
    occasions = read_document(document, readers=_ONLY, means=PACKAGED).occasions
    return {one.span[0].of(text): set(one.participants.value or ()) for one in occasions}


def _of(text, name, kind="news"):
    parts = _parts(text, kind)
    named = [actors for words, actors in parts.items() if name in words]
    assert len(named) == 1, parts
    return named[0]


TITLED = [
    (
        "Remarks by President Ruto and President Boric of the Republic of Chile in Joint Press Conference\n\nPRESIDENT RUTO: Good morning.",
        "Press Conference",
        {"william-ruto", "gabriel-boric"},
    ),
    (
        "Remarks by Prime Minister Modi, Prime Minister Store, and Prime Minister Frederiksen Before Trilateral Meeting\n\nPRIME MINISTER MODI: Welcome.",
        "Meeting",
        {"narendra-modi", "jonas-gahr-store", "mette-frederiksen"},
    ),
    (
        "Toasts by President Lula and President Petro at State Dinner\n\nPRESIDENT LULA: Friends, good evening.",
        "Dinner",
        {"luiz-inacio-lula-da-silva", "gustavo-petro"},
    ),
]
NOT_TITLED = [
    (
        "Remarks by President Ruto and President Boric on the Earthquake in Peru\n\nPRESIDENT RUTO: Good morning. Yesterday Norway and India held talks in Oslo.",
        "talks",
        {"NOR", "IND"},
    ),
    (
        "Remarks by President Ruto on the Talks Between Chile and Peru\n\nPRESIDENT RUTO: Good morning.",
        "Talks",
        {"CHL", "PER"},
    ),
]


@pytest.mark.parametrize(("text", "name", "actors"), [*TITLED, *NOT_TITLED])
def test_those_who_speak_together_under_a_title_take_part(text, name, actors):
    assert _of(text, name, "transcript") == actors


ORGANS = [
    ("The Chile-Peru Joint Border Committee met in Lima on Friday.", "Committee", {"CHL", "PER"}),
    (
        "Norway and Kenya reviewed their trade. The third meeting of the Joint Commission on Fisheries was held in Oslo on 3 March.",
        "meeting",
        {"NOR", "KEN"},
    ),
    (
        "Foreign Minister Ann Berg of Norway and Foreign Minister Ali Odhiambo of Kenya held a meeting of the Norway-Kenya Working Group in Oslo on Friday.",
        "meeting",
        {"ann-berg", "ali-odhiambo"},
    ),
]
NO_ORGANS = [
    (
        "Norway briefed the OAS Permanent Council. The OAS Permanent Council met on Friday.",
        "met",
        {"oas-permanent-council"},
    ),
    ("Leaders of NATO held a summit in Oslo on Friday.", "summit", {"nato"}),
]


@pytest.mark.parametrize(("text", "name", "actors"), [*ORGANS, *NO_ORGANS])
def test_who_sits_in_a_joint_organ_takes_part_and_not_the_organ(text, name, actors):
    assert _of(text, name) == actors


APPOSED = [
    (
        "Prime Minister Ann Berg of Norway received her Kenyan colleague, Ali Odhiambo, on Friday.",
        {"ann-berg", "ali-odhiambo"},
    ),
    ("Prime Minister Ann Berg of Norway met her Chilean counterpart, Eva Rojas, in Oslo.", {"ann-berg", "eva-rojas"}),
    ("Prime Minister Ann Berg of Norway met her Chilean counterpart in Oslo.", {"ann-berg", "CHL"}),
    ("President Ali Odhiambo of Kenya received the Danish king, a friend of his, on Friday.", {"ali-odhiambo", "DNK"}),
    (
        "President Ali Odhiambo of Kenya held talks on Friday with his Chilean guest, Eva Rojas, in Mombasa.",
        {"ali-odhiambo", "eva-rojas"},
    ),
    ("After talks in Oslo, Ann Berg of Norway flew home.", {"ann-berg"}),
]


@pytest.mark.parametrize(("text", "actors"), APPOSED)
def test_an_apposition_names_the_person_whom_the_words_before_it_describe(text, actors):
    (found,) = _parts(text).values()
    assert found == actors


SIGNED = [
    (
        "Joint Declaration by Chile and Peru\n\nChile and Peru share their rivers with Brazil. Brazil, Bolivia and Ecuador are free to join. This declaration was signed on 5 March 2025.",
        "was signed",
        {"CHL", "PER"},
    ),
    (
        "Joint Declaration by Chile and Peru\n\nWe share our rivers with Brazil. Cuba and Ghana are free to join. This declaration was signed on 5 March 2025.",
        "was signed",
        {"CHL", "PER"},
    ),
    (
        "Agreement Between Chile, Peru and Ecuador on Water\n\nChile, Peru and Ecuador share their rivers. Two annexes were signed by Peru and Cuba.",
        "annexes",
        {"PER", "CUB"},
    ),
]


@pytest.mark.parametrize(("text", "name", "actors"), SIGNED)
def test_its_parties_sign_a_text_that_names_nobody_else(text, name, actors):
    assert _of(text, name, "instrument") == actors


TOLD_ELSEWHERE = [
    (
        "Chile and Peru hold talks on their border\n\nChile and Peru held talks on their border in Lima on Friday.\n\nA second round opens in Arica next week.",
        "second round",
        {"CHL", "PER"},
    ),
    (
        "Armenia accused Azerbaijan of shelling on Friday. Armenia and Azerbaijan quarrel. Ten rounds of negotiations came to nothing.",
        "negotiations",
        {"ARM", "AZE"},
    ),
    (
        "Norway condemned Russia's invasion of Ukraine on Friday. It called on all to help end the war.",
        "invasion",
        {"RUS", "UKR"},
    ),
    (
        "Norway again condemned Russia's war against Ukraine. Russia's unprovoked invasion must end, the minister said.",
        "war",
        {"RUS", "UKR"},
    ),
]
NOT_TOLD = [
    (
        "Chile, Peru, Norway and Kenya have ports. Brazil has ports too. India buys tea. A second round opens in Arica next week.",
        "second round",
        set(),
    ),
    (
        "Chile and Peru share a border. Chile and Peru grow grapes. A forum on wine was held in Lima on Friday.",
        "forum",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "name", "actors"), TOLD_ELSEWHERE)
def test_what_the_words_leave_open_the_rest_of_the_text_tells(text, name, actors):
    assert _of(text, name) == actors


@pytest.mark.parametrize(("text", "name", "actors"), NOT_TOLD)
def test_nobody_takes_part_where_several_may(text, name, actors):
    assert [found for words, found in _parts(text).items() if name in words] in ([actors], [])


ROWS = [
    (
        "An agreement on tea was signed in Oslo on Friday by Ambassador Ann Berg of Norway and Joint Secretary Ali Odhiambo of Kenya.",
        {"ann-berg", "ali-odhiambo"},
    ),
    ("President Ali Odhiambo, in Lima for the Mercosur summit, bought a hat.", {"ali-odhiambo", "mercosur"}),
    (
        "The talks on herring were held in Oslo on 3 March under the chairmanship of Minister Ann Berg of Norway and Ambassador Ali Odhiambo of Kenya.",
        {"ann-berg", "ali-odhiambo"},
    ),
    ("Kenya thanked Norway for hosting the peace talks between Chile and Peru.", {"NOR", "CHL", "PER"}),
]
NO_ROWS = [
    (
        "Prime Minister Ann Berg of Norway met President Ali Odhiambo of Kenya on Friday, and President Eva Rojas of Chile flew home.",
        {"ann-berg", "ali-odhiambo"},
    ),
    ("President Ali Odhiambo of Kenya, in Lima for his health, praised the Mercosur summit.", {"mercosur"}),
]


@pytest.mark.parametrize(("text", "actors"), [*ROWS, *NO_ROWS])
def test_who_stands_in_a_row_with_one_who_takes_part_does_too(text, actors):
    assert actors in _parts(text).values()


WITHSTOOD = [
    ("Norway stands with Ukraine in the face of Russia's unprovoked invasion.", {"UKR", "RUS"}),
    ("Kenya will support Peru as it defends itself against Chile's invasion.", {"PER", "CHL"}),
    ("India backs Armenia's right to resist the Azerbaijani assault.", {"ARM", "AZE"}),
]
NOT_WITHSTOOD = [
    ("Norway condemned the Chilean attack on Peru.", {"CHL", "PER"}),
    ("India spoke with Norway about the Chilean attack on Peru.", {"CHL", "PER"}),
]


@pytest.mark.parametrize(("text", "actors"), [*WITHSTOOD, *NOT_WITHSTOOD])
def test_who_withstands_an_attack_is_struck(text, actors):
    assert actors in _parts(text).values()


ONE_OF_TWO = [
    (
        "Chile and Peru quarrel over fish\n\nChile closed the border to Peru on Friday. Peru then recalled its ambassador.",
        "ambassador",
        {"CHL", "PER"},
    ),
    (
        "Prime Minister Ann Berg of Norway met President Ali Odhiambo of Kenya on Friday. President Odhiambo postponed a second summit.",
        "second summit",
        {"ann-berg", "ali-odhiambo"},
    ),
    ("The Quad held a summit in Tokyo on Friday.", "summit", {"AUS", "IND", "JPN", "USA"}),
]
ONE_ALONE = [
    (
        "Norway condemned Russia's attack on Ukraine. Norway and Ukraine are friends. A bloody war in the Pacific had ended in 1945.",
        "Pacific",
        set(),
    ),
    (
        "President Ali Odhiambo of Kenya met President Eva Rojas of Chile on Friday. President Odhiambo spoke of his meetings with doctors.",
        "doctors",
        {"ali-odhiambo"},
    ),
    (
        "Norway and Kenya are friends. Norway and Kenya trade in tea. A bombing in Nairobi killed three on Friday.",
        "bombing",
        {"KEN"},
    ),
    ("Chile, Peru, Norway and Brazil met. Kenya recalled its ambassador on Friday.", "ambassador", {"KEN"}),
]


@pytest.mark.parametrize(("text", "name", "actors"), [*ONE_OF_TWO, *ONE_ALONE])
def test_the_deed_of_one_of_two_concerns_the_other(text, name, actors):
    found = [people for words, people in _parts(text).items() if name in words]
    assert found == [actors] or (not actors and not found)
