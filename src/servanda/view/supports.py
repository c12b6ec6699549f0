"""How many independent sources stand behind an undertaking: the same answer for a line of a list and for its page.

Asked of the words that bear its records. What one outlet or government says again and again is one source.
"""

from __future__ import annotations

from servanda.resolve.sources import Bearing, Source, sources_of
from servanda.view.undertakings import Undertaking


def support_of(one: Undertaking) -> tuple[Source, ...]:
    """The independent sources of an undertaking, those that said it first first."""
    order = {found.document.id: at for at, found in reversed(list(enumerate(one.found)))}
    bearings = (
        Bearing(
            document=found.document.id,
            published=found.document.published,
            outlet=found.document.outlet or "",
            agency=found.document.agency or "",
            story=saying.source,
            words=() if saying.quoted else (found.words,),
        )
        for found, saying in zip(one.found, one.sayings, strict=True)
    )
    return tuple(sorted(sources_of(bearings), key=lambda source: min(order[key] for key in source.documents)))
