"""The persons whom a group by rank means: `the two leaders`, `the foreign ministers`.

Those named before it come first; a deputy counts where the text tells of nobody more often.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.lexicon.offices import role_of
from servanda.lexicon.titles import load_titles
from servanda.reading.actors.complements import portfolio_end
from servanda.reading.actors.frames import Frame
from servanda.reading.actors.offices import Office
from servanda.reading.actors.persons import Person
from servanda.reading.actors.views import View

RANKS = {
    "leaders": frozenset({"leader"}),
    "ministers": frozenset({"minister"}),
    "envoys": frozenset({"envoy"}),
    "advisers": frozenset({"adviser"}),
    "military": frozenset({"military"}),
}
"""What the members of a group are called, with the ranks of their offices."""


def ranked_people(frame: Frame, view: View, kind: str) -> tuple[Person, ...]:
    """The persons of a rank whom the group means: those named before it, else those that the document names at all."""
    wanted = [p for p in view.people if _fits(p, frame, view, RANKS.get(kind, frozenset()))]
    before = [p for p in view.people_before(frame.span) if p in wanted]
    if len(frame.states) == 1 and len(wanted) < 2:
        return ()
    told = frame.number or frame.each or len(frame.states)
    together = () if told else _together([p for p in view.people_before(frame.span) if p in wanted], view)
    if together:
        return together
    number = told or (2 if kind == "leaders" else None)
    if number is None:
        chosen = before or wanted
        return tuple(chosen) if len(chosen) > 1 else ()
    if len(before) > number and any(p.id in view.ranking[:1] and not _is_head(p) for p in wanted):
        return _most_named(wanted, view)[:number]
    if len(before) >= number:
        return tuple(before[:number])
    if len(wanted) >= number:
        return tuple(wanted[:number])
    near = view.people_before(frame.span)[:number]
    return tuple(near) if number == len(near) > 1 and not frame.states and any(p in wanted for p in near) else ()


def one_of_each(frame: Frame, view: View, kind: str) -> tuple[Person, ...]:
    """The persons of a group that names its states, where the document has just one of each, and titles do not speak against it.

    The advisers of Chad, Niger and Mali met. Adviser Idris Deby of Chad hosted Ali Ba of Niger and Awa Keita of Mali.
    """
    if len(frame.states) < _SEVERAL:
        return ()
    ranks = RANKS.get(kind, frozenset())
    found = [[p for p in view.people if p.state is not None and p.state[0] == state] for state in frame.states]
    if any(len(people) != 1 for people in found):
        return ()
    chosen = tuple(people[0] for people in found)
    fitting = [p for p in chosen if any(office.ranks & ranks for office in p.offices)]
    others = [p for p in chosen if p.offices and p not in fitting]
    return chosen if fitting and len(others) < _SEVERAL else ()


_SEVERAL = 2


def _is_head(person: Person) -> bool:
    return any(office.is_full for office in person.offices)


def _most_named(people: Sequence[Person], view: View) -> tuple[Person, ...]:
    """Those whom the text names most first; asked where a deputy is one of two."""
    known = {person.id: person for person in people}
    return tuple(known[actor] for actor in view.ranking if actor in known)


def _together(before: Sequence[Person], view: View) -> tuple[Person, ...]:
    """Of the persons who may be meant, those whom the nearest sentence with several of them names."""
    last = {person.id: naming.span for naming in view.tied for person in before if naming.actors == (person.id,)}
    for sentence in sorted({view.scene.sentence_of(span) or span for span in last.values()}, reverse=True):
        found = tuple(person for person in before if sentence.holds(last[person.id]))
        if len(found) > 1:
            return found
    return ()


def _fits(person: Person, frame: Frame, view: View, ranks: frozenset[str]) -> bool:
    state = person.state[0] if person.state else None
    if frame.states and state not in frame.states:
        return False
    asked = portfolio_of(frame)
    stands = view.ranking[:1] == [person.id]
    if any((o.is_full or stands) and o.ranks & ranks and (not asked or _is_for(o, asked)) for o in person.offices):
        return True
    holder = person.holder
    if holder is None or view.day is None or not holder.held_on(view.day) or person.offices:
        return False
    rank = load_titles().heads.get(holder.office)
    return rank in ranks and (not asked or bool(frozenset(role_of(holder.office).split()) & asked))


def _is_for(office: Office, asked: frozenset[str]) -> bool:
    """Whether an office has what is asked for; a secretary of state is a foreign minister."""
    foreign = "foreign" in asked and {"secretary", "state"} <= office.words and not office.words & _HOME
    return foreign or bool(office.words & asked)


_HOME = frozenset({"for", "parliamentary", "under", "assistant", "deputy"})


def portfolio_of(frame: Frame) -> frozenset[str]:
    """What the ministers of a group are ministers of ("the foreign ministers"), in both spellings of defence."""
    tokens = frame.row.tokens[frame.first : portfolio_end(frame.row.tokens, frame.head)]
    words = {word for token in tokens if token.tag in "MH" for word in token.lower.split()} & _PORTFOLIOS
    return frozenset(words | {"defense", "defence"} if words & {"defense", "defence"} else words)


_PORTFOLIOS = frozenset({"foreign", "defence", "defense", "trade", "finance", "home", "interior", "energy", "economy"})
