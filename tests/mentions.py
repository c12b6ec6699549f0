"""A text with each mention as `[words|actors]`, the way the rows of the tests of actors are written."""

import re

from servanda.codebook import Document, Reading
from servanda.reading.actors.actors import read_actors
from servanda.reading.scenes import Scene

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")


def actors_of(text, **given):
    document = Document(text=text, **given)
    return list(read_actors(Scene(document), Reading(document=document.id, reader="t", version="0")))


def marked(text, **given):
    """The text with each mention as `[words|actors]`, the way the rows are written."""
    found = {}
    for actor in actors_of(text, **given):
        for mention in actor.mentions:
            found.setdefault(mention.span, []).append(actor.actor)
    for span in sorted(found, reverse=True):
        text = f"{text[: span.start]}[{span.of(text)}|{' '.join(sorted(found[span]))}]{text[span.end :]}"
    return text


def bare(row):
    return _MARK.sub(r"\1", row)
