"""Terms without a word of undertaking: what an adopted text or an announced deal says that it includes.

This includes the purchase of radars and closer exercises · key areas of this cooperation will include training pilots
the deal includes $2 billion of Danish investment: the adjective says whose
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.codebook import Span
from servanda.codebook.vocabulary import Firmness, Novelty
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.lines import Line, state_adjectives
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.subjects import subject_of, verb_start

_DEICTIC = frozenset({"this", "these", "it", "which"})
_INCLUDES = frozenset({"include", "includes", "included"})
_DEALS = frozenset(
    {"deal", "agreement", "framework", "package", "accord", "pact", "cooperation", "partnership", "areas"}
)
_REACH = 6


def read_terms(line: Line) -> Iterator[tuple[int, Promise]]:
    """The terms that follow `this includes` and the like, each with the index of that word."""
    for at, word in enumerate(line.lower):
        if word in load_grammar().imposing:
            promise = _imposed(line, at)
            if promise is not None:
                yield at, promise
        if word in _INCLUDES:
            promise = _read(line, at)
            if promise is not None:
                yield at, promise


def _read(line: Line, at: int) -> Promise | None:
    will = line.at(at - 1) == "will"
    if will and line.at(at - 2) == "which":
        return None
    first = _subject_start(line, at - will)
    complement = deeds_after(line, at + 1) if first is not None else None
    if (
        first is None
        or complement is None
        or is_owned(line, complement.deeds[0])
        or not any(_is_deed(line, deed) for deed in complement.deeds)
    ):
        return None
    return Promise(
        rule="term",
        line=line,
        head=line.stretch(first, at + 1),
        wording=(line.stretch(at - 1, at),) if will else (),
        deeds=complement.deeds,
        debtor=_whose(line, complement.deeds[0]),
        conditions=complement.conditions,
        firmness=Firmness.INTENDED if will else Firmness.AGREED,
        novelty=Novelty.NEW,
    )


def is_owned(line: Line, deed: Deed) -> bool:
    """Whether what is included is a pledge of its own owner: `includes Norway's commitment to`."""
    first = deed.first + (line.at(deed.first) == "the")
    name = line.names.get(first)
    end = min(deed.last, deed.first + _REACH + 2)
    nouns = (
        form.undertaking.kind == "noun" for at in range(first, end) for form in load_undertakings().get(line.at(at), ())
    )
    return name is not None and name.owns and any(nouns)


def _imposed(line: Line, at: int) -> Promise | None:
    """The term that a deal lays on a party: `the treaty requires Kenya to`, `the accord calls for Kenya to`."""
    grammar = load_grammar()
    debtor = at + 1 + (line.at(at + 1) in {"for", "on"})
    first = debtor + (line.at(debtor) in {"the", "both"})
    name = line.names.get(first)
    behind = name.last if name is not None else first + 1
    if line.at(behind) != "to" or (name is None and line.at(first) not in grammar.party_nouns):
        return None
    verb = verb_start(line, at)
    if line.at(verb - 1) in {"and", "or"} or grammar.deals.isdisjoint(line.lower[:verb]):
        return None  # The tree is asked only where a deal stands before the verb.
    subject = subject_of(line, verb)
    if subject is None or grammar.deals.isdisjoint(line.lower[subject.first : subject.last]):
        return None
    complement = deeds_after(line, behind + 1)
    if complement is None:
        return None
    binds = line.at(at) in grammar.obliging
    return Promise(
        rule="term",
        line=line,
        head=line.stretch(subject.first, behind),
        wording=(line.stretch(at, at + 1),) if binds else (),
        deeds=complement.deeds,
        debtor=line.stretch(debtor, behind),
        conditions=complement.conditions,
        firmness=Firmness.BINDING if binds else Firmness.AGREED,
        novelty=Novelty.UNCLEAR,
    )


def _subject_start(line: Line, verb: int) -> int | None:
    """Where the deal that includes begins: `this`, `the new agreement`, `key areas of this cooperation`."""
    if line.at(verb - 1) in _DEICTIC:
        points = line.at(verb - 1) in {"this", "these"} or not load_grammar().deals.isdisjoint(line.lower[:verb])
        return verb - 1 if points else None
    if line.at(verb - 1) not in _DEALS:
        return None
    return (
        max(0, verb - _REACH)
        if verb <= _REACH
        else next((n for n in range(verb - 2, verb - _REACH, -1) if line.at(n) in {"the", "this", "key"}), None)
    )


def _is_deed(line: Line, deed: Deed) -> bool:
    things = load_acts().things
    return deed.form == "doing" or any(
        line.at(at) in things for at in range(deed.first, min(deed.last, deed.first + _REACH))
    )


def _whose(line: Line, deed: Deed) -> Span | None:
    """The adjective that says whose the deed is: `$2 billion of Danish investment`."""
    for at in range(deed.first, min(deed.last, deed.first + _REACH)):
        if line.words[at].text in state_adjectives() and at not in line.end_of:
            return line.stretch(at, at + 1)
    return None
