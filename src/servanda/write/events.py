"""Events of whole documents as CSV, in the form of event data: who did what to whom, when, told where.

Events are worked out from the texts while they are written and are no records of the ledger (`reading/occasions/tellings.py`
says why). `events.csv` has PLOVER's form, one row an event with lists of actors and recipients as the words have them, `; `
between. `dyads.csv` has CAMEO's form, one row for each source and target, as its coders place them; `placed_by` names the
rules that filled a side which the words leave open, so that who wants only what was read takes the rows without any.
`repeats` names the event of the same day, type and parties that stands first, as a filter of one a day takes them. An
event of which nobody known takes part is in neither, and one with an open side is not in the second.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from errno import ENOTDIR
from pathlib import Path
from typing import TYPE_CHECKING, Any

from servanda.codebook import Document, Problem, Reading
from servanda.codebook.cells import written
from servanda.codebook.keys import key_of
from servanda.codebook.vocabulary import EventType
from servanda.lexicon.crosswalks import QUADS, VERSION, Crossing, cameo_of, plover_of
from servanda.store import Judged
from servanda.write.parts import PartFile, PartFiles
from servanda.write.tables import guarded

if TYPE_CHECKING:
    from servanda.pipeline import Telling

_EVENT = ("event", "document", "day", "day_from", "plover", "mode", "quad", "cameo", "meaning")
_WHERE = ("sentence", "start", "end", "sentence_start", "sentence_end", "occasion")
_DOCUMENT = ("title", "outlet", "published", "crosswalk")
_HOSTING = frozenset({"host", "greet"})
_RECEIVE = "043"
_FILES = {
    "events.csv": (*_EVENT, "actors", "recipients", "words", *_WHERE, *_DOCUMENT),
    "dyads.csv": (*_EVENT, "source", "target", "placed_by", "repeats", "words", *_WHERE, *_DOCUMENT),
    "problems.csv": ("document", "title", "code", "message"),
}


class EventWriter(PartFiles):
    """Writes a folder with `events.csv`, `dyads.csv` and `problems.csv`."""

    title = "Events in PLOVER's and CAMEO's form"
    file_name = "events.csv"
    media_type = "text/csv"

    def __init__(self, out: Path) -> None:
        if out.exists() and not out.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is a file, and tables are written into a folder", str(out))
        self._files = [PartFile(out / name) for name in _FILES]
        self._events, self._dyads, self._problems = (csv.writer(file.stream) for file in self._files)
        for table, header in zip((self._events, self._dyads, self._problems), _FILES.values(), strict=True):
            table.writerow(header)
        self._first: dict[tuple[str, ...], str] = {}

    def feed(self, document: Document, reading: Reading) -> None:
        """Write the events of a document."""
        # With it come all rules of the reading, which most commands that write files do not need.
        from servanda.pipeline import tell  # noqa: PLC0415

        told = tell(document, reading)
        if isinstance(told, Problem):
            self._problems.writerow([guarded(one) for one in (document.id, document.title, told.code, told.message)])
            return
        for one in told:
            self._events.writerows(_guarded(_event_rows(document, one)))
            self._dyads.writerows(_guarded(self._dyad_rows(document, one)))

    def _dyad_rows(self, document: Document, told: Telling) -> Iterator[tuple[Any, ...]]:
        rules = "; ".join(told.placed.rules)
        received = plover_of(_RECEIVE) if _is_hosting(told) else None
        what = _what(document, told, received or _crossing(told))
        for source, target in told.placed.pairs:
            first = self._first.setdefault((str(told.day), told.placed.event.type, source, target), what[0])
            repeats = first if first != what[0] and told.day else ""
            yield (*what, source, target, rules, repeats, *_where(document, told))

    def feed_judgement(self, judged: Judged) -> None:
        """Pass over it: judgements are of records."""


def _guarded(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[Any]]:
    return ([guarded(value) for value in row] for row in rows)


def _event_rows(document: Document, told: Telling) -> Iterator[tuple[Any, ...]]:
    event = told.placed.event
    if event.sources or event.targets:
        sides = ("; ".join(event.sources), "; ".join(event.targets))
        # PLOVER has the visitor as actor, whoever is the subject of the sentence; CAMEO has a code for the host.
        sides = sides[::-1] if _is_hosting(told) else sides
        yield (*_what(document, told, _crossing(told)), *sides, *_where(document, told))


def _is_hosting(told: Telling) -> bool:
    event = told.placed.event
    return event.sort in _HOSTING and event.type is EventType.CONSULT


def _crossing(told: Telling) -> Crossing:
    return cameo_of(told.placed.event.type, told.placed.event.mode)


def _what(document: Document, told: Telling, crossing: Crossing) -> tuple[Any, ...]:
    event = told.placed.event
    key = key_of("e", document.id, event.span.start, event.span.end, event.type)
    codes = (event.type.value, event.mode, QUADS[event.type], crossing.cameo, crossing.meaning)
    return (key, document.id, written(told.day), told.basis, *codes)


def _where(document: Document, told: Telling) -> tuple[Any, ...]:
    span, sentence = told.placed.event.span, told.sentence
    places = (span.start, span.end, sentence.start, sentence.end, told.occasion)
    about = (document.title, document.outlet, written(document.published), VERSION)
    return (span.of(document.text), " ".join(sentence.of(document.text).split()), *places, *about)
