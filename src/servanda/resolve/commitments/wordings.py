"""How far two commitments are about the same thing, by the words of their clauses.

Of several ways to lay two clauses beside one another (whole, one of several joined deeds, with the sentence that a clause
points to) the one that tells most counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from servanda.lexicon.likenesses import load_weights
from servanda.resolve.commitments.findings import Comparison, Found, party_in_words
from servanda.resolve.commitments.tokens import bits_of, total, without_doubles
from servanda.resolve.commitments.undertakings import Undertaking

_MOST = 45.0
"""Bits in common above which more tell nothing more."""
_LITTLE, _SOME, _OF_FIGURE = 15.0, 25.0, 6.0
_SHOWN = 5
_RARE = 8.0
_PART = 0.5
_WEIGHTIEST = 3
_NEARLY, _LONG = 0.85, 55.0


def compare_words(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """What they are about: `a new consultative group on nuclear planning` and `the Nuclear Consultative Group`."""
    mine, theirs = one.tokens_beside(other), other.tokens_beside(one)
    whole = _in_common(mine, theirs, _binds_the_same(one, other))
    best = max((_in_common(*way, False) for way in _ways(one, other)), key=_weight, default=whole)
    if _weight(best) + load_weights()["by part"] <= _weight(whole):
        yield from whole
    else:
        yield from best
        yield Found("by part", 1.0, "compared by one deed of several or with the sentence before")
    told = max((total(mine & theirs), *(total(a & b) for a, b in _ways(one, other))))
    if one.debtors != other.debtors:
        yield Found("other parties, little told", max(0.0, _MOST - told) / 10)
    told += _OF_FIGURE * len(one.figures & other.figures)
    if told < _LITTLE:
        yield Found("little told", (_LITTLE - told) / 5, "little in common that could be told from others")
    if told < _SOME:
        yield Found("not much told")


def most_of_words(one: Undertaking, other: Undertaking) -> float:
    """The most that words can weigh, from how much the shared ones tell one by one: together they tell no more."""
    ways = list(_ways_of(one, other))
    told = max(shared for shared, _, _ in ways)
    found = max(_most_of_way(*way) for way in ways) + _most_of_phrases(one, other)
    if one.debtors != other.debtors:
        found += load_weights()["other parties, little told"] * max(0.0, _MOST - told) / 10
    told += _OF_FIGURE * len(one.figures & other.figures)
    if told < _LITTLE:
        found += load_weights()["little told"] * (_LITTLE - told) / 5
    return found + (load_weights()["not much told"] if told < _SOME else 0.0)


def _ways_of(one: Undertaking, other: Undertaking) -> Iterator[tuple[float, float, float]]:
    """For each way to lay two beside one another, how much the shared words tell one by one, and each side at least."""
    if one.document == other.document:
        yield sum(map(bits_of, one.tokens & other.tokens)), 0.0, 0.0
        return
    (mine, here), (theirs, there) = one.ways[0], other.ways[0]
    yield sum(map(bits_of, mine & theirs)), here, there
    for tokens, least in one.ways[1:]:
        yield sum(map(bits_of, tokens & theirs)), least, there
    for tokens, least in other.ways[1:]:
        yield sum(map(bits_of, mine & tokens)), here, least


def _most_of_way(shared: float, here: float, there: float) -> float:
    """The most that one way can weigh."""
    weights = load_weights()
    if not shared:
        return weights["no word"]
    whole = min(1.0, shared / max(here, there, 1.0))
    more = max(0.0, min(min(here, there) - shared, _MOST))
    found = _most_otherwise() + weights["half share"] * 2 * max(0.0, 0.5 - whole)
    restated = weights["word for word"] if whole >= _NEARLY and shared >= _LONG else 0.0
    return (
        found + weights["small share"] * 4 * max(0.0, 0.25 - whole) + weights["each tells more"] * more / 10 + restated
    )


def _most_of_phrases(one: Undertaking, other: Undertaking) -> float:
    weights = load_weights()
    found = weights["pairs of words"] * min(len(one.phrases & other.phrases), 4) / 4
    return found if one.runs.isdisjoint(other.runs) else found + weights["same run"] + weights["same run, same debtors"]


_OTHERWISE = {
    "bits in common": 4.5,
    "share of the shorter": 1.0,
    "share of both": 1.0,
    "rare word": 2.0,
    "weightiest words": 1.0,
    "same name": 1.0,
    "same object": 1.0,
}
"""The most of other findings that may speak for one undertaking."""


@cache
def _most_otherwise() -> float:
    """What all of these weigh together at most."""
    return sum(max(0.0, load_weights()[feature]) * value for feature, value in _OTHERWISE.items())


def _weight(found: tuple[Found, ...]) -> float:
    return sum(load_weights()[one.feature] * one.value for one in found)


def _ways(one: Undertaking, other: Undertaking) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Other ways to lay two commitments beside one another: with what one points to, and each of several joined deeds."""
    if one.document == other.document:
        return
    if one.context:
        yield one.tokens | one.context, other.tokens
    if other.context:
        yield one.tokens, other.tokens | other.context
    yield from ((tokens, other.tokens) for tokens in one.clauses)
    yield from ((one.tokens, tokens) for tokens in other.clauses)


def _binds_the_same(one: Undertaking, other: Undertaking) -> bool:
    """Whether neither is known to bind whom the other does not: the same words by other parties are another undertaking."""
    return not (one.is_clear and other.is_clear) or one.debtors <= other.debtors or other.debtors <= one.debtors


def _in_common(mine: frozenset[str], theirs: frozenset[str], may_be_restated: bool) -> tuple[Found, ...]:
    shared = mine & theirs
    common = total(shared)
    if not common:
        return (Found("no word", 1.0, "no word in common"),)
    mine, theirs = without_doubles(mine, shared), without_doubles(theirs, shared)
    here, there, all_ = total(mine), total(theirs), total(mine | theirs)
    whole = common / all_
    told = sorted((t for t in shared if bits_of(t)), key=lambda token: (-bits_of(token), token))[:_SHOWN]
    return (
        Found("bits in common", min(common, _MOST) / 10),
        Found("share of the shorter", common / min(here, there)),
        Found(
            "share of both",
            whole,
            "words in common: {} ({} % of both)",
            (", ".join(map(shown, told)), f"{100 * whole:.0f}"),
        ),
        Found("small share", 4 * max(0.0, 0.25 - whole)),
        Found("each tells more", min(min(here, there) - common, _MOST) / 10),
        *(
            [Found("word for word", 1.0, "restated nearly word for word")]
            if may_be_restated and whole >= _NEARLY and common >= _LONG
            else ()
        ),
        Found("half share", 2 * max(0.0, 0.5 - whole)),
        Found("rare word", max(0.0, bits_of(told[0]) - _RARE) / 3),
        Found("weightiest words", (_weightiest(mine, shared) + _weightiest(theirs, shared)) / 2),
    )


def _weightiest(tokens: frozenset[str], shared: frozenset[str]) -> float:
    """The share of a clause's weightiest words that are shared."""
    first = sorted(tokens, key=lambda token: (-bits_of(token), token))[:_WEIGHTIEST]
    return sum(token in shared for token in first) / len(first)


def compare_phrases(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Two words in a row that both have, and stretches of words that are the same: `net zero emissions by 2050`."""
    same = one.phrases & other.phrases
    if same:
        yield Found("pairs of words", min(len(same), 4) / 4, "words that stand in a row in both")
    runs = len(one.runs & other.runs)
    if runs:
        yield Found("same run", min(runs, 8) / 8)
        if one.debtors == other.debtors:
            yield Found("same run, same debtors", min(runs, 8) / 8)


def compare_names(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """Bodies, projects and things with a name of their own: `the NCG`, `S-400`."""
    mine, theirs = _names(one), _names(other)
    if mine & theirs:
        yield Found("same name", min(len(mine & theirs), 2) / 2, "both name {}", (", ".join(sorted(mine & theirs)),))
    elif mine and theirs:
        yield Found("other name")


def _names(undertaking: Undertaking) -> frozenset[str]:
    return frozenset(token[1:] for token in undertaking.tokens if token[0] in "#%")


def compare_objects(one: Undertaking, other: Undertaking) -> Iterator[Found]:
    """What is bought, built, lowered, by the nouns that the reading gives."""
    mine, theirs = one.object, other.object
    least = min(total(mine), total(theirs))
    if least < _RARE:
        return
    share = total(mine & theirs) / least
    yield Found("same object", share) if share >= _PART else Found("other object", 1 - share)


COMPARISONS: tuple[Comparison, ...] = (compare_words, compare_phrases, compare_names, compare_objects)


def shown(token: str) -> str:
    """A token for people: a state by its name, initials and numbers as they are, a stem as the beginning of a word."""
    bare = token.lstrip("@#№~")
    if token.startswith("@"):
        return party_in_words(bare)
    return bare if bare != token or not token.isalpha() else f"{token}-"
