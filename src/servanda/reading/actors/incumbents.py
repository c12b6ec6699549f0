"""Persons whom the text names by surname or office alone, tied to the known holders of offices.

The table gives facts of the world; that the right person is meant rests on the title, the state in view and the date of
the document. Where two holders remain, it is nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from servanda.codebook import ActorId
from servanda.lexicon.given import load_given
from servanda.lexicon.holders import Holder, slug_of, spelling
from servanda.lexicon.offices import is_office
from servanda.lexicon.registers import Register
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.offices import Office

_LEADERS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "leader", "supreme leader", "crown prince", "emir"}
)


def known_bearers(
    name: Sequence[str], offices: Sequence[Office], state: ActorId | None, day: date | None, register: Register
) -> list[Holder]:
    """The terms of the office holders who bear this name, those in office on the day first.

    Args:
        name: the words of the name; one word is a surname.
        offices: what the text calls the person.
        state: the state that the text gives the person; None where it gives none.
        day: the day of the document; None where it is not known.
        register: the holders who are known.
    """
    name = [word for word in name if word[:1].isupper() or "-" in word] or name
    fitting = [
        holder
        for holder in dict.fromkeys(register.titled(name[-1]) + register.titled(name[0]))
        if (state is None or holder.state == state) and _bears(holder, name) and _in_reach(holder, day)
    ]
    if len(name) == 1:
        fitting = [holder for holder in fitting if any(_is_office(holder, office) for office in offices)]
        fitting = [holder for holder in fitting if day is not None and holder.held_on(day)] or fitting
    if day is not None:
        fitting.sort(key=lambda holder: not holder.held_on(day))
    return fitting


def only_one(fitting: Sequence[Holder], initials: Sequence[str]) -> Holder | None:
    """The one person of these; initials in the middle of a name tell apart two who share the rest."""
    if initials and len({_slug(holder) for holder in fitting}) > 1:
        fitting = [holder for holder in fitting if _initials(holder) == tuple(initials)]
    names = {_slug(holder) for holder in fitting}
    return fitting[0] if len(names) == 1 else None


def _initials(holder: Holder) -> tuple[str, ...]:
    return tuple(word.rstrip(".") for word in holder.name.split() if len(word.rstrip(".")) == 1)


def holder_in_view(word: str, states: Iterable[ActorId], day: date | None, register: Register) -> Holder | None:
    """The leader or minister of one of these states whom a surname alone means on that day; else a leader known anywhere.

    Without a day it is the only leader of these states who ever bore the name.
    """
    wanted = frozenset(states)
    if day is None:
        ever = [h for h in register.named(word) if h.state in wanted and h.office in _LEADERS]
        return ever[0] if len({_slug(h) for h in ever}) == 1 and _is_telling(word) else None
    here = [h for h in register.named(word) if h.held_on(day) and not h.to and _is_surname(word, h)]
    found = {_slug(h): h for h in here if h.state in wanted and (len(word) > 3 or h.office in _LEADERS)}
    far = {_slug(h): h for h in here if h.office in _LEADERS and h.state in load_titles().far_known}
    if not found and _is_telling(word):
        found = far
    return next(iter(found.values())) if len(found) == 1 else None


def _is_surname(word: str, holder: Holder) -> bool:
    """Whether a word of a holder's name may stand for the holder alone: no given name in its middle."""
    words = holder.name.split()
    return word.lower() not in load_given() or spelling(word) in (spelling(words[0]), spelling(words[-1]))


def _is_telling(word: str) -> bool:
    """Whether a surname is seldom a given name and not borne by many."""
    return word.lower() not in load_given() and word not in load_titles().common_surnames


def government_of(word: str, day: date | None, register: Register) -> ActorId | None:
    """The state whose leader gives a government its name: `the Berg administration`, in office or before."""
    known = register.named(word)
    found = {h.state for h in known if h.office in _LEADERS and (day is None or h.start <= day)}
    now = {h.state for h in known if h.office in _LEADERS and day is not None and h.held_on(day)}
    best = now or found
    return next(iter(best)) if len(best) == 1 else None


def holder_of(office: Office, state: ActorId, day: date | None, phrase: str, register: Register) -> Holder | None:
    """Who held an office of that state on a day; on the day of a handover, who came into it.

    Args:
        office: what the title says.
        state: whose office it is.
        day: the day of the document; None where it is not known.
        phrase: the words of the title in their order, where they stand together (`foreign minister`); else empty.
        register: the holders who are known.
    """
    if day is None or not (office.is_full or "vice" in office.words):
        return None
    held = [h for h in _held(register, state, day) if _is_exactly(h, office) or _is_named(h, office, phrase)]
    staying = [h for h in held if h.end is None or day < h.end]
    names = {_slug(holder): holder for holder in staying or held}
    return next(iter(names.values())) if len(names) == 1 else None


@lru_cache(maxsize=256)
def _held(register: Register, state: ActorId, day: date) -> tuple[Holder, ...]:
    """Who held any office of a state that day."""
    return tuple(holder for holder in register.of(state) if holder.held_on(day))


def _slug(holder: Holder) -> str:
    """What two spellings of one holder's name have in common: `Orbán` and `Orban`."""
    return slug_of(holder.name.split())


def _is_named(holder: Holder, office: Office, phrase: str) -> bool:
    """Whether the phrase is one of the names of the holder's office."""
    return office.is_full and bool(phrase) and is_office(phrase, holder.office)


def _bears(holder: Holder, name: Sequence[str]) -> bool:
    if len(name) == 1:
        return True
    known = [spelling(word) for word in holder.name.split()]
    asked = [spelling(word) for word in name]
    if set(asked) == set(known) or slug_of(name) == slug_of(holder.name.split()):
        return True
    # "President Lula da Silva", "Foreign Minister Aboul Gheit": surnames of several words, small ones left out.
    if asked == [spelling(word) for word in holder.name.split() if word[0].isupper()][-len(asked) :]:
        return True
    if _have_other_middles(asked, known):
        return False
    same = load_titles().same_given
    short, long = sorted((asked[0], known[0]), key=len)
    given = same.get(asked[0], asked[0]) == same.get(known[0], known[0])
    return (given or (len(short) > 2 and long.startswith(short))) and asked[-1].removeprefix("al-") == known[
        -1
    ].removeprefix("al-")


def _have_other_middles(asked: Sequence[str], known: Sequence[str]) -> bool:
    """Whether two long names agree in their ends only: `Ana Flores Vera` and `Ana Cruz Prado Vera`."""
    one, two = ({word for word in name[1:-1] if len(word) > _SHORT} for name in (asked, known))
    return bool(one and two) and one.isdisjoint(two) and max(len(one), len(two)) > 1


_SHORT = 2
"""The length up to which a word of a name is an initial or a particle."""


def _in_reach(holder: Holder, day: date | None) -> bool:
    """Not in office only after the document was written, nor a lifetime before."""
    return day is None or (holder.start <= day and (holder.end is None or day.year - holder.end.year < _LIFETIME))


_LIFETIME = 40
"""For how many years after leaving office a text is likely to name a former holder."""


def _is_office(holder: Holder, office: Office) -> bool:
    """Whether a title may be that of the holder: its last word, or both leaders."""
    last = holder.office.partition(" of ")[0].split()[-1]
    return (
        last in office.words
        or holder.office in office.words
        or (holder.office in _LEADERS and "leader" in office.ranks and "leader" in office.words)
    )


def _is_exactly(holder: Holder, office: Office) -> bool:
    """Whether a title without a name is the holder's: every word of the office, and no deputy's."""
    words = {word for phrase in office.words for word in phrase.split()}
    asked = {"defense" if word == "defence" else word for word in words}
    held = {"defense" if word == "defence" else word for word in holder.office.split()}
    return held <= asked and (("vice" in held) == ("vice" in asked)) and "senior" not in asked
