"""What a person typed as the parties of a record → their ids, or one sentence why they cannot be kept.

A correction that names nobody whom the ledger or the lexicon knows is most often a slip of the pen: it is refused with the
nearest names. Whoever means a new actor says so: `new:atlantis`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from servanda.codebook import NARRATOR, ActorId
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.holders import slug_of
from servanda.lexicon.states import load_states
from servanda.store import Ledger
from servanda.view.callings import actors_called
from servanda.view.questions import UnaskableError

PARTY_SLOTS = ("debtors", "creditors", "speakers", "participants", "parties", "actor", "state")
"""The fields that name actors by their ids."""
_NEW = "new:"
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:/[^\W_]+(?:-[^\W_]+)*)*")
_OFFERED = 3


def parties_typed(ledger: Ledger, slot: str, typed: str) -> str:
    """The ids of the parties that somebody typed, by ids or names with semicolons between them.

    Raises:
        UnaskableError: one is no known actor and not called new, or several are called so.
    """
    parts = [part.strip() for part in typed.split(";") if part.strip()]
    if not parts:
        raise UnaskableError(f"{slot} takes ids such as KOR; USA, or none.")
    names = _names(ledger)
    return "; ".join(dict.fromkeys(_party(ledger, slot, part, names) for part in parts))


def _names(ledger: Ledger) -> dict[ActorId, str]:
    bodies = {key: body.name for key, body in load_bodies().items()}
    states = {key: state.name for key, state in load_states().items()}
    return {**bodies, **ledger.find_names(), **states, NARRATOR: NARRATOR}


def _party(ledger: Ledger, slot: str, typed: str, names: Mapping[ActorId, str]) -> ActorId:
    if typed in names:
        return typed
    if typed.startswith(_NEW):
        if _ID.fullmatch(typed.removeprefix(_NEW)) is None:
            raise UnaskableError(f"{slot} takes a new id such as {_NEW}{_proposed(typed)}, not {typed!r}.")
        return typed.removeprefix(_NEW)
    called = actors_called(ledger, typed, names)
    if len(called) == 1:
        return called[0]
    offered = ", ".join(f"{names[key]} is {key}" for key in called[:_OFFERED] or _nearest(typed, names))
    if called:
        raise UnaskableError(f"{slot} takes ids: several actors are called {typed!r}: {offered}.")
    nearest = f" (nearest: {offered})" if offered else ""
    raise UnaskableError(
        f"{slot} takes ids or names of known actors, with semicolons between them, not {typed!r}{nearest}; a new one is "
        f"written {_NEW}{_proposed(typed)}."
    )


def _nearest(typed: str, names: Mapping[ActorId, str]) -> tuple[ActorId, ...]:
    """The actors whose ids or names are spelled most like what was typed."""
    spelled: dict[str, ActorId] = {key.casefold(): key for key in names}
    spelled |= {name.casefold(): key for key, name in names.items()}
    close = get_close_matches(typed.casefold(), spelled, n=2 * _OFFERED)
    return tuple(dict.fromkeys(spelled[one] for one in close))[:_OFFERED]


def _proposed(typed: str) -> str:
    return slug_of((typed.removeprefix(_NEW),)) or "its-name"
