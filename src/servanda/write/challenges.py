"""Each party's words for the same challenge → lines for a person, CSV for a spreadsheet, or JSON for a program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from servanda.codebook.encoding import encode
from servanda.view.challenges import Challenge, ChallengesPage, Saying
from servanda.write import terminal
from servanda.write.tables import guarded

_COLUMNS = ("challenge", "party", "words", "times", "speakers", "first_said", "first_in", "last_said", "last_in")


def write_challenges(page: ChallengesPage, form: str, stream: IO[str]) -> None:
    """Write the challenges.

    Args:
        page: the challenges.
        form: `table`, `csv` or `json`.
        stream: where to.
    """
    if form == "json":
        stream.write(encode(page).decode() + "\n")
    elif form == "csv":
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(_COLUMNS)
        table.writerows([guarded(cell) for cell in row] for challenge in page.challenges for row in _rows(challenge))
    else:
        for challenge in page.challenges:
            stream.writelines(f"{line}\n" for line in _lines(challenge))
        terminal.write_total("Assessments of challenges", page.total, stream)


def _named(challenge: Challenge) -> str:
    by = ", ".join(part.text for part in challenge.targets)
    return by or (f"{challenge.noun}, nobody named" if challenge.noun else "nobody named")


def _rows(challenge: Challenge) -> Iterator[tuple[str, ...]]:
    for voice in challenge.voices:
        for saying in voice.sayings:
            speakers = "; ".join(part.code for part in saying.speakers)
            dated = (saying.first.date, saying.first.id, saying.last.date, saying.last.id)
            yield (_named(challenge), voice.party.code, saying.words, str(saying.times), speakers, *dated)


def _lines(challenge: Challenge) -> Iterator[str]:
    yield f"Challenge: {_named(challenge)}"
    for voice in challenge.voices:
        yield f"  {voice.party.text}"
        yield from (f"    {_told(saying)}" for saying in voice.sayings)
    yield ""


def _told(saying: Saying) -> str:
    words = " ".join(saying.words.split())
    first, last = (source.published or source.title for source in (saying.first, saying.last))
    when = first if saying.times == 1 else f"{saying.times} times, first {first}, last {last}"
    return f"“{words}” ({when})"
