"""A spaCy pipeline in the place of the packaged language model, for whoever has a bigger one.

The pipeline is asked for tags, lemmas, trees and names of words that are cut as our own model has them. Trees in
ClearNLP's labels, which spaCy's English pipelines speak, are turned into Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servanda.codebook.refusals import RefusalError
from servanda.lexicon.clear_labels import is_clear, universal
from servanda.lexicon.language.tokens import tokens_of
from servanda.lexicon.parses import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KINDS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "NORP": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_NEEDED = ("TAG", "POS", "LEMMA", "DEP", "HEAD")


class PipelineError(RefusalError):
    """The pipeline cannot be had or does not do what is asked; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """A `Parser` over a loaded spaCy pipeline."""

    nlp: Language

    @classmethod
    def load(cls, name: str) -> SpacyParser:
        """The pipeline of an installed package or a folder.

        Raises:
            PipelineError: spaCy or the pipeline is not there, or it does not parse.
        """
        try:
            import spacy  # noqa: PLC0415 - three quarters of a second, and only for whoever asked for it
        except ImportError:
            raise PipelineError("A spaCy pipeline needs spaCy: pip install 'servanda[spacy]'.") from None
        try:
            nlp = spacy.load(name)
        except (OSError, ValueError) as error:
            raise PipelineError(f"There is no spaCy pipeline {name}: {str(error).splitlines()[0]}") from None
        loaded = cls(nlp)
        loaded.parse([["Kenya", "agreed", "."]])
        return loaded

    @property
    def version(self) -> str:
        """The pipeline's name and version, which belong to the origin of what is read with it."""
        return "{lang}_{name}-{version}".format(**self.nlp.meta)

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Parse, ...]:
        """A parse for each sentence given as words.

        Raises:
            PipelineError: the pipeline leaves out tags, lemmas or trees.
        """
        from spacy.tokens import Doc  # noqa: PLC0415

        made = (Doc(self.nlp.vocab, words=list(words)) for words in sentences)
        return tuple(self._parse_of(doc, (-1,) * len(doc)) for doc in self.nlp.pipe(made))

    def read(self, text: str) -> tuple[Parse, ...]:
        """The sentences of a text, a line being a paragraph, with the words' places; the pipeline ends the sentences."""
        from spacy.tokens import Doc  # noqa: PLC0415

        found: list[Parse] = []
        start = 0
        for line in text.splitlines(keepends=True):
            tokens = tokens_of(line)
            doc = self.nlp(Doc(self.nlp.vocab, words=[token.text for token in tokens]))
            places = [token.start + start for token in tokens]
            found += [self._parse_of(part.as_doc(), places[part.start : part.end]) for part in doc.sents]
            start += len(line)
        return tuple(found)

    def _parse_of(self, doc: Doc, places: Sequence[int]) -> Parse:
        missing = [name for name in _NEEDED if len(doc) and not doc.has_annotation(name)]
        if missing:
            raise PipelineError(f"The spaCy pipeline {self.version} does not give: {', '.join(missing).lower()}.")
        heads, relations = _under_one_root([token.head.i for token in doc], [token.dep_ for token in doc])
        if is_clear(relations):
            heads, relations = universal(heads, relations, [t.pos_ for t in doc], [t.lemma_ for t in doc])
        return Parse(
            words=tuple(token.text for token in doc),
            starts=tuple(places),
            tags=tuple(token.pos_ for token in doc),
            fine_tags=tuple(token.tag_ for token in doc),
            lemmas=tuple(token.lemma_ for token in doc),
            heads=tuple(0 if head == place else head + 1 for place, head in enumerate(heads)),
            relations=tuple("root" if heads[place] == place else told for place, told in enumerate(relations)),
            names=tuple(_name(token.ent_iob_, token.ent_type_) for token in doc),
        )


def _under_one_root(heads: Sequence[int], relations: Sequence[str]) -> tuple[list[int], list[str]]:
    """Where the pipeline sees several sentences, the later ones hang on the first as `parataxis`."""
    roots = [place for place, head in enumerate(heads) if head == place]
    later = set(roots[1:])
    return (
        [roots[0] if place in later else head for place, head in enumerate(heads)],
        ["parataxis" if place in later else relation for place, relation in enumerate(relations)],
    )


def _name(position: str, kind: str) -> str:
    known = _KINDS.get(kind)
    return f"{position}-{known}" if known and position in {"B", "I"} else "O"
