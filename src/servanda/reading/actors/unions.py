"""The European Union by the names of its seat and its continent: `Brussels wants`, `between Washington and Europe`.

Brussels is the Union in a text that names the Union and not Belgium. Europe is it only beside a state, or as the one from
whom something comes that only a party gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.locations import load_locations
from servanda.reading.actors.locations import acts, is_party
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row

UNION = "european-union"
_OWN = frozenset({UNION, "european-commission", "european-council", "european-parliament"})


def of_union(rows: Sequence[Row]) -> bool:
    """Whether a text names the Union or its organs, and not Belgium."""
    tokens = [token for row in rows for token in row.tokens]
    named = any(token.tag == "B" and token.id in _OWN for token in tokens)
    return named and not any(token.tag in "SA" and token.id == "BEL" for token in tokens)


def union_naming(row: Row, at: int, *, seat: bool) -> Naming | None:
    """The mention of the Union at a token by one of these names.

    Args:
        row: the sentence.
        at: the token's index.
        seat: whether Brussels is the Union's in this text.
    """
    token = row.tokens[at]
    named = (seat and token.text == "Brussels" and acts(row, at)) or (token.text == "Europe" and _is_party(row, at))
    if not named:
        return None
    return Naming(
        span=token.span,
        actors=(UNION,),
        kind=ActorKind.BODY,
        name=load_bodies()[UNION].name,
        reason="its seat or continent",
    )


def _is_party(row: Row, at: int) -> bool:
    tokens = row.tokens
    before = tokens[at - 1].lower if at else ""
    if before == "from":
        near = (token.lower for token in tokens[max(0, at - 5) : at - 1])
        return any(word.startswith(tuple(load_locations().from_party)) for word in near)
    article = at + 2 if tag_at(tokens, at + 2) != "d" else at + 3
    right = tag_at(tokens, at + 1) == "c" and tag_at(tokens, article) == "S" and is_party(row, article)
    left = tag_at(tokens, at - 1) in ",c" and tag_at(tokens, at - 2) == "S" and is_party(row, at - 2)
    return left or right
