"""What a language model says of a sentence, and what the package asks of one.

Whoever wants another parser writes a class with the two methods of `Parser`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parse:
    """What the model says of one sentence, word by word.

    Attributes:
        words: The words.
        starts: The place of each word's first letter in the text, or -1 where words were given without a text.
        tags: Universal part of speech ("VERB").
        fine_tags: Penn part of speech ("VBD").
        lemmas: Dictionary form.
        heads: The 1-based number of the word that each depends on, 0 for the root.
        relations: Universal relation to the head, with its subtype where there is one ("nsubj:pass").
        names: "O", or "B-" and "I-" with PER, ORG or LOC.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    tags: tuple[str, ...]
    fine_tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]

    def bases(self) -> tuple[str, ...]:
        """The relations without their subtypes ("nsubj")."""
        return tuple(relation.partition(":")[0] for relation in self.relations)


class Parser(Protocol):
    """What the package asks of a language model."""

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Parse, ...]:
        """A parse for each sentence given as words."""
        ...

    def read(self, text: str) -> tuple[Parse, ...]:
        """The sentences of a text, a line being a paragraph, with the words' places."""
        ...


def packaged_parser() -> Parser:
    """The language model of the package, loaded once."""
    # What runs it takes half a second to import, and most commands parse no sentence.
    from servanda.lexicon.language_model import packaged_model  # noqa: PLC0415

    return packaged_model()
