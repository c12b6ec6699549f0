"""Who is spoken to in a quotation, and so does not say it: `“Thank you, Prime Minister Berg,” he said`."""

from __future__ import annotations

import re

from servanda.codebook import ActorId, Reading
from servanda.reading.actors.references import mentions_in
from servanda.reading.scenes import Scene
from servanda.reading.statements.pieces import Pieces

_BEFORE = re.compile(r"(?:,|[“\"‘])\s*(?:my (?:dear )?(?:friend|brother|sister),?\s*)?\Z")
_BEHIND = re.compile(r"\s*(?:[,.!?]|[—–-]\s|[”\"’])")
_YOU = frozenset({"you", "your", "yours"})


def addressed_in(scene: Scene, sofar: Reading, pieces: Pieces) -> frozenset[ActorId]:
    """Those whom the quotations of a sentence address by name.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        pieces: the sentence.
    """
    quotes = [piece.span for piece in pieces if piece.quote]
    spoken = [quote for quote in quotes if any(word.lower in _YOU for word in scene.words(quote))]
    return frozenset(
        actor
        for quote in spoken
        for mention in mentions_in(sofar, quote)
        if _BEFORE.search(scene.text, quote.start, mention.span.start) and _BEHIND.match(scene.text, mention.span.end)
        for actor in mention.actors
    )
