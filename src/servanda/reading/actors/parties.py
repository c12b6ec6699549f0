"""Which states a text is about at a given place: those that "both sides" and "the two countries" mean.

Works on mentions already tied to actors. It settles nothing about single mentions; see `references.py`.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from servanda.codebook import ActorId, Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.rounds import LEAST, Round, opening_round, rounds_in
from servanda.reading.actors.topics import without_topic
from servanda.reading.scenes import Scene

_BOND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[-–—/]|,?\s*and|,?\s*with|,\s*and)\s*(?:the\s+)?(?:[’']s?\s*)?\Z|\s*[-–—/]\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a stretch of text stands for.

    Attributes:
        actors: one actor, or all members of a group ("the allies").
        span: the stretch.
        reason: how that is known, in words.
    """

    actors: tuple[ActorId, ...]
    span: Span
    reason: str


_LEAD = 4
_PAIR = 2
MAKERS = re.compile(
    r"(?:the )?(?:\w+ )?(?:leaders|presidents|prime ministers|heads of (?:state|government)|ministers|advis[eo]rs|governments"
    r"|representatives|delegations|members|nations|countries|republics) (?:of|from)\b",
    re.IGNORECASE,
)
_APART = 0.75
"""How often the next state is named at most, as a share, where those named most are the ones that a text is about."""
UNIONS = frozenset({"european-union"})
"""Bodies that are parties to agreements as states are: `both sides` may be a state and the Union."""
StateOf = Callable[[ActorId], ActorId | None]


def states_among(actors: Iterable[ActorId], state_of: StateOf) -> tuple[ActorId, ...]:
    """The states behind these actors, each once, in order."""
    found = dict.fromkeys(state_of(actor) for actor in actors)
    return tuple(state for state in found if state is not None)


@dataclass
class Parties:
    """The mentions of a document, asked for the states that a description like "both sides" means.

    Attributes:
        scene: the document laid out.
        mentions: the mentions of named actors, in text order.
        state_of: the state behind an actor.
    """

    scene: Scene
    mentions: Sequence[Referent]
    state_of: StateOf

    def around(self, span: Span, number: int = 2, *, told: bool = True) -> tuple[ActorId, ...]:
        """The states that "both sides" or "the three countries" means at a place.

        Asked in this order: those last named side by side before it in its sentence; the last list of three or more before
        it; those that its paragraph names before it, where they are just so many; those that the whole text names most.
        Empty where fewer are in view.

        Args:
            span: the place.
            number: how many states are meant.
            told: whether the text says that it is so many; else those named most must stand out from the others.
        """
        sentence = self.scene.sentence_of(span)
        if sentence is not None and sentence.start < span.start:
            near = [chain for chain in self.chains_in(Span(sentence.start, span.start)) if len(chain) == number]
            if near:
                return near[-1]
        listed = self._listed(span, number) if number >= LEAST else self.own if not told else ()
        if listed:
            return listed
        leading = self._titled_sides(number) or (number == _PAIR and self._headline_pair) or self.leading(number)
        paragraph = self.scene.paragraph_of(span)
        if paragraph is not None and paragraph.start < span.start:
            named = self._states_in(Span(paragraph.start, span.start))
            if len(named) == number and not set(leading) <= set(self._states_in(paragraph)):
                return named
        return leading if told or self.is_clear(number) else self._several(number)

    def _party_of(self, actor: ActorId) -> ActorId | None:
        """The state behind an actor; a union of states is a party as states are, an alliance where an official title names it."""
        if actor in UNIONS or (self._is_official and actor in self._titled_bodies):
            return actor
        return self.state_of(actor)

    @property
    def _is_official(self) -> bool:
        return self.scene.document.kind is not DocumentKind.NEWS

    @cached_property
    def _titled_bodies(self) -> frozenset[ActorId]:
        """Unions and alliances of states that the title names: they are its party in `the U.S.-ASEAN Summit`."""
        sorts = load_heads().sorts
        return (sorts["bloc"] | sorts["alliance"]) & set(self._titled_actors)

    @property
    def _titled_actors(self) -> Sequence[ActorId]:
        return [actor for mention in self.titled for actor in mention.actors]

    @cached_property
    def titled(self) -> Sequence[Referent]:
        """Those named in the title, but for whom the text is only about."""
        titles = self.scene.paragraphs[:1]
        return [mention for title in titles for mention in self._in_title(title, held_by(title, self.mentions))]

    def _in_title(self, title: Span, named: Sequence[Referent]) -> Sequence[Referent]:
        def sides_of(some: Sequence[Referent]) -> int:
            # Not `_party_of`, which asks for the bodies of the title itself.
            return len({self.state_of(actor) or actor for mention in some for actor in mention.actors})

        return without_topic(title.of(self.scene.text), named, lambda one: one.span.start - title.start, sides_of)

    @cached_property
    def makers(self) -> tuple[ActorId, ...]:
        """The states whose leaders or governments a joint text names side by side in its lead; empty for other texts."""
        joint = self.scene.document.kind is DocumentKind.INSTRUMENT
        for paragraph in self.scene.paragraphs[1:_LEAD] if joint else ():
            for mention in held_by(paragraph, self.mentions):
                sides = states_among(mention.actors, self._party_of)
                if len(sides) > 1 and MAKERS.match(mention.span.of(self.scene.text)):
                    return sides
        return ()

    @cached_property
    def own(self) -> tuple[ActorId, ...]:
        """The three sides or more for whom an official text speaks, or of whose meeting it tells; empty where it is none's."""
        if not self._is_official or 1 < len(states_among(self._titled_actors, self._party_of)) < LEAST:
            return ()
        return opening_round(self.scene, self._places, self._sides_of)

    @cached_property
    def _places(self) -> list[tuple[Span, tuple[ActorId, ...]]]:
        return [(mention.span, mention.actors) for mention in self.mentions]

    @cached_property
    def _rounds(self) -> tuple[Round, ...]:
        return tuple(rounds_in(self.scene.text, self._places, self._sides_of))

    def _sides_of(self, actors: Iterable[ActorId]) -> tuple[ActorId, ...]:
        return states_among(actors, self._party_of)

    def _listed(self, span: Span, number: int) -> tuple[ActorId, ...]:
        """The last list of so many sides before a place."""
        before = [one for one in self._rounds if one.span.end <= span.start and len(one.sides) == number]
        return before[-1].sides if before else ()

    def chains_in(self, within: Span) -> list[tuple[ActorId, ...]]:
        """States named side by side in a stretch: `Kenya and Norway`, `the U.S.-Japan alliance`, leaders who meet."""
        found: list[tuple[ActorId, ...]] = []
        chain: tuple[ActorId, ...] = ()
        for left, right in itertools.pairwise(held_by(within, self.mentions)):
            between = self.scene.text[left.span.end : right.span.start]
            if right.span.start < left.span.end or not _BOND.match(between):
                chain = ()
                continue
            states = states_among((*chain, *left.actors, *right.actors), self._party_of)
            if found and found[-1] == chain and len(states) > len(chain):
                found[-1] = states
            elif len(states) > 1 and states != chain:
                found.append(states)
            chain = states
        return found

    @cached_property
    def _counted(self) -> Counter[ActorId]:
        return Counter(state for mention in self.mentions for state in states_among(mention.actors, self._party_of))

    def leading(self, number: int) -> tuple[ActorId, ...]:
        """The states that the text names most, earliest first among equals; empty where there are not so many."""
        if len(self._counted) < number:
            return ()
        first = {state: at for at, state in enumerate(self._counted)}
        ranked = sorted(self._counted, key=lambda state: (-self._counted[state], first[state]))[:number]
        return tuple(sorted(ranked, key=lambda state: first[state]))

    def _titled_sides(self, number: int) -> tuple[ActorId, ...]:
        """The sides that the title of an official text names, where they are just so many."""
        sides = states_among(self._titled_actors, self._party_of) if self._is_official else ()
        return sides if len(sides) == number else ()

    @cached_property
    def _headline_pair(self) -> tuple[ActorId, ...]:
        """The two states that the headline of a report joins, where it names no other and the text below joins them too."""
        if self._is_official or len(self.scene.paragraphs) < _PAIR:
            return ()
        title = self._states_in(self.scene.paragraphs[0])
        pairs = [set(chain) for chain in self.chains_in(self.scene.paragraphs[0])]
        if len(title) != _PAIR or set(title) not in pairs:
            return ()
        below = Span(self.scene.paragraphs[1].start, len(self.scene.text))
        return title if any(set(chain) == set(title) for chain in self.chains_in(below)) else ()

    def is_clear(self, number: int) -> bool:
        """Whether the states that the text names most stand out from the next one."""
        ranked = [count for _, count in self._counted.most_common(number + 1)]
        return len(ranked) == number or (len(ranked) > number and ranked[number] <= _APART * ranked[number - 1])

    def _several(self, number: int) -> tuple[ActorId, ...]:
        """Three states or four, where an official text without a number names just so many more often than others."""
        if self.scene.document.kind is DocumentKind.NEWS:
            return ()
        for more in (number + 1, number + 2):
            found = self.leading(more)
            if found and self.is_clear(more) and min(self._counted[state] for state in found) > 1:
                return found
        return ()

    def _states_in(self, within: Span) -> tuple[ActorId, ...]:
        inside = (actor for mention in held_by(within, self.mentions) for actor in mention.actors)
        return states_among(inside, self.state_of)


def held_by(span: Span, mentions: Sequence[Referent]) -> Sequence[Referent]:
    """Those of these mentions, sorted by place, that lie in a stretch."""
    first = bisect_left(mentions, span.start, key=_start)
    last = bisect_left(mentions, span.end, key=_start)
    return [mention for mention in mentions[first:last] if mention.span.end <= span.end]


def _start(mention: Referent) -> int:
    return mention.span.start
