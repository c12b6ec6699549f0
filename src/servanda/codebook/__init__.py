"""The codebook: what the ledger records. See `docs.md`."""

from servanda.codebook.actors import Actor, Mention
from servanda.codebook.assessments import NARRATOR, Assessment
from servanda.codebook.commitments import Commitment, Exchange, Quantity
from servanda.codebook.documents import Document, Ground
from servanda.codebook.instruments import Instrument
from servanda.codebook.judgements import Judgement
from servanda.codebook.keys import ActorId, DocumentId, RecordId
from servanda.codebook.occasions import Occasion
from servanda.codebook.origins import Origin
from servanda.codebook.problems import Problem
from servanda.codebook.readings import KINDS, Reading, Record
from servanda.codebook.slots import Slot, stated, unclear, unstated
from servanda.codebook.spans import Span, Spans
from servanda.codebook.statements import Relay, Statement
from servanda.codebook.threads import Block, Link, Pair, Resolution, Standing, Thread
from servanda.codebook.times import When

__all__ = [
    "KINDS",
    "NARRATOR",
    "Actor",
    "ActorId",
    "Assessment",
    "Block",
    "Commitment",
    "Document",
    "DocumentId",
    "Exchange",
    "Ground",
    "Instrument",
    "Judgement",
    "Link",
    "Mention",
    "Occasion",
    "Origin",
    "Pair",
    "Problem",
    "Quantity",
    "Reading",
    "Record",
    "RecordId",
    "Relay",
    "Resolution",
    "Slot",
    "Span",
    "Spans",
    "Standing",
    "Statement",
    "Thread",
    "When",
    "stated",
    "unclear",
    "unstated",
]
