"""Parties and days that an address chooses, and what is refused."""

from datetime import date

import pytest

from servanda.web.choices import parse_choice
from servanda.web.queries import BadQueryError


@pytest.mark.parametrize(
    ("asked", "path", "parties"),
    [
        ((), "KEN-UGA", ("KEN", "UGA")),
        ((), "AUS,european-union", ("AUS", "european-union")),
        ((), "FRA-DEU-POL", ("FRA", "DEU", "POL")),
        ((("parties", "KEN,UGA"),), "", ("KEN", "UGA")),
        ((("party", "Kenya"), ("party", " Uganda "), ("party", "")), "", ("Kenya", "Uganda")),
        ((("party", "Kenya"), ("party", "Kenya"), ("party", "Uganda")), "", ("Kenya", "Uganda")),
        ((), "", ()),
        ((("since", "2025-01-01"),), "", ()),
    ],
)
def test_parties_are_read_from_the_path_and_from_the_form(asked, path, parties):
    assert parse_choice(asked, path).parties == parties


def test_days_are_read():
    choice = parse_choice((("since", "2025-01-31"), ("on", "2025-02-01")))
    assert (choice.since, choice.on) == (date(2025, 1, 31), date(2025, 2, 1))


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ((("party", "Kenya"),), ""),
        ((), "KEN"),
        ((), "a,b,c,d,e,f"),
        ((("since", "eventually"),), ""),
        ((("on", "2025-02-30"),), ""),
    ],
)
def test_what_cannot_be_chosen_is_refused(asked, path):
    with pytest.raises(BadQueryError):
        parse_choice(asked, path)
