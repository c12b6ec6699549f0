"""The coded texts against the news that came soon after them: every sort of change must be found somewhere.

Which text and which report it is makes no difference here: all are held against all that came within six weeks.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from servanda.codebook.vocabulary import DocumentKind
from servanda.pipeline import code, fetch_documents
from servanda.resolve.comparisons import compare_texts
from servanda.view.layouts import layout_of

SHARED = Path(__file__).parents[2] / "shared"
NEWS, TEXTS = SHARED / "seeds", SHARED / "gold"

WANTED = {
    *("summed number", "added number", "dropped number", "dropped cap", "dropped condition"),
    *("strengthened firmness", "weakened firmness", "added exchange", "added characterization", "substituted words"),
}


@pytest.mark.slow
@pytest.mark.skipif(not NEWS.exists() or not TEXTS.exists(), reason="the coded texts are not beside this checkout")
def test_every_sort_of_change_is_found_in_news_of_adopted_texts():
    texts = [pair for pair in _read(TEXTS) if pair[0].kind is DocumentKind.INSTRUMENT]
    news = [pair for pair in _read(NEWS) if pair[0].kind is DocumentKind.NEWS]
    found = {
        f"{one.happening} {one.aspect}"
        for text in texts
        for report in news
        if text[0].published and timedelta(0) <= report[0].published.start - text[0].published.start < timedelta(42)
        for one in compare_texts(layout_of(*text), (layout_of(*report),)).findings
        if one.news
    }
    assert not WANTED - found


def _read(folder):
    outcomes = code(fetch_documents([str(folder)]))
    return [(one.document, one.reading) for one in outcomes if one.reading is not None]
