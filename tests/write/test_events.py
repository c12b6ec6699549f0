"""Events of whole documents as tables."""

import csv

from servanda.codebook import Document, When
from servanda.reading.readers import read_document
from servanda.write import write_export

TEXT = (
    "Chile praised Peru.\n\nFiji and Samoa met in May.\n\nTogo was criticized over its ties with Ghana.\n\nIt rained."
)


def _tables(folder, text=TEXT):
    document = Document(text=text, published=When.parse("2024-05-06"), title="=News", outlet="Example Gazette")
    write_export([(document, read_document(document))], "events", folder)
    return {path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in folder.iterdir()}


def test_an_event_is_a_row_with_its_parties_as_read(tmp_path):
    rows = _tables(tmp_path / "out")["events"]
    assert [(row["plover"], row["actors"], row["recipients"]) for row in rows] == [
        ("SUPPORT", "CHL", "PER"),
        ("CONSULT", "FJI; WSM", ""),
        ("ACCUSE", "", "TGO"),
    ]


def test_a_dyad_is_a_row_with_its_parties_as_coders_place_them(tmp_path):
    rows = _tables(tmp_path / "out")["dyads"]
    assert [(row["source"], row["target"], row["cameo"], row["placed_by"]) for row in rows] == [
        ("CHL", "PER", "05", ""),
        ("FJI", "WSM", "04", ""),
        ("WSM", "FJI", "04", ""),
        ("TGO", "GHA", "11", "subject of a passive without by; next actor named"),
    ]


def test_a_row_says_where_it_stands(tmp_path):
    row = _tables(tmp_path / "out")["dyads"][0]
    assert TEXT[int(row["start"]) : int(row["end"])] == row["words"] == "praised"
    assert TEXT[int(row["sentence_start"]) : int(row["sentence_end"])] == row["sentence"] == "Chile praised Peru."
    assert (row["day"], row["day_from"], row["title"]) == ("2024-05-06", "publication", "'=News")


def test_a_visitor_is_the_actor_and_the_host_the_source(tmp_path):
    found = _tables(tmp_path / "out", "King Harald received President Boric at the palace.")
    assert [(row["actors"], row["recipients"], row["mode"]) for row in found["events"]] == [("CHL", "NOR", "visit")]
    assert [row["cameo"] for row in found["events"]] == ["042"]
    assert [(row["source"], row["target"], row["cameo"]) for row in found["dyads"]] == [("NOR", "CHL", "043")]


def test_the_second_of_a_day_names_the_first(tmp_path):
    rows = _tables(tmp_path / "out", "Chile praised Peru.\n\nChile praised Cuba.\n\nChile hailed Peru.")["dyads"]
    assert [row["repeats"] for row in rows] == ["", "", rows[0]["event"]]


def test_an_event_of_nobody_known_is_left_out(tmp_path):
    assert _tables(tmp_path / "out", "Fighting erupted in the hills.")["events"] == []


def test_a_document_whose_events_fail_is_a_problem_and_the_rest_goes_on(tmp_path):
    good, bad = (Document(text=f"Chile praised {name}.") for name in ("Peru", "Cuba"))
    # A reading that is none stands for a rule that stumbles.
    write_export([(bad, None), (good, read_document(good))], "events", tmp_path)
    rows = {path.stem: list(csv.DictReader(path.open(encoding="utf-8"))) for path in tmp_path.iterdir()}
    assert [(row["document"], row["code"]) for row in rows["problems"]] == [(bad.id, "events-failed")]
    assert [row["target"] for row in rows["dyads"]] == ["PER"]
