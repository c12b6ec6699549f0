"""The page on PLOVER and CAMEO says what the program's tables say."""

from pathlib import Path

import pytest

from servanda.codebook.vocabulary import EventType
from servanda.lexicon.codes import load_codes
from servanda.lexicon.crosswalks import VERSION, cameo_of, load_crossings

PAGE = (Path(__file__).parents[2] / "docs" / "codes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("event", list(EventType), ids=lambda event: event.value)
def test_every_type_of_occasions_stands_there_with_its_code_and_loss(event):
    crossing = cameo_of(event)
    assert f"| {event.value} | {crossing.cameo} | {crossing.meaning} | {crossing.loss} |" in PAGE


@pytest.mark.parametrize(("kind", "word"), list(load_codes()), ids=str)
def test_every_word_stands_there_with_its_codes(kind, word):
    code = load_codes()[kind, word]
    assert f"| {kind} | `{word}` | {code.cameo} | {code.declined} |" in PAGE


def test_the_errors_of_the_published_table_are_told():
    wrong = [one for one in load_crossings() if "published" in one.loss]
    assert all(f"| {one.cameo} | {one.meaning} |" in PAGE for one in wrong)
    assert f"version {VERSION}" in PAGE
