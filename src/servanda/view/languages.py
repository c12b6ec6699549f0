"""The page of words over time: those of chosen parties, or of a whole ledger where that is small enough to be read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.codebook.vocabulary import About
from servanda.store import Ledger, Query
from servanda.view.relationships import RelationshipLine, relationships_page
from servanda.view.words import WordsPage, words_page

_SMALL = 3000
"""Commitments up to which the words of a whole ledger are counted while somebody waits."""
_OFFERED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePage:
    """Words over time.

    Attributes:
        words: the words; None where the ledger is large and no party is chosen yet.
        relationships: the relationships to choose from, where no party is chosen.
    """

    words: WordsPage | None
    relationships: tuple[RelationshipLine, ...]


def language_page(
    ledger: Ledger, parties: Sequence[str], *, thread: str = "", about: About | None = None, query: Query | None = None
) -> LanguagePage:
    """Words over time; arguments and refusals are those of `words_page`."""
    chosen = bool(parties or thread)
    if not chosen and ledger.count_records("commitments") > _SMALL:
        return LanguagePage(words=None, relationships=relationships_page(ledger, _OFFERED).rows)
    words = words_page(ledger, parties, thread=thread, about=about, query=query)
    return LanguagePage(words=words, relationships=() if chosen else relationships_page(ledger, _OFFERED).rows)
