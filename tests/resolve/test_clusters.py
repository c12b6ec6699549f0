from servanda.resolve.clusters import Match, find_candidates, group


def nobody_is_apart(*_):
    return False


def a_pair(one, other, score=0.97):
    return Match(one=one, other=other, score=score, reason=f"{one} and {other}")


def test_only_things_with_a_key_in_common_are_compared():
    keys = {"oslo": ("north", "port"), "bergen": ("port",), "nairobi": ("south",), "tromso": ("north",)}
    assert sorted(find_candidates(keys)) == [("bergen", "oslo"), ("oslo", "tromso")]


def test_sure_pairs_make_one_thread_and_others_are_left():
    proposals = group("actors", [a_pair("a", "b"), a_pair("b", "c"), a_pair("c", "d", 0.8)], 0.95, nobody_is_apart)
    assert [thread.records for thread in proposals.threads] == [("a", "b", "c")]
    assert [(doubt.one, doubt.other) for doubt in proposals.doubts] == [("c", "d")]


def test_groups_that_hold_what_is_apart_are_not_joined():
    apart = {frozenset("ac")}
    pairs = [a_pair("a", "b", 0.99), a_pair("b", "c", 0.96)]
    proposals = group("actors", pairs, 0.95, lambda one, other: frozenset((one, other)) in apart)
    assert [thread.records for thread in proposals.threads] == [("a", "b")]


def test_what_two_claim_with_equal_right_is_neithers():
    proposals = group(
        "actors", [a_pair("a", "b"), a_pair("b", "c")], 0.95, lambda one, other: {one, other} == {"a", "c"}
    )
    assert proposals.threads == ()
    assert len(proposals.doubts) == 2


def test_a_thread_says_why_and_how_sure():
    (thread,) = group("actors", [a_pair("a", "b", 0.99), a_pair("b", "c", 0.96)], 0.95, nobody_is_apart).threads
    assert (thread.score, thread.reason) == (0.96, "a and b; b and c")
