"""Documents and records for tests, from marked prose and with defaults.

    text = "<debtor>Norway</debtor> <wording>will</wording> <act>buy</act> <quantity>three ferries</quantity>."
    document, spans = a_marked_document(text)
    commitment = a_commitment(document, spans)

A tag names the field whose words it marks; `<span>` marks the whole record, and where it is absent the record rests on
everything from its first mark to its last one. Every argument given by name replaces the field that the marks made.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marks import unmark
from servanda.codebook import (
    KINDS,
    Actor,
    Assessment,
    Commitment,
    Document,
    Instrument,
    Mention,
    Occasion,
    Origin,
    Quantity,
    Reading,
    Record,
    Span,
    Spans,
    Statement,
    When,
    stated,
)
from servanda.codebook.spans import hull, words_of
from servanda.codebook.vocabulary import (
    About,
    Act,
    ActorKind,
    CommitmentStatus,
    EventType,
    Firmness,
    InstrumentKind,
    Mode,
    Novelty,
    OccasionKind,
    OccasionStatus,
    Polarity,
    Role,
    Valence,
)

Marks = Mapping[str, Spans]

ORIGIN = Origin(reader="tests", version="1")
PROSE = "Norway will buy three ferries from Finland by 2030, the ministry said."


def a_document(text: str = PROSE, **given: Any) -> Document:
    """A document, by default a dated report."""
    defaults: dict[str, Any] = {"title": "Ferries", "outlet": "The Example", "published": When.parse("2024-05-02")}
    return Document(text=text, **{**defaults, **given})


def a_marked_document(marked: str, **given: Any) -> tuple[Document, Marks]:
    """A document from marked prose, with its marks."""
    text, marks = unmark(marked)
    return a_document(text, **given), marks


def an_actor(document: Document, marks: Marks, **given: Any) -> Actor:
    """An actor with a mention for every `<actor>`, by default Norway."""
    mentions = tuple(
        Mention(span=span, reason="name") for span in _words(document, marks, "actor", "debtor", "speaker")
    )
    defaults: dict[str, Any] = {"actor": "NOR", "kind": ActorKind.STATE, "name": "Norway", "mentions": mentions}
    return Actor(document=document.id, origin=ORIGIN, **{**defaults, **given})


def a_statement(document: Document, marks: Marks, **given: Any) -> Statement:
    """A statement, by default Norway's, in indirect speech."""
    content = _words(document, marks, "content")
    defaults: dict[str, Any] = {
        "speakers": stated(("NOR",), _words(document, marks, "speaker")),
        "cue": _first(marks, "cue"),
        "content": content,
        "mode": Mode.INDIRECT,
        "words": words_of(document.text, content),
    }
    return Statement(document=document.id, origin=ORIGIN, **{**defaults, **given})


def an_occasion(document: Document, marks: Marks, **given: Any) -> Occasion:
    """An occasion, by default a summit that was held."""
    span = _words(document, marks, "occasion")
    defaults: dict[str, Any] = {
        "type": stated(EventType.CONSULT, span),
        "kind": stated(OccasionKind.SUMMIT, span),
        "status": stated(OccasionStatus.HELD, span),
        "span": span,
    }
    return Occasion(document=document.id, origin=ORIGIN, **{**defaults, **given})


def an_instrument(document: Document, marks: Marks, **given: Any) -> Instrument:
    """An instrument, by default an agreement."""
    span = _words(document, marks, "instrument")
    defaults: dict[str, Any] = {"name": "ferry-agreement", "kind": stated(InstrumentKind.AGREEMENT, span), "span": span}
    return Instrument(document=document.id, origin=ORIGIN, **{**defaults, **given})


def a_commitment(document: Document, marks: Marks, **given: Any) -> Commitment:
    """A commitment, by default Norway's intention to buy something."""
    span, words = _words(document, marks, "span"), marks.get("wording", ())
    cue = words or span
    defaults: dict[str, Any] = {
        "debtors": stated(("NOR",), _words(document, marks, "debtor")),
        "span": span,
        "act": stated(Act.PROCURE, _words(document, marks, "act")),
        "wording": words,
        "condition": marks.get("condition", ()),
        "firmness": stated(Firmness.INTENDED, cue),
        "novelty": stated(Novelty.NEW, cue),
        "polarity": stated(Polarity.PLUS, cue),
        "status": stated(CommitmentStatus.OPEN, cue),
    }
    if marks.get("creditor"):
        defaults["creditors"] = stated(("FIN",), marks["creditor"])
    if marks.get("object"):
        defaults["object"] = stated(words_of(document.text, marks["object"]), marks["object"])
    if marks.get("quantity"):
        defaults["quantities"] = stated(tuple(a_quantity(span=s) for s in marks["quantity"]), marks["quantity"])
    if marks.get("deadline"):
        defaults["deadline"] = stated(When.year(2030), marks["deadline"])
    return Commitment(document=document.id, origin=ORIGIN, **{**defaults, **given})


def an_assessment(document: Document, marks: Marks, **given: Any) -> Assessment:
    """An assessment, by default Norway's praise of a relationship."""
    span = _words(document, marks, "assessment")
    defaults: dict[str, Any] = {
        "speakers": stated(("NOR",), _words(document, marks, "speaker")),
        "about": stated(About.RELATIONSHIP, span),
        "span": span,
        "valence": stated(Valence.PLUS, span),
        "words": words_of(document.text, span),
    }
    return Assessment(document=document.id, origin=ORIGIN, **{**defaults, **given})


def a_quantity(**given: Any) -> Quantity:
    """A quantity, by default three."""
    defaults: dict[str, Any] = {"value": Decimal(3), "unit": "ferries", "role": Role.AMOUNT, "span": Span(0, 1)}
    return Quantity(**{**defaults, **given})


def a_reading(document: Document, *records: Record, **given: Any) -> Reading:
    """A reading of these records, each put under its kind."""
    parts = {name: tuple(record for record in records if type(record) is kind) for name, kind in KINDS}
    return Reading(document=document.id, **{"reader": "tests", "version": "1", **parts, **given})


def a_ferry_deal(where: str = "Norway", **given: Any) -> tuple[Document, Reading]:
    """A short report with a record of every kind, all tied together; `where` changes its text."""
    document, marks = a_marked_document(
        f"{where}, 2 May. <occasion>Talks in Oslo</occasion> led to a <instrument>ferry agreement</instrument>. "
        "<speaker>Norway</speaker> <cue>said</cue> that <content><span><debtor>Norway</debtor> "
        "<wording>will</wording> <act>buy</act> <quantity>three</quantity> <object>ferries</object> from "
        "<creditor>Finland</creditor> by <deadline>2030</deadline></span></content> <condition>if funds allow"
        "</condition>, a <assessment>splendid</assessment> sign of friendship.",
        **given,
    )
    occasion, instrument = an_occasion(document, marks), an_instrument(document, marks)
    statement = a_statement(document, marks, occasion=stated(occasion.id, marks["occasion"]))
    commitment = a_commitment(
        document,
        marks,
        instrument=stated(instrument.id, marks["instrument"]),
        statement=stated(statement.id, marks["cue"]),
    )
    norway = an_actor(document, {"actor": (*marks["speaker"], *marks["debtor"])})
    finland = an_actor(document, {"actor": marks["creditor"]}, actor="FIN", name="Finland")
    assessment = an_assessment(document, marks, target=stated(("NOR", "FIN"), marks["creditor"]))
    return document, a_reading(document, norway, finland, occasion, instrument, statement, commitment, assessment)


def _words(document: Document, marks: Marks, *names: str) -> Spans:
    """The first of these marks that is there; else the whole stretch of all marks; else the whole text."""
    found = next((marks[name] for name in names if marks.get(name)), ())
    listed = [span for spans in marks.values() for span in spans]
    return found or ((hull(listed),) if listed else (Span(0, len(document.text)),))


def _first(marks: Marks, name: str) -> Span | None:
    return marks[name][0] if marks.get(name) else None
