"""What stands in CAMEO for the words that servanda records: acts, speech, praise and blame, signed texts.

Occasions have their PLOVER type in the record and need no line here. PLOVER's side of a code is in `crosswalks.py`. Also,
under which state CAMEO's coders put the groups that are no state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from servanda.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The code for one word of the codebook.

    Attributes:
        cameo: CAMEO's code.
        declined: its code where the party declines; empty where that cannot be.
        loss: what of the record the code does not hold.
    """

    cameo: str
    declined: str
    loss: str


@cache
def load_codes() -> Mapping[tuple[str, str], Code]:
    """The code of each word, by the kind of record and the word, from `codes.tsv`."""
    return {
        (row["kind"], row["word"]): Code(cameo=row["cameo"], declined=row["declined"], loss=row["loss"])
        for row in load_rows("codes.tsv")
    }


@cache
def states_of_groups() -> Mapping[str, str]:
    """The state under which CAMEO's coders put a group or territory, from `coded_under.tsv`."""
    return {row["id"]: row["state"] for row in load_rows("coded_under.tsv")}
