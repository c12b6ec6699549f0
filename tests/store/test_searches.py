import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import a_commitment, a_document, a_marked_document, a_reading
from marks import mark
from servanda.store import Ledger, Query
from servanda.store.searches import matches_in, parse_search

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


MATCHES = [  # what is typed, and the text with what is found in it
    ("ferry", "A <x>ferry</x>, two ferries, one <x>Ferryman</x>."),
    pytest.param('"ferry"', "A <x>ferry</x>, two ferries, one ferryman.", id="a whole word"),
    pytest.param('"will buy"', "They <x>will buy</x>; will they buy? They <x>will\n  buy</x>.", id="an exact phrase"),
    pytest.param("buy will", "They <x>will</x> <x>buy</x>; others <x>buying</x>.", id="several words, in any order"),
    pytest.param("sao cafe", "<x>São</x> Tomé has a <x>café</x> and <x>CAFÉS</x>.", id="diacritics"),
    pytest.param("tromso", "Tromsø is not <x>Tromso</x>.", id="a letter of its own is no accent"),
    pytest.param("cafe", "A <x>cafe\u0301</x> bar.", id="a loose accent belongs to its word"),
    pytest.param("sub", "<x>Sub</x>-<x>submarines</x>; a yellow one.", id="beginnings alone"),
    pytest.param('"sea port" port', "The <x>sea port</x>, a <x>port</x>.", id="none overlaps another"),
    pytest.param(
        '"nuclear-powered"', "<x>Nuclear powered</x>, <x>nuclear-powered</x>, powered.", id="signs mean nothing"
    ),
    pytest.param("", "Nothing typed.", id="nothing typed"),
    pytest.param("***", "Signs *** alone.", id="signs alone"),
    pytest.param("kenya", "Nowhere here.", id="not there"),
]


@pytest.mark.parametrize(("typed", "marked"), MATCHES)
def test_what_was_searched_for_is_marked(typed, marked):
    text = marked.replace("<x>", "").replace("</x>", "")
    assert mark(text, matches_in(text, parse_search(typed))) == marked


PHRASE = "They <span><debtor>Fiji</debtor> <wording>will</wording> <act>buy</act> the <object>café</object></span>."
IN_RECORDS = [
    ('"will buy"', ["will buy"]),
    ("fij caf", ["Fiji", "café"]),
    ("cafe", ["café"]),
    (None, []),
]


@pytest.mark.parametrize(("typed", "words"), IN_RECORDS)
def test_a_record_says_where_in_its_words_it_was_found(place, typed, words):
    document, marks = a_marked_document(PHRASE)
    with Ledger.open(place) as ledger:
        ledger.append_reading(document, a_reading(document, a_commitment(document, marks)))
        (found,) = ledger.find_records("commitments", Query(search=typed))
        in_texts = ledger.find_matches(Query(search=typed), {document.id})
    assert [span.of(found.words) for span in found.matches] == words
    assert [span.of(text) for text, spans in in_texts.values() for span in spans] == words


@given(
    words=st.lists(st.text(alphabet="abéßİΣσ日½ \u0301’_-0", max_size=6), max_size=8),
    typed=st.text(alphabet='abéσ日½’ "', min_size=1, max_size=6),
)
def test_a_sign_that_wants_care_somewhere_changes_no_match(words, typed):
    text, pieces = " ".join(words), parse_search(typed)
    # A sign that combines with the one before is read word by word, and so is the whole text with it.
    slowly = matches_in(f"{text} . x\u0301", pieces)
    assert matches_in(text, pieces) == tuple(span for span in slowly if span.end <= len(text))
