"""The dossier of the demo: twelve short documents of our own prose, each with its metadata and sources."""

import json
import re
from pathlib import Path

import frontmatter
import pytest

ROOT = Path(__file__).parents[2]
DOSSIER = ROOT / "src" / "servanda" / "dossier"
SHARED = ROOT.parent / "shared"
DOCUMENTS = sorted(DOSSIER.glob("[0-9][0-9]-*"))
KINDS = {"news", "instrument", "release", "readout", "transcript"}
RUN = 8
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)


def prose(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return frontmatter.loads(text).content
    if path.suffix == ".html":
        return re.sub(r"<[^>]+>", " ", text[text.index("<article>") : text.index("</article>")])
    return text


def metadata(path: Path) -> dict[str, str]:
    beside = json.loads((DOSSIER / "meta.json").read_text(encoding="utf-8")).get(path.stem, {})
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return {name: str(value) for name, value in frontmatter.loads(text).metadata.items()} | beside
    if path.suffix == ".html":
        named = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]+)"', text))
        return {"published": named["date"], "title": named["og:title"], "author": named["author"]} | beside
    return beside


def sources(name: str) -> list[str]:
    written = (DOSSIER / "SOURCES.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", written, re.MULTILINE | re.DOTALL)
    return re.findall(r"^- .+$", found.group(1), re.MULTILINE) if found else []


def runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9$%]+", text.lower().replace("’", "'"))
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_there_are_twelve_documents_in_three_formats():
    assert len(DOCUMENTS) == 12
    assert {path.suffix for path in DOCUMENTS} == {".txt", ".html", ".md"}


def test_every_entry_of_the_metadata_has_its_document():
    named = set(json.loads((DOSSIER / "meta.json").read_text(encoding="utf-8")))
    assert named == {path.stem for path in DOCUMENTS if path.suffix != ".md"}


@each_document
def test_a_document_has_a_date_a_kind_and_an_outlet_that_nobody_takes_for_a_paper(path):
    known = metadata(path)
    assert DAY.fullmatch(known["published"])
    assert known["kind"] in KINDS
    assert known["outlet"] == "servanda dossier"


@each_document
def test_a_document_begins_with_its_title(path):
    assert prose(path).lstrip("# \n").startswith(metadata(path)["title"])


@each_document
def test_a_summary_of_an_official_text_says_that_it_is_one(path):
    assert ("(dossier summary)" in metadata(path)["title"]) == (metadata(path)["kind"] != "news")


@each_document
def test_a_document_is_short(path):
    assert 120 <= len(prose(path).split()) <= 320


@each_document
def test_a_document_names_its_sources_with_their_year(path):
    listed = sources(path.stem)
    assert len(listed) >= 2
    assert all(re.search(r"WH |\b20\d\d\b", line) for line in listed)


@each_document
def test_what_stands_in_quotation_marks_is_a_short_phrase(path):
    quoted = re.findall(r'["“]([^"”]+)["”]', prose(path))
    assert all(len(phrase.split()) < RUN for phrase in quoted)


@each_document
def test_no_eight_words_in_a_row_are_another_text(path):
    texts = sorted(SHARED.glob("seeds/*.txt")) + sorted(SHARED.glob("gold/*.txt"))
    if not texts:
        pytest.skip("../shared with the texts to compare is absent here")
    known = set().union(*(runs(text.read_text(encoding="utf-8")) for text in texts))
    assert not runs(prose(path)) & known


def test_the_licence_is_named():
    assert "Apache-2.0" in (DOSSIER / "SOURCES.md").read_text(encoding="utf-8")
