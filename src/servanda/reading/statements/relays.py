"""Relays: the agency, paper or ministry through which a report comes. Speakers are found in `speakers.py`."""

from __future__ import annotations

import re

from servanda.codebook import Relay, Span
from servanda.lexicon.relays import load_relays, relay_pattern
from servanda.reading.scenes import Scene


def relays_in(scene: Scene, span: Span) -> tuple[Relay, ...]:
    """The relays named in a stretch, in order."""
    return tuple(
        Relay(name=_slug(found), span=Span(*found.span()))
        for found in relay_pattern().finditer(scene.text, span.start, span.end)
    )


def slug_of(words: str) -> str:
    """Words as a slug: `Syrian state media` is `syrian-state-media`."""
    return re.sub(r"[^\w]+", "-", words.lower().replace("’", "").replace("'", "")).strip("-")


def _slug(found: re.Match[str]) -> str:
    """The slug of a known name, which may stand in others (`Russia's TASS news agency`), else of the words."""
    if found["name"]:
        return load_relays()[found["name"]]
    words = found["kind"]
    inside = (slug for name, slug in load_relays().items() if re.search(rf"\b{re.escape(name)}\b", words))
    return next(inside, None) or slug_of(_OWNER.sub("", words))


_OWNER = re.compile(r"\A[A-Z]\w+[’']s?\s")
