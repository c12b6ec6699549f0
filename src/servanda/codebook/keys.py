"""The two computed keys of a record.

`id` hashes what a record says and where, so that reading the same text twice gives the same id and workers need no
counter. `claim` hashes what it says alone: two documents that say the same share it. References to other records are
in neither, since ids must not depend on one another in a circle (two commitments given in return for each other).
"""

from __future__ import annotations

import hashlib
from typing import TypeAlias

from servanda.codebook.encoding import encode
from servanda.codebook.spans import Spans

ActorId: TypeAlias = str
RecordId: TypeAlias = str
DocumentId: TypeAlias = str


def key_of(letter: str, *parts: object) -> str:
    """A stable key: `letter`, a hyphen and sixteen hexadecimal digits over the parts.

    Args:
        letter: the kind, as the codebook's local ids have it (`s`, `o`, `i`, `c`, `a`), `n` for actors, `d` for documents.
        parts: anything that msgspec writes as JSON; keys are sorted.
    """
    written = encode(parts)
    return f"{letter}-{hashlib.sha256(written).hexdigest()[:16]}"


def plain(words: str) -> str:
    """Words as they count for sameness: without case and with single blanks."""
    return " ".join(words.casefold().split())


def set_keys(record: object, letter: str, document: DocumentId, spans: Spans, said: tuple[object, ...]) -> None:
    """Give a frozen record its `id` and `claim`; called once, from its `__post_init__`.

    Raises:
        ValueError: the record has no span.
    """
    if not spans:
        raise ValueError("no span, no record")
    object.__setattr__(record, "claim", key_of(letter, said))
    object.__setattr__(record, "id", key_of(letter, document, [(span.start, span.end) for span in spans], said))
