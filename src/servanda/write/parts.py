"""Files that appear whole or not at all: an export that breaks off leaves the former one as it was."""

from __future__ import annotations

from pathlib import Path
from typing import IO


class PartFile:
    """A text file that is written beside its place and put there when it is complete.

    Attributes:
        path: its place.
        stream: where to write; UTF-8, line ends as they are written.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._part = path.with_name(path.name + ".part")
        self.stream: IO[str] = self._part.open("w", encoding="utf-8", newline="")

    def finish(self) -> Path:
        """Put the file in its place."""
        self.stream.close()
        return self._part.replace(self.path)

    def discard(self) -> None:
        """Leave no trace; nothing where it is finished."""
        self.stream.close()
        self._part.unlink(missing_ok=True)


class PartFiles:
    """What writes several such files: they are completed together, or none is."""

    _files: list[PartFile]

    def finish(self) -> tuple[Path, ...]:
        """Complete the files."""
        return tuple(file.finish() for file in self._files)

    def discard(self) -> None:
        """Leave no half file."""
        for file in self._files:
            file.discard()
