"""What an agreement does by its own verb: `the accord gives Chad access to`, `signed a pact that opens both markets`.

Each verb is a term without a word of undertaking of its own. Whom a term favors, the other party owes it; else the
parties owe it together. Leaves alone what is only hoped or planned of a deal (`would strengthen`), and what it did to others.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Span
from servanda.codebook.vocabulary import Act, Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.lines import Line, state_adjectives
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.subjects import subject_of, verb_start
from servanda.reading.commitments.terms import is_owned

_FAVORING = frozenset({"gives", "grants", "offers", "allows", "permits", "enables"})
_LINKS = frozenset({"that", "which"})
_LONGEST_NAME = 8
_PARTICLES = frozenset({"for", "to", "up"})
_PLANNING = frozenset({"calls", "provides", "foresees", "envisages", "envisions", "stipulates", "requires"})
_VAGUE = frozenset({"includes", "covers", "entails", "provides", "supports", "protects", "safeguards"})
_WIDENING = frozenset({"expands", "deepens", "broadens", "widens", "facilitates"})
_ASSURING = frozenset({"ensures", "guarantees", "secures"})


def read_provisions(line: Line) -> Iterator[tuple[int, Promise]]:
    """The terms that the verbs of a deal state, each with the index of its verb."""
    grammar = load_grammar()
    behind = -1
    for at, word in enumerate(line.lower):
        made = word in _WIDENING or (word in grammar.furthering and not grammar.giving.isdisjoint(line.lower[:at]))
        if not (made or word in grammar.providing) or at < behind:
            continue
        promise = _read(line, at)
        if promise is not None:
            behind = promise.deeds[-1].last
            yield at, promise


def _read(line: Line, at: int) -> Promise | None:
    head = _deal_before(line, at)
    favored = _favored(line, at) if head is not None else None
    if head is None or _is_clause(line, at + 1):
        return None
    complement = deeds_after(line, at + (line.at(at + 1) in _PARTICLES), form="does")
    if complement is None or complement.deeds[0].last < at + 2 or is_owned(line, _object(complement.deeds[0])):
        return None
    deeds = (*complement.deeds, *_meanwhile(line, complement.deeds[-1].last))
    vague = line.at(at) in _VAGUE | load_grammar().furthering and favored is None and len(deeds) == 1
    if vague and act_of(line, deeds[0]).act is Act.OTHER:
        return None
    return Promise(
        rule="provision",
        line=line,
        head=line.stretch(*head),
        wording=(),
        deeds=deeds,
        debtor=line.stretch(*favored) if favored is not None else _mover(line, at, deeds[0]),
        conditions=complement.conditions,
        firmness=Firmness.AGREED,
        novelty=Novelty.NEW,
        reverse=favored is not None,
    )


def _object(deed: Deed) -> Deed:
    return Deed(deed.first + 1, deed.last, "thing")


def _deal_before(line: Line, at: int) -> tuple[int, int] | None:
    """The words of the deal whose verb stands at `at`: its subject, or what `that` and `which` take up."""
    verb = verb_start(line, at)
    if verb != at and not load_grammar().is_adverb(line.at(at - 1)):
        return None
    if line.at(verb - 1) not in _LINKS and line.at(at) in load_grammar().furthering - _WIDENING:
        return None
    if line.at(verb - 1) not in _LINKS:
        subject = subject_of(line, verb)
        named = subject is not None and not subject.shared and subject.last - subject.first <= _LONGEST_NAME
        return (subject.first, subject.last) if subject is not None and named and _is_deal(line, subject.last) else None
    aside = line.at(verb - 2) == ","
    if aside and line.at(at) in load_grammar().furthering:
        return None
    last = verb - 1 - aside
    first = next((n for n in range(last - 1, max(-1, last - _LONGEST_NAME), -1) if _opens(line, n)), None)
    return (first, verb) if first is not None and _is_deal(line, last) else None


def _opens(line: Line, at: int) -> bool:
    return line.at(at) in {"a", "an", "the", "this", "our", "their"}


def _is_deal(line: Line, last: int) -> bool:
    """Whether the nominal that ends at `last` is a deal: `Trade Agreement`, `Memorandum of Understanding`."""
    head = line.at(last - 1)
    return head in load_grammar().pacts or (head == "understanding" and line.at(last - 2) == "of")


def _is_clause(line: Line, at: int) -> bool:
    """Whether a clause follows, which says for itself who will do what: `ensures that Kenya will`."""
    return line.at(at) == "that" and line.at(at - 1) in _ASSURING


def _favored(line: Line, at: int) -> tuple[int, int] | None:
    """The party that gets something: `gives Chad access`."""
    first = at + 1 + (line.at(at + 1) == "the")
    if line.at(at) not in _FAVORING or first not in line.names or line.names[first].owns:
        return None
    return first, line.names[first].last


def _mover(line: Line, at: int, deed: Deed) -> Span | None:
    """The party whose own are moved: `calls for the withdrawal of Kenyan troops`."""
    if line.at(at) not in _PLANNING:
        return None
    places = range(deed.first, min(deed.last - 1, deed.first + _LONGEST_NAME))
    owner = next((n + 1 for n in places if line.at(n) == "of" and line.words[n + 1].text in state_adjectives()), None)
    return line.stretch(owner, owner + 1) if owner is not None else None


def _meanwhile(line: Line, at: int) -> Iterator[Deed]:
    """The deed behind `while`: `while protecting both coasts`."""
    at += line.at(at) == ","
    verb = load_acts().verbs.get(line.at(at + 1))
    if line.at(at) != "while" or verb is None or verb.form != "doing":
        return
    complement = deeds_after(line, at + 1)
    yield from complement.deeds if complement is not None else ()
