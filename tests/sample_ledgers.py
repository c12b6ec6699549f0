"""A ledger of our own prose for the pages: a wire report, an adopted text, a second report, and a hostile document."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import factories as make
from servanda.codebook import Exchange, Ground, Mention, Problem, Relay, When, stated, unclear
from servanda.codebook.vocabulary import (
    About,
    Act,
    ActorKind,
    DocumentKind,
    EventType,
    Firmness,
    InstrumentKind,
    InstrumentStatus,
    Mode,
    Novelty,
    OccasionKind,
    OccasionStatus,
    Polarity,
    Role,
    Valence,
)
from servanda.store import Ledger

SCRIPT = "<script>alert('x')</script>"
HOSTILE = f"{SCRIPT}\"'&amp;<img src=x onerror=alert(1)>\u202edlog\u202c {{{{ 7*7 }}}} שלום"


def a_report():
    """A wire report with a record of every kind, an exchange, a refusal, a relay and a field that is unclear."""
    document, at = make.a_marked_document(
        "<furniture>OSLO, May 2 (Nordic Wire)</furniture>\n\n"
        "<nor>Norway</nor> and <fin>Finland</fin> have struck <instrument>a ferry agreement</instrument> after "
        "<occasion>two days of talks in Oslo</occasion>, which both sides called <bond>“the closest of "
        "partnerships”</bond>.\n\n"
        "<minister>Foreign Minister Kari Dahl</minister> <cue>said</cue> on <day>Thursday</day> that <content>"
        "<buy><buyer>Norway</buyer> <will>will</will> <act>buy</act> <number>three</number> <ships>electric ferries"
        "</ships> from <seller>Finland</seller> by <deadline>2030</deadline></buy>, <condition>if parliament agrees"
        "</condition>, <back>in return for</back> <pay><payer>Helsinki</payer> <pledge>pledging</pledge> "
        "<sum>€350 million</sum> for <port>a new port at Vadsø</port></pay></content>, <via>Radio Nord</via> reported.\n\n"
        "<no><refuser>Finland</refuser> <decline>will not</decline> <lower>lower</lower> its tariff on "
        "<fish>farmed salmon</fish></no>, the minister added. Observers called the delay "
        "<worry>“a growing worry”</worry>.\n",
        title="Norway and Finland strike ferry deal",
        outlet="The Northern Post",
        agency="Nordic Wire",
        dateline="Oslo",
        language="en",
        location="reports/ferries.txt",
        published=When.parse("2024-05-02"),
        raw_hash="ab" * 32,
    )
    ground = Ground(field="published", source="the text", span=at["furniture"][0])
    document = replace(document, furniture=at["furniture"], grounds=(ground,))
    talks = make.an_occasion(
        document, at, kind=stated(OccasionKind.TALKS, at["occasion"]), participants=stated(("NOR", "FIN"), at["nor"])
    )
    deal = make.an_instrument(
        document,
        at,
        parties=stated(("NOR", "FIN"), at["nor"]),
        status=stated(InstrumentStatus.CONCLUDED, at["instrument"]),
    )
    said = make.a_statement(
        document,
        at,
        speakers=stated(("kari-dahl",), at["minister"]),
        occasion=stated(talks.id, at["occasion"]),
        date=stated(When.parse("2024-05-02"), at["day"], reason="the latest Thursday on or before publication"),
        via=(Relay(name="radio-nord", span=at["via"][0]),),
    )
    buy, pay = _promises(document, at, deal, said)
    buy = replace(buy, exchange=stated(Exchange(commitments=(pay.id,), asserted_by=("kari-dahl",)), at["back"]))
    pay = replace(pay, exchange=stated(Exchange(commitments=(buy.id,), asserted_by=("kari-dahl",)), at["back"]))
    refusal = make.a_commitment(
        document,
        {"span": at["no"], "debtor": at["refuser"], "act": at["lower"], "wording": at["decline"]},
        debtors=stated(("FIN",), at["refuser"]),
        creditors=unclear("the text names no one side of the market", at["fish"]),
        act=stated(Act.TARIFF, at["lower"]),
        object=stated("farmed salmon", at["fish"]),
        polarity=stated(Polarity.MINUS, at["decline"]),
    )
    praise = make.an_assessment(
        document,
        {"assessment": at["bond"]},
        speakers=stated(("NOR", "FIN"), at["nor"]),
        target=stated((deal.id,), at["instrument"]),
    )
    worry = make.an_assessment(
        document,
        {"assessment": at["worry"]},
        speakers=stated(("narrator",), at["worry"]),
        about=stated(About.CONDUCT, at["worry"]),
        target=stated(("FIN",), at["refuser"]),
        valence=stated(Valence.MINUS, at["worry"]),
    )
    return document, make.a_reading(
        document,
        *_actors(document, at),
        talks,
        deal,
        said,
        buy,
        pay,
        refusal,
        praise,
        worry,
        reader="tests",
        version="1",
    )


def _promises(document, at, deal, said):
    buy = make.a_commitment(
        document,
        {"span": at["buy"], "debtor": at["buyer"], "creditor": at["seller"], "act": at["act"], "wording": at["will"]},
        object=stated("electric ferries", at["ships"]),
        quantities=stated((make.a_quantity(span=at["number"][0]),), at["number"]),
        deadline=stated(When.year(2030), at["deadline"]),
        condition=at["condition"],
        statement=stated(said.id, at["cue"]),
        instrument=stated(deal.id, at["instrument"]),
    )
    million = make.a_quantity(value=Decimal(350_000_000), unit="EUR", role=Role.AMOUNT, span=at["sum"][0])
    pay = make.a_commitment(
        document,
        {"span": at["pay"], "debtor": at["payer"], "act": at["sum"], "wording": at["pledge"]},
        debtors=stated(("FIN",), at["payer"], reason="the capital that acts is the state"),
        act=stated(Act.FUND, at["sum"]),
        object=stated("a new port at Vadsø", at["port"]),
        quantities=stated((million,), at["sum"]),
        firmness=stated(Firmness.PLEDGED, at["pledge"]),
        statement=stated(said.id, at["cue"]),
    )
    return buy, pay


def _actors(document, at):
    norway = make.an_actor(document, {"actor": (*at["nor"], *at["buyer"])})
    finland = make.an_actor(
        document,
        {},
        actor="FIN",
        name="Finland",
        mentions=tuple(
            Mention(span=span, reason="capital" if span in at["payer"] else "name")
            for span in (*at["fin"], *at["seller"], *at["payer"], *at["refuser"])
        ),
    )
    dahl = make.an_actor(
        document,
        {"actor": at["minister"]},
        actor="kari-dahl",
        name="Kari Dahl",
        kind=ActorKind.PERSON,
        state=stated("NOR", at["minister"], reason="the office's state in this report"),
        office=stated("Foreign Minister", at["minister"]),
    )
    return norway, finland, dahl


def an_adopted_text():
    """A joint statement of three states with terms of its own, and parties in Hangul and Japanese script."""
    document, at = make.a_marked_document(
        "<title>Joint Statement on Coastal Cooperation</title>\n"
        "The Philippines, Japan (<jpn>日本</jpn>) and the Republic of Korea (<kor>대한민국</kor>) "
        "<one><all>The three sides</all> <agree>shall</agree> <hold>hold</hold> <drill>joint search-and-rescue exercises"
        "</drill> <when>every year until 2027</when></one>.\n"
        "<two><japan>Japan</japan> <aims>intends to</aims> <give>transfer</give> <boats>two patrol vessels</boats> to "
        "<phl>the Philippines</phl></two>.\n",
        title="Joint Statement on Coastal Cooperation",
        outlet="Ministry of Foreign Affairs, Manila",
        kind=DocumentKind.INSTRUMENT,
        published=When.parse("2024-06-01/2024-06-30"),
        location="texts/coast.md",
    )
    text = make.an_instrument(
        document,
        {"instrument": at["title"]},
        name="coastal-cooperation-2024",
        kind=stated(InstrumentKind.JOINT_STATEMENT, at["title"]),
        date=stated(When.month(2024, 6), at["title"], reason="the interval that the text allows"),
        status=stated(InstrumentStatus.SIGNED, at["title"]),
    )
    drills = make.a_commitment(
        document,
        {"span": at["one"], "debtor": at["all"], "act": at["hold"], "wording": at["agree"]},
        debtors=stated(("PHL", "JPN", "KOR"), at["all"], reason="group of PHL, JPN and KOR"),
        creditors=stated((), at["all"], reason="all three owe it jointly"),
        act=stated(Act.EXERCISE, at["hold"]),
        object=stated("joint search-and-rescue exercises", at["drill"]),
        deadline=stated(When.parse("2027"), at["when"]),
        firmness=stated(Firmness.BINDING, at["agree"]),
        instrument=stated(text.id, at["title"]),
    )
    boats = make.a_commitment(
        document,
        {"span": at["two"], "debtor": at["japan"], "act": at["give"], "wording": at["aims"]},
        debtors=stated(("JPN",), at["japan"]),
        creditors=stated(("PHL",), at["phl"]),
        act=stated(Act.TRANSFER, at["give"]),
        object=stated("patrol vessels", at["boats"]),
        novelty=stated(Novelty.REAFFIRMED, at["aims"]),
        instrument=stated(text.id, at["title"]),
    )
    drill = make.an_occasion(
        document,
        {"occasion": at["drill"]},
        type=stated(EventType.COOPERATE, at["drill"]),
        kind=stated(OccasionKind.EXERCISE, at["drill"]),
        participants=stated(("PHL", "JPN", "KOR"), at["all"]),
        status=stated(OccasionStatus.PLANNED, at["drill"]),
        place=unclear("only the coast is named", at["drill"]),
    )
    people = [
        make.an_actor(document, {"actor": at["jpn"]}, actor="JPN", name="Japan"),
        make.an_actor(document, {"actor": at["kor"]}, actor="KOR", name="South Korea"),
        make.an_actor(document, {"actor": at["phl"]}, actor="PHL", name="Philippines"),
        make.an_actor(
            document,
            {"actor": at["all"]},
            actor="PHL/coast-guard-command-of-the-archipelago",
            name="Coast Guard Command",
            kind=ActorKind.BODY,
        ),
    ]
    return document, make.a_reading(document, text, drills, boats, drill, *people)


def a_hostile_document():
    """A document that attacks a page through every field that takes free words."""
    document, at = make.a_marked_document(
        f"<speaker>Norway</speaker> <cue>said</cue> <content>{HOSTILE.replace('<', '‹')} <script>it</script></content>.\n",
        title="",
    )
    text = document.text.replace("‹", "<")
    document = replace(
        document,
        text=text,
        title=HOSTILE,
        outlet=HOSTILE,
        agency=HOSTILE,
        author=HOSTILE,
        location=HOSTILE,
        language='en"x',
    )
    odd = {"reason": HOSTILE}
    said = make.a_statement(document, at, speakers=stated((HOSTILE,), at["speaker"], **odd), mode=Mode.MIXED)
    promise = make.a_commitment(
        document,
        {"debtor": at["speaker"], "act": at["cue"]},
        debtors=stated((HOSTILE,), at["speaker"], **odd),
        object=stated(HOSTILE, at["content"], **odd),
        deadline=unclear(HOSTILE),
        statement=stated(said.id, at["cue"]),
        span=at["content"],
    )
    praise = make.an_assessment(document, {"assessment": at["content"]}, speakers=stated((HOSTILE,), at["speaker"]))
    meeting = make.an_occasion(document, {"occasion": at["content"]}, place=stated(HOSTILE, at["content"]))
    deal = make.an_instrument(document, {"instrument": at["content"]}, name=HOSTILE)
    actor = make.an_actor(
        document, {"actor": at["speaker"]}, actor=HOSTILE, name=HOSTILE, office=stated(HOSTILE, at["cue"])
    )
    problem = Problem(code="odd", message=HOSTILE, location=HOSTILE, document=document.id, detail=HOSTILE)
    return document, make.a_reading(document, said, promise, praise, meeting, deal, actor, problems=(problem,))


def make_ledger(path: Path, *, hostile: bool = False) -> Path:
    """A ledger file with the sample documents, a second report of the ferry deal, and two problems."""
    path.write_bytes(_made(hostile))
    return path


@cache
def _made(hostile: bool) -> bytes:
    """The file that all tests of a run copy."""
    made = [a_report(), an_adopted_text(), make.a_ferry_deal(title="Ferries ordered", outlet="Example Times")]
    made.append(make.a_ferry_deal("Oslo", title=None, outlet=None, published=None))
    if hostile:
        made.append(a_hostile_document())
    problems = (
        Problem(code="empty", message="The file is empty.", location="reports/empty.txt"),
        Problem(code="not-text", message="The file is no text.", location="reports/photo.txt", detail="0x00 at 12"),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        with Ledger.open(path, create=True) as ledger:
            for document, reading in made:
                ledger.append_reading(document, reading)
            ledger.append_problems(problems)
        return path.read_bytes()
