"""`meta.json` beside texts."""

import json

import pytest

from servanda.codebook import Problem
from servanda.intake import fetch_documents

TEXT = "Norway agreed on Monday to help Kenya rebuild the port of Lamu.\n"


def fetched(folder, sidecar, *names):
    for name in names:
        (folder / name).write_text(TEXT + name)
    (folder / "meta.json").write_text(sidecar if isinstance(sidecar, str) else json.dumps(sidecar))
    return list(fetch_documents([str(folder)]))


def test_a_name_with_its_ending_comes_before_the_stem(tmp_path):
    sidecar = {"a": {"outlet": "Stem"}, "a.md": {"outlet": "Name"}}
    assert [each.outlet for each in fetched(tmp_path, sidecar, "a.md", "a.txt")] == ["Name", "Stem"]


def test_a_name_that_no_file_has_is_told(tmp_path):
    sidecar = {"a": {"outlet": "One"}, "a.txt": {"outlet": "One"}, "b": {"outlet": "Two"}}
    problem, document = fetched(tmp_path, sidecar, "a.txt")
    assert (problem.code, document.outlet) == ("bad-metadata", "One")
    assert problem.message == "meta.json speaks of “b”, and there is no such file."


def test_every_field_is_honored(tmp_path):
    said = {
        "title": "T",
        "outlet": "O",
        "agency": "Kyodo",
        "author": "A",
        "dateline": "Oslo",
        "language": "en",
        "kind": "release",
    }
    document = fetched(tmp_path, {"a": {**said, "published": "2024-03-01/2024-03-05"}}, "a.txt")[0]
    assert {field: getattr(document, field) for field in said} == said
    assert str(document.published) == "2024-03-01/2024-03-05"
    assert {ground.source for ground in document.grounds} == {"meta.json"}


def test_null_says_nothing(tmp_path):
    assert fetched(tmp_path, {"a": {"published": None, "kind": None}}, "a.txt")[0].published is None


@pytest.mark.parametrize(
    ("sidecar", "code"),
    [
        ("{broken", "bad-metadata"),
        ("[1]", "bad-metadata"),
        ("[" * 100_000, "bad-metadata"),
        ({"a": "text"}, "bad-metadata"),
        ({"a": {"published": "soon"}}, "bad-date"),
        ({"a": {"published": "2024-02-31"}}, "bad-date"),
        ({"a": {"published": [2024]}}, "bad-date"),
        ({"a": {"published": "0001-01-01"}}, "bad-date"),
        ({"a": {"published": "9999-12-30"}}, "bad-date"),
        ({"a": {"kind": "poem"}}, "bad-kind"),
    ],
)
def test_what_is_wrong_in_it_is_one_problem_and_the_texts_are_read(tmp_path, sidecar, code):
    problem, *documents = fetched(tmp_path, sidecar, "a.txt", "b.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, len(documents)) == (code, 2)


def test_it_is_told_once_for_several_named_files(tmp_path):
    fetched(tmp_path, "{broken", "a.txt", "b.txt")
    records = list(fetch_documents([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
    assert [isinstance(each, Problem) for each in records] == [True, False, False]


def test_it_is_read_again_when_it_changes(tmp_path):
    assert fetched(tmp_path, {"a": {"outlet": "First"}}, "a.txt")[0].outlet == "First"
    assert fetched(tmp_path, {"a": {"outlet": "The second"}}, "a.txt")[0].outlet == "The second"
