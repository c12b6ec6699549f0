"""Planted errors in reports that no rule was made for: how many of them a comparison finds, and whom it blames wrongly.

The odd files of the folder were read while the rules were made; the even ones (`HELD`) were not, and bear the floor.
"""

from __future__ import annotations

import pytest

from planted import FOLDER, TRUE, outcomes_of, tally

HELD = ("accra-rabat", "astana-baku", "brussels-nairobi", "vilnius-riga", "washington-hanoi")
FOUND, BLAMED = 0.75, 0.10


@pytest.mark.slow
def test_planted_errors_are_found_and_true_claims_left_alone():
    outcomes = [one for name in HELD for one in outcomes_of(FOLDER / f"{name}.txt")]
    counts = tally(outcomes)
    found, planted = (sum(pair[at] for sort, pair in counts.items() if sort not in TRUE) for at in (0, 1))
    blamed, true = (sum(counts[sort][at] for sort in TRUE) for at in (0, 1))
    missed = [
        f"{one.planted.sort}: {one.sentence}" for one in outcomes if not one.is_found and one.planted.sort not in TRUE
    ]
    wrong = [f"{one.sentence} {one.findings}" for one in outcomes if one.is_found and one.planted.sort in TRUE]
    assert found >= FOUND * planted, "\n".join(missed)
    assert blamed <= BLAMED * true, "\n".join(wrong)


def test_every_sort_of_error_is_planted_in_texts_that_were_not_read():
    sorts = {
        line.partition("| ")[0]
        for path in FOLDER.glob("*.txt")
        for line in path.read_text().split("=====")[1].split("\n")
        if "| " in line
    }
    held = {
        line.partition("| ")[0]
        for name in HELD
        for line in (FOLDER / f"{name}.txt").read_text().split("\n")
        if "| " in line
    }
    assert sorts - held <= {"sum"}
