"""Whether two words of names are one word in two spellings, and how sure that is.

Words alone: which of a name's words is the family name, and whether two persons are one, stands in `names.py` and
`persons.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from servanda.lexicon.holders import slug_of, spelling
from servanda.lexicon.romanizations import korean_family, romanized
from servanda.lexicon.titles import load_titles

SAME = 1.0
_ENDING, _SYSTEM, _SOUND, _SHORT, _INITIAL, _LOOSE, _NEAR = 0.99, 0.97, 0.95, 0.93, 0.92, 0.9, 0.8
_NEAR_ENOUGH = 0.93


def plain(word: str) -> str:
    """A word in lower case and without the marks over its letters, its hyphens kept: `Kyŏng-hwa` is `kyong-hwa`."""
    return slug_of((word,))


@lru_cache(maxsize=65_536)
def family_likeness(one: str, other: str, eastern: bool) -> tuple[float, str]:
    """How alike two family names are, from 0 to 1, and why.

    Args:
        one: the one, as `plain` writes it.
        other: the other.
        eastern: whether both stand in names of East Asia, where few names are told apart by few letters.
    """
    if one == other:
        return SAME, "same family name"
    if eastern:
        if korean_family(one) & korean_family(other):
            return _SYSTEM, f"{one} and {other} are one Korean family name"
        if romanized(one, "chinese") == romanized(other, "chinese"):
            return _SYSTEM, f"{one} and {other} are one Chinese family name"
        return 0.0, ""
    return _western(one, other)


@lru_cache(maxsize=65_536)
def given_likeness(one: str, other: str, eastern: bool) -> tuple[float, str]:
    """How alike two given names are, from 0 to 1, and why: `hwa` and `wha`, `joe` and `joseph`, `j` and `joseph`."""
    if one == other or one.replace("-", "") == other.replace("-", ""):
        return SAME, "same given name"
    if eastern:
        for tongue in ("korean", "chinese"):
            if _syllables(one, tongue) == _syllables(other, tongue):
                return _SYSTEM, f"{one} and {other} are one {tongue.title()} given name"
        if _syllables(one, "korean").replace("o", "u") == _syllables(other, "korean").replace("o", "u"):
            return _LOOSE, f"{one} and {other} may be one Korean given name"
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return (_INITIAL, f"{short}. stands for {long}") if long.startswith(short) else (0.0, "")
    same = load_titles().same_given
    if same.get(one, one) == same.get(other, other):
        return _SHORT, f"{short} is short for {long}"
    if eastern:
        return 0.0, ""
    return _western(one, other)


def _western(one: str, other: str) -> tuple[float, str]:
    for score, form in _FORMS:
        if form(one) == form(other):
            return score, f"{one} and {other} are spellings of one name"
    if min(len(one), len(other)) > 4 and one[0] == other[0] and JaroWinkler.similarity(one, other) >= _NEAR_ENOUGH:
        return _NEAR, f"{one} and {other} differ little"
    return 0.0, ""


def _sound(word: str) -> str:
    return romanized(word, "general")


_FORMS: tuple[tuple[float, Callable[[str], str]], ...] = ((_ENDING, spelling), (_SOUND, _sound))
"""The plain forms under which two words may be alike, the surest first."""


def _syllables(given: str, tongue: str) -> str:
    """A given name in the plain form of its tongue, by its syllables: `ing-wen` and `yingwen` are `yingwen`."""
    parts = [part for part in given.split("-") if part]
    if len(parts) == 1:
        found = _SYLLABLE.findall(given)
        parts = found if "".join(found) == given else parts
    return "".join(romanized(part, tongue) for part in parts)


_SYLLABLE = re.compile(r"(?:zh|ch|sh|hs|ts|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]+(?:ng|n|r|k|l|m|p)?(?![aeiou])")
