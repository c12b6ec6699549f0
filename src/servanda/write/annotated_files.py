"""Files out of tools for annotation → judgements in the ledger, whichever tool they come from.

What cannot be read, or fits no record, is a problem, and the rest is taken in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from servanda.codebook import Document, DocumentId, Judgement, Problem, Reading
from servanda.store import Ledger, UnknownError
from servanda.view import judgements_on
from servanda.view.markings import Sheet
from servanda.write.doccano import is_doccano, parse_doccano
from servanda.write.inception import is_inception, parse_inception
from servanda.write.label_studio import is_label_studio, parse_label_studio
from servanda.write.statement_tables import find_statement_tables, load_statement_tables


def load_sheets(paths: Iterable[Path], ledger: Ledger) -> Iterator[Sheet | Problem]:
    """What people left in the files of Label Studio (JSON), doccano (JSONL), INCEpTION (UIMA CAS JSON) and DNA (CSV).

    Args:
        paths: files, and folders of such files; of a folder every `.json` and `.jsonl` in it, and its tables of DNA.
        ledger: the ledger whose records they were; DNA keeps none of their ids.
    """
    for path in paths:
        tables = find_statement_tables(path)
        if tables:
            yield from _table_sheets(tables, ledger)
        else:
            yield from _file_sheets(path)


def _table_sheets(tables: Sequence[Path], ledger: Ledger) -> Iterator[Sheet | Problem]:
    def held(key: DocumentId) -> tuple[Document, Reading] | None:
        document, reading = ledger.find_document(key), ledger.find_reading(key)
        return None if document is None or reading is None else (document, reading)

    try:
        yield from load_statement_tables(tables, held)
    except (OSError, ValueError, KeyError) as error:
        yield _problem(tables[0], "The table is not as DNA writes it.", str(error))


def _file_sheets(given: Path) -> Iterator[Sheet | Problem]:
    for path in _files([given]):
        try:
            items = _items(path.read_bytes().decode("utf-8-sig"))
        except OSError as error:
            yield _problem(path, f"The file cannot be read: {error.strerror}.")
        except (ValueError, RecursionError) as error:
            yield _problem(
                path, "The file is no JSON of Label Studio, doccano or INCEpTION, and no table of DNA.", str(error)
            )
        else:
            for number, item in enumerate(items, start=1):
                yield from _sheets(item, path, number)


def take_in(
    ledger: Ledger, sheets: Iterable[Sheet | Problem], *, by: Callable[[str], str], now: datetime, accepts_kept: bool
) -> Iterator[Judgement | Problem]:
    """Keep what sheets say as judgements.

    Args:
        ledger: the ledger.
        sheets: as `load_sheets` gives them.
        by: the judge, for an annotator as the tool names them, or for an empty name.
        now: when, where the tool does not say.
        accepts_kept: whether a record left as it is was accepted.

    Yields:
        Judgements that are new, and problems.
    """
    for sheet in sheets:
        if isinstance(sheet, Problem):
            yield sheet
            continue
        for told in judgements_on(ledger, sheet, by=by(sheet.by), now=now, accepts_kept=accepts_kept):
            if isinstance(told, Problem):
                yield told
            else:
                yield from _kept(ledger, told, sheet)


def judge_names(by: str, otherwise: str, annotators: set[str]) -> Callable[[str], str]:
    """How annotators are named as judges.

    Args:
        by: the name asked for; it stands alone where one person annotated, and before the tool's name where several did.
        otherwise: the name where neither the user nor the tool gives one.
        annotators: all whom the files name.
    """
    if not by:
        return lambda annotator: annotator or otherwise
    return lambda annotator: f"{by}/{annotator}" if annotator and len(annotators) > 1 else by


def _kept(ledger: Ledger, judgement: Judgement, sheet: Sheet) -> Iterator[Judgement | Problem]:
    try:
        if ledger.judge(judgement):
            yield judgement
    except UnknownError as error:
        message = f"{str(error)[:1].upper()}{str(error)[1:]}, so the {judgement.verdict} was not taken in."
        yield Problem(code="no-judgement", message=message, location=sheet.location, document=sheet.document)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix in {".json", ".jsonl"})
        else:
            yield path


def _items(text: str) -> list[Any]:
    """The documents of a file: the tasks of a list, the lines of JSON lines, or the one that it is."""
    try:
        tree = json.loads(text)
    except ValueError:
        # Lines end with LF alone: JSON strings may hold what Python else takes for the end of a line.
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return tree if isinstance(tree, list) else [tree]


def _sheets(item: Any, path: Path, number: int) -> Iterator[Sheet | Problem]:
    try:
        yield from _parsed(item, str(path))
    except (ValueError, TypeError, AttributeError) as error:
        where = "The file" if number == 1 else f"Document {number} of the file"
        yield _problem(path, f"{where} is not as Label Studio, doccano or INCEpTION write it.", str(error))


def _parsed(item: Any, location: str) -> tuple[Sheet, ...]:
    if is_inception(item):
        return (parse_inception(item, location),)
    if is_doccano(item):
        return (parse_doccano(item, location),)
    if is_label_studio(item):
        return parse_label_studio(item, location)
    raise ValueError("its JSON is of no form that is known")


def _problem(path: Path, message: str, detail: str = "") -> Problem:
    return Problem(code="not-annotations", message=message, location=str(path), detail=detail)
