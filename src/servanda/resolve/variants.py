"""Spellings of one word under one key: `defence` and `defense`, `denuclearisation` and `denuclearization`.

The rules are of endings and letters in which British and American English differ, and of hyphens, capitals and plurals;
none is of a single text. A key is for comparing and no word of any language. Words of one stem stay apart: `defend` is
not `defense`.
"""

from __future__ import annotations

import re
from functools import cache

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"^practis", "practic"),
        (r"oeuvr", "euver"),  # manoeuvre
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)", "iz"),  # organise, denuclearisation
        (r"(?<=[a-z]{2})ys(?=(?:e|es|ed|er|ing)$)", "yz"),  # analyse, paralyse
        (r"(?<=[fct])en[cs]e(?=(?:s|less|man)?$)", "ense"),  # defence, offence, licence, pretence
        (r"(?<=[fct])en[cs]ive(?=(?:s|ly|ness)?$)", "ensive"),
        (
            r"(?<=[a-z]{2})our(?=(?:s|ed|er|ers|ing|able|ably|ite|ites|ful|less|hood|ly)?$)",
            "or",
        ),  # neighbour, favourable
        (r"(?<=[a-z]{2}[bt])re(?=(?:s|d)?$)", "er"),  # centre, calibre
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),  # dialogue, catalogue
        (r"(?<=[a-z]{2})amme(?=s?$)", "am"),  # programme
        (r"(?<=[dg])gement(?=s?$)", "gment"),  # judgement, acknowledgement
        (r"euvere", "euver"),
        (r"(?<=[a-z])ae(?=[a-z])", "e"),  # encyclopaedia
        (r"ll", "l"),  # travelled, fulfill, enroll
        (r"(?<=[a-z])ward$", "wards"),  # toward, towards
        (r"^sceptic", "skeptic"),
        (r"^aluminium$", "aluminum"),
    )
)
"""Each rule leads both spellings to one key, and is tried on a word in small letters and without hyphens."""


@cache
def spelling_key(word: str) -> str:
    """The key that all spellings of a word share, its plural too."""
    spelt = word.lower().replace("’", "'").removesuffix("'s").replace("-", "").replace("'", "")
    spelt = _singular(spelt)
    for pattern, key in _RULES:
        spelt = pattern.sub(key, spelt)
    return spelt


def _singular(word: str) -> str:
    """A noun without the ending of its plural, and a verb without that of its third person."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
