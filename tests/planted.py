"""Reports with planted errors beside the texts that they report on, and what a comparison finds of them.

A file of `tests/resolve/planted/` is a text, a line of `=`, and a report of which every sentence says what was planted
in it: `date| The talks begin in <x>May</x>.` `ok` is what the text says too, `past` is told of other things. All is our
own prose.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from marks import unmark
from servanda.codebook import Document, Span, When
from servanda.reading.readers import read_document
from servanda.resolve.comparisons import compare_texts
from servanda.view.layouts import layout_of

FOLDER = Path(__file__).parent / "resolve" / "planted"
TRUE = ("ok", "past")

_CHANGES = {"changed", "added", "misplaced", "substituted", "rounded", "strengthened", "weakened", "reversed"}
_FINDS = {
    "number": {"changed number", "changed cap", "changed words", "added number", "misplaced number", "changed time"},
    "moved": {"changed number", "changed cap", "added number", "misplaced number"},
    "date": {"changed deadline", "changed time", "added time", "changed number", "substituted words"},
    "negation": {"reversed term"},
    "parties": {"changed party"},
    "words": {"substituted words", "added words", "added quality", "changed party", "added term"},
    "quotation": {"changed quotation", "added quotation", "added characterization"},
    "firmness": {"strengthened firmness", "weakened firmness"},
    "invented": {"added term"},
    "condition": {"dropped condition", "dropped cap", "dropped deadline", "changed condition", "added condition"},
    "sum": {"summed number"},
    "exchange": {"added exchange"},
}
_IN_SENTENCE = {"negation", "parties", "firmness", "condition", "exchange"}
"""Where any word of the sentence may be shown: which one bears a `not` is open."""


@dataclass(frozen=True)
class Planted:
    """A sentence of a report: what was planted in it, where it stands, and the planted words."""

    sort: str
    line: Span
    words: tuple[Span, ...]


@dataclass(frozen=True)
class Outcome:
    """A sentence, and the findings in it: `changed number` and the reason."""

    name: str
    planted: Planted
    sentence: str
    findings: tuple[tuple[str, str], ...]
    is_found: bool


def outcomes_of(path):
    """Each sentence of one report with what was found in it."""
    first, second = path.read_text(encoding="utf-8").split("\n=====\n")
    text = _document(first)
    news, planted = _report(second)
    found = compare_texts(*((_layout(text)), (_layout(news),))).findings
    return [_outcome(path.stem, news, one, [f for f in found if f.news]) for one in planted]


def tally(outcomes):
    """Of each sort: how many were planted, how many found; for the true ones, how many were blamed."""
    planted = Counter(one.planted.sort for one in outcomes)
    found = Counter(one.planted.sort for one in outcomes if one.is_found)
    return {sort: (found[sort], planted[sort]) for sort in sorted(planted)}


def _outcome(name, news, planted, found):
    inside = [one for one in found if any(planted.line.holds(span) for span in one.news_spans)]
    labels = [(f"{one.happening} {one.aspect}", one) for one in inside]
    if planted.sort in TRUE:
        is_found = any(label.split()[0] in _CHANGES - {"rounded"} for label, _ in labels)
    else:
        wanted = [one for label, one in labels if label in _FINDS[planted.sort]]
        at_words = [one for one in wanted if any(s.overlaps(w) for s in one.news_spans for w in planted.words)]
        is_found = bool(wanted if planted.sort in _IN_SENTENCE else at_words)
    told = tuple(
        (label, f"{one.reason} [{' … '.join(s.of(news.text) for s in one.news_spans)}]") for label, one in labels
    )
    return Outcome(name, planted, planted.line.of(news.text), told, is_found)


def _document(written):
    title, day, *rest = written.strip().split("\n")
    return Document(text="\n".join([title, *rest]), title=title, published=When.parse(day))


def _report(written):
    title, day, *rest = written.strip().split("\n")
    text, planted = title, []
    for line in rest:
        if not line:
            text += "\n\n"
            continue
        sort, _, marked = line.partition("| ")
        sentence, spans = unmark(marked)
        text += "" if text.endswith("\n") else " "
        start = len(text)
        text += sentence
        words = tuple(Span(start + s.start, start + s.end) for s in spans.get("x", ()))
        planted.append(Planted(sort, Span(start, len(text)), words))
    return Document(text=text, title=title, published=When.parse(day), outlet="Evening Post"), planted


def _layout(document):
    return layout_of(document, read_document(document))
