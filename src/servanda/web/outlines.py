"""What a row is on the pages that are no lists: the promises of a relationship, the wordings of a commitment and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from servanda.view import (
    ActorPage,
    CalendarPage,
    CommitmentPage,
    DocumentPage,
    InstrumentPage,
    Network,
    RecordPage,
    RelationshipPage,
    RelationshipsPage,
)
from servanda.view.agreements import AgreementPage
from servanda.view.comparing import ChoicePage
from servanda.view.fields import Field
from servanda.view.languages import LanguagePage
from servanda.view.promises import Promise
from servanda.view.reviews import QueuePage
from servanda.view.sources import Source
from servanda.web.extracts import Extract, Line
from servanda.web.links import link_to, relationship_link

_SOURCE = ("document", "title", "outlet", "published")
_OF_PROMISES = ("debtors", "creditors", "act", "object", "quantities", "firmness")
_PROMISES = (
    *("id", "words", *_OF_PROMISES, "deadline", "clock", "status", "first", "last", "documents", "sources"),
    *_SOURCE,
)


def cell_of(field: Field) -> str:
    """A field as a cell: the codebook's own words, `unclear`, or nothing."""
    if field.known == "unclear":
        return "unclear"
    return "; ".join(part.code or part.text for part in field.parts)


def _sourced(source: Source) -> tuple[str, ...]:
    return source.id, source.title, source.outlet, source.date


def _relationships(page: RelationshipsPage) -> Extract:
    lines = (
        Line(
            id="-".join(party.id for party in row.parties),
            title=" – ".join(party.name for party in row.parties),
            words=f"{row.commitments} commitments",
            path=relationship_link(*(party.id for party in row.parties)),
            day="",
            cells=(*(party.id for party in row.parties), str(row.commitments), row.latest),
        )
        for row in page.rows
    )
    return Extract(title="Relationships", columns=("one", "other", "commitments", "latest"), lines=tuple(lines))


def _relationship(page: RelationshipPage) -> Extract:
    promises = sorted(
        chain.from_iterable(column.promises for column in page.columns),
        key=lambda one: (one.first, one.id),
        reverse=True,
    )
    return _promised(" – ".join(party.name for party in page.parties), promises)


def _instrument(page: InstrumentPage) -> Extract:
    return _promised(page.name, page.elements)


def _promised(title: str, promises: Iterable[Promise]) -> Extract:
    return Extract(title=title, columns=_PROMISES, lines=tuple(map(_promise, promises)))


def _promise(one: Promise) -> Line:
    stated = [cell_of(one.fields[slot]) for slot in _OF_PROMISES]
    named = [part.text for slot in ("debtors", "act", "object") for part in one.fields[slot].parts]
    counted = (one.first, one.last, str(one.documents), str(one.sources))
    told = (one.id, one.words, *stated, one.day, one.clock.value, one.status.value, *counted)
    return Line(
        id=one.id,
        title=" · ".join((*named, one.source.title)),
        words=one.words,
        path=link_to(one.goal, one.id),
        day=one.first,
        cells=(*told, *_sourced(one.source)),
    )


def _commitment(page: CommitmentPage) -> Extract:
    slots = tuple(dict.fromkeys(field.slot for wording in page.wordings for field in wording.fields))
    lines = tuple(
        Line(
            id=wording.saying.id,
            title=f"{wording.number}: {wording.saying.source.title}",
            words=wording.saying.words,
            path=link_to("record", wording.saying.id),
            day=wording.start,
            cells=(
                *(wording.saying.id, str(wording.number), wording.saying.words),
                *("; ".join(step.what for step in wording.saying.steps), str(wording.voice)),
                *(cells.get(slot, "") for slot in slots),
                *_sourced(wording.saying.source),
            ),
        )
        for wording in page.wordings
        for cells in ({field.slot: cell_of(field) for field in wording.fields},)
    )
    columns = ("id", "wording", "words", "changes", "source", *slots, *_SOURCE)
    return Extract(title=f"Wordings: {page.promise.words[:80]}", columns=columns, lines=lines)


def _calendar(page: CalendarPage) -> Extract:
    events = (*chain.from_iterable(month.events for month in page.months), *page.whole_year)
    lines = tuple(
        Line(
            id=event.id,
            title=" · ".join(part for part in (event.when, event.kind, event.words) if part),
            words=event.words,
            path=link_to("record", event.id),
            day=event.start,
            cells=(
                *(event.id, event.words, event.kind, event.status, "; ".join(event.participants), event.place),
                *(event.start, event.end, str(event.documents), *_sourced(event.source)),
            ),
        )
        for event in events
    )
    names = ("id", "words", "kind", "status", "participants", "place", "start", "end", "documents", *_SOURCE)
    return Extract(title=f"Occasions of {page.year}", columns=names, lines=lines)


def _network(page: Network) -> Extract:
    lines = tuple(
        Line(
            id=f"{bond.debtor}-{bond.creditor}",
            title=f"{bond.debtor_name} to {bond.creditor_name}",
            words=f"{bond.commitments} commitments",
            path=relationship_link(bond.debtor, bond.creditor),
            day="",
            cells=(bond.debtor, bond.creditor, str(bond.commitments)),
        )
        for bond in page.bonds
    )
    return Extract(title="Who commits to whom", columns=("debtor", "creditor", "commitments"), lines=lines)


def _actor(page: ActorPage) -> Extract:
    lines = tuple(
        Line(
            id=row.id,
            title=f"{part.title} · {row.source.title}",
            words=_quoted(row.passages),
            path=link_to("record", row.id),
            day=row.source.date[:10],
            cells=(row.id, part.title, _quoted(row.passages), *_sourced(row.source)),
        )
        for part in page.dealings
        for row in part.rows
    )
    return Extract(title=page.name, columns=("id", "part", "evidence", *_SOURCE), lines=lines)


def _quoted(passages: Iterable[Any]) -> str:
    return " […] ".join("".join(piece.text for piece in passage.segments) for passage in passages)


def _document(page: DocumentPage) -> Extract:
    lines = tuple(
        Line(
            id=card.id,
            title=f"{card.noun} {card.label}",
            words=card.words,
            path=link_to("record", card.id),
            day=page.source.date[:10],
            cells=(
                *(card.id, card.kind, card.label, card.words),
                "; ".join(f"{field.slot}: {cell_of(field)}" for field in card.fields),
            ),
        )
        for card in (*page.cards, *page.actors)
    )
    return Extract(title=page.source.title, columns=("id", "kind", "label", "words", "fields"), lines=lines)


def _language(page: LanguagePage) -> Extract:
    told = page.words
    columns = ("word", "evaluates", "total", *(told.periods if told else ()), "first", "last")
    lines = tuple(
        Line(
            id=row.first.id,
            title=row.word,
            words=row.last.words,
            path=link_to("record", row.last.id),
            day=row.last.source.date[:10],
            cells=(
                *(row.word, str(row.evaluates).lower(), str(row.total), *map(str, row.counts)),
                *(row.first.source.date, row.last.source.date),
            ),
        )
        for row in (told.rows if told else ())
    )
    return Extract(title="Language", columns=columns, lines=lines)


def _comparison(page: ChoicePage) -> Extract:
    compared = page.comparison
    columns = ("row", "happening", "aspect", "text_words", "report", "news_words", "by", "reason", "score")
    lines = tuple(
        Line(
            id=row.id,
            title=f"{row.happening}: {row.aspect}",
            words=row.news_words or row.text_words,
            path=f"/compare#{row.label}",
            day=row.source.date[:10] if row.source else "",
            cells=(
                *(row.label, row.happening, row.aspect, row.text_words, row.report, row.news_words),
                *("; ".join(part.code or part.text for part in row.by), row.reason, f"{row.score:.2f}"),
            ),
        )
        for row in (compared.rows if compared else ())
    )
    return Extract(title="Compare", columns=columns, lines=lines)


def _queue(page: QueuePage) -> Extract:
    lines = tuple(
        Line(
            id=item.id,
            title=f"{item.kind}: {item.reason}",
            words=item.words,
            path=link_to("record", item.id),
            day="",
            cells=(item.id, item.kind, item.words, item.reason),
        )
        for item in page.items
    )
    return Extract(title="Review", columns=("id", "kind", "words", "reason"), lines=lines)


def _record(page: RecordPage) -> Extract:
    lines = tuple(
        Line(
            id=f"{page.id}-{field.slot}",
            title=f"{page.noun} {page.label}: {field.label}",
            words=field.words,
            path=link_to("record", page.id),
            day=page.source.date[:10],
            cells=(field.slot, field.known.value, cell_of(field), field.words, field.reason),
        )
        for field in page.fields
    )
    return Extract(title=page.words[:80], columns=("field", "known", "value", "words", "reason"), lines=lines)


def _agreement(page: AgreementPage) -> Extract:
    columns = ("kind", "question", "judges", "records", "answers", "agreed", "alpha", "note")
    lines = tuple(
        Line(
            id=f"{row.kind}-{row.question}",
            title=f"{row.kind}: {row.question}",
            words=f"{row.agreed} of {row.records} records",
            path="/review/agreement",
            day="",
            cells=(
                *(row.kind, row.question, "; ".join(row.judges), str(row.records), str(row.answers), str(row.agreed)),
                *("" if row.alpha is None else f"{row.alpha:.4f}", row.note),
            ),
        )
        for row in page.rows
    )
    return Extract(title="Agreement", columns=columns, lines=lines)


OUTLINES: Mapping[type[object], Callable[[Any], Extract]] = MappingProxyType(
    {
        RelationshipsPage: _relationships,
        RelationshipPage: _relationship,
        CommitmentPage: _commitment,
        CalendarPage: _calendar,
        InstrumentPage: _instrument,
        Network: _network,
        ActorPage: _actor,
        DocumentPage: _document,
        LanguagePage: _language,
        ChoicePage: _comparison,
        QueuePage: _queue,
        RecordPage: _record,
        AgreementPage: _agreement,
    }
)
"""By its page model, what makes the rows of a page."""
