"""Where a text was written: the state of its dateline or outlet, whose calendar and clock its words follow.

Not what the text is about: a state that the sentence itself names beside a fiscal year or a season goes before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Document
from servanda.lexicon.calendars import load_calendar, zone_of
from servanda.lexicon.presses import state_of_origin


@dataclass(frozen=True, slots=True)
class Home:
    """Where a text was written.

    Attributes:
        state: of the dateline's place, else of the outlet; None where neither is known.
        zone: the time zone of the place, as the tz database names it.
    """

    state: str | None = None
    zone: str | None = None

    @property
    def month_first(self) -> bool | None:
        """Whether `05/06` is 6 May there; None where that is not known, or both orders are in use."""
        calendar = load_calendar()
        if self.state in calendar.month_first:
            return True
        return False if self.state in calendar.day_first else None


NOWHERE = Home()
"""Where it is not known."""


def home_of(document: Document) -> Home:
    """Where a document was written."""
    state = state_of_origin(document.dateline, (document.outlet, document.agency))
    return Home(state, zone_of(state) if state else None)
