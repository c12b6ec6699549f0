"""Markdown with YAML front matter: the metadata from the head, the text as it is written below it, under the title of the head.

Markdown signs are kept: they are part of the text as written, and every offset counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import BinaryIO

import frontmatter
from yaml import YAMLError

from servanda.codebook import Problem
from servanda.intake.encodings import checked, decode
from servanda.intake.extracts import Extract, hash_of, under_title
from servanda.intake.facts import Facts, facts_from, without_surrogates
from servanda.intake.media_types import MARKDOWN
from servanda.intake.sources import Source, read_all

_HEAD = re.compile(r"---[ \t]*\r?\n(?:(?:[^\r\n]*\r?\n){0,500}?)---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*")


def extract_markdown(source: Source, stream: BinaryIO) -> Iterator[Extract]:
    """The text below the front matter, under the title that stands there.

    Raises:
        Unreadable: it is empty, no text, or too long.
    """
    content = read_all(stream)
    written, encoding = decode(content, source.charset)
    head = _HEAD.match(written)
    facts, problems = _front_matter(head.group(), source.location) if head else (None, ())
    text = checked(written[head.end() :] if head else written)
    yield Extract(
        text=under_title(text, facts.title if facts else None),
        location=source.location,
        media_type=MARKDOWN,
        extractor=f"python-frontmatter {version('python-frontmatter')}, text {encoding}",
        raw_hash=hash_of(content),
        facts=facts,
        problems=problems,
    )


def _front_matter(head: str, location: str) -> tuple[Facts | None, tuple[Problem, ...]]:
    try:
        table, _ = frontmatter.parse(head)
    except (ValueError, TypeError, AttributeError, RecursionError, YAMLError) as error:
        return None, (_broken(location, without_surrogates(str(error))),)
    # The library answers with an empty table where the YAML is a list or a bare word.
    if not table and re.search(r"(?m)^[^#\s-]|^-\s", head):
        return None, (_broken(location, "not a table of names and values"),)
    named = {str(name): value for name, value in table.items()}
    return facts_from(named, source="front matter", location=location)


def _broken(location: str, detail: str) -> Problem:
    message = "The front matter cannot be read; the text below it was."
    return Problem(code="bad-metadata", message=message, location=location, detail=detail)
