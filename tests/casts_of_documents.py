"""Documents that each name some actors, from one line an actor: what the tests of resolving actors read."""

from collections.abc import Iterable

from factories import ORIGIN, a_document
from servanda.codebook import Actor, Document, Mention, Reading, Span, When, stated
from servanda.codebook.vocabulary import ActorKind


def a_cast(day: str, *lines: str) -> tuple[Document, Reading]:
    """A document of a day, and its actors: `id | state | title and name` a line, the title before the last `:`."""
    named = [line.split("|") for line in lines]
    text = "\n".join(part[2].strip() for part in named)
    document = a_document(f"{day}\n{text}", published=When.parse(day))
    return document, Reading(document=document.id, reader="tests", version="1", actors=tuple(_actors(document, named)))


def _actors(document: Document, named: Iterable[list[str]]) -> Iterable[Actor]:
    at = document.text.index("\n") + 1
    for key, state, words in ((a.strip(), b.strip(), c.strip()) for a, b, c in named):
        span = (Span(at, at + len(words)),)
        at += len(words) + 1
        office, _, name = words.rpartition(": ")
        given = {"state": stated(state, span)} if state else {}
        if office:
            given["office"] = stated(office, span)
        yield Actor(
            document=document.id,
            actor=key,
            kind=ActorKind.BODY if "/" in key or key.startswith("the-") else ActorKind.PERSON,
            name=name,
            mentions=(Mention(span=span[0], reason="name"),),
            origin=ORIGIN,
            **given,
        )
