"""Who reads: the name and version that stand in the origin of every record of this room."""

from __future__ import annotations

from servanda.codebook import Origin

READER = "servanda-rules"
VERSION = "0.1.0"


def origin(rule: str, score: float = 1.0) -> Origin:
    """The origin of a record made by one of our rules.

    Args:
        rule: the rule's name, words joined by hyphens.
        score: measured precision of the rule, or our estimate where it is not measured yet.
    """
    return Origin(reader=READER, version=VERSION, rule=rule, score=score)
