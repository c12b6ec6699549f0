"""What a title says: the office, its rank, its portfolio, and the state whose office it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from servanda.codebook import ActorId, Span
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.tags import Token

_NOT_FULL = frozenset({"vice", "deputy", "former", "ex", "first", "assistant", "under"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title, parsed.

    Attributes:
        span: its words.
        ranks: the ranks of the offices in it: `leader`, `minister`, `envoy` and so on.
        words: its words in lower case, offices in the singular.
        state: the state whose office it is, with the words that say so.
        bodies: the bodies that are no state's and are named in it.
    """

    span: Span
    ranks: frozenset[str]
    words: frozenset[str]
    state: tuple[ActorId, Span] | None
    bodies: frozenset[ActorId] = frozenset()

    @property
    def is_full(self) -> bool:
        """Whether it is the office itself and not a deputy's or a former holder's."""
        return not self.words & _NOT_FULL


def read_office(title: Sequence[Token], of: Sequence[Token] = ()) -> Office | None:
    """The office that the tokens of a title name; None where they are only a form of address.

    Args:
        title: the tokens of the title.
        of: an of-phrase behind the name, which may give the state.
    """
    heads = _own_heads(title)
    if not heads:
        return None
    told = [token for token in title if token.tag in "MNB" or token in heads]
    words = {singular(word) for token in told for word in (token.lower, *token.lower.split())}
    return Office(
        span=Span(title[0].span.start, title[-1].span.end),
        ranks=frozenset(token.id for token in heads),
        words=frozenset(words),
        state=_state_in(title, of),
        bodies=frozenset(token.id for token in (*title, *of) if token.tag == "B" and token.id[3:4] != "/"),
    )


def _own_heads(title: Sequence[Token]) -> list[Token]:
    """The offices that the person holds; one behind a preposition is another's: `Assistant to the [President]`."""
    found, another = [], False
    for token in title:
        another = (another or token.tag in "ftr") and token.tag not in "c,"
        if token.tag == "H" and not another:
            found.append(token)
    return found or [token for token in title if token.tag == "H"][:1]


def singular(word: str) -> str:
    """An office without its plural ending."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "affairs", "rights", "economics")) else word
    )


def _state_in(title: Sequence[Token], of: Sequence[Token]) -> tuple[ActorId, Span] | None:
    """Before the office, or behind `of`; `to` names where an envoy is sent; some offices one state alone has."""
    for token in of:
        if token.tag in "SK":
            return token.id, token.span
        if token.tag == "B" and token.id[3:4] == "/" and token.id[:3].isupper():
            return token.id.partition("/")[0], token.span
    sent = False
    for before, token in zip((None, *title), title, strict=False):
        sent = (sent or (before is not None and before.tag in "tri")) and token.tag != "H"
        if token.tag in "SAK" and not sent:
            return token.id, token.span
        if token.tag == "B" and token.id[3:4] == "/" and token.id[:3].isupper():
            return token.id.partition("/")[0], token.span
    own = _own_offices()
    return next(((own[token.lower], token.span) for token in title if token.lower in own), None)


@cache
def _own_offices() -> Mapping[str, ActorId]:
    return {office: state for state, offices in load_titles().own.items() for office in offices}
