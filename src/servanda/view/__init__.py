"""The pages of the ledger as plain records. See `docs.md`."""

from servanda.view.about import AboutPage, about_page
from servanda.view.actors import ActorPage, ActorsPage, actor_page, actors_page
from servanda.view.agreements import Agreement, AgreementPage, agreement_page
from servanda.view.calendars import CalendarPage, calendar_page
from servanda.view.commitments import CommitmentPage, commitment_page
from servanda.view.documents import DocumentPage, DocumentsPage, document_page, documents_page
from servanda.view.fields import Field, Part
from servanda.view.instruments import InstrumentPage, instrument_page
from servanda.view.judgements import Opinion
from servanda.view.judging import judgement_for
from servanda.view.networks import Network, network_page
from servanda.view.passages import Passage
from servanda.view.problems import ProblemsPage, problems_page
from servanda.view.queues import Item, review_queue
from servanda.view.records import RecordPage, record_page
from servanda.view.relationships import (
    RelationshipPage,
    RelationshipsPage,
    relationship_page,
    relationships_page,
)
from servanda.view.sheets import judgements_on
from servanda.view.sources import Source
from servanda.view.tables import LedgerPage, Row, ledger_page
from servanda.view.threads import ThreadPage, thread_page

__all__ = [
    "AboutPage",
    "ActorPage",
    "ActorsPage",
    "Agreement",
    "AgreementPage",
    "CalendarPage",
    "CommitmentPage",
    "DocumentPage",
    "DocumentsPage",
    "Field",
    "InstrumentPage",
    "Item",
    "LedgerPage",
    "Network",
    "Opinion",
    "Part",
    "Passage",
    "ProblemsPage",
    "RecordPage",
    "RelationshipPage",
    "RelationshipsPage",
    "Row",
    "Source",
    "ThreadPage",
    "about_page",
    "actor_page",
    "actors_page",
    "agreement_page",
    "calendar_page",
    "commitment_page",
    "document_page",
    "documents_page",
    "instrument_page",
    "judgement_for",
    "judgements_on",
    "ledger_page",
    "network_page",
    "problems_page",
    "record_page",
    "relationship_page",
    "relationships_page",
    "review_queue",
    "thread_page",
]
