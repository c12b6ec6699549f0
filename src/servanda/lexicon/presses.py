"""Where a text comes from: the state of its dateline or its paper, whose calendar and clock it is written by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from servanda.lexicon.names import load_names
from servanda.lexicon.tables import load_words

_STANDS_FOR = frozenset({"state", "adjective", "capital", "seat"})


def states_in(words: str) -> list[str]:
    """The states that words name by a name, an adjective, a capital or a seat, each once, in order."""
    return list(dict.fromkeys(known.id for _, known in load_names().find(words) if known.sort in _STANDS_FOR))


def state_of_origin(place: str | None, presses: Iterable[str | None]) -> str | None:
    """The state where a text was written: that of the dateline's place, else of the first publisher that is known.

    Args:
        place: as the dateline has it.
        presses: outlet and agency, the nearest first.
    """
    named = states_in(place) if place else []
    return named[0] if named else next(filter(None, map(state_of_press, filter(None, presses))), None)


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
