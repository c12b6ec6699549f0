"""The layout of a text beside the peers: sentence ends in raw text, and quotations where one closing mark was lost.

Sentence ends are held against treebanks. For quotations there is no treebank: a closing mark is taken out of a text at
random, and what the damage turns from narration into speech is counted, ours beside pairing by order.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tables import Row, Table, f1

from servanda.codebook import Document, Span
from servanda.lexicon.language_model import packaged_model
from servanda.reading.scenes import Scene

sys.path.append(str(Path(__file__).parent.parent / "training"))

from evaluate import documents_of, parts_of, text_of
from sentences import Sentence

_PARTS = {
    "EWT test": ("Universal Dependencies EWT, CC BY-SA 4.0", 0.90),
    "PUD": ("Universal Dependencies PUD, CC BY-SA 3.0", 0.95),
    "GUM news": ("GUM, documents of free licences, CC BY 4.0", 0.95),
}
_RAW = {
    "Wikinews 2019-2020": ("text-wikinews/wikinews_2019_2020.jsonl.gz", "Wikinews, CC BY 2.5"),
    "White House 2021-2026": ("text-wh/wh_diplomacy.jsonl.gz", "public domain"),
}
_DOCUMENTS = 150

Ends = Callable[[str], Iterable[str]]
Pairing = Callable[[str], Sequence[Span]]


def measure(data: Path) -> list[Table]:
    """Sentence ends on every treebank, then lost marks in every raw collection."""
    parts = parts_of(data)
    ends = [_ends(name, parts[name], *told) for name, told in _PARTS.items()]
    return [*ends, *(_lost(name, data / path, source) for name, (path, source) in _RAW.items())]


# Sentence ends


def _ends(name: str, sentences: list[Sentence], source: str, target: float) -> Table:
    documents = documents_of(sentences)
    texts = [text_of(document) for document in documents]
    asked = [_places(["".join(sentence.words) for sentence in document]) for document in documents]
    words = sum(len(text.split()) for text in texts)
    rows = []
    for system, reader, note in _systems():
        started = time.process_time()
        said = [_places(part for line in text.splitlines() for part in reader(line)) for text in texts]
        seconds = time.process_time() - started
        right = sum(len(one & other) for one, other in zip(said, asked, strict=True))
        figures = f1(right, sum(map(len, said)), sum(map(len, asked)))
        rows.append(Row(system, figures | {"words/s": words / seconds}, note))
    note = "a line is a paragraph; a sentence is right where it covers the same letters"
    return Table(f"text, sentence ends, {name}", tuple(rows), source, {"F1": target}, note)


def _places(sentences: Iterable[str]) -> set[tuple[int, int]]:
    """First and last letter of each sentence, white space not counted."""
    found, start = set(), 0
    for sentence in sentences:
        end = start + len("".join(sentence.split()))
        if end > start:
            found.add((start, end))
        start = end
    return found


def _systems() -> Iterator[tuple[str, Ends, str]]:
    model = packaged_model()
    model.read("Norway pays.")
    yield "servanda", _rules, "what the readers use"
    yield (
        "servanda's language model",
        lambda line: ["".join(one.words) for one in model.read(line)],
        "tags and parses in the same time",
    )
    yield "servanda, a break of either", lambda line: _either(line, model), ""
    yield from _peers()


def _rules(line: str) -> list[str]:
    return [sentence.of(line) for sentence in Scene(document=Document(text=line)).sentences]


def _either(line: str, model: object) -> list[str]:
    """The text between the breaks of rules and model alike."""
    rules, own = _rules(line), ["".join(one.words) for one in model.read(line)]  # type: ignore[attr-defined]
    ends = sorted({end for _, end in _places(rules) | _places(own)})
    letters = "".join(line.split())
    return [letters[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _peers() -> Iterator[tuple[str, Ends, str]]:
    try:
        import blingfire  # noqa: PLC0415 (a peer may be missing)
        import pysbd  # noqa: PLC0415
        import spacy  # noqa: PLC0415
    except ImportError as missing:
        yield f"{missing.name}: not installed", lambda line: [line], "no peers in this run"
        return
    cutter = pysbd.Segmenter(language="en", clean=False)
    yield _named("pysbd"), cutter.segment, ""
    yield _named("blingfire"), lambda line: blingfire.text_to_sentences(line).splitlines(), ""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    yield f"{_named('spacy')} sentencizer", lambda line: [part.text for part in pipeline(line).sents], ""


def _named(package: str) -> str:
    return f"{package} {importlib.metadata.version(package)}"


# Lost marks


def _lost(name: str, path: Path, source: str) -> Table:
    texts = list(_texts(path))
    rows = tuple(Row(system, _damage(texts, pairing)) for system, pairing in _PAIRINGS.items())
    note = (
        "one closing mark is taken out of each text; letters of narration that become speech,"
        " and texts in which another paragraph changes"
    )
    return Table(f"text, quotations with a lost mark, {name}", rows, source, note=note)


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(_DOCUMENTS), lines, strict=False):
            yield json.loads(line)["text"]


def _damage(texts: list[str], pairing: Pairing) -> dict[str, float]:
    """What one lost mark a text does; the same marks are lost for every pairing."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    taken = elsewhere = damaged = 0
    started = time.process_time()
    for text in texts:
        closed = [quote for quote in _ours(text) if text[quote.end - 1] in '”"' and len(quote) > 3]
        if not closed:
            continue
        damaged += 1
        at = chance.choice(closed).end - 1
        before = _letters(pairing(text))
        after = {place + (place >= at) for place in _letters(pairing(text[:at] + text[at + 1 :]))}
        new = after - before
        first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at) if "\n" in text[at:] else len(text)
        taken += len(new)
        elsewhere += any(not first <= place < last for place in after ^ before)
    seconds = time.process_time() - started
    return {
        "texts": damaged,
        "letters taken for speech, a text": taken / max(damaged, 1),
        "texts changed elsewhere": elsewhere,
        "texts/s": 2 * damaged / max(seconds, 1e-9),
    }


def _letters(quotes: Sequence[Span]) -> set[int]:
    return {place for quote in quotes for place in range(quote.start, quote.end)}


def _ours(text: str) -> Sequence[Span]:
    return Scene(document=Document(text=text)).quotes


def _by_order(text: str) -> list[Span]:
    """Every second mark closes, whatever it looks like: the usual way."""
    places = [place for place, sign in enumerate(text) if sign in '“”"']
    return [Span(one, two + 1) for one, two in zip(places[::2], places[1::2], strict=False)]


_PAIRINGS: dict[str, Pairing] = {"servanda": _ours, "pairing by order": _by_order}
