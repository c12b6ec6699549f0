"""Codings in files: one JSON object a document, in the codebook's gold form, and the way back for measuring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import IO, Any

from servanda.codebook import Document, Reading
from servanda.codebook.encoding import decode, encode
from servanda.codebook.scoring import Coding
from servanda.write.codings import coding_of


class CodingStream:
    """Writes codings one after another, a line each."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def feed(self, document: Document, reading: Reading) -> None:
        """Write one coding."""
        self._stream.write(encode(coding_of(document, reading)).decode() + "\n")
        self._stream.flush()


class CodingFolder:
    """Writes NAME.json for NAME.txt into a folder; a second document of the same name becomes NAME-2.json."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._taken: Counter[str] = Counter()

    def feed(self, document: Document, reading: Reading) -> None:
        """Write one coding."""
        stem = stem_of(document.location)
        self._taken[stem] += 1
        name = stem if self._taken[stem] == 1 else f"{stem}-{self._taken[stem]}"
        (self._out / f"{name}.json").write_bytes(encode(coding_of(document, reading)) + b"\n")


def stem_of(location: str) -> str:
    """The name of a document without folders and endings: `a/report.txt.gz#3` is `report-3`."""
    path, _, line = location.partition("#")
    stem = PurePath(PurePath(path).name.removesuffix(".gz")).stem
    named = stem if stem not in ("", "<stdin>") else "stdin"
    return f"{named}-{line}" if line else named


def load_codings(gold: Path, predicted: Path) -> Iterator[tuple[str, str, Coding, Coding]]:
    """For each text with a gold coding: its name, its text, the gold coding and the predicted one.

    Args:
        gold: folder of NAME.txt beside NAME.json.
        predicted: folder of NAME.json; a missing one is an empty coding.

    Raises:
        ValueError: a folder is missing or holds no coding, or a file is none.
        OSError: a file cannot be read.
    """
    names = sorted(path.stem for path in gold.glob("*.txt") if path.with_suffix(".json").exists())
    if not names:
        raise ValueError(f"{gold} has no NAME.txt beside NAME.json.")
    if not predicted.is_dir():
        raise ValueError(f"{predicted} is no folder.")
    for name in names:
        other = predicted / f"{name}.json"
        # Offsets count every code point, so that line ends must stay as they are in the file.
        text = (gold / f"{name}.txt").read_bytes().decode("utf-8")
        yield name, text, _coding(gold / f"{name}.json"), _coding(other) if other.exists() else {}


def _coding(path: Path) -> Coding:
    try:
        return decode(path.read_bytes(), dict[str, Any])
    except ValueError as error:
        raise ValueError(f"{path} is no coding: {error}.") from error
