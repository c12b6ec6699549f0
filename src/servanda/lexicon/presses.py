"""Where a paper, broadcaster, agency or office sits: the state whose calendar and clock it writes by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.lexicon.names import load_names
from servanda.lexicon.tables import load_words

_STANDS_FOR = frozenset({"state", "adjective", "capital", "seat"})


def state_of_press(name: str) -> str | None:
    """The state of a publisher: by the list, else by the state, adjective, capital or seat in its name ("Bangkok Post").

    Args:
        name: as the document has it.
    """
    listed = _listed().get(name.casefold())
    if listed:
        return listed
    return next((known.id for _, known in load_names().find(name) if known.sort in _STANDS_FOR), None)


@cache
def _listed() -> Mapping[str, str]:
    table = load_words("presses.toml")["states"]
    return {name.casefold(): state for state, names in table.items() for name in names}
