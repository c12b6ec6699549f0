"""`servanda lexicon` and `servanda lexicon refresh` as a user types them, against a query service on this machine."""

import json

import pytest

from query_services import a_service, row
from servanda.cli import main
from servanda.lexicon.holders import load_holders

ROWS = {
    "head of state": [row(start="2031-03-01")],
    "head of government": [
        row("Q20", "NOR", "Q901", "Prime Minister of Norway", "Q11", "Tor Vestervik", start="2024-03-01")
    ],
}
TEXT = "Norwegian Prime Minister Vestervik said on Friday that Norway will lend Kenya two ferries.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("no_proxy", "*")
    (tmp_path / "report.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture
def service(home, monkeypatch):
    with a_service(ROWS) as serving:
        monkeypatch.setenv("SERVANDA_QUERY_SERVICE", f"{serving.address}/sparql")
        yield serving


def coded(capsys):
    assert main(["code", "report.txt", "--published", "2026-11-20"]) == 0
    return json.loads(capsys.readouterr().out)


def test_newer_holders_are_brought_and_shown(service, home, capsys):
    assert main(["lexicon", "refresh"]) == 0
    said = capsys.readouterr()
    assert f"wrote {home}/data/servanda/holders.tsv: 1 holder of 1 state" in said.err
    assert "left out: 1 row, days that cannot be" in said.err
    assert main(["lexicon"]) == 0
    said = capsys.readouterr().out
    assert f"holders.tsv     {len(load_holders()):7,}" in said
    assert f"1 holder, from {service.address}/sparql, asked on 20" in said


def test_the_next_reading_knows_them_and_names_the_table(service, capsys):
    before = {actor["id"] for actor in coded(capsys)["actors"]}
    assert main(["lexicon", "refresh"]) == 0
    capsys.readouterr()
    after = {actor["id"] for actor in coded(capsys)["actors"]}
    assert after - before == {"tor-vestervik"}
    assert main(["read", "report.txt", "--published", "2026-11-20"]) == 0
    assert main(["list", "actors", "--format", "json"]) == 0
    said = capsys.readouterr().out
    assert "tor-vestervik" in said


def test_records_name_the_table_that_they_were_read_with(service, home):
    from servanda.lexicon.own_tables import load_own_table
    from servanda.pipeline import code, fetch_documents, means_of

    assert main(["lexicon", "refresh", "--out", "own.tsv"]) == 0
    means = means_of(lexicon=home / "own.tsv")
    (outcome,) = code(fetch_documents(["report.txt"]), means=means)
    versions = {record.origin.version for record in outcome.reading.actors}
    assert versions == {outcome.reading.version} == {means.version}
    assert means.version.startswith(f"{means_of().version}+holders-")
    assert load_own_table(home / "own.tsv").holders[0].source == "Wikidata Q11"


def test_a_second_refreshing_of_the_same_facts_gives_the_same_file(service, home):
    assert main(["lexicon", "refresh", "--out", "a.tsv"]) == main(["lexicon", "refresh", "--out", "b.tsv"]) == 0
    assert (home / "a.tsv").read_bytes() == (home / "b.tsv").read_bytes()


@pytest.mark.parametrize("path", ["broken", "page", "cut", "busy_no_word", "other_json"])
def test_what_fails_leaves_the_former_table(service, home, path, capsys):
    assert main(["lexicon", "refresh"]) == 0
    before = (home / "data/servanda/holders.tsv").read_bytes()
    capsys.readouterr()
    assert main(["lexicon", "refresh", "--from", f"{service.address}/{path}"]) == 1
    said = capsys.readouterr().err
    assert (said.count("\n"), said.endswith("Nothing was changed.\n")) == (1, True)
    assert (home / "data/servanda/holders.tsv").read_bytes() == before


def test_an_empty_answer_leaves_the_former_table(service, home, capsys):
    assert main(["lexicon", "refresh"]) == 0
    before = (home / "data/servanda/holders.tsv").read_bytes()
    service.rows = {}
    assert main(["lexicon", "refresh"]) == 1
    assert "named no holders. Nothing was changed." in capsys.readouterr().err
    assert (home / "data/servanda/holders.tsv").read_bytes() == before


def test_offline_it_says_so_in_one_line(home, capsys):
    assert main(["lexicon", "refresh", "--from", "http://127.0.0.1:1/sparql"]) == 1
    said = capsys.readouterr().err
    assert said == (
        "servanda: The query service http://127.0.0.1:1/sparql cannot be reached: Connection refused. Nothing was changed.\n"
    )
    assert not (home / "data").exists()


WRONG = [
    (["lexicon", "refresh", "--from", "file:///etc/hostname"], {}, "--from takes an address"),
    (["lexicon", "refresh"], {"SERVANDA_LEXICON": "packaged"}, "name a file with --out"),
    (["code", "report.txt"], {"SERVANDA_LEXICON": "absent.tsv"}, "absent.tsv cannot be read"),
    (["code", "report.txt"], {"SERVANDA_LEXICON": "report.txt"}, "report.txt cannot be used"),
    (["lexicon"], {"SERVANDA_LEXICON": "absent.tsv"}, "absent.tsv cannot be read"),
]


@pytest.mark.parametrize(("words", "environment", "said"), WRONG)
def test_wrong_use_is_one_line(home, monkeypatch, words, environment, said, capsys):  # noqa: PLR0913, PLR0917
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(words) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_table_that_cannot_be_written_is_one_line(service, home, capsys):
    (home / "file").write_text("")
    assert main(["lexicon", "refresh", "--out", "file/own.tsv"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_packaged_table_alone_may_be_asked_for(service, monkeypatch, capsys):
    assert main(["lexicon", "refresh"]) == 0
    monkeypatch.setenv("SERVANDA_LEXICON", "packaged")
    capsys.readouterr()
    assert "tor-vestervik" not in {actor["id"] for actor in coded(capsys)["actors"]}


def test_without_a_table_of_ones_own_it_says_how_to_have_one(home, capsys):
    assert main(["lexicon"]) == 0
    assert "`servanda lexicon refresh` makes one" in capsys.readouterr().out
