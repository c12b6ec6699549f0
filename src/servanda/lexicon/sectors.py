"""Fields of policy, and by which acts and words a commitment is seen to belong to one: `defense`, `trade`, `energy`.

The codebook has no such field: nothing is coded here, and a table that changes changes no record. A commitment may belong
to several; one that tells of none is `other`. The words lie in `sectors.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from servanda.codebook.vocabulary import Act, Term
from servanda.lexicon.tables import load_words


class Sector(Term):
    """A field of policy."""

    DEFENSE = "defense", "forces, weapons, deterrence and arms control"
    TRADE = "trade", "goods and services across borders, duties, supply chains"
    ECONOMY = "economy", "investment, finance, taxes, industry and jobs"
    ENERGY = "energy", "oil, gas, power, reactors and renewables"
    TECHNOLOGY = "technology", "chips, data, cyberspace, minerals for them, and outer space"
    CLIMATE = "climate", "emissions, forests, oceans and the rest of the environment"
    HEALTH = "health", "diseases, vaccines, hospitals and medicines"
    FOOD = "food", "farming, fishing and hunger"
    INFRASTRUCTURE = "infrastructure", "roads, rails, ports, ships, cables and housing"
    MIGRATION = "migration", "borders, visas, refugees and who may work"
    JUSTICE = "justice", "crime, terrorism, drugs, courts and prisoners"
    RIGHTS = "rights", "human rights, democracy, equality and the rule of law"
    EDUCATION = "education", "schools, research, culture, sports and tourism"
    AID = "aid", "help in need, development and rebuilding"
    DIPLOMACY = "diplomacy", "talks, visits, missions, peace and mediation"
    OTHER = "other", "none of these is told of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """By what a commitment is seen to belong to a sector.

    Attributes:
        acts: acts that stand for it.
        begins: beginnings of words.
        phrases: words and phrases as they stand, each cut at its blanks.
    """

    acts: frozenset[str]
    begins: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


@cache
def load_sectors() -> Mapping[Sector, Signs]:
    """The signs of each sector but `other`."""
    told = load_words("sectors.toml")
    return {
        Sector(name): Signs(
            acts=frozenset(map(Act, signs.get("acts", ()))),
            begins=tuple(signs.get("begins", ())),
            phrases=tuple(tuple(phrase.split()) for phrase in signs.get("is", ())),
        )
        for name, signs in told.items()
    }


def sectors_of(act: str | None, words: Sequence[str]) -> tuple[Sector, ...]:
    """The sectors of a commitment, in the order of `Sector`; `other` where there is none.

    Args:
        act: its act; None where it is unclear.
        words: the words of its clause, in lower case and without accents.
    """
    told = " " + " ".join(words) + " "
    found = {sector for word in words for sector in _of_word(word)}
    found.update(sector for sector, signs in load_sectors().items() if act in signs.acts)
    found.update(sector for phrase, sector in _load_phrases() if phrase in told)
    return tuple(sector for sector in Sector if sector in found) or (Sector.OTHER,)


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[Sector, ...]:
    """The sectors that one word tells of; kept, since a page of commitments asks for the same words over and over."""
    return tuple(
        sector
        for sector, signs in load_sectors().items()
        if word.startswith(signs.begins) or any(phrase == (word,) for phrase in signs.phrases)
    )


@cache
def _load_phrases() -> tuple[tuple[str, Sector], ...]:
    """The signs of several words, each with a blank before and behind it."""
    signs = load_sectors().items()
    return tuple(
        (f" {' '.join(phrase)} ", sector) for sector, one in signs for phrase in one.phrases if len(phrase) > 1
    )
