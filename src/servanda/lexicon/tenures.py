"""Questions about office and time: who bore a name in office on a day, who held an office, and when several held theirs at once.

All are pure functions of a register of holders. Two answers are two answers: the readers choose, or say that they cannot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.codebook.times import When
from servanda.lexicon.holders import Holder, spelling
from servanda.lexicon.offices import is_office
from servanda.lexicon.registers import PACKAGED, Register
from servanda.lexicon.titles import load_titles


@dataclass(frozen=True, slots=True)
class Incumbent:
    """A person as a text names one in office.

    Attributes:
        name: a full name or a surname.
        office: the office in any case ("Foreign Minister"); empty where the text names none.
        state: id of the state or body whose office it is; empty where it is not known.
    """

    name: str
    office: str = ""
    state: str = ""


def bearers(asked: Incumbent, day: date | None = None, register: Register = PACKAGED) -> tuple[Holder, ...]:
    """Who bears this name in such an office, on that day where one is given; several where it is ambiguous.

    Args:
        asked: the name, and what is known of office and state.
        day: the day; without one, all times.
        register: the holders who are known.
    """
    words = [spelling(word) for word in asked.name.split() if not _is_initial(word)]
    if not words:
        return ()
    known = register.titled if asked.office else register.named
    candidates = dict.fromkeys((*known(words[-1]), *known(words[0])))
    return tuple(
        holder
        for holder in candidates
        if _bears(holder, words)
        and (not asked.state or holder.state == asked.state)
        and (not asked.office or is_office(asked.office, holder.office))
        and (day is None or holder.held_on(day))
    )


def incumbents(office: str, state: str, day: date, register: Register = PACKAGED) -> tuple[Holder, ...]:
    """Who held an office of a state or body on a day; on the day of a handover, only who came into it.

    Several where offices of one role are shared (the presidents of the organs of a union) or where sources overlap.
    """
    held = [h for h in register.of(state) if h.held_on(day) and is_office(office, h.office)]
    staying = [h for h in held if h.end is None or day < h.end]
    return tuple(staying or held)


def shared_days(named: Iterable[Incumbent], register: Register = PACKAGED) -> tuple[When, ...] | None:
    """The stretches of days in which all these persons held these offices, first to last.

    A name that is ambiguous counts for all its bearers. A stretch that has not ended yet ends on the calendar's last day.

    Returns:
        None where none of them is known; nothing where they never held their offices together.
    """
    found: tuple[When, ...] | None = None
    for incumbent in named:
        terms = _joined(holder.in_office for holder in bearers(incumbent, register=register))
        if terms:
            found = terms if found is None else _common(found, terms)
    return found


def _bears(holder: Holder, words: list[str]) -> bool:
    """Whether the words are the holder's surname or surnames, or the whole name, in either order, short forms of the first one included."""
    known = [spelling(word) for word in holder.name.split()]
    if (
        len(words) == 1
        or words == known[-len(words) :]
        or set(words) == set(known)
        or "-".join(words) == "-".join(known)
    ):
        return True
    same = load_titles().same_given
    short, long = sorted((words[0], known[0]), key=len)
    given = same.get(words[0], words[0]) == same.get(known[0], known[0]) or (len(short) > 2 and long.startswith(short))
    return given and words[-1] in (known[-1], known[-1].removeprefix("al-"))


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _joined(terms: Iterable[When]) -> tuple[When, ...]:
    """The same days in the fewest stretches."""
    found: list[When] = []
    for term in sorted(terms):
        if found and term.start <= found[-1].end:
            found[-1] = When(found[-1].start, max(found[-1].end, term.end))
        else:
            found.append(term)
    return tuple(found)


def _common(some: tuple[When, ...], others: tuple[When, ...]) -> tuple[When, ...]:
    return tuple(both for one in some for other in others if (both := one.meets(other)))
