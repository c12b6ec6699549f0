"""Whether two full names are one name: spelt in another way, in the other order, with or without a middle name.

A name says nothing of who bears it: state, office and time are weighed in `persons.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from servanda.lexicon.given import load_given
from servanda.lexicon.romanizations import korean_family, load_romanizations
from servanda.lexicon.titles import load_titles
from servanda.resolve.spellings import family_likeness, given_likeness, plain

_FATHERS = frozenset({"bin", "ibn", "bint", "ben"})
_SYLLABLE_LENGTH = 4
"""Letters of the syllables that Korean and Chinese given names are written in, mostly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The parts of a full name, in lower case and without marks over letters.

    Attributes:
        family: the family name; the only word where there is one.
        given: the given name, its syllables joined by hyphens where the family name comes first; empty where there is none.
        middle: what stands between them, small words left out.
        suffix: `jr`, `iii`; empty where there is none.
        eastern: whether it is built as East Asian names are.
        descent: whether it names the father: `bin Salman`.
    """

    family: str
    given: str = ""
    middle: tuple[str, ...] = ()
    suffix: str = ""
    eastern: bool = False
    descent: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset(word for word in (self.family, self.given, *self.middle) if word)


@lru_cache(maxsize=65_536)
def parse_name(written: str) -> Name | None:
    """The parts of a name as a text writes it, titles left out; None where nothing is left."""
    table = load_romanizations()
    written = re.sub(r"\([^)]*\)|[\"“”].*?[\"“”]", " ", written)
    spelt = [word for word in re.split(r"[\s,.]+", written) if word]
    words = [plain(word) for word in spelt]
    pairs = [(word, raw) for word, raw in zip(words, spelt, strict=True) if word]
    suffix = next((word for word, raw in pairs if word in table.suffixes and len(pairs) > 2 and raw != word), "")
    kept = [word for word, _ in pairs if word != suffix]
    while (
        len(kept) > 1 and kept[0] in table.ranks and len([w for w in kept if len(w) > 1]) > 1 and not _is_eastern(kept)
    ):
        kept = kept[1:]
    core = [word for word in kept if word not in table.loose] or kept
    name = _parts(core, suffix) if core else None
    return replace(name, descent=True) if name and not _FATHERS.isdisjoint(kept) else name


def compare_names(one: Name, other: Name) -> tuple[float, str]:
    """How sure it is that two names are one, from 0 to 1, and why; 0 where they are not."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return 0.0, ""
    tried = (_same_order(one, other), _other_order(one, other), _run_together(one, other), _part_of(one, other))
    return max(tried, key=lambda found: found[0])


def _is_eastern(words: list[str]) -> bool:
    """Whether the family name comes first: `Kim Jong-un`, `Lee Kuan Yew`, `Chou En-lai`, but not `Kim Clijsters`."""
    if not 2 <= len(words) <= 3:
        return False
    if len(words) == 2 and re.fullmatch(r"[a-z]{1,6}-[a-z]{1,6}", words[1]) and words[0] not in load_given():
        return True
    known = load_titles().family_first
    western = [
        word for word in words[1:] if word in load_given() and len(word) > _SYLLABLE_LENGTH and word not in known
    ]
    return (bool(korean_family(words[0])) or words[0] in known) and len(western) < len(words) - 1


def _parts(words: list[str], suffix: str) -> Name:
    if len(words) == 1:
        return Name(family=_bare(words[0]), suffix=suffix)
    if _is_eastern(words):
        return Name(family=words[0], given="-".join(words[1:]), suffix=suffix, eastern=True)
    known = load_titles().family_first
    if len(words) == 2 and "-" in words[0] and (words[-1] in known or korean_family(words[-1])):
        return Name(family=words[-1], given=words[0], suffix=suffix, eastern=True)
    return Name(
        family=_bare(words[-1]), given=words[0], middle=tuple(_bare(word) for word in words[1:-1]), suffix=suffix
    )


def _bare(word: str) -> str:
    """A family name without the article that Arabic names may have: `al-sisi`, `elsisi` stays."""
    return re.sub(r"\A(?:al|el|as|ash|an|ad|ar|at|az)-(?=..)", "", word)


def _same_order(one: Name, other: Name) -> tuple[float, str]:
    eastern = one.eastern or other.eastern
    if one.eastern != other.eastern and not (one.given and other.given):
        return 0.0, ""
    family, why = family_likeness(one.family, other.family, eastern)
    if not family or not one.given or not other.given:
        return 0.0, ""
    given, also = given_likeness(one.given, other.given, eastern)
    middle, beside = _middles(one.middle, other.middle)
    if one.eastern != other.eastern:
        given *= 0.97
    score = family * given * middle
    reasons = [reason for reason in (why, also, beside) if reason and not reason.startswith("same")]
    return score, "; ".join(reasons) or "same name"


def _middles(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    """What the middle names take away: nothing where they agree, a little where one is left out, all where they differ."""
    short, long = sorted((one, other), key=len)
    if not short and len(long) > 1 and all(len(word) == 1 for word in long):
        return 0.7, f"{' '.join(long)} stands in one name only"
    if not short:
        return (1.0, "") if not long else (0.97, f"{' '.join(long)} stands in one name only")
    if len(short) < len(long) and all(len(word) == 1 for word in (*short, *long)):
        return 0.0, ""
    at = 0
    for word in short:
        while at < len(long) and not max(given_likeness(word, long[at], eastern=False)[0], 0.0):
            at += 1
        if at == len(long):
            return 0.0, ""
        at += 1
    return (1.0, "") if len(short) == len(long) else (0.97, "a middle name stands in one only")


def _other_order(one: Name, other: Name) -> tuple[float, str]:
    """`Kyung-wha Noh` beside `Noh Kyung-wha`, `Viktor Orbán` beside `Orbán Viktor`."""
    if not one.given or not other.given or one.middle or other.middle or one.descent or other.descent:
        return 0.0, ""
    if one.given.replace("-", "") == other.family.replace("-", "") and one.family == other.given:
        return 0.96, "the same words in the other order"
    eastern = one.eastern or other.eastern
    if not eastern:
        return 0.0, ""
    family, _ = family_likeness(one.given, other.family, eastern=True)
    given, why = given_likeness(one.family, other.given, eastern=True)
    return (family * given * 0.96, f"the other order; {why}") if family * given else (0.0, "")


def _run_together(one: Name, other: Name) -> tuple[float, str]:
    """`Abdelfattah Elsisi` beside `Abdel Fattah el-Sisi`: the same letters, parted in another way."""
    first, second = ("".join((n.given, *n.middle, n.family)).replace("-", "") for n in (one, other))
    if len(first) > 7 and first == second:
        return 0.98, "the same letters, parted in another way"
    if len(first) > 9 and _unarticled(first) == _unarticled(second):
        return 0.95, "the same letters but for an article"
    return 0.0, ""


def _unarticled(letters: str) -> str:
    return re.sub(r"(?<=[^aeiou])(?:al|el)(?=[^aeiou])", "", letters)


def _part_of(one: Name, other: Name) -> tuple[float, str]:
    """A long name of which the other has the first words or the first and some later one: `Mohammed bin Salman Al Saud`."""
    if one.eastern or other.eastern or not one.given or not other.given:
        return 0.0, ""
    short, long = sorted((one, other), key=lambda name: len(name.middle))
    if len(long.middle) <= len(short.middle):
        return 0.0, ""
    given, why = given_likeness(short.given, long.given, eastern=False)
    rest = [*long.middle, long.family]
    for word in (*short.middle, short.family):
        at = next((n for n, found in enumerate(rest) if family_likeness(word, found, eastern=False)[0] >= 0.95), None)
        if at is None:
            return 0.0, ""
        rest = rest[at + 1 :]
    return given * 0.93, "; ".join(
        part for part in (f"{' '.join(rest)} stands in one name only".strip(), why) if not part.startswith("same")
    )
