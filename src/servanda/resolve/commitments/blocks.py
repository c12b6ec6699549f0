"""The keys by which commitments meet: only those that share one are compared, never all with all.

A key is a set of words that are rare enough together: `denuclearize`, or `vaccine` with `dose`, or `support` with
`sovereign` and Ukraine. A set that would stand in too many promises is no key: it gets a word more until it is one.
Which sets are rare enough follows from the lexicon's table and never from the ledger.

Words that are only fairly rare bring together promises by the same, or of one half-year. Of promises by others at another time next
to none are one undertaking, and such pairs are what grows fastest with a ledger: they need rarer words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from servanda.codebook import Block
from servanda.resolve.commitments.tokens import bits_of, spare_of, total
from servanda.resolve.commitments.undertakings import Undertaking

_RARE = 11.5
"""Bits that a key tells: one promise of three thousand has it by chance."""
_RARE_AT_ONE_TIME, _RARE_ANYWHERE = 13.0, 16.0
"""Bits from which words are enough for promises by others, said in one half-year, or whenever."""
_JUNE = 6
_FROM, _LONGEST, _LONGEST_ANYWHERE = 8, 4, 3
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
    """A set of words as it is where it is rare enough for any two; else with who is bound, and with the half-year."""
    if bits >= _RARE_ANYWHERE:
        yield told
        return
    yield f"{told} | {bound}"
    if bits >= _RARE_AT_ONE_TIME:
        yield f"{told} | {time}"


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
    """The smallest sets that are rare enough: none holds another one. Words that are rare alone are still paired up."""
    found: list[frozenset[str]] = []
    for size in range(1, longest + 1):
        for few in combinations(tokens, size):
            held = frozenset(few)
            most = sum(told[token] for token in few)
            if most < rare or any(part <= held for part in found):
                continue
            bits = most - spare_of(held)
            if bits >= rare:
                found.append(held)
                yield " ".join(sorted(few)), bits
