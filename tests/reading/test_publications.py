"""Time words of a text of which only a few days of publication are known: 19 to 25 September 2017."""

import pytest

from servanda.codebook import Document, Span, When
from servanda.reading.scenes import Scene
from servanda.reading.times.times import find_times

BETWEEN = [
    ("Four days ago Chile and Peru met.", "2017-09-15/2017-09-21"),
    ("Last week Norway signed the treaty.", "2017-09-11/2017-09-24"),
    ("Kenya acceded to the treaty in April.", "2017-04-01/2017-04-30"),
    ("Next year India will host the forum.", "2018-01-01/2018-12-31"),
]
ALIKE = [
    ("On 3 May 2016 Chile and Peru met.", "2016-05-03"),
    ("In 2010 Norway signed the treaty.", "2010-01-01/2010-12-31"),
]
OPEN = [
    ("Four days ago Chile and Peru met.", "2017-01-01/2017-12-31"),
    ("Last week Norway signed it.", "2017-09-01/2017-09-30"),
]


@pytest.mark.parametrize(("text", "days"), [*BETWEEN, *ALIKE])
def test_words_count_from_the_first_and_the_last_day(text, days):
    scene = Scene(Document(text=text, published=When.parse("2017-09-19/2017-09-25")))
    assert [str(time.when) for time in find_times(scene, Span(0, len(text)))] == [days]


@pytest.mark.parametrize(("text", "published"), OPEN)
def test_a_text_of_any_day_of_a_month_or_year_leaves_them_open(text, published):
    scene = Scene(Document(text=text, published=When.parse(published)))
    assert [time.when for time in find_times(scene, Span(0, len(text)))] == [None]
