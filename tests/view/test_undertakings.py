"""What makes an undertaking adopted, and how many independent sources stand behind it."""

from datetime import date

import pytest

from servanda.codebook import Document, When
from servanda.codebook.vocabulary import ThreadStatus
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view import commitment_page
from servanda.view.changes import changes_page
from servanda.view.deadlines import due_page
from servanda.view.relationships import relationship_page
from servanda.view.supports import support_of
from servanda.view.undertakings import commitments_between, undertakings_of

ADOPTED = [
    "Norway and Kenya signed an agreement to dredge the channel of Mombasa.",
    "Under a memorandum of understanding between Norway and Kenya, Norway will lend Kenya $40 million.",
    "Norway and Kenya signed the Mombasa Ports Agreement, under which Norway will lend Kenya $40 million.",
]
NAMED_ONLY = [
    "Norway will lend Kenya $40 million in accordance with the Charter of the United Nations.",
    "Norway and Kenya agreed to deepen cooperation under the Mombasa Ports Agreement between Norway and Kenya.",
    "Norway will help Kenya to dredge the channel of Mombasa, consistent with the Paris Agreement.",
]


def _ledger(path, texts):
    ledger = Ledger.open(path / "servanda.db")
    for day, outlet, kind, text in texts:
        document = Document(text=text, title=f"A text of {day}", kind=kind, outlet=outlet, published=When.parse(day))
        ledger.append_reading(document, read_document(document))
    link(ledger)
    return ledger


def _undertakings(ledger):
    return undertakings_of(ledger, commitments_between(ledger, ()), date(2026, 1, 1))


@pytest.mark.parametrize("text", ADOPTED)
def test_what_a_signed_paper_holds_is_adopted(tmp_path, text):
    with _ledger(tmp_path, [("2024-05-06", "Ministry", "release", text)]) as ledger:
        assert ThreadStatus.ADOPTED in {one.status for one in _undertakings(ledger)}


@pytest.mark.parametrize("text", NAMED_ONLY)
def test_a_paper_that_is_only_named_adopts_nothing(tmp_path, text):
    with _ledger(tmp_path, [("2024-05-06", "Ministry", "release", text)]) as ledger:
        statuses = {one.status for one in _undertakings(ledger)}
    assert statuses
    assert ThreadStatus.ADOPTED not in statuses


PROMISES = [
    (
        "2024-05-06",
        "Ministry",
        "release",
        "Norway intends to lend Kenya $40 million for dredging the channel of Mombasa.",
    ),
    (
        "2024-06-03",
        "Ministry",
        "release",
        "Norway pledged to lend Kenya $40 million for dredging the channel of Mombasa by 2027.",
    ),
]


@pytest.mark.parametrize(
    ("texts", "firmness"), [(PROMISES, ["intended"]), (PROMISES[::-1], ["intended"]), (PROMISES[1:], ["pledged"])]
)
def test_what_is_new_stands_beside_the_sentence_that_it_is_told_of(tmp_path, texts, firmness):
    with _ledger(tmp_path, texts) as ledger:
        page = changes_page(ledger, (), since=date(2024, 1, 1), until=date(2025, 1, 1))
    new = [line for line in page.lines if line.news == "new"]
    assert [line.undertaking.firmness for line in new] == firmness
    assert all(("pledged" in line.now.words) == (line.undertaking.firmness == "pledged") for line in new)
    assert all(line.undertaking.documents == len(texts) for line in new)


SAID = "Norway pledged to lend Kenya $40 million for dredging the channel of Mombasa before the rains begin next year."
TOLD = "Oslo promised a loan of $40 million for Kenya to dredge the channel of Mombasa, an official said on Monday."


@pytest.mark.parametrize(
    ("texts", "sources"),
    [
        ([("Fjord", SAID), ("Coast", f"{SAID} It rained.")], 1),
        ([("Fjord", SAID), ("Fjord", TOLD)], 1),
        ([("Fjord", SAID), ("Coast", TOLD)], 2),
    ],
    ids=["the same words", "one outlet", "in its own words"],
)
def test_support_is_independent_sources_and_the_page_says_the_same(tmp_path, texts, sources):
    said = [(f"2024-05-0{at}", outlet, "news", text) for at, (outlet, text) in enumerate(texts, 6)]
    with _ledger(tmp_path, said) as ledger:
        one = next(one for one in _undertakings(ledger) if len(one.found) > 1)
        page = commitment_page(ledger, one.id, date(2026, 1, 1))
        assert (len(support_of(one)), len(page.voices), page.thread.sources, page.promise.sources) == (sources,) * 4
        assert [bool(voice.reasons) for voice in page.voices] == [sources == 1] * sources
        assert ledger.count_records("commitments", Query()) > 1


LOAN = [
    ("2024-05-06", "Ministry", "release", "Norway pledged to lend Ghana $40 million for dredging the harbor of Tema by 2027."),
    ("2024-05-08", "Coast", "news", "Norway pledged to lend $40 million for dredging the harbor of Tema by 2027, a minister said in Accra."),
]  # fmt: skip


def test_a_record_without_a_counterpart_takes_none_from_the_undertaking(tmp_path):
    on = date(2026, 1, 1)
    with _ledger(tmp_path, LOAN) as ledger:
        (one,) = undertakings_of(ledger, commitments_between(ledger, ("GHA", "NOR")), on)
        assert len(one.found) == 2
        assert not one.commitment.creditors.value
        assert (one.debtors, one.creditors) == (("NOR",), ("GHA",))
        counts = {len(due_page(ledger, ("GHA", "NOR"), on, None, alone=alone).lines) for alone in (True, False)}
        assert counts == {relationship_page(ledger, ("GHA", "NOR"), on).ahead} == {1}


def test_a_change_of_wording_without_its_counterpart_is_counted_on_the_page_too(tmp_path):
    on, since = date(2026, 1, 1), date(2024, 1, 1)
    with _ledger(tmp_path, [*LOAN[:1], (*LOAN[1][:3], LOAN[1][3].replace("$40", "$30"))]) as ledger:
        counts = dict(changes_page(ledger, ("GHA", "NOR"), since=since, until=on).counts)
        page = relationship_page(ledger, ("GHA", "NOR"), on, since)
    assert (page.reworded, page.reworded_since) == (counts["reworded"], counts["reworded"]) == (1, 1)
