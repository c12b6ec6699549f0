"""Whether two names are one person's, and by which shorter forms a full name is taken up again.

`Noh Kyung-hwa` and `Noh Kyung-wha` are one; so are Joe and Joseph. Whom a form means in a text is settled elsewhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from servanda.lexicon.given import load_given
from servanda.lexicon.holders import slug_of
from servanda.lexicon.name_spellings import is_spelt_alike
from servanda.lexicon.titles import load_titles


def is_surname(name: tuple[str, ...]) -> bool:
    """Whether a name is a surname alone, which may have particles before it: `von Stein`."""
    return len(_core(name)) < 2


def short_forms(name: tuple[str, ...]) -> Iterator[str]:
    """The surname and what else of a full name may stand for the person: `Berg`, `von Berg`."""
    name = _core(name)
    if len(name) == 1:
        yield name[0]
        return
    family_first = load_titles().family_first
    if family_comes_first(name) or (len(name) == 2 and {word.lower() for word in name} <= family_first):
        yield name[0]
    if family_comes_first(name):
        return
    yield name[-1]
    if "-" in name[-1] and name[-1][0].islower():
        yield name[-1].partition("-")[2]
    if len(name) > 2:
        yield " ".join(name[-2:])
        yield from (word for word in name[1:-1] if _is_family_name(word))
        yield from (word for word, after in itertools.pairwise(name[1:]) if after == "de" and word[0].isupper())


def given_form(name: tuple[str, ...]) -> str | None:
    """The given name by which a text may take a person up again: `Hamza`; None where the family name comes first."""
    if len(name) < 2 or family_comes_first(name):
        return None
    if name[0].lower() not in load_given() and _OF_FATHERS.isdisjoint(word.lower() for word in name[1:]):
        return None
    return name[0] if len(name[0]) > 2 and name[0][0].isupper() else None


_OF_FATHERS = frozenset({"bin", "ibn", "bint"})
"""What stands before a father's name: the word before it is the given name."""


def family_comes_first(name: tuple[str, ...]) -> bool:
    """Whether the family name is the first word: Kim Jong-un, but Kevin Kim."""
    known = load_titles().family_first
    return name[0].lower() in known and (name[-1].lower() not in known or "-" in name[-1] or len(name) > 2)


def is_same_name(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether two names of a text are one person's, one of them short or spelt in another way."""
    name, known = _core(name), _core(known)
    if len(name) == 1:
        return name[0] in short_forms(known)
    if len(known) == 1:
        return known[0] in short_forms(name)
    if {w.lower() for w in name} == {w.lower() for w in known} or slug_of(name) == slug_of(known):
        return True
    family, given = (_family(known).lower(), _family(name).lower()), (_given(known), _given(name))
    if family[0] == family[1]:
        return _same_given(*given) or is_spelt_alike(*given)
    return given[0].lower() == given[1].lower() and is_spelt_alike(*family)


def as_spelt(known: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    """A known full name with those of its words that a text writes in another way as the text has them."""
    return tuple(next((own for own in name if is_spelt_alike(word, own)), word) for word in known)


def _same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: Joe and Joseph, Alex and Alexander, or one with its end cut off."""
    same = load_titles().same_given
    first, second = one.lower(), other.lower()
    short, long = sorted((first, second), key=len)
    return same.get(first, first) == same.get(second, second) or (len(short) > 2 and long.startswith(short))


def _family(name: tuple[str, ...]) -> str:
    return name[0] if family_comes_first(name) else name[-1].removeprefix("al-").removeprefix("el-")


def _given(name: tuple[str, ...]) -> str:
    return "".join(name[1:]).replace("-", "") if family_comes_first(name) else name[0]


def _core(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name from its first capital on."""
    at = next((n for n, word in enumerate(name) if word[:1].isupper() or "-" in word), 0)
    return name[at:]


def _is_family_name(word: str) -> bool:
    """Whether a word in the middle of a name may stand for the person alone: `Claudia [Sheinbaum] Pardo`."""
    return len(word) > 3 and word[0].isupper() and word.lower() not in load_given()
