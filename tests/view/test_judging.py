"""What a person types as a judgement is kept, or refused in one sentence."""

from datetime import UTC, datetime

import pytest

from factories import a_ferry_deal
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger, Query, Seen
from servanda.view import judgement_for, ledger_page, record_page, review_queue
from servanda.view.questions import UnaskableError
from servanda.view.reviews import queue_page, review_page

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DOCUMENT, READING = a_ferry_deal("Oslo")
OTHER = a_ferry_deal("Bergen")
PROMISE, TALKS = READING.commitments[0].id, READING.occasions[0].id
SECOND = OTHER[1].commitments[0].id


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_reading(DOCUMENT, READING)
        ledger.append_reading(*OTHER)
        yield ledger


def judged(ledger, verdict, *keys, **told):
    one = judgement_for(ledger, Verdict(verdict), keys, by="ana", at=NOON, **told)
    ledger.judge(one)
    return one


KEPT = [
    ("accept", (PROMISE,), {}, "accept"),
    ("correct", (PROMISE[:8],), {"slot": "act", "value": "fund"}, "act is fund"),
    ("correct", (PROMISE,), {"slot": "deadline", "value": "2031-05"}, "deadline is 2031-05"),
    ("correct", (PROMISE,), {"slot": "deadline", "value": "none"}, "deadline is none"),
    ("correct", (PROMISE,), {"slot": "object", "value": "two trams"}, "object is two trams"),
    ("correct", (PROMISE,), {"slot": "debtors", "value": "Iceland; norway ; NOR"}, "debtors is ISL; NOR"),
    ("correct", (PROMISE,), {"slot": "creditor", "value": "new:port-of-oslo"}, "creditors is port-of-oslo"),
    ("status", (PROMISE,), {"value": "fulfilled"}, "status: fulfilled"),
    ("note", (PROMISE,), {"value": "See the annex."}, "note: See the annex."),
    ("not the same", (PROMISE, SECOND), {}, "not the same"),
]


@pytest.mark.parametrize(("verdict", "keys", "told", "said"), KEPT)
def test_a_judgement_stands_on_the_page_of_its_record(ledger, verdict, keys, told, said):
    judged(ledger, verdict, *keys, **told, why="read twice")
    (opinion,) = record_page(ledger, PROMISE).opinions
    assert (opinion.text, opinion.by, opinion.at, opinion.why) == (said, "ana", "2026-01-02 12:00", "read twice")
    assert opinion.others == tuple(key for key in keys if not PROMISE.startswith(key))


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_what_waits_is_less_by_one_after_each_judgement(ledger, verdict):
    before, page = queue_page(ledger, limit=1).waiting, review_page(ledger, PROMISE)
    assert (before, len(queue_page(ledger, limit=1).items)) == (page.left, 1)
    judged(ledger, verdict, PROMISE)
    assert queue_page(ledger, limit=1).waiting == before - 1
    assert review_page(ledger, SECOND).left == before - 1


REFUSED = [
    ("accept", ("c-0",), {}, "No one record of the ledger"),
    ("same", (PROMISE, TALKS), {}, "Records of one kind are compared, not commitments and occasions"),
    ("same", (PROMISE,), {}, "Two or more records"),
    ("accept", (PROMISE, SECOND), {}, "said of one record"),
    ("correct", (PROMISE,), {"slot": "color", "value": "red"}, "have no field 'color'"),
    ("correct", (PROMISE,), {"slot": "act", "value": "fly"}, "act takes invest, .* not 'fly'"),
    ("correct", (PROMISE,), {"slot": "deadline", "value": "soon"}, "deadline takes a date"),
    ("correct", (PROMISE,), {"slot": "debtors", "value": "Norwey"}, "not 'Norwey' .nearest: Norway is NOR.*new:norwey"),
    ("correct", (PROMISE,), {"slot": "debtors", "value": "NOR, ISL"}, "semicolons between them, not 'NOR, ISL'"),
    (
        "correct",
        (PROMISE,),
        {"slot": "debtors", "value": "NOR; Qwx Zzyj"},
        "not 'Qwx Zzyj'; a new one is written new:qwx",
    ),
    ("correct", (PROMISE,), {"slot": "debtors", "value": "new:the port"}, "a new id such as new:the-port"),
    ("correct", (PROMISE,), {"slot": "debtors", "value": " ; "}, "takes ids such as"),
    ("correct", (PROMISE,), {"slot": "debtors", "value": "Korea"}, "several actors are called 'Korea'"),
    ("correct", (PROMISE,), {}, "A correction names its field"),
    ("accept", (PROMISE,), {"slot": "act"}, "A correction names its field"),
    ("status", (PROMISE,), {"value": "fine"}, "status takes open"),
    ("status", (TALKS,), {"value": "fulfilled"}, "A status is said of a commitment"),
    ("note", (PROMISE,), {}, "Note says what"),
]


@pytest.mark.parametrize(("verdict", "keys", "told", "said"), REFUSED)
def test_what_cannot_be_kept_is_refused(ledger, verdict, keys, told, said):
    with pytest.raises(UnaskableError, match=said):
        judged(ledger, verdict, *keys, **told)
    assert ledger.find_judgements() == ()


def test_what_is_taken_back_is_shown_so(ledger):
    one = judged(ledger, "accept", PROMISE)
    ledger.undo(one.id, "ben", "the wrong one")
    (opinion,) = record_page(ledger, PROMISE).opinions
    assert (opinion.stands, opinion.note) == (False, "taken back by ben: the wrong one")


def test_the_queue_begins_with_what_fits_no_longer_and_leaves_out_what_is_judged(ledger):
    from dataclasses import replace

    assert {PROMISE, SECOND} <= {item.id for item in review_queue(ledger)}
    for key in (PROMISE, SECOND):
        judged(ledger, "accept", key)
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=()))
    first, *others = review_queue(ledger)
    assert (first.id, first.opinion.text, first.reason) == (PROMISE, "accept", "a judgement about it fits no longer")
    assert SECOND not in {item.id for item in others}
    assert [item.value for item in others] == sorted((item.value for item in others), reverse=True)


def test_the_queue_is_no_longer_than_asked(ledger):
    assert len(review_queue(ledger, limit=2)) == 2


def test_what_people_disagree_on_comes_before_what_is_only_unsure(ledger):
    judged(ledger, "accept", PROMISE)
    told = judgement_for(ledger, Verdict.REJECT, (PROMISE,), by="ben", at=NOON)
    ledger.judge(told)
    first = review_queue(ledger)[0]
    assert (first.id, first.reason) == (PROMISE, "people disagree: ana accepts it, ben rejects it")


def test_a_list_marks_what_people_said_and_counts_what_they_rejected(ledger):
    judged(ledger, "reject", PROMISE)
    page = ledger_page(ledger, Query())
    assert {row.id: row.judged for row in page.rows if row.judged} == {PROMISE: ("rejected by ana",)}
    assert page.rejected == 1
    left = ledger_page(ledger, Query(judged=Seen.NOBODY))
    assert (left.rejected, left.narrowed, PROMISE in {row.id for row in left.rows}) == (0, True, False)
