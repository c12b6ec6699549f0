"""Bodies whose last word has no capital: `Ocean Security Support (OSS) mission`, `the NFC secretariat`."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.reading.actors.body_ids import is_part, own_id
from servanda.reading.actors.organs import tag_at
from servanda.reading.actors.tags import Row, Token

_AIDING = frozenset(
    {"support", "security", "assistance", "stabilization", "stabilisation", "observer", "peacekeeping", "monitoring"}
)
"""What a mission of several states is for; `Apollo mission` is none."""
_OF_BODY = frozenset({"secretariat", "commission", "assembly"})
"""What a body that is known by its letters may have: `the NFC secretariat`."""
SMALL_HEADS = _OF_BODY | {"mission"}
_ABBREVIATED = 3
"""How many tokens an abbreviation has with its brackets."""


def small_headed(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:  # noqa: ARG001 (the rules' one shape)
    """The body whose name begins at this token: the index behind it and its id."""
    tokens = row.tokens
    if row.lowers.isdisjoint(SMALL_HEADS) or row.heading or tag_at(tokens, at - 1) in "NM":
        return None
    end = at
    while is_part(tokens, end):
        end += 1
    behind = end + _ABBREVIATED if _is_abbreviated(tokens, end) else end
    noun = tokens[behind].lower if behind < len(tokens) and tokens[behind].tag in "wM" else ""
    if end - at > 1 and noun == "mission" and tokens[end - 1].lower in _AIDING:
        return behind + 1, own_id((*tokens[at:end], tokens[behind]))
    if end - at == 1 and noun in _OF_BODY and tokens[at].tag in "NB" and _is_letters(tokens[at]):
        return end + 1, own_id(tokens[at : end + 1])
    return None


def _is_abbreviated(tokens: Sequence[Token], at: int) -> bool:
    """Whether an abbreviation in brackets stands here: `(OSS)`."""
    within = "".join(token.tag for token in tokens[at : at + _ABBREVIATED])
    return within in ("(N)", "(B)") and tokens[at + 1].text.isupper()


def _is_letters(token: Token) -> bool:
    """Whether a name is an abbreviation: more capitals than small letters, and no number."""
    return token.text.isalpha() and sum(letter.isupper() for letter in token.text) > len(token.text) / 2
