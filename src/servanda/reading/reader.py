"""Who reads and with what: the name and version in the origin of every record, and the language model that is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from servanda.codebook import Origin
from servanda.codebook.vocabulary import Method
from servanda.lexicon.parses import Parser, packaged_parser
from servanda.lexicon.record_heads import HeadModel
from servanda.lexicon.registers import PACKAGED, Register

READER = "servanda-rules"
VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Means:
    """With what a document is read.

    Attributes:
        parser: gives the language model; it is loaded when the first tree is asked for.
        version: version of the reader, and of whatever stands beside or in the place of a packaged part:
            "0.1.0+en_core_web_trf-3.8.0+holders-3f1c5a9b2d70".
        register: the holders of offices who are known.
        heads: gives the model that sees heads of records beside the rules; None where rules alone read.
    """

    parser: Callable[[], Parser] = packaged_parser
    version: str = VERSION
    register: Register = PACKAGED
    heads: Callable[[], HeadModel] | None = None


def origin(rule: str, score: float = 1.0, *, seen: bool = False) -> Origin:
    """The origin of a record made by one of our rules, or seen by the trained model alone.

    Args:
        rule: the rule's name, words joined by hyphens.
        score: measured precision of the rule, or our estimate where it is not measured yet.
        seen: whether no rule found it.
    """
    method = Method.MODEL if seen else Method.RULE
    return Origin(reader=READER, version=VERSION, rule=rule, method=method, score=score)
