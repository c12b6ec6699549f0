"""Records as JSON and back: the one place where msgspec is imported.

Keys are sorted, so that the same record is the same bytes everywhere. Computed fields (`id`, `claim`) are written for
the reader's sake and computed anew on the way back.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def encode(value: object) -> bytes:
    """A record, or a tree of plain values, as canonical JSON.

    Raises:
        TypeError: a type that JSON has no form for.
    """
    return msgspec.json.encode(value, order="sorted")


def decode(written: bytes | str, kind: type[T]) -> T:
    """A record of this kind out of its JSON.

    Raises:
        ValueError: it is no JSON, or not of this kind.
    """
    return msgspec.json.decode(written, type=kind)


def plain_tree(value: object) -> Any:
    """A record as dictionaries, lists and plain values, for templates and tables."""
    return msgspec.to_builtins(value)
