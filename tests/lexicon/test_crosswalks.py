"""PLOVER and CAMEO beside one another: every type goes over and back, and where the published table erred ours does not."""

import pytest

from servanda.codebook.vocabulary import EventType
from servanda.lexicon.crosswalks import cameo_of, load_crossings, plover_of


@pytest.mark.parametrize("event", list(EventType), ids=lambda event: event.value)
def test_every_type_has_a_code_of_cameo(event):
    assert cameo_of(event).type in {event, EventType.CONCEDE if event is EventType.RETREAT else event}


def test_each_code_and_each_way_back_stands_once():
    rows = load_crossings()
    back = [(one.type, one.mode) for one in rows if one.back]
    assert len({one.cameo for one in rows}) == len(rows)
    assert len(set(back)) == len(back)


def test_a_code_that_goes_back_comes_from_there():
    assert all(cameo_of(one.type, one.mode) == one for one in load_crossings() if one.back and one.type)


RIGHTED = [
    ("163", "SANCTION", "discontinue"),
    ("055", "CONCEDE", ""),
    ("056", "CONCEDE", ""),
    ("116", "SANCTION", "convict"),
    ("195", "ASSAULT", "aerial"),
    ("164", "REJECT", "meet"),
]


@pytest.mark.parametrize(("cameo", "event", "mode"), RIGHTED)
def test_rights_the_published_table_and_says_so(cameo, event, mode):
    crossing = plover_of(cameo)
    assert (crossing.type, crossing.mode) == (event, mode)
    assert "published" in crossing.loss


def test_a_finer_code_falls_back_on_the_one_above_it():
    assert plover_of("1424").type is EventType.PROTEST
    assert plover_of("04299").cameo == "042"


def test_what_plover_drops_has_no_type():
    assert plover_of("01").type is None


@pytest.mark.parametrize("code", ["", "9", "99"])
def test_no_code_is_no_crossing(code):
    assert plover_of(code) is None
