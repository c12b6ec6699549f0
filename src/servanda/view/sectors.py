"""The sector of a commitment as a field: told from its act and its words, and by nobody's coding."""

from __future__ import annotations

from servanda.codebook import Commitment
from servanda.codebook.vocabulary import Known
from servanda.lexicon.sectors import sectors_of
from servanda.store import folded_words
from servanda.view.fields import Field, Part

SLOT, LABEL = "sector", "Sector"


def sector_field(commitment: Commitment, words: str) -> Field:
    """The fields of policy that a commitment belongs to; one may belong to several.

    Args:
        commitment: the commitment.
        words: the words of its clause.
    """
    told = sectors_of(commitment.act.value, folded_words(words))
    parts = tuple(Part(text=sector.value, note=sector.meaning) for sector in told)
    return Field(slot=SLOT, label=LABEL, known=Known.STATED, parts=parts, reason="from the act and the words")
