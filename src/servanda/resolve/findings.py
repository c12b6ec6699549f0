"""What became of the words of a text in a report of it: one record for each thing that was kept, lost or changed.

A finding is quoted spans, a plain label and a reason; it holds no sentence of its own that a person might cite. Nothing
is compared here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.codebook import ActorId, DocumentId, RecordId, Span, Spans
from servanda.codebook.keys import key_of
from servanda.codebook.vocabulary import Term


class Happening(Term):
    """What became of it in the report."""

    KEPT = "kept", "the report gives it as the text has it"
    DROPPED = "dropped", "the text has it, the report leaves it out"
    ADDED = "added", "the report has it, the text does not"
    STRENGTHENED = "strengthened", "the report has it bind more firmly than the text"
    WEAKENED = "weakened", "the report has it bind less firmly than the text"
    SUBSTITUTED = "substituted", "the report has another word in its place"
    SUMMED = "summed", "the report gives a total that the text gives in parts"
    ROUNDED = "rounded", "the report gives the number less exactly"
    CHANGED = "changed", "the report gives another number, day, party or wording"
    MISPLACED = "misplaced", "the report gives a number of the text for another thing"
    REVERSED = "reversed", "the report says the opposite of the text"


class Aspect(Term):
    """What of a term it is about."""

    TERM = "term", "the whole of a term"
    NUMBER = "number", "a sum, rate or count"
    CAP = "cap", "a limit that a number must not pass"
    DEADLINE = "deadline", "by when"
    TIME = "time", "when, for how long or how often"
    PARTY = "party", "who does it, or to whom"
    CONDITION = "condition", "a condition or qualifier"
    FIRMNESS = "firmness", "how firmly a party binds itself"
    WORDS = "words", "what the thing is called"
    QUOTATION = "quotation", "words given in quotation marks as the text's"
    QUALITY = "quality", "an adjective of the thing"
    CHARACTERIZATION = "characterization", "evaluative words that the text is said to contain"
    EXCHANGE = "exchange", "that one thing is given in return for another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a report keeps, loses or changes of a text.

    Attributes:
        happening: what became of it.
        aspect: what of a term it is about.
        text: id of the text's document.
        text_spans: the words of the text; empty where it has none.
        news: id of the report; empty where no report has it.
        news_spans: the words of the report; empty where it has none.
        asserted_by: who says so in the report: actor ids, or `narrator`; empty where nobody does or it is unclear who.
        claims_text: whether the report says it of the text itself ("the declaration includes …").
        reason: what was compared, in words.
        score: how sure it is, from 0 to 1.
        id: computed from what it says and where.
    """

    happening: Happening
    aspect: Aspect
    text: DocumentId
    text_spans: Spans = ()
    news: DocumentId = ""
    news_spans: Spans = ()
    asserted_by: tuple[ActorId, ...] = ()
    claims_text: bool = False
    reason: str
    score: float = 1.0
    id: RecordId = field(init=False)

    def __post_init__(self) -> None:
        if not (self.text_spans or self.news_spans):
            raise ValueError("no span, no finding")
        object.__setattr__(self, "score", round(float(self.score), 2))
        places = [_places(self.text_spans), _places(self.news_spans)]
        key = key_of("f", self.happening, self.aspect, self.text, self.news, places)
        object.__setattr__(self, "id", key)


def _places(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
