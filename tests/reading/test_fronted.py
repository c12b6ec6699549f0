"""Undertakings whose object stands before their verb."""

import pytest

from casts import cast_of, scene_of
from marks import mark, unmark
from servanda.reading.commitments.commitments import read_commitments

FRONTED = [
    ("<a>The aid that Norway pledged to Kenya</a> will arrive in May.", "NOR support pledged open"),
    ("<a>Aid pledged by Norway</a> will arrive in Kenya in May.", "NOR support pledged open"),
    ("<a>A loan of $300 million was pledged by Norway to Chad</a>.", "NOR fund pledged open"),
    ("<a>A loan of $300 million was approved for Chad by Norway</a>.", "NOR fund binding open"),
    ("<a>Chad was promised a loan of $300 million by Norway</a>.", "NOR fund pledged open"),
    ("Kenya has received <a>the ships that Norway promised</a>.", "NOR transfer pledged fulfilled"),
    ("<a>It was agreed by Chad and Kenya to reopen the border</a>.", "TCD+KEN other agreed open"),
]

NOT_FRONTED = [
    "Millions were pledged to Chad.",
    "Kenya thanked donors for the pledged aid.",
    "Kenya recalled the day that Norway promised to come.",
    "Kenya feared that the aid was not promised by Norway.",
]


def read(text):
    scene = scene_of(text)
    return list(read_commitments(scene, cast_of(scene)))


@pytest.mark.parametrize(("marked", "expected"), FRONTED)
def test_an_object_in_front_is_read(marked, expected):
    text, spans = unmark(marked)
    (found,) = read(text)
    told = f"{'+'.join(found.debtors.value)} {found.act.value} {found.firmness.value} {found.status.value}"
    assert told == expected
    assert list(found.span) == list(spans["a"]), mark(text, found.span)


@pytest.mark.parametrize("text", NOT_FRONTED)
def test_what_nobody_is_said_to_have_promised_is_left_alone(text):
    assert not [one for one in read(text) if one.origin.rule == "fronted"]
