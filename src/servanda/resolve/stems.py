"""What a word has in common with the words made from it: `invest` of investing, investment and investments.

Reports turn verbs into nouns and spell as their country does; a stem is the same for both. It is a key for comparing
and no word of any language. Meaning is not asked: `buy` and `purchase` stay apart.
"""

from __future__ import annotations

import re
from functools import cache

_ENDINGS = (
    "isations", "izations", "isation", "ization", "ational", "ations", "ation", "itions", "ition", "utions", "ution",
    "ements", "ement", "ments", "ment", "ances", "ance", "ences", "ence", "ancy", "ency", "ously", "ively", "ally",
    "ities", "ity", "ising", "izing", "ised", "ized", "ises", "izes", "ise", "ize", "ings", "ing", "ions", "ion",
    "als", "al", "ers", "er", "ors", "or", "ous", "ive", "ives", "able", "ible", "ful", "ness", "ied", "ies", "ed",
    "es", "ly", "ic", "y", "e", "s",
)  # fmt: skip
_SHORTEST = 4
_NEGATED = 9
_ALIKE = ((re.compile(r"our\b"), "or"), (re.compile(r"(?<=[ao])gue\b"), "g"), (re.compile(r"mme\b"), "m"),
          (re.compile(r"(?<=[ei]n)ce\b"), "se"), (re.compile(r"tre\b"), "ter"))  # fmt: skip
_MADE = {
    "acqui": "acquir", "reduct": "reduc", "product": "produc", "receipt": "receiv", "deliveri": "deliver",
    "deliv": "deliver", "expans": "expand", "extens": "extend", "permiss": "permit", "admiss": "admit", "submiss": "submit",
    "sold": "sale", "sell": "sale", "spent": "spend", "built": "build", "bought": "buy", "defens": "defend",
    "decis": "decid", "provis": "provid", "withdrawn": "withdraw", "withdrew": "withdraw", "grew": "grow", "growth": "grow",
    "rais": "raise", "rise": "raise", "rose": "raise", "cut": "cut", "cutt": "cut", "suspens": "suspend", "complianc": "compl",
    "entr": "enter", "men": "man", "nuclear": "nuclear",
}  # fmt: skip


_WHOLE = frozenset({"committee", "committees", "portion", "portions", "general", "university", "capital", "capitals"})


@cache
def stem_of(word: str) -> str:
    """The stem of a word in any case."""
    spelt = word.lower().replace("’", "'")
    for pattern, letters in _ALIKE:
        spelt = pattern.sub(letters, spelt)
    if spelt in _WHOLE:
        return spelt
    stem = _cut(spelt.removeprefix("non") if len(spelt) > _NEGATED else spelt)
    return _MADE.get(stem, stem)


def _cut(word: str) -> str:
    """The word without its endings, as long as enough is left; a doubled last letter is one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _cut(word[: -len(ending)])
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        return word[:-1]
    return word
