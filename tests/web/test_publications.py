"""The pages as files of a folder: every link leads to a file, the same ledger gives the same bytes, and they can be searched."""

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from sample_ledgers import HOSTILE, a_hostile_document, a_report, make_ledger
from servanda.store import Ledger
from servanda.web import OccupiedError, publish
from servanda.web.folders import file_of, led
from servanda.web.indexes import Entry, folded, key_of, scripts_of
from servanda.web.scopes import shortened

DOCUMENT, READING = a_report()
BUY, PAY, _ = READING.commitments


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    return make_ledger(tmp_path_factory.mktemp("ledger") / "sample.db", hostile=True)


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory, ledger):
    folder = tmp_path_factory.mktemp("published")
    for _ in publish(ledger, folder, data=write_a_table):
        pass
    return folder


def write_a_table(folder):
    folder.mkdir()
    for kind in (
        "documents",
        "commitments",
        "statements",
        "occasions",
        "instruments",
        "assessments",
        "actors",
        "threads",
        "links",
        "pairs",
    ):
        (folder / f"{kind}.csv").write_text("id\n")


def pages_of(folder):
    return sorted(folder.rglob("*.html"))


def test_every_link_of_every_file_leads_to_a_place_in_the_folder(folder):
    astray = []
    for page in pages_of(folder):
        for link in map(html.unescape, re.findall(r' (?:href|src)="([^"]*)"', page.read_text(encoding="utf-8"))):
            file, _, place = link.partition("#")
            goal = (page.parent / unquote(file)).resolve() if file else page
            if link.startswith(("http://", "https://", "data:")) or goal.name == "search.html":
                continue
            inside = goal.is_file() and (not place or f'id="{html.escape(place)}"' in goal.read_text(encoding="utf-8"))
            astray += [] if inside else [(page.name, link)]
    assert len(pages_of(folder)) > 20
    assert astray == []


def test_no_file_needs_a_server(folder):
    for page in pages_of(folder):
        held = page.read_text(encoding="utf-8")
        assert "<form" not in held
        assert not re.search(r'(?:href|src)="/|hx-get|format=', held)


def test_every_record_document_and_actor_has_its_page(folder):
    names = {page.relative_to(folder).as_posix() for page in pages_of(folder)}
    records = {f"records/{record.id}.html" for record in READING.records()}
    assert {"index.html", "search.html", "about.html", f"documents/{DOCUMENT.id}.html", "actors/NOR.html"} <= names
    assert records <= names


def test_the_same_ledger_gives_the_same_bytes_and_takes_the_place_of_what_was_there(ledger, folder, tmp_path):
    for _ in range(2):
        list(publish(ledger, tmp_path / "again", data=None if (tmp_path / "again").exists() else write_a_table))
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (folder, tmp_path / "again")
    )
    gone = {path for path in first if path.parts[0] == "data"} | {Path("files.txt")}
    assert {path: first[path] for path in first.keys() - gone} == {path: second[path] for path in second.keys() - gone}


def test_a_folder_with_other_things_is_left_alone(ledger, tmp_path):
    (tmp_path / "thesis.txt").write_text("all of it")
    with pytest.raises(OccupiedError, match="holds something else"):
        list(publish(ledger, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_what_a_former_publication_lists_outside_of_it_is_left_alone(ledger, tmp_path):
    (tmp_path / "thesis.txt").write_text("all of it")
    folder = tmp_path / "pages"
    list(publish(ledger, folder))
    (folder / "files.txt").write_text("../thesis.txt\nindex.html\n")
    list(publish(ledger, folder))
    assert (tmp_path / "thesis.txt").read_text() == "all of it"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/commitments", "commitments.html"),
        ("/commitments?page=1", "commitments.html"),
        ("/commitments?page=12", "commitments-12.html"),
        ("/documents/d-0123abcd", "documents/d-0123abcd.html"),
        ("/actors/PHL", "actors/PHL.html"),
        ("/actors/PHL/coast-guard", "actors/PHL/coast-guard.html"),
        ("/static/style.css", "static/style.css"),
        ("/commitments?debtor=NOR", None),
    ],
)
def test_an_address_is_a_file(address, file):
    assert file_of(address) == file


@pytest.mark.parametrize(
    "part", ["..", ".", "%2e%2e", "a%00b", "%2e%2e%2f%2e%2e", "phl", "x" * 300, "A B", "CON:", HOSTILE]
)
def test_a_name_that_no_file_can_have_is_another_one(part):
    told = file_of(f"/actors/{part.replace('?', '').replace('#', '')}")
    assert not {"", ".", ".."} & set(told.split("/"))
    assert not set(told) & set('<>:"\\|?*\x00 ')


@pytest.mark.parametrize(
    ("link", "goal"),
    [
        ("/statements", "../statements.html"),
        ("/static/style.css", "../static/style.css"),
        ("#m-1", "#m-1"),
        ("https://example.org/a", "https://example.org/a"),
        ("/commitments?debtor=NOR", "../search.html#kind=commitments&debtor=NOR"),
        ("/documents/d-1?record=c-2b#m-c-2b-object", "d-1.html#m-c-2b"),
        ("/documents/d-1?record=c-2b#m-c-2b-2", "d-1.html#m-c-2b-2"),
        ("/relationships/NOR-FIN?since=2024-01-01", "../relationships/" + file_of("/NOR-FIN")),
    ],
)
def test_a_link_is_led_to_its_file(link, goal):
    page = led(f'<a href="{html.escape(link)}">x</a>', "/documents/d-9", set().add)
    assert page == f'<a href="{html.escape(goal)}">x</a>'


@pytest.mark.parametrize("page", ['<form method="post">\n<a href="/x">x</a></form>', '<p hx-get="/x"></p>'])
def test_what_needs_a_server_is_left_out(page):
    assert led(page, "/", set().add) in {"", "<p></p>"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vadsø’s new port", ["vadsø", "s", "new", "port"]),
        ("Élysée, ÅNGSTRÖM", ["elysee", "angstrom"]),
        ("한국 日本語", ["한국", "日本語"]),
        ("€350 million; F-35", ["350", "million", "f", "35"]),
    ],
)
def test_words_are_folded(text, words):
    import unicodedata

    assert folded(text) == [unicodedata.normalize("NFD", word) for word in words]


def test_the_index_says_where_each_word_stands(folder):
    script = (folder / f"search/words-{key_of('ferries')}.js").read_text(encoding="utf-8")
    what, key, held = json.loads(f"[{script[len('servanda(') : -3]}]")
    assert (what, key) == ("words", "66-65")
    first = sum(int(step, 36) for step in held["ferries"].split()[:1])
    rows = json.loads(f"[{(folder / 'search/rows-0.js').read_text(encoding='utf-8')[len('servanda(') : -3]}]")[2]
    assert "ferries" in " ".join(rows[first]).lower()


IN_ITS_DOCUMENT = f'<a href="/documents/{DOCUMENT.id}#{BUY.id}">x</a>'
LED_ELSEWHERE = [
    (f'<a href="/records/{BUY.id}">x</a>', "/", IN_ITS_DOCUMENT),
    (f'<a href="/threads/{BUY.id}#status">x</a>', "/", IN_ITS_DOCUMENT),
    ('<a href="/records/c-0123">gone</a>', "/", "<a >gone</a>"),
    ('<a href="?page=41">x</a>', "/statements?page=40", '<a href="/statements?search=">x</a>'),
]
LEFT_ALONE = [
    ('<a href="/threads/t-0123">x</a>', "/"),
    (f'<a href="/instruments/{BUY.id}">x</a>', "/"),
    ('<a href="?page=40">x</a>', "/statements?page=39"),
    ('<a href="?page=41">x</a>', "/actors?page=40"),
]


@pytest.mark.parametrize(("page", "address", "led"), LED_ELSEWHERE + [(*row, row[0]) for row in LEFT_ALONE])
def test_of_many_records_each_is_led_to_in_its_document(ledger, page, address, led):
    with Ledger.open(ledger) as opened:
        assert shortened(page, address, opened) == led


@pytest.fixture(scope="module", name="short")
def _short(tmp_path_factory, ledger):
    folder = tmp_path_factory.mktemp("short")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("servanda.web.scopes._MOST_RECORDS", 1)
        list(publish(ledger, folder, data=write_a_table))
    return folder


def test_a_publication_of_many_records_has_no_page_for_each(short):
    test_every_link_of_every_file_leads_to_a_place_in_the_folder(short)
    assert not (short / "records").exists()
    assert "Each record is shown in its document" in (short / "index.html").read_text(encoding="utf-8")


def test_every_record_has_a_page_where_that_is_asked_for(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr("servanda.web.scopes._MOST_RECORDS", 1)
    list(publish(ledger, tmp_path, every_record=True))
    assert (tmp_path / "records" / f"{BUY.id}.html").is_file()


def test_words_that_stand_often_are_cut_into_several_scripts(monkeypatch):
    words = ["b", "be", "bell", "bells", "best", "beyond", "act=invest"]
    entries = [
        Entry(
            id=f"c-{at}",
            document="d-1",
            told=("commitment", "", "", "", ""),
            words=frozenset(words),
            days=("", ""),
            actors=(),
        )
        for at in range(40)
    ]
    monkeypatch.setattr("servanda.web.indexes._LARGEST", 100)
    told = dict(scripts_of(entries, lambda entry: entry.id))
    held = {}
    for name, script in told.items():
        if name.startswith("words-"):
            _, key, part = json.loads(script[len("servanda(") : -3].join((b"[", b"]")))
            assert name == f"words-{key}.js"
            assert all(f"{key_of(word, len(word))}-".startswith(f"{key}-") for word in part)
            held.update(part)
    assert set(held) == set(words)
    index = json.loads(told["index.js"][len("servanda(") : -3].join((b"[", b"]")))[2]
    assert len(index["keys"]) == len(set(index["keys"])) > 4


@pytest.mark.slow
class TestInABrowser:
    def test_a_record_is_found_in_its_document(self, open_page, short):
        page = open_page((short / "search.html").as_uri())
        page.get_by_label("Words").fill("electric ferr")
        page.locator("#kind").select_option("commitments")
        page.locator("#results a").first.click()
        page.locator("article.text").wait_for()
        assert page.locator(".card:target").count() == 1
        assert page.complaints == []

    def test_a_folder_opens_and_can_be_walked(self, open_page, folder):
        page = open_page((folder / "index.html").as_uri())
        page.get_by_role("link", name="Documents", exact=True).first.click()
        page.get_by_role("link", name="Norway and Finland strike ferry deal").first.click()
        assert page.locator("h1").inner_text() == "Norway and Finland strike ferry deal"
        page.locator(f"[id='{BUY.id}'] .words a").click()
        assert page.locator(f"[id='m-{BUY.id}']").evaluate("e => e.matches(':target')")
        page.keyboard.press("n")
        page.wait_for_url("**#m-*")
        assert page.complaints == []

    def test_a_folder_can_be_searched(self, open_page, folder):
        page = open_page((folder / "search.html").as_uri())
        page.get_by_label("Words").fill("electric ferr")
        results = page.get_by_role("listitem").filter(has_text="electric ferries")
        results.first.wait_for()
        results.first.get_by_role("link").click()
        assert page.locator("h1").inner_text().startswith(("Commitment", "Statement"))
        assert page.complaints == []

    def test_a_filter_leads_to_the_search(self, open_page, folder):
        page = open_page((folder / "actors.html").as_uri())
        page.get_by_role("row", name="Norway").get_by_role("link").nth(1).click()
        page.get_by_role("status").filter(has_text="record").wait_for()
        assert "debtor=NOR" in page.url
        page.get_by_text("Who: Norway").wait_for()
        found = page.locator("#results li").count()
        page.get_by_label("Take away the filter Who").click()
        page.wait_for_function(f"document.querySelectorAll('#results li').length > {found}")
        assert page.complaints == []

    def test_days_narrow_the_search(self, open_page, folder):
        page = open_page((folder / "search.html").as_uri() + "#kind=commitments")
        page.get_by_role("status").filter(has_text="record").wait_for()
        everything = page.locator("#results li").count()
        page.get_by_label("Published since").fill("2024-05-02")
        page.get_by_label("Published until").fill("2024-05-02")
        page.wait_for_function(
            f"0 < document.querySelectorAll('#results li').length && document.querySelectorAll('#results li').length < {everything}"
        )
        assert all("2 May 2024" in told for told in page.locator("#results small").all_inner_texts())
        assert "since=2024-05-02" in page.url
        page.get_by_label("Published since").fill("2031-01-01")
        page.get_by_role("status").filter(has_text="0 records").wait_for()
        assert page.complaints == []

    def test_a_sector_leads_to_the_search(self, open_page, folder):
        page = open_page((folder / "search.html").as_uri() + "#kind=commitments&sector=trade")
        page.get_by_text("Sector: trade").wait_for()
        assert page.locator("#results li").count() > 0
        assert page.complaints == []

    def test_hostile_words_run_nothing(self, open_page, folder):
        page = open_page((folder / "search.html").as_uri() + "#search=script&outlet=%3Cscript%3Ealert(1)%3C/script%3E")
        page.get_by_role("status").filter(has_text="record").wait_for()
        page.goto((folder / f"documents/{a_hostile_document()[0].id}.html").as_uri())
        assert "<script>" in page.locator("article.text").inner_text()
        assert page.complaints == []
