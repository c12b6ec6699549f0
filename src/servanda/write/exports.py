"""The whole ledger into files: every writer is fed the same readings in one pass, in the order in which they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from servanda.codebook import Document, Reading
from servanda.store import Judged
from servanda.view.link_rows import Row
from servanda.write.discourse_networks import DiscourseNetworkWriter
from servanda.write.doccano import DoccanoWriter
from servanda.write.events import EventWriter
from servanda.write.inception import InceptionWriter
from servanda.write.label_studio import LabelStudioWriter
from servanda.write.lines import LineWriter
from servanda.write.tables import TableWriter


class Writer(Protocol):
    """One format: what it is called, its usual file name and media type, and how it is fed.

    Attributes:
        title: its name for people.
        file_name: the file or files that it makes.
        media_type: of a file.
    """

    title: str
    file_name: str
    media_type: str

    def feed(self, document: Document, reading: Reading) -> None:
        """Take in one document with its reading."""

    def feed_judgement(self, judged: Judged) -> None:
        """Take in one judgement; all documents came before."""

    def finish(self) -> tuple[Path, ...]:
        """Complete the files and say where they are."""

    def discard(self) -> None:
        """Leave nothing half written."""


WRITERS: Mapping[str, Callable[[Path], Writer]] = MappingProxyType(
    {
        "csv": TableWriter,
        "jsonl": LineWriter,
        "events": EventWriter,
        "inception": InceptionWriter,
        "dna": DiscourseNetworkWriter,
        "label-studio": LabelStudioWriter,
        "doccano": DoccanoWriter,
    }
)
"""The formats, by the words that name them on the command line."""


def write_export(
    readings: Iterable[tuple[Document, Reading]],
    form: str,
    out: Path,
    *,
    judgements: Iterable[Judged] = (),
    linked: Iterable[Row] = (),
) -> tuple[Path, ...]:
    """Write documents and their records: the same readings give the same bytes.

    Args:
        readings: such as `Ledger.iter_readings` gives.
        form: a key of `WRITERS`.
        judgements: such as `Ledger.find_judgements` gives.
        linked: such as `link_rows` gives; tables and JSON lines have it, the formats for annotation do not.
        out: for `jsonl` and `doccano` a file, or a folder to put it in; for the others a folder, made where there is none.

    Returns:
        The files.

    Raises:
        ValueError: no such format.
        OSError: a file cannot be written; then none is changed.
    """
    if form not in WRITERS:
        raise ValueError(f"no such format: {form}; there are {', '.join(sorted(WRITERS))}")
    writer = WRITERS[form](out)
    try:
        for document, reading in readings:
            writer.feed(document, reading)
        for judged in judgements:
            writer.feed_judgement(judged)
        if isinstance(writer, TableWriter | LineWriter):
            for row in linked:
                writer.feed_linked(row)
        return writer.finish()
    finally:
        writer.discard()
