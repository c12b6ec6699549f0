"""From PLOVER's event types to CAMEO's codes and back, with a word on what each step loses.

Neither scheme holds what servanda records: whether a promise is firm, new or kept has no code in either. The codes are
derived when they are asked for and are never the key of a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from servanda.codebook.vocabulary import EventType
from servanda.lexicon.tables import load_rows

VERSION = "1"
# CAMEO has one root for yielding in words and in deeds, where PLOVER has CONCEDE and RETREAT; and two for what PLOVER
# calls ACCUSE, of which the wider one stands where nothing is said of an inquiry.
_ROOTS = {EventType.RETREAT: "08", EventType.ACCUSE: "11"}

_QUADS = {
    1: (EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE),
    2: (EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    3: (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    4: (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
}
QUADS: Mapping[EventType, int] = MappingProxyType({event: quad for quad, events in _QUADS.items() for event in events})
"""Cooperation in words and in kind, conflict in words and in kind. PLOVER's manual has SANCTION under the fourth in its own
section and under the third in a table; CAMEO has it under the fourth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One code of CAMEO and what PLOVER has for it.

    Attributes:
        cameo: the code.
        meaning: what it stands for.
        type: PLOVER's event type; None where PLOVER has no event for it.
        mode: PLOVER's mode, or empty.
        back: whether this type and mode go back to this code.
        loss: what is lost, or where the table published in 2021 says otherwise; empty where nothing is.
    """

    cameo: str
    meaning: str
    type: EventType | None
    mode: str
    back: bool
    loss: str


@cache
def load_crossings() -> tuple[Crossing, ...]:
    """All codes, from `crosswalks.tsv`, in the order of CAMEO."""
    return tuple(
        Crossing(
            cameo=row["cameo"],
            meaning=row["meaning"],
            type=EventType(row["plover"]) if row["plover"] else None,
            mode=row["mode"],
            back=bool(row["back"]),
            loss=row["loss"],
        )
        for row in load_rows("crosswalks.tsv")
    )


def plover_of(cameo: str) -> Crossing | None:
    """What PLOVER has for a code of CAMEO: its own line, or that of the nearest code above it; None for no code."""
    known = _by_code()
    return next((known[cameo[:end]] for end in range(len(cameo), 1, -1) if cameo[:end] in known), None)


def cameo_of(event: EventType, mode: str = "") -> Crossing:
    """The code of CAMEO for a PLOVER event: of its mode where that has one, else the root."""
    known = _by_event()
    return known.get((event, mode)) or known.get((event, "")) or _by_code()[_ROOTS[event]]


@cache
def _by_code() -> Mapping[str, Crossing]:
    return {one.cameo: one for one in load_crossings()}


@cache
def _by_event() -> Mapping[tuple[EventType, str], Crossing]:
    return {(one.type, one.mode): one for one in load_crossings() if one.back and one.type is not None}
