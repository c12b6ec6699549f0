"""One thing in which two releases of a ledger differ, as a record."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import RecordId
from servanda.codebook.vocabulary import Term
from servanda.view.sources import Source


class Fate(Term):
    """What became of something between two releases."""

    GONE = "gone", "it is in the first one alone"
    COME = "come", "it is in the second one alone"
    CHANGED = "changed", "it is in both, and says something else"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that says something else.

    Attributes:
        slot: the field's name in the codebook.
        before: what it said, as the codebook writes it; empty where the text left it open.
        after: what it says.
    """

    slot: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs.

    Attributes:
        fate: gone, come or changed.
        kind: plural name of the kind of record, or `threads of` these.
        before: id in the first release; empty where it has come.
        after: id in the second release; empty where it is gone.
        words: the words it rests on; of a thread, why they are one.
        fields: the fields that say something else; of a thread, how many records it lost and won.
        source: the document; None for a thread.
    """

    fate: Fate
    kind: str
    before: RecordId
    after: RecordId
    words: str
    fields: tuple[FieldChange, ...]
    source: Source | None
