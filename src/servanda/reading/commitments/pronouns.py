"""Whom `it`, `they`, `its` and `their` bind: the subject of their clause, the name before them, or whom the reader of actors ties them to."""

from __future__ import annotations

from servanda.codebook import ActorId, Slot, Span, stated, unclear
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.grammar import load_grammar
from servanda.reading.actors.references import Referent, refer
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.lines import Line, Name
from servanda.reading.commitments.owners import subject_above
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]

_PAIR = 2
OWN = frozenset({"its", "their", "his", "her"})
"""Possessives that take somebody up."""


def taken_up(background: Background, promise: Promise, span: Span, words: list[str]) -> Slot[Actors]:
    """The subject of the sentence for a possessive, else whom the pronoun stands for."""
    if background.adopted and len(background.voice) > 2 and words[-1] in {"they", "their"}:
        return stated(background.voice, (span,), "the parties to the text")
    line = promise.line
    before = [n for n in line.names.values() if line.words[n.last - 1].span.end <= span.start and not n.owns]
    owner = subject_above(line, span) if words[0] in OWN else None
    if owner is not None and words[0] == "their" and len(background.sides_of(owner)) < 2 and before:
        row = _owner_among(background, line, before, alone=False)
        owner = row if len(background.sides_of(row)) > 1 else (_who_met(background, line, owner, before) or owner)
    if owner is not None:
        return stated(background.sides_of(owner), (span,), "stands for the subject of its clause")
    if words[0] in OWN and before:
        names = _owner_among(background, line, before, alone=words[0] != "their")
        return stated(background.sides_of(names), (span,), "stands for the subject of the sentence")
    meant = refer(background.scene, background.sofar, span)
    if meant is not None and not _is_guess(background, line, meant):
        return stated(background.whole(background.sides_of(meant.actors)), (span,), meant.reason)
    if before:
        return stated(background.sides_of(before[-1].actors), (span,), "stands for the name before it")
    owners = [n for n in line.names.values() if line.words[n.last - 1].span.end <= span.start]
    if owners and words[0] in OWN and words[-1] in load_grammar().party_nouns | {"country", "nation"}:
        return stated(background.sides_of(owners[0].actors), (span,), "stands for the first side named before it")
    return unclear("whom the pronoun stands for is not settled", (span,))


def _who_met(background: Background, line: Line, owner: Actors, before: list[Name]) -> Actors:
    """A person and whom that person met, before `their`: `President Ruto met with King Harald to renew | their | pledge`."""
    alone = all(background.kinds.get(one) is ActorKind.PERSON for one in owner)
    met = [one for one in before if line.at(one.first - 1) == "with" and set(one.actors).isdisjoint(owner)]
    both = (*owner, *met[0].actors) if alone and met else ()
    sides = background.sides_of(both)
    return both if len(sides) == len(background.parties) == _PAIR and set(sides) == set(background.parties) else ()


def _owner_among(background: Background, line: Line, before: list[Name], *, alone: bool) -> Actors:
    """Whom a possessive means among the names before it: the nearest subject of fitting number."""
    prepositions = load_grammar().prepositions
    heads = [n for n in before if line.at(n.first - 1) not in prepositions and line.at(n.first - 1) != "and"]
    groups = [line.joined(n.first, len(line.words)) for n in heads]
    # Of a row of names the later ones stand for the whole row: `thanked Chad, Niger and Mali for their pledge`.
    groups = [next(row for row in groups[: at + 1] if set(row) >= set(one)) for at, one in enumerate(groups)]
    fitting = [group for group in groups if (len(background.sides_of(group)) == 1) == alone]
    return (fitting or groups or [before[0].actors])[-1]


def _is_guess(background: Background, line: Line, meant: Referent) -> bool:
    """Whether `they` are only taken for the parties that a report is about, and nobody near names them all."""
    if background.official or meant.reason != "the parties in view":
        return False
    at = background.scene.sentences.index(line.span)
    near = Span(background.scene.sentences[max(0, at - 1)].start, line.span.end)
    return not set(background.sides_of(meant.actors)) <= background.sides_in(near)
