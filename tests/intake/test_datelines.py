"""Datelines: what is one, and what only looks like one."""

import pytest

from marks import mark, unmark
from servanda.intake.datelines import dateline_findings, find_dateline
from servanda.intake.lines import lines_of

REST = " Norway and Kenya agreed on Monday to rebuild the port of Lamu together, officials said."


def found_in(text):
    dateline = find_dateline(text, lines_of(text))
    return {finding.field: str(finding.value) for finding in dateline_findings(text, dateline)} if dateline else {}


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<d>NAIROBI, March 3 (Xinhua) --</d>", {"dateline": "NAIROBI", "agency": "Xinhua"}),
        ("<d>Manila/PNA:</d>", {"dateline": "Manila", "agency": "PNA"}),
        ("<d>OSLO —</d>", {"dateline": "OSLO"}),
        (
            "<d>Brasilia, 4 June 2024 (Agência Brasil) –</d>",
            {"dateline": "Brasilia", "published": "2024-06-04", "agency": "Agência Brasil"},
        ),
        ("<d>Jakarta, Nov 21 (Island Courier)</d>", {"dateline": "Jakarta", "outlet": "Island Courier"}),
        ("<d>NEW DELHI, Sept. 9, 2023 -</d>", {"dateline": "NEW DELHI", "published": "2023-09-09"}),
        ("<d>ISLAMABAD:</d>", {"dateline": "ISLAMABAD"}),
        ("<d>Rio de Janeiro, Brazil (AP) —</d>", {"dateline": "Rio de Janeiro, Brazil", "agency": "AP"}),
        ("<d>(Reuters) -</d>", {"agency": "Reuters"}),
        ("<d>WASHINGTON, D.C. (AFP/Rappler) –</d>", {"dateline": "WASHINGTON, D.C.", "agency": "AFP"}),
        ("<d>KUALA LUMPUR, Friday, Feb. 2 (Bernama) --</d>", {"dateline": "KUALA LUMPUR", "agency": "Bernama"}),
    ],
)
def test_datelines_are_read_whole(head, facts):
    text, spans = unmark("Port deal signed\n\n" + head + REST)
    dateline = find_dateline(text, lines_of(text))
    assert dateline, text
    assert mark(text, [dateline.span], "d") == mark(text, spans["d"], "d")
    assert {field: value for field, value in found_in(text).items() if field != "furniture"} == facts


@pytest.mark.parametrize(
    "text",
    [
        "Norway — a founding member of NATO — said on Monday that it would help Kenya rebuild the port.",
        "FACT SHEET: Norway and Kenya rebuild the port of Lamu together and cooperate in fisheries",
        "THE PRESIDENT: Good morning, and thank you all for coming to Nairobi today.",
        "BREAKING: Norway and Kenya agreed to rebuild the port of Lamu together, officials said.",
        "On Monday, March 4 (Independence Day) Norway and Kenya agreed to rebuild the port.",
        pytest.param(
            "SECURITY: Norway will help Kenya with its ports and its coast.\nTRADE: Kenya will lower duties on fish.",
            id="sections",
        ),
        pytest.param(
            "Norway agreed to help Kenya rebuild the port, in a deal that took three years to make, and said so.\nOSLO — The minister left.",
            id="not at the head",
        ),
        "AP (the agency) - it is said - reported that Norway and Kenya agreed on the port of Lamu.",
    ],
)
def test_what_only_looks_like_a_dateline_is_left_alone(text):
    assert found_in(text) == {}
