"""Who is bound by a promise.

A person who speaks for a state binds the state; `we` is the parties of an adopted text, those who agreed, or the speaker's
state; a possessive is the subject of its sentence; a noun that nobody owns binds those who utter it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from servanda.codebook import NARRATOR, ActorId, Instrument, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.states import load_states
from servanda.reading.actors.references import refer
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.lines import POSSESSIVE, Line, Name
from servanda.reading.commitments.owners import subject_above
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]

_WE = frozenset({"we", "our", "us"})
_ALONE = frozenset({"i", "my"})
_OTHERS = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
_OWN = frozenset({"its", "their", "his", "her"})
_TOGETHER = (
    " our two ", " the two countries ", " our alliance ", " our countries ", " both countries ", " our partnership ",
    " together , ", " our bilateral ", " our militaries ", " our nations ", " our peoples ", " our relationship ", " our shared ", " our mutual ",
    " our common ", " our combined ", " our joint ", " our collective ", " between our ", " the alliance between ",
)  # fmt: skip
_PACTS = frozenset({"agreement", "treaty", "pact", "deal", "accord", "framework", "memorandum", "arrangement"})
_TIES = frozenset({"relations", "relationship", "ties", "trade", "partnership", "friendship", "co-operation"})
_PARTY = frozenset({"country", "nation", "state"})


def debtors_of(background: Background, promise: Promise, *, last_joint: Actors = ()) -> Slot[Actors]:
    """Who is bound, with the words that say so.

    Args:
        background: the document.
        promise: what a construction found.
        last_joint: the parties that were last bound together, whom a `we` that agreed means.
    """
    found = _debtors(background, promise, last_joint)
    return replace(found, spans=tuple(_unowned(background, span) for span in found.spans))


def _debtors(background: Background, promise: Promise, last_joint: Actors) -> Slot[Actors]:
    span = promise.debtor
    if span is None:
        return _utterers(background, promise)
    words = _lower(background, span)
    if words[0] in _WE or (len(words) < 4 and "our" in words):
        return _ours(background, promise, span, last_joint)
    if words[0] in _ALONE:
        return _mine(background, span)
    if words[-1] == "i" and len(words) > 2:
        return _and_i(background, promise, span)
    if words[0] in _OTHERS - _OWN and words[1:2] == ["and"]:
        return _pronoun(background, promise, Span(span.start, span.start + len(words[0])), words[:1])
    if words[0] in _OWN or words[-1] in _OTHERS:
        return _pronoun(background, promise, span, words)
    line = promise.head_line or promise.line
    if _is_of_a_party(line, span) or _is_firm(line, span):
        return unclear("the subject is a thing of a party", (span,))
    named = _named(background, line, span)
    if len(named) == 1 and _is_beside_title(background, named, words):
        return stated(background.parties, (span,), "the one named and the other of the two parties in view")
    if named:
        return stated(named, (span,), "" if len(words) < 3 else "named there")
    return _described(background, span, words)


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


def _utterers(background: Background, promise: Promise) -> Slot[Actors]:
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
    if background.voice:
        return stated(background.voice, deed, "those who issued the text")
    first = next((name for name in line.names.values() if name.last <= promise.deeds[0].first), None)
    if first is None:
        return unclear("nobody is named as bound", deed)
    names = line.joined(first.first, len(line.words))
    return stated(_sides(background, names), (line.stretch(first.first, first.last),), "the subject of the sentence")


def _between(background: Background, promise: Promise) -> Actors:
    """The sides between whom a deed is to be done that nobody else owns: `deepen relations between Chad and Oman`."""
    line, deed = promise.line, promise.deeds[0]
    at = next((n + 1 for n in range(deed.first, deed.last) if line.at(n) == "between"), None)
    if at is None or promise.debtor is not None or promise.rule not in {"wish-noun", "pledge-noun"}:
        return ()
    if (load_grammar().joint_work | _TIES).isdisjoint(line.lower[max(deed.first, at - 4) : at - 1]):
        return ()
    sides = _sides(background, line.joined(at + (line.at(at) == "the"), deed.last))
    if line.at(at) == "our" and line.at(at + 1) in {"two", "2", "countries"}:
        sides = background.parties
    return sides if len(sides) > 1 else ()


def _parties_to(background: Background, promise: Promise) -> Slot[Actors]:
    """Those whose deal states a term: the parties to the instrument that it names or follows, else those in view."""
    head = promise.head or promise.line.span
    pact = _pact(background, head, _lower(background, head))
    parties = (_sides(background, pact.parties.value) if pact is not None and pact.parties.value else ()) or ()
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


def _ours(background: Background, promise: Promise, span: Span, last_joint: Actors) -> Slot[Actors]:
    """`We`: the parties together where the words say so, else the speaker's side."""
    joint = last_joint or background.parties
    if not background.adopted and _is_joint(promise) and len(joint) > 1:
        return stated(joint, (span,), "the parties in view")
    speakers = _speakers_at(background, span)
    if background.adopted and speakers == background.voice and len(speakers) > 1:
        return stated(speakers, (span,), "the parties who speak")
    first = Span(span.start, span.start + len(_lower(background, span)[0]))
    meant = refer(background.scene, background.sofar, first, speakers=speakers)
    if meant is not None and meant.actors:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    return _speaking(background, span, speakers)


def _mine(background: Background, span: Span) -> Slot[Actors]:
    return _speaking(background, span, _speakers_at(background, span))


def _and_i(background: Background, promise: Promise, span: Span) -> Slot[Actors]:
    """`Prime Minister Berg and I`: the side of the one named, and the speaker's."""
    named = _named(background, promise.head_line or promise.line, span)
    sides = _sides(background, (*named, *_speakers_at(background, span)))
    known = any(background.states.get(actor) for actor in named)
    if not known and len(set(sides)) < 2 and len(background.parties) == 2 and set(sides) <= set(background.parties):
        return stated(background.parties, (span,), "the speaker and the other of the two parties in view")
    return stated(sides, (span,), "the one named and the speaker") if sides else _speaking(background, span, sides)


def _speaking(background: Background, span: Span, speakers: Actors) -> Slot[Actors]:
    sides = _sides(background, speakers)
    return (
        stated(sides, (span,), "the speaker's state") if sides else unclear("nobody is named as the speaker", (span,))
    )


def _speakers_at(background: Background, span: Span) -> Actors:
    statement = background.statement_at(span)
    return (statement.speakers.value if statement is not None else None) or background.voice


def _pronoun(background: Background, promise: Promise, span: Span, words: list[str]) -> Slot[Actors]:
    """The subject of the sentence for a possessive, else whom the pronoun stands for."""
    if background.adopted and len(background.voice) > 2 and words[-1] in {"they", "their"}:
        return stated(background.voice, (span,), "the parties to the text")
    line = promise.line
    before = [n for n in line.names.values() if line.words[n.last - 1].span.end <= span.start and not n.owns]
    if words[0] in _OWN and (owner := subject_above(line, span)) is not None:
        return stated(_sides(background, owner), (span,), "stands for the subject of its clause")
    if words[0] in _OWN and before:
        names = _owner_among(background, line, before, alone=words[0] != "their")
        return stated(_sides(background, names), (span,), "stands for the subject of the sentence")
    meant = refer(background.scene, background.sofar, span)
    if meant is not None:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    if before:
        return stated(_sides(background, before[-1].actors), (span,), "stands for the name before it")
    owners = [n for n in line.names.values() if line.words[n.last - 1].span.end <= span.start]
    if owners and words[0] in _OWN and words[-1] in load_grammar().party_nouns | {"country", "nation"}:
        return stated(_sides(background, owners[0].actors), (span,), "stands for the first side named before it")
    return unclear("whom the pronoun stands for is not settled", (span,))


def _owner_among(background: Background, line: Line, before: list[Name], *, alone: bool) -> Actors:
    """Whom a possessive means among the names before it: the nearest subject of fitting number."""
    prepositions = load_grammar().prepositions
    heads = [n for n in before if line.at(n.first - 1) not in prepositions and line.at(n.first - 1) != "and"]
    groups = [line.joined(n.first, len(line.words)) for n in heads]
    fitting = [group for group in groups if (len(_sides(background, group)) == 1) == alone]
    return (fitting or groups or [before[0].actors])[-1]


def _is_joint(promise: Promise) -> bool:
    """Whether the words say that `we` are the parties together."""
    words = f" {' '.join(promise.line.lower)} "
    agreed = promise.rule == "undertaking-verb" and promise.firmness is Firmness.AGREED
    return agreed or any(sign in words for sign in _TOGETHER)


def _named(background: Background, line: Line, span: Span) -> Actors:
    """The actors that make up a subject: its first name and those joined to it, else the state of an adjective."""
    first = next((n for n in line.names.values() if span.overlaps(line.stretch(n.first, n.last))), None)
    if first is not None:
        end = next((at for at, word in enumerate(line.words) if word.span.start >= span.end), len(line.words))
        return _sides(background, line.joined(first.first, end))
    words = span.of(background.scene.text).removeprefix("The ").removeprefix("the ").split()
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
    proper = first.owns and all(word.text[:1].isupper() for word in line.words[first.last : last + 1])
    return proper or not load_grammar().companies.isdisjoint(heads)


def _described(background: Background, span: Span, words: list[str]) -> Slot[Actors]:
    """Whom a description means: `both sides`, `each Party`, `the agreement`."""
    grammar = load_grammar()
    plain = grammar.prepositions.isdisjoint(words)
    if background.adopted and plain and words[-1] in grammar.party_nouns and len(background.voice) > 1:
        return stated(background.voice, (span,), "the parties to the text")
    meant = refer(background.scene, background.sofar, span)
    if meant is not None and meant.actors:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    pact = _pact(background, span, words)
    if pact is not None and pact.parties.value:
        return stated(_sides(background, pact.parties.value), (span,), "the parties to it")
    every = words[0] in {"each", "neither", "both"} and words[-1] in load_grammar().party_nouns | _PARTY
    if every and background.official and len(background.parties) > 1:
        return stated(background.parties, (span,), "each of the parties in view")
    joint = words[-1] in load_grammar().standing and words[0] in {"the", "this", "our"} and len(words) < 5
    if joint and background.official and len(background.parties) > 1:
        return stated(background.parties, (span,), "the parties that make it up")
    return unclear("the words name no actor", (span,))


def _pact(background: Background, span: Span, words: list[str]) -> Instrument | None:
    """The instrument that a subject is, or means by `the agreement`."""
    instruments = background.sofar.instruments
    named = [i for i in instruments if any(span.overlaps(place) for place in i.span)]
    if not named and words[-1] in _PACTS:
        named = [i for i in instruments if min(i.span).start < span.start]
    return named[-1] if named else None


def _sides(background: Background, actors: Iterable[ActorId]) -> Actors:
    return tuple(dict.fromkeys(background.side_of(actor) for actor in actors if actor != NARRATOR))


def _lower(background: Background, span: Span) -> list[str]:
    return span.of(background.scene.text).lower().split()
