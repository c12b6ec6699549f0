"""A sentence laid out for the readers of commitments: its words in lower case and the actors named among them.

Knows nothing of commitments. A clipped `'ll` or `'re` becomes a word of its own, so that a modal is one wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from servanda.codebook import ActorId, Reading, Span
from servanda.lexicon.acts import load_acts
from servanda.lexicon.states import load_states
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.scenes import Scene, Word
from servanda.reading.trees import Node, Tree

_CLIPPED = ("'ll", "’ll", "'re", "’re", "'m", "’m", "'ve", "’ve", "'d", "’d")
_PREFIXES = ("re-", "co-", "pre-")
_NUMBERS = frozenset("0123456789ivxabcde")
_MONTH = "May"
"""Not `may`: the month is no modal."""
_BESIDE = frozenset({"along", "together", "jointly"})
_LINKS = frozenset({",", "and", "nor", "the", "as", "well", "-", "–", "—", "(", ")", "/"})
POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` to `last` (not included) that name actors."""

    first: int
    last: int
    actors: tuple[ActorId, ...]
    owns: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence.

    Attributes:
        span: the sentence.
        words: its words, numbers and signs.
        lower: the same in lower case, with straight apostrophes; the month of May keeps its capital.
        names: the actors named in it, by the index of their first word.
        ends: the same by the index of their last word.
        end_of: for a word inside a name, the index behind that name.
        scene: the document, which is asked for the sentence's tree.
    """

    span: Span
    words: tuple[Word, ...]
    lower: tuple[str, ...]
    names: dict[int, Name]
    ends: dict[int, Name]
    end_of: dict[int, int]
    scene: Scene

    @property
    def tree(self) -> Tree:
        """The sentence's tree, read when first asked for."""
        return self.scene.tree(self.span)

    def node(self, index: int) -> Node | None:
        """The tree's word at this place; None outside the sentence."""
        return self.tree.at(self.words[index].span.start) if 0 <= index < len(self.words) else None

    def index_of(self, node: Node) -> int:
        """The index of the word that a word of the tree belongs to."""
        return max(0, bisect_right(self.words, node.span.start, key=_start) - 1)

    def reach(self, span: Span) -> tuple[int, int]:
        """The indices of a stretch's first word and of the one behind its last."""
        first = max(0, bisect_right(self.words, span.start, key=_start) - 1)
        return first, max(first + 1, bisect_left(self.words, span.end, key=_start))

    def at(self, index: int) -> str:
        """The word at this place in lower case; empty outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def past_number(self, index: int) -> int:
        """The index behind `(i)` or `(2)` that numbers a member of a list; `index` itself where none stands there."""
        numbered = self.at(index) == "(" and self.at(index + 2) == ")" and _NUMBERS.issuperset(self.at(index + 1))
        return index + 3 if numbered else index

    def stretch(self, first: int, last: int) -> Span:
        """The text of words `first` to `last` (not included)."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def names_in(self, first: int, last: int) -> Iterator[Name]:
        """The names that begin between two words."""
        return (self.names[at] for at in range(first, last) if at in self.names)

    def joined(self, first: int, end: int) -> tuple[ActorId, ...]:
        """The actors of the name at `first` and of those that follow it side by side, up to word `end`."""
        actors: dict[ActorId, None] = {}
        at = first
        while at in self.names and at < end:
            actors.update(dict.fromkeys(self.names[at].actors))
            at = self.names[at].last
            while self.at(at) in _LINKS or (self.at(at) in _BESIDE and self.at(at + 1) == "with"):
                at += 1 + (self.at(at) in _BESIDE)
        return tuple(actors)


class Lines:
    """Lays out the sentences of one document; the mentions are sorted once."""

    def __init__(self, scene: Scene, sofar: Reading) -> None:
        self._scene = scene
        found: dict[Span, list[ActorId]] = {}
        for actor in sofar.actors:
            for mention in actor.mentions:
                found.setdefault(mention.span, []).append(actor.actor)
        self._mentions = sorted(found.items())
        self._openings = frozenset(paragraph.start for paragraph in scene.paragraphs)
        self._starts = [span.start for span, _ in self._mentions]

    def lay_out(self, sentence: Span) -> Line:
        """One sentence with its words and names."""
        words = tuple(_unclipped(self._scene.words(sentence)))
        names = {name.first: name for name in self._names(sentence, words)}
        return Line(
            span=sentence,
            words=words,
            lower=tuple(
                word.text if at and word.text == _MONTH else _plain(word.text) for at, word in enumerate(words)
            ),
            names=names,
            ends={name.last - 1: name for name in names.values()},
            end_of={at: name.last for name in names.values() for at in range(name.first, name.last)},
            scene=self._scene,
        )

    def opens_paragraph(self, sentence: Span) -> bool:
        """Whether the sentence is the first of its paragraph."""
        return sentence.start in self._openings

    def _names(self, sentence: Span, words: tuple[Word, ...]) -> Iterator[Name]:
        starts = [word.span.start for word in words]
        behind = 0
        for at in range(bisect_left(self._starts, sentence.start), len(self._mentions)):
            span, actors = self._mentions[at]
            if span.start >= sentence.end:
                return
            first = max(0, bisect_left(starts, span.start + 1) - 1)
            last = max(first + 1, bisect_left(starts, span.end))
            if first < behind:
                continue
            behind = last
            yield Name(first, last, tuple(actors), words[last - 1].text.lower().endswith(POSSESSIVE))


def _start(word: Word) -> int:
    return word.span.start


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word in lower case with straight apostrophes; a prefixed verb as the one known: `re-opened` as `reopened`."""
    lower = word.lower().replace("’", "'")
    prefix = next((one for one in _PREFIXES if lower.startswith(one)), None) if "-" in lower else None
    if prefix is None or lower in load_acts().verbs:
        return lower
    rest = lower.removeprefix(prefix)
    known = (form for form in (prefix[:-1] + rest, rest) if form in load_acts().verbs or form in load_undertakings())
    return next(known, lower)


def _unclipped(words: tuple[Word, ...]) -> Iterator[Word]:
    for word in words:
        clipped = ("'" in word.text or "’" in word.text) and word.text.endswith(_CLIPPED)
        if not clipped:
            yield word
            continue
        ending = next((clip for clip in _CLIPPED if word.text.endswith(clip) and len(word.text) > len(clip)), None)
        if ending is None:
            yield word
            continue
        cut = word.span.end - len(ending)
        yield Word(word.text[: -len(ending)], Span(word.span.start, cut))
        yield Word(ending, Span(cut, word.span.end))


@cache
def state_adjectives() -> frozenset[str]:
    """The adjectives of all states: `Danish`."""
    return frozenset(adjective for state in load_states().values() for adjective in state.adjectives)
