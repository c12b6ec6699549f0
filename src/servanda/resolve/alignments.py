"""Which sentence of a report tells of which sentence of the text: by rare words that both have, and by equal numbers.

A word counts by how few sentences of the text have it, so that the names of the parties and the words of every
communiqué weigh little. Weights come from the text alone: a further report changes nothing. A sentence of a report may
tell of several sentences of the text; each of its words tells of one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from servanda.codebook import Commitment, Span, Spans
from servanda.resolve.attributions import lines_about, names_in, naming
from servanda.resolve.layouts import Figure, Layout, Line, Word
from servanda.resolve.pairings import Alignment, same_figure

LEAST = 7.0
"""What the shared words of two sentences must weigh together: about two words that few sentences have."""
_FAINT = 0.18
_FIGURE = 5.0
_NEAR = 4.0
"""So much less may weigh a sentence that states the same rate, and of which more is told."""
_RAREST = 4.3
"""What a word weighs that one sentence alone has, however long the text is."""
_FAINTER = 0.5
"""How much less names of places and words of every communiqué tell."""
_NEIGHBORS = 1.5
_APART = 14
_REACH = 60
_PLAIN = 3
"""How many words of any sort make a sentence of a report that of a text, where no rare ones do."""


def align(text: Layout, news: Layout) -> tuple[Alignment, ...]:
    """The sentences of a report that tell of the text, in the order of the report, surest first within a sentence."""
    weights = weights_of(text)
    nouns = names_in(text, news)
    about = lines_about(text, news)
    index: dict[str, list[int]] = {}
    for at, line in enumerate(text.lines):
        for stem in _stems(line.words) if at or not _is_title(text, line) else ():
            index.setdefault(stem, []).append(at)
    found: list[Alignment] = []
    for line in news.lines:
        named = {at for word in naming(line, nouns) for at in (word.place - 1, word.place)}
        candidates = _candidates(line, index, text.lines)
        for unit in _units(news, line, named):
            found.extend(_of_unit(line, unit, candidates, weights))
    merged = (_with_terms(text, news, one, line_about=one.news.span.start in about) for one in _merged(found))
    sure = [one for one in merged if _is_enough(one) and _is_solid(one)]
    told = {one.news.span.start for one in sure}
    plain = (one for line in news.lines if line.span.start not in told for one in _plainly(text, line))
    sure.extend(_with_terms(text, news, one, line_about=one.news.span.start in about) for one in plain)
    return tuple(sorted(sure, key=lambda one: one.news.span.start))


def _plainly(text: Layout, line: Line) -> Iterator[Alignment]:
    """The one sentence of the text with most of a sentence's words, names and common words too, where no rare ones tell.

    `Their families may take up work` has no word that few texts have, and still says what one sentence says.
    """
    mine = _meanings(line.words)
    counted = sorted(
        (
            (len(mine.keys() & _meanings(one.words).keys()), -at)
            for at, one in enumerate(text.lines)
            if at or not _is_title(text, one)
        ),
        reverse=True,
    )
    most, second = (counted[at][0] if at < len(counted) else 0 for at in (0, 1))
    if not most:
        return
    best = text.lines[-counted[0][1]]
    if most < _PLAIN or most <= second or 2 * most < len(mine) or 3 * most < len(_meanings(best.words)):
        return
    shared = mine.keys() & _meanings(best.words).keys()
    yield Alignment(
        text=best,
        news=line,
        text_words=tuple(word for word in best.words if word.meaning in shared),
        news_words=tuple(word for word in line.words if word.meaning in shared),
        weight=float(most),
        figures=0.0,
        share=most / len(_meanings(best.words)),
    )


def _meanings(words: Sequence[Word]) -> Mapping[str, Word]:
    return {word.meaning: word for word in words if word.meaning}


def weights_of(text: Layout) -> Mapping[str, float]:
    """How much each stem and number of the text tells: the fewer sentences have it, the more."""
    counted = Counter(stem for line in text.lines for stem in _stems(line.words))
    faint = {word.stem for line in text.lines for word in line.words if word.tag == "PROPN" or word.is_formulaic}
    figures = Counter(key for line in text.lines for key in {figure_key(figure) for figure in line.figures})
    rarest = math.log(1 + len(text.lines))
    return {
        stem: _RAREST * math.log(1 + len(text.lines) / number) / rarest * (_FAINTER if stem in faint else 1)
        for stem, number in counted.items()
    } | {key: 1 / number for key, number in figures.items()}


def terms_at(layout: Layout, spans: Sequence[Span]) -> tuple[Commitment, ...]:
    """The commitments that most of these words belong to, in the order of the text."""
    counted = {
        term.id: sum(any(part.overlaps(span) for part in term.span) for span in spans)
        for term in layout.reading.commitments
    }
    most = max(counted.values(), default=0)
    return tuple(term for term in layout.reading.commitments if most and counted[term.id] * 2 > most)


def _is_enough(one: Alignment) -> bool:
    """Whether enough of the text's sentence is told; of a sentence with its number or its name, half of that."""
    return one.share >= (_FAINT / 2 if one.claims_text or one.figures else _FAINT)


def _is_solid(one: Alignment) -> bool:
    """Whether it rests on more than places and the words of every communiqué."""
    return len(one.solid) > 1 or (bool(one.solid) and (one.figures > 0 or one.claims_text))


def _stems(words: Sequence[Word]) -> set[str]:
    return {word.stem for word in words if word.stem}


def _is_title(text: Layout, line: Line) -> bool:
    return line.span.of(text.document.text).strip() == (text.document.title or "").strip()


def _candidates(line: Line, index: Mapping[str, Sequence[int]], lines: Sequence[Line]) -> list[Line]:
    places = {at for word in line.words if word.stem for at in index.get(word.stem, ())}
    return [lines[at] for at in sorted(places)]


def _units(news: Layout, line: Line, named: set[int]) -> Iterator[list[Word]]:
    """The words of each undertaking of the sentence, and those of none; a word belongs to the narrowest."""
    terms = [term for term in news.reading.commitments if any(part.overlaps(line.span) for part in term.span)]
    terms.sort(key=lambda term: (sum(len(part) for part in term.span), term.id))
    belongs: dict[str, list[Word]] = {}
    for word in line.words:
        if word.stem and word.place not in named:
            owner = next((t.id for t in terms if any(part.holds(word.span) for part in t.span)), "")
            belongs.setdefault(owner, []).append(word)
    yield from belongs.values()


def _of_unit(line: Line, unit: list[Word], candidates: list[Line], weights: Mapping[str, float]) -> Iterator[Alignment]:
    """The best of them first; the words that tell of it tell of no other."""
    taken: set[int] = set()
    waiting = list(candidates)
    while waiting:
        free = [word for word in unit if word.place not in taken]
        tried = [(found, one) for one in waiting if (found := _between(one, line, free, weights)) is not None]
        if not tried:
            return
        best, chosen = _best(tried)
        yield best
        taken.update(word.place for word in best.news_words)
        waiting = [one for _, one in tried if one is not chosen]


def _best(tried: Sequence[tuple[Alignment, Line]]) -> tuple[Alignment, Line]:
    """The weightiest; of several sentences that state the same rate the one of which most is told."""
    best = max(tried, key=lambda pair: (pair[0].weight, pair[0].share, -pair[1].span.start))
    if not 0 < best[0].figures < 1:
        return best
    rivals = [pair for pair in tried if pair[0].figures == best[0].figures and pair[0].weight + _NEAR >= best[0].weight]
    return max(rivals, key=lambda pair: (pair[0].share, -pair[1].span.start))


def _between(text: Line, news: Line, free: list[Word], weights: Mapping[str, float]) -> Alignment | None:
    """The two sentences as far as these words go; None where they share too little."""
    stems = _stems(text.words)
    for cluster in _clusters([word for word in free if word.stem in stems]):
        shared = {word.stem for word in cluster}
        told = sum(weights[stem] for stem in shared)
        figures = _shared_figures(text, news, cluster, weights)
        weight = told + _FIGURE * figures + _NEIGHBORS * _pairs(text, cluster)
        if weight >= LEAST and (len(shared) > 1 or figures == 1):
            return Alignment(
                text=text,
                news=news,
                text_words=tuple(word for word in text.words if word.stem in shared),
                news_words=tuple(cluster),
                weight=weight,
                figures=figures,
                share=told / sum(weights[stem] for stem in stems),
            )
    return None


def _merged(found: Sequence[Alignment]) -> Iterator[Alignment]:
    """One alignment for two sentences, whichever undertakings their words belong to."""
    together: dict[tuple[int, int], Alignment] = {}
    for one in found:
        key = (one.news.span.start, one.text.span.start)
        known = together.get(key)
        together[key] = one if known is None else _joined(known, one)
    yield from together.values()


def _joined(one: Alignment, other: Alignment) -> Alignment:
    return replace(
        one,
        text_words=tuple(sorted({*one.text_words, *other.text_words}, key=lambda word: word.place)),
        news_words=tuple(sorted({*one.news_words, *other.news_words}, key=lambda word: word.place)),
        weight=one.weight + other.weight,
        figures=max(one.figures, other.figures),
        share=min(1.0, one.share + other.share),
    )


def _with_terms(text: Layout, news: Layout, one: Alignment, *, line_about: bool) -> Alignment:
    return replace(
        one,
        text_terms=terms_at(text, [word.span for word in one.text_words]),
        news_terms=terms_at(news, [word.span for word in one.news_words]),
        claims_text=line_about,
    )


def _clusters(words: list[Word]) -> list[list[Word]]:
    """The words in runs without long gaps, the richest run first."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.place - runs[-1][-1].place <= _APART:
            runs[-1].append(word)
        else:
            runs.append([word])
    return sorted(runs, key=lambda run: (-len(_stems(run)), run[0].place))


def _shared_figures(text: Line, news: Line, cluster: list[Word], weights: Mapping[str, float]) -> float:
    """How much the numbers near the shared words tell that stand in the text's sentence too: the rarer, the more."""
    start, end = cluster[0].span.start - _REACH, cluster[-1].span.end + _REACH
    near = [figure for figure in news.figures if start <= figure.span.start <= end]
    shared = [figure for figure in near if any(same_figure(figure, other) for other in text.figures)]
    return sum(weights.get(figure_key(figure), 1.0) for figure in shared)


def figure_key(figure: Figure) -> str:
    """A number among the stems of the weights; no stem has a sign."""
    return f"={figure.value}{'%' if figure.kind == 'percent' else figure.unit}"


def _pairs(text: Line, cluster: list[Word]) -> int:
    """How many pairs of shared words stand beside each other in both sentences."""
    ordered = [word for word in text.words if word.stem]
    beside = {(one.stem, other.stem) for one, other in pairwise(ordered)}
    pairs = {(one.stem, other.stem) for one, other in pairwise(cluster)}
    return len(pairs & beside)


def words_in(words: Sequence[Word], terms: Sequence[Commitment]) -> Spans:
    """The words of one side: the undertaking that holds them all, else the stretch from the first to the last."""
    for term in terms:
        if all(any(part.holds(word.span) for part in term.span) for word in words):
            return term.span
    return (Span(words[0].span.start, words[-1].span.end),)
