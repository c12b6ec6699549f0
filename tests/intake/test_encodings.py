"""Bytes come out as the text that was written, with its line ends."""

import pytest

from servanda.intake import fetch_documents
from servanda.intake.encodings import decode

PROSE = "“We will build the port,” she said – it’s agreed.\r\nCôte d’Ivoire and Norway signed.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_every_encoding_gives_the_text_as_written(tmp_path, encoding, mark):
    (tmp_path / "a.txt").write_bytes(mark + PROSE.encode(encoding))
    document = next(fetch_documents([str(tmp_path / "a.txt")]))
    assert (document.text, document.extractor) == (PROSE, f"text {encoding}")


@pytest.mark.parametrize(
    "words", ["café", "It’s time.", "Señor Müller’s visit", "The price is 5 €", "naïve", "Malmö – Oslo", "©"]
)
def test_short_western_texts_are_windows_1252(words):
    assert decode(words.encode("cp1252")) == (words, "cp1252")


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Министр иностранных дел Норвегии встретился сегодня с коллегой из Кении.", "cp1251"),
        ("日本の外務大臣は本日、ノルウェーの外務大臣と会談しました。", "shift_jis"),
    ],
)
def test_other_scripts_are_left_to_the_library(words, encoding):
    assert decode(words.encode(encoding))[0] == words


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1251", "Осло"),
        ("iso-8859-1", "Îñëî"),
        ("rot13", "Îñëî"),
        pytest.param("no such", "Îñëî", id="an unknown name"),
    ],
)
def test_a_declared_charset_is_believed_where_it_is_one(charset, text):
    assert decode("Осло".encode("cp1251") + b" " * 40, charset)[0].strip() == text


def test_line_ends_stay_as_they_are(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"One line\r\nand two\rand three\n\x0cand four")
    assert next(fetch_documents([str(tmp_path / "a.txt")])).text == "One line\r\nand two\rand three\n\x0cand four"
