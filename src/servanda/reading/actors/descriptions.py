"""Descriptions of one actor: `the Kenyan government`, `the country`, `the US envoy`, `the minister`, `the ministry`.

They are tied in text order, to what was named before them; where two candidates remain, to none. Here is where they
stand and in which order the rules are asked; each family of rules has a file of its own.
"""

from __future__ import annotations

from functools import cache

from servanda.lexicon.heads import load_heads
from servanda.reading.actors.body_heads import tie_body_head
from servanda.reading.actors.countries import COUNTRY, HALVES, tie_country, tie_government, tie_half, tie_own_government
from servanda.reading.actors.delegations import tie_delegation
from servanda.reading.actors.factions import FIGHTERS, tie_faction
from servanda.reading.actors.frames import Frame, frame_at
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.neighbors import tie_neighbor
from servanda.reading.actors.pairs import tie_pair
from servanda.reading.actors.resumptions import tie_alliance, tie_body, tie_sort
from servanda.reading.actors.tags import Row, Token
from servanda.reading.actors.titles import tie_office, tie_office_alone, tie_spokesperson
from servanda.reading.actors.views import View

RULES = (
    tie_pair,
    tie_half,
    tie_faction,
    tie_delegation,
    tie_own_government,
    tie_government,
    tie_country,
    tie_neighbor,
    tie_spokesperson,
    tie_body_head,
    tie_office,
    tie_alliance,
    tie_sort,
    tie_body,
    tie_office_alone,
)


def description_frames(row: Row) -> list[Frame]:
    """The descriptions of single actors in a sentence, not yet tied."""
    known = _words()
    return [
        frame_at(row, at)
        for at, token in enumerate(row.tokens)
        if (token.tag == "H" or token.lower in known) and _is_head(row, at, token)
    ]


@cache
def _words() -> frozenset[str]:
    """All words that may head one."""
    heads = load_heads()
    known = (
        heads.groups,
        heads.state,
        heads.factions,
        heads.sorts,
        heads.named_before,
        COUNTRY,
        HALVES,
        FIGHTERS,
        _OTHERS,
    )
    return frozenset(_GOVERNMENT.union(*known))


_GOVERNMENT = frozenset({"administration", "government", "regime"})
_OTHERS = frozenset({"men", "women", "neighbor", "neighbour"})


def _is_head(row: Row, at: int, token: Token) -> bool:
    if token.tag == "H":
        return True
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    before = row.tokens[at - 1] if at else None
    if before is not None and before.tag == "N" and token.lower in _GOVERNMENT:
        return True
    if before is not None and before.text == "European" and token.lower in load_heads().groups:
        return True
    if after is not None and (after.tag == "H" or after.lower in load_heads().state) and token.lower not in HALVES:
        return False
    if token.lower in HALVES:
        return (
            token.is_capital
            and before is not None
            and (before.lower == "the" or row.heading)
            and (after is None or after.tag not in "NMSAKHBx")
        )
    return (
        token.lower in load_heads().state
        or token.lower in COUNTRY
        or token.lower in load_heads().factions
        or token.lower in FIGHTERS
        or token.lower in _OTHERS
        or token.lower in load_heads().sorts
        or (token.lower in load_heads().named_before and token.tag != "B")
    )


def tie_description(frame: Frame, view: View) -> Naming | None:
    """Whom a description means at this place."""
    for rule in RULES:
        naming = rule(frame, view)
        if naming is not None:
            return naming
    return None
