"""The codes of PLOVER and CAMEO for a record, and what of it they do not hold.

They are worked out from the record whenever it is shown and are no part of it: both schemes drop how firm, new or kept
a promise is. A record for which neither has a code has none here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from servanda.codebook import Assessment, Commitment, Instrument, Occasion, Record, Statement
from servanda.codebook.vocabulary import EventType, Known, OccasionKind, OccasionStatus, Polarity
from servanda.lexicon.codes import load_codes
from servanda.lexicon.crosswalks import VERSION, Crossing, cameo_of, plover_of
from servanda.view.fields import Field, Part

LABEL = "PLOVER and CAMEO"
_MODES = {OccasionKind.VISIT: "visit", OccasionKind.CALL: "phone"}
_TO_COME = frozenset({OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL})
_KIND = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
_HARSH = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.REJECT}
)
_AHEAD = {
    **dict.fromkeys(_KIND, EventType.AGREE),
    **dict.fromkeys(_HARSH, EventType.THREATEN),
    EventType.RETREAT: EventType.CONCEDE,
}
"""What PLOVER makes of a deed that is yet to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """One record in PLOVER and CAMEO.

    Attributes:
        plover: PLOVER's event type; empty where it has no event for the record.
        mode: PLOVER's mode, or empty.
        cameo: CAMEO's code.
        meaning: what the CAMEO code stands for.
        loss: what of the record is lost.
        crosswalk: version of the table that leads from one scheme to the other.
    """

    plover: str
    mode: str
    cameo: str
    meaning: str
    loss: str
    crosswalk: str = VERSION


def codes_of(record: Record) -> Codes | None:
    """The codes for a record; None where neither scheme has one, and for actors."""
    if isinstance(record, Occasion):
        return _of_occasion(record)
    named = _word_of(record)
    code = load_codes().get(named) if named else None
    if code is None:
        return None
    declined = isinstance(record, Commitment) and record.polarity.value is Polarity.MINUS
    crossing = plover_of((declined and code.declined) or code.cameo)
    return _codes(crossing, code.loss) if crossing else None


def codes_field(record: Record) -> Field:
    """The codes as a field of a page."""
    codes = codes_of(record)
    if codes is None:
        return Field(slot="codes", label=LABEL, known=Known.UNSTATED, absent="no code")
    text = f"{'.'.join(filter(None, (codes.plover, codes.mode))) or 'no event'}, {codes.cameo}"
    parts = (Part(text=text, note=f"{codes.meaning}; lost: {codes.loss}" if codes.loss else codes.meaning),)
    return Field(slot="codes", label=LABEL, known=Known.STATED, parts=parts)


def _word_of(record: Record) -> tuple[str, str] | None:
    """The word of the codebook that a record is coded by, with its kind."""
    if isinstance(record, Commitment) and record.act.value:
        return "commitments", record.act.value
    if isinstance(record, Statement):
        return "statements", "statement"
    if isinstance(record, Assessment) and record.valence.value:
        return "assessments", record.valence.value
    if isinstance(record, Instrument) and record.status.value:
        return "instruments", record.status.value
    return None


def _of_occasion(occasion: Occasion) -> Codes | None:
    event, kind = occasion.type.value, occasion.kind.value
    if event is None:
        return None
    if occasion.status.value in _TO_COME:
        ahead = _AHEAD.get(event, event)
        loss = f"that it is {event}" if ahead is not event else ""
        return replace(_codes(cameo_of(ahead), loss, "that it is yet to come"), plover=ahead.value)
    signed = plover_of("057") if kind is OccasionKind.SIGNING and event is EventType.AGREE else None
    if signed is not None:
        return _codes(signed)
    mode = _MODES.get(kind, "") if kind and event is EventType.CONSULT else ""
    crossing = cameo_of(event, mode)
    wide = "whether they met, spoke or negotiated" if crossing.cameo == "04" else ""
    # A root that two types share, or that has a mode of its own, still stands for this type here.
    return replace(_codes(crossing, wide), plover=event.value, mode=mode)


def _codes(crossing: Crossing, *losses: str) -> Codes:
    return Codes(
        plover=crossing.type.value if crossing.type else "",
        mode=crossing.mode,
        cameo=crossing.cameo,
        meaning=crossing.meaning,
        loss="; ".join(filter(None, (*losses, crossing.loss))),
    )
