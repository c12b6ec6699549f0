from dataclasses import replace

import pytest

from factories import a_document, a_ferry_deal, a_quantity
from servanda.codebook import Exchange, Ground, Problem, Relay, Span, stated, unclear
from servanda.codebook.grounding import ungrounded

FAR = Span(9000, 9010)
DOCUMENT, READING = a_ferry_deal()
BLANK = Span(DOCUMENT.text.index(" "), DOCUMENT.text.index(" ") + 1)


def changed(kind, **given):
    """The reading with its first record of this kind changed."""
    first, *others = getattr(READING, kind)
    return replace(READING, **{kind: (replace(first, **given), *others)})


def test_a_reading_whose_words_all_stand_there_is_grounded():
    assert list(ungrounded(DOCUMENT, READING)) == []


OUTSIDE = [
    ("commitments", {"span": (FAR,)}, "span: 9000-9010"),
    ("commitments", {"wording": (FAR,)}, "wording: 9000-9010"),
    ("commitments", {"condition": (FAR,)}, "condition: 9000-9010"),
    ("commitments", {"novelty": unclear("torn", (FAR,))}, "novelty: 9000-9010"),
    ("commitments", {"quantities": stated((a_quantity(span=FAR),), (Span(0, 6),))}, "quantity 3 ferries: 9000-9010"),
    ("statements", {"cue": FAR}, "cue: 9000-9010"),
    ("statements", {"via": (Relay(name="ntb", span=FAR),)}, "via: 9000-9010"),
    ("occasions", {"status": stated(READING.occasions[0].status.value, (FAR,))}, "status: 9000-9010"),
    ("actors", {"state": stated("NOR", (FAR,))}, "state: 9000-9010"),
    ("assessments", {"valence": stated(READING.assessments[0].valence.value, (BLANK,))}, "no words stand at"),
    ("commitments", {"quantities": stated((a_quantity(span=BLANK),), (Span(0, 6),))}, "no words stand at"),
    ("statements", {"words": "Norway will sell"}, "its words do not stand at its spans"),
]


@pytest.mark.parametrize(("kind", "given", "said"), OUTSIDE)
def test_what_no_words_bear_is_named(kind, given, said):
    reading = changed(kind, **given)
    problems = [problem for problem in ungrounded(DOCUMENT, reading) if problem.code == "ungrounded"]
    assert any(said in problem.message and getattr(reading, kind)[0].id in problem.message for problem in problems)


DANGLING = [
    ("commitments", {"debtors": stated(("kenya-lines",), (Span(0, 6),))}, "debtors: the reading has no kenya-lines"),
    ("commitments", {"debtors": stated(("narrator",), (Span(0, 6),))}, "debtors: the reading has no narrator"),
    (
        "commitments",
        {"creditors": stated(("kenya-lines",), (Span(0, 6),))},
        "creditors: the reading has no kenya-lines",
    ),
    ("commitments", {"statement": stated("s-0", (Span(0, 6),))}, "statement: the reading has no s-0"),
    (
        "commitments",
        {"instrument": stated(READING.statements[0].id, (Span(0, 6),))},
        "instrument: the reading has no s-",
    ),
    ("statements", {"occasion": stated("o-0", (Span(0, 6),))}, "occasion: the reading has no o-0"),
    ("statements", {"speakers": stated(("narrator",), (Span(0, 6),))}, "speakers: the reading has no narrator"),
    (
        "occasions",
        {"participants": stated(("kenya-lines",), (Span(0, 6),))},
        "participants: the reading has no kenya-lines",
    ),
    ("instruments", {"parties": stated(("kenya-lines",), (Span(0, 6),))}, "parties: the reading has no kenya-lines"),
    ("assessments", {"target": stated(("i-0",), (Span(0, 6),))}, "target: the reading has no i-0"),
    (
        "commitments",
        {"exchange": stated(Exchange(commitments=("c-0",), asserted_by=("kenya-lines",)), (Span(0, 6),))},
        "exchange: the reading has no c-0",
    ),
    (
        "commitments",
        {"exchange": stated(Exchange(commitments=("c-0",), asserted_by=("kenya-lines",)), (Span(0, 6),))},
        "exchange: the reading has no kenya-lines",
    ),
]


@pytest.mark.parametrize(("kind", "given", "said"), DANGLING)
def test_a_reference_to_nothing_is_named(kind, given, said):
    problems = [problem for problem in ungrounded(DOCUMENT, changed(kind, **given)) if problem.code == "dangling"]
    assert any(said in problem.message for problem in problems)


BORNE = [
    ("assessments", {"speakers": stated(("narrator",), (Span(0, 6),))}),
    ("assessments", {"target": stated((READING.instruments[0].id,), (Span(0, 6),))}),
    ("actors", {"state": stated("DNK", (Span(0, 6),))}),
    ("commitments", {"creditors": stated(("DNK",), (Span(0, 6),))}),
    ("statements", {"words": "  ".join(READING.statements[0].words.split())}),
]


@pytest.mark.parametrize(("kind", "given"), BORNE)
def test_what_is_borne_is_left_alone(kind, given):
    assert list(ungrounded(DOCUMENT, changed(kind, **given))) == []


def test_a_value_without_a_span_is_named():
    slot = stated("NOR", (Span(0, 6),))
    object.__setattr__(slot, "spans", ())
    assert [p.message[-22:] for p in ungrounded(DOCUMENT, changed("actors", state=slot))] == ["a value without a span"]


def test_the_document_and_the_problems_of_a_reading_are_checked_too():
    document = replace(DOCUMENT, furniture=(FAR,), grounds=(Ground(field="title", source="the text", span=FAR),))
    reading = replace(READING, problems=(Problem(code="odd", message="Odd.", span=FAR),))
    messages = [problem.message for problem in ungrounded(document, reading)]
    assert [message.split(":")[0][:13] for message in messages] == [
        "the document,",
        "the document,",
        "problem p-" + reading.problems[0].id[2:5],
    ]


def test_two_records_that_are_one_are_named():
    problems = list(ungrounded(DOCUMENT, replace(READING, actors=READING.actors * 2)))
    assert "2 records are one and the same" in problems[0].message


def test_a_reading_of_another_document_is_named():
    messages = [problem.message for problem in ungrounded(a_document(), READING)]
    assert any("not of this document" in message for message in messages)
