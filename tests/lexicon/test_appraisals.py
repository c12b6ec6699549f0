"""Words of worth: their classes, and the model's table."""

import pytest

from servanda.codebook.vocabulary import About
from servanda.lexicon.appraisals import Part, appraisals_of, appraising_words, kinds_of_things
from servanda.lexicon.assessment_model import ALWAYS, weighed
from servanda.lexicon.tables import load_words


@pytest.mark.parametrize(
    ("part", "word", "classes"),
    [
        (Part.ADJECTIVE, "burgeoning", "+"),
        (Part.ADJECTIVE, "looming", "-"),
        (Part.ADJECTIVE, "shifting", "0"),
        (Part.ADJECTIVE, "serious", "+-d"),
        (Part.NOUN, "harassment", "-"),
        (Part.VERB, "upended", "-"),
        (Part.VERB, "cherishes", "+"),
    ],
)
def test_a_word_has_its_classes(part, word, classes):
    assert set(appraisals_of(part)[word]) == set(classes)


def test_no_list_names_a_word_twice():
    for lists in load_words("appraisals.toml").values():
        for words in lists.values():
            assert len(words) == len(set(words))


def test_nouns_tell_what_is_judged():
    assert kinds_of_things()["insurgency"] is About.CHALLENGE
    assert "table" not in appraising_words()


def test_the_model_adds_whole_numbers():
    nothing = weighed(())
    assert nothing == weighed((ALWAYS,)) == weighed(("a feature that nothing has",))
    assert weighed(("worth attribute -",)).blame > nothing.blame
