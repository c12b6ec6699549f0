"""A stretch of text that binds, before it is settled who is bound and what the act is: what the constructions hand on."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span, Spans
from servanda.codebook.vocabulary import Act, CommitmentStatus, Firmness, Novelty, Polarity
from servanda.lexicon.undertakings import Undertaking
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line


@dataclass(frozen=True, slots=True)
class Wording:
    """A word of undertaking where it stands.

    Attributes:
        undertaking: the entry of the lexicon.
        form: `do`, `does`, `did` or `doing`.
        first: index of its first word.
        last: index behind its last word.
        take: what follows it: `do`, `to`, `of`, `what` ...
        at: index of the first word of what is undertaken.
        negated: whether `not` stands between.
    """

    undertaking: Undertaking
    form: str
    first: int
    last: int
    take: str
    at: int
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One undertaking with one or more deeds.

    Attributes:
        rule: the construction that found it.
        line: the sentence.
        head: from the debtor's words to the word of undertaking; None where only the deed stands there.
        wording: the words that carry the firmness.
        deeds: what is undertaken; a record each.
        debtor: the words that name who is bound; None where the speaker is.
        apart: the subject, where another verb stands between it and the head.
        conditions: stretches of conditions.
        firmness: how firmly.
        novelty: new, reaffirmed or unclear.
        polarity: plus or minus.
        in_progress: whether it is under way.
        refrains: whether the act is not to do something.
        reverse: whether the named party is the creditor (a cap: it "shall not be required").
        own_side: whether it counts only for the speaker's own side (`must`, `continues to`).
        head_line: the sentence of the head, where the deeds stand in a list under it.
        act: the act, where the word of undertaking names it.
        fate: what became of it, where a verb says so.
    """

    rule: str
    line: Line
    head: Span | None
    wording: Spans
    deeds: tuple[Deed, ...]
    debtor: Span | None
    apart: Span | None = None
    conditions: Spans
    firmness: Firmness
    novelty: Novelty
    polarity: Polarity = Polarity.PLUS
    in_progress: bool = False
    refrains: bool = False
    reverse: bool = False
    own_side: bool = False
    act: Act | None = None
    fate: CommitmentStatus | None = None
    head_line: Line | None = None
