"""Whose words a quotation is, as far as actors need it: `our government` inside it is that of the state of whoever speaks.

Statements are read later and by verbs; here the name nearest to the quotation's marks, in its sentence, is the speaker's.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Span
from servanda.reading.actors.namings import Naming
from servanda.reading.actors.views import View

_NEAR = 90
"""How far from a quotation, in code points, the name of its speaker stands at most."""


def state_of_speaker(span: Span, view: View) -> ActorId | None:
    """The state of the one who says the quotation around a place; None outside quotations and where nobody stands near.

    Args:
        span: the place.
        view: who is named in the document.
    """
    quote = view.scene.in_quote(span)
    if quote is None:
        return None
    told = view.scene.sentences_at((quote,))
    if not told:
        return None
    around = Span(told[0].start, told[-1].end)
    near = [
        (_gap(quote, naming), naming)
        for naming in view.named
        if len(naming.actors) == 1 and around.holds(naming.span) and view.scene.in_quote(naming.span) is None
    ]
    gap, naming = min(near, key=lambda one: one[0], default=(_NEAR, None))
    return view.state_of(naming.actors[0]) if naming is not None and gap < _NEAR else None


def _gap(quote: Span, naming: Naming) -> int:
    """How far a name stands from a quotation."""
    return naming.span.start - quote.end if naming.span.start >= quote.end else quote.start - naming.span.end
