"""Sentences with their words, mentions and times, laid out once for all the nominals in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import ActorKind
from servanda.reading.actors.references import Referent, mentions_in, state_of
from servanda.reading.scenes import Scene, Word
from servanda.reading.times.times import Time, find_times


@dataclass(frozen=True)
class Stretch:
    """One sentence with its words, mentions and times, worked out once for all heads in it."""

    scene: Scene
    span: Span
    mentions: tuple[Referent, ...]
    homes: Mapping[ActorId, ActorId | None]

    def home_of(self, actor: ActorId) -> ActorId | None:
        """The party behind an actor: a person's state, a body's state, else the actor itself; None for a private person."""
        return self.homes[actor] if actor in self.homes else actor.partition("/")[0]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.scene.words(self.span)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times that it names."""
        return find_times(self.scene, self.span)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is set in capitals like a headline, where capital letters say little."""
        if self.span.of(self.scene.text).rstrip('”"’ ').endswith("."):
            return False
        words = [word.text for word in self.words if len(word.text) > 3 and word.text[0].isalpha()]
        return sum(word[0].isupper() for word in words) > 0.7 * len(words)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    def index(self, place: int) -> int:
        """The word that holds a place, or the last one before it."""
        return max(0, bisect_right(self._starts, place) - 1)

    def lower(self, at: int) -> str:
        """A word in lower case; empty outside the sentence."""
        return self.words[at].lower.replace("’", "'") if 0 <= at < len(self.words) else ""

    def mention_at(self, word: Word) -> Referent | None:
        """The mention that a word stands in."""
        return next((m for m in self.mentions if m.span.start <= word.span.start < m.span.end), None)

    def in_time(self, word: Word) -> bool:
        """Whether a word stands in an expression of time."""
        return any(time.span.overlaps(word.span) for time in self.times)


def stretches_of(scene: Scene, sofar: Reading) -> tuple[Stretch, ...]:
    """Every sentence of a document, laid out for nominals."""
    persons = (actor for actor in sofar.actors if actor.kind in (ActorKind.PERSON, ActorKind.OFFICE))
    homes = {actor.actor: state_of(sofar, actor.actor) for actor in persons}
    whole = mentions_in(sofar, Span(0, len(scene.text))) if scene.text else ()
    starts = [mention.span.start for mention in whole]
    found = []
    for sentence in scene.sentences:
        near = whole[bisect_right(starts, sentence.start - 1) : bisect_right(starts, sentence.end - 1)]
        found.append(Stretch(scene, sentence, near, homes))
    return tuple(found)
