"""Whose text it is: the state and the body that issued an official document, by the outlet that published it."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states
from servanda.reading.scenes import Scene

_SITE = re.compile(
    r"\b(?:[a-z0-9-]+\.)*(?:(?P<american>gov|mil)|(?:gov|gob|gouv|govt|go|gc|mil)\.(?P<state>[a-z]{2}))(?=[/:]|\Z)",
    re.IGNORECASE,
)
"""The site of a government: `whitehouse.gov`, `www.mofa.go.jp`; the bare endings are the United States' own."""
_OLDER = {"uk": "GBR"}


def home_of(scene: Scene) -> ActorId | None:
    """The state whose voice an official text is; None for news, and where the outlet names no state.

    An outlet like "UK Government", "Ministry of Foreign Affairs of Norway", "The White House" or "www.mofa.go.jp" names it.
    """
    document = scene.document
    if document.kind is DocumentKind.NEWS or not document.outlet:
        return None
    for _, known in load_names().find(document.outlet):
        state = known.id.partition("/")[0]
        if len(state) == 3 and state.isupper():
            return state
    site = _SITE.search(document.outlet)
    if site is None:
        return None
    return "USA" if site["american"] else _by_code().get(site["state"].lower())


@cache
def _by_code() -> dict[str, ActorId]:
    return {**{state.code.lower(): state.id for state in load_states().values() if state.code}, **_OLDER}


def issuer_of(scene: Scene) -> ActorId | None:
    """The body that published an official text, which may call itself `the Department`; None where no such body is known."""
    document = scene.document
    if document.kind is DocumentKind.NEWS or not document.outlet:
        return None
    found = (known.id for _, known in load_names().find(document.outlet) if known.sort == "body")
    return next(found, None)
