"""Corpora of times with their keys: MEANTIME and WikiWars, as papers whose times have a place and a value.

Each is split in halves by a hash of the document's name. Values are written as the key's standard writes them.
"""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from servanda.codebook import Span

# MEANTIME's key marks times in the headline, the day and the first five sentences.
_LAST_MARKED = 5


@dataclass(frozen=True, slots=True)
class Timex:
    """A time with its place and value; the value is empty where the words name no calendar time."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a corpus with its key."""

    name: str
    text: str
    published: date | None
    standard: str
    key: tuple[Timex, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether the document was kept apart while the rules were made."""
        return hashlib.sha256(self.name.encode()).digest()[-1] % 2 == 1


def normal(value: str) -> str:
    """Seconds of nought are no precision; an hour stands as minutes do, a week in two figures."""
    value = re.sub(r"(T\d\d:\d\d):00", r"\1", value.strip())
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"T(\d\d)(?=Z|$)", r"T\1:00", value)


def read_meantime(folder: Path) -> Iterator[Paper]:
    """The documents of MEANTIME; the line with the day of publication is given and not asked for."""
    for path in sorted(folder.glob("intra_cross-doc_annotation/*/*.xml")):
        root = ET.parse(path).getroot()  # noqa: S314
        text, places = _laid_out(root)
        published, key = None, []
        for node in root.iter("TIMEX3"):
            at = [places[anchor.get("t_id", "")] for anchor in node.iter("token_anchor")]
            if node.get("functionInDocument") == "CREATION_TIME":
                published = _published(node.get("value", ""))
                text = "".join(_blanked(text, at))
            elif at:
                key.append(Timex(Span(min(at).start, max(at).end), normal(node.get("value", ""))))
        yield Paper(path.stem, text, published, "TIMEX3", tuple(sorted(key, key=lambda timex: timex.span)))


def _published(written: str) -> date | None:
    """The day of publication; one of the keys writes it day first."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(written[:10], form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _laid_out(root: ET.Element) -> tuple[str, dict[str, Span]]:
    text, places, last = "", {}, "0"
    for token in root.iter("token"):
        words, sentence = token.text or "", token.get("sentence", "")
        if int(sentence) > _LAST_MARKED:
            break
        if text:
            text += ("\n" if int(last) < 2 else " ") if sentence != last else "" if _is_close(words, text) else " "
        last = sentence
        places[token.get("t_id", "")] = Span(len(text), len(text) + len(words)) if words else Span(0, 1)
        text += words
    return text, places


def _is_close(words: str, text: str) -> bool:
    """Whether a token stands close behind the text, as print has it."""
    return words in {".", ",", ";", ":", "?", "!", ")", "'s", "’s", "%", "n't"} or text[-1] in "($€£"


def _blanked(text: str, spans: list[Span]) -> Iterator[str]:
    for place, sign in enumerate(text):
        yield " " if any(span.start <= place < span.end for span in spans) else sign


def read_wikiwars(folder: Path) -> Iterator[Paper]:
    """The documents of WikiWars, which have no day of publication."""
    for path in sorted(folder.glob("*.key.xml")):
        source = path.read_text(encoding="utf-8", errors="replace")
        body = source.partition("<TEXT>")[2].partition("</TEXT>")[0]
        text, key, opened = "", [], []
        for piece in re.split(r"(</?TIMEX2[^>]*>)", body):
            if piece.startswith("<TIMEX2"):
                opened.append((len(text), re.search(r'\bval="([^"]*)"', piece)))
            elif piece.startswith("</TIMEX2"):
                start, value = opened.pop()
                key.append(Timex(Span(start, len(text)), normal(value[1]) if value else ""))
            else:
                text += piece.replace("&amp;", "&")
        yield Paper(path.name.partition(".")[0], text, None, "TIMEX2", tuple(sorted(key, key=lambda timex: timex.span)))
