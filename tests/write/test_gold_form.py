"""What careful readers coded, made into records and coded again, is the same to the letter."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from factories import ORIGIN
from servanda.codebook import (
    Actor,
    Assessment,
    Commitment,
    Document,
    Exchange,
    Instrument,
    Mention,
    Occasion,
    Quantity,
    Reading,
    Relay,
    Span,
    Statement,
    When,
    stated,
    unstated,
)
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import ActorKind, DocumentKind, Mode, Role
from servanda.store import Change, Ledger
from servanda.write import coding_of

GOLD = Path(__file__).parents[3] / "shared" / "gold"
FILES = sorted(path for path in GOLD.glob("*.json") if path.with_suffix(".txt").exists())
CLOSED = ("type", "kind", "status", "act", "firmness", "novelty", "polarity", "about", "valence", "object", "place")

pytestmark = pytest.mark.skipif(not FILES, reason="the gold files are not here")


def spans(pairs):
    return tuple(Span(*pair) for pair in pairs or ())


def coding_in(path):
    """A gold file without actors that stand nowhere: an actor known by an adjective alone is no record here."""
    coding = json.loads(path.read_text(encoding="utf-8"))
    return {**coding, "actors": [actor for actor in coding["actors"] if actor["mentions"]]}


def document_of(path):
    coding = coding_in(path)["document"]
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    published = When.parse(coding["published"]) if coding["published"] else None
    kept = {name: coding[name] for name in ("title", "outlet", "agency", "dateline", "language")}
    kind = DocumentKind(coding["kind"])
    return Document(text=text, kind=kind, published=published, furniture=spans(coding["furniture"]), **kept)


class Reader:
    """Records out of a coding; a reference to another record is the id of the record that was made for it before."""

    def __init__(self, document, coding):
        self.document, self.coding, self.made = document, coding, {}

    def reading(self):
        made = {kind: tuple(self.records(kind)) for kind in ("occasions", "instruments", "statements", "commitments")}
        ties = [one for one in self.coding["commitments"] if one["exchange"]]
        given = {self.made[one["id"]]: [self.made[other] for other in one["exchange"]] for one in ties}
        made["commitments"] = tuple(self.tied(record, given.get(record.id)) for record in made["commitments"])
        actors = tuple(self.actor(one) for one in self.coding["actors"])
        assessments = tuple(self.records("assessments"))
        return Reading(
            document=self.document.id, reader="gold", version="1", actors=actors, assessments=assessments, **made
        )

    def tied(self, record, others):
        exchange = Exchange(commitments=tuple(others), asserted_by=("narrator",)) if others else None
        return replace(record, exchange=stated(exchange, record.span)) if exchange else record

    def actor(self, one):
        mentions = tuple(Mention(span=span, reason="name") for span in spans(one["mentions"]))
        kind = ActorKind(one["kind"])
        return Actor(
            document=self.document.id, actor=one["id"], kind=kind, name=one["name"], mentions=mentions, origin=ORIGIN
        )

    def records(self, kind):
        makers = {
            "statements": self.statement,
            "occasions": lambda one: self.made_of(Occasion, one, ("participants",), "date"),
            "instruments": lambda one: self.made_of(Instrument, one, ("parties",), "date", name=one["name"]),
            "commitments": self.commitment,
            "assessments": self.assessment,
        }
        for one in self.coding[kind]:
            record = makers[kind](one)
            self.made[one["id"]] = record.id
            yield record

    def slot(self, one, name, value=None):
        value = one.get(name) if value is None else value
        return unstated() if value is None else stated(value, spans(one.get("span") or one.get("content")))

    def made_of(self, kind, one, listed, dated=None, **more):
        slots = {name: self.slot(one, name) for name in CLOSED if name in one}
        slots |= {name: self.slot(one, name, tuple(one[name])) for name in listed}
        if dated:
            slots[dated] = self.slot(one, dated, When.parse(one[dated]) if one[dated] else None)
        return kind(document=self.document.id, origin=ORIGIN, span=spans(one["span"]), **{**slots, **more})

    def statement(self, one):
        content = spans(one["content"])
        date = self.slot(one, "date", When.parse(one["date"]) if one["date"] else None)
        return Statement(
            document=self.document.id,
            speakers=self.slot(one, "speakers", tuple(one["speakers"])),
            cue=spans(one["cue"])[0] if one["cue"] else None,
            content=content,
            mode=Mode(one["mode"]),
            via=tuple(Relay(name=name, span=content[0]) for name in one["via"]),
            occasion=self.slot(one, "occasion", self.made.get(one["occasion"])),
            date=date,
            words=words_of(self.document.text, content),
            origin=ORIGIN,
        )

    def commitment(self, one):
        links = {name: self.slot(one, name, self.made[one[name]]) for name in ("instrument", "statement") if one[name]}
        more = {
            **{name: unstated() for name in ("instrument", "statement")},
            **links,
            "quantities": self.slot(one, "quantities", tuple(self.quantity(one, q) for q in one["quantities"])),
            "wording": spans(one["wording"]),
            "condition": spans(one["condition"]),
        }
        return self.made_of(Commitment, one, ("debtors", "creditors"), "deadline", **more)

    def quantity(self, one, quantity):
        value, span = Decimal(str(quantity["value"])), spans(one["span"])[0]
        return Quantity(value=value, unit=quantity["unit"], role=Role(quantity["role"]), span=span)

    def assessment(self, one):
        target = tuple(self.made.get(each, each) for each in one["target"])
        words = words_of(self.document.text, spans(one["span"]))
        return self.made_of(Assessment, one, ("speakers",), target=self.slot(one, "target", target), words=words)


def by_words(coding):
    """The coding with its records as a set, and with the words behind a local id in the place of the id."""
    kinds = ("statements", "occasions", "instruments", "commitments", "assessments")
    places = {one["id"]: f"{kind} {one.get('span') or one.get('content')}" for kind in kinds for one in coding[kind]}

    def told(value):
        if isinstance(value, list):
            return [told(part) for part in value]
        return places.get(value, value) if isinstance(value, str) else value

    lists = {
        kind: sorted(json.dumps({n: told(v) for n, v in one.items()}, sort_keys=True) for one in coding[kind])
        for kind in kinds
    }
    return {
        **lists,
        "document": coding["document"],
        "actors": sorted(json.dumps(a, sort_keys=True) for a in coding["actors"]),
    }


@pytest.mark.parametrize("path", FILES, ids=[f"file {number}" for number in range(len(FILES))])
def test_a_gold_file_is_coded_again_as_it_is(path):
    coding, document = coding_in(path), document_of(path)
    assert by_words(coding_of(document, Reader(document, coding).reading())) == by_words(coding)


def test_all_of_gold_lies_whole_in_a_ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        for path in FILES:
            document = document_of(path)
            reading = Reader(document, coding_in(path)).reading()
            assert ledger.append_reading(document, reading) is Change.ADDED
            assert ledger.find_reading(document.id) == reading
        assert {problem.code for problem in ledger.verify()} <= {"dangling"}
