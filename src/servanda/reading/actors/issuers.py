"""Whose text it is: the state and the body that issued an official document, by the outlet that published it."""

from __future__ import annotations

from servanda.codebook import ActorId
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.names import load_names
from servanda.reading.scenes import Scene


def home_of(scene: Scene) -> ActorId | None:
    """The state whose voice an official text is; None for news, and where the outlet names no state.

    An outlet like "UK Government", "Ministry of Foreign Affairs of Norway" or "The White House" names it.
    """
    document = scene.document
    if document.kind is DocumentKind.NEWS or not document.outlet:
        return None
    for _, known in load_names().find(document.outlet):
        state = known.id.partition("/")[0]
        if len(state) == 3 and state.isupper():
            return state
    return None


def issuer_of(scene: Scene) -> ActorId | None:
    """The body that published an official text, which may call itself `the Department`; None where no such body is known."""
    document = scene.document
    if document.kind is DocumentKind.NEWS or not document.outlet:
        return None
    found = (known.id for _, known in load_names().find(document.outlet) if known.sort == "body")
    return next(found, None)
