"""In which order records of a thread were said, and how firmly words bind."""

from __future__ import annotations

from datetime import date

from servanda.codebook.vocabulary import Firmness
from servanda.resolve.commitments.undertakings import Undertaking

FIRMNESS = (Firmness.ASPIRED, Firmness.INTENDED, Firmness.AGREED, Firmness.PLEDGED, Firmness.BINDING)
"""From the least firm to the firmest."""


def said_order(undertaking: Undertaking) -> tuple[date, date, str, int]:
    """By the day on which it was said, then by publication, then by document and place; the undated come last."""
    said, published = undertaking.said or date.max, undertaking.published or date.max
    return said, published, undertaking.document, undertaking.position


def firmness_of(undertaking: Undertaking) -> int:
    """How firmly it binds, as a number."""
    value = undertaking.record.firmness.value
    return FIRMNESS.index(value) if value is not None else 0
