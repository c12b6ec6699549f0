"""Where a name begins that words right before it describe: `its bitter rival Chad`, `the Lebanese militant group Hezbollah`.

The whole nominal is the mention. What the words say is not kept.
"""

from __future__ import annotations

from collections.abc import Callable

from servanda.lexicon.heads import load_heads
from servanda.reading.actors.tags import Row, Token

_LONGEST = 4
_ENDINGS = ("al", "ant", "ary", "ent", "ern", "ful", "ic", "ous")
_OFTEN = frozenset(
    {"arch", "big", "biggest", "bitter", "former", "long-time", "main", "old", "once", "staunch", "then"}
)
_TOWARDS = frozenset(
    {"adversary", "ally", "enemy", "foe", "neighbor", "neighbour", "partner", "patron", "rival", "ruler", "sponsor"}
)
"""What one state is to another, right before its name."""
_SORTS = frozenset(
    {
        "alliance",
        "bloc",
        "cartel",
        "faction",
        "group",
        "grouping",
        "militia",
        "movement",
        "network",
        "organisation",
        "organization",
        "watchdog",
    }
)
"""What a body is, right before its name."""
_OF_BODIES = frozenset(
    {"activist", "advocacy", "aid", "campaign", "defense", "defence", "extremist", "guerrilla", "insurgent", "islamist", "jihadist", "lobby", "monitoring",
     "news", "oil", "opposition", "paramilitary", "rebel", "relief", "rights", "security", "separatist", "shia", "shiite", "sunni", "terror", "terrorist",
     "trade", "umbrella"}
)  # fmt: skip
"""Words that say which sort of body it is."""


def described_from(row: Row, at: int) -> int:
    """The index where the description of a state begins: `[its bitter rival] Chad`; that of the name without one."""
    return _from(row, at, _TOWARDS, _is_adjective)


def sorted_from(row: Row, at: int) -> int:
    """The index where the description of a body begins: `[the regional bloc] ECOWAS`; that of the name without one."""
    return _from(row, at, _SORTS, _says_which)


def _from(row: Row, at: int, heads: frozenset[str], describes: Callable[[Token], bool]) -> int:
    tokens = row.tokens
    if not at or tokens[at - 1].lower not in heads:
        return at
    first = at - 1
    while first and at - first < _LONGEST and describes(tokens[first - 1]):
        first -= 1
    return first - (first > 0 and tokens[first - 1].tag == "d")


def _is_adjective(token: Token) -> bool:
    """Whether a word is an adjective, by its ending or as one that stands there often."""
    return token.text.islower() and (token.lower.endswith(_ENDINGS) or token.lower in _OFTEN | load_heads().describing)


def _says_which(token: Token) -> bool:
    """Whether a word says which sort of body it is: `Lebanese`, `militant`, `rights`."""
    return token.tag == "A" or token.text in _PARTS or token.lower in _OF_BODIES or _is_adjective(token)


_PARTS = frozenset({"Central", "East", "Latin", "North", "South", "Southeast", "Southern", "West"})
"""Parts of a continent: `the [South] American bloc`."""
