"""A commitment laid out for comparing with others: who, for whom, what, how much, by when, in which instrument, when said.

Everything here comes from the commitment, its own document and the lexicon, so that two commitments compare alike
whatever else the ledger holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from servanda.codebook import Commitment, Document, DocumentId, Reading, RecordId, Span, Statement, When
from servanda.codebook.spans import words_of
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.memberships import load_memberships
from servanda.resolve.commitments.tokens import pairs_of_words, states_in, tokens_of, total, without_doubles

_STATE = re.compile(r"[A-Z]{3}(?=/|\Z)")
KIND = "commitments"


@dataclass(frozen=True, kw_only=True)
class Undertaking:
    """One commitment, laid out.

    Attributes:
        record: the commitment.
        position: its place among the commitments of its document.
        kind: what sort of document it stands in.
        said: the first day on which it can have been said: of its statement, else of publication; None where unknown.
        published: the day by which the document was published.
        words: the words of its clause.
        quoted: what stands inside quotation marks in them.
        debtors: states and bodies that are bound, a state's body as the state too.
        creditors: likewise, to whom.
        parts: its stretches with what each is about: stems, states and names, without the words that bind and the debtors.
        figures: its quantities as numbers with their units.
        instrument: the slug of the instrument that holds it; empty where none is named.
        company: the states that its document names anywhere.
        context: what the sentence before is about, where the clause points to it: `this capability`.
        clauses: what each of several joined deeds is about, those that tell enough by themselves; empty where there is one.
        object: what the deed is done to, as far as the reading gives it.
        phrases: every two words in a row that tell something.
        runs: every four words in a row.
        title: what its document's title is about.
        sentence: the words of the sentence that it stands in.
    """

    record: Commitment
    position: int
    kind: DocumentKind
    said: date | None
    published: date | None
    words: str
    quoted: str
    debtors: frozenset[str]
    creditors: frozenset[str]
    parts: tuple[tuple[Span, frozenset[str]], ...]
    figures: frozenset[tuple[Decimal, str]]
    instrument: str
    company: frozenset[str]
    context: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    object: frozenset[str]
    phrases: frozenset[str]
    runs: frozenset[str]
    title: frozenset[str]
    sentence: str

    @property
    def id(self) -> RecordId:
        """The record's id."""
        return self.record.id

    @property
    def document(self) -> DocumentId:
        """The document's id."""
        return self.record.document

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What all of it is about."""
        return frozenset().union(*(tokens for _, tokens in self.parts))

    @cached_property
    def deadline(self) -> When | None:
        """By when it is to be done."""
        return self.record.deadline.value

    @cached_property
    def ways(self) -> tuple[tuple[frozenset[str], float], ...]:
        """What it is about as a whole, with what it points to, and deed by deed, each with the least that it tells."""
        beside = (self.tokens | self.context,) if self.context else ()
        return tuple(
            (tokens, total(without_doubles(tokens, frozenset()))) for tokens in (self.tokens, *beside, *self.clauses)
        )

    def tokens_beside(self, other: Undertaking) -> frozenset[str]:
        """What it is about, without stretches that it shares with another term of its document."""
        if self.document != other.document:
            return self.tokens
        theirs = {span for span, _ in other.parts}
        return frozenset().union(*(tokens for span, tokens in self.parts if span not in theirs))

    @cached_property
    def weight(self) -> float:
        """How much its tokens tell together, in bits."""
        return total(self.tokens)

    @cached_property
    def named(self) -> frozenset[str]:
        """The states that its words name, but for its debtors' names."""
        return frozenset(token[1:] for token in self.tokens if token.startswith("@"))

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that its words name, but for its debtors' names, and its creditors."""
        return frozenset(self.named | {party for party in self.creditors if _STATE.fullmatch(party)})

    @cached_property
    def is_clear(self) -> bool:
        """Whether the reading gives a state or a known body that is bound, and not somebody of whom no state is known."""
        return any(_STATE.match(party) or party in load_bodies() for party in self.debtors)

    @cached_property
    def surroundings(self) -> frozenset[str]:
        """What its sentence is about. It is worked out only for the few that are compared so far."""
        return self.tokens | tokens_of(self.sentence)

    @cached_property
    def is_one_more(self) -> bool:
        """Whether its words call the thing new, or one more of its kind: `an additional package`."""
        return _ONE_MORE.search(self.words) is not None

    @cached_property
    def partners(self) -> frozenset[str]:
        """States and bodies with abbreviations that the title of its document names, but for those who are bound."""
        return frozenset(token[1:] for token in self.title if token[0] in "@#") - self.debtors

    @cached_property
    def circle(self) -> frozenset[str]:
        """The states and groups between which it stands."""
        return frozenset(party for party in self.debtors | self.creditors if "/" not in party)


_ONE_MORE = re.compile(r"\b(?:new|additional|another|extra|fresh|second|third|fourth|fifth)\b")


def undertakings_of(readings: Iterable[tuple[Document, Reading]]) -> Iterator[Undertaking]:
    """The commitments of readings, laid out, in their order."""
    for document, reading in readings:
        statements = {statement.id: statement for statement in reading.statements}
        instruments = {instrument.id: instrument.name for instrument in reading.instruments}
        company = frozenset(states_in(f"{document.title or ''}\n{document.text}"))
        title = tokens_of(document.title or "")
        for position, record in enumerate(reading.commitments):
            statement = statements.get(record.statement.value or "")
            instrument = instruments.get(record.instrument.value or "", "")
            carried = _Carried(
                position=position, statement=statement, instrument=instrument, company=company, title=title
            )
            yield _laid_out(document, record, carried)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Carried:
    """What a commitment's document holds of it."""

    position: int
    statement: Statement | None
    instrument: str
    company: frozenset[str]
    title: frozenset[str]


def _laid_out(document: Document, record: Commitment, carried: _Carried) -> Undertaking:
    words = words_of(document.text, record.spans)
    debtors = parties_of(record.debtors.value or ())
    quantities = record.quantities.value or ()
    published = document.published.start if document.published else None
    said = published
    if carried.statement is not None and carried.statement.date.value:
        said = carried.statement.date.value.start
    stretches = _content(document.text, record)
    contents, years = tuple(span.of(document.text) for span in stretches), _years(record)
    return Undertaking(
        record=record,
        position=carried.position,
        kind=document.kind,
        said=said,
        published=published,
        words=words,
        quoted=" ".join(_QUOTED.findall(words)),
        debtors=debtors,
        creditors=parties_of(record.creditors.value or ()) - debtors,
        parts=tuple((span, tokens_of(content) - years) for span, content in zip(stretches, contents, strict=True)),
        figures=frozenset((quantity.value, quantity.unit) for quantity in quantities),
        instrument=carried.instrument,
        company=carried.company | {party for party in debtors if is_state(party)},
        context=_context(document.text, record, words),
        clauses=_clauses(contents),
        object=tokens_of(record.object.value or ""),
        phrases=frozenset().union(*map(pairs_of_words, contents)),
        runs=frozenset(_runs(contents)),
        title=carried.title,
        sentence=_sentence(document.text, record),
    )


def _sentence(text: str, record: Commitment) -> str:
    """The words of the sentence in which a record stands, its own among them."""
    first, last = record.spans[0].start, record.spans[-1].end
    start = max(
        (end.end() for end in _END.finditer(text, max(0, first - _BEFORE), first)), default=max(0, first - _BEFORE)
    )
    end = _END.search(text, max(last - 1, first), last + _BEHIND)
    return text[start : end.start() + 1 if end else last + _BEHIND]


def _context(text: str, record: Commitment, words: str) -> frozenset[str]:
    """What the sentence before is about, where the clause points to it."""
    if not _POINTING.search(words):
        return frozenset()
    before = text[max(0, record.spans[0].start - _BEFORE) : record.spans[0].start]
    ended = _ENDED.split(before.rpartition("\n\n")[2])
    return tokens_of(" ".join(ended[-2:]))


def _clauses(contents: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """What each of several joined deeds is about; deeds that tell little by themselves are left out."""
    found = tuple(tokens_of(words) for content in contents for words in _JOINED.split(content))
    return tuple(tokens for tokens in found if total(tokens) >= _ENOUGH) if len(found) > 1 else ()


def _years(record: Commitment) -> frozenset[str]:
    """The years of its deadline as tokens: by when it is due is compared by itself, and is not what it is about."""
    when = record.deadline.value
    return frozenset({f"№{when.start.year}", f"№{when.last.year}"}) if when else frozenset()


def _runs(contents: tuple[str, ...]) -> Iterator[str]:
    """Every four words in a row."""
    for content in contents:
        words = _WORD.findall(content.lower())
        yield from (" ".join(words[first : first + _RUN]) for first in range(len(words) - _RUN + 1))


_WORD, _RUN = re.compile(r"\w+"), 4
_JOINED = re.compile(r";|—|, and |,? (?:and|by|including|as well as|while) (?=\w+ing\b)")
_ENOUGH = 20.0
"""Bits that a deed tells which can be compared by itself."""
_POINTING = re.compile(
    r"\b(?:this|these|those|such)\s+(?:\w+\s+)?(?:capabilit|packag|program|project|effort|initiativ|system|arrangement|"
    r"plan|deal|measure|mission|step|decision|commitment|process|group|mechanism|facilit|investment|purchase)",
    re.IGNORECASE,
)
"""Nouns that tell nothing by themselves, under a word that points to what was said of them."""
_BEFORE, _BEHIND = 600, 300
"""Characters before and behind a clause in which its sentence is looked for."""
_END = re.compile(r"[.!?;][”\"’)]?\s|\n")
_ENDED = re.compile(r"(?<=[.!?;])\s+")


def is_state(party: str) -> bool:
    """Whether a party is a state."""
    return _STATE.fullmatch(party) is not None


_NAME = 8
"""Words of a party's name after the words that bind, at most."""
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


def parties_of(ids: Iterable[str]) -> frozenset[str]:
    """Parties as they are compared: a ministry stands for its state too, a small group is its members."""
    found: set[str] = set()
    for party in ids:
        state = _STATE.match(party)
        found.update((party, state.group()) if state else load_memberships().get(party, (party,)))
    return frozenset(found)


def _content(text: str, record: Commitment) -> tuple[Span, ...]:
    """The stretches of the clause without the words that name the debtor and those that bind.

    A debtor may be told by the whole of the deed: that is no name, and stays.
    """
    binds = min((span.start for span in record.wording), default=record.spans[0].start + 1)
    names = tuple(span for span in record.debtors.spans if span.start < binds or len(span.of(text).split()) <= _NAME)
    whole = tuple(_without(record, (*names, *record.wording)))
    if total(tokens_of(" ".join(span.of(text) for span in whole))):
        return whole
    before = (span for span in names if span.start < binds and span not in record.spans)
    return tuple(_without(record, (*before, *record.wording)))


def _without(record: Commitment, cuts: Iterable[Span]) -> Iterator[Span]:
    """The stretches of the clause without some others."""
    gone = sorted(cuts, key=lambda span: span.start)
    for span in record.spans:
        start = span.start
        for cut in gone:
            if start <= cut.start and cut.end <= span.end:
                if cut.start > start:
                    yield Span(start, cut.start)
                start = max(start, cut.end)
        if start < span.end:
            yield Span(start, span.end)
