"""An undertaking in one line, for the views that list many: who, to whom, what, how firmly, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, replace

from servanda.codebook import Commitment, RecordId
from servanda.codebook.vocabulary import Act, Polarity
from servanda.store import Found
from servanda.view.deeds import told_object
from servanda.view.names import Names, deadline_in_words, quantity_in_words
from servanda.view.supports import support_of
from servanda.view.undertakings import Undertaking, day_of

_MOST_NAMES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingLine:
    """One undertaking.

    Attributes:
        id: id of the thread, or of the record where it is alone.
        goal: what the id is one of: `thread` or `record`.
        debtors: names of those bound.
        creditors: names of those to whom; empty where the text names none.
        act: what is to be done; `declines: …` where the party declines it.
        object: a short phrase: what is invested in, bought, lowered, with its verb where no word names the act; empty where not
            stated.
        quantities: how much.
        firmness: how firmly the newest words bind.
        status: how far it has come.
        clock: where its deadline stands on the day asked for.
        deadline: the deadline in words; empty where none is stated.
        first: the first day on which it was said, as an ISO date; empty where unknown.
        last: the last one.
        documents: how many documents say it.
        sources: how many of them are independent, as far as the ledger knows which tell one story.
        conditional: whether its newest words have a condition or qualifier.
    """

    id: RecordId
    goal: str
    debtors: tuple[str, ...]
    creditors: tuple[str, ...]
    act: str
    object: str
    quantities: tuple[str, ...]
    firmness: str
    status: str
    clock: str
    deadline: str
    first: str
    last: str
    documents: int
    sources: int
    conditional: bool = False

    @property
    def parties(self) -> str:
        """Who and to whom: `Norway → Finland`."""
        told = _few(self.debtors) or "not stated"
        return f"{told} → {_few(self.creditors)}" if self.creditors else told

    @property
    def gist(self) -> str:
        """What is to be done: `procure · electric ferries · 3 ferries`; an act that has no name of its own is left out."""
        act = "" if self.act == Act.OTHER and self.object else self.act
        return " · ".join(part for part in (act, self.object, ", ".join(self.quantities)) if part)


def _few(names: tuple[str, ...]) -> str:
    """Names in a line; of a whole alliance the first ones."""
    told, others = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    return ", ".join(told) + (f" and {others} others" if others > 0 else "")


def line_of(one: Undertaking, names: Names, at: RecordId = "") -> UndertakingLine:
    """An undertaking in one line; its fields are those of its newest record that states them.

    Args:
        one: the undertaking.
        names: names of parties.
        at: id of the record whose words stand beside the line: what it states comes first. Its newest, if not given.
    """
    days = [day for found in one.found if (day := day_of(found))]
    one = _told_in(one, at) if at else one
    commitment, deadline = one.commitment, one.timing.deadline
    act = commitment.act.value
    newest_first = [saying.commitment for saying in reversed(one.sayings)]
    amounts = next((many for record in newest_first if (many := record.quantities.value)), ())
    return UndertakingLine(
        id=one.id,
        goal=one.goal,
        debtors=tuple(map(names.actor, one.debtors)),
        creditors=tuple(map(names.actor, one.creditors)),
        act=("declines: " if commitment.polarity.value is Polarity.MINUS else "") + (act.value if act else "unclear"),
        object=next((told for told in map(_object, reversed(one.found)) if told), ""),
        quantities=tuple(map(quantity_in_words, amounts)),
        firmness=commitment.firmness.value or "unclear",
        status=one.status.value,
        clock=one.timing.clock.value,
        deadline=deadline_in_words(deadline) if deadline else "",
        first=days[0] if days else "",
        last=days[-1] if days else "",
        documents=len({found.document.id for found in one.found}),
        sources=len(support_of(one)),
        conditional=bool(commitment.condition),
    )


def _told_in(one: Undertaking, at: RecordId) -> Undertaking:
    """The same with the record of this id as if it were the newest."""
    place = next(place for place, found in enumerate(one.found) if found.record.id == at)
    order = sorted(range(len(one.found)), key=lambda number: number == place)
    return replace(
        one, found=tuple(one.found[number] for number in order), sayings=tuple(one.sayings[number] for number in order)
    )


def _object(found: Found) -> str:
    return told_object(found.record, found.words) if isinstance(found.record, Commitment) else ""
