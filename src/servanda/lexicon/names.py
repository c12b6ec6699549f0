"""Every proper name that the lexicon knows, ready to be found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.matching import Names
from servanda.lexicon.states import load_states
from servanda.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for.

    Attributes:
        sort: `state`, `adjective`, `capital`, `seat`, `body`, or `other` for a name that is no actor's ("New Mexico").
        id: the actor's id; empty for `other`.
    """

    sort: str
    id: str


@cache
def load_names() -> Names[Known]:
    """All names; where two share one, a name of a state stands before an adjective, a body and a capital."""
    table: dict[str, Known] = {}
    for row in load_rows("names.tsv"):
        table[row["name"]] = Known("other", "")
    for state in load_states().values():
        for sort, names in (
            ("state", (state.name, *state.names)),
            ("adjective", state.adjectives),
            ("capital", state.capitals),
            ("seat", state.seats),
        ):
            for name in names:
                table.setdefault(name, Known(sort, state.id))
    for body in load_bodies().values():
        for name in (body.name, *body.names):
            table.setdefault(name, Known("body", body.id))
    return Names(table)
