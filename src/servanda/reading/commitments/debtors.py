"""Who is bound by a promise.

A person who speaks for a state binds the state. `ours.py` reads `we` and `I`, `pronouns.py` the other pronouns, `utterers.py`
words that name nobody; here stand names and descriptions.
"""

from __future__ import annotations

from dataclasses import replace

from servanda.codebook import ActorId, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.states import load_states
from servanda.reading.actors.references import refer
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.bodies import body_by_region, is_organ
from servanda.reading.commitments.counts import counted
from servanda.reading.commitments.lines import POSSESSIVE, Line
from servanda.reading.commitments.ours import and_i, mine, ours
from servanda.reading.commitments.promises import Promise
from servanda.reading.commitments.pronouns import OWN, taken_up
from servanda.reading.commitments.utterers import pact_of, utterers

Actors = tuple[ActorId, ...]

_WE = frozenset({"we", "our", "us"})
_ALONE = frozenset({"i", "my"})
_OTHERS = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
_LINKS = frozenset({"and", "&", "of"})
_PARTY = frozenset({"country", "nation", "state"})
_BOTH = frozenset({"two", "both"})
_PAIR = 2
_PEOPLE = frozenset(
    ["servicemen", "servicewomen", "signatory", "mission", "monitors", "observers", "pilots", "technicians", "doctors", "crews", "battalion", "contingent", "brigade",
     "warship", "frigate", "frigates", "jets", "planes", "aircraft", "delegation", "instructors", "trainers", "advisers", "advisors"]
)  # fmt: skip
"""Beside party nouns, whom a state sends."""


def debtors_of(background: Background, promise: Promise, *, last_joint: Actors = ()) -> Slot[Actors]:
    """Who is bound, with the words that say so.

    Args:
        background: the document.
        promise: what a construction found.
        last_joint: the parties that were last bound together, whom a `we` that agreed means.
    """
    found = _of_both(background, promise, _debtors(background, promise, last_joint))
    return replace(found, spans=tuple(_unowned(background, span) for span in found.spans))


def _of_both(background: Background, promise: Promise, found: Slot[Actors]) -> Slot[Actors]:
    """The two parties in view, where `the two leaders` are tied to one of them, or to a person whose state nobody knows."""
    words = set(background.words_of(promise.debtor)[:2]) if promise.debtor is not None else set()
    sides, parties = found.value or (), background.parties
    unknown = [one for one in sides if background.kinds.get(one) is ActorKind.PERSON]
    if words.isdisjoint(_BOTH) or not sides or len(parties) != _PAIR or (len(sides) > 1 and not unknown):
        return found
    return (
        stated(parties, found.spans, "the two parties in view") if set(sides) - set(unknown) <= set(parties) else found
    )


def _debtors(background: Background, promise: Promise, last_joint: Actors) -> Slot[Actors]:
    span = promise.debtor
    if span is None:
        return utterers(background, promise)
    words = background.words_of(span)
    if (told := counted(background, span, words)) is not None:
        return told
    if words[0] in _WE or (len(words) < 4 and "our" in words):
        return ours(background, promise, span, last_joint)
    if words[0] in _ALONE:
        return mine(background, span)
    if words[-1] == "i" and len(words) > 2:
        return and_i(background, _named(background, promise.head_line or promise.line, span), span)
    if words[0] in _OTHERS - OWN and words[1:2] == ["and"]:
        return taken_up(background, promise, Span(span.start, span.start + len(words[0])), words[:1])
    if words[0] in OWN or words[-1] in _OTHERS:
        return taken_up(background, promise, span, words)
    line = promise.head_line or promise.line
    if _is_of_a_party(line, span) or _is_firm(line, span):
        return unclear("the subject is a thing of a party", (span,))
    named = _named(background, line, span)
    if len(named) == 1 and _is_beside_title(background, named, words):
        return stated(background.parties, (span,), "the one named and the other of the two parties in view")
    named = _speaking_for_somebody(background, named)
    if named:
        return stated(named, (span,), "" if len(words) < 3 else "named there")
    return _described(background, span, words)


def _speaking_for_somebody(background: Background, sides: Actors) -> Actors:
    """The sides of a row without persons of no known side, who stand there beside those whose title they bear."""
    known = tuple(side for side in sides if background.kinds.get(side) is not ActorKind.PERSON)
    return known or sides


def _is_beside_title(background: Background, named: Actors, words: list[str]) -> bool:
    """Whether a title without a name stands beside the one named, in a text of two parties: `the President and Prime Minister`."""
    behind = words[words.index("and") + 1 :] if "and" in words else []
    titled = (
        0 < len(behind) < 4
        and behind[-1] in load_grammar().party_nouns
        and load_grammar().possessives.isdisjoint(behind)
    )
    return titled and background.official and len(background.parties) == 2 and set(named) < set(background.parties)


def _unowned(background: Background, span: Span) -> Span:
    """The words without the possessive at their end: `Norway's` names Norway."""
    words = span.of(background.scene.text)
    ending = next((end for end in POSSESSIVE if words.lower().endswith(end)), "")
    cut = len(ending) - ending.startswith("s")
    return Span(span.start, span.end - cut) if ending else span


def _named(background: Background, line: Line, span: Span) -> Actors:
    """The actors that make up a subject: its first name and those joined to it, else the state of an adjective."""
    first = next((n for n in line.names.values() if span.overlaps(line.stretch(n.first, n.last))), None)
    if first is not None:
        end = next((at for at, word in enumerate(line.words) if word.span.start >= span.end), len(line.words))
        return background.sides_of(line.joined(first.first, end))
    whose = _unowned(background, span).of(background.scene.text)
    words = whose.removeprefix("The ").removeprefix("the ").split()
    if len(words) > 1 and words[-1].lower() not in load_grammar().party_nouns:
        return ()
    owners = [s.id for s in load_states().values() if words and words[0] in {*s.adjectives, s.name, *s.names}]
    return (owners[0],) if len(owners) == 1 else ()


def _is_of_a_party(line: Line, span: Span) -> bool:
    """Whether the subject is a thing that only belongs to a party: `the resumption of talks with Chad`."""
    first = next((n.first for n in line.names.values() if span.overlaps(line.stretch(n.first, n.last))), None)
    start = next((at for at, word in enumerate(line.words) if word.span.end > span.start), 0)
    if first is None or first <= start:
        return False
    at = first - 1 - (line.at(first - 1) in {"the", "our"})
    if at <= start or line.at(at) not in {"of", "in", "for", "on", "with", "between", "to"}:
        return False
    grammar = load_grammar()
    heads = set(line.lower[start:at])
    return heads.isdisjoint(grammar.party_nouns) and heads.isdisjoint(grammar.pronouns)


def _is_firm(line: Line, span: Span) -> bool:
    """Whether the subject is a company or a thing by its own head, and a party only by its first word: `Kenya Airways`."""
    last = next((at for at in range(len(line.words) - 1, -1, -1) if line.words[at].span.end <= span.end), 0)
    first = next((n for n in line.names.values() if span.overlaps(line.stretch(n.first, n.last))), None)
    if first is None or last in line.end_of:
        return False
    heads = line.lower[first.last : last + 1]
    words = line.words[first.last : last + 1]
    proper = first.owns and all(word.text[:1].isupper() or word.text in _LINKS for word in words)
    return proper or not load_grammar().companies.isdisjoint(heads)


def _described(background: Background, span: Span, words: list[str]) -> Slot[Actors]:
    """Whom a description means: `both sides`, `each Party`, `the agreement`."""
    grammar = load_grammar()
    plain = grammar.prepositions.isdisjoint(words)
    if background.adopted and plain and words[-1] in grammar.party_nouns and len(background.voice) > 1:
        return stated(background.voice, (span,), "the parties to the text")
    body = background.body if is_organ(words) else body_by_region(words, background.sofar)
    if body is not None:
        return stated((body,), (span,), "the body whose members or organ they are")
    meant = refer(background.scene, background.sofar, span)
    if meant is not None and meant.actors:
        return stated(background.whole(background.sides_of(meant.actors)), (span,), meant.reason)
    pact = pact_of(background, span, words)
    if pact is not None and pact.parties.value:
        return stated(background.whole(background.sides_of(pact.parties.value)), (span,), "the parties to it")
    every = words[0] in {"each", "neither", "both"} and words[-1] in load_grammar().party_nouns | _PARTY
    if every and background.official and len(background.parties) > 1:
        return stated(background.parties, (span,), "each of the parties in view")
    joint = words[-1] in load_grammar().standing and words[0] in {"the", "this", "our"} and len(words) < 5
    if joint and background.official and len(background.parties) > 1:
        return stated(background.parties, (span,), "the parties that make it up")
    sent = _sent_by(span.of(background.scene.text).split(), words)
    return stated((sent,), (span,), "whose people they are") if sent else unclear("the words name no actor", (span,))


def _sent_by(words: list[str], lower: list[str]) -> ActorId | None:
    """The one state whose adjective describes those who act: `fifty Swiss servicemen`, `the Chilean side`."""
    if lower[-1] not in load_grammar().party_nouns | _PEOPLE or not load_grammar().prepositions.isdisjoint(lower):
        return None
    states = [state.id for state in load_states().values() if any(one in words for one in state.adjectives)]
    return states[0] if len(states) == 1 else None
