from hypothesis import given
from hypothesis import strategies as st

from servanda.codebook import Document, Problem, Span


@given(st.text(), st.text())
def test_a_document_is_its_text(one, other):
    assert (Document(text=one).id == Document(text=other).id) == (one == other)
    assert Document(text=one, location="a", title="b").id == Document(text=one, location="c").id


def test_furniture_is_told_from_text():
    document = Document(text="Copyright. Oslo will pay.", furniture=(Span(0, 10),))
    assert document.is_furniture(Span(4, 6))
    assert not document.is_furniture(Span(11, 15))


def test_the_trace_does_not_make_a_problem_another():
    assert Problem(code="empty", message="m", detail="a") == Problem(code="empty", message="m", detail="b")
    assert Problem(code="empty", message="m").id != Problem(code="empty", message="m", location="x").id
