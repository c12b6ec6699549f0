"""Nouns of undertaking and whose they are.

    Oslo's pledge to double its aid · the commitment of France to the defense of Chad · their plan to reopen the border
    both ministers stressed the importance of protecting the Mekong: a wish of those who speak

Leaves alone nouns that nobody owns and nobody utters ("a plan to save the bees").
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook.vocabulary import Firmness
from servanda.reading.deeds import deeds_after
from servanda.reading.lines import POSSESSIVE, Line
from servanda.reading.promises import Promise, Wording

_OWNERS = frozenset("its their our his her my".split())
_UTTERED = frozenset(
    "reaffirm reiterate underscore underline stress emphasize emphasise affirm confirm highlight note recognize recognise acknowledge renew express voice share "
    "discuss declare announce welcome support recall restate repeat convey demonstrate underscores underscored agree see show applaud commend praise raise".split()
)
_REACH = 7


@dataclass(frozen=True, slots=True)
class _Owner:
    first: int
    debtor: tuple[int, int] | None
    behind: int


def read_pledge_noun(line: Line, wording: Wording) -> Promise | None:
    """The promise that a noun of undertaking names."""
    undertaking = wording.undertaking
    wish = undertaking.firmness is Firmness.ASPIRED
    owner = _owner_behind(line, wording) or _owner_before(line, wording.first, wording.at)
    if owner is None and (wish or _is_uttered(line, wording.first)):
        owner = _Owner(_phrase_start(line, wording.first), None, wording.at)
    if owner is None:
        return None
    complement = deeds_after(line, owner.behind)
    if complement is None:
        return None
    return Promise(
        rule="wish-noun" if wish else "pledge-noun",
        line=line,
        head=line.stretch(owner.first, wording.last),
        wording=(line.stretch(wording.first, wording.last),),
        deeds=complement.deeds,
        debtor=line.stretch(*owner.debtor) if owner.debtor else None,
        conditions=complement.conditions,
        firmness=undertaking.firmness,
        novelty=undertaking.novelty,
        in_progress=line.at(wording.first).startswith("effort")
        and "ongoing" in line.lower[owner.first : wording.first],
        refrains=wording.negated,
        wish=wish,
        stop=complement.stop,
    )


def _owner_before(line: Line, noun: int, behind: int) -> _Owner | None:
    """A possessive, possessive pronoun or bare name before the noun and its adjectives."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        word = line.at(at)
        if at in line.ends:
            name = line.ends[at]
            bare = at == noun - 1 or all(line.at(n).isalpha() for n in range(at + 1, noun))
            if not (name.owns or bare):
                return None
            first = _coordinated(line, name.first)
            return _Owner(first - (line.at(first - 1) == "the"), (first, name.last), behind)
        if word in _OWNERS:
            return _Owner(at, (at, at + 1), behind)
        if word.endswith(POSSESSIVE):
            start = at - 1 if line.at(at - 1) in {"the", "both", "two"} else at
            return _Owner(start, (start, at + 1), behind)
        if (
            not word.isalpha()
            and "-" not in word
            or word in {"of", "to", "the", "a", "an", "in", "for", "with", "by", "on", "that", "is", "was", "has"}
        ):
            return None
    return None


def _owner_behind(line: Line, wording: Wording) -> _Owner | None:
    """`the commitment of France to`, `a pledge by the two leaders to`, `the need for Italy to`."""
    if line.at(wording.last) not in {"of", "by", "from", "on"}:
        return None
    at = wording.last + 1 + (line.at(wording.last + 1) in {"the", "both"})
    if at not in line.names:
        return None
    last = line.names[at].last
    while line.at(last) == "and" and (last + 1 in line.names or last + 2 in line.names):
        last = line.names[last + 1 if last + 1 in line.names else last + 2].last
    if line.at(last) not in {"to", "for"}:
        return None
    return _Owner(_phrase_start(line, wording.first), (wording.last + 1, last), last + 1)


def _coordinated(line: Line, first: int) -> int:
    """The first of several owners: `Kenya and Norway's plan`."""
    while line.at(first - 1) == "and" and first - 2 in line.ends:
        first = line.ends[first - 2].first
    return first


def _phrase_start(line: Line, noun: int) -> int:
    """Back over adjectives to the article."""
    at = noun
    while at > 0 and noun - at < _REACH and (line.at(at - 1).isalpha() or "-" in line.at(at - 1)):
        if line.at(at - 1) in {"the", "a", "an"}:
            return at - 1
        if _stem(line.at(at - 1)) in _UTTERED or line.at(at - 1) in {"of", "and", "on", "that", "is", "was", "in"}:
            break
        at -= 1
    return at


def _is_uttered(line: Line, noun: int) -> bool:
    """Whether a verb of speech stands shortly before the noun."""
    return any(_stem(word) in _UTTERED for word in line.lower[max(0, noun - 8) : noun])


def _stem(word: str) -> str:
    for ending, instead in (
        ("ied", "y"),
        ("ies", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and word[: -len(ending)] + instead in _UTTERED:
            return word[: -len(ending)] + instead
    return word
