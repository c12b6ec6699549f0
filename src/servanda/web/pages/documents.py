"""The list of documents, and one document with its records."""

from __future__ import annotations

from fastapi import Request, Response

from servanda.view import document_page, documents_page
from servanda.web.answers import answer, ledger_of
from servanda.web.queries import parse_query, refuse_unknown
from servanda.web.routes import Route


def show_documents(request: Request) -> Response:
    """The documents, narrowed."""
    query = parse_query("documents", request.query_params)
    return answer(request, "documents", documents_page(ledger_of(request), query), "documents")


def show_document(request: Request) -> Response:
    """One document; `?record=` marks the single fields of that record too."""
    refuse_unknown(request.query_params, "record")
    focus = request.query_params.get("record", "")
    return answer(request, "document", document_page(ledger_of(request), request.path_params["id"], focus), "documents")


ROUTES = (Route("/documents", show_documents), Route("/documents/{id}", show_document))
