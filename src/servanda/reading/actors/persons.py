"""Who is who among the persons named in a document: one entry a person, and the surname alone tied to its bearer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from servanda.codebook import ActorId, Span
from servanda.lexicon.holders import Holder, slug_of
from servanda.lexicon.registers import Register
from servanda.reading.actors.hosts import host_of
from servanda.reading.actors.incumbents import holder_in_view, known_bearers, only_one
from servanda.reading.actors.offices import Office
from servanda.reading.actors.people import Named
from servanda.reading.actors.spellings import (
    as_spelt,
    given_form,
    is_same_name,
    is_surname,
    short_forms,
)
from servanda.reading.actors.tags import Row

_OF_STATES = frozenset({"leader", "minister"})


@dataclass(slots=True)
class Person:
    """A person as this document names him or her; grown while the document is read, and dropped with it.

    Attributes:
        name: the words of the fullest name so far.
        named: the nominals that name the person, in text order.
        holder: the known office holder whom this is; None where it is nobody known.
        learned: offices that an apposition gives the person.
        supposed: the state that the text is about, for an office of a state whose text does not say whose.
    """

    name: tuple[str, ...]
    named: list[Named] = field(default_factory=list)
    holder: Holder | None = None
    learned: list[Office] = field(default_factory=list)
    supposed: ActorId | None = None

    @property
    def id(self) -> ActorId:
        """The canonical id: the full name of a known holder, its words spelt as this text spells them."""
        return slug_of(as_spelt(tuple(self.holder.name.split()), self.name) if self.holder else self.name)

    @property
    def bearer(self) -> str:
        """One for all spellings of a known holder."""
        return slug_of(self.holder.name.split()) if self.holder else self.id

    @property
    def forms(self) -> frozenset[str]:
        """The single words or pairs by which the person may be named later."""
        return frozenset(short_forms(self.name))

    @property
    def state(self) -> tuple[ActorId, Span] | None:
        """The state that a title gives, else the one whose office the person is known to hold."""
        states = (*(named.state for named in self.named), *(office.state for office in self.learned))
        told = next((state for state in states if state is not None), None)
        if told is None and self.holder is not None and self.holder.state.isupper():
            return self.holder.state, self._first
        if told is None and self.supposed is not None and self.holder is None and self._is_of_a_state():
            return self.supposed, self._first
        return told

    @property
    def _first(self) -> Span:
        """Where the text first names the person, or first gives the office to one whom it never names."""
        return self.named[0].span if self.named else self.learned[0].span

    def _is_of_a_state(self) -> bool:
        """Whether the person holds an office that only states have, and no other body is named in the title."""
        return any(office.ranks & _OF_STATES and not office.bodies for office in self.offices)

    @property
    def offices(self) -> tuple[Office, ...]:
        """What the titles say, in text order, and then what appositions say."""
        return (*(named.office for named in self.named if named.office is not None), *self.learned)

    def learn(self, office: Office) -> None:
        """Take note of an office that an apposition gives the person."""
        self.learned.append(office)

    @property
    def gender(self) -> str:
        """What a form of address says: `men`, `women` or empty."""
        return next((named.gender for named in self.named if named.gender), "")


def tie_people(named: Sequence[Named], day: date | None, register: Register) -> list[Person]:
    """One entry for each person, from the nominals that carry names; full names first, then titles with a surname."""
    people: list[Person] = []
    for nominal in sorted(named, key=lambda n: (is_surname(n.name), n.row.heading, n.span)):
        fitting = [p for p in people if is_same_name(p.name, nominal.name) and not _is_other_monarch(p, nominal)]
        if len(fitting) > 1:
            fitting = [_nearest(fitting, nominal)]
        if not fitting and len(nominal.name) == 1:
            given = [person for person in people if given_form(person.name) == nominal.name[0]]
            fitting = given if len(given) == 1 else []
        person = fitting[0] if fitting else Person(nominal.name)
        if not fitting:
            people.append(person)
        elif len(nominal.name) > len(person.name) and nominal.name[: len(person.name)] == person.name:
            person.name = nominal.name
        person.named.append(nominal)
    for person in people:
        person.named.sort(key=lambda n: n.span)
        state = person.state[0] if person.state else None
        bearers = known_bearers(person.name, person.offices, state, day, register)
        person.holder = only_one(bearers, _initials(person))
    return sorted(_merged(people), key=lambda person: person.named[0].span)


def _initials(person: Person) -> tuple[str, ...]:
    """The initials in the middle of a name, which `name` leaves out: the `W` of `George W. Bush`."""
    words = (token.text.rstrip(".") for n in person.named for token in n.row.tokens if n.span.holds(token.span))
    return tuple(dict.fromkeys(word for word in words if len(word) == 1 and word.isupper()))


def _is_other_monarch(person: Person, nominal: Named) -> bool:
    """Whether a monarch's title keeps a single name apart from another's father's name: `King Salman`, `Faisal bin Salman`."""
    asked = _MONARCHS & nominal.office.words if nominal.office is not None and len(nominal.name) == 1 else frozenset()
    return bool(asked) and len(person.name) > 1 and not any(asked & office.words for office in person.offices)


_MONARCHS = frozenset({"king", "queen", "emperor", "sultan", "emir", "pope"})


def _merged(people: Sequence[Person]) -> list[Person]:
    """One entry where two spellings proved to be one known holder."""
    found: dict[str, Person] = {}
    for person in people:
        same = found.setdefault(person.bearer, person)
        if same is not person:
            same.named = sorted([*same.named, *person.named], key=lambda n: n.span)
            same.name = max(same.name, person.name, key=len)
    return list(found.values())


def suppose_state(people: Sequence[Person], state: ActorId | None) -> None:
    """Let those whose title leaves open whose it is be of the state that the text is about, unless it has another there."""
    own = [person for person in people if person.state is not None and person.state[0] == state]
    taken = {word for person in own for office in person.offices for word in office.words}
    for person in people:
        words = {word for office in person.offices for word in office.words}
        host = next((found for named in person.named if (found := host_of(named)) is not None), None)
        if host is not None or not words & taken & _ONE_OF_A_KIND:
            person.supposed = host or state


_ONE_OF_A_KIND = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "leader"}
)


def known_surnames(rows: Sequence[Row], people: Sequence[Person], day: date | None, register: Register) -> list[Named]:
    """Surnames alone of leaders and ministers in office whom the text names nowhere else, their state being in view."""
    states = {token.id for row in rows for token in row.tokens if token.tag in "SAK"}
    forms = {form for person in people for form in person.forms}
    named = sorted(named.span for person in people for named in person.named)
    return [
        Named(row, token.span, (token.text,), None, None, titled=False, gender="")
        for row in rows
        for at, token in enumerate(row.tokens)
        if token.tag == "N"
        and token.text not in forms
        and not _is_inside(token.span, named)
        and _stands_alone(row, at)
        and holder_in_view(token.text, states, day, register)
    ]


def _is_inside(span: Span, named: Sequence[Span]) -> bool:
    """Whether one of these spans, sorted, holds it."""
    at = bisect_right(named, span.start, key=lambda other: other.start) - 1
    return at >= 0 and named[at].holds(span)


def tie_surnames(found: Sequence[Named], rows: Sequence[Row], day: date | None, register: Register) -> list[Person]:
    """One entry for each holder whom such surnames mean."""
    states = {token.id for row in rows for token in row.tokens if token.tag in "SAK"}
    people: dict[str, Person] = {}
    for named in found:
        holder = holder_in_view(named.name[0], states, day, register)
        if holder is not None:
            people.setdefault(holder.name, Person(named.name, holder=holder)).named.append(named)
    return list(people.values())


def _stands_alone(row: Row, at: int) -> bool:
    around = row.tokens[max(0, at - 1) : at] + row.tokens[at + 1 : at + 2]
    if names_government(row, at + 1) or (at and row.tokens[at - 1].lower == "in"):
        return False
    return row.heading or not any(token.tag in "NRH" for token in around)


def names_government(row: Row, behind: int) -> bool:
    """Whether a leader's surname only says whose government it is: `the Berg administration`, `Berg's government`."""
    after = row.tokens[behind : behind + 2]
    owns = bool(after) and after[0].tag == "'"
    return len(after) > owns and after[owns].lower in ("administration", "government", "regime", "officials")


def _nearest(people: Sequence[Person], nominal: Named) -> Person:
    """Of several bearers of one surname, the one named last before this place, else the first."""
    state = nominal.state[0] if nominal.state else None
    own = [p for p in people if state and p.state and p.state[0] == state] or list(people)
    before = [(named.span, n) for n, person in enumerate(own) for named in person.named if named.span < nominal.span]
    return own[max(before)[1]] if before else own[0]
