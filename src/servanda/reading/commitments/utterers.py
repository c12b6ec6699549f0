"""Who is bound by words that name nobody: those who utter them, those between whom it is to be done, the parties to a deal.

both ministers stressed the need to protect the lake · supplies will be sent, Oman said · the accord opens both markets
"""

from __future__ import annotations

from servanda.codebook import NARRATOR, ActorId, Instrument, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.tellers import tellers_of

Actors = tuple[ActorId, ...]

_PACTS = frozenset({"agreement", "treaty", "pact", "deal", "accord", "framework", "memorandum", "arrangement"})
_TIES = frozenset({"relations", "relationship", "ties", "trade", "partnership", "friendship", "co-operation"})


def utterers(background: Background, promise: Promise) -> Slot[Actors]:
    """Those who utter a noun that nobody owns, or issue a term that names nobody."""
    line = promise.line
    deed = (line.stretch(promise.deeds[0].first, promise.deeds[0].last),)
    if promise.firmness is Firmness.AGREED and promise.rule == "pledge-noun" and len(background.parties) > 1:
        return stated(background.parties, deed, "the parties in view")
    if promise.rule == "provision":
        return _parties_to(background, promise)
    between = _between(background, promise)
    if between:
        return stated(between, deed, "those between whom it is to be done")
    if promise.rule == "agentless" and _is_of_all(promise) and len(background.parties) > 1:
        return stated(background.parties, deed, "what the parties do together")
    statement = background.statement_at(deed[0])
    if statement is not None and statement.speakers.value:
        sides = tuple(dict.fromkeys(background.states.get(a) or a for a in statement.speakers.value if a != NARRATOR))
        return stated(sides, statement.speakers.spans, "those who say so")
    together = tellers_of(background, promise) if not background.adopted else None
    if together is not None:
        return stated(together[0], (together[1],), "those who speak of it together")
    if background.voice:
        return stated(background.voice, deed, "those who issued the text")
    first = next((name for name in line.names.values() if name.last <= promise.deeds[0].first), None)
    if first is None:
        return unclear("nobody is named as bound", deed)
    names = line.joined(first.first, len(line.words))
    return stated(background.sides_of(names), (line.stretch(first.first, first.last),), "the subject of the sentence")


def _between(background: Background, promise: Promise) -> Actors:
    """The sides between whom a deed is to be done that nobody else owns: `deepen relations between Chad and Oman`."""
    line, deed = promise.line, promise.deeds[0]
    at = next((n + 1 for n in range(deed.first, deed.last) if line.at(n) == "between"), None)
    if at is None or promise.debtor is not None or promise.rule not in {"wish-noun", "pledge-noun", "agentless"}:
        return ()
    if promise.rule != "agentless" and (load_grammar().joint_work | _TIES).isdisjoint(
        line.lower[max(deed.first, at - 4) : at - 1]
    ):
        return ()
    sides = background.sides_of(line.joined(at + (line.at(at) == "the"), deed.last))
    if line.at(at) == "our" and line.at(at + 1) in {"two", "2", "countries"}:
        sides = background.parties
    return sides if len(sides) > 1 else ()


def _parties_to(background: Background, promise: Promise) -> Slot[Actors]:
    """Those whose deal states a term: the parties to the instrument that it names or follows, else those in view."""
    head = promise.head or promise.line.span
    pact = pact_of(background, head, background.words_of(head))
    parties = (background.sides_of(pact.parties.value) if pact is not None and pact.parties.value else ()) or ()
    if len(parties) < 2:
        parties = background.parties
    return stated(parties, (head,), "the parties to it") if len(parties) > 1 else unclear("nobody is named", (head,))


def _is_of_all(promise: Promise) -> bool:
    """Whether what is to be done is work that parties share: `all cooperation will be conducted`."""
    head = promise.head
    words = {
        word for word, at in zip(promise.line.lower, promise.line.words, strict=True) if head and head.holds(at.span)
    }
    return not load_grammar().joint_work.isdisjoint(words)


def pact_of(background: Background, span: Span, words: list[str]) -> Instrument | None:
    """The instrument that a subject is, or means by `the agreement`."""
    instruments = background.sofar.instruments
    named = [i for i in instruments if any(span.overlaps(place) for place in i.span)]
    if not named and words[-1] in _PACTS:
        named = [i for i in instruments if min(i.span).start < span.start]
    return named[-1] if named else None
