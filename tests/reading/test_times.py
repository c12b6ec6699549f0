"""Times resolved against a report of Monday, 24 November 2025."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marks import mark, unmark
from servanda.codebook import Document, Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.times import deadline_in, find_times


def _scene(text, published="2025-11-24"):
    return Scene(document=Document(text=text, published=When.parse(published) if published else None))


def _all(text):
    return Span(0, len(text))


_PIECES = [
    "the",
    "0",
    "1",
    "30",
    "99",
    "2030",
    "9999",
    "1800",
    "May",
    "Jan.",
    "Nov",
    "June",
    "Friday",
    "last",
    "next",
    "this",
    "week",
    "month",
    "years",
    "decades",
    "within",
    "in",
    "by",
    "before",
    "since",
    "until",
    "early",
    "mid-",
    "end",
    "of",
    "first",
    "quarter",
    "half",
    "Q3",
    "FY26",
    "to",
    "-",
    "400",
    "ago",
    "day",
    "yesterday",
    "hundred",
    "and",
    "10/10/2020",
    "2020-13-45",
    "５",
    "every",
    "weekend",
    "2019",
    "today",
]

READ = [
    # days
    ("The ministers met on <t>30 June 2025</t>.", ["2025-06-30"]),
    ("They signed it on <t>June 30</t>.", ["2025-06-30"]),
    ("It was signed on the <t>30th of June</t>.", ["2025-06-30"]),
    ("They spoke again on <t>Nov. 3</t>.", ["2025-11-03"]),
    ("They spoke on <t>Wednesday, Nov. 19</t>; <t>two days earlier</t> they had met.", ["2025-11-19", "2025-11-17"]),
    ("Talks ran from <t>10 to 12 May</t>.", ["2025-05-10/2025-05-12"]),
    ("Talks ran from <t>May 30 to June 2, 2024</t>.", ["2024-05-30/2024-06-02"]),
    ("Talks ran on <t>May 10-12, 2024</t>.", ["2024-05-10/2024-05-12"]),
    ("Adopted on <t>2025-06-30</t> in Nairobi.", ["2025-06-30"]),
    ("Adopted on <t>30/06/2025</t> in Nairobi.", ["2025-06-30"]),
    pytest.param(
        "Kenya and Brazil will meet on <t>January 12</t>.", ["2026-01-12"], id="the next one where the tense is future"
    ),
    # weekdays
    ("The ministers met on <t>Friday</t> in Oslo.", ["2025-11-21"]),
    ("The ministers will meet on <t>Friday</t> in Oslo.", ["2025-11-28"]),
    ("The ministers met on <t>Monday</t>.", ["2025-11-24"]),
    ("They met <t>last Monday</t> and meet <t>next Monday</t>.", ["2025-11-17", "2025-12-01"]),
    ("He said <t>Tuesday</t> that they would meet <t>Wednesday</t>.", ["2025-11-18", "2025-11-26"]),
    ("The drill ran from <t>Tuesday to Thursday</t>.", ["2025-11-18/2025-11-20"]),
    ("They will meet on <t>Tuesday next week</t>.", ["2025-12-02"]),
    ("She arrived <t>yesterday</t> and leaves <t>tomorrow</t>.", ["2025-11-23", "2025-11-25"]),
    ("They met the Prime Minister <t>two days ago</t>.", ["2025-11-22"]),
    ("They met between <t>Monday and Wednesday</t>.", ["2025-11-17/2025-11-19"]),
    ("They met on <t>the 3rd</t>.", ["2025-11-03"]),
    ("They will meet on <t>the 3rd</t>.", ["2025-12-03"]),
    ("They will meet on <t>April 3 next year</t>.", ["2026-04-03"]),
    ("They met <t>in the last week of February 2024</t>.", ["2024-02-23/2024-02-29"]),
    ("They met <t>a few days ago</t>.", [None]),
    # months
    ("The visit is planned in <t>April next year</t>.", ["2026-04-01/2026-04-30"]),
    ("They met in Washington <t>last October</t>.", ["2025-10-01/2025-10-31"]),
    ("They met in Washington <t>last November</t>.", ["2024-11-01/2024-11-30"]),
    ("They met in <t>May</t> and in <t>late June</t>.", ["2025-05-01/2025-05-31", "2025-06-21/2025-06-30"]),
    ("It was drafted in <t>early March 2024</t>.", ["2024-03-01/2024-03-10"]),
    ("From <t>October 2021 to August 2022</t> they drilled.", ["2021-10-01/2022-08-31"]),
    ("The <t>March</t> agreement holds.", ["2025-03-01/2025-03-31"]),
    # years and their parts
    ("The <t>2018</t> Manila summit was short.", ["2018-01-01/2018-12-31"]),
    ("Talks between <t>2015 and 2019</t> failed.", ["2015-01-01/2019-12-31"]),
    ("They allied in <t>the late 1990s</t>.", ["1997-01-01/1999-12-31"]),
    ("It opened in <t>the second quarter of 2025</t>.", ["2025-04-01/2025-06-30"]),
    ("It will open in <t>the first half of next year</t>.", ["2026-01-01/2026-06-30"]),
    ("It opened in <t>early 2025</t>.", ["2025-01-01/2025-04-30"]),
    # periods
    ("The text, released <t>earlier this month</t>, is short.", ["2025-11-01/2025-11-24"]),
    ("They met <t>late last week</t>.", ["2025-11-21/2025-11-23"]),
    ("They will meet <t>early next week</t>.", ["2025-12-01/2025-12-03"]),
    ("They met <t>later last week</t>.", ["2025-11-17/2025-11-23"]),
    ("They met <t>this year</t> and <t>last year</t>.", ["2025-01-01/2025-11-24", "2024-01-01/2024-12-31"]),
    ("They will meet <t>this year</t>.", ["2025-01-01/2025-12-31"]),
    ("They will meet <t>later this year</t>.", ["2025-11-24/2025-12-31"]),
    ("They met <t>two weeks ago</t>.", ["2025-11-10/2025-11-16"]),
    ("<t>Over the past decade</t> trade grew.", ["2015-11-24/2025-11-24"]),
    ("Norway will invest <t>in the next six months</t>.", ["2025-11-24/2026-05-24"]),
    ("Norway will report <t>within 90 days</t>.", ["2025-11-24/2026-02-22"]),
    # bounds
    ("The rule holds <t>since 2006</t>.", ["2006-01-01/2025-11-24"]),
    ("It will be built <t>by 2030</t>.", ["2025-11-24/2030-12-31"]),
    ("It will be adopted <t>before the end of the year</t>.", ["2025-11-24/2025-12-31"]),
    # named, but not to be resolved
    ("They met <t>recently</t>.", [None]),
    ("It is paid in <t>fiscal year 2026</t>.", [None]),
    ("Adopted on <t>05/06/2025</t>.", [None]),
    ("They meet <t>every year</t>.", [None]),
    ("It opens <t>this summer</t>.", [None]),
    ("Signed on <t>31 February 2025</t>.", [None]),
]


@pytest.mark.parametrize(("marked", "days"), READ)
def test_reads_times(marked, days):
    text, spans = unmark(marked)
    found = find_times(_scene(text), _all(text))
    assert mark(text, [time.span for time in found], "t") == mark(text, spans["t"], "t")
    assert [str(time.when) if time.when else None for time in found] == days


ALONE = [
    "Prime Minister May met Mr Sun for a second time before the march.",
    "The regiment will march, and it may sat in the sun.",
    "Theresa May spoke of Good Friday.",
    "Resolution 2254 and Section 232 bind 2,000 troops.",
    "A force of 2000 soldiers stays.",
    "Growth in the April 3 percent report.",
    "It is the workplace of tomorrow.",
    "Article 5 and Room 1950 stay.",
]


@pytest.mark.parametrize("text", ALONE)
def test_leaves_alone_what_is_no_time(text):
    assert [time.span.of(text) for time in find_times(_scene(text), _all(text))] == []


DEADLINES = [
    ("Brazil will build it <t>by 2030</t>.", "2030-01-01/2030-12-31"),
    ("It is to be adopted <t>before the end of the year</t>.", "2025-12-31"),
    ("Norway will report <t>within 90 days</t>.", "2025-11-24/2026-02-22"),
    ("It is due <t>no later than June 30</t>.", "2026-06-30"),
    ("They agreed to finish <t>before 2030</t>.", "2029-12-31"),
    ("They agreed in March 2024 to finish <t>by the end of next year</t>.", "2026-12-31"),
]


@pytest.mark.parametrize(("marked", "day"), DEADLINES)
def test_reads_the_deadline(marked, day):
    text, spans = unmark(marked)
    found = deadline_in(_scene(text), _all(text))
    assert found is not None
    assert (mark(text, [found.span], "t"), str(found.when)) == (mark(text, spans["t"], "t"), day)


@pytest.mark.parametrize("text", ["They met in 2024.", "They met by the river in June.", "It was agreed on Friday."])
def test_sets_no_deadline(text):
    assert deadline_in(_scene(text), _all(text)) is None


def test_without_publication_only_full_dates_are_known():
    text = "They met on Friday and on 30 June 2025."
    found = find_times(_scene(text, published=None), _all(text))
    assert [str(time.when) for time in found] == ["None", "2025-06-30"]


def test_a_worked_out_day_says_how():
    text = "They met on Friday."
    (found,) = find_times(_scene(text), _all(text))
    assert found.reason == "latest Friday on or before publication on 2025-11-24"


@given(
    st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.sampled_from(["2025-11-24", "0001-01-03", "9999-12-30", "2025-11", "1500-01-01", None]),
)
@settings(max_examples=300, deadline=None)
def test_no_words_break_the_grammar(text, published):
    found = find_times(_scene(text, published), _all(text)) if text else ()
    assert all(before.span.end <= behind.span.start for before, behind in itertools.pairwise(found))
