"""Which documents a text can be compared with, and the comparison where some were chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.codebook import DocumentId
from servanda.codebook.vocabulary import DocumentKind
from servanda.store import DocumentHead, Ledger, Query
from servanda.view.comparisons import ComparisonPage, find_comparison
from servanda.view.sources import source_of

_OFFERED = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document that can be chosen.

    Attributes:
        id: its id.
        name: title, outlet and day.
        is_text: whether it is a text that parties issued, not a report.
        chosen: `text`, `news` or empty.
    """

    id: DocumentId
    name: str
    is_text: bool
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePage:
    """Documents to choose from, and their comparison.

    Attributes:
        candidates: the documents to choose from, texts first, then the newest first; those that are chosen always.
        left: how many documents are not among them.
        search: the words by which they are narrowed.
        comparison: the comparison; None where no text and report are chosen yet.
    """

    candidates: tuple[Candidate, ...]
    left: int
    search: str
    comparison: ComparisonPage | None


def choice_page(ledger: Ledger, text: DocumentId, news: Sequence[DocumentId], search: str = "") -> ChoicePage | None:
    """Documents to choose from, and their comparison; None where one that was chosen is not in the ledger.

    Args:
        ledger: the ledger.
        text: id of the text; empty where none is chosen yet.
        news: ids of the reports.
        search: words in the documents that are offered.
    """
    compared = find_comparison(ledger, text, news) if text and news else None
    if text and news and compared is None:
        return None
    query = Query(search=search or None, limit=_OFFERED)
    heads = ledger.find_documents(query)
    named = {compared.text.source.id: "text"} if compared else {text: "text"} if text else {}
    named |= {report.source.id: "news" for report in compared.reports} if compared else dict.fromkeys(news, "news")
    offered = [_candidate(head, named.get(head.id, "")) for head in heads]
    missing = [
        _of_chosen(ledger, key, chosen) for key, chosen in named.items() if key not in {one.id for one in offered}
    ]
    listed = [one for one in missing if one is not None] + sorted(offered, key=lambda one: not one.is_text)
    left = ledger.count_documents(query) - len(heads)
    return ChoicePage(candidates=tuple(listed), left=max(0, left), search=search, comparison=compared)


def _candidate(head: DocumentHead, chosen: str) -> Candidate:
    source = source_of(head)
    name = ", ".join(part for part in (source.title, source.outlet, source.published) if part)
    return Candidate(id=head.id, name=name, is_text=head.kind is not DocumentKind.NEWS, chosen=chosen)


def _of_chosen(ledger: Ledger, key: DocumentId, chosen: str) -> Candidate | None:
    document = ledger.find_document(key)
    if document is None:
        return None
    source = source_of(document)
    name = ", ".join(part for part in (source.title, source.outlet, source.published) if part)
    return Candidate(id=document.id, name=name, is_text=document.kind is not DocumentKind.NEWS, chosen=chosen)
