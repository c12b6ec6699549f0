"""Which restatements are one undertaking, and how they stand to one another, on our own prose about many states."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from servanda.codebook import Document, Pair, Standing, Thread, When
from servanda.codebook.vocabulary import Tie
from servanda.reading.readers import read_document
from servanda.resolve.commitments.blocks import keys_of
from servanda.resolve.commitments.likenesses import findings_of, likeness_of, may_be_like
from servanda.resolve.commitments.links import links_of, told_of
from servanda.resolve.commitments.sums import sums_of
from servanda.resolve.commitments.threads import ACCEPTED, PROPOSED, threads_of
from servanda.resolve.commitments.tokens import tokens_of, total
from servanda.resolve.commitments.undertakings import parties_of, undertakings_of


@cache
def terms(text, day="2024-05-02"):
    document = Document(text=f"{day}\n\n{text}", title="A report", published=When.parse(day))
    return list(undertakings_of([(document, read_document(document))]))


def term(text, day="2024-05-02"):
    (only,) = terms(text, day)
    return only


ONE = [
    ("Norway pledged to build a deep-water port at Mombasa for Kenya.", "Norway will build the deep-water port at Mombasa that Kenya asked for.", "2024-09-01"),
    ("Brazil agreed to supply Angola with two seismic survey vessels.", "Brazil will supply two seismic survey vessels to Angola by 2026.", "2024-06-01"),
    ("Norway pledged $40 million for vaccination clinics in Moldova.", "Norway will give $40 million to vaccination clinics in Moldova.", "2024-06-01"),
    ("Japan and India will set up a Lunar Polar Exploration Council.", "India and Japan remain committed to the Lunar Polar Exploration Council (LPEC).", "2025-06-01"),
    ("Spain will deliver ten S-70 helicopters to Ecuador.", "Spain is to deliver S-70s to Ecuador, helicopters for rescue at sea.", "2024-06-01"),
    ("Finland remains committed to training Kenyan coast guard crews.", "Finland will train Kenyan coast guard crews.", "2024-08-01"),
]  # fmt: skip
TWO = [
    ("Norway pledged $40 million for vaccination clinics in Moldova.", "Norway pledged $40 million for demining near Kharkiv in Ukraine.", "2024-06-01"),
    ("Norway will train Kenyan coast guard crews.", "Norway will train Moldovan coast guard crews.", "2024-06-01"),
    ("Norway will lend Peru $40 million for turbines.", "Norway will lend Peru $90 million for turbines.", "2024-06-01"),
    ("Kenya will buy electric ferries from Finland.", "Finland will buy electric ferries from Kenya.", "2024-06-01"),
    ("Poland and Norway reaffirmed their support for Ukraine’s sovereignty.", "Chile and Peru reaffirmed their support for Ukraine’s sovereignty.", "2024-06-01"),
    ("Ghana and Togo will continue to work together.", "Ghana and Togo will continue to work together.", "2027-06-01"),
    ("Chile and Peru agreed to stay in close touch.", "Chile and Peru agreed to stay in close touch on emerging needs.", "2025-08-01"),
    ("Norway and Kenya agreed to hold a meeting of envoys.", "Norway and Kenya agreed to hold a meeting of their envoys.", "2026-06-01"),
    ("Peru will guard the reefs of Ecuador for 1 year under the decree on poaching and reef fishing.", "Peru will guard the reefs of Ecuador for 1 year under the decree on poaching and reef fishing.", "2025-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "day"), ONE)
def test_what_is_said_in_other_words_is_one_undertaking(first, second, day):
    one, other = term(first), term(second, day)
    assert set(keys_of(one)) & set(keys_of(other))
    assert likeness_of(one, other).score >= ACCEPTED, likeness_of(one, other)


@pytest.mark.parametrize(("first", "second", "day"), TWO)
def test_what_is_only_alike_is_left_alone(first, second, day):
    likeness = likeness_of(term(first), term(second, day))
    assert likeness.score < ACCEPTED, likeness


ANEW = [
    ("Norway announced a package of turbines for Peru.", "Norway announced an additional package of turbines for Peru.", "2025-06-01", True),
    ("Japan will lend Kenya pumps for its farms.", "Japan will lend Kenya another set of pumps for its farms.", "2025-06-01", True),
    ("Norway announced an additional package of turbines for Peru.", "Norway will send Peru the package of turbines.", "2025-06-01", False),
    ("Norway announced a package of turbines for Peru.", "Norway announced an additional package of turbines for Peru.", "2024-05-06", False),
    ("Chile will fund clinics in New Zealand.", "Chile will fund clinics in New Zealand.", "2025-06-01", False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "day", "is_another"), ANEW)
def test_what_is_called_new_weeks_later_is_another_thing(before, after, day, is_another):
    found = {found.feature for found in findings_of(term(before), term(after, day))}
    assert ("one more later" in found) is is_another


APART = [
    ("which helps fishing fleets near Valparaiso", "which shields copper miners around Antofagasta", True),
    ("which helps fishing fleets near Valparaiso", "which serves fishing fleets out of Valparaiso", False),
    ("", "which shields copper miners around Antofagasta", False),
]


@pytest.mark.parametrize(("mine", "theirs", "are_apart"), APART)
def test_sentences_that_go_on_about_other_things_speak_against(mine, theirs, are_apart):
    clause = "The United States will train pilots of Chile"
    one = replace(term(f"{clause}."), sentence=f"{clause} {mine}")
    other = replace(term(f"{clause}.", "2024-06-03"), sentence=f"{clause} {theirs}")
    assert ("sentences apart" in {found.feature for found in findings_of(one, other)}) is are_apart


def test_a_commitment_holds_its_whole_sentence_and_no_other():
    (one,) = terms("Kenya met Peru. Norway will lend Peru turbines, as its envoy said in Lima! Chile watched.")
    assert one.sentence.startswith("Norway will lend")
    assert one.sentence.endswith("in Lima!")


MEMBERS = [
    ("quad", {"AUS", "IND", "JPN", "USA"}),
    ("benelux", {"BEL", "LUX", "NLD"}),
    ("NOR/navy", {"NOR/navy", "NOR"}),
    ("nato", {"nato"}),
]


@pytest.mark.parametrize(("party", "compared"), MEMBERS)
def test_a_small_group_is_its_members_and_a_ministry_its_state_too(party, compared):
    assert parties_of([party]) == compared


def bound(text, day, *debtors):
    one = term(text, day)
    return replace(one, debtors=frozenset(debtors))


def test_a_debtor_of_no_known_state_is_no_other_debtor():
    text = "Norway will train Kenyan coast guard crews at Mombasa in search and rescue."
    known = term(text)
    unknown = bound(text, "2024-05-20", "somebody-unheard-of")
    other = bound(text, "2024-05-20", "CHL")
    features = [{found.feature for found in findings_of(known, side)} for side in (unknown, other)]
    assert "debtors unclear" in features[0]
    assert "other debtors" not in features[0]
    assert "other debtors" in features[1]


def test_a_deed_that_is_all_of_the_clause_is_no_name():
    document = Document(
        text="2024-05-02\n\nNorway will build the deep-water port at Mombasa that Kenya asked for.",
        published=When.parse("2024-05-02"),
    )
    reading = read_document(document)
    (read,) = reading.commitments
    whole = replace(read, debtors=replace(read.debtors, spans=read.spans), wording=())
    (laid,) = undertakings_of([(document, replace(reading, commitments=(whole,)))])
    assert laid.weight > 0


def test_a_record_is_linked_to_one_that_is_like_it():
    port, ships, again = term(ONE[0][0], "2024-01-01"), term(ONE[1][0], "2024-02-01"), term(ONE[0][1], "2024-03-01")
    thread = Thread(kind="commitments", records=tuple(sorted((port.id, ships.id, again.id))), reason="alike")
    steps = {(link.earlier, link.later) for link in links_of(thread, [port, ships, again])}
    assert (port.id, again.id) in steps
    assert (ships.id, again.id) not in steps
    assert (port.id, ships.id) not in steps


def test_what_a_person_called_the_same_is_linked_however_little_it_is_alike():
    port, ships, again = term(ONE[0][0], "2024-01-01"), term(ONE[1][0], "2024-02-01"), term(ONE[0][1], "2024-03-01")
    thread = Thread(kind="commitments", records=tuple(sorted((port.id, ships.id, again.id))), reason="alike")
    links = links_of(thread, [port, ships, again], [frozenset((port.id, ships.id))])
    assert (port.id, ships.id) in {(link.earlier, link.later) for link in links}


def test_what_is_not_compared_in_full_would_not_be_kept():
    laid = [
        term(text, day)
        for first, second, later in (*ONE, *TWO)
        for text, day in ((first, "2024-05-02"), (second, later))
    ]
    met = [(one, other) for one, other in combinations(laid, 2) if one.id != other.id]
    assert any(not may_be_like(one, other, PROPOSED) for one, other in met)
    assert all(may_be_like(one, other, PROPOSED) for one, other in met if likeness_of(one, other).score >= PROPOSED)


FAIRLY_RARE = [
    ("Norway", "2021-05-02", True),
    ("Chile", "2021-05-02", False),
    ("Chile", "2024-03-02", True),
]


@pytest.mark.parametrize(("bound", "day", "are_all"), FAIRLY_RARE, ids=["the same", "others", "others at one time"])
def test_others_at_another_time_meet_by_rarer_words_alone(bound, day, are_all):
    mine, theirs = (
        set(keys_of(term(f"{who} will train Kenyan coast guard crews.", when)))
        for who, when in (("Norway", "2024-05-02"), (bound, day))
    )
    shared = mine & theirs
    assert any(" | " not in key for key in shared)
    assert any(" | " in key for key in shared) is are_all


def test_a_score_is_the_same_whichever_is_named_first():
    one, other = term(ONE[0][0]), term(ONE[0][1], "2024-09-01")
    assert likeness_of(one, other) == likeness_of(other, one)
    assert "words in common" in likeness_of(one, other).reason


def test_a_name_and_its_initials_are_one_token():
    assert tokens_of("the Arctic Search Council") & tokens_of("the ASC") == {"#ASC"}


@pytest.mark.parametrize(
    ("text", "held"),
    [("Norway will lend Peru turbines by 2031.", False), ("Norway will carry out the Lima accord of 2031.", True)],
    ids=["its deadline", "a name"],
)
def test_by_when_it_is_due_is_not_what_it_is_about(text, held):
    assert ("№2031" in term(text).tokens) is held


def test_which_meeting_comes_next_is_not_what_it_is_about():
    assert tokens_of("the next later round") == tokens_of("the round")


def test_a_standing_phrase_tells_no_more_than_a_word():
    assert total(tokens_of("human rights")) < total(tokens_of("turbine"))


TIES = [
    ("Norway will lend Peru $40 million for turbines.", "Norway will lend Peru $40 million for turbines.", {(Tie.REPEATS, "")}),
    ("Norway will lend Peru $40 million for turbines.", "Norway pledged to lend Peru $40 million for turbines.", {(Tie.STRENGTHENS, "firmness")}),
    ("Norway pledged to lend Peru turbines.", "Norway hopes to lend Peru turbines.", {(Tie.WEAKENS, "firmness")}),
    ("Norway will lend Peru turbines.", "Norway will lend Peru turbines by 2030.", {(Tie.ADDS, "deadline")}),
    ("Norway will lend Peru $40 million for turbines.", "Norway will lend Peru money for turbines.", {(Tie.DROPS, "quantities")}),
    ("Norway will lend Peru $40 million for turbines.", "Norway will lend Peru $90 million for turbines.", {(Tie.CHANGES, "quantities")}),
    ("Norway will lend Peru turbines.", "Norway will not lend Peru turbines.", {(Tie.WITHDRAWS, "polarity")}),
    ("Norway will lend Peru turbines.", "Norway is lending Peru turbines.", {(Tie.PROGRESS, "status")}),
    ("Norway will lend Peru turbines.", "Norway will lend Peru turbines, if parliament agrees.", {(Tie.ADDS, "condition")}),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "ties"), TIES)
def test_a_row_says_how_it_stands_to_the_one_before(before, after, ties):
    earlier, later = term(before), term(after, "2024-06-01")
    thread = Thread(kind="commitments", records=tuple(sorted((earlier.id, later.id))), reason="alike")
    found = {(link.tie, link.slot): link for link in links_of(thread, [later, earlier])}
    assert ties <= set(found)
    assert {(link.earlier, link.later) for link in found.values()} == {(earlier.id, later.id)}
    assert len({tie for tie, _ in found} & {Tie.REPEATS, Tie.QUOTES, Tie.PARAPHRASES}) == 1


VAGUER = [
    ("Norway intends to lend Peru $40 million for turbines.", "Norway pledged to lend Peru money for turbines.", Tie.DROPS),
    ("Norway intends to lend Peru turbines by 2030.", "Norway pledged to lend Peru turbines.", Tie.DROPS),
    ("Norway intends to lend Peru $40 million for turbines by 2030.", "Norway pledged to lend Peru $40 million for turbines by 2030.", Tie.STRENGTHENS),
    ("Norway intends to lend Peru turbines.", "Norway pledged to lend Peru turbines by 2030.", Tie.STRENGTHENS),
    ("Norway pledged to lend Peru turbines by 2030.", "Norway intends to lend Peru turbines.", Tie.WEAKENS),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "tie"), VAGUER)
def test_a_firmer_word_without_the_terms_strengthens_nothing(before, after, tie):
    earlier, later = term(before), term(after, "2024-06-01")
    thread = Thread(kind="commitments", records=tuple(sorted((earlier.id, later.id))), reason="alike")
    found = {link.tie for link in links_of(thread, [later, earlier])}
    assert tie in found
    assert (Tie.STRENGTHENS in found) == (tie is Tie.STRENGTHENS)


MODES = [
    ("Norway pledged to defend Iceland.", "Norway intends to defend Iceland.", Tie.WEAKENS),
    ("Norway pledged to defend Iceland.", "Norway reaffirmed its intention to defend Iceland.", None),
    ("Norway intends to lend Peru turbines.", "Norway reiterated its pledge to lend Peru turbines.", None),
    ("Chile pledged to share flood data with Peru.", "Chile agreed to share flood data with Peru.", Tie.WEAKENS),
    ("Chile pledged to share flood data with Peru.", "Chile and Peru agreed to share flood data.", None),
    ("Kenya and Chad agreed to guard the border.", "Kenya pledged to guard the border with Chad.", None),
    ("Kenya and Chad agreed to guard the border.", "Kenya and Chad intend to guard the border.", Tie.WEAKENS),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "tie"), MODES)
def test_only_words_of_one_mode_are_weighed(before, after, tie):
    earlier, later = term(before), term(after, "2024-06-01")
    assert earlier.record.firmness.value is not later.record.firmness.value
    found = {link.tie for link in told_of(earlier, later, 1.0)} & {Tie.STRENGTHENS, Tie.WEAKENS}
    assert found == ({tie} if tie else set())


@pytest.mark.parametrize(("wording", "tie"), [(True, {Tie.WEAKENS}), (False, set())], ids=["a word", "no word"])
def test_where_no_word_binds_nothing_is_weighed(wording, tie):
    earlier, later = (
        term("Norway pledged to lend Peru turbines."),
        term("Norway intends to lend Peru turbines.", "2024-06-01"),
    )
    later = later if wording else replace(later, record=replace(later.record, wording=()))
    assert {link.tie for link in told_of(earlier, later, 1.0)} & {Tie.STRENGTHENS, Tie.WEAKENS} == tie


INSIDE = [
    ("Norway will hand the port to Peru, if parliament agrees.", "Norway stands by its commitment to hand the port to Peru on agreed conditions."),
    ("Norway stands by its conditional commitment to hand the port to Peru.", "Norway will hand the port to Peru, if parliament agrees."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), INSIDE)
def test_a_condition_inside_the_clause_is_neither_new_nor_gone(before, after):
    earlier, later = term(before), term(after, "2024-06-01")
    thread = Thread(kind="commitments", records=tuple(sorted((earlier.id, later.id))), reason="alike")
    assert "condition" not in {link.slot for link in links_of(thread, [later, earlier])}
    assert earlier.record.condition or later.record.condition


def test_each_row_stands_to_the_nearest_one_before():
    third, first, second = (term(TIES[0][0], f"2024-0{month}-01") for month in (3, 1, 2))
    thread = Thread(kind="commitments", records=tuple(sorted((first.id, second.id, third.id))), reason="alike")
    steps = {(link.earlier, link.later) for link in links_of(thread, [third, first, second])}
    assert steps == {(first.id, second.id), (second.id, third.id)}


SUMS = [
    ("Japan will invest $350 billion in Canadian shipyards. Japan will invest $150 billion in icebreaker yards in Canada. Japan will invest $200 billion in container yards in Canada.", 2),
    ("Japan will invest $350 billion in Canadian shipyards. Japan will invest $150 billion in icebreaker yards in Canada. Japan will invest $190 billion in container yards in Canada.", 0),
    ("Japan will invest $350 billion in Canadian shipyards. Japan will invest $150 billion in icebreaker yards in Canada. Norway will invest $200 billion in container yards in Canada.", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), SUMS)
def test_a_whole_is_the_sum_of_its_parts_where_they_add_up(text, number):
    found = list(sums_of(terms(text)))
    assert len(found) == number
    assert {link.tie for link in found} <= {Tie.SPLITS, Tie.SUMS}
    assert all("350,000,000,000 USD is 150,000,000,000 and 200,000,000,000" in link.reason for link in found)


def pair(one, other, standing=Standing.ACCEPTED, score=0.9):
    return Pair(kind="commitments", one=one, other=other, standing=standing, reason="alike", score=score)


CLUSTERS = [
    ([("a", "b"), ("b", "c"), ("a", "c")], ["abc"], "what hangs together wholly"),
    (
        [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")],
        ["abc", "def"],
        "a chain holds only as far as most of its pairs",
    ),
    ([], ["a", "b"], "nothing in common"),
]


@pytest.mark.parametrize(("pairs", "groups", "_why"), CLUSTERS)
def test_a_thread_holds_together(pairs, groups, _why):
    records = sorted(set("".join(groups)))
    found = threads_of("commitments", records, [pair(*two) for two in pairs])
    assert ["".join(thread.records) for thread in found] == groups


def test_what_people_judged_comes_first():
    judged = [
        pair("a", "b"),
        pair("a", "c", Standing.REFUSED, 0.0),
        pair("b", "c", score=0.99),
        pair("c", "d", score=1.0),
    ]
    found = threads_of("commitments", "abcd", judged)
    assert all(not {"a", "c"} <= set(thread.records) for thread in found)
    assert any({"c", "d"} <= set(thread.records) for thread in found)


def test_one_large_sum_owed_by_the_same_to_the_same_is_one_undertaking_in_whatever_words():
    bought = term("Chile agreed to buy $4 billion of Swedish frigates by 2030.")
    spent = term("Chile agreed to buy $4 billion in vessels from Sweden before the end of the decade.", "2024-09-01")
    smaller = term("Chile agreed to buy $40 million in vessels from Sweden before the end of the decade.", "2024-09-01")
    assert likeness_of(bought, spent).score >= ACCEPTED
    assert likeness_of(bought, smaller).score < ACCEPTED
