"""A sentence of a report beside the sentence of the text that it tells of: the record that the rules of a comparison share.

Which sentences belong together is decided in `alignments.py`; what differs between them, in the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Commitment
from servanda.lexicon.units import load_units
from servanda.resolve.layouts import Figure, Line, Word

SURE = 0.28
"""From which share of the text's sentence on a report tells of that sentence without naming the text."""
_RICH = 5
"""So many telling words in common tell of a long sentence, whatever else it holds."""
_OWN = 0.5
"""A number is a sentence's own where one sentence of the text has it, or two."""
_WHOLE = 0.6
"""From which share of a report's sentence on it tells of no other sentence, however much of the text's it leaves out."""
_PART, _HALF, _TWO = 0.25, 0.5, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A sentence of a report that tells of a sentence of the text.

    Attributes:
        text: the sentence of the text.
        news: the sentence of the report.
        text_words: the words of the first that the second has too.
        news_words: these words there.
        weight: what they weigh.
        figures: what the numbers weigh that both sentences give; 1 for a number that one sentence of the text has.
        share: how much of the text's sentence that is, by weight, from 0 to 1.
        text_terms: the commitments of the text that these words belong to.
        news_terms: those of the report.
        claims_text: whether the report's sentence speaks of the text itself.
    """

    text: Line
    news: Line
    text_words: tuple[Word, ...]
    news_words: tuple[Word, ...]
    weight: float
    figures: float
    share: float
    text_terms: tuple[Commitment, ...] = ()
    news_terms: tuple[Commitment, ...] = ()
    claims_text: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it is so sure that what the report lacks was left out.

        It names the text, tells enough of it, or gives a number that is its own.
        """
        telling = self.share >= SURE or self.figures >= _OWN or len(self.solid) >= _RICH
        return self.claims_text or telling

    @property
    def told(self) -> float:
        """The share of the report's sentence that the text's has too, each word counting alike, from 0 to 1."""
        dated = [time.span for time in self.news.times]
        words = [word for word in self.news.words if not any(span.overlaps(word.span) for span in dated)]
        plain = not any(word.stem for word in self.news_words)
        mine = {word.meaning for word in words if word.stem or (plain and word.meaning)}
        return len({word.meaning for word in self.news_words} & mine) / max(1, len(mine))

    @property
    def is_close(self) -> bool:
        """Whether the two sentences say so much alike that what differs is a difference: a short one may tell of a long one."""
        both = self.share >= SURE and self.told >= _PART
        named = self.claims_text and self.told >= _HALF and len(self.news_words) >= _TWO
        return both or named or (self.told >= _WHOLE and len(self.solid) > 1)

    @property
    def solid(self) -> frozenset[str]:
        """The stems that both have and that are more than places and the words of every communiqué."""
        return frozenset(word.stem for word in self.news_words if word.tag != "PROPN" and not word.is_formulaic)

    @property
    def score(self) -> float:
        """How sure it is, from 0 to 1."""
        return min(0.95, 0.45 + self.weight / 60 + self.share / 3 + 0.1 * self.claims_text)


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether two numbers are the same in the same unit; a percentage of GDP is one of GDP everywhere."""
    return one.value == other.value and alike(one, other)


def alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers have the same unit; `kroner` alone may be any currency of that name."""
    if one.unit == other.unit or (one.kind == other.kind == "percent"):
        return True
    bearers = load_units().bearers
    return one.unit in bearers.get(other.unit, ()) or other.unit in bearers.get(one.unit, ())
