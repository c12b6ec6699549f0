"""Every mention of the persons of a document by name: with their titles, and by surname or given name alone.

A surname that two bear is the one's named last, but among relatives of a known holder of office the holder's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from servanda.codebook import Span
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.name_spellings import is_spelt_alike
from servanda.reading.actors.namings import Naming, in_order
from servanda.reading.actors.organs import openings_of
from servanda.reading.actors.people import Named
from servanda.reading.actors.persons import Person, names_government
from servanda.reading.actors.spellings import family_comes_first, given_form
from servanda.reading.actors.tags import Row, Token


def people_namings(rows: Sequence[Row], people: Sequence[Person]) -> list[Naming]:
    """Every mention of these persons by name: those found with their titles, and the surnames alone."""
    if not people:
        return []
    found = [_naming(person, n.span, _reason(person, n)) for person in people for n in person.named]
    bearers = _bearers(people)
    places = sorted(((n.span, person) for person in people for n in person.named), key=lambda place: place[0])
    last: dict[str, Person] = {}
    openings = openings_of(bearers)
    at = 0
    for row in rows:
        here = at
        while at < len(places) and places[at][0].start < row.span.end:
            at += 1
        for span, person in _row_surnames(row, bearers, openings, places[here:at], last):
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
    row: Row,
    bearers: dict[str, list[Person]],
    openings: frozenset[str],
    places: Sequence[tuple[Span, Person]],
    last: dict[str, Person],
) -> Iterator[tuple[Span, Person]]:
    """Surnames alone, each tied to the bearer named last; `last` remembers who that is."""
    begins = {span.start: person for span, person in places}
    covered = [span for span, _ in places]
    end = row.span.start
    for at, token in enumerate(row.tokens):
        if token.span.start in begins:
            last.update(dict.fromkeys(begins[token.span.start].forms, begins[token.span.start]))
        if token.tag != "N" and _written(token) not in openings:
            continue
        if token.span.start < end or any(span.holds(token.span) for span in covered):
            continue
        yield from _joined(token, bearers, last)
        form, span = _form_at(row, at, bearers)
        if form is not None:
            end = span.end
            person = _bearer(bearers[form], last.get(form))
            behind = at + len(form.split(" "))
            if not (names_government(row, behind) and person.state is not None):
                yield span, person


def _joined(
    token: Token, bearers: Mapping[str, list[Person]], last: Mapping[str, Person]
) -> Iterator[tuple[Span, Person]]:
    """Two surnames that a hyphen joins, each for its bearer: `the Berg-Rey talks`."""
    parts = token.text.split("-")
    if token.tag != "N" or len(parts) != _PAIR or any(part not in bearers for part in parts):
        return
    people = [_bearer(bearers[part], last.get(part)) for part in parts]
    if people[0] is not people[1]:
        middle = token.span.start + len(parts[0])
        yield Span(token.span.start, middle), people[0]
        yield Span(middle + 1, token.span.end), people[1]


_PAIR = 2


def _bearer(bearers: Sequence[Person], last: Person | None) -> Person:
    """The one named last; but among relatives of a known holder of office the surname alone is the holder's."""
    known = [person for person in bearers if person.holder is not None and not family_comes_first(person.name)]
    return known[0] if len(known) == 1 else last or bearers[0]


def _form_at(row: Row, at: int, bearers: dict[str, list[Person]]) -> tuple[str | None, Span]:
    """The surname of one or two words that stands alone at this token."""
    tokens = row.tokens
    forms = [_written(token) for token in tokens[at : at + 2]]
    for size in (2, 1):
        words = tokens[at : at + size]
        form = " ".join(forms[:size])
        if size == 1 and words[0].tag == "N" and form not in bearers:
            form = _alike(form, bearers)
        if form not in bearers or any(word.tag in "SKAB" for word in words):
            continue
        after, before = tokens[at + size : at + size + 1], tokens[max(0, at - 1) : at]
        named_on = any(t.tag in "NJ" and t.text not in bearers for t in after) or any(t.tag == "N" for t in before)
        a_date = words[-1].tag == "w" and any(t.tag == "n" for t in after)
        if a_date or (named_on and not row.heading):
            continue
        return form, Span(_particles_start(row, at), words[-1].span.end)
    return None, tokens[at].span


def _written(token: Token) -> str:
    """A word as names are written, whatever is set in capitals."""
    return token.text.title() if token.text.isupper() and len(token.text) > 2 else token.text


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
