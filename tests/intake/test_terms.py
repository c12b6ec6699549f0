"""When a text without a date was written, by those whom it names in office."""

import pytest

from marks import mark, unmark
from servanda.codebook import When
from servanda.intake.documents import document_from
from servanda.intake.extracts import Extract
from servanda.intake.facts import facts_from
from servanda.intake.terms import find_term


@pytest.mark.parametrize(
    ("marked", "when", "reason"),
    [
        (
            "French <t>President Emmanuel Macron</t> met German Chancellor Olaf Scholz in Berlin.",
            "2021-12-08/2025-05-06",
            "the time in office of Emmanuel Macron and Olaf Scholz",
        ),
        (
            "U.S. <t>President Joe Biden</t> called Japanese Prime Minister Fumio Kishida’s office.",
            "2021-10-04/2024-10-01",
            "the time in office of Joe Biden and Fumio Kishida",
        ),
        (
            "<t>Prime Minister Shinzo Abe</t> received Australian Prime Minister Malcolm Turnbull.",
            "2015-09-15/2018-08-24",
            "the time in office of Shinzo Abe and Malcolm Turnbull",
        ),
    ],
)
def test_the_interval_in_which_all_were_in_office(marked, when, reason):
    text, spans = unmark(marked)
    term = find_term(text)
    assert term is not None
    assert (mark(text, [term.span], "t"), term.reason) == (mark(text, spans["t"], "t"), reason)
    start, end = When.parse(when).start, When.parse(when).last
    # The sources may differ by a day on when a term began or ended.
    assert abs((term.when.start - start).days) <= 3
    assert abs((term.when.last - end).days) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "Former President Barack Obama spoke in Nairobi.",
        "President Bill Clinton signed what Prime Minister Keir Starmer praised.",
        "The presidents of Kenya and Uganda met in Kampala.",
        "President Nobody Anywhere spoke.",
    ],
)
def test_no_interval_where_nobody_or_nobody_together_was_in_office(text):
    assert find_term(text) is None


def document(text, **table):
    facts, problems = facts_from(table, source="meta.json", location="a")
    assert not problems
    extract = Extract(text=text, location="a", media_type="text/plain", extractor="text", raw_hash="", facts=None)
    return document_from(extract, [facts])[0]


LEAD = "French President Emmanuel Macron met German Chancellor Olaf Scholz to talk about the port of Toulon, officials said."


def test_a_text_without_a_date_has_the_interval_with_its_reason():
    found = document(f"Talks on a port\n{LEAD}")
    assert found.published is not None
    assert found.published.start.year == 2021
    assert not found.published.is_day
    (ground,) = [ground for ground in found.grounds if ground.field == "published"]
    assert ground.source == "the time in office of Emmanuel Macron and Olaf Scholz"


def test_a_date_that_is_given_goes_before_the_interval():
    assert str(document(f"Talks on a port\n{LEAD}", date="2023-03-05").published) == "2023-03-05"


def test_the_datelines_day_is_found_in_the_only_year_it_may_be_of():
    long = (
        "PARIS, May 20 (Reuters) - French President Emmanuel Macron met German Chancellor Olaf Scholz, officials said."
    )
    published = document(f"Talks on a port\n{long}").published
    assert published is not None
    assert not published.is_day
    alone = (
        "LONDON, Oct. 10 (Reuters) - British Prime Minister Liz Truss spoke of the port of Dover again, officials said."
    )
    assert str(document(f"Talks on a port\n{alone}").published) == "2022-10-10"


@pytest.mark.parametrize(
    ("place", "stamp", "day"),
    [
        ("SEOUL", "2025-11-13T20:28:00-05:00", "2025-11-14"),
        ("WASHINGTON", "2025-11-14T01:28:00Z", "2025-11-13"),
        ("WASHINGTON", "2025-11-13T20:28:00-05:00", "2025-11-13"),
        ("CANBERRA", "2025-11-13T14:00:00Z", "2025-11-14"),
        ("BRASILIA", "2025-11-14T02:30:00+00:00", "2025-11-13"),
        ("SEOUL", "2025-11-13T20:28:00", "2025-11-13"),
        ("SEOUL", "2025-11-13", "2025-11-13"),
    ],
)
def test_a_time_stamp_counts_where_the_text_was_written(place, stamp, day):
    text = f"Talks on a port\n{place} (Reuters) - Officials met again to talk about the port of Toulon and its cranes, they said."
    assert str(document(text, date=stamp).published) == day
