"""States and bodies by proper name, and capitals and seats that act.

Which of these names are parties and which only places is settled in `locations.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.states import load_states
from servanda.reading.actors.countries import COUNTRY
from servanda.reading.actors.described_names import described_from, sorted_from
from servanda.reading.actors.locations import acts, is_party
from servanda.reading.actors.namings import Naming, touching
from servanda.reading.actors.tags import Row, Token
from servanda.reading.actors.unions import of_union, union_naming


def place_namings(rows: Sequence[Row], taken: Sequence[Naming]) -> list[Naming]:
    """The mentions of states and of bodies by proper name that lie in no other naming."""
    found: list[Naming] = []
    union = of_union(rows)
    for row in rows:
        found.extend(n for n in _row_namings(row, seat=union) if not touching(n.span, taken))
    return found


def _row_namings(row: Row, *, seat: bool) -> Iterator[Naming]:
    end = row.span.start
    for at, token in enumerate(row.tokens):
        if token.span.start < end:
            continue
        found = union_naming(row, at, seat=seat) or _naming_at(row, at)
        if found is not None:
            end = found.span.end
            yield found


def _naming_at(row: Row, at: int) -> Naming | None:
    token = row.tokens[at]
    if token.tag == "S" and is_party(row, at):
        return _state_naming(row, at, "name")
    if token.tag == "K" and acts(row, at):
        return _seat_naming(row, at) or _state_naming(row, at, f"{token.sort} that acts")
    if token.tag != "B" or (token.id in _LIKE_STATES and not is_party(row, at)):
        return None
    return None if _names_base(row, at) else body_naming(row, at)


def _names_base(row: Row, at: int) -> bool:
    """Whether a force only gives its name to a base: `RAF Croughton`."""
    after = row.tokens[at + 1 : at + 2]
    named = bool(after) and after[0].tag == "N" and not row.heading
    return named and row.tokens[at].id.endswith(("air-force", "navy", "army")) and row.tokens[at].text.isupper()


_LIKE_STATES = frozenset({"european-union"})
"""Bodies that are places too, as states are: `shipments to the EU`."""


def _seat_naming(row: Row, at: int) -> Naming | None:
    """The body whose house gives it its name: `the White House said`; None where the house stands for the state."""
    token = row.tokens[at]
    body = next((b for b in load_bodies().values() if token.sort == "seat" and token.text in (b.name, *b.names)), None)
    if body is None:
        return None
    state = state_of_id(body.id)
    return Naming(
        span=token.span,
        actors=(body.id,),
        kind=ActorKind.BODY,
        name=body.name,
        reason="seat that acts",
        state=state,
        state_span=token.span,
    )


def _state_naming(row: Row, at: int, reason: str) -> Naming:
    token = row.tokens[at]
    state = load_states()[token.id]
    named = with_alias(row, at, token.id)
    return Naming(
        span=Span(row.tokens[described_from(row, at)].span.start, named.end),
        actors=(token.id,),
        kind=ActorKind.STATE,
        name=state.name,
        reason=reason,
        state=token.id,
    )


def body_naming(row: Row, at: int) -> Naming:
    """The mention of a body by its proper name."""
    token = row.tokens[at]
    known = load_bodies().get(token.id)
    state = state_of_id(token.id)
    return Naming(
        span=Span(row.tokens[sorted_from(row, at)].span.start, with_alias(row, at, token.id).end),
        actors=(token.id,),
        kind=known.kind if known else ActorKind.BODY,
        name=known.name if known else token.text,
        state=state,
        state_span=token.span if state else None,
    )


def state_of_id(actor: ActorId) -> ActorId | None:
    """The state in the id of a body."""
    head, slash, _ = actor.partition("/")
    return head if slash and len(head) == 3 and head.isupper() else None


def with_alias(row: Row, at: int, actor: ActorId) -> Span:
    """The span of a name with the alias that stands in brackets behind it: `the Republic of Kenya (Kenya)`."""
    token, rest = row.tokens[at], row.tokens[at + 1 : at + 9]
    closing = next((n for n, other in enumerate(rest) if other.tag == ")"), None)
    if not rest or rest[0].tag != "(" or closing is None:
        return token.span
    named = [other for other in rest[1:closing] if other.tag in "SBN"]
    same = bool(named) and all(other.id == actor or _is_alias(other) for other in named)
    return Span(token.span.start, rest[closing].span.end) if same else token.span


def _is_alias(token: Token) -> bool:
    """Whether a word in brackets is a short form: `NFC`, `the Kingdom`."""
    return token.tag == "N" and (token.text.isupper() or token.lower in COUNTRY)
