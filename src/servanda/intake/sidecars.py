"""`meta.json`: a table beside the texts of a folder that says of each when it was published, in which language, and so on.

It maps a file name, or a name without its ending, to facts. What it does not say, the text may.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from servanda.codebook import Problem
from servanda.intake.facts import Facts, facts_from
from servanda.intake.sources import MOST_BYTES

SIDECAR = "meta.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a `meta.json` says.

    Attributes:
        facts: file name, or stem, and what is said of it.
        problems: what in it cannot be read.
    """

    facts: Mapping[str, Facts] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def facts_for(self, name: str, stem: str) -> Facts | None:
        """What it says of a file; the full name comes before the stem."""
        return self.facts.get(name) or self.facts.get(stem)


def load_sidecar(folder: Path) -> Sidecar:
    """The folder's `meta.json`, or an empty one; what cannot be read in it is a problem, and the rest counts."""
    path = folder / SIDECAR
    try:
        about = path.stat()
        return _load(path, about.st_mtime_ns, about.st_size)
    except FileNotFoundError:
        return Sidecar()
    except (OSError, ValueError, RecursionError) as error:
        return Sidecar(
            problems=(
                _broken(path, f"{SIDECAR} cannot be read; the texts beside it were read without it.", str(error)),
            )
        )


@lru_cache(maxsize=4)
def _load(path: Path, _changed: int, size: int) -> Sidecar:
    if size > MOST_BYTES:
        raise ValueError("longer than any such table")
    table = json.loads(path.read_bytes())
    if not isinstance(table, dict):
        raise ValueError("not a table of names")  # noqa: TRY004 - the file is wrong, not the program
    facts, problems = {}, []
    for name, said in table.items():
        if not isinstance(said, dict):
            message = f"{SIDECAR} says nothing that can be read about “{name[:80]}”."
            problems.append(replace(_broken(path, message), location=f"{_shown(path)}#{_clean(name)}"))
            continue
        facts[name], odd = facts_from(said, source=SIDECAR, location=f"{_shown(path)}#{_clean(name)}")
        problems.extend(odd)
    return Sidecar(facts=facts, problems=tuple(problems))


def _broken(path: Path, message: str, detail: str = "") -> Problem:
    return Problem(code="bad-metadata", message=_clean(message), location=_shown(path), detail=_clean(detail))


def _shown(path: Path) -> str:
    return _clean(str(path))


def _clean(words: str) -> str:
    return words.encode("utf-8", "replace").decode()
