"""How far judges agree, beyond chance, over what they judged alike: Krippendorff's alpha for nominal data.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43:
of each unit with m values, every ordered pair of its values counts 1/(m-1) in the matrix of coincidences o; n values
can be paired; alpha = 1 - (n - 1) · Σ o(c, k) / Σ n(c) · n(k), both sums over c ≠ k. A unit that one judge alone judged
is in none of it. 1 is full agreement, 0 what chance gives; where all values are one, chance explains everything and
alpha is not defined.

What is compared: whether a record was accepted or rejected, and the value of a field over those who corrected it or
accepted the record, since to accept is to say that its value is right. Undone judgements do not count, and of one
person's the last one does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.codebook import KINDS, DocumentId, RecordId
from servanda.codebook.vocabulary import Verdict
from servanda.store import Judged, Ledger
from servanda.view.markings import NONE, Marking, markings_of

FEW = 30
"""Below so many records a figure says little, and is shown with that warning."""

_VERDICT = "accept or reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The agreement on one question.

    Attributes:
        kind: plural name of the kind of record; `all` for all of them.
        question: `accept or reject`, or the field that somebody corrected.
        judges: who answered it for a record that another one answered for too.
        records: how many records two or more of them answered it for.
        answers: how many answers they gave for these.
        agreed: for how many of these records all answers are one.
        alpha: Krippendorff's alpha; None where it cannot be computed.
        note: why there is none, or that the records are few; else empty.
    """

    kind: str
    question: str
    judges: tuple[str, ...]
    records: int
    answers: int
    agreed: int
    alpha: float | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """How far the judges of a ledger agree.

    Attributes:
        judges: everybody whose judgements stand, with how many these are.
        rows: the questions, accept or reject first.
    """

    judges: tuple[tuple[str, int], ...]
    rows: tuple[Agreement, ...]


Answers = Mapping[RecordId, Mapping[str, str]]
"""For each record, what each judge answered."""


def nominal_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data.

    Args:
        units: of each unit the values that it was given, one a judge; missing ones are left out.

    Returns:
        Alpha, or None where no unit has two values, or all values are one.
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter[str] = sum(paired, Counter())
    number = totals.total()
    observed = sum((Fraction(_unlike(unit), unit.total() - 1) for unit in paired), Fraction(0))
    expected = _unlike(totals)
    return float(1 - (number - 1) * observed / expected) if expected else None


def _unlike(values: Counter[str]) -> int:
    """How many ordered pairs of these values are of two that differ."""
    return values.total() ** 2 - sum(number**2 for number in values.values())


def agreement_page(ledger: Ledger) -> AgreementPage:
    """How far all judges of a ledger agree, question by question."""
    standing = [one for one in ledger.find_judgements() if one.undone is None]
    said = _Said()
    for one in standing:
        said.add(one)
    said.add_accepted(ledger)
    rows = [_agreement("all", _VERDICT, said.verdicts())]
    rows += [_agreement(kind, _VERDICT, said.verdicts(kind)) for kind, _ in KINDS if kind in said.kinds.values()]
    rows += [_agreement(kind, slot, said.values[kind, slot]) for kind, slot in sorted(said.values)]
    judges = Counter(one.judgement.by for one in standing)
    return AgreementPage(judges=tuple(sorted(judges.items())), rows=tuple(rows))


class _Said:
    """What each judge said last.

    Attributes:
        kinds: the kind of each record.
        answers: accept or reject, by record and judge.
        values: for each kind and field that somebody corrected, its value by record and judge.
    """

    def __init__(self) -> None:
        self.kinds: dict[RecordId, str] = {}
        self.answers: dict[RecordId, dict[str, str]] = {}
        self.values: dict[tuple[str, str], dict[RecordId, dict[str, str]]] = {}
        self._documents: dict[RecordId, DocumentId] = {}

    def add(self, one: Judged) -> None:
        """Take in a judgement; the newest come last, and count."""
        told, about = one.judgement, one.about[0]
        record = about.now or about.record
        self.kinds[record], self._documents[record] = about.kind, about.document
        if told.verdict in {Verdict.ACCEPT, Verdict.REJECT}:
            self.answers.setdefault(record, {})[told.by] = told.verdict.value
        elif told.verdict is Verdict.CORRECT:
            values = self.values.setdefault((about.kind, told.slot), {})
            values.setdefault(record, {})[told.by] = told.value or NONE

    def add_accepted(self, ledger: Ledger) -> None:
        """Who accepted a record gives each field the value that it has, unless they corrected it."""
        markings = _markings(ledger, sorted(set(self._documents.values())))
        for record, answers in self.answers.items():
            marking = markings.get(record)
            for (kind, slot), values in self.values.items():
                if marking is not None and marking.kind == kind and slot in marking.shown:
                    for judge in (judge for judge, answer in answers.items() if answer == Verdict.ACCEPT):
                        values.setdefault(record, {}).setdefault(judge, marking.fields.get(slot, NONE))

    def verdicts(self, kind: str | None = None) -> Answers:
        """Accept or reject, of one kind or all."""
        return {record: given for record, given in self.answers.items() if kind in {None, self.kinds[record]}}


def _markings(ledger: Ledger, documents: Iterable[DocumentId]) -> dict[RecordId, Marking]:
    readings = (ledger.find_reading(document) for document in documents)
    return {marking.record: marking for reading in readings if reading for marking in markings_of(reading)}


def _agreement(kind: str, question: str, answers: Answers) -> Agreement:
    units = [given for given in answers.values() if len(given) > 1]
    alpha = nominal_alpha([list(given.values()) for given in units])
    return Agreement(
        kind=kind,
        question=question,
        judges=tuple(sorted({judge for given in units for judge in given})),
        records=len(units),
        answers=sum(map(len, units)),
        agreed=sum(len(set(given.values())) == 1 for given in units),
        alpha=None if alpha is None else round(alpha, 4),
        note=_note(len(units), alpha),
    )


def _note(records: int, alpha: float | None) -> str:
    if not records:
        return "no record was judged by two"
    if alpha is None:
        return "all gave one answer, so that chance alone could have: alpha is not defined"
    return f"fewer than {FEW} records: too few to rely on" if records < FEW else ""
