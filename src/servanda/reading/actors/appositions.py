"""A title behind or before a name, between commas: `Ann Berg, the Norwegian envoy,` is one person twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.descriptions import description_frames
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming, touching
from servanda.reading.actors.tags import Row


def appositions(row: Row, namings: Sequence[Naming]) -> Iterator[Naming]:
    """The namings of a sentence that stand in apposition to these persons."""
    people = [n for n in touching(row.span, namings) if n.kind is ActorKind.PERSON and len(n.actors) == 1]
    for frame in description_frames(row):
        if frame.office is None:
            continue
        tokens = row.tokens
        before = tokens[frame.first - 1] if frame.first else None
        after = tokens[frame.behind] if frame.behind < len(tokens) else None
        for naming in people:
            led = before is not None and before.tag in ",(" and naming.span.end == before.span.start
            follows = after is not None and after.tag == "," and 0 < naming.span.start - after.span.end <= 1
            span = Span(frame.span.start, _apposition_end(frame)) if led else frame.span
            if not touching(span, people) and (led or (follows and frame.determiner == "the")):
                yield Naming(
                    span=span,
                    actors=naming.actors,
                    kind=naming.kind,
                    name=naming.name,
                    reason=f"apposition to {naming.name}",
                    office=frame.office.span,
                    state=frame.office.state[0] if frame.office.state else None,
                    state_span=frame.office.state[1] if frame.office.state else None,
                )
                break


def _apposition_end(frame: Frame) -> int:
    """To the comma, semicolon or verb that closes it."""
    tokens, end = frame.row.tokens, frame.behind
    while end < len(tokens) and tokens[end].tag in "ftridMNSAKBHcP'-()":
        end += 1
    while end > frame.behind and tokens[end - 1].tag in "ftridc-":
        end -= 1
    return tokens[end - 1].span.end
