"""The status ladder and the deadline clock, from records and links alone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

import factories as make
from servanda.codebook import Judgement, Link, When, stated
from servanda.codebook.vocabulary import Clock, CommitmentStatus, Polarity, ThreadStatus, Tie, Verdict
from servanda.resolve.statuses import (
    Saying,
    as_worded,
    current_status,
    status_changes,
    status_evidence,
    timing_of,
    with_one_source,
)

PROSE = (
    "<debtor>Ghana</debtor> <wording>will</wording> <act>send</act> <quantity>300</quantity> <object>police</object> "
    "<deadline>by 2030</deadline>. Told on day {}."
)


def saying(day, *, status=None, deadline=False, amount=None, polarity=Polarity.PLUS, hour="", debtor="GHA", **given):  # noqa: PLR0913
    """A record that was said on a day of May 2024."""
    document, at = make.a_marked_document(PROSE.format(f"{day} {hour}"), published=When.parse(f"2024-05-{day:02}"))
    told = {"polarity": stated(polarity, at["act"]), "debtors": stated((debtor,), at["debtor"])}
    if status:
        told["status"] = stated(status, at["act"])
    if amount:
        told["quantities"] = stated((make.a_quantity(value=Decimal(amount), span=at["quantity"][0]),), at["quantity"])
    kept = at if deadline else {tag: spans for tag, spans in at.items() if tag != "deadline"}
    commitment = make.a_commitment(document, kept, **told)
    return Saying(commitment=commitment, day=document.published, source=document.id, **given)


def tied(earlier, later, tie, reason="compared"):
    return Link(tie=tie, earlier=earlier.commitment.id, later=later.commitment.id, reason=reason)


def statuses(sayings, links=(), judgements=()):
    return [row.status.value for row in status_evidence(sayings, links, judgements)]


def judged(record, value, day="2024-06-01"):
    at = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Judgement(verdict=Verdict.STATUS, records=(record.commitment.id,), by="ada", at=at, value=value, why="seen")


OWN = {"own_words": True}
LADDERS = [
    ("said once", [saying(1)], [], ["announced"], "announced"),
    ("adopted at once", [saying(1, adopted=True)], [], ["adopted"], "adopted"),
    ("reported, then adopted", [saying(1), saying(2, adopted=True)], [], ["announced", "adopted"], "adopted"),
    ("adopted, then reported", [saying(1, adopted=True), saying(2)], [], ["adopted", "restated"], "adopted"),
    ("firmer in own words", [saying(1, **OWN), saying(2, **OWN)], [Tie.STRENGTHENS], ["announced", "strengthened"], "strengthened"),
    ("less firm in own words", [saying(1, **OWN), saying(2, **OWN)], [Tie.WEAKENS], ["announced", "weakened"], "weakened"),
    ("firmer in a report alone", [saying(1, **OWN), saying(2)], [Tie.STRENGTHENS], ["announced", "restated"], "restated"),
    ("firmer on the same day", [saying(1, **OWN), saying(1, hour="at night", **OWN)], [Tie.STRENGTHENS], ["announced", "restated"], "restated"),
    ("firmer by other parties", [saying(1, **OWN), saying(2, debtor="TGO", **OWN)], [Tie.STRENGTHENS], ["announced", "restated"], "restated"),
    ("under way", [saying(1), saying(2)], [Tie.PROGRESS], ["announced", "in progress"], "in progress"),
    ("said again while under way", [saying(1, status=CommitmentStatus.IN_PROGRESS), saying(2)], [], ["announced", "in progress", "restated"], "in progress"),
    ("met", [saying(1), saying(2)], [Tie.FULFILMENT], ["announced", "fulfilled"], "fulfilled"),
    ("met in part, by number", [saying(1, amount=300), saying(2, amount=100)], [Tie.FULFILMENT], ["announced", "partly fulfilled"], "partly fulfilled"),
    ("met, by its own word", [saying(1), saying(2, status=CommitmentStatus.FULFILLED)], [], ["announced", "fulfilled"], "fulfilled"),
    ("taken back", [saying(1), saying(2)], [Tie.WITHDRAWS], ["announced", "withdrawn"], "withdrawn"),
    ("taken back, then adopted", [saying(1), saying(2, status=CommitmentStatus.WITHDRAWN), saying(3, adopted=True)], [], ["announced", "withdrawn", "adopted"], "adopted"),
    ("contradicted", [saying(1), saying(2)], [Tie.CONTRADICTS], ["announced", "disputed"], "disputed"),
    ("called broken by a text", [saying(1), saying(2, status=CommitmentStatus.BROKEN)], [], ["announced", "disputed"], "disputed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sayings", "ties", "rows", "current"), [row[1:] for row in LADDERS], ids=[row[0] for row in LADDERS]
)
def test_evidence_makes_a_ladder(sayings, ties, rows, current):
    links = [tied(sayings[0], sayings[1], tie) for tie in ties]
    evidence = status_evidence(reversed(sayings), links)
    assert [row.status.value for row in evidence] == rows
    assert current_status(evidence) == current


def test_two_records_of_one_source_are_said_once():
    first = saying(1)
    assert statuses([first, replace(saying(2), source=first.source)]) == ["announced"]


def test_only_a_person_says_broken_and_keeps_the_last_word():
    first, later = saying(1), saying(9)
    rows = status_evidence(
        [first, later], [tied(first, later, Tie.FULFILMENT)], [judged(first, "broken", "2024-05-05")]
    )
    assert [(row.status, row.by) for row in rows] == [("announced", ""), ("broken", "ada"), ("fulfilled", "")]
    assert current_status(rows) is ThreadStatus.BROKEN
    again = status_evidence([first], [], [judged(first, "broken"), judged(first, "in-progress", "2024-06-02")])
    assert current_status(again) is ThreadStatus.IN_PROGRESS


def test_each_row_has_its_record_day_and_reason():
    first, later = saying(1, **OWN), saying(2, **OWN)
    row = status_evidence([first, later], [tied(first, later, Tie.STRENGTHENS, "intended, then pledged")])[1]
    assert (row.record, str(row.day), row.reason) == (later.commitment.id, "2024-05-02", "intended, then pledged")


def test_a_change_of_status_tells_what_it_was_before():
    first, later, last = saying(1), saying(2), saying(3)
    rows = status_evidence([first, later, last], [tied(first, last, Tie.FULFILMENT)])
    assert [(row.status, before) for row, before in status_changes(rows)] == [
        ("restated", "announced"), ("fulfilled", "restated"),
    ]  # fmt: skip


DUE = saying(2, deadline=True)
ADOPTED = saying(1, deadline=True, adopted=True)
CLOCKS = [
    ("before the last day", [DUE], ThreadStatus.ANNOUNCED, date(2030, 12, 31), Clock.DUE),
    ("after the last day", [DUE], ThreadStatus.ANNOUNCED, date(2031, 1, 1), Clock.OVERDUE),
    ("met", [DUE], ThreadStatus.FULFILLED, date(2031, 1, 1), Clock.CLOSED),
    ("judged to be broken", [DUE], ThreadStatus.BROKEN, date(2031, 1, 1), Clock.CLOSED),
    ("met in part", [DUE], ThreadStatus.PARTLY_FULFILLED, date(2031, 1, 1), Clock.OVERDUE),
    ("none stated", [saying(1)], ThreadStatus.ANNOUNCED, date(2025, 1, 1), Clock.NONE),
    ("none stated, and met", [saying(1)], ThreadStatus.FULFILLED, date(2025, 1, 1), Clock.CLOSED),
    ("only in the instrument", [ADOPTED, saying(3)], ThreadStatus.ADOPTED, date(2025, 1, 1), Clock.IN_INSTRUMENT),
    ("in instrument and report", [ADOPTED, DUE], ThreadStatus.ADOPTED, date(2025, 1, 1), Clock.DUE),
    ("the instrument alone", [ADOPTED], ThreadStatus.ADOPTED, date(2025, 1, 1), Clock.DUE),
    ("only in the instrument, and passed", [ADOPTED, saying(3)], ThreadStatus.ADOPTED, date(2031, 1, 1), Clock.OVERDUE),
    ("of a refusal", [saying(1, deadline=True, polarity=Polarity.MINUS)], ThreadStatus.ANNOUNCED, date(2025, 1, 1), Clock.NONE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sayings", "status", "on", "clock"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS]
)
def test_the_clock(sayings, status, on, clock):
    assert timing_of(sayings, status, on).clock is clock


def test_the_deadline_that_was_stated_last_counts():
    document, at = make.a_marked_document(PROSE.format(7), published=When.parse("2024-05-07"))
    moved = make.a_commitment(document, at, deadline=stated(When.parse("2031-06-30"), at["deadline"]))
    later = Saying(commitment=moved, day=document.published, source=document.id)
    timing = timing_of([later, DUE], ThreadStatus.RESTATED, date(2031, 1, 1))
    assert (timing.clock, str(timing.deadline), timing.record) == (Clock.DUE, "2031-06-30", moved.id)


@pytest.mark.parametrize(
    ("earlier", "later", "tie", "told"),
    [
        (saying(1, **OWN), saying(2, **OWN), Tie.STRENGTHENS, Tie.STRENGTHENS),
        (saying(1, **OWN), saying(2), Tie.WEAKENS, Tie.PARAPHRASES),
        (saying(1), saying(2, **OWN), Tie.STRENGTHENS, Tie.PARAPHRASES),
        (saying(1, **OWN), saying(2), Tie.DROPS, Tie.DROPS),
    ],
    ids=["both their own", "a report of it", "a report before", "what is left out is left out by a report too"],
)
def test_a_report_words_it_otherwise(earlier, later, tie, told):
    assert as_worded(tied(earlier, later, tie), earlier, later).tie is told


@pytest.mark.parametrize(
    ("credited", "adopted", "sources"), [(True, True, 1), (True, False, 2), (False, True, 2)],
    ids=["credits the adopted text", "credits a text that is not here", "credits a person"],
)  # fmt: skip
def test_a_report_that_credits_the_text_is_no_source_beside_it(credited, adopted, sources):
    said = (saying(1, adopted=adopted), replace(saying(2), credits_text=credited))
    assert len({one.source for one in with_one_source(said)}) == sources
