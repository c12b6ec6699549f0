"""What a party binds itself to do: the words to the right of an undertaking, cut into deeds.

    will | expand exchanges, open a consulate and train crews | , a move that ... | subject to ...
           deed              deed               deed            left out           condition

Works on word order and the known verbs. Which act a deed is, `acts.py` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.reading.commitments.boundaries import past_following
from servanda.reading.commitments.branches import NONE, branches_of
from servanda.reading.commitments.cuts import QUOTES, STOPS, cut_at, past_adverbs
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.qualifiers import conditions_at
from servanda.reading.commitments.verbs import form_of

_LOOSE_ENDS = (
    STOPS | QUOTES | {",", ";", "and", "or", "but", "also", "including", "(", "‘", "which", "that", "who", "while"}
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Words `first` to `last` (not included). `form`: `do`, `doing` or `thing`. `listed`: it stands in an `including` list."""

    first: int
    last: int
    form: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Complement:
    """All deeds of one undertaking, and its conditions."""

    deeds: tuple[Deed, ...]
    conditions: tuple[Span, ...]


def deeds_after(line: Line, at: int, *, bare: bool = False, form: str = "") -> Complement | None:
    """The deeds that begin at word `at`; None where nothing stands there.

    Args:
        line: the sentence.
        at: the first word behind the undertaking and its `to`, `of`, `for`.
        bare: whether only a bare verb may stand there, known or not.
        form: the form of verb that stands there, where it is known.
    """
    at = past_adverbs(line, past_following(line, at))
    form = form or ("do" if bare else form_of(line, at))
    deeds: list[Deed] = []
    first, here, listed = at, at, False
    branches = branches_of(line, at) if form != "thing" else NONE
    while here <= len(line.words) and first < len(line.words):
        cut = cut_at(line, first, here, form, branches)
        if cut is None:
            here += 1
            continue
        last = _trimmed(line, first, here)
        if last > first:
            deeds.append(Deed(first, last, form, listed))
        if cut.next_deed is None:
            break
        first = here = cut.next_deed
        listed, form = listed or cut.listed, cut.form or form
    return Complement(tuple(deeds), tuple(conditions_at(line, here))) if deeds else None


def _trimmed(line: Line, first: int, last: int) -> int:
    while last > first and (line.at(last - 1) in _LOOSE_ENDS or line.past_number(last - 3) == last):
        last -= 3 if line.past_number(last - 3) == last else 1
    return last
