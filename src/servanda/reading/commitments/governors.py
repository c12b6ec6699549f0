"""On which word a clause hangs: `pledged that Norway would send engineers`, `said it would`, `promised Chad it will`.

A word of undertaking lends the clause its firmness; a verb of speech only tells it. Knows nothing of who is bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.reporting import Frame, verbs_by_form
from servanda.lexicon.undertakings import Undertaking, load_undertakings
from servanda.reading.commitments.lines import Line

_FAR = 30
_NEAR = 7
_CLAUSAL = frozenset({Frame.THAT, Frame.BARE, Frame.POST, Frame.HEARER})


@dataclass(frozen=True, slots=True)
class Governor:
    """The word of undertaking at `at`, on which a clause hangs."""

    at: int
    undertaking: Undertaking


def governing(line: Line, first: int) -> Governor | None:
    """The word of undertaking on which the clause hangs whose subject begins at `first`; None where it hangs on none."""
    linked = False
    for at in range(first - 1, max(-1, first - _FAR), -1):
        word = line.at(at)
        if word in {";", ":"}:
            return None
        linked |= word == "that"
        found = undertaking_at(line, at)
        if found is not None and (linked or first - at < _NEAR):
            return found if linked or not set(line.lower[at:first]) & {",", "and", "to"} else None
        if word in load_grammar().speech:
            return None
    return None


def is_told(line: Line, first: int, *, behind: bool = True) -> bool:
    """Whether someone tells the clause whose subject begins at `first`, or a deal does: `under the deal Chad would`.

    Args:
        line: the sentence.
        first: where the clause begins.
        behind: whether who tells it may also stand behind it (`Chad would, it said`).
    """
    told = load_grammar().telling
    if "under" in line.lower[:first] and not load_grammar().deals.isdisjoint(line.lower[:first]):
        return True
    places = [*range(first), *(range(max(first, len(line.words) - _FAR), len(line.words)) if behind else ())]
    return any(line.at(at) in told or (at not in line.end_of and _tells(line.at(at))) for at in places)


def _tells(word: str) -> bool:
    return any(not verb.particle and _CLAUSAL & verb.frames for verb in verbs_by_form().get(word, ()))


def undertaking_at(line: Line, at: int) -> Governor | None:
    """The verb or noun of undertaking at this place that takes a clause."""
    if at in line.end_of:
        return None
    for form in load_undertakings().get(line.at(at), ()):
        if "that" in form.undertaking.takes and len(form.undertaking.words) == 1 and form.form != "doing":
            return Governor(at, form.undertaking)
    return None
