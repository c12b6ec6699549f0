"""What a comparison of two commitments finds: a named feature, how much of it, and the reason in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from servanda.lexicon.states import load_states
from servanda.resolve.commitments.undertakings import Undertaking


@dataclass(frozen=True, slots=True)
class Found:
    """What one comparison found.

    Attributes:
        feature: its name in the table of weights.
        value: how much of it; 1 where it is there or not.
        words: the reason, with `{}` for each part; empty where another finding tells it.
        parts: what stands there: parties are told by their names.
    """

    feature: str
    value: float = 1.0
    words: str = ""
    parts: tuple[frozenset[str] | str, ...] = ()

    @property
    def reason(self) -> str:
        """The reason in words. It is put together only for the few pairs that are kept."""
        return self.words.format(*(part if isinstance(part, str) else listed(part) for part in self.parts))


Comparison: TypeAlias = Callable[[Undertaking, Undertaking], Iterator[Found]]


def party_in_words(party: str) -> str:
    """A state by its name; any other party as it is."""
    known = load_states().get(party)
    return known.name if known else party


def listed(parties: Iterable[str]) -> str:
    """Parties by their names."""
    return ", ".join(party_in_words(party) for party in sorted(parties)) or "nobody"
