"""Nouns of instruments that mean none here: agreements of the past in general, declarations of one side, and assemblies."""

from __future__ import annotations

import re

from servanda.reading.nominals import Nominal
from servanda.reading.stretches import Stretch

_PAST = frozenset({"past", "previous", "earlier", "prior", "existing", "international"})
_DECLARED = frozenset({"independence", "emergency", "war", "customs", "tax"})
_DECLARES = re.compile(r"\s(?:of|that)\s(?:independence|war|emergency|an?\s(?:state|emergency)|victory)\b")


def is_general(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether agreements of the past are meant in general, or one side declares something of its own: `past agreements`, `the independence declaration`."""
    text, lead = stretch.scene.text, set(nominal.lead)
    head = nominal.head.of(text).lower()
    if head.startswith("declaration"):
        behind = text[nominal.head.end : nominal.span.end].lower()
        return bool(lead & _DECLARED) or _DECLARES.match(behind) is not None
    return is_plural(head) and bool(lead & _PAST) and not nominal.inside and nominal.span.end == nominal.head.end


def is_gathering(stretch: Stretch, nominal: Nominal) -> bool:
    """Whether "convention" is an assembly: a treaty is one on something, or bears the name of a place."""
    text = stretch.scene.text
    if not nominal.head.of(text).lower().startswith("convention"):
        return False
    behind = text[nominal.head.end : nominal.head.end + 16]
    if re.match(r"\s(?:on|against|for|relating|concerning|to)\s", behind):
        return False
    before = stretch.words[stretch.index(nominal.head.start) - 1].text if nominal.lead else ""
    return not before[:1].isupper() or before in ("National", "Party", "Annual", "State", "Constitutional")


def is_plural(noun: str) -> bool:
    """Whether a noun is written as a plural."""
    return noun.lower().endswith("s")
