"""Discourse Network Analyzer: documents and statements as the tables that its R package takes in, and the program for it.

DNA has no file format for statements of others; its documented way in is rDNA's `dna_addDocuments` and
`dna_addStatement` (https://github.com/leifeld/dna, rDNA 3). `documents.csv` has the arguments of the first by their
names, `statements.csv` has the columns of `dna_getStatements` (ID, document_id, start, stop, person, organization,
concept, agreement) with `statement_type`, `time` and what DNA has no variable for; `import.R` reads both in.

`export.R` writes what people changed there into tables again, which `statement_tables.py` reads: DNA keeps no id of ours,
so a document's `notes` name it, with a fingerprint of its records, and a record is known by its place.

`start` and `stop` are units of UTF-16 in the document's `text`, as Java counts. A table read by R, and the editor of
DNA, keep one sign for a line end, so the `text` has LF for CR LF and CR, and the offsets are those of that text (with
the apostrophe in front that keeps a spreadsheet from running it, where it needs one).

A DNA statement has one person or organization: a record of several sides is a row for each of them, with the same
`record`. A commitment's concept is its act, and it agrees where the act is undertaken, not where it is declined; a
statement's concept is what was said, and it agrees.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from errno import ENOTDIR
from itertools import count
from pathlib import Path
from typing import Any

from servanda.codebook import Actor, ActorId, Commitment, Document, Reading, RecordId, Spans, Statement
from servanda.codebook.cells import written
from servanda.codebook.keys import key_of
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
STATEMENT, COMMITMENT = "DNA Statement", "Commitment"
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

_PROGRAM_BACK = """\
# Writes what the DNA database that is open holds into a folder "back", for: servanda import-judgements back
# dna_init() and dna_openDatabase() come before.
library("rDNA")
dir.create("back", showWarnings = FALSE)
write.csv(dna_getDocuments(), file.path("back", "documents.csv"), row.names = FALSE, na = "", fileEncoding = "UTF-8")
files <- c("DNA Statement" = "statements.csv", "Commitment" = "commitments.csv")
for (type in names(files)) {
  statements <- dna_getStatements(statementType = type)
  if (nrow(statements) > 0) {
    statements <- cbind(statement_type = type, as.data.frame(statements))
    write.csv(statements, file.path("back", files[[type]]), row.names = FALSE, na = "", fileEncoding = "UTF-8")
  }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement of DNA: a record of ours, said or undertaken by one side.

    Attributes:
        statement_type: `DNA Statement` or `Commitment`.
        start: where it begins, in units of UTF-16 of the text with one sign a line end.
        stop: where it ends.
        time: the first day of publication.
        person: who, if it is a person.
        organization: who, or the state that the person is tied to.
        concept: what was said, or the act.
        agreement: 1, or 0 for what is declined.
        object: of a commitment.
        counterpart: its creditors.
        firmness: of a commitment.
        record: id of the record.
        words: its words.
    """

    statement_type: str
    start: int
    stop: int
    time: str
    person: str
    organization: str
    concept: str
    agreement: int
    object: str = ""
    counterpart: str = ""
    firmness: str = ""
    record: RecordId
    words: str


class DiscourseNetworkWriter(PartFiles):
    """Writes a folder with `documents.csv`, `statements.csv`, `import.R` and `export.R`."""

    title = "Discourse Network Analyzer tables"
    file_name = "statements.csv"
    media_type = "text/csv"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and tables are written into a folder", str(out))
        self._files = [PartFile(out / name) for name in ("documents.csv", "statements.csv", "import.R", "export.R")]
        self._documents, self._statements = (csv.writer(file.stream) for file in self._files[:2])
        self._documents.writerow(_DOCUMENTS)
        self._statements.writerow(_STATEMENTS)
        self._files[2].stream.write(_PROGRAM)
        self._files[3].stream.write(_PROGRAM_BACK)
        self._number, self._row = count(1), count(1)

    def feed(self, document: Document, reading: Reading) -> None:
        """Write a document and its statements and commitments."""
        number, rows = next(self._number), tuple(statement_rows(document, reading))
        self._documents.writerow([number, *_document(document, rows)])
        for row in rows:
            kind, *others = astuple(row)
            self._statements.writerow([guarded(value) for value in (next(self._row), kind, number, *others)])

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: DNA has no place for it."""


def _document(document: Document, rows: Iterable[StatementRow]) -> tuple[Any, ...]:
    told = (document.title, _one_sign(document.text), document.author, document.outlet, document.dateline)
    more = (document.kind.value, f"{document.id} {fingerprint_of(rows)}", _time(document))
    return tuple(guarded(value or "") for value in (*told, *more))


def fingerprint_of(rows: Iterable[StatementRow]) -> str:
    """A short word for which records of a document went out: after another reading it is another one."""
    return key_of("r", sorted({row.record for row in rows}))


def statement_rows(document: Document, reading: Reading) -> Iterator[StatementRow]:
    """The statements and commitments of a reading as DNA has them, a row for each side."""
    actors = {actor.actor: actor for actor in reading.actors}
    places, time = Places(document.text), _time(document)
    said: tuple[Statement | Commitment, ...] = (*reading.statements, *reading.commitments)
    for record in said:
        spans = record.content if isinstance(record, Statement) else record.span
        (start, stop), words = places.of(spans), words_of(document.text, spans)
        head: dict[str, Any] = {"start": start, "stop": stop, "time": time, "record": record.id, "words": words}
        sides, told = _of_statement(record, words) if isinstance(record, Statement) else _of_commitment(record)
        for side in sides or _NOBODY:
            person, organization = side_of(side, actors)
            yield StatementRow(person=person, organization=organization, **head, **told)


def _of_statement(statement: Statement, words: str) -> tuple[Sequence[ActorId] | None, dict[str, Any]]:
    return statement.speakers.value, {"statement_type": STATEMENT, "concept": words, "agreement": 1}


def _of_commitment(commitment: Commitment) -> tuple[Sequence[ActorId] | None, dict[str, Any]]:
    told: dict[str, Any] = {
        "statement_type": COMMITMENT,
        "concept": written(commitment.act.value) or "",
        "agreement": int(commitment.polarity.value is not Polarity.MINUS),
        "object": written(commitment.object.value) or "",
        "counterpart": written(commitment.creditors.value) or "",
        "firmness": written(commitment.firmness.value) or "",
    }
    return commitment.debtors.value, told


class Places:
    """Where stretches of a text lie once every line end is one sign, in units of UTF-16, and back."""

    def __init__(self, text: str) -> None:
        self._text, self._units = text, Utf16(text)
        plain = _one_sign(text)
        self._before = len(guarded(plain)) - len(plain)

    def of(self, spans: Spans) -> tuple[int, int]:
        """The beginning and the end of what lies around the stretches."""
        around = hull(spans)
        return (self._told(around.start), self._told(around.end))

    def back(self, told: int) -> int:
        """The place in the text of such an offset: of a line end of two signs the place before it."""
        return bisect_left(range(len(self._text)), told, key=self._told)

    def _told(self, place: int) -> int:
        # A place between CR and LF is that of the one line end which both become.
        return self._before + self._units.units(place) - self._text.count("\r\n", 0, place)


def _one_sign(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def side_of(actor: ActorId, actors: Mapping[ActorId, Actor]) -> tuple[str, str]:
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
