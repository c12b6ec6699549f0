"""Officials without a name, who stand for their state beside those who are named: `Ruto and other senior officials`.

Their state is the one that their own words name, else the one where they were met: `In Chile, Berg met …`, `Peru,
where she met …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Reading
from servanda.reading.actors.references import Referent
from servanda.reading.occasions.roles import core_of, homes_of, members, named_at, names_in, parties_of
from servanda.reading.occasions.venues import venue_of
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

UNNAMED = "officials of theirs without a name"
"""Why a state takes part beside its own persons."""

_OFFICIALS = frozenset({"officials", "ministers", "authorities"})
_COUNTING = frozenset({"number", "group", "series", "range", "couple", "dozen", "dozens", "variety", "several"})


def officials_at(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Iterator[Referent]:
    """The states whose unnamed officials a phrase joins to others, or has alone."""
    for member in _counted(tree, node):
        if member.lower in _OFFICIALS:
            states = parties_of(stretch, core_of(tree, member)) if _is_described(stretch, tree, member) else frozenset()
            states = states or venue_of(stretch.scene, member.span)
            states = states or homes_of(stretch, named_at(stretch, sofar, tree, member))
            found = sorted(state for state in states if state.isupper())
            yield from (Referent(actors=(state,), span=member.span, reason=UNNAMED) for state in found)


def _is_described(stretch: Stretch, tree: Tree, node: Node) -> bool:
    """Whether the phrase itself has the name or adjective of a state (`senior Kenyan officials`)."""
    return bool(names_in(stretch, core_of(tree, node)))


def _counted(tree: Tree, node: Node) -> Iterator[Node]:
    """The nouns of a phrase, and those that a number counts: `a number of [ministers] and [officials]`."""
    for member in members(tree, node):
        yield member
        for inner in tree.children(member, "nmod") if member.lower in _COUNTING else ():
            yield from members(tree, inner)
