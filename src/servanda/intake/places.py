"""Places as the caller names them → sources: files, folders, standard input, web addresses.

A folder is walked in the order of its names, so that the order of documents is the same everywhere. Hidden files,
`meta.json` and the papers that explain a folder (README, LICENSE) are no documents. Nothing is opened here but folders.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from servanda.codebook import Problem
from servanda.intake.media_types import stem_of
from servanda.intake.sidecars import SIDECAR, Sidecar, load_sidecar
from servanda.intake.sources import Source
from servanda.intake.webpages import source_at

_EXPLAIN = frozenset({"readme", "license", "licence", "copying", "notice", "sources"})
_DEEPEST = 64


def find_sources(places: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Source | Problem]:
    """The sources of all places, in order, and a problem for each that is not there or may not be read."""
    for place in places:
        if place == "-":
            yield Source(location="<stdin>", name="", open=partial(_standard_input, stdin))
        elif place.startswith(("http://", "https://")):
            yield source_at(place)
        elif "://" in place:
            message = "Only addresses that begin with http:// or https:// can be fetched."
            yield Problem(code="no-answer", message=message, location=place)
        else:
            yield from _on_disk(Path(place))


def is_at(places: Sequence[str], location: str) -> bool:
    """Whether what stands at this location was read when these places were: a file of a folder, a line of a file."""
    return any(_is_within(location, place) or location in _said_beside(place) for place in places)


def _is_within(location: str, place: str) -> bool:
    if place == "-":
        return location == "<stdin>"
    covered = place if "://" in place else shown(Path(place))
    if covered == ".":
        return not location.startswith(("/", "../", "<")) and "://" not in location
    return location == covered or location.startswith((f"{covered.rstrip('/')}/", f"{covered}#"))


def _said_beside(place: str) -> frozenset[str]:
    """Where the `meta.json` beside a named file speaks of this file, or as a whole."""
    path = Path(place)
    if place == "-" or "://" in place or not path.is_file():
        return frozenset()
    table = shown(path.parent / SIDECAR)
    return frozenset({table, f"{table}#{path.name}", f"{table}#{stem_of(path.name)}"})


def _standard_input(stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    # Left open at the end: it belongs to whoever gave it.
    return nullcontext(stdin if stdin is not None else sys.stdin.buffer)


def _on_disk(path: Path) -> Iterator[Source | Problem]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _absent(path, error)
        return
    if not stat.S_ISDIR(mode):
        sidecar = load_sidecar(path.parent)
        beside = _said_beside(str(path))
        yield from (problem for problem in sidecar.problems if problem.location in beside)
        yield _file(path, mode, sidecar, named=True)
        return
    found = False
    for each in _walk(path, _DEEPEST):
        found = True
        yield each
    if not found:
        yield _problem(path, "no-documents", "There is no document in the folder.")


def _walk(folder: Path, deeper: int) -> Iterator[Source | Problem]:
    try:
        mode = folder.stat().st_mode
        names = sorted(os.listdir(folder)) if _may_be_read(mode) else None  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        yield _closed(folder, error)
        return
    if names is None or deeper == 0:
        yield (
            _closed(folder, None)
            if names is None
            else _problem(folder, "too-deep", "Folders are nested too deep here.")
        )
        return
    sidecar = load_sidecar(folder)
    yield from sidecar.problems
    yield from _about_nothing(folder, sidecar, names)
    for name in names:
        if not _is_passed_over(name):
            yield from _entry(folder / name, sidecar, deeper)


def _about_nothing(folder: Path, sidecar: Sidecar, names: Sequence[str]) -> Iterator[Problem]:
    """A name in `meta.json` that no file has is misspelt, or its file is missing."""
    there = {*names, *map(stem_of, names)}
    for name in sidecar.facts:
        if name not in there:
            said = name[:80].encode("utf-8", "replace").decode()
            yield _problem(
                folder / SIDECAR, "bad-metadata", f"{SIDECAR} speaks of “{said}”, and there is no such file."
            )


def _entry(path: Path, sidecar: Sidecar, deeper: int) -> Iterator[Source | Problem]:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _absent(path, error)
        return
    if stat.S_ISDIR(mode):
        # A link to a folder may lead back up; what it holds is read where it truly lies.
        if not path.is_symlink():
            yield from _walk(path, deeper - 1)
    else:
        yield _file(path, mode, sidecar, named=False)


def _file(path: Path, mode: int, sidecar: Sidecar, *, named: bool) -> Source | Problem:
    if not named and not stat.S_ISREG(mode):
        return _problem(path, "not-a-file", "It is a device, pipe or socket, not a file.")
    if stat.S_ISREG(mode) and not _may_be_read(mode):
        return _closed(path, None)
    return Source(
        location=shown(path),
        name=path.name,
        open=partial(_open, path),
        beside=sidecar.facts_for(path.name, stem_of(path.name)),
        named=named,
    )


def _open(path: Path) -> AbstractContextManager[BinaryIO]:
    return cast("AbstractContextManager[BinaryIO]", path.open("rb"))


def _may_be_read(mode: int) -> bool:
    """Whether anyone at all may. What is closed to everyone stays closed for root too, so that all get the same ledger."""
    return bool(stat.S_IMODE(mode) & 0o444)


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name == SIDECAR or name.lower().partition(".")[0] in _EXPLAIN


def shown(path: Path) -> str:
    """The path as text; bytes of a name that are not UTF-8 show as U+FFFD, since a record must be writable."""
    return os.fsencode(path).decode("utf-8", "replace")


def _absent(path: Path, error: Exception) -> Problem:
    if isinstance(error, PermissionError):
        return _closed(path, error)
    return _problem(path, "no-such-file", "There is no such file or folder.", str(error))


def _closed(path: Path, error: OSError | None) -> Problem:
    if error is not None and not isinstance(error, PermissionError):
        return _problem(path, "unreadable", "It cannot be read.", str(error))
    return _problem(path, "no-rights", "There is no right to read it.", str(error or ""))


def _problem(path: Path, code: str, message: str, detail: str = "") -> Problem:
    clean = detail.encode("utf-8", "replace").decode()
    return Problem(code=code, message=message, location=shown(path), detail=clean)
