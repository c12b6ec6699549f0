"""What a person types as filters: what it stands for, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from sample_ledgers import a_report, make_ledger
from servanda.store import Ledger, Query
from servanda.view.questions import UnaskableError, fields_asked, settled


@pytest.fixture(scope="module", name="ledger")
def _ledger(tmp_path_factory):
    path = make_ledger(Path(tmp_path_factory.mktemp("ledger")) / "sample.db")
    with Ledger.open(path, create=False) as ledger:
        yield ledger


STANDS_FOR = [
    ("JPN", "JPN"),
    ("Japan", "JPN"),
    pytest.param("south korea", "KOR", id="however it is capitalized"),
    pytest.param("kor", "KOR", id="an id however it is capitalized"),
    pytest.param("Coast Guard Command", "PHL/coast-guard-command-of-the-archipelago", id="the name of a body"),
    pytest.param("BRA", "BRA", id="a state that the ledger does not mention"),
    pytest.param("narrator", "narrator", id="the reporter"),
]


@pytest.mark.parametrize(("typed", "actor"), STANDS_FOR)
def test_an_actor_is_named_by_its_id_or_its_name(ledger, typed, actor):
    assert settled(ledger, "commitments", Query(debtor=typed)).debtor == actor


def test_a_document_is_named_by_the_beginning_of_its_id(ledger):
    document, _ = a_report()
    assert settled(ledger, "statements", Query(document=document.id[:8])).document == document.id


WHERE = [  # the kind, what is typed, and how many records of the sample it leaves
    ("commitments", ["novelty=new"]),
    ("commitments", ["states=deadline", "polarity=+"]),
    ("occasions", ["type=CONSULT", "kind=talks"]),
    ("instruments", [" kind = agreement "]),
    ("assessments", ["about=relationship"]),
    ("statements", ["mode=indirect", "method=rule", "language=en"]),
    ("actors", ["kind=state"]),
    ("documents", ["kind=news"]),
]


@pytest.mark.parametrize(("kind", "typed"), WHERE)
def test_any_field_may_be_asked_for(ledger, kind, typed):
    told = fields_asked(kind, typed)
    query = settled(ledger, kind, Query(**told, limit=1_000))
    found = ledger.find_documents(query) if kind == "documents" else ledger.find_records(kind, query)
    everything = (
        ledger.find_documents(Query()) if kind == "documents" else ledger.find_records(kind, Query(limit=1_000))
    )
    held = [one for one in everything if all(_holds(one, name, value) for name, value in told.items())]
    assert list(found) == held
    assert held


def _holds(one, name, value):
    if name == "states":
        return getattr(one.record, value).is_stated
    of = one.document if name == "language" else one.record.origin if name == "method" else getattr(one, "record", one)
    told = getattr(of, name)
    return str(getattr(told, "value", told) if not isinstance(told, str) else told) == value


NOWHERE = [
    ("commitments", ["novelty"], "--where takes FIELD=VALUE, such as novelty=new, not 'novelty'."),
    ("commitments", ["valence=+"], "--where knows no field 'valence' of commitments; it knows novelty, "),
    ("commitments", ["novelty=newish"], "--where novelty takes "),
    ("statements", ["states=deadline"], "--where states takes "),
    ("occasions", ["kind=talks", "kind=visit"], "--where takes one value of kind, not 'talks' and 'visit'."),
    ("commitments", ["wording=will", "wording=shall"], "--where takes one value of wording, not 'will' and 'shall'."),
    ("documents", ["wording=will"], "--where knows no field 'wording' of documents; it knows novelty, "),
    ("problems", ["novelty=new"], "--where knows no field 'novelty' of problems; it knows none."),
]


@pytest.mark.parametrize(("kind", "typed", "said"), NOWHERE)
def test_a_field_that_cannot_be_asked_for_is_refused_in_one_sentence(kind, typed, said):
    with pytest.raises(UnaskableError) as refused:
        fields_asked(kind, typed)
    assert str(refused.value).startswith(said)


def test_a_state_is_asked_for_by_its_name(ledger):
    assert settled(ledger, "actors", Query(state="South Korea")).state == "KOR"


@pytest.mark.parametrize(
    ("kind", "link"), [("commitments", "instrument"), ("commitments", "statement"), ("statements", "occasion")]
)
def test_a_record_is_asked_for_by_the_beginning_of_its_id(ledger, kind, link):
    whole = ledger.find_records(f"{link}s")[0].record.id
    assert getattr(settled(ledger, kind, Query(**{link: whole[:12]})), link) == whole
    for typed in ("x-0", ledger.find_records("actors")[0].record.id):
        with pytest.raises(UnaskableError, match=f"No one {link} of the ledger has an id that begins with {typed}"):
            settled(ledger, kind, Query(**{link: typed}))


REFUSED = [
    ("commitments", Query(act="inveest"), "--act takes invest, "),
    ("commitments", Query(status="adopted"), "not 'adopted'"),
    ("documents", Query(status="ajar"), "not 'ajar'"),
    ("statements", Query(debtor="NOR"), "--debtor does not narrow statements; it narrows commitments and documents."),
    ("problems", Query(search="empty"), "--search does not narrow problems"),
    ("commitments", Query(debtor="Korea"), "Several actors are called 'Korea': North Korea is PRK, South Korea is KOR"),
    ("commitments", Query(debtor="Atlantis"), "No actor is called 'Atlantis'."),
    ("commitments", Query(document="d-none"), "No one document of the ledger has an id that begins with d-none."),
    (
        "assessments",
        Query(happened_since=date(2025, 2, 1)),
        "--happened-since does not narrow assessments; it narrows commitments, ",
    ),
    (
        "commitments",
        Query(learned_since=date(2025, 2, 1), learned_until=date(2025, 1, 1)),
        "--learned-since 2025-02-01 lies after --learned-until 2025-01-01.",
    ),
    ("commitments", Query(since=date(2025, 2, 1), until=date(2025, 1, 1)), "lies after --until 2025-01-01"),
]


@pytest.mark.parametrize(("kind", "query", "said"), REFUSED)
def test_what_cannot_be_asked_is_refused(ledger, kind, query, said):
    with pytest.raises(UnaskableError) as refusal:
        settled(ledger, kind, query)
    assert said in str(refusal.value)


def test_a_filter_for_documents_asks_for_a_record_in_them(ledger):
    query = Query(firmness="pledged", status="planned", since=date(2025, 1, 1), until=date(2025, 1, 1))
    assert settled(ledger, "documents", query) == query
