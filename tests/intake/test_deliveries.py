"""Everything that lies in a folder comes out as a document or as one problem."""

import gzip
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.codebook import Document, Problem, When
from servanda.intake import Asked, fetch_documents

TEXT = "Norway agreed on Monday to help Kenya rebuild the port of Lamu.\n"


def fetched(*places, **options):
    return list(fetch_documents([str(place) for place in places], **options))


def codes(records):
    return [record.code if isinstance(record, Problem) else "document" for record in records]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("a.txt", b"", "empty", id="no bytes"),
        pytest.param("a.txt", b"\xef\xbb\xbf \r\n\t", "empty", id="only white space behind a mark"),
        pytest.param("a.txt", b"Norway\x00Kenya" * 9, "not-text", id="zero bytes"),
        pytest.param("a.txt", bytes(range(1, 32)) * 9, "not-text", id="control characters"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "not-text", id="a picture"),
        pytest.param("a", b"\x7fELF\x02\x01\x01", "not-text", id="a program"),
        pytest.param("a.docx", b"PK\x03\x04\x14", "not-text", id="an office file"),
        pytest.param("a.txt.gz", gzip.compress(TEXT.encode() * 999)[:80], "broken-gzip", id="a gzip cut off"),
        pytest.param("a.txt.gz", gzip.compress(TEXT.encode())[:-3], "broken-gzip", id="a gzip without its last bytes"),
        pytest.param("a.txt.gz", gzip.compress(b"0" * 20_000_000), "too-large", id="a gzip bomb"),
        pytest.param("a.txt", b"word " * 10_000_000, "line-too-long", id="a line of 50 MB"),
        pytest.param("a.txt", b"word\n" * 5_000_000, "too-large", id="a text beyond any treaty"),
        pytest.param("a.html", b"<html><body>" + b"word " * 10_000_000, "too-large", id="a page of 50 MB"),
        pytest.param("a.html", b"<html><body></body></html>", "no-main-text", id="a page without words"),
        pytest.param("a.pdf", b"Norway", "broken-pdf", id="a PDF that is none"),
        pytest.param("a.json", b"[" * 900_000, "bad-json", id="brackets without end"),
        pytest.param("a.json", b'{"title": "Norway"}', "no-text", id="JSON without a text"),
        pytest.param("a.csv", b"debtor,creditor\nNOR,KEN\n", "not-a-document", id="a table"),
    ],
)
def test_what_is_no_document_is_one_problem_and_the_rest_is_read(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(TEXT)
    assert codes(fetched(tmp_path)) == [code, "document"]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "c/a.md", ".hidden.txt", "README.md", "a/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert [d.location for d in fetched(tmp_path)] == [f"{tmp_path}/{name}" for name in ("a/z.txt", "b.txt", "c/a.md")]


def test_a_folder_closed_to_everyone_is_one_problem_for_root_too(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    (tmp_path / "open.txt").write_text(TEXT)
    try:
        assert codes(fetched(tmp_path)) == ["no-rights", "document"]
    finally:
        closed.chmod(0o700)


def test_a_file_closed_to_everyone_is_one_problem(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0o000)
    assert codes(fetched(path)) == ["no-rights"]


def test_a_folder_that_the_system_refuses_is_one_problem(tmp_path, monkeypatch):
    def refuse(_folder):
        raise PermissionError("not for you")

    monkeypatch.setattr("servanda.intake.places.os.listdir", refuse)
    assert codes(fetched(tmp_path)) == ["no-rights"]


def test_places_that_are_not_there_are_problems(tmp_path):
    (tmp_path / "broken-link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle").symlink_to(tmp_path)
    assert codes(fetched(tmp_path, tmp_path / "gone", "a\x00b")) == ["no-such-file"] * 3


def test_an_empty_folder_is_a_problem(tmp_path):
    assert codes(fetched(tmp_path)) == ["no-documents"]


def test_a_pipe_in_a_folder_is_not_opened(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.txt")
    assert codes(fetched(tmp_path)) == ["not-a-file"]


def test_a_name_that_is_no_text_gives_a_location_that_is_one(tmp_path):
    import os

    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(TEXT)
    assert fetched(tmp_path)[0].location == f"{tmp_path}/\ufffd.txt"


def test_a_coding_beside_its_text_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text(json.dumps({"document": {}, "actors": [], "commitments": []}))
    assert codes(fetched(tmp_path)) == ["document"]
    assert codes(fetched(tmp_path / "a.json")) == ["no-text"]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        pytest.param(TEXT.encode(), "text/plain", id="prose"),
        pytest.param(gzip.compress(TEXT.encode()), "text/plain", id="prose in a gzip"),
        pytest.param(b"---\ntitle: Port deal\n---\n" + TEXT.encode(), "text/markdown", id="front matter"),
        pytest.param(b"<!DOCTYPE html><html><body><article><p>" + TEXT.encode() * 4, "text/html", id="a page"),
        pytest.param(json.dumps({"text": TEXT}).encode(), "application/json", id="an object on one line"),
        pytest.param(json.dumps({"text": TEXT}, indent=1).encode(), "application/json", id="an object on many lines"),
        pytest.param(
            b'{"text": "Norway helps Kenya."}\n{"text": "Kenya thanks Norway."}\n',
            "application/x-ndjson",
            id="an object a line",
        ),
        pytest.param(b"{braces} in prose\n", "text/plain", id="prose that begins with a brace"),
    ],
)
def test_standard_input_is_known_by_its_content(content, media_type):
    first = fetched("-", stdin=io.BytesIO(content))[0]
    assert (first.media_type, first.location.split("#")[0]) == (media_type, "<stdin>")


def test_what_the_caller_says_beats_what_is_found(tmp_path):
    (tmp_path / "a.txt").write_text("Port deal\n\nMonday, March 4, 2024\n\n" + TEXT)
    (tmp_path / "meta.json").write_text('{"a": {"published": "2024-03-05", "outlet": "Daily Harbour"}}')
    document = fetched(tmp_path, asked=Asked(published=When.parse("2024-03-06")))[0]
    sources = {ground.field: ground.source for ground in document.grounds}
    assert (str(document.published), document.outlet) == ("2024-03-06", "Daily Harbour")
    assert (sources["published"], sources["outlet"], sources["title"]) == ("the caller", "meta.json", "the text")


def test_reading_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    found = fetch_documents([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(next(found), Document)
    (tmp_path / "b.txt").write_text(TEXT)
    assert isinstance(next(found), Document)


def test_another_language_is_kept_with_a_problem(tmp_path):
    (tmp_path / "a.txt").write_text("Le ministre norvégien a rencontré son homologue kényan à Nairobi. " * 8)
    document, problem = fetched(tmp_path)
    assert (document.language, problem.code, problem.document) == ("fr", "not-english", document.id)


def test_a_short_text_has_the_language_of_its_metadata(tmp_path):
    (tmp_path / "a.txt").write_text("Norway, Kenya agree")
    assert fetched(tmp_path / "a.txt")[0].language is None
    assert fetched(tmp_path / "a.txt", asked=Asked(language="en"))[0].language == "en"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.md", "a.html", "a.json", "a.jsonl", "a.pdf", "a.txt.gz"])
@given(
    content=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda words: words.encode("utf-8", "replace"))
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_documents_and_problems_only(tmp_path, name, content):
    """No bytes whatever break the room, and every text and span of what comes out can be written and cited."""
    prefix = {"a.html": b"<html><body><p>", "a.pdf": b"%PDF-1.4\n", "a.md": b"---\n", "a.jsonl": b'{"text": "'}.get(
        name, b""
    )
    for whole in (content, prefix + content, gzip.compress(content)):
        (tmp_path / name).write_bytes(whole)
        for each in fetched(tmp_path / name):
            assert isinstance(each, Document | Problem)
            if isinstance(each, Document):
                assert each.text.encode("utf-8")
                assert all(span.of(each.text).strip() for span in each.furniture)
