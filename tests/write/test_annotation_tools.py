"""What goes out to tools for annotation is read by their own rules, and by ours gives the same records.

Each `…_stretches` below reads a file as the tool's published form says and nothing of ours, and gives for every record
its label and the words that the tool would highlight.
"""

import csv
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import a_commitment, a_document, a_ferry_deal, a_marked_document, a_reading, a_statement, an_actor
from servanda.codebook import Span, stated, unstated
from servanda.codebook.vocabulary import ActorKind, Polarity
from servanda.view.markings import fields_of, label_of, markings_of
from servanda.write import write_export
from servanda.write.doccano import is_doccano, parse_doccano
from servanda.write.inception import is_inception, parse_inception
from servanda.write.label_studio import is_label_studio, parse_label_studio
from servanda.write.offsets import Utf16

DEAL = a_ferry_deal("Oslo")
ODD = st.sampled_from(
    ["a", "Z", " ", "é", "e\u0301", "\r\n", "\n", "\r", "\t", "😀", "𠮷", "한", "👨‍👩‍👧", '"', "\\", "&", "<", "\u2028"]
)
TEXTS = st.lists(ODD, min_size=2, max_size=30).map("".join)


@st.composite
def marked(draw):
    """A document with two commitments on any stretches of any text; the second on two stretches."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda two: two[0] != two[1])
    spans = [Span(min(two), max(two)) for two in draw(st.lists(places, min_size=3, max_size=3))]
    document = a_document(text)
    one = a_commitment(document, {"span": spans[:1]})
    two = a_commitment(document, {"span": tuple(sorted(set(spans[1:])))}, debtors=stated(("FIN",), tuple(spans[1:])))
    return document, a_reading(document, one, two)


def units_of(text, start, end):
    """The words between two offsets in units of UTF-16, as Java and JavaScript cut them."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def expected(document, reading, kinds=None):
    found = markings_of(reading)
    return sorted(
        (label_of(m.kind), span.of(document.text))
        for m in found
        if kinds is None or m.kind in kinds
        for span in m.spans
    )


def label_studio_stretches(path):
    for task in json.loads((path / "tasks.json").read_bytes()):
        for part in task["predictions"][0]["result"]:
            if part["type"] == "labels":
                value = part["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                yield value["labels"][0], value["text"]


def doccano_stretches(path):
    for line in (path / "doccano.jsonl").read_bytes().decode().removesuffix("\n").split("\n"):
        row = json.loads(line)
        assert len({entity["id"] for entity in row["entities"]}) == len(row["entities"])
        for entity in row["entities"]:
            if ":" not in entity["label"]:
                yield entity["label"], units_of(row["text"], entity["start_offset"], entity["end_offset"])


def inception_stretches(path):
    for file in sorted(path.glob("d-*.json")):
        cas = json.loads(file.read_bytes())
        assert list(cas) == ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]
        by_id = {one["%ID"]: one for one in cas["%FEATURE_STRUCTURES"]}
        assert all(list(one)[:2] == ["%ID", "%TYPE"] for one in by_id.values())
        text = by_id[cas["%VIEWS"]["_InitialView"]["%SOFA"]]["sofaString"]
        for member in cas["%VIEWS"]["_InitialView"]["%MEMBERS"]:
            one = by_id[member]
            if one["%TYPE"].startswith("webanno.custom."):
                assert one.keys() - {"%ID", "%TYPE", "@sofa", "begin", "end"} <= {
                    key for name in cas["%TYPES"][one["%TYPE"]] for key in (name, f"@{name}")
                }
                yield one["%TYPE"].removeprefix("webanno.custom.").lower(), units_of(text, one["begin"], one["end"])


def dna_stretches(path):
    documents = {row["ID"]: row for row in rows_of(path / "documents.csv")}
    for row in rows_of(path / "statements.csv"):
        text = documents[row["document_id"]]["text"]
        label = {"DNA Statement": "statement", "Commitment": "commitment"}[row["statement_type"]]
        yield label, units_of(text, int(row["start"]), int(row["stop"]))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STRETCHES = {"label-studio": label_studio_stretches, "doccano": doccano_stretches, "inception": inception_stretches}


@pytest.mark.parametrize("form", STRETCHES)
@settings(max_examples=60, deadline=None)
@given(case=marked())
def test_a_tool_highlights_the_words_of_the_record(form, case, tmp_path_factory):
    path = tmp_path_factory.mktemp("out")
    write_export([case], form, path)
    assert sorted(STRETCHES[form](path)) == expected(*case)


@settings(max_examples=60, deadline=None)
@given(case=marked())
def test_dna_marks_the_words_of_the_record_with_one_sign_a_line_end(case, tmp_path_factory):
    document, reading = case
    commitment = reading.commitments[0]
    path = tmp_path_factory.mktemp("out")
    write_export([(document, a_reading(document, commitment))], "dna", path)
    ((_, words),) = dna_stretches(path)
    start, end = commitment.span[0].start, commitment.span[0].end
    # A stretch that parts CR from LF begins or ends at the one line end that they become.
    inside = document.text[start:end]
    inside = inside.removeprefix("\n") if document.text[start - 1 : start + 1] == "\r\n" and start else inside
    assert words == inside.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("form", STRETCHES)
def test_every_kind_goes_out(form, tmp_path):
    write_export([DEAL], form, tmp_path)
    assert sorted(STRETCHES[form](tmp_path)) == expected(*DEAL)


@given(text=TEXTS)
def test_units_of_utf_16_go_there_and_back(text):
    units = Utf16(text)
    for place in range(len(text) + 1):
        assert units.units(place) == len(text[:place].encode("utf-16-le")) // 2
        assert units.place(units.units(place)) == place


def test_a_place_between_the_halves_of_a_character_is_behind_it():
    assert Utf16("a😀b").place(2) == 2


def sheets(form, path):
    if form == "doccano":
        trees = [json.loads(line) for line in path.joinpath("doccano.jsonl").read_bytes().splitlines()]
        assert all(is_doccano(tree) for tree in trees)
        return [parse_doccano(tree, "x") for tree in trees]
    if form == "inception":
        trees = [json.loads(file.read_bytes()) for file in sorted(path.glob("d-*.json"))]
        assert all(is_inception(tree) for tree in trees)
        return [parse_inception(tree, "x") for tree in trees]
    tasks = json.loads((path / "tasks.json").read_bytes())
    done = [
        {**task, "annotations": [{"result": task["predictions"][0]["result"], "completed_by": 7}]} for task in tasks
    ]
    assert all(is_label_studio(task) for task in done)
    return [sheet for task in done for sheet in parse_label_studio(task, "x")]


@pytest.mark.parametrize("form", STRETCHES)
@settings(max_examples=30, deadline=None)
@given(case=marked())
def test_what_comes_back_untouched_is_what_went_out(form, case, tmp_path_factory):
    path = tmp_path_factory.mktemp("out")
    write_export([case], form, path)
    (sheet,) = sheets(form, path)
    assert sheet.document == case[0].id
    out = markings_of(case[1])
    assert sorted(m.spans for m in sheet.markings) == sorted(m.spans for m in out)
    if form != "doccano":
        assert [(m.record, dict(m.fields)) for m in sheet.markings] == [(m.record, dict(m.fields)) for m in out]


@pytest.mark.parametrize("form", STRETCHES)
def test_the_fields_of_every_kind_come_back(form, tmp_path):
    write_export([DEAL], form, tmp_path)
    (sheet,) = sheets(form, tmp_path)
    out = {(m.kind, m.spans): m for m in markings_of(DEAL[1])}
    assert sheet.strays == ()
    assert {(m.kind, m.spans) for m in sheet.markings} == out.keys()
    for m in sheet.markings:
        fields = out[m.kind, m.spans].fields
        assert {slot: m.fields.get(slot) for slot in m.shown} == {slot: fields.get(slot) for slot in m.shown}
        assert form == "doccano" or m.shown == set(fields_of(m.kind))


def test_references_are_relations(tmp_path):
    write_export([DEAL], "label-studio", tmp_path)
    write_export([DEAL], "doccano", tmp_path)
    write_export([DEAL], "inception", tmp_path)
    (commitment,), (statement,) = DEAL[1].commitments, DEAL[1].statements
    (task,) = json.loads((tmp_path / "tasks.json").read_bytes())
    tied = {
        (p["from_id"], p["labels"][0], p["to_id"]) for p in task["predictions"][0]["result"] if p["type"] == "relation"
    }
    wanted = {
        (commitment.id, "statement", statement.id),
        (commitment.id, "instrument", DEAL[1].instruments[0].id),
        (statement.id, "occasion", DEAL[1].occasions[0].id),
    }
    assert tied == wanted
    line = json.loads((tmp_path / "doccano.jsonl").read_bytes())
    named = dict(enumerate(line["records"]))
    assert {
        (named[r["from_id"]], r["type"], named[r["to_id"]]) for r in line["relations"] if r["to_id"] in named
    } == wanted
    cas = json.loads((tmp_path / f"{DEAL[0].id}.json").read_bytes())
    by_id = {one["%ID"]: one for one in cas["%FEATURE_STRUCTURES"]}
    linked = {
        (one["record"], by_id[link]["role"], by_id[by_id[link]["@target"]]["record"])
        for one in by_id.values()
        for name in one
        if name.endswith("Link")
        for link in by_id[one[name]]["%ELEMENTS"]
    }
    assert linked == wanted


def test_the_layers_are_those_of_the_texts(tmp_path):
    write_export([DEAL], "inception", tmp_path)
    types = json.loads((tmp_path / f"{DEAL[0].id}.json").read_bytes())["%TYPES"]
    space = "{http://uima.apache.org/resourceSpecifier}"
    root = ET.parse(tmp_path / "layers.xml").getroot()
    layers = {
        layer.findtext(f"{space}name"): {f.findtext(f"{space}name") for f in layer.iter(f"{space}featureDescription")}
        for layer in root.iter(f"{space}typeDescription")
    }
    assert layers == {name: {key for key in form if not key.startswith("%")} for name, form in types.items()}


@settings(max_examples=30, deadline=None)
@given(case=marked())
def test_the_reader_of_uima_in_python_reads_it(case, tmp_path_factory):
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    path = tmp_path_factory.mktemp("out")
    write_export([case], "inception", path)
    with (path / "layers.xml").open("rb") as layers, (path / f"{case[0].id}.json").open("rb") as file:
        cassis.load_typesystem(layers)
        cas = cassis.load_cas_from_json(file)
    assert cas.sofa_string == case[0].text
    found = cas.select("webanno.custom.Commitment")
    assert sorted(("commitment", one.get_covered_text()) for one in found) == expected(*case)


def test_the_interface_has_a_control_for_every_answer(tmp_path):
    write_export([DEAL], "label-studio", tmp_path)
    root = ET.parse(tmp_path / "interface.xml").getroot()
    named = {tag.get("name"): {child.get("value") for child in tag} for tag in root.iter() if tag.get("name")}
    (task,) = json.loads((tmp_path / "tasks.json").read_bytes())
    for part in task["predictions"][0]["result"]:
        if part["type"] == "relation":
            continue
        choices = part["value"].get("choices") or part["value"].get("labels") or []
        assert part["to_name"] in named
        assert set(choices) <= named[part["from_name"]]


DNA = [
    ("statement_type", "Commitment"),
    ("person", ""),
    ("organization", "Norway"),
    ("concept", "procure"),
    ("agreement", "1"),
    ("time", "2024-05-02 00:00:00"),
    ("object", "ferries"),
    ("counterpart", "FIN"),
    ("firmness", "intended"),
]


@pytest.mark.parametrize(("column", "value"), DNA)
def test_a_commitment_as_a_statement_of_dna(column, value, tmp_path):
    write_export([DEAL], "dna", tmp_path)
    (row,) = (row for row in rows_of(tmp_path / "statements.csv") if row["statement_type"] == "Commitment")
    assert row[column] == value


def test_a_statement_of_two_is_two_of_dna_and_a_person_has_a_state(tmp_path):
    document, marks = a_marked_document("<speaker>Ms. Berg</speaker> said <content>the ferries would sail</content>.")
    berg = an_actor(
        document, marks, actor="berg", kind=ActorKind.PERSON, name="Anna Berg", state=stated("NOR", marks["speaker"])
    )
    statement = a_statement(document, marks, speakers=stated(("berg", "SWE"), marks["speaker"]))
    write_export([(document, a_reading(document, berg, statement))], "dna", tmp_path)
    rows = rows_of(tmp_path / "statements.csv")
    assert [(row["ID"], row["person"], row["organization"], row["concept"]) for row in rows] == [
        ("1", "Anna Berg", "NOR", "the ferries would sail"),
        ("2", "", "SWE", "the ferries would sail"),
    ]
    assert {row["record"] for row in rows} == {statement.id}


def test_who_declines_does_not_agree_and_who_is_unnamed_is_nobody(tmp_path):
    document, reading = DEAL
    (commitment,) = reading.commitments
    declined = replace(commitment, polarity=stated(Polarity.MINUS, commitment.span), debtors=unstated())
    write_export([(document, a_reading(document, declined))], "dna", tmp_path)
    (row,) = rows_of(tmp_path / "statements.csv")
    assert (row["agreement"], row["organization"]) == ("0", "")


def test_the_places_of_dna_count_the_apostrophe_before_a_formula(tmp_path):
    document, marks = a_marked_document("=SUM: <span>Norway will buy a ferry</span>.")
    write_export([(document, a_reading(document, a_commitment(document, marks)))], "dna", tmp_path)
    assert list(dna_stretches(tmp_path)) == [("commitment", "Norway will buy a ferry")]


@pytest.mark.parametrize("form", ["label-studio", "inception", "dna"])
def test_a_file_in_the_place_of_the_folder_is_refused(form, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(NotADirectoryError, match="a folder"):
        write_export([DEAL], form, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_ledger_without_documents_is_no_tasks(tmp_path):
    write_export([], "label-studio", tmp_path)
    assert json.loads((tmp_path / "tasks.json").read_bytes()) == []


def test_the_reader_of_uima_in_python_follows_the_links(tmp_path):
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    write_export([DEAL], "inception", tmp_path)
    with (tmp_path / f"{DEAL[0].id}.json").open("rb") as file:
        cas = cassis.load_cas_from_json(file)
    (commitment,) = cas.select("webanno.custom.Commitment")
    (link,) = commitment.instrumentLink.elements
    assert (link.role, link.target.get_covered_text()) == ("instrument", "ferry agreement")
