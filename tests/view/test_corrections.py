"""What people rejected is left out of what stands between parties, and what they corrected counts as corrected."""

from datetime import UTC, date, datetime

import pytest

import followed_prose as prose
from servanda.codebook import Judgement
from servanda.codebook.vocabulary import Verdict
from servanda.pipeline import link
from servanda.store import Ledger
from servanda.view.changes import changes_page
from servanda.view.corrections import count_rejected, opinions_in
from servanda.view.deadlines import due_page
from servanda.view.threads import thread_page
from servanda.view.undertakings import commitments_between, undertakings_of

ON = date(2025, 1, 1)


@pytest.fixture(name="ledger")
def _ledger(place):
    with Ledger.open(prose.make_ledger(place), create=False) as ledger:
        yield ledger


def judged(ledger, key, verdict, day=11, **rest):
    at = datetime(2024, 11, day, tzinfo=UTC)
    ledger.judge(Judgement(verdict=verdict, records=(key,), by=f"judge {day}", at=at, **rest))


def the_record(ledger, party, number=0):
    found = sorted(commitments_between(ledger, (party,)), key=lambda one: str(one.document.published))
    return found[number]


def test_a_rejected_record_is_no_promise_but_its_page_stays(ledger):
    key = the_record(ledger, "FIN").record.id
    assert due_page(ledger, ("FIN",), ON).lines
    judged(ledger, key, Verdict.REJECT)
    due = due_page(ledger, ("FIN",), ON)
    assert (due.lines, due.rejected) == ((), 1)
    assert changes_page(ledger, ("FIN",), since=date(2024, 1, 1), until=ON).lines == ()
    assert undertakings_of(ledger, commitments_between(ledger, ("FIN",)), ON) == ()
    assert [row.id for row in thread_page(ledger, key, ON).sayings] == [key]


def test_a_thread_is_told_without_what_was_rejected(ledger):
    key = the_record(ledger, "NOR", 2).record.id
    before = thread_page(ledger, key, ON)
    judged(ledger, key, Verdict.REJECT)
    after = thread_page(ledger, key, ON)
    assert [row.id for row in after.sayings] == [row.id for row in before.sayings if row.id != key]
    assert after.documents == before.documents - 1


@pytest.mark.parametrize(
    ("verdicts", "rejected"),
    [
        ((Verdict.REJECT,), 1),
        ((Verdict.ACCEPT, Verdict.REJECT), 1),
        ((Verdict.REJECT, Verdict.ACCEPT), 0),
        ((Verdict.ACCEPT,), 0),
    ],
    ids=lambda told: " then ".join(told) if isinstance(told, tuple) else "",
)
def test_who_said_it_last_counts(ledger, verdicts, rejected):
    one = the_record(ledger, "FIN")
    for day, verdict in enumerate(verdicts, 1):
        judged(ledger, one.record.id, verdict, day)
    assert count_rejected((one,), opinions_in(ledger)) == rejected


def test_a_rejection_that_was_taken_back_leaves_nothing_out(ledger):
    key = the_record(ledger, "FIN").record.id
    judged(ledger, key, Verdict.REJECT)
    (one,) = ledger.find_judgements()
    ledger.undo(one.judgement.id, by="ada", why="")
    assert due_page(ledger, ("FIN",), ON).lines


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("deadline", "2024-12-31", "2024-12-31"),
        ("firmness", "aspired", "aspired"),
        ("creditors", "LVA; LTU", "('LVA', 'LTU')"),
        ("object", "harbor pilots", "harbor pilots"),
        ("deadline", "none", "None"),
    ],
)
def test_a_corrected_field_counts_as_corrected(ledger, slot, value, told):
    key = the_record(ledger, "FIN").record.id
    judged(ledger, key, Verdict.CORRECT, slot=slot, value=value)
    (one,) = undertakings_of(ledger, commitments_between(ledger, ("FIN",)), ON)
    assert str(getattr(one.commitment, slot).value) == told
    assert one.commitment.id == key


STEPS = [
    ("firmness", "aspired", "strengthens", "aspired, then pledged"),
    ("firmness", "binding", "weakens", "binding, then pledged"),
    ("deadline", "2027", "changes a deadline", "by 2027, then by 2026"),
    ("deadline", "none", "adds a deadline", "by 2026 only in the later one"),
    ("polarity", "-", "contradicts", "declined against undertaken"),
]


@pytest.mark.parametrize(("slot", "value", "what", "reason"), STEPS)
def test_what_changed_is_told_from_corrected_fields(ledger, slot, value, what, reason):
    first, second = (the_record(ledger, "NOR", number).record.id for number in (0, 1))
    before = steps_of(ledger, first, second)
    assert (what, reason) not in before
    judged(ledger, first, Verdict.CORRECT, slot=slot, value=value)
    assert (what, reason) in steps_of(ledger, first, second)
    page = changes_page(ledger, ("NOR",), since=date(2024, 1, 1), until=ON)
    assert any(what in line.what for line in page.lines if line.news == "reworded")
    link(ledger, again=True)
    assert (what, reason) in steps_of(ledger, first, second)


def test_a_corrected_word_no_longer_changes_anything(ledger):
    first, second = (the_record(ledger, "NOR", number).record.id for number in (0, 1))
    assert ("strengthens", "intended, then pledged") in steps_of(ledger, first, second)
    judged(ledger, first, Verdict.CORRECT, slot="firmness", value="pledged")
    assert not any(what.startswith(("strengthens", "weakens")) for what, _ in steps_of(ledger, first, second))
    assert "strengthened" not in {rung.status.value for rung in thread_page(ledger, first, ON).ladder.rungs}


def steps_of(ledger, first, second):
    (row,) = [row for row in thread_page(ledger, first, ON).sayings if row.id == second]
    return {(step.what, step.reason) for step in row.steps}


@pytest.mark.parametrize(("slot", "value"), [("quantities", "40 crews"), ("exchange", "nothing much")])
def test_what_the_codebook_cannot_write_from_words_stays_as_the_text_has_it(ledger, slot, value):
    one = the_record(ledger, "FIN")
    judged(ledger, one.record.id, Verdict.CORRECT, slot=slot, value=value)
    (told,) = undertakings_of(ledger, (one,), ON)
    assert told.commitment == one.record
