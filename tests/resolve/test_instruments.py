import pytest

from factories import ORIGIN, a_document
from marks import unmark
from servanda.codebook import Instrument, Reading, When, stated
from servanda.codebook.vocabulary import DocumentKind, InstrumentKind
from servanda.resolve.identities import resolve

SHEET = InstrumentKind.FACT_SHEET


def a_report(  # noqa: PLR0913, PLR0917 - a row of a table
    published,
    marked,
    parties=(),
    date=None,
    kind=InstrumentKind.AGREEMENT,
    outlet="The Example",
    sort=DocumentKind.NEWS,
):
    """A document with one instrument: the words in `<i>`, and whose it is."""
    text, marks = unmark(marked)
    document = a_document(text, published=When.parse(published), outlet=outlet, kind=sort, title="")
    span = marks["i"]
    instrument = Instrument(
        document=document.id,
        name="paper",
        kind=stated(kind, span),
        span=span,
        origin=ORIGIN,
        **({"parties": stated(tuple(parties), span)} if parties else {}),
        **({"date": stated(When.parse(date), span)} if date else {}),
    )
    return document, Reading(document=document.id, reader="tests", version="1", instruments=(instrument,))


TEXT = a_report(
    "2024-03-13",
    "<i>Joint Fact Sheet of Korea and Canada</i>",
    ("KOR", "CAN"),
    "2024-03-13",
    SHEET,
    "Ottawa",
    DocumentKind.INSTRUMENT,
)

ONE = {
    "a name of its own": (
        a_report("2024-03-06", "<i>the Lagoon Ports Convention</i>", (), kind=InstrumentKind.TREATY),
        a_report(
            "2019-03-06", "bound by <i>the Lagoon Ports Convention</i>", ("NOR", "KEN"), kind=InstrumentKind.TREATY
        ),
    ),
    "named after the place where it was made": (
        a_report("2024-03-06", "<i>the Nairobi Agreement</i>"),
        a_report("2022-03-06", "parties to <i>the Nairobi Agreement</i>", ("NOR", "KEN")),
    ),
    "by its initials": (
        a_report("2024-03-06", "<i>LAPCO</i>", kind=InstrumentKind.TREATY),
        a_report("2022-03-06", "ratified <i>LAPCO</i>", ("NOR", "KEN"), kind=InstrumentKind.TREATY),
    ),
    "the same parties and day": (
        a_report("2024-03-06", "<i>a trade deal with Kenya</i>", ("NOR", "KEN"), "2024-03-05"),
        a_report("2024-03-09", "<i>the deal</i>", ("NOR", "KEN"), "2024-03-05"),
    ),
    "the text itself and a report of it": (
        TEXT,
        a_report("2024-03-20", "<i>the joint fact sheet</i> says", ("CAN", "KOR"), kind=SHEET),
    ),
    "the text itself and a report of the month after": (
        TEXT,
        a_report("2024-04-20", "<i>a recent joint fact sheet</i> says", ("CAN", "KOR"), kind=SHEET),
    ),
    "the text itself and a report across the date line": (
        TEXT,
        a_report(
            "2024-03-14",
            "<i>a joint fact sheet</i> was released",
            ("CAN", "KOR"),
            "2024-03-14",
            SHEET,
            "Han River Daily",
        ),
    ),
}

TWO = {
    "two texts of the same two": (
        TEXT,
        a_report("2024-09-13", "<i>Joint Fact Sheet of Canada and Korea</i>", ("KOR", "CAN"), "2024-09-13", SHEET, "Ottawa", DocumentKind.INSTRUMENT),
    ),
    "a report long after": (TEXT, a_report("2025-03-20", "<i>a joint fact sheet</i>", ("CAN", "KOR"), kind=SHEET)),
    "a report from before": (TEXT, a_report("2024-03-01", "plan <i>a joint fact sheet</i>", ("CAN", "KOR"), kind=SHEET)),
    "another kind": (TEXT, a_report("2024-03-20", "<i>the trade deal</i>", ("CAN", "KOR"))),
    "other parties": (TEXT, a_report("2024-03-20", "<i>the joint fact sheet</i>", ("CAN", "JPN"), kind=SHEET)),
    "two years": (
        a_report("2024-03-06", "<i>the 2019 Nairobi Agreement</i>"),
        a_report("2024-03-07", "<i>the 2023 Nairobi Agreement</i>"),
    ),
    "a word that says little": (
        a_report("2024-03-06", "<i>the Procurement Agreement</i>", ("NOR", "KEN")),
        a_report("2022-03-06", "<i>a Procurement Agreement</i>"),
    ),
    "names that only overlap": (
        a_report("2024-03-06", "<i>the Lagoon Ports Convention</i>", kind=InstrumentKind.TREATY),
        a_report("2024-03-07", "<i>the Lagoon Fisheries Inspection Convention</i>", kind=InstrumentKind.TREATY),
    ),
}  # fmt: skip


@pytest.mark.parametrize("readings", ONE.values(), ids=ONE)
def test_one_instrument_named_twice_is_one(readings):
    (thread,) = resolve("instruments", readings).threads
    assert thread.records == tuple(sorted(reading.instruments[0].id for _, reading in readings))
    assert thread.reason


@pytest.mark.parametrize("readings", TWO.values(), ids=TWO)
def test_what_may_be_two_instruments_is_not_joined(readings):
    assert resolve("instruments", readings).threads == ()


def test_the_order_of_the_documents_does_not_matter():
    readings = [reading for pair in (*ONE.values(), *TWO.values()) for reading in pair]
    assert resolve("instruments", readings) == resolve("instruments", reversed(readings))


def test_two_texts_that_a_report_may_mean_leave_it_alone():
    other = a_report(
        "2024-03-18",
        "<i>Joint Fact Sheet of Canada and Korea</i>",
        ("KOR", "CAN"),
        "2024-03-18",
        SHEET,
        "Ottawa",
        DocumentKind.INSTRUMENT,
    )
    report = a_report("2024-03-20", "<i>the joint fact sheet</i> says", ("CAN", "KOR"), kind=SHEET)
    assert resolve("instruments", (TEXT, other, report)).threads == ()
