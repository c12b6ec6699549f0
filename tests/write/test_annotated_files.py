"""What people changed in a tool comes back as judgements: nothing is lost, guessed or said twice."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import a_commitment, a_document, a_ferry_deal, a_reading
from servanda.codebook import Judgement, Problem, Span, stated
from servanda.codebook.vocabulary import Act
from servanda.store import Ledger
from servanda.write import write_export
from servanda.write.annotated_files import judge_names, load_sheets, take_in

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DOCUMENT, READING = DEAL = a_ferry_deal("Oslo 😀")
PROMISE = READING.commitments[0]
STATEMENT = READING.statements[0]
FORMS = {"label-studio": "tasks.json", "doccano": "doccano.jsonl", "inception": f"{DOCUMENT.id}.json"}


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "all.db") as ledger:
        ledger.append_reading(*DEAL)
        yield ledger


def taken(ledger, path, **given):
    """What was said, as (verdict, record, field, value), and the problems."""
    told = list(
        take_in(
            ledger,
            load_sheets([path], ledger),
            by=judge_names("ana", "", set()),
            **{"now": NOON, "accepts_kept": False, **given},
        )
    )
    said = [(str(j.verdict), j.records[0], j.slot, j.value) for j in told if isinstance(j, Judgement)]
    return said, [one for one in told if isinstance(one, Problem)]


class Tool:
    """A file of one tool as a person changes it there."""

    def __init__(self, form, folder, deals=(DEAL,)):
        write_export(deals, form, folder / "out") if form != "doccano" else write_export(
            deals, form, folder / "out" / "doccano.jsonl"
        )
        self.form, self.path = form, folder / "out" / FORMS[form]
        self.tree = json.loads(self.path.read_bytes())
        if form == "label-studio":
            (task,) = self.tree
            task["annotations"] = [
                {"result": task.pop("predictions")[0]["result"], "updated_at": "2026-01-01T08:00:00Z"}
            ]

    def save(self):
        self.path.write_text(json.dumps(self.tree), encoding="utf-8")
        return self.path

    @property
    def parts(self):
        if self.form == "label-studio":
            return self.tree[0]["annotations"][0]["result"]
        return self.tree["entities" if self.form == "doccano" else "%FEATURE_STRUCTURES"]

    def first(self, kind):
        """The part that is the first record of this kind."""
        tests = {
            "label-studio": lambda part: part.get("value", {}).get("labels") == [kind],
            "doccano": lambda part: part.get("label") == kind,
            "inception": lambda part: part["%TYPE"] == f"webanno.custom.{kind.capitalize()}",
        }
        return next(part for part in self.parts if tests[self.form](part))

    def correct(self, slot, value):
        if self.form == "label-studio":
            (part,) = (part for part in self.parts if part.get("from_name") == f"commitment_{slot}")
            part["value"]["choices" if "choices" in part["value"] else "text"] = [value]
        elif self.form == "doccano":
            (tied,) = (
                r
                for r in self.tree["relations"]
                if r["type"] == slot and r["from_id"] == self.first("commitment")["id"]
            )
            self.parts[tied["to_id"]]["label"] = f"{slot}: {value}"
        else:
            self.first("commitment")[slot] = value

    def remove(self, kind):
        gone = self.first(kind)
        if self.form == "label-studio":
            self.tree[0]["annotations"][0]["result"] = [part for part in self.parts if part.get("id") != gone["id"]]
        else:
            tied = {r["to_id"] for r in self.tree["relations"] if r["from_id"] == gone["id"]}
            fields = {part["id"] for part in self.parts if part["id"] in tied and ": " in part["label"]}
            self.tree["entities"] = [part for part in self.parts if part["id"] not in {gone["id"], *fields}]
            self.tree["relations"] = [r for r in self.tree["relations"] if gone["id"] not in (r["from_id"], r["to_id"])]

    def say(self, verdict):
        part = self.first("commitment")
        if self.form == "label-studio":
            said = {"id": part["id"], "type": "choices", "from_name": "verdict", "to_name": "text"}
            self.parts.append({**said, "value": {"start": 0, "end": 1, "choices": [verdict]}})
        elif self.form == "doccano":
            self.parts.append({**part, "id": 999, "label": verdict})
            self.tree["relations"].append({"from_id": part["id"], "to_id": 999, "type": "verdict"})
        else:
            part["verdict"] = verdict

    def move(self, kind, by=-1):
        part = self.first(kind)
        place = part["value"] if self.form == "label-studio" else part
        place["end_offset" if self.form == "doccano" else "end"] += by


@pytest.fixture(params=FORMS)
def tool(request, tmp_path):
    return Tool(request.param, tmp_path)


def test_what_is_left_as_it_was_says_nothing(tool, ledger):
    assert taken(ledger, tool.save()) == ([], [])


def test_what_is_left_as_it_was_is_accepted_where_that_is_asked(tool, ledger):
    said, problems = taken(ledger, tool.save(), accepts_kept=True)
    assert problems == []
    assert sorted(said) == sorted(("accept", record.id, "", "") for record in READING.records())


def test_another_value_is_a_correction(tool, ledger):
    tool.correct("act", "fund")
    assert taken(ledger, tool.save()) == ([("correct", PROMISE.id, "act", "fund")], [])


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_verdict_is_kept(verdict, tool, ledger):
    tool.say(verdict)
    assert taken(ledger, tool.save()) == ([(verdict, PROMISE.id, "", "")], [])


def test_other_stretches_are_a_correction_of_the_words(tool, ledger):
    tool.move("statement")
    words = STATEMENT.words[:-1]
    assert taken(ledger, tool.save()) == ([("correct", STATEMENT.id, "content", words)], [])


@pytest.mark.parametrize("form", ["label-studio", "doccano"])
def test_what_was_taken_away_is_rejected(form, tmp_path, ledger):
    tool = Tool(form, tmp_path)
    tool.remove("instrument")
    assert taken(ledger, tool.save()) == ([("reject", READING.instruments[0].id, "", "")], [])


def test_what_is_gone_from_a_cas_is_a_problem_since_it_does_not_say_what_it_was_given(tmp_path, ledger):
    tool = Tool("inception", tmp_path)
    tool.parts.remove(tool.first("assessment"))
    said, (problem,) = taken(ledger, tool.save())
    assert said == []
    assert READING.assessments[0].id in problem.message


def test_a_file_twice_changes_nothing_even_when_it_was_undone(tool, ledger):
    tool.correct("act", "fund")
    path = tool.save()
    taken(ledger, path)
    assert taken(ledger, path) == ([], [])
    (judged,) = ledger.find_judgements()
    ledger.undo(judged.judgement.id, "ben", "no")
    assert taken(ledger, path) == ([], [])
    assert len(ledger.find_judgements()) == 1


def test_another_opinion_of_the_same_person_is_new(tool, ledger):
    for minute, value in enumerate(("fund", "build", "fund")):
        tool.correct("act", value)
        if tool.form == "label-studio":
            tool.tree[0]["annotations"][0]["updated_at"] = f"2026-01-01T08:0{minute}:00Z"
        assert taken(ledger, tool.save(), now=NOON.replace(minute=minute)) == (
            [("correct", PROMISE.id, "act", value)],
            [],
        )


def test_a_word_that_the_field_does_not_take_is_a_problem(tool, ledger):
    tool.correct("act", "fly")
    said, (problem,) = taken(ledger, tool.save())
    assert said == []
    assert "act takes invest" in problem.message


def test_an_emptied_field_is_none(ledger, tmp_path):
    tool = Tool("label-studio", tmp_path)
    tool.parts[:] = [part for part in tool.parts if part.get("from_name") != "commitment_deadline"]
    assert taken(ledger, tool.save()) == ([("correct", PROMISE.id, "deadline", "none")], [])


def test_a_new_stretch_is_a_problem_with_its_words(tool, ledger):
    part = {**tool.first("statement"), "id": "mine"}
    if tool.form == "inception":
        part = {**part, "%ID": 999, "begin": 0, "end": 4} | {"record": ""}
    elif tool.form == "doccano":
        part |= {"id": 999, "start_offset": 0, "end_offset": 4}
    else:
        part["value"] = {**part["value"], "start": 0, "end": 4}
    tool.parts.append(part)
    said, (problem,) = taken(ledger, tool.save())
    assert said == []
    assert "“Oslo” as statement" in problem.message


def test_a_text_that_the_ledger_does_not_have_is_a_problem(tmp_path, ledger):
    tool = Tool("doccano", tmp_path)
    tool.tree["text"] += "!"
    said, (problem,) = taken(ledger, tool.save())
    assert (said, problem.code) == ([], "no-such-document")


def test_what_was_read_anew_since_is_judged_as_it_stood(tmp_path, ledger):
    tool = Tool("label-studio", tmp_path)
    tool.say("reject")
    other = replace(PROMISE, act=stated(Act.FUND, PROMISE.act.spans))
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=(other,)))
    assert taken(ledger, tool.save()) == ([("reject", PROMISE.id, "", "")], [])
    (judged,) = ledger.find_judgements()
    assert judged.is_unfit


def test_what_was_read_since_is_not_rejected(tmp_path, ledger):
    tool = Tool("doccano", tmp_path)
    added = replace(PROMISE, debtors=stated(("FIN",), PROMISE.span))
    ledger.append_reading(DOCUMENT, replace(READING, version="2", commitments=(PROMISE, added)))
    assert taken(ledger, tool.save()) == ([], [])


def two_alike():
    document = a_document("Norway and Finland will each buy a ferry.")
    span = (Span(0, 40),)
    one, two = (a_commitment(document, {"span": span}, debtors=stated((debtor,), span)) for debtor in ("NOR", "FIN"))
    return document, a_reading(document, one, two)


def test_two_records_on_the_same_words_stay_two(tmp_path, ledger):
    deal = two_alike()
    ledger.append_reading(*deal)
    tool = Tool("doccano", tmp_path, [deal])
    assert taken(ledger, tool.save()) == ([], [])


def test_one_of_two_on_the_same_words_is_not_guessed(tmp_path, ledger):
    deal = two_alike()
    ledger.append_reading(*deal)
    tool = Tool("doccano", tmp_path, [deal])
    tool.remove("commitment")
    said, problems = taken(ledger, tool.save())
    assert said == []
    assert len(problems) >= 2


def test_each_annotator_is_a_judge(tmp_path, ledger):
    tool = Tool("label-studio", tmp_path)
    tool.say("accept")
    (task,) = tool.tree
    (one,) = task["annotations"]
    task["annotations"] = [
        {**one, "completed_by": {"id": 3, "email": "eva@example.org"}},
        {**one, "completed_by": 4},
        {**one, "was_cancelled": True},
    ]
    sheets = list(load_sheets([tool.save()], ledger))
    for by, judges in (("", ["eva@example.org", "4"]), ("team", ["team/eva@example.org", "team/4"])):
        names = judge_names(by, "me", {sheet.by for sheet in sheets})
        assert [judgement.by for judgement in take_in(ledger, sheets, by=names, now=NOON, accepts_kept=False)] == judges
    assert judge_names("", "me", {""})("") == "me"
    assert judge_names("team", "me", {"4"})("4") == "team"


def test_a_judgement_has_the_time_of_the_tool(tmp_path, ledger):
    tool = Tool("label-studio", tmp_path)
    tool.say("accept")
    taken(ledger, tool.save())
    (judged,) = ledger.find_judgements()
    assert judged.judgement.at == datetime(2026, 1, 1, 8, tzinfo=UTC)


BROKEN = [
    "",
    "{",
    "[1]",
    "{}",
    '{"data": 1, "annotations": []}',
    '{"entities": 3, "text": "a"}',
    '{"%FEATURE_STRUCTURES": 1}',
    "\x00",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_of_another_sort_is_a_problem(text, tmp_path, ledger):
    path = tmp_path / "odd.json"
    path.write_text(text, encoding="utf-8")
    said, problems = taken(ledger, path)
    assert said == []
    assert {problem.code for problem in problems} <= {"not-annotations"}
    assert problems or not text


def test_a_broken_document_does_not_take_the_others_with_it(tmp_path, ledger):
    tool = Tool("label-studio", tmp_path)
    tool.say("accept")
    tool.tree.insert(0, {"data": {"text": 3}, "annotations": [{}]})
    said, (problem,) = taken(ledger, tool.save())
    assert (len(said), problem.code) == (1, "not-annotations")


def test_a_missing_file_is_a_problem_and_a_folder_is_all_its_files(tmp_path, ledger):
    _, (problem,) = taken(ledger, tmp_path / "none.json")
    assert "cannot be read" in problem.message
    tool = Tool("inception", tmp_path)
    tool.say("accept")
    assert len(taken(ledger, tool.save().parent)[0]) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), form=st.sampled_from(sorted(FORMS)))
def test_no_change_to_a_file_crashes(data, form, ledger, tmp_path_factory):
    tool = Tool(form, tmp_path_factory.mktemp("odd"))
    part = data.draw(st.sampled_from(tool.parts))
    odd = st.sampled_from([None, -1, 10**9, "", "x", [], {}, [None], True, 1.5])
    target = part["value"] if "value" in part and data.draw(st.booleans()) else part
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(odd)
    said, problems = taken(ledger, tool.save())
    assert all(isinstance(problem, Problem) for problem in problems)
    assert all(len(one) == 4 for one in said)
