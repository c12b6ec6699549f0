"""Overlapping stretches become boxes inside boxes, and no letter is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import unmark
from servanda.codebook import Span
from servanda.view.highlights import Highlight, paragraphs_of, segments_of

KINDS = ("statements", "commitments", "actors", "furniture")


def drawn(segments):
    """The segments as bracketed text: `[c …]` for a stretch, `[c~ …]` where it goes on."""
    text = ""
    for segment in segments:
        text += "".join(f"[{o.highlight.record}{'' if o.first else '~'} " for o in segment.opens)
        text += segment.text + "]" * segment.closes
    return text


def highlights_in(marked):
    text, spans = unmark(marked)
    kinds = {"s": "statements", "c": "commitments", "n": "actors", "f": "furniture"}
    found = [
        Highlight(span=span, kind=kinds[name[0]], record=name, stretch=number)
        for name, stretches in spans.items()
        for number, span in enumerate(stretches, 1)
    ]
    return text, found


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("Kenya sent troops.", "Kenya sent troops.", id="nothing to draw"),
        pytest.param("<n1>Kenya</n1> sent", "[n1 Kenya] sent", id="one stretch at the beginning"),
        pytest.param("<s1><c1><n1>Peru</n1> will</c1> pay</s1>.", "[s1 [c1 [n1 Peru] will] pay].", id="one in another"),
        pytest.param("<s1><c1>Peru</c1></s1>", "[s1 [c1 Peru]]", id="the same stretch: the statement is outside"),
        pytest.param("<c1>a<s1>b</c1>c</s1>", "[c1 a[s1 b]][s1~ c]", id="crossing stretches: the second goes on"),
        pytest.param("<c1>a</c1> and <c1>b</c1>", "[c1 a] and [c1 b]", id="one record on two stretches"),
        pytest.param("<c1>a</c1><c2>b</c2>", "[c1 a][c2 b]", id="neighbors"),
        pytest.param("<f>by AFP</f> <n1>Peru</n1>", "[f by AFP] [n1 Peru]", id="furniture"),
    ],
)
def test_stretches_are_drawn_inside_one_another(marked, expected):
    assert drawn(segments_of(*highlights_in(marked))) == expected


def test_words_belong_to_the_innermost_record():
    segments = segments_of(*highlights_in("<s1>that <c1>Peru will</c1> pay</s1>, he said"))
    assert [segment.record for segment in segments] == ["s1", "c1", "s1", ""]


def test_a_window_shows_its_part_only():
    text, found = highlights_in("He said <c1>Peru will pay</c1> soon.")
    assert drawn(segments_of(text, found, Span(8, 17))) == "[c1 Peru will]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\ntwo", ["one", "two"], id="a line a paragraph"),
        pytest.param("one\nstill one\n\ntwo\n", ["one\nstill one", "two"], id="lines broken at a width"),
        pytest.param("one\r\n\r\ntwo", ["one", "two"], id="line ends of Windows"),
        pytest.param("", [], id="an empty text"),
        pytest.param("\n\n", ["\n\n"], id="white space alone"),
    ],
)
def test_paragraphs(text, expected):
    assert ["".join(s.text for s in paragraph.segments) for paragraph in paragraphs_of(text, ())] == expected


def test_a_stretch_over_two_paragraphs_closes_and_goes_on():
    text, found = highlights_in("<c1>one\n\ntwo</c1>")
    assert [drawn(paragraph.segments) for paragraph in paragraphs_of(text, found)] == ["[c1 one]", "[c1~ two]"]


texts = st.text(alphabet="ab \n\r\u2028é😀<&", max_size=40)


@st.composite
def highlighted(draw):
    text = draw(texts)
    bounds = st.tuples(st.integers(0, 45), st.integers(1, 12))
    spans = [Span(start, start + length) for start, length in draw(st.lists(bounds, max_size=8))]
    return text, [
        Highlight(span=span, kind=draw(st.sampled_from(KINDS)), record=f"r{number}")
        for number, span in enumerate(spans)
    ]


@given(highlighted())
def test_joined_segments_are_the_text_exactly(drawing):
    text, highlights = drawing
    assert "".join(segment.text for segment in segments_of(text, highlights)) == text


@given(highlighted())
def test_joined_paragraphs_are_the_text_exactly(drawing):
    text, highlights = drawing
    paragraphs = paragraphs_of(text, highlights)
    assert "".join("".join(s.text for s in paragraph.segments) + paragraph.gap for paragraph in paragraphs) == text


@given(highlighted())
def test_every_paragraph_closes_what_it_opens(drawing):
    for paragraph in paragraphs_of(*drawing):
        depths = [0]
        for segment in paragraph.segments:
            depths.append(depths[-1] + len(segment.opens) - segment.closes)
        assert min(depths) == depths[-1] == 0


@given(highlighted())
def test_every_letter_knows_the_stretches_that_hold_it(drawing):
    text, highlights = drawing
    stack = []
    for segment in segments_of(text, highlights):
        stack += [opening.highlight for opening in segment.opens]
        for at in range(segment.start, segment.start + len(segment.text)):
            assert set(stack) == {h for h in highlights if h.span.start <= at < h.span.end}
        del stack[len(stack) - segment.closes :]
