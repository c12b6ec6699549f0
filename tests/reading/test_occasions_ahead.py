"""What lies ahead, what is only supposed, and lengths that are no days, in a report of Monday, 24 November 2025."""

import pytest

from marks import mark, unmark
from servanda.reading.occasions.occasions import read_occasions
from sketches import sketch

SUPPOSED = [
    "Norway said that <o>an armed attack on Kenyan ships</o> would invoke the pact.",
    "<o>An attack on Chile</o> shall be considered an attack on Peru.",
    "The treaty with Kenya extends to <o>armed attacks on Kenyan ships</o>.",
    "The pact covers <o>an attack on Kenyan islands</o>.",
    "In the event of <o>an attack on Norway</o>, Kenya sends troops.",
    "In the event that there is <o>a further invasion of Norway</o>, Kenya will send troops.",
    "Norway pledged to defend Kenya against <o>an armed attack by Chad</o>.",
]


@pytest.mark.parametrize("marked", SUPPOSED)
def test_what_a_pledge_supposes_is_hypothetical(marked):
    text, spans = unmark(marked)
    found = {mark(text, one.span, "o"): one.status.value for one in read_occasions(*sketch(text))}
    assert found[mark(text, spans["o"], "o")] == "hypothetical"


TOOK_PLACE = [
    "Norway condemned <o>an attack on Kenyan ships</o> on Friday.",
    "Norway will act so long as <o>the Chilean war against Peru</o> continues.",
    "Norway will help to end <o>the Chilean war against Peru</o>.",
    "Those behind <o>this attack on Norway</o> will be found, Kenya said.",
    "<o>An attack on Kenyan ships</o> killed nine sailors.",
    "Kenya treated the wounded after <o>an armed attack on its embassy in Chad</o>.",
]


@pytest.mark.parametrize("marked", TOOK_PLACE)
def test_what_took_place_is_not_supposed(marked):
    text, spans = unmark(marked)
    found = {mark(text, one.span, "o"): one.status.value for one in read_occasions(*sketch(text))}
    assert found[mark(text, spans["o"], "o")] in {"held", "ongoing"}


STANDINGS = [
    ("Norway and Kenya looked forward to meeting later this year, in Oslo, for <o>the Lima Summit</o>.", "planned"),
    ("Norway and Kenya intend to hold <o>a review meeting</o> in November 2025.", "planned"),
    ("Norway welcomed <o>the visit of President Ruto</o> later in 2025.", "planned"),
    ("Norway praised Kenya for hosting <o>the Lima Summit</o> later this year.", "planned"),
    ("<o>Talks between Norway and Kenya</o> are now underway and will be long.", "ongoing"),
    ("Norway and Kenya looked forward to talks at <o>the Lima Summit</o> in June.", "planned"),
    ("<o>A summit of Norway and Kenya</o> was pencilled in for August.", "planned"),
    ("<o>Talks between Norway and Kenya</o> must begin soon.", "planned"),
    ("Norway and Kenya held <o>a meeting</o> in November 2025.", "held"),
    ("Norway and Kenya held <o>a summit</o> earlier this year.", "held"),
    ("They will build on the work of <o>the June 2025 summit of Norway and Kenya</o>.", "held"),
    ("Later in the day <o>President Ruto met with Prime Minister Store</o>.", "held"),
    ("<o>President Ruto met with Prime Minister Store</o> on Tuesday.", "held"),
]


@pytest.mark.parametrize(("marked", "status"), STANDINGS)
def test_the_days_of_an_occasion_and_its_status_agree(marked, status):
    text, spans = unmark(marked)
    found = {mark(text, one.span, "o"): one.status.value for one in read_occasions(*sketch(text))}
    assert found[mark(text, spans["o"], "o")] == status


LENGTHS = [
    ("It was <o>the third Chilean attack on Peru</o> in less than two years.", None),
    ("<o>President Ruto met with Prime Minister Store</o> twice in three weeks.", None),
    ("<o>President Ruto will visit Oslo</o> in three weeks.", "2025-12-15/2025-12-21"),
]


@pytest.mark.parametrize(("marked", "day"), LENGTHS)
def test_how_long_something_took_is_no_day(marked, day):
    text, spans = unmark(marked)
    found = {mark(text, one.span, "o"): one.date.value for one in read_occasions(*sketch(text))}
    assert str(found[mark(text, spans["o"], "o")]) == str(day)


def test_what_is_awaited_is_of_the_next_month_of_that_name():
    (one,) = read_occasions(*sketch("Norway and Kenya looked forward to talks at the Lima Summit in June."))
    assert str(one.date.value) == "2026-06-01/2026-06-30"


def test_what_came_to_nothing_is_planned_for_its_own_month():
    (one,) = read_occasions(*sketch("The next summit of Norway and Kenya, due in March, never took place."))
    assert (one.status.value, str(one.date.value)) == ("planned", "2025-03-01/2025-03-31")


def test_a_day_to_come_beside_what_was_signed_is_of_the_paper():
    (one,) = read_occasions(*sketch("Chile and Peru signed a memorandum on mining for 2027."))
    assert (one.status.value, one.date.value) == ("held", None)


def test_what_comes_later_in_a_year_is_dated_to_the_rest_of_it():
    (one,) = read_occasions(*sketch("Norway welcomed the visit of President Ruto later in 2025."))
    assert str(one.date.value) == "2025-11-24/2025-12-31"
