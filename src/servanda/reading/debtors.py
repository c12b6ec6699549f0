"""Who is bound by a promise, and to whom.

A person who speaks for a state binds the state; `we` is the parties of an adopted text or the speaker's state; the other
party to a bilateral term is its creditor, and terms that both owe jointly have none.
"""

from __future__ import annotations

from servanda.codebook import NARRATOR, ActorId, Instrument, Slot, Span, stated, unclear, unstated
from servanda.codebook.vocabulary import Firmness
from servanda.lexicon.states import load_states
from servanda.reading.backgrounds import Background
from servanda.reading.lines import Line, Name
from servanda.reading.promises import Promise
from servanda.reading.references import refer

Actors = tuple[ActorId, ...]

_WE = frozenset({"we", "our", "us"})
_ALONE = frozenset({"i", "my"})
_PACTS = frozenset({"agreement", "treaty", "pact", "deal", "accord", "framework", "memorandum", "arrangement"})
_PRONOUNS = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
_TOGETHER = (
    " our two ",
    " the two countries ",
    " our alliance ",
    " our countries ",
    " both countries ",
    " our partnership ",
    " together , ",
    " our bilateral ",
    " our militaries ",
    " our nations ",
    " our peoples ",
    " our relationship ",
)
_APART = frozenset(["with", "to", "in", "from", "by", "for", "at", "against", "on", "under", "within", "through", "of"])


def debtors_of(background: Background, promise: Promise, *, last_joint: Actors = ()) -> Slot[Actors]:
    """Who is bound, with the words that say so.

    Args:
        background: the document.
        promise: what a construction found.
        last_joint: the parties that were last bound together, whom a `we` that agreed means.
    """
    if promise.debtor is None:
        return _speakers(background, promise)
    spans = (promise.debtor,)
    words = promise.debtor.of(background.scene.text).lower().split()
    if words[0] in _WE | _ALONE or (len(words) < 4 and set(words) & {"our"}):
        return _ours(background, promise, promise.debtor, last_joint)
    if words[-1] in _PRONOUNS or words[0] in {"its", "their", "his", "her"}:
        return _pronoun(background, promise, promise.debtor)
    named = _named(background, promise.head_line or promise.line, promise.debtor) or _demonym(
        promise.debtor.of(background.scene.text)
    )
    if named:
        return stated(named, spans, "" if len(words) < 3 else "named there")
    return _described(background, promise.debtor)


def creditors_of(background: Background, promise: Promise, debtors: Slot[Actors], deed: Span) -> Slot[Actors]:
    """To whom the deed is owed, as far as the text says."""
    bound = debtors.value or ()
    sides = {background.states.get(actor) or actor for actor in bound}
    if len(sides) > 1:
        return stated((), debtors.spans, "both owe it jointly")
    inside = [n for n in promise.line.names.values() if deed.holds(promise.line.stretch(n.first, n.last))]
    others = [a for n in inside for a in (background.states.get(x) or x for x in n.actors) if a not in sides]
    if background.adopted and len(background.parties) == 2 and sides <= set(background.parties):
        other = tuple(party for party in background.parties if party not in sides)
        return stated(other, debtors.spans, "the other party")
    if others:
        name = next(n for n in inside if others[0] in {background.states.get(x) or x for x in n.actors})
        return stated((others[0],), (promise.line.stretch(name.first, name.last),))
    if len(background.parties) == 2 and sides < set(background.parties):
        other = tuple(party for party in background.parties if party not in sides)
        return stated(other, debtors.spans, "the other of the two parties in view")
    return unstated()


def reversed_slots(background: Background, debtors: Slot[Actors]) -> tuple[Slot[Actors], Slot[Actors]]:
    """Debtors and creditors of a cap: who "shall not be required" is owed restraint by the other party."""
    spared = debtors.value or ()
    other = tuple(party for party in background.parties if party not in spared)
    if not spared or len(other) != len(background.parties) - len(spared) or not other:
        return unclear("a cap binds the other party, and the text names none", debtors.spans), debtors
    return stated(other, debtors.spans, "a cap binds the other party"), debtors


def _speakers(background: Background, promise: Promise) -> Slot[Actors]:
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    if promise.firmness is Firmness.AGREED and promise.rule == "pledge-noun" and len(background.parties) > 1:
        return stated(background.parties, (deed,), "the parties in view")
    statement = background.statement_at(deed)
    if statement is not None and statement.speakers.value:
        sides = _states(background, statement.speakers.value)
        return stated(sides, statement.speakers.spans or (deed,), "those who say so")
    if background.voice:
        return stated(background.voice, (deed,), "those who issued the text")
    first = next(iter(promise.line.names.values()), None)
    if first is None:
        return unclear("nobody is named as bound", (deed,))
    return stated(
        _sides(background, first.actors),
        (promise.line.stretch(first.first, first.last),),
        "the subject of the sentence",
    )


def _ours(background: Background, promise: Promise, span: Span, last_joint: Actors) -> Slot[Actors]:
    word = span.of(background.scene.text).lower().split()[0]
    statement = background.statement_at(span)
    speakers = statement.speakers.value if statement is not None else None
    if word in _ALONE:
        sides = _sides(background, speakers or background.voice)
        return (
            stated(sides, (span,), "the speaker's state")
            if sides
            else unclear("nobody is named as the speaker", (span,))
        )
    joint = last_joint or background.parties
    if not background.adopted and _is_joint(promise) and len(joint) > 1:
        return stated(joint, (span,), "the parties in view")
    meant = refer(
        background.scene,
        background.sofar,
        Span(span.start, span.start + len(word)),
        speakers=speakers or background.voice,
    )
    if meant is not None and meant.actors:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    sides = _sides(background, speakers or background.voice)
    return stated(sides, (span,), "the speaker's side") if sides else unclear("nobody is named as the speaker", (span,))


def _pronoun(background: Background, promise: Promise, span: Span) -> Slot[Actors]:
    """The subject of the sentence for a possessive, else whom the pronoun stands for."""
    words = span.of(background.scene.text).lower().split()
    if background.adopted and len(background.voice) > 2 and words[-1] in {"they", "their"}:
        return stated(background.voice, (span,), "the parties to the text")
    before = [
        n for n in promise.line.names.values() if promise.line.words[n.last - 1].span.end <= span.start and not n.owns
    ]
    word = words[0]
    if word in {"its", "their", "his", "her"} and before:
        names = _owner_among(background, promise.line, before, alone=word != "their")
        return stated(_sides(background, names), (span,), "stands for the subject of the sentence")
    meant = refer(background.scene, background.sofar, span)
    if meant is not None:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    if before:
        return stated(_sides(background, before[-1].actors), (span,), "stands for the name before it")
    return unclear("whom the pronoun stands for is not settled", (span,))


def _owner_among(background: Background, line: Line, before: list[Name], *, alone: bool) -> Actors:
    """Whom a possessive means among the names before it: the nearest subject of fitting number."""
    groups = [
        _coordinated(line, n.first)
        for n in before
        if line.at(n.first - 1) not in _APART and line.at(n.first - 1) != "and"
    ]
    fitting = [g for g in groups if (len(_sides(background, g)) == 1) == alone]
    return (fitting or groups or [before[0].actors])[-1]


def _is_joint(promise: Promise) -> bool:
    """Whether the words say that `we` are the parties together."""
    words = f" {' '.join(promise.line.lower)} "
    return any(sign in words for sign in _TOGETHER) or (
        promise.rule == "undertaking-verb" and promise.firmness is Firmness.AGREED
    )


def _states(background: Background, actors: Actors) -> Actors:
    """The states that these actors speak for."""
    return tuple(dict.fromkeys(background.states.get(a) or a for a in actors if a != NARRATOR))


def _named(background: Background, line: Line, span: Span) -> Actors:
    """The actors of the names that make up a subject: its first one and those joined to it."""
    found = [n for n in line.names.values() if span.overlaps(line.stretch(n.first, n.last))]
    return _sides(background, _coordinated(line, found[0].first)) if found else ()


def _coordinated(line: Line, first: int) -> Actors:
    actors: dict[ActorId, None] = {}
    at = first
    while at in line.names:
        actors.update(dict.fromkeys(line.names[at].actors))
        at = line.names[at].last
        while line.at(at) in {",", "and", "the", "as", "well", "-", "–", "—", "(", ")", "/"} or line.at(at).startswith(
            "-"
        ):
            at += 1
            if at >= len(line.words):
                break
    return tuple(actors)


def _described(background: Background, span: Span) -> Slot[Actors]:
    meant = refer(background.scene, background.sofar, span)
    if meant is not None and meant.actors:
        return stated(_sides(background, meant.actors), (span,), meant.reason)
    pact = _pact(background, span)
    if pact is not None and pact.parties.value:
        return stated(_sides(background, pact.parties.value), (span,), "the parties to it")
    return unclear("the words name no actor", (span,))


def _pact(background: Background, span: Span) -> Instrument | None:
    """The instrument that a subject is, or means by `the agreement`."""
    named = [i for i in background.sofar.instruments if any(span.overlaps(place) for place in i.span)]
    if not named and span.of(background.scene.text).lower().split()[-1] in _PACTS:
        named = [i for i in background.sofar.instruments if min(i.span).start < span.start]
    return named[-1] if named else None


def _sides(background: Background, actors: Actors) -> Actors:
    return tuple(dict.fromkeys(background.side_of(actor) for actor in actors if actor != NARRATOR))


def _demonym(word: str) -> Actors:
    """The state that an adjective belongs to: `Danish`."""
    owners = [state.id for state in load_states().values() if word in state.adjectives]
    return (owners[0],) if len(owners) == 1 else ()
