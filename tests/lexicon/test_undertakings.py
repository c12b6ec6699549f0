"""Every entry of the cue lexicons is read in its own example."""

import pytest

from casts import cast_of, scene_of
from servanda.lexicon.acts import load_acts
from servanda.lexicon.conditions import list_conditions
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.undertakings import list_undertakings
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.commitments import read_commitments
from servanda.reading.commitments.deeds import deeds_after
from servanda.reading.commitments.lines import Lines

TITLE = "Joint Statement of Kenya and Norway\n\n"


def read(example):
    scene = scene_of(TITLE + example, "instrument")
    return scene, list(read_commitments(scene, cast_of(scene)))


@pytest.mark.parametrize("entry", list_undertakings(), ids=lambda entry: f"{' '.join(entry.words)} ({entry.kind})")
def test_a_word_of_undertaking_is_read_in_its_example(entry):
    scene, found = read(entry.example)
    wordings = [" ".join(span.of(scene.text) for span in one.wording).lower() for one in found]
    assert [one.firmness.value for one in found] == [entry.firmness]
    assert entry.words[-1] in wordings[0] or entry.kind == "verb"


@pytest.mark.parametrize(("example", "act"), load_acts().examples, ids=str)
def test_an_act_is_read_in_its_example(example, act):
    scene = scene_of(example)
    line = Lines(scene, cast_of(scene)).lay_out(scene.sentences[0])
    complement = deeds_after(line, 0)
    assert act_of(line, complement.deeds[0]).act is act


@pytest.mark.parametrize(("words", "example"), list_conditions(), ids=lambda value: value[:30])
def test_a_condition_is_read_in_its_example(words, example):
    scene, found = read(example)
    (condition,) = (span for one in found for span in one.condition)
    assert condition.of(scene.text).lower().startswith(words)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("pledge", {"pledge": "do", "pledges": "does", "pledged": "did", "pledging": "doing"}),
        ("commit", {"commit": "do", "commits": "does", "committed": "did", "committing": "doing"}),
        ("supply", {"supply": "do", "supplies": "does", "supplied": "did", "supplying": "doing"}),
        (
            "undertake",
            {"undertake": "do", "undertakes": "does", "undertook": "did", "undertaken": "did", "undertaking": "doing"},
        ),
        ("agree", {"agree": "do", "agrees": "does", "agreed": "did", "agreeing": "doing"}),
    ],
)
def test_a_verb_is_bent_by_rule(verb, forms):
    assert forms_of(verb) == forms
