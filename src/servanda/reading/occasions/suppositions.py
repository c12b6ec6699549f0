"""Attacks that a treaty or pledge only supposes: `an armed attack on either would invoke the pact`.

An attack that is owned, pointed at or dated took place, whatever may follow from it.
"""

from __future__ import annotations

import re

from servanda.codebook.vocabulary import EventType
from servanda.reading.nominals import Nominal
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.times.times import find_times

_SUPPOSING = frozenset({"would", "could", "may", "might", "shall", "should", "will"})
_KNOWN = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "recent", "latest"}
)
_FROM_OUTSIDE = frozenset({"armed", "external", "foreign", "outside"})
_COVERED = re.compile(
    r"\b(?:extend(?:s|ed|ing)?\s(?:\w+\s)?to|appl(?:y|ies|ied|ying)\s(?:\w+\s)?to|cover(?:s|ed|ing)?|regard(?:s|ed)?|treat(?:s|ed)?)"
    r"\s(?:an?\s)?\Z"
)
_GUARDED = re.compile(
    r"\b(?:defen[dcs]\w*|protect\w*|guard\w*|secur\w+|deter\w*|resist\w*|repel\w*)\s(?:\S+\s){0,6}(?:against|from)\s(?:an?\s)?\Z"
)
"""What a state is to be kept safe from need not have come."""


def is_supposed(sighting: Sighting) -> bool:
    """Whether a noun names an attack that nobody says took place.

    Args:
        sighting: the occasion as the sentence names it.
    """
    nominal = sighting.nominal
    if nominal is None or sighting.gathering.type is not EventType.ASSAULT or is_known(sighting, nominal):
        return False
    lead = set(nominal.lead)
    before = sighting.stretch.scene.text[sighting.stretch.span.start : sighting.span.start]
    guarded = _GUARDED.search(before) is not None and bool(lead & _FROM_OUTSIDE)
    return "future" in lead or guarded or _COVERED.search(before) is not None or _would_follow(sighting, nominal)


def is_known(sighting: Sighting, nominal: Nominal) -> bool:
    """Whether it is a certain attack: pointed at, owned, or with a time of its own.

    Args:
        sighting: the attack as the sentence names it.
        nominal: its name.
    """
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in nominal.lead)
    return (
        owned
        or bool(_KNOWN & set(nominal.lead))
        or any(time.when for time in find_times(sighting.stretch.scene, sighting.span))
    )


def _would_follow(sighting: Sighting, nominal: Nominal) -> bool:
    """Whether something would follow from it: `an attack on one [shall be considered] an attack on all`."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(nominal.head.start)
    verb = tree.head(head) if head is not None and head.relation == "nsubj" else None
    return verb is not None and any(one.lower in _SUPPOSING for one in tree.children(verb, "aux"))
