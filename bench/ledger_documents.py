"""Made-up documents with readings, as many as wanted: what a ledger of many years looks like, without anybody's text.

Who deals with whom, which acts are usual, which outlets publish most and which words texts use follow the steep curves
of real collections (the n-th is n times rarer than the first). The same seed gives the same documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, TypeVar

from servanda.codebook import (
    Actor,
    Assessment,
    Commitment,
    Document,
    Instrument,
    Mention,
    Occasion,
    Origin,
    Reading,
    Span,
    Statement,
    When,
    stated,
)
from servanda.codebook import vocabulary as terms
from servanda.lexicon.states import load_states

T = TypeVar("T")

_ORIGINS = [Origin(reader="bench", version="1", score=score) for score in (0.95, 0.9, 0.8, 0.7, 0.55, 0.4)]
_FIRST = date(2000, 1, 1)
_DAYS = 9_000
_SYLLABLES = ("ka", "lo", "mi", "ne", "ru", "sa", "te", "vo", "shi", "dan", "mar", "bel", "cor", "fin", "gal", "hes")


class _Curve:
    """Things of which the n-th is n times rarer than the first."""

    def __init__(self, things: Sequence[T]) -> None:
        self.things, self.weights = things, list(accumulate(1 / n for n in range(1, len(things) + 1)))

    def some(self, chance: random.Random, number: int) -> list[Any]:
        return chance.choices(self.things, cum_weights=self.weights, k=number)


def made_documents(number: int, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """So many documents of about 350 words and twenty records each."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    states = chance.sample(sorted(load_states()), 150)
    world = {
        "words": _Curve(words),
        "states": _Curve(states),
        "persons": _Curve([f"{one}-{words[-at % 20_000]}" for at, one in enumerate(words[:5_000] * 10)]),
        "origins": _Curve(_ORIGINS),
        "outlets": _Curve([f"The {word.title()}" for word in words[:300]]),
        "acts": _Curve(tuple(terms.Act)),
    }
    for at in range(number):
        yield _document(chance, world, at)


class _Text:
    """A text that grows, and where its pieces stand."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> tuple[Span, ...]:
        start = len(self.text)
        self.text += f"{words} "
        return (Span(start, start + len(words)),)


def _document(chance: random.Random, world: dict[str, _Curve], at: int) -> tuple[Document, Reading]:
    text, told = _Text(), []
    text.add(f"Report {at}.")
    states = list(dict.fromkeys(world["states"].some(chance, 6)))[:4]
    persons = list(dict.fromkeys(world["persons"].some(chance, 4)))[:3]
    for _ in range(6):
        told.append(_sentence(chance, world, text, states, persons))
        text.add(" ".join(world["words"].some(chance, 45)) + ".")
    day = _FIRST + timedelta(days=int(_DAYS * chance.random() ** 0.5))
    document = Document(
        text=text.text,
        title=" ".join(world["words"].some(chance, 7)).capitalize(),
        outlet=world["outlets"].some(chance, 1)[0],
        published=When(day, day + timedelta(days=1)),
        language="en",
        location=f"made/{at}.txt",
    )
    return document, _reading(chance, document, told, world["origins"].some(chance, 1)[0])


def _sentence(
    chance: random.Random, world: dict[str, _Curve], text: _Text, states: list[str], persons: list[str]
) -> dict[str, Any]:
    debtor, creditor, person = chance.choice(states), chance.choice(states), chance.choice(persons)
    return {
        "names": (person, debtor, creditor),
        "person": text.add(person.replace("-", " ").title()),
        "cue": text.add("said that"),
        "debtor": text.add(debtor),
        "wording": text.add("will"),
        "act": text.add(str(world["acts"].some(chance, 1)[0])),
        "object": text.add(" ".join(world["words"].some(chance, 3))),
        "for": text.add("for"),
        "creditor": text.add(creditor),
        "deadline": text.add(f"by {chance.randint(2025, 2040)}."),
    }


def _reading(chance: random.Random, document: Document, told: list[dict[str, Any]], origin: Origin) -> Reading:
    here: dict[str, Any] = {"document": document.id, "origin": origin}
    statements, commitments, mentions = [], [], {}
    for at in told:
        person, debtor, creditor = at["names"]
        span = (Span(at["debtor"][0].start, at["deadline"][0].end),)
        said = Statement(
            speakers=stated((person,), at["person"]),
            cue=at["cue"][0],
            content=span,
            mode=terms.Mode.INDIRECT,
            words=span[0].of(document.text),
            **here,
        )
        statements.append(said)
        commitments.append(_commitment(chance, document, at, span, said, here))
        for actor, name in ((person, "person"), (debtor, "debtor"), (creditor, "creditor")):
            mentions.setdefault(actor, []).extend(at[name])
    actors = [
        Actor(
            actor=actor,
            kind=terms.ActorKind.STATE if actor.isupper() else terms.ActorKind.PERSON,
            name=actor.replace("-", " ").title(),
            mentions=tuple(Mention(span=span, reason="name") for span in spans),
            **here,
        )
        for actor, spans in mentions.items()
    ]
    first = told[0]
    parties = stated(tuple(dict.fromkeys(first["names"][1:])), first["debtor"])
    occasion = Occasion(
        type=stated(terms.EventType.CONSULT, first["cue"]),
        kind=stated(chance.choice(tuple(terms.OccasionKind)), first["cue"]),
        participants=parties,
        status=stated(chance.choice(tuple(terms.OccasionStatus)), first["cue"]),
        span=first["object"],
        **here,
    )
    instrument = Instrument(
        name=first["object"][0].of(document.text),
        kind=stated(chance.choice(tuple(terms.InstrumentKind)), first["object"]),
        parties=parties,
        span=first["object"],
        **here,
    )
    assessment = Assessment(
        speakers=stated(first["names"][:1], first["person"]),
        about=stated(chance.choice(tuple(terms.About)), first["act"]),
        valence=stated(chance.choice(tuple(terms.Valence)), first["act"]),
        span=first["act"],
        words=first["act"][0].of(document.text),
        **here,
    )
    return Reading(
        document=document.id,
        reader="bench",
        version="1",
        actors=tuple(actors),
        statements=tuple(statements),
        occasions=(occasion,),
        instruments=(instrument,),
        commitments=tuple(commitments),
        assessments=(assessment,),
    )


def _commitment(  # noqa: PLR0913, PLR0917
    chance: random.Random,
    document: Document,
    at: dict[str, Any],
    span: tuple[Span, ...],
    said: Statement,
    here: dict[str, Any],
) -> Commitment:
    _, debtor, creditor = at["names"]
    return Commitment(
        debtors=stated((debtor,), at["debtor"]),
        creditors=stated((creditor,), at["creditor"]),
        span=span,
        act=stated(terms.Act(at["act"][0].of(document.text)), at["act"]),
        object=stated(at["object"][0].of(document.text), at["object"]),
        deadline=stated(When.year(int(at["deadline"][0].of(document.text)[3:7])), at["deadline"]),
        wording=at["wording"],
        firmness=stated(chance.choice(tuple(terms.Firmness)), at["wording"]),
        novelty=stated(terms.Novelty.NEW, at["wording"]),
        polarity=stated(terms.Polarity.PLUS, at["wording"]),
        status=stated(terms.CommitmentStatus.OPEN, at["wording"]),
        statement=stated(said.id, at["cue"]),
        **here,
    )
