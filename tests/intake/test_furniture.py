"""Furniture: the stretches in which nothing is coded."""

import pytest

from marks import mark, unmark
from servanda.intake.documents import document_from
from servanda.intake.extracts import Extract
from servanda.intake.facts import Facts

LEAD = "Norway and Kenya agreed on Monday to rebuild the port of Lamu together, officials said in Oslo."
MORE = "Kenya will pay a third of the price, its transport minister told reporters after the signing."


def document(text, **facts):
    extract = Extract(
        text=text, location="a", media_type="text/plain", extractor="text", raw_hash="", facts=Facts(**facts)
    )
    return document_from(extract, [])[0]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            f"Port deal signed\n<f>Synopsis\nKey Takeaways\n- Port to be rebuilt\n- Kenya pays a third</f>\n{LEAD}\n{MORE}",
            id="key points",
        ),
        pytest.param(
            f"Port deal signed\n<f>Summary\nA port will be rebuilt by two states.</f>\n{LEAD}\n{MORE}",
            id="a summary in prose",
        ),
        pytest.param(f"<f>Home\nLatest News\nWorld</f>\nPort deal signed\n{LEAD}\n{MORE}", id="navigation"),
        pytest.param(f"Port deal signed\n<f>By Amina Odhiambo and Knut Berg</f>\n{LEAD}\n{MORE}", id="a by-line"),
        pytest.param(
            f"Port deal signed\n<f>By Amina Odhiambo, Daily Harbour</f>\n{LEAD}\n{MORE}\n<f>amina@harbour.example</f>",
            id="by-line and mail",
        ),
        pytest.param(f"Port deal signed\n<f>Monday, March 4, 2024</f>\n{LEAD}\n{MORE}", id="a date alone"),
        pytest.param(
            f"Port deal signed\n<f>Published: 4 March 2024 10:15 GMT</f>\n{LEAD}\n{MORE}", id="a time of publication"
        ),
        pytest.param(f"<f>FOR IMMEDIATE RELEASE</f>\nPort deal signed\n{LEAD}\n{MORE}", id="a release note"),
        pytest.param(f"{LEAD}\n{MORE} <f>(Kyodo)</f>", id="a wire credit"),
        pytest.param(f"{LEAD}\n{MORE} <f>(ANI)</f>.", id="a wire credit before a stop"),
        pytest.param(f"{LEAD}\n<f>Source: Xinhua</f>", id="a source line"),
        pytest.param(f"{LEAD}\n{MORE}\n\n<f>###</f>\n", id="an end mark"),
        pytest.param(f"{LEAD}\n{MORE}\n<f>(END)</f>", id="an end in words"),
        pytest.param(f"{LEAD}\n<f><!-- --></f>\n{MORE}", id="a page mark"),
        pytest.param(f"{LEAD}\n<f>[Photo: the two ministers in Oslo]</f>\n{MORE}", id="a caption"),
        pytest.param(
            f"{LEAD}\n<f>The ministers in Oslo on Monday. (Photo: Knut Berg)</f>\n{MORE}",
            id="a caption with its credit",
        ),
        pytest.param(f"{LEAD}\n<f>harbour_2</f>\n{MORE}\n<f>port.jpg</f>", id="names of pictures"),
        pytest.param(f"{LEAD}\n{MORE}\n<f>© 2024 Daily Harbour. All rights reserved.</f>", id="a copyright line"),
        pytest.param(
            f"{LEAD}\n{MORE}\n<f>Subscribe to our newsletter\nDaily Harbour relies on its readers.</f>", id="an appeal"
        ),
        pytest.param(f"{LEAD}\n{MORE}\n<f>Attachments\n• (Text of the deal)\n• map.pdf</f>", id="a list of files"),
        pytest.param(f"{LEAD}\n{MORE}\n<f>Read more: what the port means for Lamu</f>", id="a link"),
        pytest.param(f"{LEAD}\r\n{MORE}\r\n<f>https://harbour.example/port</f>\r\n", id="an address behind CRLF"),
    ],
)
def test_furniture_is_marked(marked):
    text, spans = unmark(marked.replace("<!-- -->", "<!--~-->"))
    assert mark(text, document(text).furniture, "f") == mark(text, spans["f"], "f")


@pytest.mark.parametrize(
    "line",
    [
        "Amina Odhiambo in Oslo",
        "Amina Odhiambo | March 4, 2024",
        "Our Correspondent",
        "5 min read",
        "Share this article",
        "ADVERTISEMENT",
        "3:15 P.M. EAT",
        "File photo",
        "(AP Photo/Knut Berg)",
        "[Knut Berg/AFP]",
        "Ministers shake hands in Oslo on Monday. Knut Berg/Reuters",
        "Topics: Kenya, Norway",
    ],
)
def test_lines_that_a_page_prints_above_a_report_are_furniture(line):
    text = f"Port deal signed\n{line}\n{LEAD}\n{MORE}\n{MORE}"
    assert [span.of(text) for span in document(text).furniture] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Amina Odhiambo; Editing by Knut Berg",
        "(Additional reporting by Amina Odhiambo in Nairobi)",
        "Amina Odhiambo contributed to this report.",
        "Amina Odhiambo is a staff writer at the Harbour.",
        "Follow Amina Odhiambo on Twitter @amina",
        "With agency inputs",
        "(This story has not been edited and is auto-generated from a syndicated feed.)",
        "Our Standards: The Harbour Principles.",
        "Editor's note: this story was updated.",
        "Notes to editors:",
        "Disclaimer: this is a translation.",
        "Views expressed are the author’s own.",
        "Media Contact: Knut Berg, +47 22 00 00 00",
        "For more information, visit www.harbour.example",
        "If you enjoyed this article, please consider a donation",
        "Please disable your ad blocker",
        "Read next: Ports of Africa",
        "You may also like",
        "More from the Harbour",
        "Attachment: Joint statement (PDF)",
        "Joint Statement.docx (34 KB)",
        "Comments (3)",
        "END 4:02 P.M. EAT",
    ],
)
def test_lines_that_a_page_prints_below_a_report_are_furniture(line):
    text = f"Port deal signed\n{LEAD}\n{MORE}\n{MORE}\n{line}"
    assert [span.of(text) for span in document(text).furniture] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Kenya contributed to this quay as much as Norway did.",
        "Amina Odhiambo is a writer whom Kenya jailed.",
        "Reporting on the talks was banned by Kenya.",
        "The topics: Kenya wants a port, and Norway pays for it.",
        "For more details of the port, the two states will meet again in Lamu.",
        "Views expressed at the talks differed, the minister said, and each side kept to its own.",
        "More from Norway is hoped for, she said.",
        "The attached map shows the port.",
        "We need help, the minister of Kenya said.",
        "It closed at 3:15 P.M. EAT",
        "Kenya shares the cost. Norway pays / lends the rest.",
    ],
)
def test_sentences_that_begin_like_furniture_are_left_in(line):
    text = f"Port deal signed\n{LEAD}\n{line}\n{MORE}"
    assert document(text).furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Port deal signed\n{LEAD}\nIn a summary of the talks, both sides spoke of trust.",
        f"{LEAD}\nThe ministers support our common plan, she said.\n{MORE}",
        f"{LEAD}\nThe deal does not touch copyright or patents (both are left to later talks).",
        f"{LEAD}\n- Norway will lend the money.\n- Kenya will build the quay.",
        f"{LEAD}\nBy contrast, Kenya pays a third.",
        f"{LEAD}\nKenya will report on it to the African Union (AU)",
        f"{LEAD}\nRead the treaty closely, the opposition said, and you will see that Kenya must pay for every quay before a ship may land there.\n{MORE}\n{MORE}\n{MORE}\n{MORE}\n{MORE}\n{MORE}",
    ],
)
def test_the_report_itself_is_left_in(text):
    assert mark(text, document(text).furniture, "f") == text


def test_a_summary_under_the_title_is_furniture_where_the_publisher_prints_one():
    text = (
        "Port deal\n\nThe minister and her colleague discussed ports.\nMinisters shaking hands in Oslo.\n"
        + LEAD
        + "\n"
        + MORE
    )
    found = document(text, address="https://www.gov.uk/government/news/port").furniture
    assert [span.of(text) for span in found] == [
        "The minister and her colleague discussed ports.",
        "Ministers shaking hands in Oslo.",
    ]
    assert document(text, address="https://www.example.org").furniture == ()


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("© 2024 The Straits Courier. All rights reserved.", "outlet", "The Straits Courier"),
        ("<Copyright ⓒ Harbour Defense Weekly, All rights reserved>", "outlet", "Harbour Defense Weekly"),
        ("Copyright (c) 2021-2023 Daily Nation", "outlet", "Daily Nation"),
        ("Support our journalism\nThe Harbour relies on gifts.", "outlet", "The Harbour"),
        ("By Amina Odhiambo", "author", "Amina Odhiambo"),
        ("(With inputs from PTI and agencies)", "agency", "PTI"),
        ("Source: Anadolu Agency", "agency", "Anadolu Agency"),
        ("The talks go on. – AFP", "agency", "AFP"),
        ("The talks go on. (Associated Press)", "agency", "AP"),
    ],
)
def test_credits_say_who(line, field, value):
    text = f"{LEAD}\n{MORE}\n{line}"
    found = document(text)
    ground = next(ground for ground in found.grounds if ground.field == field)
    assert (getattr(found, field), ground.source) == (value, "the text")
    assert ground.span.of(text) in line


@pytest.mark.parametrize(
    "line", ["The report is on the map.", "It was led by the African Union. (AU)", "They met at the tap. (map)"]
)
def test_other_words_are_no_agency(line):
    assert document(f"{LEAD}\n{line}").agency is None
