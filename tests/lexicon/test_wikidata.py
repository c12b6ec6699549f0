"""The questions to Wikidata cover all states and offices; what an answer says is read as it is bound."""

import json
import re

import pytest

from servanda.lexicon.states import load_states
from servanda.lexicon.wikidata import AnswerError, questions, rows_of


def test_every_state_is_asked_once_for_each_office():
    asked = {}
    for question in questions():
        asked.setdefault(question.office, []).extend(re.findall(r"wd:(Q\d+)", question.text.partition("}")[0]))
    items = sorted(state.wikidata for state in load_states().values())
    assert {office: sorted(found) for office, found in asked.items()} == dict.fromkeys(
        ("head of state", "head of government", "foreign minister", "defense minister"), items
    )


def test_a_question_fits_into_an_address():
    assert max(len(question.text) for question in questions()) < 4000


def test_values_are_read_and_unknown_ones_left_out():
    cells = {
        "name": {"type": "literal", "xml:lang": "en", "value": "Ann Berg"},
        "end": {"type": "bnode", "value": "t1"},
        "start": {"type": "literal", "value": 5},
        "iso": None,
    }
    assert list(rows_of(json.dumps({"results": {"bindings": [cells]}}).encode())) == [{"name": "Ann Berg"}]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"null",
        b"[]",
        b"{}",
        b'{"results": []}',
        b'{"results": {}}',
        b"\xff",
        b'{"results": {"bindings": [1]}}',
    ],
)
def test_another_answer_is_refused(answer):
    with pytest.raises(AnswerError):
        list(rows_of(answer))
