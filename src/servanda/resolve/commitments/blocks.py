"""The keys by which commitments meet: only those that share one are compared, never all with all.

A key is a set of words that are rare enough together: `denuclearize`, or `vaccine` with `dose`, or `support` with
`sovereign` and Ukraine. A set that would stand in too many promises is no key: it gets a word more until it is one.
Which sets are rare enough follows from the lexicon's table and never from the ledger.

Words that are only fairly rare bring together promises by the same, or of one time, and the least rare ones only promises by the same
at one time. Of promises by others at another time next to none are one undertaking, and such pairs are what grows fastest with
a ledger: they need rarer words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from servanda.codebook import Block
from servanda.resolve.commitments.tokens import bits_of, spare_of, total
from servanda.resolve.commitments.undertakings import Undertaking

_RARE = 11.5
"""Bits that a key tells: one promise of three thousand has it by chance."""
_RARER, _RARE_ANYWHERE = 13.0, 18.0
"""Bits from which words are enough for promises by the same whenever they were said, or by others in one half-year; and for all."""
_JUNE = 6
_FROM, _LONGEST, _LONGEST_ANYWHERE = 8, 4, 2
_OF_FIGURE = 6.0


def keys_of(undertaking: Undertaking) -> tuple[str, ...]:
    """The keys of a commitment, in order: of its own words, and of those of the sentence that it points to."""
    found = dict(_sets_of(undertaking, undertaking.tokens))
    if undertaking.context:
        found.update(_sets_of(undertaking, undertaking.context))
    for phrase in undertaking.phrases:
        tokens = frozenset(phrase.split())
        if len(tokens) > 1 and total(tokens) >= _RARE:
            found[" ".join(sorted(tokens))] = total(tokens)
    bound, time = " ".join(sorted(undertaking.debtors)), _half_year(undertaking)
    return tuple(sorted(key for told, bits in found.items() for key in _keys(told, bits, bound, time)))


def _keys(told: str, bits: float, bound: str, time: str) -> Iterator[str]:
    """A set of words as it is where it is rare enough for any two; else with who is bound, with the time, or with both."""
    if bits >= _RARE_ANYWHERE:
        yield told
    elif bits >= _RARER:
        yield f"{told} | {bound}"
        yield f"{told} | {time}"
    else:
        yield f"{told} | {bound} | {time[:4]}"


def _half_year(undertaking: Undertaking) -> str:
    said = undertaking.said
    return f"{said.year}-{1 if said.month <= _JUNE else 2}" if said is not None else ""


def _sets_of(undertaking: Undertaking, tokens: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The rare sets among the rarest of some words, the parties to whom it is owed, and the numbers."""
    told = {token: bits_of(token) for token in tokens}
    told.update(
        {
            f"@{party}": bits_of(f"@{party}")
            for party in undertaking.creditors
            if "/" not in party and f"#{party.upper()}" not in told
        }
    )
    told.update({f"={value} {unit}": _OF_FIGURE for value, unit in undertaking.figures})
    rarest = sorted(told, key=lambda token: (-told[token], token))
    rarest = [*rarest[:_FROM], *(token for token in rarest[_FROM:] if token.startswith("="))]
    yield from _rare_sets(rarest, told, _RARE, _LONGEST)
    yield from _rare_sets(rarest, told, _RARE_ANYWHERE, _LONGEST_ANYWHERE)


def blocks_of(undertaking: Undertaking) -> Iterator[Block]:
    """The keys with the record that has them."""
    for key in keys_of(undertaking):
        yield Block(key=key, record=undertaking.id, document=undertaking.document)


def _rare_sets(tokens: list[str], told: dict[str, float], rare: float, longest: int) -> Iterator[tuple[str, float]]:
    """The smallest sets that are rare enough: none holds another one. Words that are rare alone are still paired up.

    Args:
        tokens: the words, those first that tell most.
        told: how much each tells.
        rare: how much a set must tell.
        longest: how many words it may have.
    """
    sums = list(accumulate((told[token] for token in tokens), initial=0.0))
    found: list[tuple[tuple[str, ...], float]] = []
    is_plain = True

    def grow(few: tuple[str, ...], most: float, first: int) -> None:
        nonlocal is_plain
        more = longest - len(few)
        for place in range(first, len(tokens)):
            if most + sums[min(place + more, len(tokens))] - sums[place] < rare:
                return
            held, bits = (*few, tokens[place]), most + told[tokens[place]]
            if bits >= rare:
                spare = spare_of(frozenset(held))
                if bits - spare >= rare:
                    found.append((held, bits - spare))
                    continue
                is_plain = False
            if more > 1:
                grow(held, bits, place + 1)

    grow((), 0.0, 0)
    smallest = found if is_plain else _smallest(found)
    return ((" ".join(sorted(few)), bits) for few, bits in smallest)


def _smallest(found: list[tuple[tuple[str, ...], float]]) -> list[tuple[tuple[str, ...], float]]:
    """Those sets that hold no other one."""
    sets = [frozenset(few) for few, _ in found]
    return [one for one, held in zip(found, sets, strict=True) if not any(part < held for part in sets)]
