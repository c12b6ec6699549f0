"""Whom of many actors a person means who types a name: in usual and in other names, short forms and surnames.

A name counts without regard to capitals and the marks over letters. Adjectives, capitals and seats of government name no
actor here: `Norwegian` and `Oslo` mean too many things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from servanda.codebook import ActorId
from servanda.lexicon.bodies import load_bodies
from servanda.lexicon.holders import slug_of
from servanda.lexicon.states import load_states
from servanda.store import Ledger, Query
from servanda.view.aliases import aliases_of
from servanda.view.names import Names, written_out

_ARTICLE = "the-"
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})
"""Words that give a short form no letter: the Joint Commission on Fisheries is the JCF."""


def actors_called(ledger: Ledger, typed: str, names: Mapping[ActorId, str]) -> tuple[ActorId, ...]:
    """The actors that this name may mean, by the first way of naming that fits any; one where all are one actor.

    Args:
        ledger: the ledger, asked who is a person and which ids are one.
        typed: what a person typed.
        names: the actors that may be meant, with the usual name of each.
    """
    if not typed.strip():
        return ()
    for way in (_by_id, _by_name, _by_another_name, _by_initials):
        found = [actor for actor, name in names.items() if way(typed.strip(), actor, name)]
        if found:
            more = _namesakes(typed, names) if way is _by_another_name else ()
            return _as_one(ledger, list(dict.fromkeys((*found, *more))), names)
    surname = slug_of((typed,))
    found = [actor for actor, name in names.items() if _is_part(surname, actor, name)]
    people = [actor for actor in found if _is_person(ledger, actor)]
    return _as_one(ledger, people, names) if people else ()


def _by_id(typed: str, actor: ActorId, _: str) -> bool:
    return typed.casefold() == actor.casefold()


def _by_name(typed: str, actor: ActorId, name: str) -> bool:
    return _is_among(typed, (name, written_out(actor)))


def _by_another_name(typed: str, actor: ActorId, _: str) -> bool:
    known = load_states().get(actor) or load_bodies().get(actor)
    return known is not None and _is_among(typed, (known.name, *known.names))


def _namesakes(typed: str, names: Mapping[ActorId, str]) -> Iterable[ActorId]:
    """States whose usual names have this name in them: texts call one of them `Korea`, a person may mean either."""
    wanted = f"-{_plain(typed)}-"
    return (actor for actor, name in names.items() if actor in load_states() and wanted in f"-{_plain(name)}-")


def _by_initials(typed: str, actor: ActorId, name: str) -> bool:
    words = [word for word in name.replace("-", " ").split() if word not in _SMALL]
    capital = len(words) > 2 and all(word[:1].isupper() for word in words)
    return capital and actor not in load_states() and typed == "".join(word[0] for word in words)


def _is_among(typed: str, names: Iterable[str]) -> bool:
    wanted = _plain(typed)
    return any(wanted == _plain(name) for name in names)


def _plain(name: str) -> str:
    """A name without capitals and marks; of other alphabets the name itself."""
    return slug_of((name,)).removeprefix(_ARTICLE) or name.casefold()


def _is_part(wanted: str, actor: ActorId, name: str) -> bool:
    """Whether a name of several words ends or begins with a surname: family names stand first in much of Asia."""
    told = (slug_of((name,)), actor) if wanted and "/" not in actor else ()
    return any(one.endswith(f"-{wanted}") or one.startswith(f"{wanted}-") for one in told)


def _is_person(ledger: Ledger, actor: ActorId) -> bool:
    return any(row.id == actor and row.kind == "person" for row in ledger.find_actors(Query(actor=actor, limit=1)))


def _as_one(ledger: Ledger, found: list[ActorId], names: Mapping[ActorId, str]) -> tuple[ActorId, ...]:
    """One of them where all are spellings of one actor: the id that stands for all."""
    if len(found) == 1:
        return tuple(found)
    known = aliases_of(ledger, found[0], Names(names))
    if not set(found) <= set(known.ids):
        return tuple(found)
    return (next((alias.actor.id for alias in known.same if alias.is_main), found[0]),)
