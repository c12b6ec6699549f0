"""A new version of the reader reads the ledger anew beside what counts, and a person sees what it does before it counts."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from servanda.cli import main
from servanda.codebook import Document, Judgement, When
from servanda.codebook.vocabulary import Verdict
from servanda.pipeline import Means, read, reread
from servanda.reading.readers import PACKAGED
from servanda.store import Ledger
from servanda.view.rereadings import rereading_page

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
TEXTS = (
    "OSLO, March 7 — Norway will lend Kenya two ships, the ministry said.",
    "NAIROBI, March 8 — Kenya pledged to buy 12 buses from Brazil.",
)
DOCUMENTS = tuple(
    Document(text=text, location=f"{number}.txt", published=When.parse("2025-03-09"))
    for number, text in enumerate(TEXTS)
)
NEWER = Means(version="9.9.9")


@pytest.fixture
def seconds():
    return iter(range(1_000)).__next__


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "all.db"
    with Ledger.open(path) as ledger:
        assert len(list(read(DOCUMENTS, ledger))) == 2
    return str(path)


@pytest.fixture
def other_rules(monkeypatch):
    """Rules of a version to come, which read no commitments of Kenya."""
    from servanda.pipeline import read_document

    def blind(document, means):
        reading = read_document(document, means=means)
        kept = tuple(one for one in reading.commitments if "KEN" not in (one.debtors.value or ()))
        return replace(reading, commitments=kept) if means is NEWER else reading

    monkeypatch.setattr("servanda.pipeline.read_document", blind)


def test_what_is_read_anew_waits(place, other_rules):
    with Ledger.open(place) as ledger:
        before = list(ledger.iter_readings())
        assert [one.reading.version for one in reread(ledger, means=NEWER)] == ["9.9.9", "9.9.9"]
        assert list(ledger.iter_readings()) == before
        assert list(reread(ledger, means=NEWER)) == list(reread(ledger)) == []
        assert ledger.accept_drafts("ana", "") == 2
        assert [[c.debtors.value for c in reading.commitments] for _, reading in ledger.iter_readings()] in (
            [[("NOR",)], []],
            [[], [("NOR",)]],
        )


def test_it_goes_on_where_it_was_stopped(place, seconds):
    with Ledger.open(place) as ledger:
        anew = reread(ledger, means=NEWER, clock=seconds)
        next(anew)
        anew.close()
        assert len(list(ledger.iter_drafts())) == 1
        assert len(list(reread(ledger, means=NEWER))) == 1


def test_one_sees_what_would_change(place, other_rules):
    with Ledger.open(place) as ledger:
        (lost,) = (
            c for _, reading in ledger.iter_readings() for c in reading.commitments if c.debtors.value == ("KEN",)
        )
        told = Judgement(verdict=Verdict.ACCEPT, records=(lost.id,), by="ana", at=NOON)
        kept = Judgement(verdict=Verdict.NOTE, records=(lost.id,), by="ben", at=NOON, value="look")
        ledger.judge(told)
        ledger.judge(kept)
        ledger.undo(kept.id, "ben", "")
        list(reread(ledger, means=NEWER))
        page = rereading_page(ledger)
    tally = next(tally for tally in page.tallies if tally.kind == "commitments")
    assert (page.documents, page.readers) == (2, (("servanda-rules 9.9.9", 2),))
    assert (tally.gone, tally.come, tally.changed, tally.same) == (1, 0, 0, 1)
    assert [line.before for line in page.differences] == [lost.id]
    assert [(one.gone, one.come, one.changed) for one in page.rereads] == [(1, 0, 0)]
    assert [(one.judgement, one.record) for one in page.unfits] == [(told.id, lost.id)]


def test_a_document_that_cannot_be_read_anew_is_named(place, monkeypatch):
    def stumble(document, means):
        raise ZeroDivisionError

    monkeypatch.setattr("servanda.pipeline.read_document", stumble)
    with Ledger.open(place) as ledger:
        assert [one.problems[0].code for one in reread(ledger, means=NEWER)] == ["reading-failed"] * 2
        assert len(ledger.find_problems()) == 2
        assert list(ledger.iter_drafts()) == []


def test_documents_of_a_second_are_kept_together(tmp_path):
    moments = iter((10.0, 10.1, 10.1, 10.5, 10.9, 11.2, 11.2, 11.3))
    texts = [Document(text=str(number), location=f"{number}.txt") for number in range(5)]
    with Ledger.open(tmp_path / "a.db") as ledger:
        kept = [ledger.count_documents() for _ in read(texts, ledger, clock=lambda: next(moments))]
        assert ledger.count_documents() == 5
    assert kept == [1, 4, 4, 4, 5]


def test_what_was_read_is_kept_where_somebody_stops_it(tmp_path):
    def until_somebody_stops():
        yield from DOCUMENTS
        raise KeyboardInterrupt

    with Ledger.open(tmp_path / "a.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(read(until_somebody_stops(), ledger, clock=lambda: 0.0))
        assert ledger.count_documents() == 2


def older(place):
    """Let the ledger be one that an older version has read."""
    with Ledger.open(place) as ledger:
        ledger.append_readings([(d, replace(r, version="0.0.1")) for d, r in list(ledger.iter_readings())])


def test_the_commands(place, capsys):
    older(place)

    def said(*words):
        assert main(["reread", *words, "--ledger", place]) == 0
        return capsys.readouterr().out

    assert said("--show") == "No reading waits.\n"
    assert said().startswith("2 documents read anew")
    assert f"2 documents read by servanda-rules {PACKAGED.version}, not counting yet" in said("--show")
    assert json.loads(said("--show", "--format", "json"))["documents"] == 2
    assert said("--drop").startswith("2 documents count as before")
    assert said().startswith("2 documents read anew")
    assert said("--accept", "--why", "looked at it", "--by", "ana").startswith(
        "2 documents count as they were read anew"
    )
    assert said("--show", "--as-known-on", "2025-01-01") == "No reading waits.\n"
    assert said().startswith("0 documents read anew")


WRONG = [
    (["--show", "--accept"], "Give one of --show, --accept and --drop"),
    (["--accept", "--as-known-on", "2025-01-01"], "--as-known-on goes with --show"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_wrong_use_is_refused(place, words, message, capsys):
    assert main(["reread", *words, "--ledger", place]) == 2
    assert message in capsys.readouterr().err
