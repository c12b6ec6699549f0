"""Facts about a document, each from the first source that states it."""

import pytest

from servanda.codebook import When
from servanda.intake.documents import document_from
from servanda.intake.extracts import Extract
from servanda.intake.facts import Facts

LEAD = "Norway and Kenya agreed on Monday to rebuild the port of Lamu together, officials said in Oslo."


def read(text, *said, **facts):
    own = Facts(source="JSON", **facts)
    return document_from(
        Extract(text=text, location="a", media_type="text/plain", extractor="text", raw_hash="", facts=own), said
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Port deal signed in Oslo\n{LEAD}", "Port deal signed in Oslo"),
        (f"# Port deal signed in Oslo #\n\n{LEAD}", "Port deal signed in Oslo"),
        (f"Who pays for the port of Lamu?\n{LEAD}", "Who pays for the port of Lamu?"),
        (f"Joint Statement of Kenya and the U.S.\n{LEAD}", "Joint Statement of Kenya and the U.S."),
        (f"Call with President Odhiambo Jr.\n{LEAD}", "Call with President Odhiambo Jr."),
        (f"Kenya buys ferries from Nimbus Marine Inc.\n{LEAD}", "Kenya buys ferries from Nimbus Marine Inc."),
        (f"Remarks by Prof. Berg in Oslo\n{LEAD}", "Remarks by Prof. Berg in Oslo"),
        (f"Monday, March 4, 2024\nPort deal signed\n{LEAD}", "Port deal signed"),
        (f"\r\n\r\nPort deal signed\r\n\r\n{LEAD}", "Port deal signed"),
        pytest.param(f"{LEAD}\n{LEAD}", None, id="a sentence"),
        pytest.param("Port deal signed", None, id="nothing follows"),
        pytest.param(f"- Port deal signed\n{LEAD}", None, id="an item of a list"),
        pytest.param(f"Norway:\n{LEAD}", None, id="a heading"),
    ],
)
def test_the_headline_is_the_first_line_that_looks_like_one(text, title):
    assert read(text)[0].title == title


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Monday, March 4, 2024", "2024-03-04"),
        ("4 March 2024\u00a0", "2024-03-04"),
        ("Updated: Mar. 4th, 2024 6:30 p.m.", "2024-03-04"),
        ("2024-03-04", "2024-03-04"),
        ("In force since March 4, 2024, the deal", "None"),
        ("February 31, 2024", "None"),
        ("March 4", "None"),
    ],
)
def test_a_full_date_alone_in_the_first_lines_is_the_day_of_publication(line, published):
    assert str(read(f"Port deal signed\n{line}\n{LEAD}")[0].published) == published


def test_metadata_come_before_the_text():
    document = read(f"Port deal signed\nMonday, March 4, 2024\n{LEAD}", published=When.parse("2024-03-05"))[0]
    assert str(document.published) == "2024-03-05"


def test_others_come_before_the_sources_own_metadata():
    said = Facts(source="meta.json", title="Theirs")
    document = read(LEAD, said, title="Own", author="A")[0]
    assert {(g.field, g.source) for g in document.grounds} >= {("title", "meta.json"), ("author", "JSON")}
    assert document.title == "Theirs"


def test_grounds_point_at_the_words():
    text = f"Port deal signed\nOSLO, March 4, 2024 (Reuters) - {LEAD}"
    document = read(text)[0]
    shown = {ground.field: ground.span.of(text) for ground in document.grounds if ground.span}
    assert shown == {
        "title": "Port deal signed",
        "dateline": "OSLO",
        "agency": "Reuters",
        "published": "OSLO, March 4, 2024 (Reuters) -",
    }


@pytest.mark.parametrize(
    ("published", "codes"),
    [("2024-03-05", []), ("2024-03-01/2024-03-31", []), ("2024", []), ("2024-11-05", ["dates-differ"])],
)
def test_a_dateline_without_a_year_is_compared_only(published, codes):
    document, problems = read(f"OSLO, March 4 (Reuters) - {LEAD}", published=When.parse(published))
    assert [problem.code for problem in problems] == codes
    assert str(document.published) == str(When.parse(published))


def test_a_dateline_gives_no_year():
    assert read(f"OSLO, March 4 (Reuters) - {LEAD}")[0].published is None


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.mfa.gov.sg/Newsroom/1", "Singaporean Foreign Ministry"),
        ("news.un.org", "UN News"),
        ("press.un.org/en", "United Nations"),
        ("harvested from https://www.regjeringen.no/en/x", "Government of Norway"),
        ("https://www.notgov.uk.example", None),
        ("https://[broken", None),
    ],
)
def test_the_address_says_who_published(address, outlet):
    assert read(LEAD, address=address)[0].outlet == outlet
