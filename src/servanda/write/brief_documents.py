"""A brief as a DOCX file: the one place where python-docx is imported.

Numbers in the text lead to the list of sources at the end. The file has no time of its making, so that the same brief
is the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from servanda.view.briefs import BriefPage, BriefSection
from servanda.write.briefs import more_of, numbers_of, quoted_of, summary_of, title_of
from servanda.write.followings import placed

_LONGEST = 255
"""Letters that a property of such a file holds."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that a packed file without a time of its own has."""


def write_brief_docx(page: BriefPage, path: Path) -> None:
    """Write a brief as a DOCX file.

    Raises:
        OSError: the file cannot be written.
    """
    document = docx.Document()
    _lay_out(document, page)
    document.add_heading(_clean(title_of(page)), level=1)
    document.add_paragraph(_clean(summary_of(page)))
    for section in page.sections:
        document.add_heading(_clean(section.title), level=2)
        _write_lines(document, section)
    _write_sides(document, page)
    document.add_heading("Sources", level=2)
    for source in page.sources:
        told = f"{source.number}. “{source.sentence}” {placed(source.source)} ({source.record})"
        paragraph = document.add_paragraph(_clean(told))
        paragraph.runs[0].font.size = Pt(8)
        _mark(paragraph, source.number)
    _save(document, path)


def _lay_out(document: DocxDocument, page: BriefPage) -> None:
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(18)
    sheet.top_margin = sheet.bottom_margin = Mm(15)
    normal = document.styles["Normal"]
    normal.font.size = Pt(9.5)
    normal.paragraph_format.space_after = Pt(3)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = _clean(title_of(page))[:_LONGEST], "servanda", ""
    facts.created = facts.modified = datetime.fromisoformat(page.on)


def _write_lines(document: DocxDocument, section: BriefSection) -> None:
    for line in section.lines:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(_clean(line.label)).bold = True
        paragraph.add_run(_clean(f" ({line.note}) {quoted_of(line)}".rstrip()))
        for number in numbers_of(line):
            _lead(paragraph, number)
    if not section.lines or section.more:
        document.add_paragraph(more_of(section) or "None.")


def _write_sides(document: DocxDocument, page: BriefPage) -> None:
    """What each side promised, a column a side."""
    table = document.add_table(rows=2, cols=max(1, len(page.sides)))
    for at, section in enumerate(page.sides):
        head, body = table.cell(0, at), table.cell(1, at)
        head.paragraphs[0].add_run(_clean(section.title)).bold = True
        for line in section.lines:
            paragraph = body.add_paragraph(_clean(f"{line.label} ({line.note})"))
            for number in numbers_of(line):
                _lead(paragraph, number)
        if not section.lines or section.more:
            body.add_paragraph(more_of(section) or "None.")


def _lead(paragraph: Paragraph, number: int) -> None:
    """A number that leads to its source."""
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("w:anchor"), f"source-{number}")
    words.set(qn("xml:space"), "preserve")
    words.text = f" [{number}]"
    run.append(words)
    link.append(run)
    paragraph._p.append(link)  # noqa: SLF001 - the library has no links of its own yet


def _mark(paragraph: Paragraph, number: int) -> None:
    """The place that a number leads to."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(number))
        if name == "w:bookmarkStart":
            mark.set(qn("w:name"), f"source-{number}")
        paragraph._p.append(mark)  # noqa: SLF001


def _clean(words: str) -> str:
    """Words in one line, without the control signs that no XML holds."""
    shown = " ".join(words.split())
    return "".join(sign for sign in shown if sign.isprintable() or sign == " ")


def _save(document: DocxDocument, path: Path) -> None:
    """Save with one and the same time in every part."""
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(parts.namelist()):
            out.writestr(zipfile.ZipInfo(name, _FIRST_DAY), parts.read(name), zipfile.ZIP_DEFLATED)
