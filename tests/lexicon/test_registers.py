"""A user's own table beside the packaged one: whom it adds, whose term it ends, and what it cannot change."""

from datetime import date

import pytest

from servanda.lexicon.holders import Holder
from servanda.lexicon.registers import PACKAGED, Register, merged


def held(written):
    """`NAME, OFFICE STATE START/END`, the end left out where the term goes on."""
    name, _, rest = written.partition(", ")
    office, state, days = rest.rsplit(" ", 2)
    start, _, end = days.partition("/")
    state, _, to = state.partition(">")
    return Holder(
        name=name,
        office=office,
        state=state,
        to=to,
        start=date.fromisoformat(start),
        end=date.fromisoformat(end) if end else None,
    )


def told(holder):
    end = holder.end or ""
    to = f">{holder.to}" if holder.to else ""
    return f"{holder.name}, {holder.office} {holder.state}{to} {holder.start}/{end}".rstrip("/")


MERGED = [
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01"],
        ["Jane Wanjiru, president KEN 2021-02-03"],
        ["Ann Berg, prime minister NOR 2020-01-01", "Jane Wanjiru, president KEN 2021-02-03"],
        id="another office is added",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01"],
        ["Ann Berg, prime minister NOR 2020-01-01/2025-05-06"],
        ["Ann Berg, prime minister NOR 2020-01-01/2025-05-06"],
        id="an open term is ended",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01"],
        ["Ann Berg, head of government NOR 2020-01-01/2025-05-06", "Ole Dal, prime minister NOR 2025-05-06"],
        ["Ann Berg, prime minister NOR 2020-01-01/2025-05-06", "Ole Dal, prime minister NOR 2025-05-06"],
        id="an office under its other name is the same",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01"],
        ["Ole Dal, prime minister NOR 2025-05-06"],
        ["Ann Berg, prime minister NOR 2020-01-01/2025-05-06", "Ole Dal, prime minister NOR 2025-05-06"],
        id="a successor ends an open term",
    ),
    pytest.param(
        ["Oleh Petrenkiy, president UKR 2020-01-01"],
        ["Oleg Petrenkyy, president UKR 2020-01-02", "Oleh Petrenkyy, foreign minister UKR 2015-01-01/2016-01-01"],
        ["Oleh Petrenkiy, president UKR 2020-01-01", "Oleh Petrenkiy, foreign minister UKR 2015-01-01/2016-01-01"],
        id="a person keeps the packaged spelling",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01/2024-01-01"],
        ["Ann Berg, prime minister NOR 2020-02-01/2025-01-01"],
        ["Ann Berg, prime minister NOR 2020-01-01/2024-01-01"],
        id="packaged days stand",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2010-01-01/2014-01-01"],
        ["Ann Berg, prime minister NOR 2020-02-01/2025-01-01"],
        ["Ann Berg, prime minister NOR 2010-01-01/2014-01-01", "Ann Berg, prime minister NOR 2020-02-01/2025-01-01"],
        id="a later term is another",
    ),
    pytest.param(
        ["Ann Berg, ambassador NOR>KEN 2020-01-01", "Siv Moe, ambassador NOR>FIJ 2020-01-01"],
        ["Ole Dal, ambassador NOR>KEN 2025-05-06"],
        [
            "Ann Berg, ambassador NOR>KEN 2020-01-01/2025-05-06",
            "Siv Moe, ambassador NOR>FIJ 2020-01-01",
            "Ole Dal, ambassador NOR>KEN 2025-05-06",
        ],
        id="an envoy follows upon the one to the same state",
    ),
    pytest.param(
        ["Ann Berg, prime minister NOR 2020-01-01"],
        ["Ole Berg, prime minister SWE 2025-05-06"],
        ["Ann Berg, prime minister NOR 2020-01-01", "Ole Berg, prime minister SWE 2025-05-06"],
        id="another state's holder ends nothing",
    ),
]


@pytest.mark.parametrize(("packaged", "own", "expected"), MERGED)
def test_two_tables_are_one(packaged, own, expected):
    assert [told(holder) for holder in merged(map(held, packaged), map(held, own))] == expected


OWN = [held("Jane Wanjiru, president KEN 2051-02-03"), held("Peter Otieno, foreign minister KEN 2051-02-03")]


def test_own_holders_are_found_by_name_and_state():
    register = PACKAGED.beside(OWN)
    assert OWN[0] in register.named("Wanjiru")
    assert OWN[1] in register.of("KEN")
    assert ("Jane", "Wanjiru") in register.full_names
    assert not PACKAGED.named("Wanjiru")


def test_the_version_is_that_of_the_content():
    version = PACKAGED.beside(OWN).version
    assert version == PACKAGED.beside(reversed(OWN)).version == PACKAGED.beside([*OWN, OWN[0]][:2]).version
    assert version != PACKAGED.beside(OWN[:1]).version
    assert version.startswith("holders-")


def test_no_holders_of_ones_own_is_the_packaged_register():
    assert PACKAGED.beside([]) is PACKAGED
    assert PACKAGED.version == ""


def test_nothing_is_loaded_before_it_is_asked():
    asked = []
    register = Register(load=lambda: (asked.append(1), tuple(OWN))[1])
    assert asked == []
    assert register.of("KEN") == tuple(OWN)
    assert register.named("Otieno") == (OWN[1],)
    assert asked == [1]


def test_monarchs_are_known_behind_a_title_by_the_name_that_they_reign_under():
    king, president = held("Harald V, king NOR 1991-01-17"), held("Harald Berg, president KEN 2001-01-17")
    register = Register(load=lambda: (king, president))
    assert register.titled("Harald") == (king,)
    assert register.named("Harald") == ()
    assert register.titled("Berg") == (president,)
