"""The words by which two commitments are compared, each with how much it tells.

A word that stands in every third promise (`continue`, `support`) tells next to nothing; one that stands in one promise
of a thousand tells ten bits. How often a word stands in promises is a table of the lexicon and never counted over the
ledger, so that a new document changes nothing between two older ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise
from math import log2

from servanda.codebook import Span
from servanda.lexicon.commonness import load_commonness, load_formulas
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.kindred import load_kindred
from servanda.lexicon.matching import Names, flattened
from servanda.lexicon.states import load_states
from servanda.resolve.stems import stem_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"(?:[A-Z][\w’'-]*(?:\s+(?:of|on|for|and|the)\s+|[\s-]+(?=[A-Z]))?){3,}")
_INITIALS = re.compile(r"\b[A-Z][A-Z0-9]{1,7}\b")
_CODE = re.compile(r"\b([A-Z]{1,4})-?(\d{1,4}(?:\+\d)?)[A-Z]?s?\b")
_NUMBER = re.compile(r"(?<![\w.,])\d{4,}(?![\w,])")
_PERSON = re.compile(
    r"\b(?:(?:Vice |Crown |Prime |Deputy |First )?(?:President|Minister|Premier|Chancellor|Prince|King|Queen|Secretary|Taoiseach)"
    r"(?:-General| General| of (?:State|Defense|War|Commerce|Energy|Homeland Security|the Treasury))?|Mr\.|Ms\.|Dr\.)"
    r"(?:'s)?(?: (?!and\b)(?:(?:von|van|der|den|de|da|dos|del|la|bin|ibn|al|el) ){0,2}[A-Z][\w'.-]+){0,3}"
)
"""Titles with the names behind them."""
_PAIR = 11.0
"""Bits that two words in a row must tell."""
_SMALL = frozenset(("of", "on", "for", "and", "the"))
_SCALES = ("hundred", "thousand", "million", "billion", "trillion", "percent")
"""Words of a number, which is compared as one."""
_OF_TALK = frozenset(
    (
        *(
            "podium",
            "posted",
            "touch",
            "minute",
            "minutes",
            "moment",
            "momentum",
            "ahead",
            "opportunity",
            "opportunities",
        ),
        *("characterize", "preview", "readout", "speculate", "speculating", "question", "questions", "counterpart"),
        *("counterparts", "topic", "topics", "conversation", "conversations", "happen", "chance", "glad", "happy"),
    )
)
"""Words of the talk itself: `keep you posted`, `an opportunity to meet`. They are rare in promises and name nothing."""
_RAREST = 14.0
"""Bits of a word that the table does not have."""
_OF_STATE, _OF_NAME, _OF_NUMBER = 5.0, 9.0, 6.0
_SPELLED = "%"
"""Marks initials of a name whose words are there too."""
_USUAL_STATES = {"USA": 1.5}
"""States that stand in most texts of the kind, with what they tell."""


def tokens_of(text: str) -> frozenset[str]:
    """The stems of a text, the states that it names (`@KOR`), the initials of its names (`#NCG`), its bare numbers."""
    plain = flattened(text)
    states = _state_names().find(plain)
    found = {f"@{code}" for _, code in states}
    rest = _without_persons(_without(plain, [span for span, _ in states]))
    written, spelled = set(_abbreviations(rest)), set(_initials(rest))
    found.update(f"#{initials}" for initials in written | spelled)
    found.update(f"{_SPELLED}{initials}" for initials in spelled - written)
    found.update(f"№{number}" for number in _NUMBER.findall(rest))
    for word in _WORD.findall(rest):
        bare = word.removesuffix("'s").removesuffix("'")
        if len(bare) == 1 or not bare.isupper():
            found.add(token_of(bare.lower()))
    return frozenset(found - {""})


def pairs_of_words(text: str) -> frozenset[str]:
    """Every two words in a row that tell something, as stems: `net zero`, `zero emission`."""
    plain = flattened(text)
    rest = _without_persons(_without(plain, [span for span, _ in _state_names().find(plain)]))
    told = [token for word in _WORD.findall(rest) if (token := token_of(word.lower().removesuffix("'s")))]
    return frozenset(f"{one} {other}" for one, other in pairwise(told) if bits_of(one) + bits_of(other) >= _PAIR)


def _without_persons(text: str) -> str:
    """A text without titles and the names behind them: who spoke tells nothing of what was promised."""
    return _PERSON.sub(lambda match: " " * len(match.group()), text)


def states_in(text: str) -> frozenset[str]:
    """The states that a text names, by whatever name."""
    return frozenset(code for _, code in _state_names().find(flattened(text)))


def _without(text: str, spans: Iterable[Span]) -> str:
    """A text with these stretches blank."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


@lru_cache(maxsize=100_000)
def token_of(word: str) -> str:
    """The stem of a word, one for all words of a family; empty where a word tells nothing."""
    if len(word) < 3 or word in _OF_TALK or word in _empty_words():
        return ""
    stem = stem_of(word)
    return _families().get(stem, stem)


def without_doubles(tokens: frozenset[str], shared: frozenset[str]) -> frozenset[str]:
    """The tokens without initials of names that are written out, unless they are shared: the words tell the same."""
    return frozenset(
        t for t in tokens if not (t.startswith("#") and f"{_SPELLED}{t[1:]}" in tokens and t not in shared)
    )


@cache
def bits_of(token: str) -> float:
    """How much it tells that a promise has this token, in sixteenths, so that a sum is the same in any order."""
    return round(16 * _told(token)) / 16


def _told(token: str) -> float:
    if token.startswith("@"):
        return _USUAL_STATES.get(token[1:], _OF_STATE)
    if token.startswith("#"):
        return _OF_NAME
    if token.startswith("№"):
        return _OF_NUMBER
    if token.startswith(_SPELLED):
        return 0.0
    return _bits().get(token, _RAREST)


@lru_cache(maxsize=50_000)
def total(tokens: frozenset[str]) -> float:
    """How much several tokens tell together: those of a standing phrase no more than the phrase."""
    return sum(map(bits_of, tokens)) - spare_of(tokens)


def spare_of(tokens: AbstractSet[str]) -> float:
    """How much less several tokens tell than one by one, since those of a standing phrase come together."""
    formulas = _formulas()
    found = [formula for token in tokens if token in formulas for formula in formulas[token] if formula[1] <= tokens]
    if len(found) < 2:
        return found[0][0] if found else 0.0
    rest, spare = set(tokens), 0.0
    for less, words in sorted(found, key=lambda formula: (-formula[0], sorted(formula[1]))):
        if words <= rest:
            spare += less
            rest -= words
    return spare


def _abbreviations(text: str) -> Iterator[str]:
    """Abbreviations of names, and names that are a letter and a number: `NCG`, `S-400`."""
    yield from _INITIALS.findall(text)
    yield from (f"{letters}{number}" for letters, number in _CODE.findall(text))


def _initials(text: str) -> Iterator[str]:
    """The initials of long names, which are one with their abbreviations: `Nuclear Consultative Group (NCG)`."""
    for name in _NAME.findall(text):
        letters = "".join(word[0] for word in re.split(r"[\s-]+", name.strip()) if word and word.lower() not in _SMALL)
        if len(letters) >= 3 and letters.isupper():
            yield letters


@cache
def _state_names() -> Names[str]:
    """Every name of a state, its people and its capital, each with the state."""
    found: dict[str, str] = {}
    for code, state in load_states().items():
        several = (f"{people}s" for people in state.adjectives)
        for name in (state.name, *state.names, *state.adjectives, *several, *state.people, *state.capitals):
            found.setdefault(flattened(name), code)
    return Names(found)


@cache
def _empty_words() -> frozenset[str]:
    """Words that hold a sentence together and are about nothing."""
    grammar = load_grammar()
    classes = (grammar.prepositions, grammar.determiners, grammar.possessives, grammar.pronouns, grammar.auxiliaries)
    return frozenset().union(
        *classes,
        grammar.modals,
        grammar.negations,
        ("and", "as", "also", "who", "which", "when", "including", "next", "later", *_SCALES),
    )


@cache
def _formulas() -> Mapping[str, tuple[tuple[float, frozenset[str]], ...]]:
    """What the words of each standing phrase tell less together than one by one, with the words, by its rarest word."""
    found: dict[str, list[tuple[float, frozenset[str]]]] = {}
    for phrase, share in load_formulas().items():
        words = tokens_of(phrase)
        spare = sum(map(bits_of, words)) + round(16 * log2(share)) / 16
        if len(words) > 1 and spare > 0:
            found.setdefault(max(words, key=lambda token: (bits_of(token), token)), []).append((spare, words))
    return {token: tuple(formulas) for token, formulas in found.items()}


@cache
def _families() -> Mapping[str, str]:
    """The stem of each word of a family, with the stem of its first one."""
    return {stem_of(word): stem_of(family[0]) for family in load_kindred() for word in family}


@cache
def _bits() -> Mapping[str, float]:
    shares: dict[str, float] = {}
    for word, share in load_commonness().items():
        stem = stem_of(word)
        token = _families().get(stem, stem)
        shares[token] = shares.get(token, 0.0) + share
    return {token: max(0.0, -log2(min(share, 1.0))) for token, share in shares.items()}
