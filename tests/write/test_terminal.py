"""Lists as a person at a narrow terminal sees them."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from sample_ledgers import a_report, make_ledger
from servanda.codebook.vocabulary import Method
from servanda.store import Ledger, Query
from servanda.view import document_page, record_page
from servanda.write import listings, terminal


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(name="ledger")
def _ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    with Ledger.open(make_ledger(Path(tmp_path) / "sample.db"), create=False) as ledger:
        yield ledger


def plain(stream):
    """What stands on the screen, without the signs that make letters bold."""
    pieces = stream.getvalue().replace("\x1b[", "\x1b").split("\x1b")
    return pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:])


def listed(ledger, kind, stream, form="table"):
    listings.write_list(ledger, kind, Query(limit=100), form, stream)
    return plain(stream).splitlines()


@pytest.mark.parametrize("kind", ["commitments", "statements", "occasions", "documents", "actors", "problems"])
def test_no_line_is_wider_than_the_terminal(ledger, kind):
    lines = listed(ledger, kind, Screen())
    assert max(map(len, lines)) <= 80
    assert lines[-1].startswith(kind.capitalize())


def test_what_goes_on_stands_behind_the_margin(ledger):
    record, *more = listed(ledger, "commitments", Screen())[:3]
    assert record.startswith("c-")
    assert all(line.startswith("    ") for line in more)


def test_an_id_stands_on_one_line(ledger):
    ids = {head.id for head in ledger.find_documents()}
    assert ids == {line.split()[0] for line in listed(ledger, "documents", Screen()) if line.startswith("d-")}


def test_in_a_file_a_sentence_is_one_line(ledger):
    sentence = "Finland will not lower its tariff on farmed salmon"
    assert any(line.startswith(f"    {sentence}") for line in listed(ledger, "commitments", io.StringIO()))


def test_dates_are_written_as_on_the_pages(ledger):
    dates = [head.published for head in ledger.find_documents() if head.published]
    said = "\n".join(listed(ledger, "documents", io.StringIO()))
    assert dates
    assert not any(str(when) in said for when in dates)


def test_a_document_is_shown_with_its_places_and_records(ledger):
    document, reading = a_report()
    stream = io.StringIO()
    terminal.write_document(document_page(ledger, document.id), stream)
    said = stream.getvalue()
    assert f"Found at: {document.location}" in said
    assert all(record.id in said for record in reading.commitments)


@pytest.mark.parametrize(("method", "said"), [("model", "read by the trained model ("), ("rule", "read by rules (")])
def test_a_record_says_by_what_it_was_read(ledger, method, said):
    page = record_page(ledger, ledger.find_records("commitments", Query(limit=1))[0].record.id)
    stream = Screen()
    terminal.write_record(replace(page, origin=replace(page.origin, method=Method(method))), stream)
    assert said in plain(stream)
