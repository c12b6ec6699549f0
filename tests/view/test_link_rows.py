"""What linking found as rows: threads, links and pairs, with who decided, as tables and as lines."""

import csv
import json

import pytest

import followed_prose
from servanda.codebook import Document, Judgement, When
from servanda.codebook.vocabulary import Tie, Verdict
from servanda.pipeline import link
from servanda.reading.readers import read_document
from servanda.store import Ledger, Query
from servanda.view.link_rows import LinkRow, MemberRow, PairRow, link_rows
from servanda.write import write_export
from servanda.write.lines import parse_lines


@pytest.fixture(name="ledger")
def _ledger(tmp_path):
    with Ledger.open(followed_prose.make_ledger(str(tmp_path / "ledger.db"))) as ledger:
        yield ledger


def rows_of(ledger, kind):
    return [row for row in link_rows(ledger) if isinstance(row, kind)]


def test_every_thread_of_several_records_is_there(ledger):
    threads = {thread.id: thread.records for thread in ledger.find_threads("commitments", Query(limit=99))}
    told = {}
    for row in rows_of(ledger, MemberRow):
        told.setdefault(row.thread, []).append(row.record)
    assert threads
    assert {key: tuple(told[key]) for key in threads} == threads


def test_every_link_is_there_with_its_thread(ledger):
    rows = rows_of(ledger, LinkRow)
    known = {link.id for tie in Tie for link in ledger.find_ties(tie, Query(limit=99))}
    assert known <= {row.id for row in rows}
    members = {row.record: row.thread for row in rows_of(ledger, MemberRow)}
    assert {row.thread for row in rows if row.tie == "strengthens"} <= set(members.values())
    assert {row.decided_by for row in rows} == {"rules"}


def test_a_whole_and_its_parts_in_another_document_are_links(tmp_path):
    texts = (
        "Norway will invest $150 million in the harbor of Kenya. Norway will also invest $200 million in the railway of Kenya.",
        "Norway pledged to invest $350 million in the harbor and railway of Kenya.",
    )
    with Ledger.open(tmp_path / "sums.db") as ledger:
        for day, text in enumerate(texts, 1):
            document = Document(text=text, published=When.parse(f"2024-05-0{day}"), location=f"{day}.txt")
            ledger.append_reading(document, read_document(document))
        told = [(row.tie, row.thread, row.reason) for row in rows_of(ledger, LinkRow)]
    reason = "350,000,000 USD is 150,000,000 and 200,000,000, which another document gives"
    assert told == [("sums", "", reason)] * 2


def test_a_person_who_judged_two_records_decided(ledger):
    row = next(row for row in rows_of(ledger, PairRow) if row.standing == "accepted")
    now = ledger.find_documents(Query(limit=1))[0].added_at
    ledger.judge(Judgement(verdict=Verdict.NOT_SAME, records=(row.one, row.other), by="ana", why="two", at=now))
    link(ledger)
    (judged,) = (one for one in rows_of(ledger, PairRow) if (one.one, one.other) == (row.one, row.other))
    assert (judged.standing, judged.decided_by) == ("refused", "ana")


def test_tables_and_lines_have_all_of_it(ledger, tmp_path):
    rows = list(link_rows(ledger))
    write_export(ledger.iter_readings(), "csv", tmp_path / "out", linked=rows)
    (path,) = write_export(ledger.iter_readings(), "jsonl", tmp_path / "all.jsonl", linked=rows)
    for name, kind in (("threads", MemberRow), ("links", LinkRow), ("pairs", PairRow)):
        wanted = [row for row in rows if isinstance(row, kind)]
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as table:
            assert len(list(csv.DictReader(table))) == len(wanted) > 0
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert sum(line["kind"] == name for line in lines) == len(wanted)
    with path.open(encoding="utf-8") as lines:
        assert list(parse_lines(lines)) == [record for _, one in ledger.iter_readings() for record in one.records()]
