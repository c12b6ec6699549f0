"""A user's own table of holders, written and read; a line that cannot be right refuses it."""

from datetime import date

import pytest

from servanda.lexicon.holders import Holder
from servanda.lexicon.own_tables import OwnTable, OwnTableError, load_own_table, own_table_lines, read_own_table

HEAD = "name\toffice\tstate\tstart\tend\n"
TABLE = OwnTable(
    (
        Holder(
            name="Ann Berg",
            office="prime minister",
            state="NOR",
            start=date(2020, 1, 1),
            end=None,
            source="Wikidata Q1",
        ),
        Holder(
            name="Ole Dal", office="president", state="KEN", start=date(2019, 1, 1), end=date(2020, 1, 1), source=""
        ),
    ),
    "https://query.wikidata.org/sparql",
    "2026-11-21",
)


def test_a_table_comes_back_as_it_was_written():
    assert read_own_table("".join(own_table_lines(TABLE))) == TABLE


def test_a_table_may_be_kept_by_hand():
    table = read_own_table(f"# mine\r\n{HEAD.strip()}\r\nAnn Berg\tPrime Minister\tNOR\t2020-01-01\r\n\r\n")
    assert [(h.name, h.office, h.end) for h in table.holders] == [("Ann Berg", "prime minister", None)]
    assert (table.service, table.asked) == ("", "")


def test_an_envoy_is_sent_somewhere():
    table = read_own_table("name\toffice\tstate\tstart\tend\tto\nAnn Berg\tambassador\tNOR\t2020-01-01\t\tKEN\n")
    assert table.holders[0].to == "KEN"
    with pytest.raises(ValueError, match="the id 'ATL'"):
        read_own_table("name\toffice\tstate\tstart\tend\tto\nAnn Berg\tambassador\tNOR\t2020-01-01\t\tATL\n")


REFUSED = [
    ("", "it is empty"),
    ("# only a remark\n", "it is empty"),
    ("name\tstate\n", "it has no column end"),
    (f"{HEAD}Ann Berg\tprime minister\tNOR\t2020-13-01\t\n", "line 2: "),
    (f"{HEAD}Ann Berg\tprime minister\tNOR\n", "line 2: "),
    (f"{HEAD}Ann Berg\tprime minister\tATL\t2020-01-01\t\n", "line 2: no state or body has the id 'ATL'"),
    (f"{HEAD}Ann Berg\tprime minister\tNOR\t2020-01-01\t2019-01-01\n", "line 2: 2019-01-01 lies before 2020-01-01"),
    (f"# mine\n{HEAD}<b>\tprime minister\tNOR\t2020-01-01\t\n", "line 3: a name and an office are needed"),
    (f"{HEAD}Ann Berg\t \tNOR\t2020-01-01\t\n", "line 2: a name and an office are needed"),
]


@pytest.mark.parametrize(("written", "said"), REFUSED, ids=[str(n) for n in range(len(REFUSED))])
def test_a_table_that_cannot_be_right_is_refused(written, said, tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text(written, encoding="utf-8", newline="")
    with pytest.raises(OwnTableError, match=said):
        load_own_table(path)


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path):
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, said in (("binary", "no UTF-8 text"), ("absent", "No such file"), (".", "directory")):
        with pytest.raises(OwnTableError, match=said):
            load_own_table(tmp_path / name)
