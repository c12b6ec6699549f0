"""Words over time, as lines for a person, a table for a spreadsheet, or JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from servanda.view.series import Series
from servanda.view.words import WordRow, WordsPage
from servanda.write.followings import Row, placed, write_csv, write_json
from servanda.write.terminal import Column, write_rows

_COLUMNS = ("word", "variants", "evaluates", "period", "times", "total", "voices", "first", "first_sentence", "last", "last_sentence")  # fmt: skip
_MOST_VOICES = 3
_MOST_PERIODS = 6
_YEAR = len("2025")


def write_words(page: WordsPage, form: str, stream: IO[str]) -> None:
    """Write words over time.

    Args:
        page: the words.
        form: `table`, `csv` (a line for each word and period) or `json`.
        stream: where to.
    """
    if form == "json":
        write_json(page, stream)
    elif form == "csv":
        write_csv(_COLUMNS, _csv_rows(page), stream)
    else:
        _write_table(page, stream)


def _write_table(page: WordsPage, stream: IO[str]) -> None:
    between = f" {' and '.join(page.parties)}:" if page.parties else ""
    stream.write(f"Words:{between} {page.assessments:,} assessments and {page.commitments:,} commitments\n")
    for evaluates, heading in ((True, "Evaluative words"), (False, "Words of promises")):
        rows = [row for row in page.rows if row.evaluates is evaluates]
        if rows:
            stream.write(f"\n{heading}\n")
            periods = _shown(page.periods)
            columns = (
                Column("word", wraps=True),
                Column("times", is_number=True),
                Column("by whom, since", wraps=True),
            )
            numbers = tuple(Column(period, is_number=True) for period in periods)
            write_rows((*columns, *numbers), (_row(row, page.periods, periods) for row in rows), stream)
    for series in page.series:
        stream.writelines(f"{line}\n" for line in _series(series))


def _shown(periods: tuple[str, ...]) -> tuple[str, ...]:
    """The periods that a terminal has room for: years, where the others are many."""
    return periods if len(periods) <= _MOST_PERIODS else tuple(dict.fromkeys(period[:_YEAR] for period in periods))


def _row(row: WordRow, periods: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    word = f"{row.word} ({', '.join(row.variants)})" if row.variants else row.word
    counts = dict.fromkeys(shown, 0)
    for period, times in zip(periods, row.counts, strict=True):
        counts[period if period in counts else period[:_YEAR]] += times
    return word, f"{row.total}", _voices(row), *(str(number or "·") for number in counts.values())


def _voices(row: WordRow) -> str:
    told = [f"{voice.name} {voice.times} since {voice.since or 'unknown'}" for voice in row.voices[:_MOST_VOICES]]
    others = len(row.voices) - _MOST_VOICES
    return "; ".join(told) + (f"; {others} more" if others > 0 else "")


def _series(series: Series) -> Iterator[str]:
    yield f"\nSeries: {series.texts} texts ({series.kind}) of {', '.join(series.parties)}, {series.first} to {series.newest}"
    yield f"Not in the newest, “{series.newest_title}”: {len(series.silences) or 'nothing that was said twice'}"
    for row in series.silences:
        yield f"  {row.word}: in {row.said} of {series.texts} texts; no longer said since {row.since_words}"
        yield f"    last: “{row.last.sentence}”"
        yield f"          {placed(row.last.source)}"


def _csv_rows(page: WordsPage) -> Iterator[Row]:
    for row in page.rows:
        for period, times in zip(page.periods, row.counts, strict=True):
            yield {
                "word": row.word,
                "variants": "; ".join(row.variants),
                "evaluates": row.evaluates,
                "period": period,
                "times": times,
                "total": row.total,
                "voices": "; ".join(f"{voice.name} {voice.times}" for voice in row.voices),
                "first": row.first.source.date,
                "first_sentence": row.first.sentence,
                "last": row.last.source.date,
                "last_sentence": row.last.sentence,
            }
