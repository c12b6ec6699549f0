"""Stories: a report with its wire copies and rewrites, which told of one thing in one voice and count as one source.

What counts is the reports' own wording. Words inside quotation marks count for nothing: a hundred reports may quote one
press conference, and each that tells it in its own words is a source of its own. Official texts repeat their formulas
("spoke by phone today with"), so two texts of one outlet are one story only where nearly all of both is the same.
"""

from __future__ import annotations

from servanda.codebook import When
from servanda.resolve.clusters import Match
from servanda.resolve.sketches import Sketch

SURE = 0.8
_COPY, _REWRITE, _TOUCH = 0.6, 0.25, 0.08
_SAME_OUTLET = 0.93
_ENOUGH = 20
"""Runs that must be shared at least: three sentences or so."""

_DAYS = 5


def compare_stories(one: Sketch, other: Sketch) -> Match | None:
    """How sure it is that two documents are one report in two forms; None where nothing speaks for it."""
    shared = len(one.own & other.own)
    smaller = min(len(one.own), len(other.own))
    if not smaller or shared < min(_ENOUGH, smaller):
        return None
    part = shared / smaller
    score, why = _weigh(part, one, other)
    first, second = sorted((one.document, other.document))
    return Match(one=first, other=second, score=round(score, 3), reason=why) if score else None


def same_agency(one: Sketch, other: Sketch) -> str:
    """The agency that both credit within some days; empty where there is none."""
    return one.agency if one.agency and one.agency == other.agency and are_near(one.published, other.published) else ""


def are_near(one: When | None, other: When | None) -> bool:
    """Whether two documents may have come out within some days of one another; so may one whose day is not known."""
    if one is None or other is None:
        return True
    return (max(one.start, other.start) - min(one.last, other.last)).days <= _DAYS


def _weigh(part: float, one: Sketch, other: Sketch) -> tuple[float, str]:
    """The score that a shared part comes to, and why: a copy or rewrite comes soon after."""
    told = f"{part:.0%} of the shorter one's own words are the other's"
    agency = same_agency(one, other)
    if not are_near(one.published, other.published):
        return 0.0, ""
    if one.outlet and one.outlet == other.outlet:
        whole = len(one.own & other.own) / len(one.own | other.own)
        return (whole, f"{whole:.0%} of both is the same, and from one outlet") if whole >= _SAME_OUTLET else (0.0, "")
    if part >= _COPY:
        return min(1.0, 0.85 + part / 6), told
    if part >= _REWRITE and agency:
        return 0.85, f"{told}, and both credit {agency.title()}"
    if part >= _TOUCH:
        return 0.4 + part / 2, told
    return 0.0, ""
