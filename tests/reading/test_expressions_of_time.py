"""Every kind of expression of time, with its days, its written value and its kind; counted from Monday, 24 November 2025."""

import pytest

from marks import mark, unmark
from servanda.codebook import Document, Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_expressions, find_times


def _read(text, published="2025-11-24", **facts):
    when = When.parse(published) if published else None
    scene = Scene(document=Document(text=text, published=when, **facts))
    return find_expressions(scene, Span(0, len(text)))


def _shown(time):
    return str(time.when) if time.when else None


# Each row: the text, and for each expression its days, its value and its kind.
KINDS = [
    ("They met on <t>30 June 2025</t>.", [("2025-06-30", "2025-06-30", "date")]),
    ("They met in <t>early June 2025</t>.", [("2025-06-01/2025-06-10", "2025-06", "date")]),
    ("They met <t>this week</t>.", [("2025-11-24", "2025-W48", "date")]),
    ("They met in <t>the third quarter of 2024</t>.", [("2024-07-01/2024-09-30", "2024-Q3", "date")]),
    ("They met in <t>the second half of 2024</t>.", [("2024-07-01/2024-12-31", "2024-H2", "date")]),
    ("They built it in <t>the mid-1990s</t>.", [("1994-01-01/1996-12-31", "199", "date")]),
    ("They built it in <t>the eighties</t>.", [("1980-01-01/1989-12-31", "198", "date")]),
    ("It began in <t>the late 19th century</t>.", [("1870-01-01/1899-12-31", "18", "date")]),
    ("They met on <t>Friday night</t>.", [("2025-11-21", "2025-11-21TNI", "clock")]),
    (
        "They met at <t>3 p.m.</t> on <t>Friday</t>.",
        [("2025-11-21", "2025-11-21T15:00", "clock"), ("2025-11-21", "2025-11-21", "date")],
    ),
    (
        "They met on <t>12 May</t>, at <t>20:28 GMT</t>.",
        [("2025-05-12", "2025-05-12", "date"), ("2025-05-12", "2025-05-12T20:28Z", "clock")],
    ),
    ("They talked for <t>two weeks</t>.", [(None, "P2W", "length")]),
    ("A <t>six-month</t> truce was agreed.", [(None, "P6M", "length")]),
    ("It took <t>two and a half years</t>.", [(None, "P2.5Y", "length")]),
    ("It took <t>several days</t>.", [(None, "PXD", "length")]),
    ("It takes <t>60 to 90 days</t>.", [(None, "P60D/P90D", "length")]),
    ("They meet <t>every Friday</t>.", [(None, "XXXX-WXX-5", "repeated")]),
    ("They meet <t>every two years</t>.", [(None, "R/P2Y", "repeated")]),
    ("They hold an <t>annual</t> summit.", [(None, "R/P1Y", "repeated")]),
    ("They met <t>twice a month</t>.", [(None, "R/P1M", "repeated")]),
    ("Nothing came of it <t>to date</t>.", [(None, "PRESENT_REF", "date")]),
    ("They met <t>recently</t>.", [(None, "PAST_REF", "date")]),
    ("They will sign in <t>the coming months</t>.", [(None, "PXM", "date")]),
    ("<t>Two years ago</t> they met.", [("2023-01-01/2023-12-31", "2023", "date")]),
    ("Trade grew over <t>the past decade</t>.", [("2015-11-24/2025-11-24", "P10Y", "date")]),
    ("It ruled from <t>264 BC</t> on.", [(None, "BC0264", "date")]),
    ("They will meet on <t>Christmas Eve</t>.", [("2025-12-24", "2025-12-24", "date")]),
    ("They met at APEC <t>2024</t>.", [("2024-01-01/2024-12-31", "2024", "date")]),
    ("It is the lowest since <t>’82</t>.", [("1982-01-01/1982-12-31", "1982", "date")]),
    (
        "They marked <t>the 50th anniversary</t> of the <t>1973</t> treaty.",
        [("2023-01-01/2023-12-31", "2023", "date"), ("1973-01-01/1973-12-31", "1973", "date")],
    ),
    ("They marked <t>the 50th anniversary</t> of the pact.", [(None, "", "date")]),
]


@pytest.mark.parametrize(("marked", "meant"), KINDS, ids=[row[0] for row in KINDS])
def test_reads_what_each_expression_says(marked, meant):
    text, spans = unmark(marked)
    found = _read(text)
    # A time of the calendar behind "since" is bounded: its core is the expression itself.
    assert mark(text, [time.core for time in found], "t") == mark(text, spans["t"], "t")
    expected = [(days, value, kind) for days, value, kind in meant if "since" not in marked]
    assert not expected or [(_shown(time), time.value, time.kind.value) for time in found] == expected
    assert [time.value for time in found] == [value for _, value, _ in meant]
    assert all(time.reason for time in found if time.when is None)


ANCHORED = [
    # counted from a day named before
    ("They met on <t>19 November</t> and, <t>the following day</t>, signed.", ["2025-11-19", "2025-11-20"]),
    ("They met on <t>19 November</t>. They signed <t>that night</t>.", ["2025-11-19", "2025-11-19"]),
    (
        "Exports fell in <t>2024</t>, after a rise in <t>the previous year</t>.",
        ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31"],
    ),
    # years long past: what follows counts from them
    (
        "In <t>2018</t> Ghana met Togo in Accra. In <t>September</t> they met again.",
        ["2018-01-01/2018-12-31", "2018-09-01/2018-09-30"],
    ),
    (
        "In <t>2018</t> Ghana met Togo. It has been quiet since <t>September</t>.",
        ["2018-01-01/2018-12-31", "2025-09-01/2025-11-24"],
    ),
    # counted from an event that is dated elsewhere
    (
        "<t>A day after the summit</t> they left. The summit was held on <t>19 November</t>.",
        ["2025-11-20", "2025-11-19"],
    ),
    ("<t>A day after the summit</t> they left.", [None]),
    (
        "They signed it on <t>1 October</t>. It enters into force <t>within 90 days of signature</t>.",
        ["2025-10-01", "2025-10-01/2025-12-30"],
    ),
    ("It enters into force <t>within 30 days of receipt</t>.", [None]),
    ("They report <t>within 30 days of the date</t> of this agreement.", ["2025-11-24/2025-12-24"]),
    # nothing to count from
    ("<t>The following day</t> they met.", [None]),
    ("They had met <t>two days earlier</t>.", [None]),
]


@pytest.mark.parametrize(("marked", "days"), ANCHORED, ids=[row[0] for row in ANCHORED])
def test_counts_from_what_the_text_named(marked, days):
    text, spans = unmark(marked)
    found = _read(text)
    cores = [time.core if "since" in text and "September" in time.core.of(text) else time.span for time in found]
    assert mark(text, cores, "t") == mark(text, spans["t"], "t")
    assert [_shown(time) for time in found] == days


UNDATED = [
    (
        "On <t>5 March 1994</t> they met. On <t>7 April</t> they signed, and <t>a year later</t> it failed.",
        ["1994-03-05", "1994-04-07", "1995-01-01/1995-12-31"],
    ),
    (
        "In <t>November 1994</t> they met. In <t>January</t> they signed.",
        ["1994-11-01/1994-11-30", "1995-01-01/1995-01-31"],
    ),
    (
        "<t>1994</t>\nOn <t>7 April</t> they met. <t>Later that year</t> they signed.",
        ["1994-01-01/1994-12-31", "1994-04-07", "1994-01-01/1994-12-31"],
    ),
    ("They met on <t>Friday</t>.", [None]),
    ("They met in <t>May</t>.", [None]),
]


@pytest.mark.parametrize(("marked", "days"), UNDATED, ids=[row[0] for row in UNDATED])
def test_a_text_without_a_date_counts_from_the_time_told_before(marked, days):
    text, spans = unmark(marked)
    found = _read(text, published=None)
    assert mark(text, [time.span for time in found], "t") == mark(text, spans["t"], "t")
    assert [_shown(time) for time in found] == days


BY_STATE = [
    ("It is due on 05/06/2026.", {"dateline": "WASHINGTON"}, "2026-05-06", "month first, as it is written in USA"),
    ("It is due on 05/06/2026.", {"dateline": "CANBERRA"}, "2026-06-05", "day first, as it is written in AUS"),
    ("It is due on 05/06/2026.", {"outlet": "The Jakarta Post"}, "2026-06-05", "day first, as it is written in IDN"),
    ("It is due on 05/06/2026.", {"dateline": "TOKYO"}, None, "day or month may stand first"),
    ("It is due on 05/06/2026.", {}, None, "day or month may stand first"),
    ("Aid grew in FY2026.", {"dateline": "WASHINGTON"}, "2025-10-01/2026-09-30", "where the text was written"),
    ("Aid grew in fiscal 2027.", {"dateline": "TOKYO"}, "2027-04-01/2028-03-31", "begins on 1 April"),
    ("India spent more in FY2026.", {"dateline": "WASHINGTON"}, "2025-04-01/2026-03-31", "of IND, named beside it"),
    ("Australia spends it in the 2025-26 budget year.", {}, "2025-07-01/2026-06-30", "of AUS, named beside it"),
    ("Aid grew this fiscal year.", {"outlet": "The Straits Times"}, "2025-04-01/2026-03-31", "of SGP"),
    ("Aid grew in FY2026.", {}, None, "no state is named"),
    ("They met last summer.", {"dateline": "OSLO"}, "2025-06-01/2025-08-31", "as they fall in NOR"),
    ("They met last summer.", {"dateline": "BUENOS AIRES"}, "2024-12-01/2025-02-28", "as they fall in ARG"),
    ("Norway and Australia met in the summer of 2024.", {}, None, "two halves of the earth"),
    (
        "Norway drilled in the summer of 2024.",
        {},
        "2024-06-01/2024-08-31",
        "half of the earth that the sentence speaks of",
    ),
    ("They met last summer.", {}, None, "two halves of the earth"),
    ("They met last summer.", {"dateline": "NAIROBI"}, None, "two halves of the earth"),
]


@pytest.mark.parametrize(("text", "facts", "days", "reason"), BY_STATE, ids=[f"{row[0]} {row[1]}" for row in BY_STATE])
def test_the_calendar_is_that_of_the_state(text, facts, days, reason):
    (time,) = [time for time in _read(text, **facts) if time.kind == "date"]
    assert _shown(time) == days
    assert reason in time.reason


ZONES = [
    ("They signed at 8:28 p.m. Washington time on Thursday.", "SEOUL", "2025-11-20", "2025-11-21"),
    ("They signed at 20:28 EST on 13 November.", "SEOUL", "2025-11-13", "2025-11-14"),
    ("They signed at 1:00 a.m. KST on 14 November.", "WASHINGTON", "2025-11-14", "2025-11-13"),
    ("They signed at 23:00 GMT on Friday.", "CANBERRA", "2025-11-21", "2025-11-22"),
    ("They signed at 11 a.m. local time on Friday.", "SEOUL", "2025-11-21", None),
]


@pytest.mark.parametrize(("text", "dateline", "day", "there"), ZONES, ids=[row[0] for row in ZONES])
def test_an_hour_of_another_zone_says_which_day_it_is_here(text, dateline, day, there):
    clock = next(time for time in _read(text, dateline=dateline) if time.kind == "clock")
    assert _shown(clock) == day
    assert clock.reason == (
        "the day named with the hour"
        if there is None
        else f"by the clock that is named; where the text was written it is {there}"
    )


RANGES = [
    ("from <e>May</e> to <e>July 2024</e>", "2024-05-01/2024-07-31", ["2024-05", "2024-07"]),
    ("from <e>10</e> to <e>12 May 2024</e>", "2024-05-10/2024-05-12", ["2024-05-10", "2024-05-12"]),
    ("between <e>2015</e> and <e>2019</e>", "2015-01-01/2019-12-31", ["2015", "2019"]),
    ("from <e>Tuesday</e> to <e>Thursday</e>", "2025-11-18/2025-11-20", ["2025-11-18", "2025-11-20"]),
]


@pytest.mark.parametrize(("marked", "days", "values"), RANGES, ids=[row[0] for row in RANGES])
def test_a_range_knows_its_ends(marked, days, values):
    text, spans = unmark(f"Talks ran {marked}.")
    (time,) = _read(text)
    assert _shown(time) == days
    assert mark(text, [span for span, _ in time.ends], "e") == mark(text, spans["e"], "e")
    assert [value for _, value in time.ends] == values


NO_TIME = [
    "It soon became clear that they had met.",
    "The workplace of tomorrow is small.",
    "Resolution 1325 and Article 51 stay.",
    "He won 3-2 and paid 1,990 dollars.",
    "General March and Prime Minister May spoke.",
    "The 1200 soldiers and 2000 workers left.",
    "A second term and a third way.",
    "Support stands in the 30s.",
    "The 6-year-old boy left.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_leaves_alone_what_names_no_time(text):
    assert [time.span.of(text) for time in _read(text)] == []


def test_in_january_this_winter_began_the_year_before():
    (time,) = _read("Norway will drill this winter.", published="2022-01-07")
    assert (str(time.when), time.value) == ("2021-12-01/2022-02-28", "2021-WI")


def test_lengths_and_single_words_are_no_times_that_say_when():
    text = "The former minister talked for two weeks of the annual drill, and left on Friday."
    scene = Scene(document=Document(text=text, published=When.parse("2025-11-24")))
    assert [time.span.of(text) for time in find_times(scene, Span(0, len(text)))] == ["Friday"]


def test_a_part_of_an_expression_is_read_as_far_as_it_is_asked_for():
    text = "They met on 30 June 2024."
    scene = Scene(document=Document(text=text, published=When.parse("2025-11-24")))
    assert [str(time.when) for time in find_times(scene, Span(0, text.index(" 2024")))] == ["2025-06-30"]
    assert [str(time.when) for time in find_times(scene, Span(0, len(text)))] == ["2024-06-30"]
