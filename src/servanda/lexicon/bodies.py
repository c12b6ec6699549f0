"""Bodies: international ones, those of one state, and the ministries that follow from a state and a portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.tables import load_rows, several

_DEPARTMENTS = frozenset({"USA", "AUS", "PHL", "CAN"})
"""States whose ministries are called departments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, command, alliance, agency, or another group that acts under a name.

    Attributes:
        id: the codebook's canonical id.
        kind: body or group.
        name: its usual name.
        names: other names and abbreviations.
        wikidata: its item; empty where not sure.
    """

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    wikidata: str = ""


@cache
def load_bodies() -> Mapping[str, Body]:
    """All named bodies by id, from `bodies.tsv`."""
    return {
        row["id"]: Body(
            id=row["id"],
            kind=ActorKind(row["kind"]),
            name=row["name"],
            names=several(row["names"]),
            wikidata=row["wikidata"],
        )
        for row in load_rows("bodies.tsv")
    }


@cache
def load_portfolios() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Each portfolio in lower case ("foreign", "trade and industry"), with its slug and what some states call the ministry."""
    found = {}
    for row in load_rows("ministries.tsv"):
        own = dict(pair.split("=", 1) for pair in several(row["exceptions"]))
        found.update(dict.fromkeys(several(row["portfolios"]), (row["slug"], own)))
    return found


def ministry_id(state: str, portfolio: str) -> str | None:
    """The id of the ministry that holds a portfolio in a state: `KEN`, `defence` give `KEN/ministry-of-defense`.

    Returns:
        None where the portfolio is not known.
    """
    known = load_portfolios().get(portfolio.lower())
    if known is None:
        return None
    slug, own = known
    usual = f"department-of-{slug}" if state in _DEPARTMENTS else f"ministry-of-{slug}"
    return f"{state}/{own.get(state, usual)}"
