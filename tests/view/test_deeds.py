"""What is undertaken, as a list tells it: an object with its verb where no word names the act."""

import pytest

from factories import a_commitment, a_marked_document
from servanda.codebook import stated, unstated
from servanda.codebook.vocabulary import Act
from servanda.view.deeds import told_object

TOLD = [
    pytest.param(
        "<span>The two capitals agreed to <act>eliminate</act> <what>the use of force</what> at sea</span>.",
        "eliminate the use of force",
        id="a verb that ends its object",
    ),
    pytest.param(
        "<span>Peru pledged to <act>respect</act> fully <what>the waters of Chile</what></span>.",
        "respect fully the waters of Chile",
        id="words between the two",
    ),
    pytest.param(
        "<span>Oman said <what>the old border</what> would <act>be redrawn</act></span>.",
        "the old border would be redrawn",
        id="a thing before its verb",
    ),
    pytest.param(
        "<span>Ghana</span> signed, and <span>pledged to <act>widen\n<what>the lagoon road</what> to Togo</act></span>.",
        "widen the lagoon road",
        id="a deed whose words are those of its act, in a second stretch",
    ),
]
LEFT_ALONE = [
    pytest.param(
        "<span>Kenya will <act>buy</act> <what>six trains</what></span>.", Act.PROCURE, id="an act that has a name"
    ),
    pytest.param(
        "<act><span>Kenya will respect <what>the river</what></span></act>.", Act.OTHER, id="an act that no word bears"
    ),
    pytest.param(
        "Kenya will <act>respect</act> <span>and restore <what>the river</what></span>.",
        Act.OTHER,
        id="a verb outside the record",
    ),
    pytest.param(
        f"<span>Kenya will <act>respect</act>{' and with all of its neighbors restore' * 4} <what>the river</what></span>.",
        Act.OTHER,
        id="a verb far away",
    ),
]


def record(marked, act=Act.OTHER):
    document, marks = a_marked_document(marked)
    words = " ".join(marks["what"][0].of(document.text).split())
    commitment = a_commitment(
        document, marks, act=stated(act, marks["act"]), object=stated(words, marks["what"]), span=marks["span"]
    )
    return commitment, " … ".join(span.of(document.text) for span in marks["span"]), words


@pytest.mark.parametrize(("marked", "told"), TOLD)
def test_the_verb_stands_before_its_object(marked, told):
    commitment, evidence, _ = record(marked)
    assert told_object(commitment, evidence) == told


def test_the_verb_stands_before_an_object_whose_act_no_word_names():
    document, marks = a_marked_document(
        "<span>Peru and Chile agreed to <act>eliminate <what>the use of force</what></act></span>."
    )
    act = stated(Act.IMPLEMENT, marks["act"], "by the model of records")
    chosen = a_commitment(
        document, marks, act=act, object=stated("the use of force", marks["what"]), span=marks["span"]
    )
    assert told_object(chosen, document.text[: marks["span"][0].end]) == "eliminate the use of force"


@pytest.mark.parametrize(("marked", "act"), LEFT_ALONE)
def test_the_object_stands_alone(marked, act):
    commitment, evidence, words = record(marked, act)
    assert told_object(commitment, evidence) == words


def test_what_no_record_names_is_not_told():
    document, marks = a_marked_document("<span>Kenya will <act>relent</act></span>.")
    silent = a_commitment(document, marks, act=stated(Act.OTHER, marks["act"]), object=unstated(), span=marks["span"])
    assert not told_object(silent, document.text)


def test_what_a_person_wrote_stands_as_they_wrote_it():
    document, marks = a_marked_document("<span>Kenya will <act>respect</act> <what>the river</what></span>.")
    told = stated("the Mara", marks["what"], "corrected by ana")
    corrected = a_commitment(document, marks, act=stated(Act.OTHER, marks["act"]), object=told, span=marks["span"])
    assert told_object(corrected, document.text[: marks["span"][0].end]) == "the Mara"
