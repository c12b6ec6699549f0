"""Whether two words are one name in two spellings, and which known holder an id spells in another way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from servanda.codebook import ActorId
from servanda.lexicon.holders import slug_of, spelling
from servanda.lexicon.registers import PACKAGED, Register


def holder_spelt(actor: ActorId, register: Register = PACKAGED) -> ActorId | None:
    """The id of the known holder whose name an id is, in this spelling or another one; None where it is nobody known."""
    words = actor.split("-")
    alike = _by_consonants(register).get(tuple(map(_bones, words)), ())
    if actor in alike:
        return actor
    return next((known for known in alike if all(map(is_spelt_alike, known.split("-"), words))), None)


@lru_cache(maxsize=4)
def _by_consonants(register: Register) -> Mapping[tuple[str, ...], tuple[ActorId, ...]]:
    found: dict[tuple[str, ...], dict[ActorId, None]] = {}
    for holder in register.holders:
        known = slug_of(holder.name.split())
        found.setdefault(tuple(map(_bones, known.split("-"))), {})[known] = None
    return {bones: tuple(ids) for bones, ids in found.items()}


@lru_cache(maxsize=4096)
def is_spelt_alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings: `Ladin` and `Laden`, `Kyung-hwa` and `Kyung-wha`.

    Their consonants must be the same ones in order, and both must end on a vowel or neither; with two consonants they may
    differ in one letter only.
    """
    first, second = slug_of((one,)).replace("-", ""), slug_of((other,)).replace("-", "")
    if first == second or spelling(one) == spelling(other):
        return True
    bones = _bones(first)
    if len(bones) == 2 and (len(first) != len(second) or sum(a != b for a, b in zip(first, second, strict=True)) > 1):
        return False
    return len(bones) > 1 and bones == _bones(second) and (first[-1] in _VOWELS) == (second[-1] in _VOWELS)


_VOWELS = frozenset("aeiouy")
_ALIKE = str.maketrans({"q": "k", "c": "k", "w": "v", "j": "y", "z": "s"})


def _bones(word: str) -> str:
    """The consonants of a name, with those that Latin letters write in several ways as one."""
    plain = word.translate(_ALIKE).replace("h", "")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", plain))
