"""What was denied, doubted or promised by nobody binds nobody."""

import pytest

from casts import cast_of, scene_of
from servanda.reading.commitments.commitments import read_commitments

BINDS = [
    "Kenya agreed to send two ships to Chad.",
    "The minister said that Kenya had agreed to send two ships to Chad.",
    "Reports that Kenya pledged to send two ships to Chad were confirmed.",
    "Ghana did not deny that it had promised to send two ships to Chad.",
    "Peru promised to sell Chile two ships in exchange for Chile's port.",
]

BINDS_NOBODY = [
    "Kenya denied having agreed to send two ships to Chad.",
    "Kenya denied agreeing to send two ships to Chad.",
    "The minister denied that Kenya had agreed to send two ships to Chad.",
    "Brazil dismissed reports that it had promised Angola two ships.",
    "Kenya denied any commitment to send two ships to Chad.",
    "Kenya never committed to sending two ships to Chad.",
    "No country pledged to send ships to Chad.",
    "Neither Kenya nor Uganda agreed to send ships to Chad.",
    "Finland stopped short of pledging to send jets to Estonia.",
    "Indonesia did not promise to buy jets from France in exchange for access to the French market for palm oil.",
    "Greece rejected claims that it had agreed to return the vessel to Turkey in return for Turkey's gas.",
]


def read(text):
    scene = scene_of(text)
    return [one.span for one in read_commitments(scene, cast_of(scene))]


@pytest.mark.parametrize("text", BINDS)
def test_what_is_not_denied_binds(text):
    assert read(text)


@pytest.mark.parametrize("text", BINDS_NOBODY)
def test_what_is_denied_binds_nobody(text):
    assert not read(text)
