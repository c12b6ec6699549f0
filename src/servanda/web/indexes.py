"""The records of a ledger as an index that a browser searches without a server.

Pages that lie in a folder can load scripts, and nothing else. So the index is cut into many small scripts: one says
what there is, one for each two letters (or more, where that is much) says in which records the words that begin so stand, one for each few hundred records says what they are, and one
each says on which days they were published and how actors are called. A search loads the few that it needs.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from servanda.codebook import Commitment, Record
from servanda.codebook.cells import cells_of
from servanda.codebook.encoding import encode
from servanda.lexicon.sectors import sectors_of
from servanda.store import Found, Ledger, Query, folded_words
from servanda.view.cards import NOUNS
from servanda.view.excerpts import excerpt_of
from servanda.view.filters import CRITERIA
from servanda.view.names import Names, names_in
from servanda.view.sources import source_of

KINDS = ("commitments", "statements", "occasions", "instruments", "assessments")
SIZE = 250
"""Records in one script."""
_AT_ONCE = 1000
_LARGEST = 60_000
"""Letters of a script of words; what is more is cut into several."""
_LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record as a search finds it.

    Attributes:
        id: the record's id.
        document: its document's id.
        told: what the list of results shows: kind, words, title, outlet, day.
        words: what it is found by.
        days: the first and the last day on which its document can have been published; empty where unknown.
        actors: the names of the actors that it can be narrowed by, each with its id.
    """

    id: str
    document: str
    told: tuple[str, ...]
    words: frozenset[str]
    days: tuple[str, str]
    actors: tuple[tuple[str, str], ...]


def entries_of(ledger: Ledger) -> Iterator[Entry]:
    """Every record but the actors, kind by kind, the newest first."""
    names = names_in(ledger)
    for kind in KINDS:
        for first in range(0, ledger.count_records(kind), _AT_ONCE):
            for found in ledger.find_records(kind, Query(limit=_AT_ONCE, offset=first)):
                yield _entry(found, kind, names)


def scripts_of(entries: Iterable[Entry], path_of: Callable[[Entry], str]) -> Iterator[tuple[str, bytes]]:
    """The scripts of the index, each with the name of its file.

    Args:
        entries: what can be found; none of them is held for longer than it is looked at.
        path_of: the file of each record's page.
    """
    stands: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    rows: list[tuple[str, ...]] = []
    runs: list[tuple[int, str, str]] = []
    named: dict[str, str] = {}
    count = 0
    for number, entry in enumerate(entries):
        count = number + 1
        rows.append((path_of(entry), *entry.told))
        named.update(entry.actors)
        if not runs or runs[-1][1:] != entry.days:
            runs.append((number, *entry.days))
        for word in entry.words:
            stands[word].append(number)
        if len(rows) == SIZE:
            yield f"rows-{number // SIZE}.js", _script("rows", number // SIZE, rows)
            rows = []
    if rows:
        yield f"rows-{count // SIZE}.js", _script("rows", count // SIZE, rows)
    keys = []
    for key, part in _parts({word: _steps(stands[word]) for word in sorted(stands)}):
        keys.append(key)
        yield f"words-{key}.js", _script("words", key, part)
    yield "days.js", _script("days", 0, runs)
    yield "names.js", _script("names", 0, dict(sorted(named.items())))
    yield "index.js", _script("index", count, {"size": SIZE, "keys": sorted(keys)})


def _parts(told: Mapping[str, str], signs: int = 2) -> Iterator[tuple[str, dict[str, str]]]:
    """The words that begin alike, under their first signs: under more of them where there is too much for one script."""
    parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word, steps in told.items():
        parts[key_of(word, signs)][word] = steps
    for key in sorted(parts):
        part = parts[key]
        # What is no longer than the key cannot be told apart by one more sign.
        if len(part) == 1 or sum(map(len, part.values())) <= _LARGEST or all(len(word) <= signs for word in part):
            yield key, part
        else:
            yield from _parts(part, signs + 1)


def folded(text: str) -> list[str]:
    """The words of a text in lower case and without accents, as `static/search.js` folds them too."""
    plain = unicodedata.normalize("NFD", text.lower())
    kept = (sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return "".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in kept).split()


def key_of(word: str, signs: int = 2) -> str:
    """Which script has a word: its first signs, by their numbers; what narrows, such as `act=invest`, stands apart."""
    return ("is-" if "=" in word else "") + "-".join(f"{ord(sign):x}" for sign in word[:signs])


def _entry(found: Found, kind: str, names: Names) -> Entry:
    source = source_of(found.document)
    told = (NOUNS[kind], excerpt_of(found.words, _LONGEST), source.title, source.outlet, source.published)
    values: dict[str, tuple[str, ...]] = dict(_values(found.record, kind))
    actors = {actor: names.actor(actor) for name, held in values.items() if name in _ACTORS for actor in held}
    words = folded(" ".join((found.words, source.title, source.outlet, *actors.values())))
    if isinstance(found.record, Commitment):
        values["sector"] = sectors_of(found.record.act.value, folded_words(found.words))
    narrowed = {f"{name}={value}" for name, held in values.items() for value in held}
    facts = {f"kind={kind}", f"document={found.document.id}", f"outlet={source.outlet}"}
    published = found.document.published
    return Entry(
        id=found.record.id,
        document=found.document.id,
        told=told,
        words=frozenset({*words, *narrowed, *facts}),
        days=(published.start.isoformat(), published.last.isoformat()) if published else ("", ""),
        actors=tuple(actors.items()),
    )


_ACTORS = ("debtor", "creditor", "speaker", "actor")


def _values(record: Record, kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What each filter of the tables would find the record by."""
    cells = {cell.slot: cell.value for cell in cells_of(record)}
    for criterion in CRITERIA[kind]:
        value = cells.get(criterion.slot) if criterion.slot else None
        if value is not None:
            yield criterion.name, tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _steps(numbers: Sequence[int]) -> str:
    """Rising numbers as the steps between them, in base 36: a tenth of their length in words that stand everywhere."""
    return " ".join(_short_number(there - here) for here, there in zip(chain([0], numbers), numbers, strict=False))


def _short_number(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    told = ""
    while number >= 36:
        number, last = divmod(number, 36)
        told = digits[last] + told
    return digits[number] + told


def _script(what: str, key: object, held: object) -> bytes:
    """A call that hands over what is held; JSON is a part of the language, but for two signs that end lines."""
    told = encode(held).replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
    return b"servanda(" + encode(what) + b"," + encode(key) + b"," + told + b");\n"
