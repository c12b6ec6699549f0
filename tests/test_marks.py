from marks import mark, unmark
from servanda.codebook import Span


def test_marks_are_taken_out_and_put_back():
    text, found = unmark("Oslo <w>will</w> <a>pay</a> and <a>build</a>.")
    assert text == "Oslo will pay and build."
    assert found == {"w": (Span(5, 9),), "a": (Span(10, 13), Span(18, 23))}
    assert mark(text, found["a"], "a") == "Oslo will <a>pay</a> and <a>build</a>."
