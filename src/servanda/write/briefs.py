"""A brief as Markdown, or as one HTML file that needs nothing beside it and prints well on A4.

A line names its sentences by number; the sentences stand at the end with document, outlet and day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import IO

from servanda.view.briefs import BriefLine, BriefPage, BriefSection, BriefSource
from servanda.view.excerpts import excerpt_of
from servanda.write.followings import placed

_LONGEST = 130
TITLE = "What stands between"
_STYLE = """
@page { size: A4; margin: 14mm 15mm; }
:root { color-scheme: light dark; }
body { font: 10.5pt/1.35 system-ui, sans-serif; max-width: 62rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; margin: 0 0 .2em; }
h2 { font-size: 1.1em; margin: 1em 0 .3em; border-bottom: 1px solid; }
p { margin: .2em 0; }
ul { margin: .2em 0; padding-left: 1.1em; }
li { margin: .25em 0; overflow-wrap: anywhere; }
.note { font-size: .9em; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0 1.5rem; }
.sources { font-size: .85em; }
li { break-inside: avoid; }
h2 { break-after: avoid; }
@media print {
  body { font-size: 7.8pt; line-height: 1.22; margin: 0; padding: 0; max-width: none; }
  a { color: inherit; text-decoration: none; }
  h2 { margin: .6em 0 .2em; }
  li { margin: .1em 0; }
  .sides { grid-template-columns: repeat(3, 1fr); gap: 0 1em; }
  .sources { break-before: page; columns: 2; }
}
"""


def write_brief_markdown(page: BriefPage, stream: IO[str]) -> None:
    """Write a brief as Markdown, its sentences as footnotes."""
    stream.writelines(f"{line}\n" for line in _markdown(page))


def write_brief_html(page: BriefPage, stream: IO[str]) -> None:
    """Write a brief as one HTML file."""
    stream.writelines(f"{line}\n" for line in _html(page))


def title_of(page: BriefPage) -> str:
    """The heading of a brief."""
    *first, last = page.called
    return f"{TITLE} {', '.join(first)} and {last}"


def summary_of(page: BriefPage) -> str:
    """What the brief speaks for, and of how much."""
    return (
        f"On {page.on_words}; new is what was published since {page.since_words}. "
        f"Open undertakings: {page.open:,} of {page.undertakings:,}. Records of commitments: {page.records:,}. "
        f"Documents: {page.documents:,}."
        + (f" Left out, as people rejected them: {page.rejected:,}." if page.rejected else "")
    )


def more_of(section: BriefSection) -> str:
    """How many lines are not shown; empty where all are."""
    return f"{section.more:,} more in the ledger." if section.more else ""


def quoted_of(line: BriefLine) -> str:
    """The words of a line that stands on two sentences, the older ones first; empty for one, whose sentence is the note."""
    return " / ".join(f"“{excerpt_of(words, _LONGEST)}”" for words, _ in line.quotes) if len(line.quotes) > 1 else ""


def numbers_of(line: BriefLine) -> tuple[int, ...]:
    """The numbers of the sentences that a line rests on, each once."""
    return tuple(dict.fromkeys(number for _, number in line.quotes))


def _markdown(page: BriefPage) -> Iterator[str]:
    yield from (f"# {_plain(title_of(page))}", "", _plain(summary_of(page)))
    for section in (*page.sections, *page.sides):
        yield from ("", f"## {_plain(section.title)}", "")
        for line in section.lines:
            marks = "".join(f"[^{number}]" for number in numbers_of(line))
            quoted = f" {_plain(quoted_of(line))}" if quoted_of(line) else ""
            yield f"- **{_plain(line.label)}** ({_plain(line.note)}){quoted}{marks}"
        if not section.lines:
            yield "None."
        if section.more:
            yield from ("", more_of(section))
    yield ""
    for source in page.sources:
        yield f"[^{source.number}]: “{_plain(source.sentence)}” {_plain(_source(source))}"


def _plain(words: str) -> str:
    """Words in which no sign of Markdown or HTML has a meaning, in one line."""
    shown = " ".join(words.split())
    for sign in "\\`*_[]<>|#":
        shown = shown.replace(sign, f"\\{sign}")
    return shown


def _html(page: BriefPage) -> Iterator[str]:
    title = escape(title_of(page))
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{title}</h1>\n<p>{escape(summary_of(page))}</p>"
    for section in page.sections:
        yield from _html_section(section)
    yield '<div class="sides">'
    for section in page.sides:
        yield from _html_section(section)
    yield '</div>\n<section class="sources">\n<h2>Sources</h2>\n<ol>'
    for source in page.sources:
        sentence = f"<q>{escape(source.sentence)}</q> {_linked(source)}"
        yield f'<li id="source-{source.number}" value="{source.number}">{sentence}</li>'
    yield "</ol>\n</section>\n</main>\n</body>\n</html>"


def _html_section(section: BriefSection) -> Iterable[str]:
    yield f"<section>\n<h2>{escape(section.title)}</h2>\n<ul>"
    for line in section.lines:
        marks = " ".join(f'<a href="#source-{number}">[{number}]</a>' for number in numbers_of(line))
        quoted = f" {escape(quoted_of(line))}" if quoted_of(line) else ""
        yield f'<li>{escape(line.label)} <span class="note">({escape(line.note)}){quoted}</span> {marks}</li>'
    yield "</ul>"
    if not section.lines or section.more:
        yield f"<p>{more_of(section) or 'None.'}</p>"
    yield "</section>"


def _linked(source: BriefSource) -> str:
    shown = escape(_source(source))
    is_web = source.location.startswith(("https://", "http://"))
    return f'<a href="{escape(source.location)}">{shown}</a>' if is_web else shown


def _source(source: BriefSource) -> str:
    return f"{placed(source.source)} ({source.record})"


def write_brief(page: BriefPage, form: str, stream: IO[str]) -> None:
    """Write a brief to a stream, as `html` or `markdown`."""
    (write_brief_html if form == "html" else write_brief_markdown)(page, stream)
