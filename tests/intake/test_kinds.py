"""Kinds of texts, for any two governments."""

import pytest

from servanda.intake.kinds import kind_of
from servanda.intake.lines import lines_of
from servanda.lexicon.outlets import is_governing, is_reporting

NEWS = "Norway and Kenya agreed on Monday to rebuild the port of Lamu, officials said. “We are glad,” the minister told reporters."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement of the Republic of Kenya and the Kingdom of Norway", "instrument"),
        ("Philippines-Australia Joint Declaration on Strategic Partnership", "instrument"),
        ("Joint Fact Sheet on the President’s Meeting with the Prime Minister of Norway", "instrument"),
        ("BRICS Leaders’ Declaration", "instrument"),
        ("Nordic-Baltic Foreign Ministers' Joint Statement on Georgia", "instrument"),
        ("Agreement between the Government of Brazil and the Government of Kenya on Air Services", "instrument"),
        ("Memorandum of Understanding on Fisheries", "instrument"),
        ("Kenya-Norway-Brazil Trilateral Ministers’ Press Statement", "instrument"),
        ("Readout of the Prime Minister’s Call with the President of Kenya", "readout"),
        ("Joint Readout of the Kenya-Norway Dialogue", "readout"),
        ("Foreign Minister’s telephone conversation with his Brazilian counterpart", "readout"),
        ("Statement by the Spokesperson on the Minister’s meeting with President Ruto", "readout"),
        ("FACT SHEET: Kenya-Norway Port Partnership", "release"),
        ("Statement by the Foreign Minister on the Elections in Kenya", "release"),
        ("Message to Parliament on the Agreement between Kenya and Norway", "release"),
        ("Remarks by the Prime Minister at the Lamu Port Forum", "transcript"),
        ("Transcript of the Joint Press Conference", "transcript"),
        ("Press Briefing by the Foreign Ministry Spokesperson", "transcript"),
        ("Norway, Kenya issue joint statement on fisheries", "news"),
        ("Kenya hails joint declaration with Norway", "news"),
        ("Peruvian and Chilean leaders sign rivers declaration in Lima", "news"),
        ("Norway-Kenya ports deal: key points of the joint statement", "news"),
        ("Ruto says meeting with Norwegian premier went well", "news"),
        ("Brazil signs memorandum of understanding on fisheries with Kenya", "news"),
        ("Governors sue over declaration of emergency", "news"),
        ("A Message to the Parliament on the Treaty of Oslo", "release"),
        ("Declaration of Lamu", "instrument"),
        ("Minister criticized over remarks on Kenya", "news"),
    ],
)
def test_the_title_names_the_kind(title, kind):
    assert kind_of(title, NEWS, lines_of(NEWS))[0] == kind


@pytest.mark.parametrize(
    ("official", "text", "kind"),
    [
        (True, "The Minister met today with the President of Kenya in Nairobi. They spoke of ports.", "readout"),
        (True, "The Government has decided to lend Kenya the money.", "release"),
        (False, "We went to Lamu to see the port. We liked it. Our guide was kind to us. We will return.", "news"),
        (
            None,
            "We thank Kenya for our partnership. We will lend the money. Our ministers will meet, and we look forward to it.",
            "release",
        ),
        (None, NEWS, "news"),
        (
            None,
            "The Government of Kenya and the Government of Norway, hereinafter the Parties, have agreed as follows:",
            "instrument",
        ),
        (
            None,
            "PRESIDENT RUTO: Welcome.\nQ Sir, the port?\nPRESIDENT RUTO: It will be built.\nQ When?\n",
            "transcript",
        ),
        (None, "A ministry spokesperson said: “The Minister met her colleague today.”", "readout"),
    ],
)
def test_without_a_telling_title_the_publisher_and_the_form_decide(official, text, kind):
    assert kind_of(None, text, lines_of(text), official=official)[0] == kind


def test_a_paper_that_prints_a_title_of_a_document_writes_news():
    assert kind_of("Joint Statement of Kenya and Norway explained", NEWS, lines_of(NEWS), official=False)[0] == "news"


def test_a_report_by_an_agency_is_news_whatever_its_appeal_says():
    text = "We need you. Our work depends on gifts. We thank you for our future."
    assert kind_of(None, text, lines_of(text), wired=True)[0] == "news"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kenya-Norway Foreign Ministers’ Meeting", "readout"),
        ("Telephone Talk", "readout"),
        ("Brazil-Portugal Strategic Dialogue", "readout"),
        ("Kenya cancels a visit", "release"),
        ("A new embassy in Nairobi", "release"),
    ],
)
def test_a_government_names_a_readout_by_the_encounter_alone(title, kind):
    text = "The Minister spoke of ports. He thanked Kenya for the herring that it had sent."
    assert kind_of(title, text, lines_of(text), official=True)[0] == kind


@pytest.mark.parametrize(
    ("title", "first", "kind"),
    [
        (
            "BALTIC FMs’ statement on rivers",
            "We, the Baltic Foreign Ministers, recall the Treaty of Oslo.",
            "instrument",
        ),
        ("Statement on Rivers", "We, the Heads of State of Peru, Chile and Brazil, met in Lima.", "instrument"),
        ("Statement by the Minister on Rivers", "We thank the Ministers of Peru for their help.", "release"),
        ("A river is bridged", "“We, the Ministers of Peru and Chile, open this bridge,” the two said.", "news"),
        (
            "Joint Press Statement with the Minister of Kenya",
            "Excellency,\n\nThank you for coming to Oslo.",
            "transcript",
        ),
        ("Meeting the press in Oslo", "Ladies and gentlemen,\n\nIt was good to see the Minister.", "transcript"),
        ("Opening of the port", "Good afternoon.\n\nIt was good to see the Minister.", "transcript"),
        ("Words at the port", "Distinguished delegates, dear friends,\n\nIt was good to see the port.", "transcript"),
        ("Joint press conference with the Minister of Kenya", "It was good to see the Minister.", "transcript"),
        ("Words at the port", "The Minister said: “Ladies and gentlemen, the port is open.”", "news"),
        ("Words at the port", "Good morning was said at noon: the port of Lamu opened late.", "news"),
        ("Minister holds joint press conference in Oslo", "The Minister saw the press.", "news"),
    ],
)
def test_the_first_words_tell_who_speaks(title, first, kind):
    text = f"{title}\n\n{first}\n\nThe port was built by Norway. It is large. Ships come every day."
    assert kind_of(title, text, lines_of(text))[0] == kind


def test_what_a_paper_quotes_at_its_head_is_news():
    text = "Good morning.\n\nWe, the Ministers of Peru and Chile, greet you."
    assert kind_of("Greetings", text, lines_of(text), official=False)[0] == "news"


@pytest.mark.parametrize(
    ("name", "governs"),
    [
        ("African Union Commission", True),
        ("Council of the European Union", True),
        ("ASEAN", True),
        ("President’s Office of Georgia", True),
        ("Ministry of Trade of Norway", True),
        ("UN News", False),
        ("The East African", False),
        ("Commonwealth Times", False),
        ("African Union Monitor", False),
        ("International Atomic Energy Agency", True),
        ("Space Agency of Norway", False),
    ],
)
def test_the_name_of_a_publisher_says_that_it_speaks_for_itself(name, governs):
    assert is_governing(name) is governs


@pytest.mark.parametrize(
    ("name", "reports"),
    [
        ("The Lamu Mail", True),
        ("BBC News", True),
        ("Al Jazeera English", True),
        ("TRT", True),
        ("Press Service of the President of Peru", False),
        ("Ministry of Trade of Norway", False),
        ("Institute of the Sea", False),
    ],
)
def test_the_name_of_a_publisher_says_that_it_reports(name, reports):
    assert is_reporting(name) is reports


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Joint statement by the Prime Ministers of Norway and Kenya", "instrument"),
        ("They issued a joint statement on ports", "release"),
        ("The joint statement of the two is long.", "release"),
    ],
)
def test_a_heading_below_the_title_names_a_joint_text(heading, kind):
    text = f"Ports for Lamu\n\n{heading}\n\nThe port will be built by 2030."
    assert kind_of("Ports for Lamu", text, lines_of(text), official=True)[0] == kind
