"""The words of titles and of personal names. Which of them make a nominal is for the readers to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """The words of titles, all in lower case.

    Attributes:
        heads: offices, also in the plural, with their rank: leader, minister, envoy, adviser, counterpart, spokesperson, military, legislator, family, scholar.
        modifiers: words that stand before an office ("acting").
        portfolios: words for what it is about ("foreign", "trade").
        behind: those that are such words only behind `of`, `for` or another one ("law").
        honorifics: forms of address with the gender they give: men, women or any.
        particles: small words inside names ("bin").
        suffixes: what follows a name ("Jr.").
        affiliations: capitalised words before a name that are no part of it ("Democrat").
        callings: what a person does or is to another, without being an office ("writer", "widow").
        vessels: nouns for ships, before a name that was a person's too.
        things: last words of names that are no person's ("Falls", "Airways").
        place_openers: first words of such names ("New", "Port").
        name_openers: words that make a name of their own out of a state's or city's ("Air").
        personal: verbs whose subject is a person.
        telling: words of speech right beside a speaker's name.
        headline_verbs: verbs that follow a name in a headline, in capitals like it.
        never: capitalised words that begin no name ("Monday", "However").
        same_given: given names that are forms of one name, each with the first of its row.
        family_first: family names that come first in a full name.
        far_known: states whose leaders a text names by surname alone though it names nothing else of the state.
        common_surnames: surnames of such leaders that many others bear too.
        own: by state, the offices that it alone has under that name.
    """

    heads: Mapping[str, str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    behind: frozenset[str]
    honorifics: Mapping[str, str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    affiliations: frozenset[str]
    callings: frozenset[str]
    things: frozenset[str]
    vessels: frozenset[str]
    place_openers: frozenset[str]
    name_openers: frozenset[str]
    personal: frozenset[str]
    telling: frozenset[str]
    headline_verbs: frozenset[str]
    never: frozenset[str]
    same_given: Mapping[str, str]
    family_first: frozenset[str]
    far_known: frozenset[str]
    common_surnames: frozenset[str]
    own: Mapping[str, tuple[str, ...]]


@cache
def load_titles() -> Titles:
    """The words of titles, from `titles.toml`."""
    table = load_words("titles.toml")
    names = table["names"]
    return Titles(
        heads={
            form: rank for rank, words in table["heads"].items() for word in words for form in (word, _plural(word))
        },
        modifiers=frozenset(table["words"]["modifiers"]),
        portfolios=frozenset(table["words"]["portfolios"]),
        behind=frozenset(table["words"]["behind"]),
        honorifics={word: gender for gender, words in table["honorifics"].items() for word in words},
        particles=frozenset(names["particles"]),
        suffixes=frozenset(names["suffixes"]),
        affiliations=frozenset(names["affiliations"]),
        callings=frozenset(names["callings"]),
        things=frozenset(names["things"]),
        vessels=frozenset(names["vessels"]),
        place_openers=frozenset(names["place_openers"]),
        name_openers=frozenset(names["name_openers"]),
        personal=frozenset(names["personal"]),
        telling=frozenset(names["telling"]),
        headline_verbs=frozenset(names["headline_verbs"]),
        never=frozenset(names["never"]),
        same_given={word: row[0] for row in names["same_given"] for word in row},
        family_first=frozenset(names["family_first"]),
        far_known=frozenset(table["leaders"]["far_known"]),
        common_surnames=frozenset(table["leaders"]["common_surnames"]),
        own={state: tuple(offices) for state, offices in table["own"].items()},
    )


def _plural(title: str) -> str:
    """Ministers, secretaries of state, attorneys general: the word that is the office takes the ending."""
    words = title.split(" ")
    at = next((n - 1 for n, word in enumerate(words) if word in ("of", "to", "in", "general") and n), len(words) - 1)
    words[at] = words[at][:-1] + "ies" if words[at].endswith("ry") else words[at] + "s"
    return " ".join(words)
