"""Discourse Network Analyzer: documents and statements as the tables that its R package takes in, and the program for it.

DNA has no file format for statements of others; its documented way in is rDNA's `dna_addDocuments` and
`dna_addStatement` (https://github.com/leifeld/dna, rDNA 3). `documents.csv` has the arguments of the first by their
names, `statements.csv` has the columns of `dna_getStatements` (ID, document_id, start, stop, person, organization,
concept, agreement) with `statement_type`, `time` and what DNA has no variable for; `import.R` reads both in.

`start` and `stop` are units of UTF-16 in the document's `text`, as Java counts. A table read by R, and the editor of
DNA, keep one sign for a line end, so the `text` has LF for CR LF and CR, and the offsets are those of that text (with
the apostrophe in front that keeps a spreadsheet from running it, where it needs one).

A DNA statement has one person or organization: a record of several sides is a row for each of them, with the same
`record`. A commitment's concept is its act, and it agrees where the act is undertaken, not where it is declined; a
statement's concept is what was said, and it agrees.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from errno import ENOTDIR
from itertools import count
from pathlib import Path
from typing import Any

from servanda.codebook import Actor, ActorId, Document, Reading, Spans
from servanda.codebook.cells import written
from servanda.codebook.spans import hull, words_of
from servanda.codebook.vocabulary import ActorKind, Polarity
from servanda.store import Judged
from servanda.write.offsets import Utf16
from servanda.write.parts import PartFile, PartFiles
from servanda.write.tables import guarded

_DOCUMENTS = ("ID", "title", "text", "author", "source", "section", "type", "notes", "date_time")
_STATEMENTS = (
    *("ID", "statement_type", "document_id", "start", "stop", "time", "person", "organization", "concept", "agreement"),
    *("object", "counterpart", "firmness", "record", "words"),
)
_STATEMENT, _COMMITMENT = "DNA Statement", "Commitment"
_NOBODY = ("",)
"""One nameless side, where the text does not say who it is."""

_PROGRAM = """\
# Reads documents.csv and statements.csv into a DNA database that is open: dna_init() and dna_openDatabase() come before.
# The database needs a statement type "Commitment" with the variables of "DNA Statement", and object, counterpart and
# firmness (short text); the type "DNA Statement" is there from the start.
library("rDNA")
read <- function(name) {
  read.csv(name, colClasses = "character", na.strings = character(0), encoding = "UTF-8", check.names = FALSE)
}
documents <- read("documents.csv")
statements <- read("statements.csv")
times <- as.POSIXct(documents$date_time, tz = "UTC", format = "%Y-%m-%d %H:%M:%S")
times[is.na(times)] <- as.POSIXct("1970-01-01", tz = "UTC") # DNA keeps no document without a time
ids <- dna_addDocuments(
  title = documents$title, text = documents$text, author = documents$author, source = documents$source,
  section = documents$section, type = documents$type, notes = documents$notes,
  date_time = times
)
for (i in seq_len(nrow(statements))) {
  row <- as.list(statements[i, ])
  values <- list(
    documentID = ids[match(row$document_id, documents$ID)], startCaret = as.integer(row$start),
    endCaret = as.integer(row$stop), statementType = row$statement_type, person = row$person,
    organization = row$organization, concept = row$concept, agreement = as.integer(row$agreement)
  )
  if (row$statement_type == "Commitment") {
    values <- c(values, list(object = row$object, counterpart = row$counterpart, firmness = row$firmness))
  }
  do.call(dna_addStatement, values)
}
"""


class DiscourseNetworkWriter(PartFiles):
    """Writes a folder with `documents.csv`, `statements.csv` and `import.R`."""

    title = "Discourse Network Analyzer tables"
    file_name = "statements.csv"
    media_type = "text/csv"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and tables are written into a folder", str(out))
        self._files = [PartFile(out / name) for name in ("documents.csv", "statements.csv", "import.R")]
        self._documents, self._statements = (csv.writer(file.stream) for file in self._files[:2])
        self._documents.writerow(_DOCUMENTS)
        self._statements.writerow(_STATEMENTS)
        self._files[2].stream.write(_PROGRAM)
        self._number, self._row = count(1), count(1)

    def feed(self, document: Document, reading: Reading) -> None:
        """Write a document and its statements and commitments."""
        number = next(self._number)
        self._documents.writerow([number, *_document(document)])
        for kind, *others in _rows(document, reading):
            self._statements.writerow([guarded(value) for value in (next(self._row), kind, number, *others)])

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: DNA has no place for it."""


def _document(document: Document) -> tuple[Any, ...]:
    told = (document.title, _one_sign(document.text), document.author, document.outlet, document.dateline)
    more = (document.kind.value, document.id, _time(document))
    return tuple(guarded(value or "") for value in (*told, *more))


def _rows(document: Document, reading: Reading) -> Iterator[tuple[Any, ...]]:
    actors = {actor.actor: actor for actor in reading.actors}
    place, time = _Places(document.text), _time(document)
    for statement in reading.statements:
        words = words_of(document.text, statement.content)
        for speaker in statement.speakers.value or _NOBODY:
            head = (_STATEMENT, *place(statement.content), time, *_who(speaker, actors))
            yield (*head, words, 1, "", "", "", statement.id, words)
    for commitment in reading.commitments:
        words = words_of(document.text, commitment.span)
        concept, agrees = commitment.act.value or "", int(commitment.polarity.value is not Polarity.MINUS)
        told = (commitment.object, commitment.creditors, commitment.firmness)
        for debtor in commitment.debtors.value or _NOBODY:
            head = (_COMMITMENT, *place(commitment.span), time, *_who(debtor, actors))
            yield (*head, concept, agrees, *(written(slot.value) or "" for slot in told), commitment.id, words)


class _Places:
    """Where stretches of a text lie once every line end is one sign, in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._text, self._units = text, Utf16(text)
        plain = _one_sign(text)
        self._before = len(guarded(plain)) - len(plain)

    def __call__(self, spans: Spans) -> tuple[int, int]:
        around = hull(spans)
        return (self._place(around.start), self._place(around.end))

    def _place(self, place: int) -> int:
        # A place between CR and LF is that of the one line end which both become.
        return self._before + self._units.units(place) - self._text.count("\r\n", 0, place)


def _one_sign(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _who(actor: ActorId, actors: Mapping[ActorId, Actor]) -> tuple[str, str]:
    """The person and the organization: of a person also the state that the document ties it to."""
    known = actors.get(actor)
    if known is None or known.kind is not ActorKind.PERSON:
        return ("", _name(actor, actors))
    return (known.name, _name(known.state.value or "", actors))


def _name(actor: ActorId, actors: Mapping[ActorId, Actor]) -> str:
    return actors[actor].name if actor in actors else actor


def _time(document: Document) -> str:
    """The first day of publication, as DNA writes times; empty where it is not known."""
    return f"{document.published.start.isoformat()} 00:00:00" if document.published else ""
