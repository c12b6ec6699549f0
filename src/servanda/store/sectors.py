"""Sectors of commitments asked of the tables: by the act, or by words that the full-text index finds.

A sector is no column, since it is no field of the codebook: what belongs to one is told by the lexicon of today, and by
the same words as `servanda.lexicon.sectors.sectors_of` tells it of one commitment.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, not_, or_

from servanda.lexicon.sectors import Sector, Signs, load_sectors
from servanda.store.databases import IsFound
from servanda.store.searches import Piece


def is_of_sector(sector: str, act: ColumnElement[str], number: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a commitment belongs to a sector.

    Args:
        sector: the sector; `other` for those that belong to none.
        act: the column of its act.
        number: the column of its record's number.

    Raises:
        ValueError: no such sector.
    """
    signs = load_sectors()
    if sector != Sector.OTHER:
        return _has(signs[Sector(sector)], act, number)
    # One search for all signs: one for each sector would take as long as all of them together.
    everything = Signs(
        acts=frozenset(name for one in signs.values() for name in one.acts),
        begins=tuple(word for one in signs.values() for word in one.begins),
        phrases=tuple(phrase for one in signs.values() for phrase in one.phrases),
    )
    return not_(_has(everything, act, number))


def _has(signs: Signs, act: ColumnElement[str], number: ColumnElement[int]) -> ColumnElement[bool]:
    begun = tuple(Piece((beginning,), whole=False) for beginning in signs.begins)
    pieces = (*begun, *(Piece(phrase, whole=True) for phrase in signs.phrases))
    # No index is used for a sum: rows that are held already are held against what is found, not looked up in it.
    told = IsFound(number + 0, "records", pieces, some=True)
    return or_(func.coalesce(act, "").in_(sorted(signs.acts)), told) if signs.acts else told
