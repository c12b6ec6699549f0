"""Who is who among the persons named in a document: one entry a person, and the surname alone tied to its bearer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.holders import Holder, slug_of
from servanda.lexicon.registers import Register
from servanda.reading.actors.incumbents import holder_in_view, known_bearer
from servanda.reading.actors.namings import Naming, in_order
from servanda.reading.actors.offices import Office
from servanda.reading.actors.people import Named
from servanda.reading.actors.spellings import (
    family_comes_first,
    given_form,
    is_same_name,
    is_spelt_alike,
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
        """The canonical id."""
        return slug_of(self.holder.name.split() if self.holder else self.name)

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
        return any(office.ranks & _OF_STATES and not office.other for office in self.offices)

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
        fitting = [person for person in people if is_same_name(person.name, nominal.name)]
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
        person.holder = known_bearer(person.name, person.offices, state, day, register)
    return sorted(_merged(people), key=lambda person: person.named[0].span)


def _merged(people: Sequence[Person]) -> list[Person]:
    """One entry where two spellings proved to be one known holder."""
    found: dict[ActorId, Person] = {}
    for person in people:
        same = found.setdefault(person.id, person)
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
        if not words & taken & _ONE_OF_A_KIND:
            person.supposed = state


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
    if _names_government(row, at + 1):
        return False
    return row.heading or not any(token.tag in "NRH" for token in around)


def _names_government(row: Row, behind: int) -> bool:
    """Whether a leader's surname only says whose government it is: `the Berg administration`, `Berg's government`."""
    after = row.tokens[behind : behind + 2]
    owns = bool(after) and after[0].tag == "'"
    return len(after) > owns and after[owns].lower in ("administration", "government", "regime")


def _nearest(people: Sequence[Person], nominal: Named) -> Person:
    """Of several bearers of one surname, the one named last before this place, else the first."""
    state = nominal.state[0] if nominal.state else None
    own = [p for p in people if state and p.state and p.state[0] == state] or list(people)
    before = [(named.span, n) for n, person in enumerate(own) for named in person.named if named.span < nominal.span]
    return own[max(before)[1]] if before else own[0]


def people_namings(rows: Sequence[Row], people: Sequence[Person]) -> list[Naming]:
    """Every mention of these persons by name: those found with their titles, and the surnames alone."""
    found = [_naming(person, n.span, _reason(person, n)) for person in people for n in person.named]
    bearers = _bearers(people)
    places = sorted(((n.span, person) for person in people for n in person.named), key=lambda place: place[0])
    last: dict[str, Person] = {}
    at = 0
    for row in rows:
        here = at
        while at < len(places) and places[at][0].start < row.span.end:
            at += 1
        for span, person in _row_surnames(row, bearers, places[here:at], last):
            found.append(_naming(person, span, f"surname of {' '.join(person.name)}"))
    return in_order(found)


def _bearers(people: Sequence[Person]) -> dict[str, list[Person]]:
    """Who may be meant by each surname, and by a given name that only one of them has."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        for form in sorted(person.forms):
            bearers.setdefault(form, []).append(person)
    given: dict[str, list[Person]] = {}
    for person in people:
        first = given_form(person.name)
        if first is not None and first not in bearers:
            given.setdefault(first, []).append(person)
    return bearers | {form: found for form, found in given.items() if len(found) == 1}


def _alike(form: str, bearers: Mapping[str, list[Person]]) -> str:
    """The one surname that may be this word in another spelling, else the word itself."""
    if len(form) < _LONG or not form[0].isupper():
        return form
    found = [known for known in bearers if len(known) >= _LONG and known[0] == form[0] and is_spelt_alike(known, form)]
    return found[0] if len(found) == 1 else form


_LONG = 5
"""How many letters a surname has at least whose other spellings are looked for."""


def _reason(person: Person, named: Named) -> str:
    return "name" if len(named.name) > 1 or named.name == person.name else f"surname of {' '.join(person.name)}"


def _row_surnames(
    row: Row, bearers: dict[str, list[Person]], places: Sequence[tuple[Span, Person]], last: dict[str, Person]
) -> Iterator[tuple[Span, Person]]:
    """Surnames alone, each tied to the bearer named last; `last` remembers who that is."""
    begins = {span.start: person for span, person in places}
    covered = [span for span, _ in places]
    end = row.span.start
    for at, token in enumerate(row.tokens):
        if token.span.start in begins:
            last.update(dict.fromkeys(begins[token.span.start].forms, begins[token.span.start]))
        if token.span.start < end or any(span.holds(token.span) for span in covered):
            continue
        form, span = _form_at(row, at, bearers)
        if form is not None:
            end = span.end
            person = _bearer(bearers[form], last.get(form))
            behind = at + len(form.split(" "))
            if not (_names_government(row, behind) and person.state is not None):
                yield span, person


def _bearer(bearers: Sequence[Person], last: Person | None) -> Person:
    """The one named last; but among relatives of a known holder of office the surname alone is the holder's."""
    known = [person for person in bearers if person.holder is not None and not family_comes_first(person.name)]
    return known[0] if len(known) == 1 else last or bearers[0]


def _form_at(row: Row, at: int, bearers: dict[str, list[Person]]) -> tuple[str | None, Span]:
    """The surname of one or two words that stands alone at this token."""
    tokens = row.tokens
    for size in (2, 1):
        words = tokens[at : at + size]
        span = Span(words[0].span.start, words[-1].span.end)
        form = " ".join(w.text.title() if w.text.isupper() and len(w.text) > 2 else w.text for w in words)
        if size == 1 and words[0].tag == "N" and form not in bearers:
            form = _alike(form, bearers)
        if form not in bearers or any(word.tag in "SKAB" for word in words):
            continue
        after, before = tokens[at + size : at + size + 1], tokens[max(0, at - 1) : at]
        named_on = any(t.tag in "NJ" and t.text not in bearers for t in after) or any(t.tag == "N" for t in before)
        a_date = words[-1].tag == "w" and any(t.tag == "n" for t in after)
        if a_date or (named_on and not row.heading):
            continue
        return form, Span(_particles_start(row, at), span.end)
    return None, tokens[at].span


def _particles_start(row: Row, at: int) -> int:
    """Back over the particles of a surname: `[von der] Stein`, `[De] Wit` at the head of a sentence."""
    first = at
    while first and (row.tokens[first - 1].tag == "P" or row.tokens[first - 1].text == "De"):
        first -= 1
    return row.tokens[first].span.start


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
