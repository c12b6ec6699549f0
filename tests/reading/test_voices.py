"""Who speaks where no name stands as the subject: descriptions, texts issued before, and who is quoted."""

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import DocumentKind
from servanda.reading.readers import READERS, read_document


def statements_of(text):
    document = Document(text=text, kind=DocumentKind.NEWS, published=When.parse("2024-05-17"))
    return read_document(document, READERS[:4]).statements


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('Ghanaian President Kofi Boakye told the press that he would go. "It is time," the former general said.', "kofi-boakye"),
        ('Peruvian Minister Ana Rojas told the press that she would go. "It is time," the 62-year-old said.', "ana-rojas"),
        ("Peruvian Minister Ana Rojas said that she would go. The veteran politician added that it was time.", "ana-rojas"),
        # A text that several adopted
        ("Peru and Chile met in Oslo. A joint statement was read at noon.\\nThe statement added that the port will open.", "PER CHL"),
        ("Peru and Chile signed the Lamu Declaration on Monday.\\nThe Lamu Declaration, issued after a walk with Norwegian Minister Ole Dal, said that the port will open.", "PER CHL"),
        # The leaders of a body of whom a report tells
        ("ECOWAS leaders close ports\\n\\nECOWAS leaders met in Accra, where Ghanaian President Kofi Boakye read a text with Togolese Minister Ama Adjei.\\n\\nThe leaders condemned the raid. They demanded an end to it.", "ecowas"),
        ("Ports closed\\n\\nThe foreign ministers of ASEAN met in Lima, where Peruvian President Ana Rojas greeted Chilean Minister Luis Soto.\\n\\nThe ministers said that the port will open.", "asean"),
        # A text that was issued in another paragraph
        ("Peru and Chile met. They declared in a joint statement that ties would grow.\\nThe port will open, according to the statement.", "PER CHL"),
    ],
)  # fmt: skip
def test_the_last_statement_is_put_down_to(text, speakers):
    assert statements_of(text.replace("\\n", "\n"))[-1].speakers.value == tuple(speakers.split())


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peru and Chile met in Oslo.\n\nThe statement of the Norwegian foreign ministry said that the port will open.", {"NOR/ministry-of-foreign-affairs"}),
        ("Peru and Chile issued a joint statement in Oslo.\n\nA Pentagon statement said that the port will open.", {"USA/department-of-defense"}),
        ("Presidents meet\n\nPeruvian President Ana Rojas met Chilean President Luis Soto in Lima.\n\nThe leaders said that the port will open.", {"ana-rojas", "luis-soto"}),
    ],
    ids=["one's own text", "another's text", "persons who met"],
)  # fmt: skip
def test_a_text_of_ones_own_and_leaders_by_name_are_no_others(text, speakers):
    assert set(statements_of(text)[-1].speakers.value or ()) == speakers


@pytest.mark.parametrize(
    "text",
    [
        'Peruvian Minister Ana Rojas said that she would go. "It is time," the sailors said.',
        'A ship sank. "It is time," the former general said.',
        'Peruvian Minister Ana Rojas said that she would go.\n\nA ship sank.\n\nIt was late.\n\n"It is time," the former general said.',
    ],
)
def test_an_unknown_speaker_stays_unknown(text):
    assert statements_of(text)[-1].speakers.value is None


@pytest.mark.parametrize(
    ("text", "speakers", "via", "content"),
    [
        ("“We will go,” Minister Ana Rojas was quoted by Xinhua as saying.", "ana-rojas", "xinhua", "“We will go,”"),
        ("Minister Ana Rojas was quoted by Russia’s TASS news agency as saying that Peru would go.", "ana-rojas", "tass", "Peru would go"),
        ("Minister Ana Rojas was quoted in Dawn as saying on Monday that Peru would go.", "ana-rojas", "dawn", "Peru would go"),
        ("Kyodo quoted Minister Ana Rojas as saying that Peru would go.", "ana-rojas", "kyodo", "Peru would go"),
    ],
)  # fmt: skip
def test_who_quotes_only_relays(text, speakers, via, content):
    (one,) = statements_of(text)
    assert one.speakers.value == (speakers,)
    assert [relay.name for relay in one.via] == [via]
    assert [span.of(text) for span in one.content] == [content]


def test_an_armed_group_in_front_of_a_headline_is_what_it_is_about():
    text = "Boko Haram: Chad joins force\n\nChad joined a force on Monday."
    assert statements_of(text) == ()
