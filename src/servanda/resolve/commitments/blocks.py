"""The keys by which commitments meet: only those that share one are compared, never all with all.

A key is a set of words that are rare enough together: `denuclearize`, or `vaccine` with `dose`, or `support` with
`sovereign` and Ukraine. A set that would stand in too many promises is no key: it gets a word more until it is one.
Which sets are rare enough follows from the lexicon's table and never from the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from servanda.codebook import Block
from servanda.resolve.commitments.tokens import bits_of, spare_of, total
from servanda.resolve.commitments.undertakings import Undertaking

_RARE = 11.5
"""Bits that a key tells: one promise of three thousand has it by chance."""
_FROM, _LONGEST = 8, 4
_OF_FIGURE = 6.0


def keys_of(undertaking: Undertaking) -> tuple[str, ...]:
    """The keys of a commitment, in order: of its own words, and of those of the sentence that it points to."""
    found = set(_sets_of(undertaking, undertaking.tokens))
    if undertaking.context:
        found.update(_sets_of(undertaking, undertaking.context))
    found.update(
        " ".join(sorted(phrase.split())) for phrase in undertaking.phrases if _tells(frozenset(phrase.split()))
    )
    return tuple(sorted(found))


def _tells(tokens: frozenset[str]) -> bool:
    return len(tokens) > 1 and total(tokens) >= _RARE


def _sets_of(undertaking: Undertaking, tokens: frozenset[str]) -> Iterator[str]:
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
    yield from _rare_sets(rarest, told)


def blocks_of(undertaking: Undertaking) -> Iterator[Block]:
    """The keys with the record that has them."""
    for key in keys_of(undertaking):
        yield Block(key=key, record=undertaking.id, document=undertaking.document)


def _rare_sets(tokens: list[str], told: dict[str, float]) -> Iterator[str]:
    """The smallest sets that are rare enough: none holds another one. Words that are rare alone are still paired up."""
    found: list[frozenset[str]] = []
    for size in range(1, _LONGEST + 1):
        for few in combinations(tokens, size):
            held = frozenset(few)
            most = sum(told[token] for token in few)
            if most >= _RARE and not any(part <= held for part in found) and most - spare_of(held) >= _RARE:
                found.append(held)
                yield " ".join(sorted(few))
