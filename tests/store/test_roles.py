"""Roles on a real server: what a reader, a reviewer and an owner may do, whatever program they use."""

from datetime import UTC, datetime

import pytest

import factories as make
from postgres_servers import a_database
from servanda.codebook import Judgement
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger, LedgerError, Role, make_roles

pytestmark = pytest.mark.slow

DOCUMENT, READING = make.a_ferry_deal()
OTHER = make.a_ferry_deal("Oslo")
KEY = READING.commitments[0].id
READER, REVIEWER, OWNER = Role


@pytest.fixture(scope="module", name="place")
def _place(server):
    import psycopg

    place = a_database(server)
    with Ledger.open(place) as ledger:
        ledger.append_reading(DOCUMENT, READING)
    assert make_roles(place) == tuple(Role)
    with psycopg.connect(place, autocommit=True) as connection:
        for role in Role:
            connection.execute(f"CREATE ROLE a_{role} LOGIN IN ROLE {role}")
    return place


def as_role(place, role):
    return place.replace("//servanda@", f"//a_{role}@")


def judge(ledger, by):
    at = datetime.now(UTC)
    judged = Judgement(verdict=Verdict.ACCEPT, records=(KEY,), by=by, at=at)
    ledger.judge(judged)
    return judged


@pytest.mark.parametrize("role", Role)
def test_everybody_may_read(place, role):
    with Ledger.open(as_role(place, role), create=False) as ledger:
        assert ledger.find_record(KEY) is not None
        assert ledger.find_documents()
        assert ledger.count_records("commitments") > 0


def test_a_reader_may_write_nothing(place):
    with Ledger.open(as_role(place, READER), create=False) as ledger:
        with pytest.raises(LedgerError, match="does not allow this user to do that"):
            judge(ledger, "a reader")
        with pytest.raises(LedgerError, match="does not allow"):
            ledger.append_reading(*OTHER)
        assert not [one for one in ledger.find_judgements() if one.judgement.by == "a reader"]


def test_a_reviewer_may_judge_and_take_back_and_nothing_else(place):
    with Ledger.open(as_role(place, REVIEWER), create=False) as ledger:
        judged = judge(ledger, "a reviewer")
        ledger.undo(judged.id, "a reviewer", "read it again")
        with pytest.raises(LedgerError, match="does not allow"):
            ledger.append_reading(*OTHER)
        assert [one.undone.by for one in ledger.find_judgements() if one.judgement.id == judged.id] == ["a reviewer"]


def test_an_owner_may_read_documents_in(place):
    with Ledger.open(as_role(place, OWNER), create=False) as ledger:
        assert ledger.append_reading(*OTHER) == "added"
        judge(ledger, "an owner")


@pytest.mark.parametrize("role", [READER, REVIEWER])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM judgements",
        "UPDATE judgements SET judge = 'somebody else'",
        "UPDATE readings SET superseded_at = 'now'",
        "INSERT INTO records SELECT * FROM records",
        "TRUNCATE undoings",
        "DROP TABLE judgements",
        "CREATE TABLE other (number integer)",
        "UPDATE tallies SET number = 0",
    ],
)
def test_the_server_itself_refuses(place, role, statement):
    import psycopg

    with (
        psycopg.connect(as_role(place, role)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


def test_an_owner_cannot_change_what_is_kept_for_good(place):
    import psycopg

    with psycopg.connect(as_role(place, OWNER)) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute("UPDATE judgements SET judge = 'somebody else'")


def test_roles_are_made_twice_without_harm(place):
    assert make_roles(place) == tuple(Role)


def test_a_file_has_no_roles(tmp_path):
    with pytest.raises(LedgerError, match="is a file"):
        make_roles(str(tmp_path / "servanda.db"))
