"""The packaged language model: what it says of our own sentences, and that it says it always the same."""

import pytest

from servanda.lexicon.language_model import MOST_PIECES, packaged_model

TEXT = "Norway will send 200 engineers to Kenya by June. Ghana’s foreign minister, Ama Mensah, didn’t object.\nThe two states signed a treaty in Accra."


@pytest.fixture(scope="module")
def model():
    return packaged_model()


def _read_one(model, text):
    (parse,) = model.read(text)
    return parse


def _names(parse):
    spans, words = [], []
    for word, name in [*zip(parse.words, parse.names, strict=True), ("", "O")]:
        if words and not name.startswith("I-"):
            spans.append(" ".join(words))
            words = []
        if name != "O":
            words.append(word)
    return spans


def test_a_text_falls_into_its_sentences(model):
    assert [parse.words[0] for parse in model.read(TEXT)] == ["Norway", "Ghana", "The"]


def test_each_word_stands_in_the_text_where_it_says(model):
    for parse in model.read(TEXT):
        assert all(TEXT[start:].startswith(word) for word, start in zip(parse.words, parse.starts, strict=True))


def test_all_that_is_said_is_said_of_every_word(model):
    for parse in model.read(TEXT):
        rows = (parse.starts, parse.tags, parse.fine_tags, parse.lemmas, parse.heads, parse.relations, parse.names)
        assert {len(row) for row in rows} == {len(parse.words)}


ROOTS = [
    ("Brazil and Peru agreed to reopen the border.", "agreed", "agree"),
    ("The treaty was signed by both presidents in Oslo.", "signed", "sign"),
    ("Kenya has not yet ratified the convention.", "ratified", "ratify"),
]


@pytest.mark.parametrize(("text", "root", "lemma"), ROOTS)
def test_the_main_verb_is_the_root(model, text, root, lemma):
    parse = _read_one(model, text)
    place = parse.heads.index(0)
    assert (parse.words[place], parse.lemmas[place], parse.relations[place]) == (root, lemma, "root")


SUBJECTS = [
    ("Chile will host the summit.", "nsubj", "Chile", "host"),
    ("Norway promised that Kenya would receive the ships.", "nsubj", "Kenya", "receive"),
    ("The minister signed the agreement.", "obj", "agreement", "signed"),
]


@pytest.mark.parametrize(("text", "relation", "word", "head"), SUBJECTS)
def test_a_word_hangs_on_its_verb(model, text, relation, word, head):
    parse = _read_one(model, text)
    place = parse.words.index(word)
    assert (parse.relations[place], parse.words[parse.heads[place] - 1]) == (relation, head)


SUBTYPES = [
    ("The treaty was signed by both presidents.", "nsubj:pass", "treaty"),
    ("The treaty was signed by both presidents.", "obl:agent", "presidents"),
    ("Kenya's port will be closed.", "nmod:poss", "Kenya"),
    ("The envoy who met them left.", "acl:relcl", "met"),
    ("Envoy Ama Mensah left.", "nmod:desc", "Envoy"),
]


@pytest.mark.parametrize(("text", "relation", "word"), SUBTYPES)
def test_a_relation_keeps_its_subtype(model, text, relation, word):
    parse = _read_one(model, text)
    place = parse.words.index(word)
    assert (parse.relations[place], parse.bases()[place]) == (relation, relation.partition(":")[0])


OPENINGS = [
    ("Acting Norwegian Ambassador to Sri Lanka Ama Mensah said Monday that talks would go on.", "Ama"),
    ("The prime minister, Jan Kowalczyk, said that talks would go on.", "minister"),
    ("Peru's envoy for the Pacific, who arrived on Monday, said talks would go on.", "envoy"),
]


@pytest.mark.parametrize(("text", "speaker"), OPENINGS)
def test_a_report_has_its_speaker(model, text, speaker):
    parse = _read_one(model, text)
    said, place = parse.words.index("said"), parse.words.index(speaker)
    assert (parse.relations[said], parse.relations[place], parse.heads[place]) == ("root", "nsubj", said + 1)


def test_spaces_tell_which_sentence_a_quotation_mark_closes(model):
    text = 'Kenya said: "We will sign." "The ships will come," Ghana added.'
    assert [parse.words[-1] for parse in model.read(text)][:-1] == ['"']


NAMED = [
    ("Foreign Minister Ama Mensah met Jonas Haugen in Accra.", ["Ama Mensah", "Jonas Haugen", "Accra"]),
    ("The treaty was signed in the morning.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_are_found(model, text, names):
    assert _names(_read_one(model, text)) == names


def test_a_sentence_reads_the_same_in_any_company(model):
    alone = model.parse([["Kenya", "agreed", "."]])
    assert model.parse([["No", "."], ["Kenya", "agreed", "."], ["Yes"] * 40])[1] == alone[0]


def test_no_words_make_no_sentence(model):
    assert model.read(" \n\n ") == ()
    assert [parse.words for parse in model.parse([[], ["Yes"]])] == [(), ("Yes",)]


@pytest.mark.parametrize(
    "words",
    [["\u200b"], ["x" * 5000], ["word"] * 1200],
    ids=["an invisible word", "an endless word", "an endless sentence"],
)
def test_odd_words_are_parsed_all_the_same(model, words):
    (parse,) = model.parse([words])
    assert parse.words == tuple(words)
    assert parse.heads.count(0) == 1


def test_a_long_paragraph_loses_no_word(model):
    text = "The two states agreed on a plan for the river. " * MOST_PIECES
    parses = model.read(text)
    assert "".join("".join(parse.words) for parse in parses) == text.replace(" ", "")
    assert len(parses) == MOST_PIECES
