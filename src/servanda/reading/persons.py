"""Who is who among the persons named in a document: one entry a person, and the surname alone tied to its bearer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.titles import load_titles
from servanda.reading.namings import Naming, free_of
from servanda.reading.offices import Office
from servanda.reading.people import Named, slug_of
from servanda.reading.tags import Row


@dataclass(slots=True)
class Person:
    """A person as this document names him or her; grown while the document is read, and dropped with it.

    Attributes:
        name: the words of the fullest name so far.
        named: the nominals that name the person, in text order.
    """

    name: tuple[str, ...]
    named: list[Named] = field(default_factory=list)

    @property
    def id(self) -> ActorId:
        """The canonical id."""
        return slug_of(self.name)

    @property
    def forms(self) -> frozenset[str]:
        """The single words or pairs by which the person may be named later."""
        return frozenset(_forms(self.name))

    @property
    def state(self) -> tuple[ActorId, Span] | None:
        """The state that a title gives, from the first nominal that has one."""
        return next((named.state for named in self.named if named.state is not None), None)

    @property
    def offices(self) -> tuple[Office, ...]:
        """What the titles say, in text order."""
        return tuple(named.office for named in self.named if named.office is not None)

    @property
    def gender(self) -> str:
        """What a form of address says: `men`, `women` or empty."""
        return next((named.gender for named in self.named if named.gender), "")


def tie_people(named: Sequence[Named]) -> list[Person]:
    """One entry for each person, from the nominals that carry names; full names first, then titles with a surname."""
    people: list[Person] = []
    for nominal in sorted(named, key=lambda n: (len(n.name) < 2, n.span)):
        fitting = [person for person in people if _same(person.name, nominal.name)]
        if len(fitting) > 1:
            fitting = [_nearest(fitting, nominal)]
        person = fitting[0] if fitting else Person(nominal.name)
        if not fitting:
            people.append(person)
        person.named.append(nominal)
    for person in people:
        person.named.sort(key=lambda n: n.span)
    return sorted(people, key=lambda person: person.named[0].span)


def _same(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(name) == 1:
        return name[0] in _forms(known)
    if len(known) == 1:
        return known[0] in _forms(name)
    if {w.lower() for w in name} == {w.lower() for w in known} or slug_of(name) == slug_of(known):
        return True
    if _family(known).lower() != _family(name).lower():
        return False
    return _same_given(_given(known), _given(name))


def _same_given(one: str, other: str) -> bool:
    same = load_titles().same_given
    first, second = one.lower(), other.lower()
    return first == second or same.get(first, first) == same.get(second, second)


def _family(name: tuple[str, ...]) -> str:
    return name[0] if _comes_first(name) else name[-1].removeprefix("al-").removeprefix("el-")


def _given(name: tuple[str, ...]) -> str:
    return "".join(name[1:]).replace("-", "") if _comes_first(name) else name[0]


def _comes_first(name: tuple[str, ...]) -> bool:
    """Whether the family name is the first word: Kim Jong-un, but Kevin Kim."""
    known = load_titles().family_first
    return name[0].lower() in known and (name[-1].lower() not in known or "-" in name[-1] or len(name) > 2)


def _forms(name: tuple[str, ...]) -> Iterator[str]:
    if len(name) == 1:
        yield name[0]
        return
    if _comes_first(name):
        yield name[0]
        return
    yield name[-1]
    if "-" in name[-1] and name[-1][0].islower():
        yield name[-1].partition("-")[2]
    if len(name) > 2:
        yield " ".join(name[-2:])


def _nearest(people: Sequence[Person], nominal: Named) -> Person:
    """Of several bearers of one surname, the one named last before this place, else the first."""
    state = nominal.state[0] if nominal.state else None
    own = [p for p in people if state and p.state and p.state[0] == state] or list(people)
    before = [(named.span, n) for n, person in enumerate(own) for named in person.named if named.span < nominal.span]
    return own[max(before)[1]] if before else own[0]


def people_namings(rows: Sequence[Row], people: Sequence[Person], taken: Sequence[Naming]) -> list[Naming]:
    """Every mention of these persons by name: those found with their titles, and the surnames alone."""
    found = [
        _naming(person, n.span, "name" if len(n.name) > 1 else f"surname of {' '.join(person.name)}")
        for person in people
        for n in person.named
    ]
    bearers: dict[str, list[Person]] = {}
    for person in people:
        for form in person.forms:
            bearers.setdefault(form, []).append(person)
    last: dict[str, Person] = {}
    places = {n.span: person for person in people for n in person.named}
    for row in rows:
        for span, person in _row_surnames(row, bearers, places, last):
            if free_of(span, (*found, *taken)):
                found.append(_naming(person, span, f"surname of {' '.join(person.name)}"))
    return sorted(found, key=lambda nominal: nominal.span)


def _row_surnames(
    row: Row, bearers: dict[str, list[Person]], places: dict[Span, Person], last: dict[str, Person]
) -> Iterator[tuple[Span, Person]]:
    """Surnames alone, each tied to the bearer named last; `last` remembers who that is."""
    begins = {span.start: person for span, person in places.items() if row.span.holds(span)}
    covered = [span for span in places if row.span.holds(span)]
    for at, token in enumerate(row.tokens):
        if token.span.start in begins:
            person = begins[token.span.start]
            last.update(dict.fromkeys(person.forms, person))
        if token.text not in bearers or token.tag in "SKAB" or any(span.holds(token.span) for span in covered):
            continue
        after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
        before = row.tokens[at - 1] if at else None
        joined = after is not None and after.tag in "NJ" and not row.heading and after.text not in bearers
        if (
            joined
            or (before is not None and before.tag == "N" and not row.heading)
            or (after is not None and after.tag == "n" and token.tag == "w")
        ):
            continue
        yield token.span, last.get(token.text) or bearers[token.text][0]


def _naming(person: Person, span: Span, reason: str) -> Naming:
    state = person.state
    return Naming(
        span=span,
        actors=(person.id,),
        kind=ActorKind.PERSON,
        name=" ".join(person.name),
        reason=reason,
        state=state[0] if state else None,
        state_span=state[1] if state else None,
        office=person.offices[0].span if person.offices else None,
    )
