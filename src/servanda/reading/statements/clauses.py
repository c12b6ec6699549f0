"""A reporting clause as the readers of speech hand it on, and where its verb begins."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.reporting import Form
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.cues import before
from servanda.reading.statements.pieces import Pieces

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A reporting clause, in indices of the sentence's pieces.

    Attributes:
        rule: which construction it is.
        cue: the cue's span; None where the sentence has none of its own.
        at: index of the cue.
        content: ranges of what was said.
        subject: where its subject stands; None where it shares the one before it.
        form: the form of its verb; None where it has none.
        relay: where the one stands who passes on what another said: `Kyodo quoted the envoy as saying`.
        clause: the reporting clause outside the content: where words of time and place are looked for.
    """

    rule: str
    cue: Span | None
    at: int
    content: tuple[Range, ...]
    subject: Range | None
    clause: tuple[Range, ...]
    form: Form | None = None
    relay: Range | None = None

    @property
    def start(self) -> int:
        """Index where its content begins."""
        return self.content[0][0] if self.content else self.at

    @property
    def end(self) -> int:
        """Index behind its content."""
        return self.content[-1][1] if self.content else self.at


def verb_start(pieces: Pieces, at: int) -> int:
    """Index of the first auxiliary or adverb that belongs to the verb."""
    previous = before(pieces, at)
    while previous >= 0 and pieces[previous].lower in load_speech().auxiliaries:
        previous = before(pieces, previous)
    return previous + 1
