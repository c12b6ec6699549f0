"""What a row is on the pages that have rows: for their spreadsheets and feeds."""

from __future__ import annotations

from servanda.view import ActorsPage, DocumentsPage, LedgerPage, ProblemsPage, Row
from servanda.web.extracts import Extract, Line
from servanda.web.following_outlines import FOLLOWED
from servanda.web.links import link_to
from servanda.web.outlines import OUTLINES, cell_of

_PLACE = ("id", "document", "title", "outlet", "published", "evidence")


def extract_of(page: object) -> Extract | None:
    """The rows of a page; None for a page that has none."""
    match page:
        case LedgerPage():
            return Extract(title=page.title, columns=_record_columns(page), lines=tuple(map(_of_record, page.rows)))
        case DocumentsPage():
            return _documents(page)
        case ActorsPage():
            return _actors(page)
        case ProblemsPage():
            return _problems(page)
        case _:
            outline = OUTLINES.get(type(page)) or FOLLOWED.get(type(page))
            return outline(page) if outline else None


def _record_columns(page: LedgerPage) -> tuple[str, ...]:
    shown = [field.slot for row in page.rows[:1] for field in row.fields]
    return (*_PLACE, *(shown or [choice.slot for choice in page.choices if choice.chosen]), "judged")


def _of_record(row: Row) -> Line:
    words = " […] ".join("".join(piece.text for piece in passage.segments) for passage in row.passages)
    source, cells = row.source, tuple(cell_of(field) for field in row.fields)
    said = [text for field, text in zip(row.fields, cells, strict=True) if text and field.known == "stated"]
    return Line(
        id=row.id,
        title=" · ".join([*said[:4], source.title]),
        words=words,
        path=link_to("record", row.id),
        day=source.date[:10],
        cells=(row.id, source.id, source.title, source.outlet, source.date, words, *cells, "; ".join(row.judged)),
    )


def _documents(page: DocumentsPage) -> Extract:
    kinds = tuple(kind for kind, _ in page.rows[0].counts) if page.rows else ()
    lines = tuple(
        Line(
            id=row.source.id,
            title=row.source.title,
            words=", ".join(filter(None, (row.source.outlet, row.source.published))),
            path=link_to("document", row.source.id),
            day=row.source.date[:10],
            cells=(
                *(row.source.id, row.source.title, row.source.outlet, row.source.date, row.kind, row.location),
                *(str(count) for _, count in row.counts),
            ),
        )
        for row in page.rows
    )
    columns = ("id", "title", "outlet", "published", "kind", "location", *kinds)
    return Extract(title="Documents", columns=columns, lines=lines)


def _actors(page: ActorsPage) -> Extract:
    columns = ("id", "name", "kind", "owes", "owed", "said", "mentions", "documents")
    lines = tuple(
        Line(
            id=row.id,
            title=row.name,
            words=f"{row.kind}, in {row.documents} documents",
            path=link_to("actor", row.id),
            day="",
            cells=tuple(str(getattr(row, column)) for column in columns),
        )
        for row in page.rows
    )
    return Extract(title="Actors", columns=columns, lines=lines)


def _problems(page: ProblemsPage) -> Extract:
    lines = tuple(
        Line(
            id=problem.id,
            title=problem.message,
            words=problem.location or "",
            path="/problems",
            day="",
            cells=(problem.code, problem.location or "", problem.document or "", problem.message),
        )
        for problem in page.problems
    )
    return Extract(title="Problems", columns=("code", "location", "document", "message"), lines=lines)
