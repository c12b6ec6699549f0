"""How fast the whole reading is on one core, and how much of it is the language model's.

The clock counts seconds of the processor, so that what else runs on the machine weighs little; the start of a process is timed on the wall.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tables import Row, Table

from servanda.codebook import Document, When
from servanda.lexicon.language_model import packaged_model
from servanda.lexicon.parses import Parse, Parser
from servanda.reading.reader import Means
from servanda.reading.readers import BY_RULES, PACKAGED, read_document

WORDS = 600
DOCUMENTS = 60
SOURCES = {"text-wikinews/wikinews_2019_2020.jsonl.gz": "Wikinews", "text-wh/wh_diplomacy.jsonl.gz": "White House"}
MEANS = {"rules": BY_RULES, "rules and the model of records": PACKAGED}


@dataclass
class Clocked:
    """The packaged model with a clock; counts what it is asked."""

    model: Parser
    seconds: float = 0.0
    sentences: int = field(default=0)

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Parse, ...]:
        """As the model's, clocked."""
        started = time.process_time()
        parses = self.model.parse(sentences)
        self.seconds += time.process_time() - started
        self.sentences += len(sentences)
        return parses

    def read(self, text: str) -> tuple[Parse, ...]:
        """As the model's, clocked."""
        started = time.process_time()
        parses = self.model.read(text)
        self.seconds += time.process_time() - started
        return parses


def measure(data: Path) -> list[Table]:
    """Documents a second over real texts of at least 100 words, counted in documents of 600 words."""
    found = {name: list(_documents(data / path)) for path, name in SOURCES.items() if (data / path).exists()}
    rows = [_row(f"{name}, {how}", found[name], means) for name in found for how, means in MEANS.items()]
    start = Row("start-up", {"seconds": _start_up()}, "a new process reads one sentence, the shortest of three")
    about = f"the first {DOCUMENTS} texts of 100 to 3,000 words; one document is {WORDS} words"
    return [
        Table("speed of the whole reading, one core", tuple(rows), about, {"documents/s": 8.0}),
        Table("start-up", (start,), "measured with the interpreter's own start"),
    ]


def _row(name: str, documents: list[Document], means: Means) -> Row:
    clocked = Clocked(packaged_model())
    means = replace(means, parser=lambda: clocked)
    read_document(documents[0], means=means)
    clocked.seconds, clocked.sentences = 0.0, 0
    started = time.process_time()
    for document in documents:
        read_document(document, means=means)
    seconds = time.process_time() - started
    words = sum(len(document.text.split()) for document in documents)
    figures = {
        "documents/s": words / WORDS / seconds,
        "words/s": words / seconds,
        "share of the language model": clocked.seconds / seconds,
        "sentences parsed": float(clocked.sentences),
    }
    return Row(f"servanda, {name}", figures)


def _documents(path: Path) -> Iterator[Document]:
    found = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if 100 <= len(one["text"].split()) <= 3000:
                yield Document(text=one["text"], title=one.get("title") or "", published=_day(one.get("date")))
                found += 1
            if found == DOCUMENTS:
                return


def _day(written: str | None) -> When | None:
    return When.parse(written[:10]) if written else None


def _start_up() -> float:
    program = "from servanda.pipeline import read_text; read_text('Norway pledged to lend Kenya two ships.')"
    return min(_clocked(lambda: subprocess.run([sys.executable, "-c", program], check=True)) for _ in range(3))  # noqa: S603


def _clocked(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
