"""What people, texts and versions of the reader disagree on is put before a person first."""

import re
from dataclasses import replace

from factories import a_ferry_deal
from servanda.codebook import Link, Pair, Resolution, Standing, Thread, stated
from servanda.codebook.vocabulary import Act, Tie
from servanda.store import Ledger
from servanda.view import review_queue
from servanda.view.pairs import pair_page

SUVA, APIA = (a_ferry_deal(where, location=f"{where}.txt") for where in ("Suva", "Apia"))


def test_what_another_version_reads_otherwise_comes_early(place):
    (commitment,) = SUVA[1].commitments
    other = replace(commitment, act=stated(Act.FUND, commitment.act.spans))
    anew = replace(SUVA[1], version="2", commitments=(other,), assessments=())
    with Ledger.open(place) as ledger:
        ledger.append_reading(*SUVA)
        ((_, number),) = ledger.find_undrafted("tests", "2")
        ledger.append_drafts([(number, anew)])
        told = {item.id: item.reason for item in review_queue(ledger, limit=20)[:2]}
        ledger.drop_drafts("ana", "")
        assert not any("otherwise" in item.reason for item in review_queue(ledger))
    assert told == {
        commitment.id: "tests 2 reads it otherwise: act is procure or fund",
        SUVA[1].assessments[0].id: "tests 2 reads it otherwise: it finds no such record",
    }


def test_what_contradicts_an_earlier_text_comes_early(place):
    earlier, later = (reading.commitments[0].id for _, reading in (SUVA, APIA))
    thread = Thread(kind="commitments", records=(earlier, later), reason="one deal", score=0.9)
    link = Link(tie=Tie.CONTRADICTS, earlier=earlier, later=later, slot="act", reason="another act", score=0.9)
    with Ledger.open(place) as ledger:
        ledger.append_readings([SUVA, APIA])
        seen = ledger.find_unlinked("commitments", "1")
        ledger.append_resolution(seen, Resolution(kind="commitments", version="1", threads=(thread,), links=(link,)))
        (item, *_) = review_queue(ledger, limit=20)
        assert ledger.find_ties(Tie.REPEATS) == ()
    assert item.id == later
    assert re.fullmatch(r"it contradicts “Norway will buy .+” of 2 May 2024: another act", item.reason)


def test_two_records_side_by_side_say_what_linking_compared(place):
    one, other = sorted(reading.commitments[0].id for _, reading in (SUVA, APIA))
    reason = "beginnings of words in common: ferri- (43 % of both); said 1.2 years apart"
    pair = Pair(kind="commitments", one=one, other=other, standing=Standing.PROPOSED, reason=reason, score=0.6)
    with Ledger.open(place) as ledger:
        ledger.append_readings([SUVA, APIA])
        seen = ledger.find_unlinked("commitments", "1")
        ledger.append_resolution(seen, Resolution(kind="commitments", version="1", pairs=(pair,)))
        assert pair_page(ledger, one, other).reason == "words in common: ferries (43% of both); said 1.2 years apart"
        assert pair_page(ledger, *(reading.occasions[0].id for _, reading in (SUVA, APIA))).reason == ""
