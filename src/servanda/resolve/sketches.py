"""A document's wording as numbers: runs of words in the report's own voice and in quotations, and keys by which copies meet.

The numbers are the same on every machine and with every version, since ledgers keep what rests on them. Nothing of the
text can be had back from them, and what they say of two documents stands in `stories.py`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from servanda.codebook import Document, DocumentId, Spans, When

_RUN = 5
"""Words of a run: long enough that two who write of one thing seldom share one by chance."""

_BINS, _BAND = 64, 2
_SAMPLE = 16
_WINDOW = 4
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_QUOTED = re.compile(r"“[^“”\n]{3,1500}”|\"[^\"\n]{3,1500}\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The wording of one document.

    Attributes:
        document: the document's id.
        own: runs of words outside quotation marks, as numbers.
        quoted: runs that touch a quotation.
        outlet: who published it, in lower case; empty where it is not known.
        agency: the wire it came from, in lower case; empty where none is named.
        published: when.
    """

    document: DocumentId
    own: frozenset[int]
    quoted: frozenset[int]
    outlet: str
    agency: str
    published: When | None


def sketch_of(document: Document) -> Sketch:
    """The wording of a document, furniture left out."""
    own, quoted = runs_of(document)
    return Sketch(
        document=document.id,
        own=own,
        quoted=quoted,
        outlet=(document.outlet or "").casefold(),
        agency=(document.agency or "").casefold(),
        published=document.published,
    )


def runs_of(document: Document, where: Spans = ()) -> tuple[frozenset[int], frozenset[int]]:
    """The runs of words outside quotations, and those that touch one.

    Args:
        document: the document.
        where: only runs that lie in one of these stretches; all where there is none.
    """
    words = _words(document, where)
    numbers = [_number(document.text[start:end].casefold()) for start, end in words]
    quoted = _quoted(words, document.text)
    runs: tuple[set[int], set[int]] = set(), set()
    rolled, count = 0, 0
    for at, number in enumerate(numbers):
        rolled = (rolled * _BASE + number) % _PRIME
        count += quoted[at]
        if at >= _RUN:
            rolled = (rolled - numbers[at - _RUN] * _LAST) % _PRIME
            count -= quoted[at - _RUN]
        if at >= _RUN - 1:
            runs[count > 0].add(rolled)
    return frozenset(runs[0]), frozenset(runs[1])


def keys_of(sketch: Sketch) -> Iterator[str]:
    """The keys under which a document meets its copies, whole or in part.

    Whole copies meet by the least numbers of their runs, whenever they appeared; parts only within some days, since
    official texts repeat their formulas for years.
    """
    least = _least(sketch.own)
    for band in range(0, _BINS, _BAND):
        pair = least[band : band + _BAND]
        if all(number is not None for number in pair):
            yield f"copy {band} {' '.join(str(number) for number in pair)}"
    if sketch.published is not None:
        window = sketch.published.start.toordinal() // _WINDOW
        for run in sketch.own:
            if run % _SAMPLE == 0:
                yield f"part {window} {run}"
                yield f"part {window + 1} {run}"


def _least(runs: frozenset[int]) -> list[int | None]:
    """The least number in each of the bins: two texts agree in a bin as often as they share runs (one-permutation MinHash)."""
    least: list[int | None] = [None] * _BINS
    for run in runs:
        at, rest = run % _BINS, run // _BINS
        held = least[at]
        if held is None or rest < held:
            least[at] = rest
    return least


def _words(document: Document, where: Spans) -> list[tuple[int, int]]:
    """Where the words of a document stand, furniture left out."""
    stretches = [(span.start, span.end) for span in sorted(where)] or [(0, len(document.text))]
    found = [match.span() for start, end in stretches for match in _WORD.finditer(document.text, start, end)]
    for span in document.furniture:
        found = [word for word in found if not span.start <= word[0] < span.end]
    return found


def _quoted(words: list[tuple[int, int]], text: str) -> list[bool]:
    """For each word whether it stands inside quotation marks."""
    marked = [match.span() for match in _QUOTED.finditer(text)]
    found: list[bool] = []
    at = 0
    for start, _ in words:
        while at < len(marked) and marked[at][1] <= start:
            at += 1
        found.append(at < len(marked) and marked[at][0] <= start)
    return found


@lru_cache(maxsize=100_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.replace("’", "'").encode(), digest_size=7).digest(), "big")


_PRIME = (1 << 61) - 1
_BASE = 1_000_003
_LAST = pow(_BASE, _RUN, _PRIME)
