"""Who took part and which words name it: what occasions and instruments of several documents are compared by.

A person stands for his or her state, and a body of a state too, so that a report that names the presidents meets one
that names the countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from servanda.codebook import Actor, ActorId, Document, Reading, Spans
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.names import load_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties to something.

    Attributes:
        states: states and bodies of many states, those of persons and ministries with them.
        persons: for each state the persons named; persons of no known state under an empty id.
    """

    states: frozenset[ActorId]
    persons: Mapping[ActorId, frozenset[ActorId]]

    @property
    def people(self) -> frozenset[ActorId]:
        """All persons named."""
        return frozenset(person for persons in self.persons.values() for person in persons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a name.

    Attributes:
        proper: words in capitals that are no state's, capital's or person's, in lower case: `camp`, `david`.
        bodies: ids of the bodies that it names: `g20`, `nato`.
        places: capitals and seats that it names, in lower case: `paris`.
        initials: its words in capitals throughout: `aukus`.
        common: the other telling words, in lower case: `trade`, `fisheries`.
        states: states that the name holds.
        years: years that the name holds.
        ordinals: `second`, `10th` as numbers.
        phrase: the whole name in lower case, without an article.
    """

    proper: frozenset[str]
    bodies: frozenset[ActorId]
    places: frozenset[str]
    initials: frozenset[str]
    common: frozenset[str]
    states: frozenset[ActorId]
    years: frozenset[int]
    ordinals: frozenset[str]
    phrase: str


def actors_of(reading: Reading) -> Mapping[ActorId, Actor]:
    """The actors of one document by their ids."""
    return {actor.actor: actor for actor in reading.actors}


def sides_of(ids: Iterable[ActorId], actors: Mapping[ActorId, Actor]) -> Sides:
    """The parties behind some actor ids of one document."""
    states: set[ActorId] = set()
    persons: dict[ActorId, set[ActorId]] = {}
    for key in ids:
        actor = actors.get(key)
        if actor is not None and actor.kind is ActorKind.PERSON:
            state = actor.state.value or ""
            persons.setdefault(state, set()).add(key)
        else:
            state = key.partition("/")[0]
        if state:
            states.add(state)
    return Sides(states=frozenset(states), persons={state: frozenset(found) for state, found in persons.items()})


def are_other_people(one: Sides, other: Sides) -> bool:
    """Whether two records name different persons for one state: the vice president's visit is not the president's."""
    for state, persons in one.persons.items():
        theirs = other.persons.get(state, frozenset())
        if state and theirs and persons.isdisjoint(theirs):
            return True
    return False


def wording_of(document: Document, spans: Spans, names: frozenset[str] = frozenset()) -> Wording:
    """The words of a name as it stands in a document.

    Args:
        document: the document.
        spans: the stretches of the name.
        names: words of persons' names, in lower case, which are left out.
    """
    return _wording(" … ".join(span.of(document.text) for span in spans)[:400], names)


def names_of_persons(actors: Mapping[ActorId, Actor]) -> frozenset[str]:
    """The words of the names of a document's persons, in lower case."""
    persons = (actor for actor in actors.values() if actor.kind is ActorKind.PERSON)
    return frozenset(
        word.casefold() for actor in persons for word in (*_WORD.findall(actor.name), *actor.actor.split("-"))
    )


@lru_cache(maxsize=20_000)
def _wording(text: str, names: frozenset[str]) -> Wording:
    states: set[ActorId] = set()
    bodies: set[ActorId] = set()
    places: set[str] = set()
    rest = list(text)
    for span, known in load_names().find(text):
        if known.sort == "body":
            bodies.add(known.id)
        elif known.sort in {"state", "adjective"}:
            states.add(known.id)
        elif known.sort in {"capital", "seat"}:
            places.add(span.of(text).casefold())
        if known.sort != "other":
            rest[span.start : span.end] = " " * len(span)
    words = _WORD.findall("".join(rest))
    plain = [(word, word.casefold().removesuffix("'s").removesuffix("’s")) for word in words]
    telling = [(word, low) for word, low in plain if _tells(low) and low not in names]
    sober = len(words) == 1 or not text.isupper()
    return Wording(
        phrase=_ARTICLE.sub("", " ".join(text.casefold().split())),
        proper=frozenset(low for word, low in telling if word[0].isupper() or word[0].isdigit()),
        bodies=frozenset(bodies),
        places=frozenset(places),
        initials=frozenset(low for word, low in telling if len(word) > 2 and word.isupper() and sober),
        common=frozenset(low for word, low in telling if word[0].islower()),
        states=frozenset(states),
        years=frozenset(int(low) for _, low in plain if re.fullmatch(r"(?:19|20)\d\d", low)),
        ordinals=frozenset(
            _ORDINALS.get(low, low) for _, low in plain if low in _ORDINALS or re.fullmatch(r"\d+(?:st|nd|rd|th)", low)
        ),
    )


_ARTICLE = re.compile(r"\A(?:the|an?|this|that|its|their|our|your|new)\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_ORDINALS = {
    word: f"{n}{end}"
    for n, (word, end) in enumerate(
        (("first", "st"), ("second", "nd"), ("third", "rd"), ("fourth", "th"), ("fifth", "th"), ("sixth", "th"), ("seventh", "th"), ("eighth", "th"), ("ninth", "th"), ("tenth", "th")),
        start=1,
    )
}  # fmt: skip
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "at",
        "to",
        "for",
        "with",
        "and",
        "or",
        "by",
        "from",
        "between",
        "among",
        "their",
        "its",
        "his",
        "her",
        "our",
        "your",
        "my",
        "this",
        "that",
        "these",
        "those",
        "we",
        "us",
        "new",
        "recent",
        "upcoming",
        "next",
        "last",
        "latest",
        "historic",
        "landmark",
        "first",
        "president",
        "prime",
        "minister",
        "vice",
        "secretary",
        "leader",
        "leaders",
        "mr",
        "ms",
        "king",
        "chancellor",
        "premier",
        "government",
        "governments",
        "states",
        "united",
        "republic",
        "people",
        "joint",
        "bilateral",
        "trilateral",
        "meeting",
        "meetings",
        "summit",
        "talks",
        "visit",
        "call",
        "conversation",
        "agreement",
        "agreements",
        "deal",
        "treaty",
        "pact",
        "declaration",
        "statement",
        "memorandum",
        "understanding",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "i",
        "you",
        "he",
        "she",
        "it",
        "they",
        "u",
        "s",
        "state",
        "working",
        "official",
        "officials",
        "advisor",
        "adviser",
        "national",
        "security",
        "minister",
        "ministers",
        "presidents",
        "countries",
        "nations",
        "parties",
        "sides",
        "trip",
        "majesty",
        "sheikh",
        "amir",
        "his",
        "her",
    ]
)


def _tells(word: str) -> bool:
    """Whether a word of a name tells it from others of its sort."""
    return (
        len(word) > 1
        and word not in _SMALL
        and word not in _ORDINALS
        and not re.fullmatch(r"(?:19|20)\d\d|\d{1,2}", word)
    )
