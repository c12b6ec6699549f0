"""What became of a standing body: when it met, which texts and undertakings name it.

A group that was founded in one text meets in others, which say nothing of its founding. It is followed by its name, and by
its initials where a text gives them; a document that names it and has no record of it is quoted too. A name in lower case
may be another body's, and is followed only where a party of the undertaking has to do with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from servanda.codebook import ActorId, Commitment, Instrument, Occasion, RecordId, Span
from servanda.resolve.standing_bodies import StandingBody, standing_bodies_in
from servanda.store import DocumentHead, Found, Ledger, Order, Query, side_of
from servanda.view.names import day_in_words
from servanda.view.passages import sentences_around
from servanda.view.sources import Source, source_of

_KINDS = {"occasions": "occasion", "instruments": "instrument", "commitments": "commitment"}
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One record that names a body, or a document that names it in no record.

    Attributes:
        id: id of the record, or of the document.
        kind: what it is: `occasion`, `instrument`, `commitment` or `document`.
        day: the day of publication in words; empty where unknown.
        words: its words; of a document the first sentence that names the body.
        source: its document.
    """

    id: RecordId
    kind: str
    day: str
    words: str
    source: Source

    @property
    def goal(self) -> str:
        """What the id is one of: `record` or `document`."""
        return "document" if self.kind == "document" else "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A standing body, followed over documents.

    Attributes:
        body: its name.
        short: its initials, where a text gives them.
        traces: what names it, the oldest first.
        more_records: how many newer records with its name are not among them.
        more_documents: how many newer documents with its name were not looked through for a sentence.
    """

    body: str
    short: str
    traces: tuple[Trace, ...]
    more_records: int = 0
    more_documents: int = 0

    @property
    def left(self) -> str:
        """One sentence on what is not listed; empty where everything is."""
        numbers = ((self.more_records, "record"), (self.more_documents, "document"))
        told = " and ".join(f"{number:,} newer {noun}{'s' * (number != 1)}" for number, noun in numbers if number)
        one = self.more_records + self.more_documents == 1
        return f"{told} with its name {'is' if one else 'are'} not listed." if told else ""


def followings_of(ledger: Ledger, said: Iterable[Found]) -> tuple[Following, ...]:
    """The bodies that the rows of an undertaking name, with what else names them; those that nothing else names stay out."""
    rows = tuple(said)
    bodies = dict.fromkeys(body for row in rows for body in standing_bodies_in(row.words))
    keys = dict.fromkeys(row.document.id for row in rows) if bodies else ()
    texts = tuple(document.text for key in keys if (document := ledger.find_document(key)) is not None)
    own = {row.record.id for row in rows}
    parties = frozenset(party for row in rows for party in _parties(row))
    known = (
        StandingBody(body.name, body.short if _is_given(body.short, texts) else "", is_proper=body.is_proper)
        for body in bodies
    )
    found = (_following(ledger, body, own, frozenset() if body.is_proper else parties) for body in known)
    return tuple(following for following in found if following.traces)


def follow_body(ledger: Ledger, typed: str) -> Following | None:
    """A body by its name or its initials, with all that names it; None where no document does.

    Args:
        ledger: the ledger.
        typed: the name, in any case, or the initials that some document gives it.
    """
    words = " ".join(typed.replace('"', " ").split()).strip("()[]{},;:!? ")
    heads = ledger.find_documents(Query(search=f'"{words}"', order=Order.OLDEST, limit=_MOST)) if words else ()
    texts = tuple(ledger.find_texts({head.id for head in heads}).values())
    if not texts:
        return None
    named = _named_in_full(words, texts) if _is_short(words) else words
    initials = words if _is_short(words) else _initials_of(words, texts)
    if named != words:
        return follow_body(ledger, named)
    body = StandingBody(_in_its_case(words, texts), initials if initials != words else "")
    return _following(ledger, body, set(), frozenset())


def _in_its_case(name: str, texts: Iterable[str]) -> str:
    """The name with the capitals that a text gives it."""
    pattern = re.compile(rf"(?<!\w){_as_written(name)}(?!\w)", re.IGNORECASE)
    spelt = [" ".join(match[0].split()) for text in texts if (match := pattern.search(text))]
    return next((one for one in spelt if one.istitle() or one[:1].isupper()), name)


def _is_short(words: str) -> bool:
    return words.isupper() and len(words.split()) == 1


def _named_in_full(initials: str, texts: Iterable[str]) -> str:
    """The name before initials in parentheses, word for letter; the initials themselves, where no text gives it."""
    letters = r"\s+(?:(?:and|of|on|for|the)\s+)*".join(rf"{one}[\w’'-]+" for one in initials if one.isalnum())
    pattern = re.compile(rf"\b({letters})\s*(?:\(|[-–—,]\s*){re.escape(initials)}(?!\w)", re.IGNORECASE)
    found = next((match for text in texts if (match := pattern.search(text))), None)
    return " ".join(found[1].split()) if found else initials


def _initials_of(name: str, texts: Iterable[str]) -> str:
    """The initials that a text gives behind the name, or before it."""
    written = _as_written(name)
    pattern = re.compile(
        rf"{written}[\w\s]{{0,12}}\(([A-Z][A-Z&]{{2,8}})\)|\b([A-Z]{{3,8}})\s*[-–—(]\s*{written}", re.IGNORECASE
    )
    found = (match for text in texts for match in pattern.finditer(text))
    given = (match[1] or match[2] for match in found)
    return next((short for short in given if short.isupper()), "")


def _as_written(words: str) -> str:
    """A pattern of these words, over the end of a line too."""
    return r"\s+".join(map(re.escape, words.split()))


def _is_given(short: str, texts: Iterable[str]) -> bool:
    return bool(short) and any(re.search(rf"\b{re.escape(short)}\b", text) for text in texts)


def _following(ledger: Ledger, body: StandingBody, own: set[RecordId], parties: frozenset[ActorId]) -> Following:
    """All that names a body.

    Args:
        ledger: the ledger.
        body: the body.
        own: the records that are left out.
        parties: parties one of whom must have to do with what names it; any, if empty.
    """
    naming = {one.record.id: (kind, one) for kind, one in _naming(ledger, body)}
    told = [
        (kind, one)
        for key, (kind, one) in naming.items()
        if key not in own and (not parties or parties & set(_parties(one)))
    ]
    quoted = {one.document.id for _, one in naming.values()}
    traces = [*(_trace(kind, one) for kind, one in told), *(() if parties else _mentions(ledger, body, quoted))]
    return Following(
        body=body.name,
        short=body.short,
        traces=tuple(sorted(traces, key=_place)),
        more_records=_more_records(ledger, body, [kind for kind, _ in naming.values()]),
        more_documents=0 if parties else max(0, _number(ledger.count_documents, body) - len(_heads(ledger, body))),
    )


def _more_records(ledger: Ledger, body: StandingBody, found: Sequence[str]) -> int:
    """How many records with its name were not found, since there are too many of their kind."""
    held = ((found.count(shown), partial(ledger.count_records, kind)) for kind, shown in _KINDS.items())
    return sum(max(0, _number(count, body) - number) for number, count in held if number >= _MOST)


def _number(count: Callable[[Query], int], body: StandingBody) -> int:
    """How many have its name, its initials or both in them."""
    names = [f'"{words}"' for words in (body.name, body.short) if words]
    both = count(Query(search=" ".join(names))) if len(names) > 1 else 0
    return sum(count(Query(search=name)) for name in names) - both


def _place(trace: Trace) -> tuple[str, bool, str, str]:
    return (trace.source.date or "9999", trace.goal == "document", trace.kind, trace.id)


def _naming(ledger: Ledger, body: StandingBody) -> Iterator[tuple[str, Found]]:
    for words in filter(None, (body.name, body.short)):
        for kind, shown in _KINDS.items():
            query = Query(search=f'"{words}"', order=Order.OLDEST, limit=_MOST)
            yield from ((shown, one) for one in ledger.find_records(kind, query))


def _mentions(ledger: Ledger, body: StandingBody, quoted: set[RecordId]) -> Iterator[Trace]:
    """The documents that name it in no record, each with the first sentence that does."""
    heads = {key: head for key, head in _heads(ledger, body).items() if key not in quoted}
    texts = ledger.find_texts(heads.keys())
    names = "|".join(_as_written(words) for words in filter(None, (body.name, body.short)))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for key, head in heads.items():
        match = pattern.search(texts.get(key, ""))
        if match is not None:
            around = sentences_around(texts[key], (Span(*match.span()),))[0]
            yield _traced(key, "document", around.of(texts[key]), head)


def _heads(ledger: Ledger, body: StandingBody) -> dict[RecordId, DocumentHead]:
    """The oldest documents with its name."""
    searches = (f'"{words}"' for words in (body.name, body.short) if words)
    asked = (Query(search=search, order=Order.OLDEST, limit=_MOST) for search in searches)
    return {head.id: head for query in asked for head in ledger.find_documents(query)}


def _parties(found: Found) -> Iterator[ActorId]:
    """The states of those who are bound, are owed, take part or are party."""
    record = found.record
    sides: tuple[tuple[ActorId, ...] | None, ...] = ()
    if isinstance(record, Commitment):
        sides = (record.debtors.value, record.creditors.value)
    elif isinstance(record, Occasion):
        sides = (record.participants.value,)
    elif isinstance(record, Instrument):
        sides = (record.parties.value,)
    yield from (side_of(actor) for side in sides for actor in side or ())


def _trace(kind: str, found: Found) -> Trace:
    return _traced(found.record.id, kind, found.words, found.document)


def _traced(key: RecordId, kind: str, words: str, head: DocumentHead) -> Trace:
    day = day_in_words(head.published) if head.published else ""
    return Trace(id=key, kind=kind, day=day, words=" ".join(words.split()), source=source_of(head))
