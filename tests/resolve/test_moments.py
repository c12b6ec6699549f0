"""Another time in a report than in the text: what is found, and what is left alone."""

import pytest

from comparing import assert_found, assert_left

FOUND = [
    ("Serbia and Egypt", "Egypt will open a chamber of grain in Novi Sad in June.", "Egypt will open a chamber of grain in Novi Sad in <x>October</x>."),
    ("Peru and Qatar", "Qatar must announce inspections of the copper port with notice of 48 hours.", "Qatar must announce inspections of the copper port with notice of <x>12 hours</x>."),
    ("Ghana and India", "India shall return the bronze masks of Kumasi before 8 May 2025.", "India shall return the bronze masks of Kumasi <x>before 8 August 2025</x>."),
    ("Fiji and Japan", "Japan will inspect the breakwater of Lautoka every two years.", "Japan will inspect the breakwater of Lautoka <x>every month</x>."),
]  # fmt: skip


@pytest.mark.parametrize(("parties", "term", "report"), FOUND, ids=["month", "length", "day", "recurring"])
def test_another_time_is_found(parties, term, report):
    assert_found("changed time", parties, term, report)


LEFT = [
    ("Serbia and Egypt", "Egypt will open a chamber of grain in Novi Sad in June.", "Egypt will open a chamber of grain in Novi Sad on June 12."),
    ("Serbia and Egypt", "Egypt will open a chamber of grain in Novi Sad in June.", "Egypt will open a chamber of grain in Novi Sad, both said on Monday."),
    ("Ghana and India", "India shall return the bronze masks of Kumasi by 2025.", "India took the bronze masks of Kumasi in 1874."),
    ("Peru and Qatar", "Qatar will widen the copper port of Ilo by the end of 2025.", "Qatar will widen the copper port of Ilo by the end of next year."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parties", "term", "report"), LEFT, ids=["within", "when it was said", "background", "other words"]
)
def test_the_same_time_and_other_matters_are_left_alone(parties, term, report):
    assert_left("changed time", parties, term, report)
