"""Who takes part beside somebody with whom they stand in a row, or who came to a place for an occasion.

`signed by Ambassador Berg and Joint Secretary Odhiambo`, `Lula, in Lima for the summit`: a mention may leave out the office
before a name, and the tree then loses the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.actors.references import Referent
from servanda.reading.occasions.sightings import Sighting

_ROW = re.compile(
    r"(?:\s(?:of|from)\s(?:the\s)?[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3})?(?:,\sand\s|\sand\s|\s&\s|,\s)(?:the\s)?(?:[A-Z][\w-]+\s){0,3}"
)
_CAME_FOR = re.compile(
    r",?\s(?:who\s(?:was|is|were|are)\s)?(?:(?:in|at)\s[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}\s(?:for|attending|to\sattend)|back\sfrom)"
    r"\s(?:the\s|a\s|an\s)?(?:\w+[’']s\s)?"
)
_SUBJECTS = frozenset({"nsubj", "csubj"})


def joined_to(sighting: Sighting, named: Sequence[Referent]) -> list[Referent]:
    """The persons who stand in one row behind a person that takes part.

    Args:
        sighting: the occasion as the sentence names it.
        named: those who take part already.
    """
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    taken = {actor for one in named for actor in one.actors}
    ends = {one.span.end for one in named if set(one.actors) & set(stretch.homes)}
    found: list[Referent] = []
    for one in stretch.mentions:
        if not set(one.actors) <= set(stretch.homes):
            continue
        if any(_ROW.fullmatch(text, end, one.span.start) for end in ends if end <= one.span.start):
            if set(one.actors) <= taken:
                ends.add(one.span.end)
            elif not _acts(sighting, one):
                ends.add(one.span.end)
                found.append(one)
    return found


def _acts(sighting: Sighting, one: Referent) -> bool:
    """Whether another clause begins with somebody: `met Berg in Oslo, and [Odhiambo] left`."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    top = tree.top(one.span)
    return top is None or top.relation in _SUBJECTS


def present_for(sighting: Sighting) -> list[Referent]:
    """Whoever came to a place for an occasion, right before its name."""
    if sighting.nominal is None:
        return []
    stretch, text = sighting.stretch, sighting.stretch.scene.text
    start = sighting.span.start
    return [m for m in stretch.mentions if m.span.end <= start and _CAME_FOR.fullmatch(text, m.span.end, start)]
