"""Ministries and organs by what they are: `Kenyan defence ministry`, `Parliament of Iraq`, `the Senate`.

Whose they are is said by a state beside them, or is the state that the text is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from servanda.codebook import ActorId
from servanda.lexicon.bodies import ministry_id
from servanda.lexicon.given import load_given
from servanda.lexicon.heads import load_heads
from servanda.lexicon.holders import slug_of
from servanda.reading.actors.tags import Row, Token

MINISTRIES = frozenset({"ministry", "ministries", "department"})
_ATTRIBUTIVE = frozenset({"military", "army", "police", "navy", "parliament", "presidency"})
"""Organs that as often stand before another noun ("military equipment"), where they are no mention."""

_BY_THEMSELVES = frozenset(
    {
        "parliament",
        "national-assembly",
        "congress",
        "senate",
        "house-of-representatives",
        "supreme-court",
        "central-bank",
        "prime-ministers-office",
        "presidential-office",
    }
)
"""Organs that a text names in capitals without their state, which is then the one it is about."""
_WITH_CONGRESS = ("USA", "ARG", "BRA", "CHL", "COL", "GTM", "HND", "MEX", "PER", "PHL", "PRY", "DOM")
"""States whose parliament is a congress."""


def ministry_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """`Kenyan defence ministry`, `Kenya's Ministry of Defence`, `Ministry of Defence of Kenya`, `the foreign ministry`."""
    tokens = row.tokens
    state, here = home, at
    if tokens[at].tag in "SAK":
        state, here = tokens[at].id, at + 1
        here += here < len(tokens) and tokens[here].tag == "'"
    elif at and tokens[at - 1].tag in "SAM":
        return None
    if here < len(tokens) and tokens[here].lower in MINISTRIES | {"office"} and tag_at(tokens, here + 1) in "fr":
        return _ministry_of(row, here, state, own=here > at)
    end = here
    while tag_at(tokens, end) in "Mc" and tokens[end].lower not in MINISTRIES:
        end += 1
    if end == here or end >= len(tokens) or tokens[end].lower not in MINISTRIES - {"ministries"}:
        return None
    behind, owner = (end + 1, None) if here > at else of_state(tokens, end + 1)
    state = owner or state
    actor = ministry_id(state, words_of(tokens[here:end])) if state is not None else None
    return (behind, actor) if actor else None


def of_state(tokens: Sequence[Token], at: int) -> tuple[int, ActorId | None]:
    """Behind `of Kenya`, and whose; `in Nairobi` says whose too but stays outside."""
    after = at + 1 + (tag_at(tokens, at + 1) == "d")
    if tag_at(tokens, at) == "f" and tag_at(tokens, after) == "S":
        return after + 1, tokens[after].id
    if tag_at(tokens, at) == "i" and tokens[at].lower == "in" and tag_at(tokens, at + 1) == "K":
        return at, tokens[at + 1].id
    return at, None


def _ministry_of(row: Row, here: int, state: ActorId | None, *, own: bool) -> tuple[int, ActorId] | None:
    tokens, end = row.tokens, here + 2
    low = not tokens[here].is_capital
    while tag_at(tokens, end) in "MNc," and (tokens[end].is_capital or low or tag_at(tokens, end) in "c,"):
        if end > here + 2 and begins_person(tokens, end):
            break
        end += 1
    if end - 2 > here + 1 and tag_at(tokens, end - 1) == "N" and tag_at(tokens, end - 2) == "c":
        end -= 2
    while end > here + 2 and tokens[end - 1].tag in "c,":
        end -= 1
    portfolio = words_of(tokens[here + 2 : end])
    if not own:
        end, owner = of_state(tokens, end)
        state = owner or state
    if state is None or not portfolio:
        return None
    actor = ministry_id(state, portfolio)
    return (end, actor or f"{state}/{slug_of((tokens[here].lower, 'of', *portfolio.split()))}")


def organ_at(row: Row, at: int, home: ActorId | None) -> tuple[int, ActorId] | None:
    """`Kenyan navy`, `Kenya's House of Representatives`, `Parliament of Kenya`, `the Senate`: an organ and its state."""
    tokens = row.tokens
    own = tokens[at].tag in "SA"
    if not own and (not tokens[at].is_capital or row.heading or tag_at(tokens, at - 1) in "SA-NM'BH"):
        return None
    here = at + 1 + (tag_at(tokens, at + 1) == "'") if own else at
    if here >= len(tokens) or tokens[here].lower not in organ_openings():
        return None
    for size in (4, 3, 2, 1):
        words = tokens[here : here + size]
        slug = load_heads().organs.get(words_of(words).replace(" '", "'")) if len(words) == size else None
        if slug is None:
            continue
        end = here + size
        behind, state = (end, tokens[at].id) if own else of_state(tokens, end)
        if not own and state is None:
            state = home if slug in _BY_THEMSELVES else None
            state = "USA" if slug == "congress" and state not in (None, *_WITH_CONGRESS) else state
        part = _is_compound(tokens, end, words) or _is_taken(tokens, at, slug)
        return None if state is None or part else (behind, f"{state}/{slug}")
    return None


@cache
def organ_openings() -> frozenset[str]:
    """With what the name of an organ may begin."""
    return openings_of(load_heads().organs)


def _is_compound(tokens: Sequence[Token], end: int, words: Sequence[Token]) -> bool:
    """Whether an organ only stands before another noun: `military equipment`, `the presidency of the council`."""
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.tag == "f" and words_of(words) == "presidency":
        return True
    if after.tag == "N" and words[0].is_capital:
        return True
    return after.tag in "wMHN" and words_of(words) in _ATTRIBUTIVE and not _is_verb(after)


def _is_taken(tokens: Sequence[Token], at: int, slug: str) -> bool:
    """Whether an office is taken or left, which nobody else acts by: `since he took over Chad's presidency`."""
    before = {token.lower for token in tokens[max(0, at - 3) : at]}
    return slug == "presidency" and not _TAKING.isdisjoint(before)


_TAKING = frozenset(
    {"assume", "assumed", "assumes", "assuming", "contest", "contested", "hold", "held", "left", "lost", "over"}
    | {"resigned", "seek", "seeking", "sought", "take", "taken", "taking", "took", "win", "winning", "wins", "won"}
)


def _is_verb(token: Token) -> bool:
    return (
        token.tag == "w"
        and (token.lower.endswith(("ed", "s")) or len(token.text) < 5)
        and token.lower not in load_heads().described
    )


def begins_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's name begins behind that of a body: `Director of the Office of Ocean Affairs [Ann Berg]`."""
    return tokens[at].tag == "N" and tokens[at].lower in load_given() and tag_at(tokens, at + 1) == "N"


def tag_at(tokens: Sequence[Token], at: int) -> str:
    """The letter of the token at an index; `#` beyond the ends."""
    return tokens[at].tag if 0 <= at < len(tokens) else "#"


def words_of(tokens: Sequence[Token]) -> str:
    """The words of some tokens in lower case."""
    return " ".join([token.lower for token in tokens])


def openings_of(phrases: Iterable[str]) -> frozenset[str]:
    """What stands before each space or apostrophe in some phrases, and the phrases."""
    return frozenset(phrase[:end] for phrase in phrases for end in (*_breaks(phrase), len(phrase)))


def endings_of(phrases: Iterable[str]) -> frozenset[str]:
    """What stands behind each space in some phrases, and the phrases."""
    return frozenset(phrase[start:] for phrase in phrases for start in (0, *(at + 1 for at in _breaks(phrase))))


def _breaks(phrase: str) -> list[int]:
    return [at for at, sign in enumerate(phrase) if sign in " '"]
