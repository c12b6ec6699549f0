"""Words by which a report stands to the text that it tells of: stances, exchanges, and what a text is said to contain.

Finding them in a report and weighing them is done in `resolve`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.conditions import load_conditions
from servanda.lexicon.inflections import forms_of
from servanda.lexicon.kindred import load_kindred
from servanda.lexicon.tables import load_words


@cache
def common_words() -> frozenset[str]:
    """Words of every text, which tell nothing about what a term is of."""
    return frozenset(_table()["common"])


@cache
def formulaic_words() -> frozenset[str]:
    """Words of every communiqué, which tell little of what a term is of."""
    return frozenset(_table()["formulaic"])


@cache
def stances() -> Mapping[str, Firmness]:
    """How firmly a party stands to a deed, by the forms of the word that says so."""
    table = _table()["stances"]
    return MappingProxyType(
        {form: Firmness(name) for name, words in table.items() for word in words for form in _forms(word)}
    )


@cache
def exchange_phrases() -> tuple[str, ...]:
    """Words by which one thing is said to be given for another, longest first."""
    return tuple(sorted(_table()["exchanges"]["phrases"], key=lambda phrase: (-len(phrase), phrase)))


@cache
def interchangeable() -> tuple[tuple[str, ...], ...]:
    """Families of words that a report puts for one another; the first one names the family."""
    return (*load_kindred(), *(tuple(family) for family in _table()["synonyms"]["families"]))


@cache
def containing_verbs() -> frozenset[str]:
    """What a text is said to do where its content is told, in all forms."""
    return frozenset(form for verb in _table()["containing"]["verbs"] for form in _forms(verb))


@cache
def qualifying_openings() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The openings of conditions by their first word, with those that bind a reader of two texts though no record has them."""
    found = {first: tuple(openings) for first, openings in load_conditions().items()}
    for phrase in _table()["qualifying"]["phrases"]:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return MappingProxyType(found)


@cache
def denying_words() -> frozenset[str]:
    """Words that deny what hangs on them, in all forms: `refuse`, `ban`, `exemption`."""
    return frozenset(form for word in _table()["denials"]["words"] for form in _forms(word))


@cache
def affirming_words() -> frozenset[str]:
    """Words that affirm what hangs on them, in all forms: what is paid, kept or allowed is."""
    return frozenset(form for word in _table()["denials"]["affirming"] for form in _forms(word))


@cache
def denying_phrases() -> frozenset[tuple[str, str]]:
    """Verbs that deny what hangs on them with a particle, in all forms: `gave` with up."""
    phrases = _table()["denials"]["phrases"]
    return frozenset((form, particle) for verb, particle in phrases for form in _forms(verb))


@cache
def opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Words that say the opposite of one another, side against side."""
    return tuple((tuple(one), tuple(other)) for one, other in _table()["opposites"]["pairs"])


@cache
def faring_verbs() -> frozenset[str]:
    """What becomes of a text, or what it does to others, in all forms: `expire`, `ease`, `anger`."""
    return frozenset(form for verb in _table()["containing"]["faring"] for form in _forms(verb))


@cache
def generic_papers() -> frozenset[str]:
    """Nouns that any text may be called by once it was named."""
    return frozenset(_table()["containing"]["generic"])


def _forms(word: str) -> frozenset[str]:
    """The forms of a verb, and the plural of a noun, which a verb's third person looks like."""
    return frozenset({word, *forms_of(word)})


def _table() -> Mapping[str, Any]:
    return load_words("contrasts.toml")
