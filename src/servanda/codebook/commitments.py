"""An undertaking of one party that concerns another party or both."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from servanda.codebook.keys import ActorId, DocumentId, RecordId, plain, set_keys
from servanda.codebook.origins import Origin
from servanda.codebook.slots import Slot, unstated
from servanda.codebook.spans import Span, Spans
from servanda.codebook.times import When
from servanda.codebook.vocabulary import Act, Bound, CommitmentStatus, Firmness, Novelty, Polarity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much.

    Attributes:
        value: the number, with its scale worked in (`350000000000`).
        unit: ISO 4217 currency, `%`, `% of GDP`, `people`, `year`, or the counted noun.
        role: amount, from, to or share.
        span: the words, with those of its bound and of what it recurs for.
        bound: how closely it is meant; None where the text gives the very number.
        per: for what it recurs or is counted (`year`, `barrel`); empty where it does not.
    """

    value: Decimal
    unit: str
    role: Role
    span: Span
    bound: Bound | None = None
    per: str = ""

    def __post_init__(self) -> None:
        # 3.5E+11 and 350000000000 are one number; the plain form is kept, so that the same sum has the same key.
        object.__setattr__(self, "value", Decimal(format(self.value.normalize(), "f")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What a commitment is given in return for, and who says so.

    Attributes:
        commitments: ids of the commitments on the other side; never empty.
        asserted_by: actor ids of those who say that one is given for the other; `narrator` for the reporter's own voice.
    """

    commitments: tuple[RecordId, ...]
    asserted_by: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """To do, keep or refrain from something. One record per debtor side and act.

    A demand on the other side, something already done, a scheduled event, or what a side does for itself alone is none.

    Attributes:
        document: the document's id.
        debtors: who is bound.
        creditors: to whom. Stated and empty where both owe it jointly.
        span: the clause that states it: debtor, firmness word and act; an act that shares its head lies on two stretches.
        act: what is to be done.
        object: a short noun phrase: what is invested in, bought, lowered.
        quantities: how much.
        deadline: by when.
        exchange: in return for what, and who says so.
        condition: stretches of conditions and qualifiers, outside `span`. Empty where the text states none.
        wording: the words that carry the firmness. Empty where the term has none of its own.
        firmness: how firmly it binds.
        novelty: new, reaffirmed or unclear.
        polarity: whether the act is undertaken or declined.
        status: how far it has come, as this document has it.
        instrument: id of the instrument that holds it.
        statement: id of the statement that carries it.
        origin: who read it.
    """

    document: DocumentId
    debtors: Slot[tuple[ActorId, ...]]
    creditors: Slot[tuple[ActorId, ...]] = field(default_factory=unstated)
    span: Spans
    act: Slot[Act]
    object: Slot[str] = field(default_factory=unstated)
    quantities: Slot[tuple[Quantity, ...]] = field(default_factory=unstated)
    deadline: Slot[When] = field(default_factory=unstated)
    exchange: Slot[Exchange] = field(default_factory=unstated)
    condition: Spans = ()
    wording: Spans = ()
    firmness: Slot[Firmness]
    novelty: Slot[Novelty]
    polarity: Slot[Polarity]
    status: Slot[CommitmentStatus]
    instrument: Slot[RecordId] = field(default_factory=unstated)
    statement: Slot[RecordId] = field(default_factory=unstated)
    origin: Origin
    id: RecordId = field(init=False)
    claim: str = field(init=False)

    def __post_init__(self) -> None:
        said = (
            self.debtors.value,
            self.creditors.value,
            self.act.value,
            plain(self.object.value or ""),
            [_said(quantity) for quantity in self.quantities.value or ()],
            str(self.deadline.value) if self.deadline.value else None,
            self.firmness.value,
            self.polarity.value,
        )
        set_keys(self, "c", self.document, self.span, said)

    @property
    def spans(self) -> Spans:
        """The words that the record rests on."""
        return self.span


def _said(quantity: Quantity) -> tuple[str, ...]:
    """What counts for sameness. A quantity without bound and rate has the key that it had before these were recorded."""
    apart = (quantity.bound or "", quantity.per) if quantity.bound or quantity.per else ()
    return (str(quantity.value), quantity.unit, quantity.role, *apart)
