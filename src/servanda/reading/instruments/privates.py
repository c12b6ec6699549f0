"""Papers of firms and universities, which bind no state: `an initiative of Nimbus Motors, Inc.`, `a contract with two airlines`.

A name alone does not tell a firm; only the words beside it do.
"""

from __future__ import annotations

import re

from servanda.codebook import Span

_FIRM = re.compile(r"\b(?:Inc|Ltd|LLC|PLC|GmbH|Co)\b\.?|\b[A-Z][\w-]+\sLimited\b(?!\s[A-Z])")
_FIRM_BEHIND = re.compile(r",?\s(?:Inc|Ltd|LLC|PLC|GmbH)\b")
_MAKERS = re.compile(
    r"\b(?:between|with|among|by)\s(?:[^\s,;]+\s){0,6}?"
    r"(?:[Cc]ompanies|[Ff]irms|[Uu]niversit(?:y|ies)|corporations|businesses|manufacturers|airlines|carmakers|shipyards|colleges|hospitals)\b"
)


def is_private(text: str, name: Span) -> bool:
    """Whether the name of a paper says that firms or universities made it.

    Args:
        text: the document's.
        name: where the paper is named.
    """
    words = name.of(text)
    return any(rule.search(words) for rule in (_FIRM, _MAKERS)) or _FIRM_BEHIND.match(text, name.end) is not None
