"""A ledger finds the commitments of a sector by the same acts and words as the lexicon tells them, in either database."""

import pytest

from factories import a_commitment, a_marked_document, a_reading
from servanda.codebook import stated, unstated
from servanda.codebook.vocabulary import Act
from servanda.lexicon.sectors import Sector, sectors_of
from servanda.store import Ledger, Query, folded_words

CLAUSES = (
    "Norway will lease two électric power plants.",
    "Brazil will lower its tariffs on steel.",
    "Ghana will protect people-to-people ties.",
    "Fiji will invest in an air-force base.",
    "Chad will do its part.",
)


@pytest.fixture
def ledger(place):
    with Ledger.open(place) as opened:
        for clause in CLAUSES:
            document, marks = a_marked_document(f"<span>{clause}</span>")
            opened.append_reading(document, a_reading(document, a_commitment(document, marks, act=unstated())))
        yield opened


def test_the_ledger_finds_what_the_lexicon_tells(ledger):
    told = {one.record.id: sectors_of(None, folded_words(one.words)) for one in ledger.find_records("commitments")}
    for sector in Sector:
        found = {one.record.id for one in ledger.find_records("commitments", Query(sector=sector))}
        assert found == {key for key, sectors in told.items() if sector in sectors}
        assert ledger.count_records("commitments", Query(sector=sector)) == len(found)
    assert len(set(told.values())) == len(CLAUSES)


@pytest.mark.parametrize(("act", "sector"), [(Act.DEFEND, "defense"), (Act.TARIFF, "trade"), (Act.VISIT, "diplomacy")])
def test_an_act_stands_for_its_sector(place, act, sector):
    document, marks = a_marked_document("<span>Chad will do its part.</span>")
    with Ledger.open(place) as ledger:
        ledger.append_reading(
            document, a_reading(document, a_commitment(document, marks, act=stated(act, marks["span"])))
        )
        assert ledger.count_records("commitments", Query(sector=sector)) == 1
        assert ledger.count_records("commitments", Query(sector="other")) == 0
