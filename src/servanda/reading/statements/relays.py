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
    return load_relays()[found["name"]] if found["name"] else slug_of(found["kind"])
