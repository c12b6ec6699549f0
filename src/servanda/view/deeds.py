"""What is undertaken, in the document's own words: the object, with its verb where no word of the text names the act.

    act `other`, or one that a model chose, object "the use of force" · told as "eliminate the use of force"

An object alone would say the contrary at times. Nothing is put together: the words are one stretch of the record, or the object
stands alone as before. Exports keep the codebook's object.
"""

from __future__ import annotations

from servanda.codebook import Commitment, Span
from servanda.codebook.spans import BETWEEN
from servanda.codebook.vocabulary import Act

_LONGEST = 120
"""How many signs from verb to object read well in one cell."""


def told_object(commitment: Commitment, evidence: str) -> str:
    """What is undertaken, as a list shows it; empty where the record names no object.

    Args:
        commitment: the record.
        evidence: the words at its spans.
    """
    plain = commitment.object.value or ""
    whole = _with_verb(commitment)
    if not plain or whole is None:
        return plain
    words = _words_at(commitment, evidence, whole)
    return words if plain in words else plain


def _with_verb(commitment: Commitment) -> Span | None:
    """From the verb to the end of the object, or from the object to the verb behind it; None where a word names the act."""
    act, thing = commitment.act, commitment.object.spans
    named = act.value != Act.OTHER and not act.reason
    if named or len(act.spans) != 1 or len(thing) != 1 or act.spans[0] in commitment.span:
        return None
    whole = Span(min(act.spans[0].start, thing[0].start), max(act.spans[0].end, thing[0].end))
    if act.spans[0].start < thing[0].start < act.spans[0].end:  # the act has the whole deed for its words
        whole = Span(act.spans[0].start, thing[0].end)
    return whole if len(whole) <= _LONGEST else None


def _words_at(commitment: Commitment, evidence: str, wanted: Span) -> str:
    """The words of a stretch that lies in one of the record's own; empty where it does not."""
    start = 0
    for span in commitment.span:
        if span.holds(wanted):
            at = start + wanted.start - span.start
            return " ".join(evidence[at : at + len(wanted)].split())
        start += len(span) + len(BETWEEN)
    return ""
