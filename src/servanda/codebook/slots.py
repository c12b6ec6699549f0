"""A field of a record: what it says, how that is known, and where it stands.

The codebook keeps three things apart that a blank cell would hide: a value that the text bears, a field that this text
leaves open (`unstated`, which is never a no), and one that it mentions but does not settle (`unclear`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from servanda.codebook.spans import Spans
from servanda.codebook.vocabulary import Known

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Generic[T]):
    """The value of one field.

    Attributes:
        value: what is recorded; None unless `known` is `stated`.
        known: stated, unstated or unclear.
        spans: the words that bear it. A stated value always has some: no span, no cell.
        reason: in words, how a value was worked out (a surname, a "we", a weekday), or why it is unclear.

    Raises:
        ValueError: a value without words, words of a value that is none, or an unclear field without a reason.
    """

    value: T | None = None
    known: Known = Known.UNSTATED
    spans: Spans = ()
    reason: str = ""

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.known is Known.STATED):
            raise ValueError("a slot has a value exactly where it is stated")
        if self.known is Known.STATED and not self.spans:
            raise ValueError("no span, no cell")
        if self.known is Known.UNSTATED and self.spans:
            raise ValueError("what is unstated stands nowhere")
        if self.known is Known.UNCLEAR and not self.reason:
            raise ValueError("say what makes it unclear")

    @property
    def is_stated(self) -> bool:
        """Whether the text bears a value."""
        return self.known is Known.STATED


def stated(value: T, spans: Spans, reason: str = "") -> Slot[T]:
    """A value with the words that bear it, and how it was worked out where the words alone do not say."""
    return Slot(value=value, known=Known.STATED, spans=spans, reason=reason)


def unstated() -> Slot[T]:
    """What this text leaves open."""
    return Slot()


def unclear(reason: str, spans: Spans = ()) -> Slot[T]:
    """What this text touches but does not settle."""
    return Slot(known=Known.UNCLEAR, spans=spans, reason=reason)
