import pytest

from factories import a_document
from servanda.codebook import Reading, Span, When
from servanda.resolve.identities import resolve
from servanda.resolve.sketches import sketch_of
from servanda.resolve.sources import Bearing, count_sources, sources_of

WIRE = (
    "Norway and Kenya agreed on Monday to build a shared port north of Mombasa, the two governments said after a day of talks. "
    "The harbor is to take ships of up to three hundred meters, and work on the first of its four quays starts in the spring of next year. "
    "Fishermen along the coast had asked for months that their landing places be kept, and a map released with the plan shows all of them untouched. "
    "A bank in Nairobi will handle the payments, which come in six parts over as many years and end once the last quay is open to traffic."
)
QUOTE = (
    "“We have waited for this day for longer than most of you have been in office, and I will not hide that there were nights in which nobody "
    "in this building believed that the two sides would ever put their names under the same sheet of paper,” the minister told reporters. "
)
OWN = (
    "It was raining when the delegations left the ministry in Oslo. None of the diplomats had slept, and the last open question, who would pay for dredging, "
    "was settled over breakfast. Ship owners in Bergen called the plan overdue. Opposition members want to see the figures before the budget is read in autumn. "
    + QUOTE
)
OTHER = (
    "Traders at the fish market of Mombasa had other worries. Diesel has become dearer since the summer, said three of them, and boats stay ashore. "
    "The port would change little about that for years to come, a professor of economics at the coast's university expects. "
    + QUOTE
)


def a_report(text, outlet, day="2024-05-02", agency=None):
    return a_document(text, outlet=outlet, published=When.parse(day), agency=agency)


COPIES = {
    "a wire copy under another title": (
        a_report(WIRE, "The Fjord"),
        a_report("Port deal done\n\n" + WIRE, "Coast Daily", "2024-05-03"),
    ),
    "a shortened copy": (a_report(WIRE, "The Fjord"), a_report(WIRE[: len(WIRE) * 2 // 3], "Coast Daily")),
    "a copy with sentences of its own": (a_report(WIRE, "The Fjord"), a_report(WIRE + " " + OWN, "Coast Daily")),
    "a rewrite that credits the agency": (
        a_report(WIRE, "The Fjord", agency="Northwire"),
        a_report(OTHER + WIRE[: len(WIRE) // 3], "Coast Daily", agency="Northwire"),
    ),
}

APART = {
    "two reports of one press conference": (a_report(OWN, "The Fjord"), a_report(OTHER, "Coast Daily")),
    "the same words a year later": (
        a_report(WIRE, "The Fjord"),
        a_report("Again.\n" + WIRE, "Coast Daily", "2025-05-02"),
    ),
    "a form that one office fills out anew": (
        a_report(WIRE, "Port Office"),
        a_report(WIRE.replace("Norway", "Chile").replace("Kenya", "Peru").replace("Mombasa", "Callao"), "Port Office"),
    ),
}


def threads_of(documents):
    readings = ((document, Reading(document=document.id, reader="tests", version="1")) for document in documents)
    return resolve("stories", readings).threads


@pytest.mark.parametrize("documents", COPIES.values(), ids=COPIES)
def test_a_copy_or_rewrite_is_the_same_story(documents):
    (thread,) = threads_of(documents)
    assert thread.records == tuple(sorted(document.id for document in documents))
    assert "own words" in thread.reason


@pytest.mark.parametrize("documents", APART.values(), ids=APART)
def test_what_is_told_anew_is_another_story(documents):
    assert threads_of(documents) == ()


def test_the_order_of_the_documents_does_not_matter():
    documents = [document for pair in (*COPIES.values(), *APART.values()) for document in pair]
    assert threads_of(documents) == threads_of(reversed(documents))


def test_quoted_words_are_kept_apart_from_a_reports_own():
    one, other = (sketch_of(document) for document in APART["two reports of one press conference"])
    assert one.quoted & other.quoted
    assert not one.own & other.own


def test_furniture_is_no_wording():
    document = a_document(WIRE, furniture=(Span(0, len(WIRE)),))
    assert not sketch_of(document).own


def test_the_numbers_of_a_wording_are_the_same_on_every_machine():
    assert sorted(sketch_of(a_document("Norway will buy three new ferries from Finland.")).own) == [
        204320778158061621,
        1162371524447867760,
        1464323907306371669,
        1794749320692870017,
    ]


@pytest.mark.parametrize("documents", COPIES.values(), ids=COPIES)
def test_copies_count_as_one_source(documents):
    (source,) = count_sources(documents)
    assert source.reasons


def test_reports_in_their_own_words_count_each():
    assert len(count_sources(APART["two reports of one press conference"])) == 2


def test_reports_of_one_outlet_count_once():
    (source,) = count_sources((a_report(OWN, "The Fjord"), a_report(OTHER, "The Fjord")))
    assert source.reasons == ("both are of the fjord",)


def test_two_that_credit_one_agency_are_one_source_though_each_adds_its_own():
    documents = (a_report(OWN, "The Fjord", agency="Northwire"), a_report(OTHER, "Coast Daily", agency="Northwire"))
    assert threads_of(documents) == ()
    (source,) = count_sources(documents)
    assert source.reasons == ("both credit Northwire",)


TAKEN = "The two governments will open a shared office for coastal safety in Kisumu before the rains begin in March"
BEARINGS = [
    ("both are of Fjord", {"outlet": "Fjord", "words": ("a",)}, {"outlet": "Fjord", "words": ("b",)}),
    ("both credit Northwire", {"outlet": "Fjord", "agency": "Northwire"}, {"outlet": "Coast", "agency": "Northwire"}),
    ("one report and its copies, or the text and a report that gives its words", {"story": "t-1"}, {"story": "t-1"}),
    ("the words that say it are the same in both", {"words": (TAKEN,)}, {"words": (f"Soon, {TAKEN.lower()}",)}),
    ("", {"words": (TAKEN,)}, {"words": ("Kenya and Norway plan an office for safety at sea",)}),
    ("", {"words": ("will support Kenya",)}, {"words": ("will support Kenya",)}),
    ("", {"words": (TAKEN,)}, {"words": (TAKEN,), "published": When.parse("2026-03-01")}),
    ("", {"outlet": "Fjord"}, {"outlet": "Coast"}),
]


@pytest.mark.parametrize(("reason", "one", "other"), BEARINGS)
def test_the_words_that_bear_a_record_have_so_many_sources(reason, one, other):
    day = {"published": When.parse("2024-03-04")}
    sources = sources_of([Bearing(document="d-1", **day | one), Bearing(document="d-2", **day | other)])
    assert [source.reasons for source in sources] == ([(reason,)] if reason else [(), ()])
