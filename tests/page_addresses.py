"""An address of every page of the sample ledger: what the browser opens, what accessibility is checked on, what is weighed."""

from datetime import UTC, datetime

from sample_ledgers import a_hostile_document, a_report, an_adopted_text

DOCUMENT, READING = a_report()
BUY, PAY, NO = READING.commitments
HOSTILE_DOCUMENT = a_hostile_document()[0]

READERS = {
    "front": "/",
    "relationship": "/relationships/NOR-FIN",
    "changes": "/changes?since=2024-01-01&until=2024-12-31",
    "changes with nothing": "/changes",
    "due": "/due?on=2024-06-01&within=0&alone=yes",
    "thread": f"/threads/{PAY.id}",
    "commitments": "/commitments",
    "chosen columns": "/commitments?columns=act,exchange,statement",
    "statements": "/statements",
    "occasions": "/occasions",
    "calendar": "/occasions/calendar",
    "calendar of a year": "/occasions/calendar/2024",
    "instruments": "/instruments",
    "instrument": f"/instruments/{READING.instruments[0].id}",
    "assessments": "/assessments",
    "documents": "/documents",
    "document": f"/documents/{DOCUMENT.id}",
    "document with a record": f"/documents/{DOCUMENT.id}?record={BUY.id}",
    "hostile document": f"/documents/{HOSTILE_DOCUMENT.id}",
    **{f"record {record.id[0]}": f"/records/{record.id}" for record in READING.records()},
    "actors": "/actors",
    "actor": "/actors/NOR",
    "person": "/actors/kari-dahl",
    "network": "/network",
    "language": "/language",
    "language of two": "/language/NOR-FIN",
    "challenges": "/challenges",
    "compare": f"/compare?text={an_adopted_text()[0].id}&news={DOCUMENT.id}",
    "compare nothing yet": "/compare",
    "review": "/review",
    "agreement": "/review/agreement",
    "pair": f"/review/pairs?one={BUY.id}&other={PAY.id}",
    "problems": "/problems",
    "about": "/about",
    "as of a day": f"/as-known-on/{datetime.now(UTC).date()}/commitments",
    "as of no day": "/as-known-on?day=nothing",
    "nowhere": "/nowhere",
    "misasked": "/?act=fly",
}
"""Pages that everybody may read."""

REVIEWERS = {
    "queue to judge": "/review",
    "record to judge": f"/review/records/{BUY.id}",
    "judged record": f"/review/records/{PAY.id}",
    "pair to judge": READERS["pair"],
    "document to correct": READERS["document"],
}
"""Pages as those see them who may review."""
