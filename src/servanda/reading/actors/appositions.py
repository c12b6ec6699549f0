"""A title behind or before a name, between commas: `Ann Berg, the Norwegian envoy,` is one person twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.codebook import Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.descriptions import description_frames
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.namings import Naming, touching
from servanda.reading.actors.offices import Office, read_office
from servanda.reading.actors.persons import Person
from servanda.reading.actors.tags import Row
from servanda.reading.scenes import Scene

_LONGEST = 14
"""How many tokens an apposition may go on behind its title before the comma that closes it."""
_RELATIVE = frozenset({"who", "whose", "which", "that", "whom", "where", "when"})
_FINITE = frozenset({"is", "was", "has", "had", "will", "would", "said", "says", "told", "met", "are", "were", "and"})


def appositions(scene: Scene, row: Row, namings: Sequence[Naming], people: Sequence[Person]) -> Iterator[Naming]:
    """The namings of a sentence that stand in apposition to these persons, who learn their offices from them.

    Args:
        scene: the document, asked for trees.
        row: the sentence.
        namings: the namings of persons, in text order.
        people: the persons themselves.
    """
    here = [n for n in touching(row.span, namings) if n.kind is ActorKind.PERSON and len(n.actors) == 1]
    if not here or row.heading:
        return
    known = {person.id: person for person in people}
    for frame in description_frames(row):
        for naming in here if frame.office is not None and not _is_plural(frame) else ():
            found = _behind_name(frame, naming, here) or _before_name(frame, naming, here)
            if found is None:
                continue
            span, office = found
            if _is_clause(scene, row, frame, span):
                continue
            person = known.get(naming.actors[0])
            if person is not None:
                person.learn(office)
            yield _apposition(naming, span, office)
            break


def _is_plural(frame: Frame) -> bool:
    return frame.word != frame.row.tokens[frame.head].lower


def _is_clause(scene: Scene, row: Row, frame: Frame, span: Span) -> bool:
    """Whether it goes on with a verb of its own: `At the request of Ann Berg, [the King dissolved parliament]`."""
    behind = row.tokens[frame.behind - 1].span.end
    if span.end <= behind or span.start > frame.span.start:
        return False
    return any(node.is_finite for node in scene.tree(row.span).within(Span(behind, span.end)))


def _apposition(naming: Naming, span: Span, office: Office) -> Naming:
    return Naming(
        span=span,
        actors=naming.actors,
        kind=naming.kind,
        name=naming.name,
        reason=f"apposition to {naming.name}",
        office=office.span,
        state=office.state[0] if office.state else None,
        state_span=office.state[1] if office.state else None,
    )


def _behind_name(frame: Frame, naming: Naming, people: Sequence[Naming]) -> tuple[Span, Office] | None:
    """`Ann Berg, the minister who signed it`: the title follows the name and a comma."""
    tokens = frame.row.tokens
    before = tokens[frame.first - 1] if frame.first else None
    dashed = before is not None and before.text in "–—" and before.span.start - naming.span.end == 1
    if before is None or not (dashed or (before.tag in ",(" and naming.span.end == before.span.start)):
        return None
    end = _apposition_end(frame)
    span = Span(frame.span.start, tokens[end - 1].span.end)
    office = read_office(tokens[frame.first : end])
    after = end + 1 if end < len(tokens) and tokens[end].tag == ")" else frame.behind
    named_on = after < len(tokens) and tokens[after].tag == "N"
    within = touching(span, people)
    inside = all(span.holds(other.span) and other.span.start > frame.span.start for other in within)
    another = any(_is_titled_by(frame, other.span) for other in within)
    return (span, office) if office is not None and inside and not named_on and not another else None


def _is_titled_by(frame: Frame, name: Span) -> bool:
    """Whether the title is that of a name inside: `Ann Berg, [Director of the Office of Trade Ole Dal], and others`."""
    before = [token for token in frame.row.tokens if token.span.end <= name.start][-1:]
    return bool(before) and before[0].tag in "NSKABMH"


def _before_name(frame: Frame, naming: Naming, people: Sequence[Naming]) -> tuple[Span, Office] | None:
    """`Norway's trade minister, Ann Berg`: the title comes first, and the name has none of its own."""
    tokens = frame.row.tokens
    after = tokens[frame.behind] if frame.behind < len(tokens) else None
    if after is None or after.tag != "," or not 0 < naming.span.start - after.span.end <= 1 or frame.office is None:
        return None
    fitting = "NPRH" if tokens[frame.head].id == "spokesperson" else "NPR"
    bare = next((t.tag in fitting or t.id == "military" for t in tokens if t.span.start == naming.span.start), False)
    marked = frame.determiner or frame.states or frame.owner is not None or tokens[frame.head].is_capital
    if not bare or not marked:
        return None
    inside = touching(frame.span, people)
    if not inside:
        return frame.span, frame.office
    owner = inside[0]
    if len(inside) > 1 or not any(t.tag == "'" and t.span.start == owner.span.end for t in tokens):
        return None
    state = frame.office.state or ((owner.state, owner.span) if owner.state else None)
    return Span(owner.span.start, frame.span.end), replace(frame.office, state=state)


def _apposition_end(frame: Frame) -> int:
    """The index behind it: at the comma or stop that closes it, or before a relative clause; else where names end."""
    tokens = frame.row.tokens
    for at in range(frame.behind, min(frame.behind + _LONGEST, len(tokens))):
        if tokens[at].tag in ",)" or tokens[at].text in ".;:—–" or tokens[at].lower in _RELATIVE:
            return at
        if tokens[at].lower in _FINITE and tokens[at].tag == "w":
            break
    end = frame.behind
    while end < len(tokens) and tokens[end].tag in "ftridMNSAKBHcP'-()":
        end += 1
    while end > frame.behind and tokens[end - 1].tag in "ftridc-":
        end -= 1
    return end
