"""`changes`, `due`, `brief`, `words` and `diff` as a user types them."""

import json

import pytest

import followed_prose as prose
from servanda.cli import main


@pytest.fixture(autouse=True)
def _ledger(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_LEDGER", raising=False)
    prose.make_ledger("servanda.db", 0, 6)


def run(capsys, *words):
    code = main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


DONE = [
    (("changes", "NOR", "--since", "2024-03-01", "--until", "2024-12-31"), "strengthens"),
    (("changes", "--known-since", "2020-01-01", "--until", "2024-12-31"), "announced → fulfilled"),
    (
        ("changes", "--known-since", "2020-01-02", "--until", "2024-12-31"),
        "new to the ledger after 2 January 2020, up to 31",
    ),
    (("changes", "--until", "2024-12-31"), "published from 13 November 2024 to 31 December 2024"),
    (("due", "Finland", "--on", "2024-12-31"), "31 August 2024"),
    (("brief", "NOR", "KEN", "--since", "2024-01-01", "--on", "2024-12-31"), "## Promised by Norway"),
    (("words", "FIN", "--about", "partner"), "ironclad"),
    (("show", "kingdom of norway"), "NOR"),
    (("diff", "servanda.db", "servanda.db"), "documents"),
]


@pytest.mark.parametrize(("words", "said"), DONE, ids=[" ".join(row[0]) for row in DONE])
def test_it_says(capsys, words, said):
    code, out, err = run(capsys, *words)
    assert (code, err) == (0, "")
    assert said in out


def test_a_past_day_is_named_and_since_when_the_ledger_is_there(capsys):
    code, out, err = run(capsys, "diff", "servanda.db", "--as-known-on", "2020-01-01")
    assert (code, "documents                  0     6        0     0" in out) == (0, True)
    assert err.startswith("As the ledger stood on 1 January 2020 (UTC): nothing, for it took in its first text on ")
    code, out, err = run(capsys, "list", "commitments", "--as-known-on", "today")
    assert (code, err.count("\n"), "nothing" in err) == (0, 1, False)


WRONG = [
    (("list", "commitments", "--as-known-on", "2150-01-01"), "2150-01-01 lies ahead"),
    (("due", "--as-known-on", "tomorrow"), "tomorrow lies ahead"),
    (("changes", "--since", "2024-03-01", "--known-since", "2024-03-01"), "either"),
    (("changes", "--since", "March"), "--since takes a date"),
    (("changes", "--known-since", "March"), "--known-since takes a day"),
    (("changes", "--since", "2024-03-02", "--until", "2024-03-01"), "lies after"),
    (("due", "Atlantis"), "Atlantis"),
    (("brief", "NOR"), "two or more"),
    (("brief", "NOR", "Norway"), "different parties"),
    (("changes", "KEN", "ken", "--since", "2024-03-01"), "different parties"),
    (("follow", "Norway"), "is a state, and only bodies are followed"),
    (("follow", "Atlantis"), "No document of the ledger names"),
    (("show", "Atlantis"), "No actor is called 'Atlantis'"),
    (("brief", "NOR", "KEN", "--format", "docx"), "--out"),
    (("brief", "NOR", "KEN", "--out", "nowhere/brief.md"), "cannot be written"),
    (("words", "--thread", "t-0"), "t-0"),
    (("diff", "servanda.db"), "two ledgers"),
    (("diff", "servanda.db", "nowhere.db"), "nowhere.db"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_wrong_use_is_one_line(capsys, words, said):
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", ["html", "markdown", "docx"])
def test_a_brief_is_a_file(capsys, tmp_path, form):
    code, out, err = run(
        capsys, "brief", "NOR", "KEN", "--on", "2024-12-31", "--format", form, "--out", f"brief.{form}"
    )
    assert (code, out, err) == (0, "", f"wrote brief.{form}\n")
    assert (tmp_path / f"brief.{form}").stat().st_size > 500


@pytest.mark.parametrize(
    "words",
    [
        ("changes", "--since", "2024-01-01"),
        ("due", "--on", "2024-12-31"),
        ("words",),
        ("diff", "servanda.db", "--as-known-on", "2020-01-01"),
    ],
    ids=" ".join,
)
def test_as_known_before_there_was_anything(capsys, words):
    known = () if "diff" in words else ("--as-known-on", "2020-01-01")
    code, out, _ = run(capsys, *words, *known, "--format", "json")
    assert code == 0
    page = json.loads(out)
    assert page.get("lines", page.get("rows", [])) == []
