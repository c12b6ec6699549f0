"""Instruments: their fullest name, kind, status and date, in a text of Monday, 24 November 2025."""

from dataclasses import replace

import pytest

from marks import mark, unmark
from servanda.lexicon.papers import load_papers
from servanda.reading.actors.actors import read_actors
from servanda.reading.instruments.instruments import read_instruments
from sketches import sketch

READ = [
    ("Chile and Peru signed <i>trade and investment agreements</i>.", "agreement", "signed", None),
    ("Chile and Peru began the development of <i>security and water sharing protocols</i>.", "other", "proposed", None),
    ("Kenya has treaties and <i>tea sharing agreements with Norway</i>.", "agreement", "concluded", None),
    ("Chad and Norway signed <i>the Sahel Rice and Millet (SR2M) Agreement</i>.", "agreement", "signed", None),
    ("Chad and Norway signed <i>a landmark $300 million fisheries agreement</i>.", "agreement", "signed", None),
    ("Kenya struck <i>a separate €1.2bn deal with Oman</i>.", "agreement", "concluded", None),
    ("Chile and Peru signed <i>a memorandum of understanding on mining</i>.", "memorandum", "signed", None),
    (
        "The Security Council adopted <i>Resolution 2231</i> in July 2015.",
        "other",
        "concluded",
        "2015-07-01/2015-07-31",
    ),
    ("<i>The Quito Conventions</i> protect prisoners of war in Chile.", "treaty", "in-force", None),
    ("<i>The Lima Convention on Ports</i> protects ships of Chile.", "treaty", "in-force", None),
    ("<i>The status of forces agreement between Chile and Peru</i> dates from 1960.", "agreement", "in-force", None),
    ("Kenya and Chad signed <i>an agreement on universities</i>.", "agreement", "signed", None),
    ("Chile left <i>the Limited Fisheries Treaty</i> in 2003.", "treaty", "in-force", None),
    ("North Korea left <i>the NPT</i> in 2003.", "treaty", "in-force", None),
    ("Workers of Chile were covered in <i>a 1994 agreement</i>.", "agreement", "concluded", "1994-01-01/1994-12-31"),
    ("Chile and Peru will draft <i>a Treaty amendment</i>.", "treaty", "proposed", None),
    ("Chile is bound by <i>the Treaty of Lima</i>.", "treaty", "in-force", None),
    ("<i>The fisheries agreement between Chile and Peru</i> expired.", "agreement", "ended", None),
    ("<i>The joint fact sheet</i> was released on Friday.", "fact-sheet", "concluded", "2025-11-21"),
    ("Norway wants to negotiate <i>a free trade agreement with Kenya</i>.", "agreement", "proposed", None),
    ("They cited <i>the April 2023 Lima Declaration</i>.", "joint-statement", "concluded", "2023-04-01/2023-04-30"),
    ("Norway and Kenya initialled <i>the cost sharing deal</i>.", "agreement", "initialled", None),
    ("Kenya withdrew from <i>the Open Waters Pact</i>.", "treaty", "in-force", None),
    ("Norway signed <i>the Accord on Fair, Free, and Open Trade with Peru</i>.", "agreement", "signed", None),
    ("Norway and Chile have <i>a deal on salmon</i>.", "agreement", "concluded", None),
    ("<i>The truce between Iran and Kenya</i>, which entered into force in May, holds.", "agreement", "in-force", None),
    ("Peru is a party to <i>the Lima Convention on Rivers</i>.", "treaty", "in-force", None),
    ("Norway welcomed <i>the Statement of Intent</i> signed by Chile and Peru.", "memorandum", "signed", None),
    ("Chile and Peru reached <i>an agreement in principle on copper</i>.", "agreement", "concluded", None),
    ("Chile and Peru signed <i>the Agreement on Cooperation in Space</i>.", "agreement", "signed", None),
    (
        "Terms of <i>the Agreement on Fair Trade between Chile and Peru</i> will include copper.",
        "agreement",
        "proposed",
        None,
    ),
    ("Chile will implement <i>the Joint Initiative on Services with Peru</i>.", "other", "concluded", None),
    ("Norway and Kenya will finish talks on <i>a double tax agreement</i>.", "agreement", "proposed", None),
    ("Norway and Kenya held talks on <i>the double tax agreement</i>.", "agreement", "concluded", None),
    ("Norway and Kenya hope to reach <i>a deal on tea</i>.", "agreement", "proposed", None),
    ("Norway discussed <i>the recently signed tea agreement between Chile and Kenya</i>.", "agreement", "signed", None),
    ("Chile walked away from <i>the Lima Treaty</i>.", "treaty", "in-force", None),
    ("Norway and Kenya reached <i>a final agreement on tea</i>.", "agreement", "concluded", None),
    ("Chile and Peru reviewed <i>the draft agreements</i>.", "agreement", "proposed", None),
    pytest.param(
        "Norway sent Kenya <i>the Tea Agreement</i> for signature.",
        "agreement",
        "concluded",
        None,
        id="not its purpose",
    ),
]


@pytest.mark.parametrize(("marked", "kind", "status", "day"), READ)
def test_reads_the_instrument(marked, kind, status, day):
    text, spans = unmark(marked)
    found = list(read_instruments(*sketch(text)))
    assert mark(text, [one.span[0] for one in found], "i") == mark(text, spans["i"], "i")
    (one,) = found
    assert (one.kind.value, one.status.value, str(one.date.value) if one.date.value else None) == (kind, status, day)


ALONE = [
    pytest.param("Norway and Kenya are in agreement.", id="a state of mind"),
    pytest.param("No deal was in sight for Kenya.", id="denied"),
    pytest.param("The president signed an executive order on trade.", id="a unilateral paper"),
    pytest.param("Norway's national security strategy names Kenya.", id="a strategy"),
    pytest.param("Their partnership is strong.", id="a relationship"),
    pytest.param("OUR MARITIME PARTNERSHIP: Chile and Peru will talk.", id="a heading in capitals"),
    pytest.param("Chile made a resolution to save water.", id="a resolve"),
    pytest.param("The deal team flew to Kenya.", id="a noun that only describes the next one"),
    pytest.param("Norway wants a peaceful resolution of the dispute.", id="a settlement of a dispute"),
    pytest.param("The party's National Convention opened in Norway.", id="an assembly"),
    pytest.param("The bipartisan deal passed in Norway.", id="a deal at home"),
    pytest.param("Chile announced deals with Norwegian companies.", id="companies are no parties"),
    pytest.param("Chile and Peru praised an agreement between Norwegian universities.", id="universities are none"),
    pytest.param("Chile welcomed a five-year initiative of Nimbus Motors, Inc., in Peru.", id="a firm by its mark"),
    pytest.param("Kenya signed two memorandums of understanding with U.S. airlines.", id="firms as partners"),
    pytest.param("Norway and Kenya have a comprehensive partnership.", id="how close they are"),
    pytest.param("The Danish Treaty ports were opened to Norway.", id="a name that only describes the next noun"),
    pytest.param("OUR STRATEGIC PARTNERSHIP", id="a heading in capitals"),
    pytest.param("Chile and Peru want a peaceful settlement of disputes.", id="an end of a dispute"),
    pytest.param("Norway called it the worst deal of the year with Kenya.", id="what a deal is called"),
    pytest.param("Norway shall accord to Kenya the same treatment.", id="a verb"),
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_instrument(text):
    assert [one.span[0].of(text) for one in read_instruments(*sketch(text))] == []


TOGETHER = [
    ("Chile and Peru signed a trade deal. The deal covers copper. The trade deal is short.", 1),
    ("Chile signed the Lima Treaty and the Quito Protocol with Peru.", 2),
]


@pytest.mark.parametrize(("text", "count"), TOGETHER)
def test_one_record_for_each_instrument(text, count):
    assert len(list(read_instruments(*sketch(text)))) == count


def test_an_adopted_text_is_its_own_instrument():
    text = "Joint Statement of Norway and Kenya\nNorway and Kenya will build a port."
    (one,) = read_instruments(*sketch(text, kind="instrument"))
    assert one.span[0].of(text) == "Joint Statement of Norway and Kenya"
    assert (one.parties.value, one.kind.value, str(one.date.value)) == (("NOR", "KEN"), "joint-statement", "2025-11-24")


def test_a_release_is_none():
    text = "Fact Sheet on Kenya\nNorway will build a port."
    assert list(read_instruments(*sketch(text, kind="release"))) == []


def test_names_its_parties_and_slug():
    (one,) = read_instruments(*sketch("Chile and Peru signed a memorandum on mining."))
    assert one.parties.value == ("CHL", "PER")
    assert one.name == "memorandum-on-mining"


PARTIES = [
    ("Chile has signed similar deals with Peru and Norway.", ("CHL", "PER", "NOR")),
    ("Norway, Chile and Peru agreed on a joint plan of action.", ("NOR", "CHL", "PER")),
    ("Norway will accede to the Lisbon Treaty on Fisheries.", ("NOR",)),
    ("Chile and Peru signed a declaration of support for Kenya.", ("CHL", "PER")),
    ("Norway terminated an agreement with Kenya.", ("NOR", "KEN")),
    ("Chile and Peru launched the Pacific Framework for Ports.", ("CHL", "PER")),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_the_parties_are_those_who_made_it_or_carry_it_out(text, parties):
    (one,) = read_instruments(*sketch(text))
    assert one.parties.value == parties


@pytest.mark.parametrize("paper", load_papers(), ids=lambda paper: paper.name)
def test_every_sort_reads_its_own_example(paper):
    scene, sofar = sketch(paper.example)
    sofar = replace(sofar, actors=tuple(read_actors(scene, sofar)))
    assert paper.kind in [one.kind.value for one in read_instruments(scene, sofar)]


def test_two_treaties_on_both_sides_of_a_verb_are_two():
    found = list(read_instruments(*sketch("The USMCA replaced NAFTA in 2020.")))
    assert [one.name for one in found] == ["usmca", "nafta"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya withdrew from the Lima Convention on Rivers.", ("KEN",)),
        ("Peru is a party to the Lima Convention on Rivers.", ("PER",)),
        ("Chile, Peru and Kenya signed the Lima Treaty.", ("CHL", "PER", "KEN")),
    ],
)
def test_who_is_bound_by_an_instrument_of_many_is_its_party(text, parties):
    (found,) = read_instruments(*sketch(text))
    assert found.parties.value == parties
