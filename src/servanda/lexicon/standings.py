"""Words that say how far the deed under them is a fact, and whether their subject takes part: `plans to`, `flew to`, `hosted by`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingWords:
    """Lists of forms, in lower case.

    Attributes:
        plans: after them an infinitive is planned.
        wishes: after them it is wished, asked or refused.
        projects: nouns of what is planned.
        motion: verbs of motion; an infinitive under them says what was done there.
        starts: verbs of beginning and going on.
        before: prepositions before a participle that only tells when or how.
        praises: verbs whose subject speaks of a deed and takes no part in it.
        welcomes: the same, where a guest is not received.
        hosts: participles whose agent takes part.
        strikes: verbs whose object an attack struck.
    """

    plans: frozenset[str]
    wishes: frozenset[str]
    projects: frozenset[str]
    motion: frozenset[str]
    starts: frozenset[str]
    before: frozenset[str]
    praises: frozenset[str]
    welcomes: frozenset[str]
    hosts: frozenset[str]
    strikes: frozenset[str]


@cache
def load_standing_words() -> StandingWords:
    """The lists, from `standings.toml`."""
    return StandingWords(**{name: frozenset(words) for name, words in load_words("standings.toml").items()})
