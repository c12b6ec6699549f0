"""Markdown, HTML, PDF and JSON: text and metadata of files made here."""

import json

import pytest

from servanda.codebook import Problem
from servanda.intake import fetch_documents

PAGE = """<!doctype html><html lang="en"><head><title>Norway and Kenya sign port deal - Daily Harbour</title>
<meta property="og:site_name" content="Daily Harbour"><meta name="author" content="Amina Odhiambo">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Norway and Kenya sign port deal</h1><p>NAIROBI, March 5 (Reuters) - Norway and Kenya signed a deal on Tuesday
to rebuild the port of Lamu, the two governments said in a <a href="x">joint statement</a> afterwards.</p>
<p>&ldquo;We are committed,&rdquo; the Norwegian minister told reporters in Nairobi on Tuesday.</p></article>
<footer>Copyright 2024 Daily Harbour</footer></body></html>"""


def fetched(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(fetch_documents([str(path)]))


def a_pdf(lines, info="<</Title(Port statement)/CreationDate(D:20240305101112+01'00')>>", trailer=""):
    """A PDF of one page, with its table of objects, so that no library has to mend it."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        info,
    ]
    out, starts = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    return (
        f"{out}xref\n0 7\n0000000000 65535 f \n{table}"
        f"trailer<</Size 7/Root 1 0 R/Info 6 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("latin-1")


def test_markdown_gives_the_text_below_its_front_matter(tmp_path):
    head = "---\r\ntitle: Port deal\r\ndate: 2024-03-05\r\noutlet: Daily Harbour\r\nauthors: [A. Odhiambo, K. Berg]\r\n---\r\n\r\n"
    document = fetched(tmp_path / "a.md", head + "# Port deal\r\n\r\nNorway *will* help.\r\n")[0]
    assert document.text == "# Port deal\r\n\r\nNorway *will* help.\r\n"
    assert (document.title, str(document.published), document.outlet) == ("Port deal", "2024-03-05", "Daily Harbour")
    assert document.author == "A. Odhiambo, K. Berg"


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ("Norway will help.\n", "Port deal\n\nNorway will help.\n"),
        ("**Port deal**\n\nNorway will help.\n", "**Port deal**\n\nNorway will help.\n"),
        ("## On ports\n\nNorway will help.\n", "Port deal\n\n## On ports\n\nNorway will help.\n"),
    ],
)
def test_markdown_stands_under_the_title_of_its_head(tmp_path, below, text):
    document = fetched(tmp_path / "a.md", f"---\ntitle: Port deal\n---\n{below}")[0]
    assert (document.text, document.title) == (text, "Port deal")


@pytest.mark.parametrize("head", ["title: [unclosed", "- a\n- list", "a: b: c", "? {x: [}"])
def test_broken_front_matter_is_a_problem_and_the_text_is_read(tmp_path, head):
    document, problem = fetched(tmp_path / "a.md", f"---\n{head}\n---\nNorway will help Kenya.\n")
    assert (document.text, problem.code) == ("Norway will help Kenya.\n", "bad-metadata")


def test_a_rule_in_markdown_is_no_front_matter(tmp_path):
    text = "Norway will help Kenya.\n\n---\n\nKenya is grateful.\n"
    assert fetched(tmp_path / "a.md", text)[0].text == text


def test_html_gives_main_text_and_metadata(tmp_path):
    document = fetched(tmp_path / "a.html", PAGE)[0]
    assert "joint statement afterwards." in document.text
    assert "Copyright" not in document.text
    assert "Home" not in document.text
    assert document.text.count("\n") == 2
    found = (
        document.title,
        document.outlet,
        document.author,
        str(document.published),
        document.agency,
        document.dateline,
    )
    assert found == (
        "Norway and Kenya sign port deal",
        "Daily Harbour",
        "Amina Odhiambo",
        "2024-03-05",
        "Reuters",
        "NAIROBI",
    )
    assert document.extractor.startswith("trafilatura 2")


def test_html_in_its_declared_charset(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Nairobi on", "Осло on")
    assert "Осло" in fetched(tmp_path / "a.html", page.encode("cp1251"))[0].text


def test_pdf_joins_the_lines_of_a_paragraph(tmp_path):
    lines = [
        "Statement of Norway and Kenya",
        "Norway and Kenya will build the port of Lamu together and they will co-",
        "operate in fisheries. The two sides agreed to meet every year, first in",
        "Oslo.",
        "Norway will invest $200 million.",
    ]
    document = fetched(tmp_path / "a.pdf", a_pdf(lines))[0]
    assert document.text.split("\n") == [
        "Statement of Norway and Kenya",
        f"{lines[1]}{lines[2]} {lines[3]}".replace("co-operate", "cooperate"),
        "Norway will invest $200 million.",
    ]
    assert (document.title, str(document.published)) == ("Statement of Norway and Kenya", "2024-03-05")


def test_a_date_in_the_text_comes_before_the_day_the_pdf_was_made(tmp_path):
    body = "Norway and Kenya agreed on the port of Lamu, and on fisheries as well."
    lines = ["Port statement of two", "4 March 2024", body, body, "Done in Oslo."]
    assert str(fetched(tmp_path / "a.pdf", a_pdf(lines))[0].published) == "2024-03-04"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(a_pdf([]), "no-text-layer", id="no text"),
        pytest.param(a_pdf(["Norway"])[:300], "broken-pdf", id="cut off"),
        pytest.param(
            a_pdf(
                ["Norway"],
                trailer=f"/ID[<{'00' * 16}><{'00' * 16}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>",
            ),
            "locked-pdf",
            id="locked by a password",
        ),
    ],
)
def test_a_pdf_without_text_is_one_problem(tmp_path, content, code):
    assert [each.code for each in fetched(tmp_path / "a.pdf", content)] == [code]


def test_json_lines_give_a_document_a_line(tmp_path):
    lines = [
        json.dumps(
            {"text": "Norway will help Kenya.", "title": "Port deal", "date": "2024-03-05", "source": "reuters.com"}
        ),
        "{broken",
        "",
        json.dumps(
            {"body": "Kenya is grateful.", "published": "2024", "kind": "readout", "url": "https://www.mfa.gov.sg/x"}
        ),
        json.dumps({"title": "no text"}),
        json.dumps(["a list"]),
        json.dumps(
            {
                "content": "The Philippines agreed.",
                "date": "soon",
                "kind": "poem",
                "outlet": "Rappler",
                "language": "en-GB",
            }
        ),
    ]
    records = fetched(tmp_path / "a.jsonl", "\ufeff" + "\r\n".join(lines))
    shown = [
        (each.location.rpartition("#")[2], each.code if isinstance(each, Problem) else each.outlet) for each in records
    ]
    assert shown == [
        ("1", "Reuters"),
        ("2", "bad-json"),
        ("4", "Singaporean Foreign Ministry"),
        ("5", "no-text"),
        ("6", "no-text"),
        ("7", "Rappler"),
        ("7", "bad-date"),
        ("7", "bad-kind"),
    ]
    assert (str(records[2].published), records[2].kind) == ("2024-01-01/2024-12-31", "readout")


def test_lone_surrogates_in_json_are_replaced_and_told(tmp_path):
    document, problem = fetched(
        tmp_path / "a.json", r'{"text": "Norway \ud800 helps \ud83d\ude00 Kenya", "title": "\udfff x"}'
    )
    assert (document.text, document.title, problem.code) == (
        "\ufffd x\n\nNorway \ufffd helps 😀 Kenya",
        "\ufffd x",
        "odd-characters",
    )


@pytest.mark.parametrize(
    ("title", "text", "kept"),
    [
        ("A call", "The two spoke.", "A call\n\nThe two spoke."),
        ("A call", "A  CALL\nThe two spoke.", "A  CALL\nThe two spoke."),
        ("", "The two spoke.", "The two spoke."),
        (
            "A call of ministers | The Site",
            "A call of ministers\nThe two spoke.",
            "A call of ministers\nThe two spoke.",
        ),
    ],
    ids=["apart", "in the text", "none", "with the name of a site"],
)
def test_a_title_that_does_not_open_the_text_is_put_over_it(tmp_path, title, text, kept):
    (document,) = fetched(tmp_path / "a.jsonl", json.dumps({"title": title, "text": text}) + "\n")
    assert document.text == kept


@pytest.mark.parametrize(
    ("page", "opening"),
    [
        ("<title>Norway gives Kenya ships</title><body><article>{}</article>", "Norway gives Kenya ships"),
        ("<title>Norway gives Kenya ships</title><body><article><h1>Norway gives Kenya ships</h1>{}</article>", "Norway gives Kenya ships"),
        ("<title>Home</title><body><article>{}</article>", "The two ministers met in Oslo on Monday."),
    ],
    ids=["apart", "in the text", "no headline"],
)  # fmt: skip
def test_a_page_stands_under_its_headline_once(tmp_path, page, opening):
    body = (
        "<p>The two ministers met in Oslo on Monday.</p>"
        + "<p>They spoke of ships, ports and fish, and of grain.</p>" * 3
    )
    (document,) = fetched(tmp_path / "a.html", f"<html lang='en'>{page.format(body)}</body></html>")
    assert document.text.splitlines()[0] == opening
    assert document.text.count("ministers met") == 1


def test_a_line_of_json_beyond_the_limit_is_one_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("servanda.intake.json_texts.MOST_JSON_LINE_BYTES", 100)
    long = json.dumps({"text": "Norway " * 1000})
    records = fetched(tmp_path / "a.jsonl", f'{long}\n{{"text": "Kenya agreed."}}\n')
    assert [each.location.rpartition("#")[2] for each in records] == ["1", "2"]
    assert (records[0].code, records[1].text) == ("line-too-long", "Kenya agreed.")
