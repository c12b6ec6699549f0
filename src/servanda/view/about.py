"""What this ledger holds, what its words mean, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda import __version__
from servanda.codebook import KINDS, When
from servanda.codebook.vocabulary import (
    About,
    Act,
    ActorKind,
    Bound,
    CommitmentStatus,
    DocumentKind,
    EventType,
    Firmness,
    InstrumentKind,
    InstrumentStatus,
    Known,
    Method,
    Mode,
    Novelty,
    OccasionKind,
    OccasionStatus,
    Polarity,
    Role,
    Term,
    Valence,
)
from servanda.lexicon.sectors import Sector
from servanda.store import Ledger, Query
from servanda.store.schema import VERSION
from servanda.view.figures import Figures, load_figures
from servanda.view.names import day_in_words

_VOCABULARIES: tuple[tuple[str, type[Term]], ...] = (
    ("How a field is known", Known),
    ("Firmness of a commitment", Firmness),
    ("Act of a commitment", Act),
    ("Sector of a commitment, told from its act and words", Sector),
    ("Status of a commitment", CommitmentStatus),
    ("New or reaffirmed", Novelty),
    ("Undertaken or declined", Polarity),
    ("What a quantity stands for", Role),
    ("How closely a quantity is meant", Bound),
    ("How a statement is reported", Mode),
    ("Event type of an occasion", EventType),
    ("Kind of an occasion", OccasionKind),
    ("Status of an occasion", OccasionStatus),
    ("Kind of an instrument", InstrumentKind),
    ("Status of an instrument", InstrumentStatus),
    ("What an assessment is about", About),
    ("Praise or blame", Valence),
    ("Kind of an actor", ActorKind),
    ("Kind of a document", DocumentKind),
    ("By what kind of reader", Method),
)
_KINDS = {
    "actors": "states, bodies, offices and persons, as each document mentions them",
    "statements": "someone is reported to have said or written something",
    "occasions": "what the parties did together or to one another",
    "instruments": "documents or arrangements that parties adopted or work on",
    "commitments": "an undertaking of one party that concerns another party or both",
    "assessments": "how a speaker characterizes a relationship, a partner, a threat or a policy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the codebook.

    Attributes:
        word: as records, exports and addresses have it.
        meaning: what it means.
    """

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that one field may have.

    Attributes:
        title: the field.
        anchor: its name in an address.
        words: the words, in the order of the codebook.
    """

    title: str
    anchor: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record.

    Attributes:
        name: its plural name.
        meaning: what it records.
        count: how many the ledger has.
    """

    name: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """About this ledger.

    Attributes:
        version: version of servanda.
        documents: how many documents the ledger has.
        kinds: the kinds of record, with how many there are.
        vocabularies: what the codebook's words mean.
        citation: how to cite the ledger.
        newest: the day of the newest document, in words; empty where no day is known.
        figures: how often the reader is right, as far as it was measured.
        measured: the day on which it was measured, in words.
        versions: what the records rest on, each with its version.
    """

    version: str
    documents: int
    kinds: tuple[Kind, ...]
    vocabularies: tuple[Vocabulary, ...]
    citation: str
    newest: str
    figures: Figures
    measured: str
    versions: tuple[Word, ...]


def about_page(ledger: Ledger) -> AboutPage:
    """What the ledger holds and what its words mean."""
    documents = ledger.count_documents(Query())
    heads = ledger.find_documents(Query(limit=1))
    figures = load_figures()
    newest = day_in_words(heads[0].published) if heads and heads[0].published else ""
    return AboutPage(
        version=__version__,
        documents=documents,
        kinds=tuple(
            Kind(name=name, meaning=_KINDS[name], count=ledger.count_records(name, Query())) for name, _ in KINDS
        ),
        vocabularies=tuple(_vocabulary(title, terms) for title, terms in _VOCABULARIES),
        citation=(
            f"servanda {__version__}, ledger of {documents:,} documents{f', the newest of {newest}' if newest else ''}; "
            "give the id of each record cited."
        ),
        newest=newest,
        figures=figures,
        measured=day_in_words(When.parse(figures.measured)),
        versions=tuple(_versions(ledger)),
    )


def _versions(ledger: Ledger) -> Iterator[Word]:
    """What reads, as the newest document was read; the form of the ledger; and the state that it is in."""
    yield Word(word=f"servanda {__version__}", meaning="the program that shows these pages")
    for found in ledger.find_records("actors", Query(limit=1)):
        origin = found.record.origin
        yield Word(word=f"{origin.reader} {origin.version}", meaning="the reader of the newest document")
    yield Word(word=f"schema {VERSION}", meaning="the form of the ledger's tables")
    yield Word(
        word=f"reading {ledger.last_reading():,}",
        meaning="the last one that was added; with it, the same ledger is found again",
    )


def _vocabulary(title: str, terms: type[Term]) -> Vocabulary:
    anchor = title.lower().replace(" ", "-")
    return Vocabulary(title=title, anchor=anchor, words=tuple(Word(word=t.value, meaning=t.meaning) for t in terms))
