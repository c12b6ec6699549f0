"""Where a text comes from: the state of its dateline or its paper, whose calendar and clock it is written by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states
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
    # Datelines are set in capitals, as names are not in the tables.
    named = (states_in(place) or states_in(place.title())) if place else []
    return named[0] if named else next(filter(None, map(state_of_press, filter(None, presses))), None)


def state_of_press(name: str) -> str | None:
    """The state of a publisher: by the list, else by the state, adjective, capital or seat in its name ("Bangkok Post").

    Args:
        name: as the document has it.
    """
    listed = _listed().get(name.casefold())
    if listed:
        return listed
    named = (*states_in(name), *_owners(name), *(state for word in name.split() for state in states_in(word)))
    return named[0] if named else None


def _owners(name: str) -> list[str]:
    """The states whose ministries and organs words name."""
    owners = (known.id.partition("/")[0] for _, known in load_names().find(name) if known.sort == "body")
    return [owner for owner in owners if owner in load_states()]


@cache
def _listed() -> Mapping[str, str]:
    table = load_words("presses.toml")["states"]
    return {name.casefold(): state for state, names in table.items() for name in names}
