"""Offices under their several names: a foreign secretary, a minister of foreign affairs and a secretary of state do one work.

Who holds an office is `holders.py`; whose office a title in a text is, the readers decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from servanda.lexicon.tables import load_rows, several

_LEADERS = frozenset({"president", "monarch", "head of government", "crown prince", "supreme leader", "party leader"})


@cache
def load_roles() -> Mapping[str, str]:
    """The role of each office by its name, in lower case and American spelling, from `offices.tsv`."""
    return {name: row["role"] for row in load_rows("offices.tsv") for name in several(row["names"])}


def role_of(office: str) -> str:
    """What the holder of an office does: `foreign minister` for a foreign secretary; the office itself where it has one name.

    Args:
        office: its name in any case, with British or American spelling.
    """
    plain = office.lower().strip().replace("defence", "defense").replace("’", "'")
    plain = plain.removeprefix("the ").partition(" to the ")[0] if plain.startswith("ambassador to") else plain
    return load_roles().get(plain, plain)


@lru_cache(maxsize=4096)
def is_office(asked: str, held: str) -> bool:
    """Whether an office that a text names may be the one that a person holds.

    `leader` and `minister` ask for any office of that rank; a deputy's office is never the office itself.
    """
    wanted, role = role_of(asked), role_of(held)
    if asked.lower() == "leader":
        return role in _LEADERS
    if asked.lower() == "minister":
        return role.endswith("minister")
    if asked.lower() == "secretary":
        return held.lower().endswith("secretary") or held.lower().startswith("secretary")
    return wanted == role
