"""Where a location lies among places."""

import pytest

from servanda.codebook import Problem
from servanda.intake import fetch_documents, is_at

WITHIN = [
    ("reports", "reports"),
    ("reports/", "reports/a.txt"),
    ("./reports", "reports/deep/a.jsonl#3"),
    ("reports", "reports/meta.json#a"),
    ("a.jsonl", "a.jsonl#3"),
    (".", "a.txt"),
    ("/", "/reports/a.txt"),
    ("-", "<stdin>"),
    ("https://example.org/a", "https://example.org/a"),
]
OUTSIDE = [
    ("reports", "reports-2/a.txt"),
    ("reports/a.txt", "reports/b.txt"),
    ("reports", "meta.json"),
    (".", "/a.txt"),
    (".", "../a.txt"),
    (".", "<stdin>"),
    (".", "https://example.org/a"),
    ("https://example.org", "https://example.com"),
]


@pytest.mark.parametrize(("place", "location"), WITHIN)
def test_what_lies_at_a_place(place, location):
    assert is_at([place], location)


@pytest.mark.parametrize(("place", "location"), OUTSIDE)
def test_what_lies_elsewhere(place, location):
    assert not is_at([place], location)


@pytest.mark.parametrize(("said", "was_read"), [("", True), ("#a", True), ("#a.txt", True), ("#b", False)])
def test_what_is_said_beside_a_named_file_was_read_with_it(tmp_path, said, was_read):
    (tmp_path / "a.txt").write_text("Kenya")
    assert is_at([str(tmp_path / "a.txt")], f"{tmp_path}/meta.json{said}") is was_read


def test_of_what_is_said_beside_a_named_file_only_its_own_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("Kenya will build a road to Uganda.")
    (tmp_path / "meta.json").write_text('{"a": {"published": "soon"}, "b": {"published": "later"}, "c": 3}')
    problem, _ = fetch_documents([str(tmp_path / "a.txt")])
    assert problem.location == f"{tmp_path}/meta.json#a"


def test_an_address_of_another_sort_is_one_problem():
    (problem,) = fetch_documents(["ftp://example.org/a.txt"])
    assert isinstance(problem, Problem)
    assert (problem.code, problem.location) == ("no-answer", "ftp://example.org/a.txt")
