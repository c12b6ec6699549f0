"""A text beside one report of it: what each rule must find, and what it must leave alone.

Each row is a declaration between two states, a report of it, and one finding: in the text and in the report the words
that it quotes are marked. The declarations are our own.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparing import found_between
from marks import mark, unmark
from servanda.codebook import Document, When
from servanda.reading.readers import read_document
from servanda.resolve.attributions import names_in, naming
from servanda.resolve.comparisons import compare_texts
from servanda.view.layouts import layout_of

PORTS = "Joint Declaration of Norway and Kenya on Ports\n\n{}\n\nNorway and Kenya will hold a seminar on tidal charts in Bergen. They welcomed the work of the harbor masters' school at Malindi."
RIVERS = "Joint Statement of Chile and Peru on Rivers\n\n{}\n\nBoth parties will publish gauge readings every spring. They thanked the hydrologists of Arica and Tacna."

FOUND = [
    pytest.param(
        "kept number",
        PORTS,
        "Norway will lend Kenya <x>$40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>$40 million</x> for dredging the channel.",
        id="a sum that both give",
    ),
    pytest.param(
        "dropped number",
        PORTS,
        "Norway will train <x>300 pilots</x> at the maritime academy of Mombasa.",
        "Under the declaration <x>Norway will train pilots at the maritime academy</x>.",
        id="a count left out",
    ),
    pytest.param(
        "changed number",
        PORTS,
        "Norway will lend Kenya <x>$40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>$400 million</x> for dredging the channel.",
        id="a sum ten times as high",
    ),
    pytest.param(
        "kept number",
        PORTS,
        "Norway will lend Kenya <x>NOK 40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>40 million kroner</x> for dredging the channel.",
        id="a currency by the name that it shares",
    ),
    pytest.param(
        "kept deadline",
        PORTS,
        "Norway will lend Kenya $40 million for dredging the channel of Mombasa <x>by 31 December 2025</x>.",
        "<x>Norway will lend Kenya $40 million for dredging the channel by the end of next year</x>, officials said.",
        id="the same day in other words",
    ),
    pytest.param(
        "changed deadline",
        RIVERS,
        "Chile will lend Peru four dredgers for the weirs of Tacna <x>by 2028</x>.",
        "Chile will lend Peru four dredgers for the weirs of Tacna <x>by 2031</x>, its engineers said.",
        id="a later year",
    ),
    pytest.param(
        "changed deadline",
        RIVERS,
        "Chile will lend Peru four dredgers for the weirs of Tacna <x>by March 2027</x>.",
        "Chile will lend Peru four dredgers for the weirs of Tacna <x>by June 2027</x>, its engineers said.",
        id="a later month of the same year",
    ),
    pytest.param(
        "rounded number",
        PORTS,
        "Norway will lend Kenya <x>$39.6 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>$40 million</x> for dredging the channel.",
        id="a sum with fewer digits",
    ),
    pytest.param(
        "summed number",
        PORTS,
        "Norway will invest <x>$40 million</x> in the channel of Mombasa. Norway will also invest <x>$25 million</x> in a cold store at Lamu.",
        "The declaration holds Norway's pledge to invest <x>$65 million</x> in the channel of Mombasa and a cold store.",
        id="a total of two sums",
    ),
    pytest.param(
        "dropped cap",
        PORTS,
        "Norway will invest $65 million in the channel of Mombasa through the Coral Facility. Norway shall not be required to pay into the Coral Facility <x>more than $9 million in any fiscal year</x>.",
        "The declaration holds Norway's pledge to invest <x>$65 million</x> in the channel of Mombasa.",
        id="a limit in another sentence on the same facility",
    ),
    pytest.param(
        "added number",
        RIVERS,
        "Chile will lower its tolls on barges of Peru to 6 percent.",
        "The statement has Chile lower its tolls on barges from Peru to 6 percent from <x>11 percent</x>.",
        id="a former rate that the text does not give",
    ),
    pytest.param(
        "dropped condition",
        RIVERS,
        "Chile plans to open the Lluta sluices to barges of Peru <x>subject to approval by its congress</x>.",
        "According to the statement, <x>Chile plans to open the Lluta sluices to barges</x>.",
        id="a qualifier left out",
    ),
    pytest.param(
        "dropped condition",
        RIVERS,
        "Chile plans to open the Lluta sluices to barges of Peru <x>subject to tax legislation by its congress</x>.",
        "According to the statement, <x>Chile plans to open the Lluta sluices to barges</x>.",
        id="a law that is to be made is a condition, and no measure on goods",
    ),
    pytest.param(
        "dropped condition",
        RIVERS,
        "Starting in 2027, <x>pending approval by its congress</x>, Chile will open the Lluta sluices to barges of Peru.",
        "According to the statement, Chile will <x>open the Lluta sluices to barges</x>.",
        id="a qualifier in front",
    ),
    pytest.param(
        "dropped deadline",
        RIVERS,
        "Chile will dredge the Lluta canal for barges of Peru <x>by 2031</x>.",
        "According to the statement, <x>Chile will dredge the Lluta canal</x> for barges.",
        id="a year left out",
    ),
    pytest.param(
        "strengthened firmness",
        RIVERS,
        "Chile <x>shared</x> its <x>plan</x> to widen the Lluta sluices for barges of Peru.",
        "The statement includes Chile's <x>pledge</x> to widen the Lluta sluices for barges.",
        id="a pledge for a plan",
    ),
    pytest.param(
        "weakened firmness",
        RIVERS,
        "Chile has <x>given approval</x> for Peru to moor survey barges at the Lluta sluices.",
        "The statement includes Chile's <x>backing</x> for Peru's bid to moor survey barges at the Lluta sluices.",
        id="backing for approval",
    ),
    pytest.param(
        "added exchange",
        RIVERS,
        "<x>Chile will widen the Lluta sluices for barges</x>. Peru will abolish its duty on Chilean walnuts.",
        "The statement has Chile widen the Lluta sluices for barges <x>in return for</x> the end of a duty.",
        id="an exchange that the text does not state",
    ),
    pytest.param(
        "substituted words",
        RIVERS,
        "Both parties will work together on dredging, pilotage, and <x>salvage</x>, hydrology and tolls on the Lluta canal.",
        "Both sides agreed to cooperate on dredging, pilotage, <x>storage</x> and tolls on the canal.",
        id="another member in a list that goes together",
    ),
    pytest.param(
        "added quality",
        RIVERS,
        "Chile will allow Peru to moor survey <x>barges</x> at the Lluta sluices.",
        "Under the statement Chile will allow Peru to moor <x>diesel-driven</x> survey barges at the Lluta sluices.",
        id="an adjective that the text does not have",
    ),
    pytest.param(
        "added characterization",
        RIVERS,
        "Chile will widen the Lluta sluices for barges of Peru.",
        "The statement reaffirmed the “<x>unbreakable</x>” bond of the two nations, Rojas said.",
        id="a quoted word that the text does not have",
    ),
    pytest.param(
        "kept number",
        PORTS,
        "Norway intends to procure pilot cutters valued at <x>$40 million</x> from the yards of Mombasa.",
        "Norway is to purchase cutters worth <x>$40 million</x> from Kenya, the declaration says.",
        id="another word for the same deed",
    ),
    pytest.param(
        "changed number",
        PORTS,
        "Norway will lend Kenya <x>$40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend over <x>$40 million</x> for dredging the channel.",
        id="a sum made a floor",
    ),
    pytest.param(
        "dropped cap",
        PORTS,
        "Norway will lend Kenya <x>up to $40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>$40 million</x> for dredging the channel.",
        id="a limit told as a sum",
    ),
    pytest.param(
        "dropped cap",
        PORTS,
        "Norway will lend Kenya <x>up to $40 million</x> for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend <x>$40 million</x> for dredging the channel within the limits of the port.",
        id="a limit told as a sum, with a limit of another thing",
    ),
    pytest.param(
        "strengthened firmness",
        PORTS,
        "Norwegian shipping companies are <x>expected</x> to invest $40 million in the quays of Mombasa.",
        "Under the declaration Norway <x>pledged</x> an investment of $40 million in the quays of Mombasa.",
        id="a pledge for an expectation",
    ),
    pytest.param(
        "weakened firmness",
        PORTS,
        "Norway and Kenya <x>commit</x> to work together to abolish surcharges on bunker fuel.",
        "Both sides acknowledged the <x>need</x> to scrap surcharges on bunker fuel.",
        id="a need for a commitment",
    ),
    pytest.param(
        "kept number",
        RIVERS,
        "Once the sluices of the Lluta canal are widened and its copper locks rebuilt, Chile will keep tolls on barges, lighters and rafts of Peru that carry copper ore at 6 percent. Chile will ask of every barge of Peru a toll of <x>6 percent</x>.",
        "The statement sets tolls on barges of <x>6 percent</x>.",
        id="a rate that two sentences state",
    ),
]


@pytest.mark.parametrize(("wanted", "frame", "term", "report"), FOUND)
def test_what_a_report_does_is_found(wanted, frame, term, report):
    text, here = unmark(frame.format(term))
    news, there = unmark(report)
    found = _found(text, news)
    quoted = [one for w, one in found if w == wanted and one.text_spans == here.get("x", ())]
    shown = [f"{w}: {mark(text, one.text_spans)} | {mark(news, one.news_spans)}" for w, one in found]
    if wanted.startswith("dropped"):  # the report's claim as a whole stands beside what it lacks
        assert any(one.news_spans[0].overlaps(there["x"][0]) for one in quoted), "\n".join(shown)
    else:
        assert any(one.news_spans == there["x"] for one in quoted), "\n".join(shown)


LEFT = [
    pytest.param(
        "added",
        PORTS,
        "Norway will lend Kenya $40 million for dredging the channel of Mombasa.",
        "Norway sold 90,000 tons of cod to Ghana last year. The catch rose by 12 percent.",
        id="another matter",
    ),
    pytest.param(
        "summed",
        PORTS,
        "Norway will lower its levy on Kenyan tea to 4 percent. Norway will lower its levy on Kenyan roses to 6 percent.",
        "The declaration follows Norway's threat of a levy of 10 percent on tea.",
        id="rates add up to nothing",
    ),
    pytest.param(
        "strengthened",
        RIVERS,
        "Chile will widen the Lluta sluices for barges of Peru.",
        "The statement includes Chile's pledge to widen the Lluta sluices for barges.",
        id="a pledge for will",
    ),
    pytest.param(
        "added",
        RIVERS,
        "Chile will lower its tolls on barges of Peru to 6 percent.",
        "A deal between Ghana and Togo lowers tolls on lorries to 9 percent.",
        id="a number of another deal",
    ),
    pytest.param(
        "dropped",
        RIVERS,
        "Chile plans to open the Lluta sluices to barges of Peru subject to approval by its congress by 2031.",
        "According to the statement, Chile plans to open the Lluta sluices to barges by 2031, once its congress gives approval.",
        id="a condition in other words",
    ),
    pytest.param(
        "substituted",
        RIVERS,
        "Both parties will work together on dredging, pilotage, hydrology and tolls on the Lluta canal.",
        "Both sides agreed to cooperate on dredging, pilotage and lighting on the canal.",
        id="an open list cut short",
    ),
    pytest.param(
        "added",
        RIVERS,
        "Chile will widen the Lluta sluices for barges of Peru.",
        "Rojas called the statement a “splendid” document.",
        id="what a speaker thinks of the text itself",
    ),
    pytest.param(
        "added",
        RIVERS,
        "In return for the widening of the Lluta sluices by Chile, Peru will abolish its duty on walnuts.",
        "The statement has Peru abolish its duty on walnuts in return for the widening of the sluices.",
        id="an exchange that the text states",
    ),
    pytest.param(
        "kept number",
        PORTS,
        "Norway will lend Kenya NOK 40 million for dredging the channel of Mombasa.",
        "The declaration says that Norway will lend 40 million pesos for dredging the channel.",
        id="a currency of another name",
    ),
    pytest.param(
        "changed deadline",
        RIVERS,
        "Chile will lend Peru four dredgers for the weirs of Tacna by December 2027.",
        "Chile will lend Peru four dredgers for the weirs of Tacna by 2027, its engineers said.",
        id="a year for its last month",
    ),
    pytest.param(
        "changed deadline",
        RIVERS,
        "Chile will lend Peru four dredgers for the weirs of Tacna by 2028.",
        "Chile will lend Peru four dredgers for the weirs of Tacna, its engineers said.",
        id="no deadline is no other one",
    ),
    pytest.param(
        "changed",
        PORTS,
        "Norway and Kenya share a busy maritime trade, supported by port assets exceeding $5 billion, and intend to promote it.",
        "The declaration speaks of a busy maritime trade worth $1.6 billion annually and supported by both ports.",
        id="a yearly sum beside a stock",
    ),
    pytest.param(
        "dropped condition",
        PORTS,
        "Norway will cap the charges on goods subject to tariffs on fish meal at 15 percent.",
        "The declaration says that Norway will cap the charges on fish meal goods at 15 percent.",
        id="which goods are meant",
    ),
    pytest.param(
        "kept term",
        PORTS,
        "Norway is fully committed to careful stewardship of wooden sailing ship technology and its old riggers.",
        "It is the first time in 65 years that Oslo has shown a sailing ship technology to anyone.",
        id="three words of another matter",
    ),
]


@pytest.mark.parametrize(("unwanted", "frame", "term", "report"), LEFT)
def test_what_a_report_does_not_do_is_left_alone(unwanted, frame, term, report):
    found = [(w, one) for w, one in _found(frame.format(term), report) if w.startswith(unwanted)]
    assert not [one for w, one in found if one.news or w != "dropped term"], [(w, one.reason) for w, one in found]


def test_a_report_may_call_the_text_by_another_name():
    text = PORTS.format("Kenya undertakes to release the stranded Norwegian sailors without delay.")
    told = "Norway and Kenya signed the Mombasa Ports Accord on Monday.\n\nThe peace agreement also includes the release of 12 stranded sailors."
    other = "Ghana and Togo signed the Lome Ports Accord on Monday.\n\nThe peace agreement also includes the release of 12 stranded sailors."
    assert [one.claims_text for w, one in _found(text, told) if w == "added number"] == [True]
    assert not [one for w, one in _found(text, other) if w == "added number" and one.claims_text]


@pytest.mark.parametrize("paper", ["fact sheet", "letter of intent", "joint statement"])
def test_a_report_may_call_the_text_by_a_name_of_several_words(paper):
    text = _layout(PORTS.format("Norway will lend Kenya $40 million for dredging the channel of Mombasa."))
    told = f"Norway and Kenya signed a {paper} on ports on Monday.\n\nThe {paper} has Norway lend $40 million."
    news = _layout(told)
    called = names_in(replace(text, document=replace(text.document, title="A text", text=text.document.text)), news)
    assert paper in called
    assert [word.lower for line in news.lines for word in naming(line, frozenset({paper}))] == [paper.split()[-1]] * 2


def test_an_exchange_for_a_thing_that_stands_nowhere_in_the_text_is_told():
    text = PORTS.format("Norway will lend Kenya $40 million for dredging the channel of Mombasa.")
    report = "The declaration has Norway lend $40 million for dredging the channel. The declaration was signed in exchange for Kenya's promise to stop felling mangroves."
    found = [one for w, one in _found(text, report) if w == "added exchange"]
    assert [(one.text_spans, "no term of it" in one.reason) for one in found] == [((), True)]


def test_a_term_that_no_report_tells_is_dropped_once():
    text = PORTS.format("Norway will lend Kenya $40 million for dredging the channel of Mombasa.")
    comparison = compare_texts(_layout(text), (_layout("Rain fell in Accra."), _layout("Snow fell in Quito.")))
    untold = [one for one in comparison.findings if one.aspect == "term" and not one.news]
    assert (comparison.told, len(untold)) == (0, comparison.terms)


def test_the_order_of_reports_changes_nothing_but_their_own_order():
    text = _layout(PORTS.format("Norway will lend Kenya $40 million for dredging the channel of Mombasa."))
    one = _layout("The declaration says that Norway will lend $40 million for dredging the channel.")
    other = _layout("The declaration says that Norway will lend $400 million for dredging the channel.")
    forward, backward = compare_texts(text, (one, other)), compare_texts(text, (other, one))
    assert forward == backward
    assert len({finding.news for finding in forward.findings}) > 1


def _found(text, news):
    findings = compare_texts(_layout(text), (_layout(news),)).findings
    return [(f"{one.happening} {one.aspect}", one) for one in findings]


def _layout(text):
    document = Document(text=text, title=text.split("\n")[0], published=When.parse("2024-03-04"))
    return layout_of(document, read_document(document))


@pytest.mark.parametrize(
    ("term", "report", "told"),
    [
        ("Kenya and Malta intend to complete the midterm review of the lighthouse program in March 2025.",
         "Under the declaration, Kenya and Malta intend to complete the midterm review of the lighthouse program in June 2025.", ["changed"]),
        ("Kenya and Malta intend to complete the midterm review of the lighthouse program in March 2025.",
         "Under the declaration, Kenya and Malta intend to complete the midterm review of the lighthouse program in March 2025.", ["kept"]),
        ("The ministers looked forward to the next Lighthouse Summit, to be hosted by Malta in 2026.",
         "The ministers looked forward to the Lighthouse Summit, which Kenya will host in 2026.", []),
    ],
    ids=["another month", "the same month", "another host"],
)  # fmt: skip
def test_one_deadline_is_not_told_as_changed_and_as_kept(term, report, told):
    _, found = found_between("Kenya and Malta", term, report)
    assert [label.split()[0] for label, _ in found if label.split()[1] in {"deadline", "time"}] == told


@pytest.mark.parametrize(("verb", "number"), [("will lend", 0), ("pledged to lend", 1), ("intends to lend", 0)])
def test_a_mere_will_is_no_firmer_than_to_intend(verb, number):
    term = "Malta intends to lend Kenya two survey vessels for the reefs of Lamu."
    _, found = found_between("Kenya and Malta", term, f"Malta {verb} Kenya two survey vessels for the reefs of Lamu.")
    assert [label for label, _ in found].count("strengthened firmness") == number
