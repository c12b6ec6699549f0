import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_document, a_reading
from servanda.store import Ledger, Query
from servanda.store.searches import parse_search

PIECES = [  # what is typed, and its pieces: one that may go on ends in …
    ("ferry", ["ferry…"]),
    ("ferry  oslo", ["ferry…", "oslo…"]),
    ('"will buy"', ["will buy"]),
    ('ferry "will buy" now', ["ferry…", "will buy", "now…"]),
    ("“will buy”", ["will buy"]),
    pytest.param('"will buy', ["will buy"], id="a phrase that is never closed"),
    ("nuclear-powered", ["nuclear powered…"]),
    ("Tromsø CAFÉ", ["tromsø…", "cafe…"]),
    pytest.param("a AND (b*", ["a…", "and…", "b…"], id="the signs and words of the index's own language"),
    ("", []),
    ('" ** ()', []),
]


@pytest.mark.parametrize(("typed", "pieces"), PIECES)
def test_what_is_typed_is_cut_into_pieces(typed, pieces):
    assert [" ".join(piece.words) + ("" if piece.whole else "…") for piece in parse_search(typed)] == pieces


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("search") / "all.db") as ledger:
        for text in ("Norway will buy ferries.", "Brazil will sell them to Norway.", "São Tomé waits. AND so on"):
            document = a_document(text, title=f"On {text[:6]}")
            ledger.append_reading(document, a_reading(document))
        yield ledger


FOUND = [
    ("norway", 2),
    ("norw", 2),
    ("buy norway", 1),
    ('"will buy"', 1),
    ('"buy will"', 0),
    ("sao tome", 1),
    pytest.param("On Brazil", 1, id="in the title"),
    ("and", 1),
    pytest.param("  ", 3, id="nothing typed filters nothing"),
    pytest.param("***", 0, id="signs alone find nothing"),
]


@pytest.mark.parametrize(("typed", "number"), FOUND)
def test_documents_are_found_by_their_words(ledger, typed, number):
    assert ledger.count_documents(Query(search=typed)) == number


@given(typed=st.text(max_size=40) | st.text(alphabet='"*()^:-+AND OR NEAR\\\0é日', max_size=40))
def test_whatever_is_typed_can_be_searched_for(ledger, typed):
    assert 0 <= ledger.count_documents(Query(search=typed)) <= 3


def test_a_thousand_words_can_be_searched_for(ledger):
    assert ledger.count_documents(Query(search="norway " * 1000)) == 2
