"""A document laid out for comparing: its sentences as words with their place in the tree, and the numbers in each.

Comparing needs more than the records of a reading, since a record may be missing where a word was read wrongly. What
stands here is the text itself, cut up; what it means is asked elsewhere. Layouts are made by `view/layouts.py`, which
may look into the reading room.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from servanda.codebook import Document, Reading, Span, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence.

    Attributes:
        place: its number in the sentence, from 0.
        span: where it stands in the document.
        lower: the word without case.
        lemma: its dictionary form.
        tag: universal part of speech (`NOUN`).
        head: the number of the word that it hangs on; its own for the root.
        relation: how it hangs on it (`nsubj`).
        stem: what it has in common with the words made from it (`invest` of investment); empty for words without
            content, and for names of actors.
        names: whether it belongs to the name or description of an actor.
        is_formulaic: whether every communiqué has it.
        kind: the relation's subtype where it is known (`pass` of a subject that suffers the deed), else empty.
        is_abbreviation: whether it is written in capitals (`SAF`, `SAFs`).
        meaning: as `stem`, of any word with content, names and words of every text too; empty for others.
    """

    place: int
    span: Span
    lower: str
    lemma: str
    tag: str
    head: int
    relation: str
    stem: str = ""
    names: bool = False
    is_formulaic: bool = False
    kind: str = ""
    meaning: str = ""
    is_abbreviation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit.

    Attributes:
        value: the number, its scale worked in.
        unit: currency, `%`, the measure or the counted noun.
        kind: money, percent, measure, people, goods, noun or share.
        span: its words.
        bound: how closely it is meant (`at least`, `up to`, `more than`); empty where exactly.
        per: for what it recurs (`year`); empty where it does not.
    """

    value: Decimal
    unit: str
    kind: str
    span: Span
    bound: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time that a sentence names.

    Attributes:
        span: its words (`by June 2027`, `72 hours`, `every month`).
        when: the days meant; None for lengths, for what recurs, and where the words leave it open.
        value: what it says by itself (`2027-06`, `PT72H`).
        sort: date, length or repeated.
    """

    span: Span
    when: When | None
    value: str
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence.

    Attributes:
        span: where it stands.
        words: its words in order.
        figures: its numbers in order.
        paragraph: the paragraph that it stands in.
        times: the times that it names, in order.
    """

    span: Span
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    paragraph: Span
    times: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document laid out.

    Attributes:
        document: the document.
        reading: its records.
        lines: its sentences in order; furniture is left out.
        quotes: its quotations, with their marks.
    """

    document: Document
    reading: Reading
    lines: tuple[Line, ...]
    quotes: tuple[Span, ...] = ()
