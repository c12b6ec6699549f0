"""Commitments: what one party undertook towards another, clause by clause.

Each sentence is asked by every construction (`modals.py`, `undertakings.py`, `fronted.py`, `pledge_nouns.py`, `progressives.py`, `terms.py`, `provisions.py`,
`exchanges.py`, `lists.py`); what they find is settled by `settling.py`. An undertaking inside the deed of another is left to the
outer one. No sentence is understood: its tree, its cues and its clause boundaries decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from servanda.codebook import Commitment, Problem, Reading, Span
from servanda.codebook.vocabulary import Act, Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.commitments.acts import act_of
from servanda.reading.commitments.backgrounds import Background, background_of
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.denials import is_denied_exchange
from servanda.reading.commitments.exchanges import exchange_at, exchange_end, returns_after, with_exchange
from servanda.reading.commitments.fronted import read_fronted
from servanda.reading.commitments.headlines import read_headline
from servanda.reading.commitments.likely import read_likely
from servanda.reading.commitments.lines import Line, Lines
from servanda.reading.commitments.lists import joins_list, lists_terms, opens_list, read_list
from servanda.reading.commitments.modals import read_modal
from servanda.reading.commitments.pledge_nouns import read_pledge_noun
from servanda.reading.commitments.progressives import read_progressives
from servanda.reading.commitments.promises import Promise, Wording
from servanda.reading.commitments.provisions import read_provisions
from servanda.reading.commitments.rhetoric import is_rhetoric
from servanda.reading.commitments.settling import Carried, settle
from servanda.reading.commitments.terms import read_terms
from servanda.reading.commitments.undertakings import read_undertaking
from servanda.reading.commitments.wordings import wordings_in
from servanda.reading.likely import may_hold
from servanda.reading.scenes import Scene

_STANCES = frozenset({Firmness.INTENDED, Firmness.ASPIRED})
_SUFFERED = frozenset({"replaced", "succeeded", "elected", "sworn", "deported", "tried", "sentenced", "released"})
_NOTHING: frozenset[str] = frozenset()
_OF_WORDS = {
    "send": frozenset({"signal", "message", "signals", "messages"}),
    "sending": frozenset({"signal", "message", "signals", "messages"}),
    "provide": frozenset({"opportunity", "opportunities"}),
    "offer": frozenset({"opportunity", "opportunities"}),
    "present": frozenset({"opportunity", "opportunities"}),
}
"""Verbs with objects that are only words or prospects: `send a clear signal`, `provide an opportunity`."""
_UNDERTAKEN = frozenset({"undertaking-verb", "pledge-noun"})
_SMALL = frozenset({Act.OTHER, Act.CONSULT, Act.VISIT})

Construction = Callable[[Line, Wording], Promise | None]

CONSTRUCTIONS: tuple[tuple[str, Construction], ...] = (
    ("modal", read_modal),
    ("verb", read_undertaking),
    ("noun", read_pledge_noun),
)
"""What reads a word of undertaking of each kind."""


def read_commitments(scene: Scene, sofar: Reading) -> Iterable[Commitment | Problem]:
    """The commitments of a document, in the order of the text.

    Args:
        scene: the document laid out.
        sofar: its reading so far, with actors, instruments and statements.
    """
    background = background_of(scene, sofar)
    lines = Lines(scene, sofar)
    carried: Carried | None = None
    listed: list[Span] = []
    for number, sentence in enumerate(scene.sentences):
        if scene.text[sentence.end - 1] == "?":
            continue
        line = lines.lay_out(sentence)
        found = (
            one for one in _found(background, lines, line, scene.sentences[number + 1 :]) if not _is_listed(one, listed)
        )
        yield from (settled := list(_settled(background, line, found, carried)))
        listed += [one.span[-1] for one in settled if one.origin.rule == "list"]
        carried = Carried.after(scene, settled, carried)


def _is_listed(promise: Promise, listed: list[Span]) -> bool:
    """Whether a promise is only part of a deed that the head of a list already bound somebody to."""
    words = promise.line.stretch(promise.deeds[0].first, promise.deeds[-1].last)
    return promise.rule != "list" and any(one.holds(words) for one in listed)


def _found(background: Background, lines: Lines, line: Line, following: tuple[Span, ...]) -> Iterator[Promise]:
    """The promises of one sentence, with those of the list that it heads."""
    terms = lists_terms(line) if background.official else None
    if terms is not None:
        yield from promises_in(background, line)
        yield from read_list(line, terms, _first_sentences(lines, following))
    elif opens_list(line):
        yield from _listed(background, lines, line, following)
    else:
        yield from promises_in(background, line)
        if joins_list(line):
            yield from _listed(background, lines, line, following)


def promises_in(background: Background, line: Line) -> Iterator[Promise]:
    """The promises of one sentence, from left to right, without those inside the deed of another."""
    if not may_hold(line.scene, line.span, "commitments"):
        return
    behind = -1
    found = sorted(_candidates(background, line), key=lambda one: one[0])
    found = sorted([*found, *read_likely(line, [promise for _, promise in found])], key=lambda one: one[0])
    nouns = {at for at, promise in found if promise.rule in {"pledge-noun", "wish-noun"}}
    for at, promise in found:
        if _is_only_of_a_noun(promise, nouns):
            continue
        if at >= behind and not _is_courtesy(promise) and not _is_spoken(promise):
            behind = max(deed.last for deed in promise.deeds)
            yield promise


def _is_only_of_a_noun(promise: Promise, nouns: set[int]) -> bool:
    """Whether what is agreed or stood by is itself a noun of undertaking (`agreed on the need to`): the noun wins."""
    deed = promise.deeds[0]
    whole = promise.rule == "undertaking-verb" and deed.form in {"thing", "does"}
    return whole and not nouns.isdisjoint(range(deed.first, deed.first + 5))


def _is_courtesy(promise: Promise) -> bool:
    """Whether the deed is one of words (`want to thank`, `will encourage`) or of politics at home (`plans to resign`)."""
    line, at = promise.line, promise.deeds[0].first
    at_home = line.at(at) in load_grammar().domestic and line.lower[at : at + 2] != ("step", "up")
    opening = line.lower[at : at + 6]
    at_home |= opening[:1] == ("be",) and (not _SUFFERED.isdisjoint(opening[1:2]) or _is_wished_for(promise))
    polite = not load_grammar().thanks.isdisjoint(opening) or opening[:2] in {("be", "clear"), ("make", "clear")}
    empty = opening[:2] == ("the", "following") or not _OF_WORDS.get(line.at(at), _NOTHING).isdisjoint(opening[1:5])
    empty |= promise.polarity is Polarity.MINUS and line.at(at) in load_grammar().silence
    hosts = line.at(at) == "welcome" and any(word[:1].isdigit() for word in opening)
    hosts |= line.at(at) == "encourage" and _is_of_trade(line, promise.deeds[0])
    consults = line.at(at) == "discuss" and promise.rule in _UNDERTAKEN and not promise.own_side
    return (
        (line.at(at) in load_grammar().courtesy and not hosts and not consults)
        or at_home
        or polite
        or empty
        or _is_personal(promise)
    )


def _is_wished_for(promise: Promise) -> bool:
    """Whether somebody only wants something to be done to them: `hopes to be invited`."""
    line, at = promise.line, promise.deeds[0].first + 1
    verb = load_acts().verbs.get(line.at(at))
    done = verb is not None and verb.form == "did"
    return promise.rule == "undertaking-verb" and promise.firmness is Firmness.ASPIRED and done


def _is_of_trade(line: Line, deed: Deed) -> bool:
    """Whether trade or investment is what is encouraged, and no one to do something: `encourage greater trade`."""
    return "to" not in line.lower[deed.first : deed.first + 6] and act_of(line, deed).act in {Act.TRADE, Act.INVEST}


def _is_spoken(promise: Promise) -> bool:
    """Whether a speaker only announces words: `I will add that`."""
    line, debtor = promise.line, promise.debtor
    if debtor is None or promise.polarity is Polarity.MINUS:
        return False
    return is_rhetoric(line, debtor.of(line.scene.text), promise.deeds[0].first)


def _is_personal(promise: Promise) -> bool:
    """Whether one person speaks of a small thing of their own: `I want to give you something`."""
    line, deed = promise.line, promise.deeds[0]
    first = next((word for word in line.words if promise.debtor and word.span.start == promise.debtor.start), None)
    alone = first is not None and first.text == "I" and promise.firmness in _STANCES
    return alone and not any(line.names_in(deed.first, deed.last)) and act_of(line, deed).act in _SMALL


def _candidates(background: Background, line: Line) -> Iterator[tuple[int, Promise]]:
    constructions = dict(CONSTRUCTIONS)
    if not load_undertakings().keys().isdisjoint(line.lower):
        for wording in wordings_in(line):
            promise = constructions[wording.undertaking.kind](line, wording)
            if promise is not None:
                yield wording.first, promise
        yield from (one for one in read_fronted(line) if not _is_interrupted(line, one[1].deeds[-1].last))
    yield from read_progressives(line, told=not background.official)
    if background.scene.paragraphs and background.scene.paragraphs[0].holds(line.span):
        yield from read_headline(line)
    yield from read_terms(line)
    yield from read_provisions(line)


def _is_interrupted(line: Line, last: int) -> bool:
    """Whether the clause goes on behind a comma with its own modal: `the ships, Chile pledged, | will be sent`."""
    return line.at(last) == "," and line.at(last + 1) in load_grammar().modals


def _listed(background: Background, lines: Lines, head: Line, following: tuple[Span, ...]) -> Iterator[Promise]:
    """The deeds of the paragraphs under a head that ends in a colon."""
    first = next((promise for _, promise in sorted(_candidates(background, head), key=lambda one: one[0])), None)
    if first is None:
        return
    firsts = _first_sentences(lines, following)
    yield from read_list(head, first, firsts)


def _first_sentences(lines: Lines, following: tuple[Span, ...]) -> Iterator[Line]:
    for sentence in following:
        if lines.opens_paragraph(sentence):
            yield lines.lay_out(sentence)


def _settled(
    background: Background, line: Line, found: Iterator[Promise], carried: Carried | None
) -> Iterator[Commitment]:
    """The records of a sentence, with both sides of an exchange tied to one another."""
    behind = exchange_at(line)
    promises = list(found)
    given = [c for promise in promises for c in settle(background, promise, carried)]
    if behind is None or is_denied_exchange(line, behind - 3):
        yield from given
        return
    border, end = line.words[behind - 1].span.end, line.words[exchange_end(line, behind) - 1].span.end
    before = [c for c in given if c.span[0].start < border or c.span[0].start > end]
    if not before:
        yield from given
        return
    returned = [
        c for _, promise in returns_after(line, behind) for c in settle(background, promise, carried, given=before)
    ]
    yield from with_exchange(background, before, returned, line.stretch(behind - 3, behind))
