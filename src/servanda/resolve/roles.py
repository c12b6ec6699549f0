"""Who does what to whom, in a text and in a report: another party that gives, pays or receives.

A verb that both sentences have is held against itself: the party that does it, and the parties that stand behind the
same preposition. Only parties that the text names count, and only where no party of one side is among the other's, or
where both are to do what the text lays on one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from servanda.codebook import ActorId
from servanda.lexicon.memberships import load_memberships
from servanda.resolve.attributions import asserting
from servanda.resolve.deeds import agent_of, below, case_of, noun_of, sides_by_place, under
from servanda.resolve.findings import Aspect, Finding, Happening
from servanda.resolve.layouts import Layout, Line, Word
from servanda.resolve.pairings import Alignment

_Sides = Mapping[int, frozenset[ActorId]]
_SHARED = 1
_STATE = 3
"""How many letters the id of a state has."""
_DOER = "who does it"
_DEEDS = frozenset({"VERB", "NOUN"})
_GIVEN = frozenset({"iobj", "obl", "nmod"})


@dataclass(frozen=True, slots=True)
class _Role:
    """A party at its place in a sentence, and what it is there: who does it, or who stands behind a preposition."""

    word: Word
    sides: frozenset[ActorId]
    name: str


def find_roles(text: Layout, news: Layout, alignments: Sequence[Alignment]) -> Iterator[Finding]:
    """Where a report has another party do a deed, or another one receive it."""
    here, there = sides_by_place(text), sides_by_place(news)
    known = _bound(text)
    for alignment in alignments:
        if not alignment.is_close:
            continue
        for verb in alignment.news.words:
            same = _same_deeds(alignment, verb)
            pairs = [pair for deed in same for pair in _other_roles(alignment, (deed, here), (verb, there))]
            if len(same) == 1 and pairs and _are_known(pairs[0], known):
                yield _finding(text, news, alignment, *pairs[0])


def _are_known(pair: tuple[_Role, _Role], known: frozenset[ActorId]) -> bool:
    """Whether the report names a party of the text, or a state.

    A body may speak for another one, and a group for its members: where no state is among them, nothing is told.
    """
    here, there = (role.sides for role in pair)
    groups = load_memberships()
    members = {member for side in here | there for member in groups.get(side, ())}
    states = {side for side in here | there if len(side) == _STATE and side.isupper()}
    return (there <= known or there <= states) and bool(states) and not members & (here | there)


def _bound(text: Layout) -> frozenset[ActorId]:
    """The parties that the text binds, or binds others to."""
    terms = text.reading.commitments
    sides = (side for term in terms for side in (term.debtors.value, term.creditors.value))
    return frozenset(actor.split("/")[0] for side in sides for actor in side or ())


def _same_deeds(alignment: Alignment, verb: Word) -> list[Word]:
    """The verbs of the text's sentence that are this one, with most of its words in common."""
    if verb.tag not in _DEEDS or not verb.meaning or verb.names:
        return []
    mine = _about(alignment.news, verb)
    counted = [
        (len(mine & _about(alignment.text, deed)), deed)
        for deed in alignment.text.words
        if deed.tag == verb.tag and deed.meaning == verb.meaning
    ]
    most = max((number for number, _ in counted), default=0)
    return [deed for number, deed in counted if number == most and number >= _SHARED]


def _about(line: Line, verb: Word) -> set[str]:
    """The words under a verb, and the noun whose clause it is: `the talks, which Oman will host`."""
    own = noun_of(line, verb)
    return {word.meaning for word in (*under(line, verb), *((own,) if own else ()))} - {""}


def _other_roles(
    alignment: Alignment, deed: tuple[Word, _Sides], verb: tuple[Word, _Sides]
) -> Iterator[tuple[_Role, _Role]]:
    """The roles that both verbs have, with parties of which none is in both."""
    mine, others = _roles(alignment.text, *deed), _roles(alignment.news, *verb)
    for one in mine:
        for other in others:
            if one.name == other.name and (
                one.sides.isdisjoint(other.sides) or _is_joined(alignment, deed[1], one, other)
            ):
                yield one, other


def _is_joined(alignment: Alignment, sides: _Sides, one: _Role, other: _Role) -> bool:
    """Whether the report has another party do with it what the text lays on one alone, and does not name the other for."""
    joined = other.sides - one.sides
    named = {
        side
        for place, some in sides.items()
        if alignment.text.span.start <= place < alignment.text.span.end
        for side in some
    }
    return one.name == _DOER and len(one.sides) == 1 and one.sides < other.sides and not joined & named


def _roles(line: Line, verb: Word, sides: _Sides) -> list[_Role]:
    agent = agent_of(line, verb) if verb.tag == "VERB" else None
    places = [(agent, _DOER)] if agent is not None else []
    places += [
        (word, f"{case_of(line, word) or 'to'} whom")
        for word in below(line, verb)
        if word.relation in _GIVEN and word is not agent
    ]
    return [_Role(word, _named(line, word, sides), name) for word, name in places if word.span.start in sides]


def _named(line: Line, word: Word, sides: _Sides) -> frozenset[ActorId]:
    """Whom a word names, with those that stand beside it: `Fiji and Tuvalu`."""
    beside = (child for child in below(line, word) if child.relation in {"conj", "appos", "flat"})
    return frozenset().union(*(sides.get(one.span.start, frozenset()) for one in (word, *beside)))


def _finding(text: Layout, news: Layout, alignment: Alignment, here: _Role, there: _Role) -> Finding:
    told, said = there.word.span.of(news.document.text), here.word.span.of(text.document.text)
    return Finding(
        happening=Happening.CHANGED,
        aspect=Aspect.PARTY,
        text=text.document.id,
        text_spans=(here.word.span,),
        news=news.document.id,
        news_spans=(there.word.span,),
        asserted_by=asserting(news.reading, there.word.span),
        claims_text=alignment.claims_text,
        reason=f"{there.name}: “{told}” in the report, “{said}” in the text",
        score=alignment.score,
    )
