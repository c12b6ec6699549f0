"""No text whatever breaks the way, and every span of every record lies inside its text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.codebook import Document, Problem, Span, When
from servanda.codebook.encoding import decode, encode
from servanda.codebook.grounding import ungrounded
from servanda.codebook.readings import Reading
from servanda.codebook.vocabulary import DocumentKind, Method
from servanda.pipeline import code, means_of, read, read_text, reread
from servanda.store import Change, Ledger

PIECES = (
    "Kenya", "Norway's", "the two sides", "President Ana Lima", "Lima", "Foreign Minister Ola Berg of Norway", "we", "it", "Oslo",
    "said", "pledged to", "will", "shall not be required to", "agreed on", "according to", "reaffirmed", "called", "met", "signed",
    "its commitment to", "the importance of", "a memorandum of understanding", "the Oslo Accord", "a summit", "in return for",
    "$350 billion", "3.5 percent of GDP", "from 12 to 8 percent", "two ships", "by 2030", "on Friday", "next year", "May", "June 31",
    "“", "”", '"', "'", "‘", "(", ")", "—", "...", ".", ",", ";", ":", "\n", "\r\n", "\n\n", "• ", "- ", "\t", "\u2028", "\x00", "é", "🕊",
    "and", "or", "not", "if", "that", "to", "including by", "U.S.", "the", "ironclad", "threat", "韓国", "İstanbul", "ﬁ", "\u202e",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
DATES = st.none() | st.dates().map(lambda day: When.day(day) if day.year < 9999 else None)


def documents(texts):
    return st.builds(
        lambda text, kind, published, cut: Document(
            text=text,
            kind=kind,
            published=published,
            furniture=(Span(0, min(cut, len(text))),) if text[:cut].strip() else (),
        ),
        texts,
        st.sampled_from(DocumentKind),
        DATES,
        st.integers(0, 12),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(st.text(max_size=400) | PROSE))
def test_no_text_breaks_the_way(document):
    (outcome,) = code([document])
    assert [problem for problem in outcome.problems if problem.code == "reading-failed"] == []
    assert list(ungrounded(document, outcome.reading)) == []
    assert decode(encode(outcome.reading), Reading) == outcome.reading


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(PROSE))
def test_nothing_is_read_in_furniture(document):
    (outcome,) = code([document])
    spans = [span for record in outcome.reading.records() for span in record.spans]
    assert [span for span in spans if document.is_furniture(span)] == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(PROSE))
def test_the_same_text_gives_the_same_reading(document):
    first, second = code([document, document])
    assert encode(first.reading) == encode(second.reading)


def test_a_rule_that_fails_costs_its_document_only(tmp_path, monkeypatch):
    def stumble(document, means):
        if "stumble" in document.text:
            raise ZeroDivisionError
        return Reading(document=document.id, reader="r", version="1")

    monkeypatch.setattr("servanda.pipeline.read_document", stumble)
    with Ledger.open(tmp_path / "a.db") as ledger:
        texts = (Document(text="one"), Document(text="stumble", location="s.txt"), Document(text="two"))
        outcomes = list(read(texts, ledger))
        (problem,) = ledger.find_problems()
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, None, Change.ADDED]
    assert (problem.code, problem.location) == ("reading-failed", "s.txt")
    assert "ZeroDivisionError" in problem.detail


def test_a_problem_of_intake_goes_into_the_ledger(tmp_path):
    with Ledger.open(tmp_path / "a.db") as ledger:
        (outcome,) = read([Problem(code="empty", message="There are no words in it.", location="e.txt")], ledger)
        assert ledger.find_problems() == outcome.problems


def test_a_text_is_read_against_its_date():
    reading = read_text("Norway will lend Kenya two ships next year.", published="2025-03-07")
    assert [c.debtors.value for c in reading.commitments] == [("NOR",)]
    with pytest.raises(ValueError, match="date"):
        read_text("Norway will pay.", published="soon")


SHADOWED = "Norwegian jets had shadowed a Ghanaian patrol boat in May, and Norway will pay Ghana two million dollars."


def methods(means):
    (outcome,) = code([Document(text=SHADOWED, published=When.parse("2025-06-02"))], means=means)
    return {record.origin.method for record in outcome.reading.records()}, outcome.reading.version


def test_rules_alone_read_without_the_model_and_as_another_version():
    rules, both = methods(means_of(rules=True)), methods(means_of())
    assert rules[0] == {Method.RULE}
    assert both[0] == {Method.RULE, Method.MODEL}
    assert rules[1] != both[1]


def test_a_ledger_read_by_rules_is_read_anew_with_the_model(tmp_path):
    document = Document(text=SHADOWED, published=When.parse("2025-06-02"))
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        list(read([document], ledger, means=means_of(rules=True)))
        assert [outcome.document.id for outcome in reread(ledger)] == [document.id]
        assert list(reread(ledger, means=means_of(rules=True))) == []
