"""Words of texts, their periods, and what a series no longer says."""

from datetime import date

import pytest

from servanda.resolve.characterizations import (
    Text,
    Use,
    period_of,
    periods_of,
    series_of,
    silences_of,
    usual_spelling,
    words_in,
)

WORDS = [
    ("Ghana’s unshakeable partnership with Togo", ["unshakeable", "partnership"]),
    ("the two leaders agreed to continue their work", ["work"]),
    ("Kenya and the Kenyan people", ["people"]),
    ("an iron-clad, long-standing friendship of 70 years", ["iron-clad", "long-standing", "friendship"]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_that_are_about_something(text, words):
    assert [spelling for _, spelling in words_in(text)] == words


PERIODS = [
    ([], ()),
    (["2024-11-02", "2025-01-30"], ("2024-11", "2024-12", "2025-01")),
    (["2023-05-01", "2024-12-01"], ("2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")),
    (["2001-01-01", "2006-12-01"], ("2001", "2002", "2003", "2004", "2005", "2006")),
]


@pytest.mark.parametrize(("days", "periods"), PERIODS)
def test_periods_leave_no_gap(days, periods):
    assert periods_of([date.fromisoformat(day) for day in days]) == periods


@pytest.mark.parametrize("periods", [row[1] for row in PERIODS[1:]])
def test_a_day_lies_in_one_period(periods):
    day = date(int(periods[-1][:4]), 12 if periods[-1] != "2025-01" else 1, 1)
    assert period_of(day, periods) == periods[-1]


def text(number, words, parties=("CHL", "PER")):
    keys = frozenset(key for key, _ in words_in(words))
    return Text(document=f"d-{number}", day=date(2024, number, 1), kind="readout", parties=parties, words=keys)


def uses(number, words, evaluates=False):
    return [
        Use(key=key, spelling=spelling, speakers=("CHL",), day=None, record=f"r-{number}", document=f"d-{number}", evaluates=evaluates)
        for key, spelling in words_in(words)
    ]  # fmt: skip


def test_a_series_is_of_one_kind_and_the_same_parties():
    texts = [text(3, "a"), text(1, "b"), text(2, "c", ("CHL", "COL")), text(4, "d", ("CHL", "COL", "PER"))]
    assert [[one.document for one in group] for group in series_of(texts)] == [["d-1", "d-3"]]


def test_what_the_newest_text_no_longer_says_has_its_last_text_and_the_first_without_it():
    group = [text(1, "glacier demining"), text(2, "glacier demining"), text(3, "glacier"), text(4, "patrols")]
    told = [*uses(1, "glacier demining"), *uses(2, "glacier demining"), *uses(3, "glacier"), *uses(4, "patrols")]
    assert [(one.spelling, one.said, one.last, one.after.document) for one in silences_of(group, told)] == [
        ("glacier", 3, "r-3", "d-4"),
        ("demining", 2, "r-2", "d-3"),
    ]


SILENT = [
    ("another spelling in the newest", [("defence", "defence")], "defense", []),
    ("a word that stands outside the records of the newest", [("glacier", "glacier")], "a glacier melts", []),
    ("a promise said once", [("glacier", "")], "patrols", []),
    ("a word that most promises have", [("support", "support")], "patrols", []),
]


@pytest.mark.parametrize(("said", "newest", "silences"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_it_is_not_called_silent(said, newest, silences):
    ((first, second),) = said
    group = [text(1, first), text(2, second), text(3, newest)]
    assert [one.spelling for one in silences_of(group, [*uses(1, first), *uses(2, second)])] == silences


def test_an_evaluative_word_counts_where_one_text_had_it():
    group = [text(1, "ironclad"), text(2, "patrols")]
    assert [one.spelling for one in silences_of(group, uses(1, "ironclad", evaluates=True))] == ["ironclad"]


def test_a_word_of_a_record_is_said_though_its_text_has_it_as_a_part_of_another():
    group = [text(1, "glacier"), text(2, "glacier"), text(3, "inter-glacier")]
    told = [*uses(1, "glacier"), *uses(2, "glacier"), *uses(3, "glacier")]
    assert silences_of(group, told) == ()


def test_the_usual_spelling_comes_first():
    assert usual_spelling([*uses(1, "defence"), *uses(2, "defense"), *uses(3, "defence")]) == ("defence", ("defense",))
