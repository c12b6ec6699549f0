"""Which places of one document name one and the same instrument.

`The Lima Accord`, `a 2013 deal on water` right behind it, and `the water pact between the two` are one; a pact of other parties, and another
pact of the same, are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import DocumentKind, InstrumentKind
from servanda.reading.instruments.makers import is_place, is_topic, makers_behind
from servanda.reading.instruments.nouns import Naming
from servanda.reading.occasions.origins import adjectives_in
from servanda.reading.stretches import Stretch

_FULL = 5


def grouped(namings: Sequence[Naming], title: Stretch | None) -> list[list[Naming]]:
    """The places that name one instrument, the fullest name first."""
    groups: list[list[Naming]] = []
    for naming in namings:
        home = next((group for group in reversed(groups) if _is_one(group, naming)), None)
        if home is not None:
            home.append(naming)
        elif naming.score >= 0.5 and not (title and naming.is_bare):
            groups.append([naming])
    ordered = [sorted(group, key=_fullness) for group in groups]
    return sorted(ordered, key=lambda group: group[0].nominal.span)


def _is_one(group: Sequence[Naming], naming: Naming) -> bool:
    """Whether a name means the instrument of a group: the same noun with words that do not set it apart."""
    if any(_is_apposed(other, naming) for other in group):
        return True
    if naming.is_bare:
        kinds = {other.paper.kind for other in group}
        return naming.paper.kind in kinds or naming.paper.kind is InstrumentKind.AGREEMENT
    if all(other.noun != naming.noun for other in group):
        return False
    sides = _sides(naming)
    if all(_is_headline(other) and _sides(other) <= sides for other in group) and not _is_headline(naming):
        return True
    if len(sides) > 1 and any(len(_sides(other)) > 1 and _sides(other) != sides for other in group):
        return False
    words = frozenset().union(*(other.words for other in group))
    if naming.words <= words or any(len(other.words) > 1 and other.words <= naming.words for other in group):
        return True
    return (
        naming.nominal.lead[:1] == ("the",)
        and not naming.is_proper
        and 10 * len(naming.words & words) >= 6 * len(naming.words)
    )


def _is_headline(naming: Naming) -> bool:
    """Whether it stands in the headline of a report, which cuts names short: `Lima deal in sight`."""
    scene = naming.stretch.scene
    titled = any(title.holds(naming.nominal.span) for title in scene.paragraphs[:1])
    return titled and scene.document.kind is DocumentKind.NEWS and len(scene.paragraphs) > 1


def _sides(naming: Naming) -> frozenset[ActorId]:
    """The states and bodies that a place gives as parties: in the name, or behind it by whom it was made."""
    inside = [one for one in naming.nominal.inside if not is_topic(naming, one) and not is_place(naming, one)]
    named = (*inside, *adjectives_in(naming.stretch, naming.nominal), *makers_behind(naming))
    return frozenset(naming.stretch.home_of(actor) or actor for one in named for actor in one.actors)


def _is_apposed(other: Naming, naming: Naming) -> bool:
    """Whether a name is explained right behind it: `the Lima Accord, [a 2013 deal on water]`."""
    text, end = naming.stretch.scene.text, other.nominal.span.end
    behind = naming.nominal.span.start == end + len(", ") and text.startswith(", ", end)
    return behind and other.is_proper and naming.nominal.lead[:1] in (("a",), ("an",))


def _fullness(naming: Naming) -> tuple[bool, bool, bool, int, int, int]:
    """Those that say more than "the agreement" first, then names in running text, proper, long and early ones."""
    return (
        naming.is_bare,
        naming.stretch.is_heading and len(naming.words) < _FULL,
        not naming.is_proper,
        -len(naming.words),
        -len(naming.nominal.lead),
        naming.nominal.span.start,
    )
