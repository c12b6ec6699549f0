"""What is given in return: `in return for`, `in exchange for`, and who says that one is given for the other.

    Norway's pledge to buy the frigates in return for Spain's lowering of duties and the port's use by its crews

What stands behind the words is read as terms of the other side. That one is the price of the other is an assertion: it
belongs to whoever says so, not to the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.codebook import NARRATOR, Commitment, Exchange, Span, stated
from servanda.codebook.vocabulary import Firmness, Novelty
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.lines import Line, state_adjectives
from servanda.reading.commitments.promises import Promise

_REACH = 6
_OPENINGS = (("in", "return", "for"), ("in", "exchange", "for"), ("in", "turn", "for"))


def exchange_at(line: Line) -> int | None:
    """The index behind `in return for`; None where the sentence has none."""
    for at in range(len(line.words) - 3):
        if line.lower[at : at + 3] in _OPENINGS:
            return at + 3
    return None


def exchange_end(line: Line, at: int) -> int:
    """Where the terms given in return end: at the comma where they open the sentence, else with it."""
    fronted = at == len(_OPENINGS[0])
    comma = next((n for n in range(at, len(line.words)) if line.at(n) == ","), None)
    return comma if fronted and comma is not None else len(line.words)


def returns_after(line: Line, at: int) -> Iterator[tuple[int, Promise]]:
    """The terms given in return, each with the index of its first word."""
    last = exchange_end(line, at)
    starts = [at, *(start for start in _further(line, at) if start < last)]
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        promise = _return(line, start, end)
        if promise is not None:
            yield start, promise


def with_exchange(
    background: Background, given: Sequence[Commitment], returned: Sequence[Commitment], words: Span
) -> list[Commitment]:
    """Both sides of an exchange, each tied to the other side's records by the words that say so."""
    if not given or not returned:
        return [*given, *returned]
    statement = background.statement_at(given[-1].span[-1])
    speakers = statement.speakers.value if statement is not None else None
    asserting = speakers or (background.voice if background.official else ()) or (NARRATOR,)
    return [
        *(_tied(one, returned, asserting, words) for one in given),
        *(_tied(one, given, asserting, words) for one in returned),
    ]


def _tied(one: Commitment, others: Sequence[Commitment], asserting: tuple[str, ...], words: Span) -> Commitment:
    exchange = Exchange(commitments=tuple(other.id for other in others), asserted_by=asserting)
    return replace(one, exchange=stated(exchange, (words,), "given in return, as the sentence has it"))


def _further(line: Line, at: int) -> list[int]:
    """Where `and` brings another party's term."""
    found = []
    for here in range(at + 1, len(line.words) - 1):
        start = here + 1 + (line.at(here + 1) == "the")
        if line.at(here) == "and" and start in line.names and line.names[start].owns:
            found.append(here + 1)
    return found


def _return(line: Line, start: int, end: int) -> Promise | None:
    first = start + (line.at(start) == "the")
    owner = line.names.get(first)
    owns = owner is not None and owner.owns
    noun = owner.last if owns and owner is not None else start
    complement = deeds_after(line, noun)
    if complement is None:
        return None
    deed = complement.deeds[0]
    word = next(
        (form.undertaking for form in load_undertakings().get(line.at(noun), ()) if form.undertaking.kind == "noun"),
        None,
    )
    return Promise(
        rule="exchange",
        line=line,
        head=line.stretch(start, noun) if owns else None,
        wording=(),
        deeds=(Deed(noun, min(complement.deeds[-1].last, end - (line.at(end - 1) == "and")), deed.form),),
        debtor=line.stretch(first, noun) if owns else _whose(line, deed),
        conditions=complement.conditions,
        firmness=Firmness.AGREED,
        novelty=Novelty.NEW,
        act=word.act if word is not None else None,
    )


def _whose(line: Line, deed: Deed) -> Span | None:
    """The adjective that says from whom it comes: `in return for 400 tonnes of Ghanaian cocoa`."""
    places = range(deed.first, min(deed.last, deed.first + _REACH))
    at = next((n for n in places if line.words[n].text in state_adjectives() and n not in line.end_of), None)
    return line.stretch(at, at + 1) if at is not None else None
