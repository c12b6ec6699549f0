"""The language model beside the peers: tags, trees, lemmas and names given words, and sentence ends from raw text.

Trees and names have no peer here: what is installed without a download brings no weights for them. The rows for
spaCy were measured earlier and say so.
"""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import blingfire
import lemminflect
import pysbd
import simplemma
import spacy
from tables import Row, Table, f1

from servanda.lexicon.language_model import FOLDER, LanguageModel, packaged_model

sys.path.append(str(Path(__file__).parent.parent / "training"))

from evaluate import documents_of, names_f1, parts_of, raw_f1, shares, text_of
from sentences import Sentence

PARTS = ("EWT test", "PUD", "GUM news")
_SOURCES = {
    "EWT test": "Universal Dependencies EWT and Universal NER, CC BY-SA 4.0",
    "PUD": "Universal Dependencies PUD and Universal NER, CC BY-SA",
    "GUM news": "GUM, documents of free licences, CC BY 4.0",
}
_TARGETS = {
    "EWT test": {"UPOS": 0.97, "LAS": 0.90, "names F1": 0.84, "words/s": 5000},
    "PUD": {"LAS": 0.89, "names F1": 0.80, "words/s": 5000},
    "GUM news": {"words/s": 5000},
}
_SENTENCE_TARGETS = {"EWT test": 0.90, "PUD": 0.95, "GUM news": 0.95}
_EARLIER = {
    "EWT test": {"UPOS": 0.944, "LAS": 0.828, "words/s": 8600},
    "GUM news": {"UPOS": 0.952, "LAS": 0.817},
}
_CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}

Splitter = Callable[[str], Iterable[str]]
Lemmatizer = Callable[[Sentence], Sequence[str]]


def measure(data: Path) -> list[Table]:
    """Every part with its own tables; all systems read the same sentences and texts."""
    model = packaged_model()
    parts = {name: sentences for name, sentences in parts_of(data).items() if name in PARTS}
    given = [_given(model, name, sentences) for name, sentences in parts.items()]
    ends = [_ends(model, name, sentences) for name, sentences in parts.items()]
    return [*given, *ends, _lemmas(model, parts["EWT test"]), _weight()]


def _given(model: LanguageModel, name: str, sentences: list[Sentence]) -> Table:
    """Tags, trees, lemmas and names where the words are given, and trees where they are not."""
    started = time.process_time()
    parses = model.parse([sentence.words for sentence in sentences])
    seconds = time.process_time() - started
    pairs = list(zip(sentences, parses, strict=True))
    found = shares(pairs)
    figures = {"UPOS": found["tags"], "LAS": found["las"], "lemma": found["lemmas"]}
    if any(sentence.names for sentence in sentences):
        figures["names F1"] = names_f1(pairs)
    figures["words/s"] = _words(sentences) / seconds
    _, _, figures["LAS F1 from raw text"] = raw_f1(model, sentences)
    rows = [Row("servanda", figures)]
    if name in _EARLIER:
        rows.append(
            Row(
                "spaCy 3.8, convolutional",
                _EARLIER[name],
                "trained on the same treebanks; measured earlier, not in this run",
            )
        )
    note = "punctuation counted, relations without subtypes, names with their kinds; no peer with weights installs without a download"
    return Table(f"language, {name}, given words", tuple(rows), _SOURCES[name], _TARGETS[name], note)


def _ends(model: LanguageModel, name: str, sentences: list[Sentence]) -> Table:
    """Where sentences end in raw text, a line being a paragraph."""
    documents = documents_of(sentences)
    texts = [text_of(document) for document in documents]
    asked = [_spans(["".join(sentence.words) for sentence in document]) for document in documents]
    rows = []
    for system, splitter in (("servanda", _own(model)), *_splitters()):
        started = time.process_time()
        said = [_spans(part for line in text.splitlines() for part in splitter(line)) for text in texts]
        seconds = time.process_time() - started
        right = sum(len(one & other) for one, other in zip(said, asked, strict=True))
        figures = f1(right, sum(map(len, said)), sum(map(len, asked)))
        rows.append(Row(system, figures | {"words/s": _words(sentences) / seconds}))
    note = "a sentence is right where it covers the same letters; ours also tags and parses in the same time"
    return Table(f"sentence ends, {name}, raw text", tuple(rows), _SOURCES[name], {"F1": _SENTENCE_TARGETS[name]}, note)


def _spans(sentences: Iterable[str]) -> set[tuple[int, int]]:
    """First and last letter of each sentence, whitespace not counted."""
    found, start = set(), 0
    for sentence in sentences:
        end = start + len("".join(sentence.split()))
        if end > start:
            found.add((start, end))
        start = end
    return found


def _own(model: LanguageModel) -> Splitter:
    return lambda line: ("".join(parse.words) for parse in model.read(line))


def _splitters() -> Iterator[tuple[str, Splitter]]:
    cutter = pysbd.Segmenter(language="en", clean=False)
    yield f"pysbd {_version('pysbd')}", cutter.segment
    yield f"blingfire {_version('blingfire')}", lambda line: blingfire.text_to_sentences(line).splitlines()
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    yield f"spaCy {_version('spacy')}, sentencizer", lambda line: [part.text for part in pipeline(line).sents]


def _lemmas(model: LanguageModel, sentences: list[Sentence]) -> Table:
    """The dictionary forms of nouns, verbs, adjectives and adverbs; the other words have conventions of their own."""
    rows = []
    for system, lemmatizer, note in (
        (("servanda", _own_lemmas(model), "finds the part of speech itself")),
        *_lemmatizers(),
    ):
        started = time.process_time()
        said = [lemmatizer(sentence) for sentence in sentences]
        seconds = time.process_time() - started
        hits = [
            lemma.lower() == asked.lower()
            for sentence, lemmas in zip(sentences, said, strict=True)
            for lemma, asked, tag in zip(lemmas, sentence.lemmas, sentence.tags, strict=True)
            if tag in _CONTENT
        ]
        rows.append(Row(system, {"right": sum(hits) / len(hits), "words/s": _words(sentences) / seconds}, note))
    note = "nouns, verbs, adjectives and adverbs; letters' case left aside"
    return Table("lemmas, EWT test, given words", tuple(rows), _SOURCES["EWT test"], note=note)


def _own_lemmas(model: LanguageModel) -> Lemmatizer:
    return lambda sentence: model.parse([sentence.words])[0].lemmas


def _lemmatizers() -> Iterator[tuple[str, Lemmatizer, str]]:
    def inflected(sentence: Sentence) -> list[str]:
        pairs = zip(sentence.words, sentence.tags, strict=True)
        return [(lemminflect.getLemma(word, tag) or (word,))[0] if tag in _CONTENT else word for word, tag in pairs]

    yield f"lemminflect {_version('lemminflect')}", inflected, "is told the right part of speech"
    yield (
        f"simplemma {_version('simplemma')}",
        lambda sentence: [simplemma.lemmatize(word, lang="en") for word in sentence.words],
        "sees each word alone",
    )


def _weight() -> Table:
    """What the model takes on disk, and until it has parsed a first sentence in a process that has just begun."""
    size = sum(path.stat().st_size for path in FOLDER.iterdir() if path.suffix in {".onnx", ".json"}) / 1e6
    figures = {"MB on disk": size, "load, seconds": min(_load() for _ in range(3))}
    return Table("language, size and start", (Row("servanda", figures, "targets: at most 40 MB and 0.5 seconds"),))


def _load() -> float:
    """Seconds from the import of the model to its first parse, the interpreter's own start left out."""
    script = "import time; t = time.perf_counter(); from servanda.lexicon.language_model import packaged_model as m; m().parse([['Yes']]); print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    return float(done.stdout)


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _version(package: str) -> str:
    return importlib.metadata.version(package)
