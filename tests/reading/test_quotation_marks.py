"""Quotations are found by their marks, and a lost mark spoils no other paragraph."""

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import mark, unmark
from servanda.codebook import Document
from servanda.reading.scenes import Scene

DATA = Path(__file__).parents[3] / "shared/data"


def quotes(text):
    return Scene(Document(text=text)).quotes


CLOSED = [
    pytest.param("Otieno said, <q>“We will pay.”</q> She left.", id="curly"),
    pytest.param('Otieno said, <q>"We will pay."</q> She left.', id="straight"),
    pytest.param('<q>"We pay,"</q> she said. <q>"You build."</q>', id="two straight ones"),
    pytest.param("Otieno said: <q>«We will pay.»</q>", id="guillemets"),
    pytest.param("Otieno said: <q>»We will pay.«</q>", id="guillemets turned"),
    pytest.param("Otieno said: <q>‹We will pay.›</q>", id="single guillemets"),
    pytest.param("Berg said: <q>„We will pay.“</q>", id="low and high"),
    pytest.param("Berg said: <q>„We will pay.”</q>", id="low and right"),
    pytest.param("Berg said: <q>”We will pay.”</q>", id="two right marks"),
    pytest.param("Berg said: <q>‚We will pay.‘</q>", id="single low and high"),
    pytest.param("Sato said: <q>「We will pay.」</q>", id="corners"),
    pytest.param("Sato said: <q>『We will pay.』</q>", id="white corners"),
    pytest.param("Berg said: <q>``We will pay.''</q>", id="typed marks"),
    pytest.param("Berg said: <q>''We will pay.''</q>", id="doubled single marks"),
    pytest.param("Otieno said <q>‘We will pay.’</q> She left.", id="single"),
    pytest.param("Kenya <q>'will pay'</q> for the port", id="single in a headline"),
    pytest.param("<q>‘The workers’ plan won’t fail,’</q> she said.", id="apostrophes inside single marks"),
    pytest.param("<q>“He said ‘no’ to it,”</q> she said.", id="one inside another"),
    pytest.param("(<q>“We pay”</q>)—<q>“now”</q>", id="behind signs"),
]


@pytest.mark.parametrize("marked", CLOSED)
def test_quotations_are_found(marked):
    text, spans = unmark(marked)
    assert mark(text, quotes(text), "q") == mark(text, spans["q"], "q")


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ plan and the ministers’ vote won’t fail.",
        "In the '90s 'twas so, and the dogs' owners paid.",
        'It is 5\' 10" tall and 9" wide.',
        "Kenya’s port, Norway’s money, both states’ gain.",
        "It paid.” Then it left.",
        "Rock 'n' roll.",
    ],
)
def test_apostrophes_and_stray_marks_open_nothing(text):
    assert mark(text, quotes(text), "q") == text


UNCLOSED = [
    pytest.param("<q>“We will pay,</q> Otieno said. The talks went on.", id="before the words that report it"),
    pytest.param("<q>“We will pay,</q> said Otieno. The talks went on.", id="before a verb that stands first"),
    pytest.param('<q>"We will pay,</q> she said. <q>"It is late."</q>', id="straight, and another behind it"),
    pytest.param("<q>“We will pay,</q> she said. <q>“It is late.”</q>", id="curly, and another behind it"),
    pytest.param("He spoke of a <q>“full and lasting peace.</q> The talks went on.", id="words in a sentence"),
    pytest.param("It was a <q>“lasting peace,</q> and the talks went on.", id="words in a clause"),
    pytest.param("<q>“We will pay. We always do.</q>\nThe talks went on.", id="with its paragraph"),
    pytest.param("Otieno said: <q>“We will pay. We always do.</q>\nThe talks went on.", id="behind a colon"),
    pytest.param("<q>“We will pay, she said, so I came.</q>\n<q>“It was late.”</q>", id="speech that goes on below"),
    pytest.param("He said ‘We will pay. Then he left the workers’ hall.", id="a single one is none"),
]


@pytest.mark.parametrize("marked", UNCLOSED)
def test_an_unclosed_quotation_ends_before_narration(marked):
    text, spans = unmark(marked)
    assert mark(text, quotes(text), "q") == mark(text, spans.get("q", ()), "q")


def _elsewhere(scene, paragraph, at=None):
    """Quotations outside a paragraph, counted as if no mark had been taken out at a place."""
    kept = [quote for quote in scene.quotes if not paragraph.start <= quote.start < paragraph.end]
    return [(q.start + (at is not None and q.start >= at), q.end + (at is not None and q.end > at)) for q in kept]


def _damage_stays(text, choose):
    scene = Scene(Document(text=text))
    closed = [quote for quote in scene.quotes if text[quote.end - 1] in '”"»' and len(quote) > 3]
    if not closed:
        return
    quote = choose(closed)
    at, paragraph = quote.end - 1, scene.paragraph_of(quote)
    damaged = Scene(Document(text=text[:at] + text[at + 1 :]))
    assert _elsewhere(damaged, paragraph, at) == _elsewhere(scene, paragraph)


SENTENCES = [
    "Otieno paid.",
    "“We pay,” he said.",
    '"We build," she said.',
    "«We wait.»",
    "He spoke of “peace” and left.",
    "The workers’ plan won’t fail.",
    "“It is late. It is cold.”",
]


@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=2, max_size=5),
    st.randoms(use_true_random=False),
)
def test_a_lost_mark_changes_its_own_paragraph_alone(paragraphs, chance):
    _damage_stays("\n".join(paragraphs), chance.choice)


@pytest.mark.parametrize("name", ["text-wikinews/wikinews_2019_2020", "text-wh/wh_diplomacy"])
def test_a_lost_mark_in_public_texts_changes_its_own_paragraph_alone(name):
    path = DATA / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip(f"no {path.name} here")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(60), lines, strict=False)]
    chance = random.Random(7)
    for text in texts:
        _damage_stays(text, chance.choice)
