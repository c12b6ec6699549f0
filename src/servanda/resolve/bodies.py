"""Which ids are one body: its name in British and American spelling, with its words in another order, or by its initials.

A ministry of one state is never one of another; a body that no state has may be one with a body of the same name only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.codebook import ActorId
from servanda.lexicon.holders import slug_of
from servanda.lexicon.states import load_states
from servanda.resolve.clusters import Match
from servanda.resolve.profiles import Profile

_SMALL = frozenset({"the", "of", "for", "and", "on", "in", "a", "an", "to", "s", "de", "la", "le", "du", "des"})
_SPELLINGS = ((r"our\b", "or"), (r"is(ation|ations|ed|ing)\b", r"iz\1"), (r"defence", "defense"), (r"centre", "center"))


def keys_of(profile: Profile) -> Iterator[str]:
    """The keys under which a body may meet others: its words, and its initials, with its owner."""
    for words in _names(profile):
        yield f"{_owner(profile.id)} {' '.join(sorted(words))}"
        if len(words) > 2:
            yield f"{_owner(profile.id)} {_initials(words)}"


def compare_bodies(one: Profile, other: Profile) -> Match | None:
    """How sure it is that two ids are one body; None where nothing speaks for it."""
    if _owner(one.id) != _owner(other.id):
        return None
    mine, theirs = _names(one), _names(other)
    first, second = sorted((one.id, other.id))
    for words in mine:
        for others in theirs:
            if _unplaced(words) == _unplaced(others) and sorted(words) == sorted(others) and _says_enough(words, first):
                return Match(
                    one=first, other=second, score=0.97, reason=f"{first} and {second}: the same words in their names"
                )
    if _are_initials(mine, theirs) or _are_initials(theirs, mine):
        return Match(
            one=first, other=second, score=0.85, reason=f"{first} and {second}: the initials of the other's name"
        )
    return None


def is_apart(one: Profile, other: Profile) -> bool:
    """Whether two ids are known to be two bodies: they are of two states."""
    return _owner(one.id) != _owner(other.id)


def _owner(key: ActorId) -> str:
    """The state or body in whose name it stands: `KOR` for `KOR/coast-guard`; empty for a body of its own."""
    return key.rpartition("/")[0]


def _names(profile: Profile) -> tuple[tuple[str, ...], ...]:
    """The telling words of its names, with the state's left to the id."""
    written = sorted({*profile.names, profile.id.rpartition("/")[2]})
    return tuple(dict.fromkeys(words for name in written if (words := _telling(name))))


def _telling(name: str) -> tuple[str, ...]:
    plain = slug_of(re.findall(r"\w+", name)).replace("-", " ")
    for old, new in _SPELLINGS:
        plain = re.sub(old, new, plain)
    return tuple(word for word in plain.split() if word not in _SMALL)


def _unplaced(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words in their order, but for states and short names, which stand in either: `us-india`, `india-us`."""
    return tuple(word for word in words if word not in _places() and len(word) > _SHORT)


_SHORT = 3


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for state in load_states().values() for name in (state.name, *state.names)) | {
        "asean",
        "nato",
    }


def _says_enough(words: tuple[str, ...], key: ActorId) -> bool:
    """Whether a name is one body's alone: three words, or one beside its owner's id; `labor party` is not."""
    return len(words) > 2 or bool(_owner(key))


def _are_initials(names: tuple[tuple[str, ...], ...], others: tuple[tuple[str, ...], ...]) -> bool:
    short = {words[0] for words in names if len(words) == 1 and len(words[0]) > 2}
    return any(_initials(words) in short for words in others if len(words) > 2)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)
