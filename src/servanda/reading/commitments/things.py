"""Nouns that settle an act: `defense cooperation`, `the removal of duties`."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook.vocabulary import Act
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_SPECIFIC = frozenset({Act.TARIFF, Act.DETER, Act.DISARM, Act.SPEND})
_GOODS = frozenset({"supply", "supplies"})
_CIVIL = frozenset(
    {"energy", "food", "economic", "health", "water", "social", "supply", "nuclear", "aviation", "cyber"}
)
_ENDINGS = (
    ("ation", "e"),
    ("ation", ""),
    ("tion", "te"),
    ("ion", ""),
    ("ion", "e"),
    ("ment", ""),
    ("al", "e"),
    ("al", ""),
    ("ance", ""),
)


@dataclass(frozen=True, slots=True)
class DeedAct:
    """The act, and the words that show it."""

    act: Act
    first: int
    last: int


def thing_in(line: Line, first: int, last: int) -> DeedAct | None:
    """The noun that settles the act: the head of the first nominal that holds one (`defense cooperation`).

    A tariff outweighs the trade that it is laid on, and what is deterred, disarmed or taxed what stands behind it.
    """
    found = [one for at in range(first, last) if (one := thing_at(line, at)) is not None]
    if not found:
        return None
    tariff = next((one for one in found if one.act is Act.TARIFF), None)
    if tariff is not None and found[0].act is Act.TRADE:
        return tariff
    if found[0].act in _SPECIFIC:
        return found[0]
    return [one for one in found if _in_one_nominal(line, found[0].first, one.first)][-1]


def _in_one_nominal(line: Line, first: int, last: int) -> bool:
    closed = load_grammar().prepositions | {"and", "or", ","}
    return closed.isdisjoint(line.lower[first:last])


def thing_at(line: Line, at: int) -> DeedAct | None:
    """The act that a noun names at its place; None where none does."""
    if line.at(at) == "security" and line.at(at - 1) in _CIVIL:
        return None
    for words, act in load_acts().things.get(line.at(at), ()):
        if line.lower[at : at + len(words)] == words and line.at(at + len(words)) not in _GOODS:
            return DeedAct(act, at, at + len(words))
    return None


def act_of_nominal(word: str) -> Act:
    """The act of a noun made from a verb: `elimination`, `removal`."""
    acts = load_acts()
    for ending, instead in _ENDINGS:
        bare = word.removesuffix(ending) + instead
        if word.endswith(ending) and bare in acts.own:
            return acts.own[bare]
    return Act.OTHER
