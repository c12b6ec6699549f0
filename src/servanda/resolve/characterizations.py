"""Words over time: which words are said, by whom, since when, and which of them the newest text of a series has no longer.

A series is adopted texts, or readouts, of the same parties. A word is no longer said where no spelling of it stands
anywhere in the newest text, not only where no record rests on it. What a word means is not asked.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from servanda.codebook import ActorId, DocumentId, RecordId
from servanda.lexicon.commonness import load_commonness
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.states import load_states
from servanda.resolve.variants import spelling_key

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHORTEST = 3
_LEAST_TEXTS = 2
_RAREST = 3 / 10_000
"""The share of promises that have a word which the table of common words does not know."""
_TELLING = -math.log(0.02)
_YEAR = 12
_MOST_PERIODS = 16
_LENGTHS = (1, 3, _YEAR)
_EMPTY = (
    "and", "but", "nor", "yet", "than", "then", "there", "here", "as", "also", "who", "which", "when", "including", "more", "most", "very", "much", "many", "such", "other", "others",
    "both", "between", "among", "not", "only", "well", "together", "further", "continue", "year", "years", "today",
    "committed", "commit", "commitment", "agreed", "agree", "pledged", "pledge", "promise", "promised", "reaffirmed",
    "reaffirm", "intend", "intends", "plan", "plans", "hope", "hopes", "look", "forward", "leaders", "sides", "two",
    "three", "president", "minister", "prime", "secretary", "countries", "country", "nations", "states", "government",
)  # fmt: skip
"""Words of the style of such texts, which characterize nothing: the firmness has a field of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One word in one record.

    Attributes:
        key: the word under all its spellings.
        spelling: as it stands there, in small letters.
        speakers: who says it.
        day: the first day on which its document can have been published; None where unknown.
        record: id of the record.
        document: id of the document.
        evaluates: whether it stands among evaluative words; else it stands in a clause that promises something.
    """

    key: str
    spelling: str
    speakers: tuple[ActorId, ...]
    day: date | None
    record: RecordId
    document: DocumentId
    evaluates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a series.

    Attributes:
        document: id of the document.
        day: when it was published.
        kind: what sort of text it is.
        parties: whose text it is.
        words: all words of the text, by key.
    """

    document: DocumentId
    day: date
    kind: str
    parties: tuple[ActorId, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A word that a series no longer has.

    Attributes:
        key: the word under all its spellings.
        spelling: the most usual one in the series.
        said: in how many texts of the series.
        first: id of the record where it stands first.
        last: id of the record where it stands last.
        after: the first text without it from which on no text has it.
        evaluates: whether it stood among evaluative words.
    """

    key: str
    spelling: str
    said: int
    first: RecordId
    last: RecordId
    after: Text
    evaluates: bool


def words_in(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text that are about something, each with its key, as they stand there in small letters."""
    for found in _WORD.finditer(text):
        spelling = found.group().lower().removesuffix("'s").removesuffix("’s")
        key = spelling_key(spelling)
        if len(spelling) >= _SHORTEST and key not in _empty_keys():
            yield key, spelling


def series_of(texts: Iterable[Text]) -> tuple[tuple[Text, ...], ...]:
    """Texts of one kind and the same parties, each series by day; adopted texts first, then those with most; single texts left out."""
    groups: defaultdict[tuple[str, tuple[ActorId, ...]], list[Text]] = defaultdict(list)
    for text in texts:
        groups[text.kind, text.parties].append(text)
    listed = [tuple(sorted(group, key=lambda text: (text.day, text.document))) for group in groups.values()]
    several = [group for group in listed if len(group) >= _LEAST_TEXTS]
    return tuple(sorted(several, key=lambda group: (group[0].kind, -len(group), group[0].parties)))


def silences_of(series: Sequence[Text], uses: Iterable[Use]) -> tuple[Silence, ...]:
    """The words that the newest text of a series no longer has, those first that most texts had and few promises have.

    A word of a promise counts where two texts or more had it and not every promise has it; an evaluative one also where
    one text had it.

    Args:
        series: texts of one kind and the same parties, by day.
        uses: words in their records.
    """
    places = {text.document: at for at, text in enumerate(series)}
    told: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.document in places:
            told[use.key].append(use)
    found = (_silence(key, listed, series, places) for key, listed in told.items() if key not in series[-1].words)
    kept = [silence for silence in found if silence is not None]
    return tuple(sorted(kept, key=lambda one: (-one.said * rarity_of(one.spelling), one.key)))


def rarity_of(spelling: str) -> float:
    """How rare a word is in promises at large: 0 for one that stands in each, 8 for one that hardly any has."""
    return -math.log(load_commonness().get(spelling, _RAREST))


def usual_spelling(uses: Iterable[Use]) -> tuple[str, tuple[str, ...]]:
    """The most usual spelling of one word, and all others."""
    spellings = Counter(use.spelling for use in uses)
    ordered = sorted(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    return ordered[0], tuple(ordered[1:])


def periods_of(days: Collection[date]) -> tuple[str, ...]:
    """The months, quarters or years that days lie in, without a gap: the shortest of which no more than sixteen do.

    A month is `2025-03`, a quarter `2025-Q1`, a year `2025`.
    """
    if not days:
        return ()
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    length = next(length for length in _LENGTHS if months <= length * _MOST_PERIODS or length == _YEAR)
    steps = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(dict.fromkeys(_named(step // 12, step % 12 + 1, length) for step in steps))


def period_of(day: date, periods: Sequence[str]) -> str:
    """Which of these periods a day lies in."""
    return next(name for length in _LENGTHS if (name := _named(day.year, day.month, length)) in periods)


def _named(year: int, month: int, length: int) -> str:
    if length == _YEAR:
        return f"{year}"
    return f"{year}-{month:02}" if length == 1 else f"{year}-Q{(month + 2) // 3}"


def _silence(key: str, uses: list[Use], series: Sequence[Text], places: Mapping[DocumentId, int]) -> Silence | None:
    said = {use.document for use in uses}
    evaluates = any(use.evaluates for use in uses)
    spelling, _ = usual_spelling(uses)
    if not evaluates and (len(said) < _LEAST_TEXTS or rarity_of(spelling) < _TELLING):
        return None
    latest = max(at for at, text in enumerate(series) if key in text.words or text.document in said)
    if latest == len(series) - 1:
        # A record may have as a word of its own what its text has as a part of one: its clause may begin behind a hyphen.
        return None
    ordered = sorted(uses, key=lambda use: (places[use.document], use.record))
    return Silence(
        key=key,
        spelling=spelling,
        said=len(said),
        first=ordered[0].record,
        last=ordered[-1].record,
        after=series[latest + 1],
        evaluates=evaluates,
    )


@cache
def _empty_keys() -> frozenset[str]:
    """Words that hold a sentence together, words of style, and the names of states: they characterize nothing."""
    grammar = load_grammar()
    classes = (grammar.prepositions, grammar.determiners, grammar.possessives, grammar.pronouns, grammar.auxiliaries)
    words = frozenset(_EMPTY).union(*classes, grammar.modals, grammar.negations)
    told = (
        name
        for state in load_states().values()
        for name in (state.name, *state.names, *state.adjectives, *state.capitals, *state.people)
    )
    # Of long names only what is no word of its own: a `democratic` or `new` order is not the name of a state.
    listed = (word for name in told for word in _WORD.findall(name) if " " not in name or word not in _OF_NAMES)
    return frozenset(spelling_key(word) for word in (*words, *listed))


_OF_NAMES = frozenset({
    "Democratic", "People", "People's", "Central", "New", "Socialist", "Islamic", "Independent", "Northern", "Western", "Great",
    "Ocean", "Coast", "Island", "Islands", "Federal", "Popular", "Cooperative", "Arab", "Free", "Good", "Port", "City", "Saint", "Grand", "White", "Union", "Sovereign",
})  # fmt: skip
