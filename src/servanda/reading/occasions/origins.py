"""States that only describe those who take part: by an adjective, as senders of officials, as sides of a deal, as where an attack struck."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import Span
from servanda.codebook.vocabulary import EventType
from servanda.reading.actors.references import Referent
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.hosts import states_in
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.stretches import Stretch

_SENT = re.compile(
    r"\b(?:officials|ministers|delegations|representatives|negotiators|leaders|diplomats|envoys|presidents|teams|experts|chiefs|delegates)\s(?:from|of)\s"
)


def described_by(sighting: Sighting) -> list[Referent]:
    """The states that adjectives, senders or sides name in an occasion's own words."""
    if sighting.nominal is not None and sighting.gathering.needs == "party":
        return [*states_in(sighting.stretch, sighting.span, "adjective"), *_between(sighting)]
    if sighting.nominal is not None:
        return [*adjectives_in(sighting.stretch, sighting.nominal), *_senders(sighting), *_between(sighting)]
    return states_in(sighting.stretch, sighting.span, "adjective") if sighting.gathering.family == "sanction" else []


def _between(sighting: Sighting) -> list[Referent]:
    """States that only describe those between whom it is (`deals between U.S. and Kenyan companies`)."""
    stretch, span = sighting.stretch, sighting.span
    at = stretch.scene.text.find(" between ", span.start, span.end)
    if at < 0:
        return []
    found = [one for sort in ("state", "adjective") for one in states_in(stretch, Span(at, span.end), sort)]
    return [one for one in found if not any(m.span.overlaps(one.span) for m in stretch.mentions)]


def _senders(sighting: Sighting) -> list[Referent]:
    """The states whose officials meet (`talks between negotiators from Chile and Peru`)."""
    stretch, span = sighting.stretch, sighting.span
    sent = _SENT.search(stretch.scene.text, span.start, span.end)
    found = states_in(stretch, Span(sent.end(), span.end), "state") if sent and sent.end() < span.end else []
    return [one for one in found if not any(m.span.overlaps(one.span) for m in stretch.mentions)]


def struck_in(sighting: Sighting) -> list[Referent]:
    """The state where an attack strikes (`the bombing in Nairobi`)."""
    nominal = sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.ASSAULT or nominal.head.end >= nominal.span.end:
        return []
    behind = Span(nominal.head.end, nominal.span.end)
    found = [*states_in(sighting.stretch, behind, "state"), *states_in(sighting.stretch, behind, "capital")]
    return [
        replace(referent, reason=f"the attack struck {referent.span.of(sighting.stretch.scene.text)}")
        for referent in found
    ]


def adjectives_in(stretch: Stretch, nominal: Nominal) -> list[Referent]:
    """States that stand before the head as adjectives (`a Chinese takeover of Taiwan`)."""
    if nominal.head.start == nominal.span.start:
        return []
    return states_in(stretch, Span(nominal.span.start, nominal.head.start), "adjective")
