"""What id a name gives to a body that no list holds: `nordic-fisheries-council`, under its state where it has one."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row, Token

_FORCES = frozenset(
    {"navy", "army", "force", "police", "guard", "corps", "forces", "ministry", "parliament", "court", "bank"}
)


_GROUPS = frozenset({"coalition", "front", "movement", "militia", "brigade", "alliance", "units"})
"""Last words of bodies that are no state's, though its adjective leads: `Libyan National Front`."""


def own_id(words: Sequence[Token]) -> ActorId:
    """A slug of the name; under its state where the name begins with just one, or ends with it."""
    states = {token.id for token in words if token.tag in "SA" or (token.tag == "B" and "/" not in token.id)}
    lead, end = words[0], words[-1]
    if lead.tag == "K" and lead.sort == "capital":
        return f"{lead.id}/{_slug(words)}"
    if len(states) == 1 and lead.tag in "SA" and not (lead.tag == "A" and end.lower in _GROUPS):
        owned = 1 + (words[1].tag == "'") if lead.tag == "S" else 0
        return f"{lead.id}/{_slug(words[owned:])}"
    if len(states) == 1 and end.lower in _FORCES:
        return f"{next(iter(states))}/{_slug(words)}"
    if len(states) == 1 and end.tag == "S":
        head = [token for token in words if token.tag in "NMB"]
        return f"{end.id}/{_slug(head if len(head) > 2 else words)}"
    return _slug(words)


def _slug(words: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in words:
        if token.tag == "'" and parts:
            parts[-1] += token.text[1:]
        else:
            parts += token.text.replace(".", "").split()
    return slug_of([part for part in parts if part[0].isalnum() and part.lower() not in ("the", "a")])


def behind_owner(row: Row, at: int) -> int:
    """Past the state that owns what follows: `Kenya's`."""
    return at + 2 if row.tokens[at].tag == "S" and tag_at(row.tokens, at + 1) == "'" else at


def is_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may be a word of a body's name."""
    return at < len(tokens) and tokens[at].tag in "NMSAB" and tokens[at].is_capital and tokens[at].text != "I"
