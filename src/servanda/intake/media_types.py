"""What a source is: by its first bytes, then its ending, then what a server says.

Only a name of a media type is decided here; reading it is the extractors' work.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from servanda.intake.sources import Source, Unreadable

PLAIN, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
JSON, JSON_LINES = "application/json", "application/x-ndjson"

_ENDINGS = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".json": JSON,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}
_SERVED = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "application/pdf": PDF,
    "application/json": JSON,
    "application/ld+json": JSON,
    "application/x-ndjson": JSON_LINES,
    "application/jsonl": JSON_LINES,
    "text/markdown": MARKDOWN,
}
_NO_DOCUMENTS = frozenset(
    {
        ".css",
        ".csv",
        ".ini",
        ".js",
        ".log",
        ".py",
        ".svg",
        ".toml",
        ".tsv",
        ".xml",
        ".yaml",
        ".yml",
        ".conllu",
        ".tex",
        ".rtf",
    }
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n.{0,65536}?\n---[ \t]*\r?(?:\n|\Z)", re.DOTALL)
_BOM = b"\xef\xbb\xbf"
# Signatures of what people leave among their texts; the name makes the message plain.
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"PK\x03\x04", "an archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"SQLite format 3", "a database"),
)


def media_type_of(source: Source, head: bytes) -> str:
    """The media type that says which extractor reads the source.

    Args:
        source: its name, and the media type that a server gave.
        head: its first bytes, unpacked.

    Raises:
        Unreadable: it is something else than a text, or a kind of text that holds no document.
    """
    known = next((name for signature, name in _SIGNATURES if head.startswith(signature)), None)
    if known:
        raise Unreadable("not-text", f"It is {known}, not a text.")
    if b"%PDF-" in head[:1024]:
        return PDF
    ending = ending_of(source.name)
    if ending in _NO_DOCUMENTS and not source.named:
        raise Unreadable("not-a-document", f"Files that end in {ending} are not read; name it by itself to read it.")
    if ending == ".pdf":
        raise Unreadable("broken-pdf", "The PDF file is damaged: it does not begin like one.")
    if _HTML.match(head.removeprefix(_BOM)):
        return HTML
    served = _SERVED.get((source.media_type or "").lower())
    return served or _ENDINGS.get(ending) or _by_content(head.removeprefix(_BOM))


def ending_of(name: str) -> str:
    """The ending of a file name, in small letters; `.gz` is looked through."""
    path = PurePosixPath(name.lower())
    return (PurePosixPath(path.stem) if path.suffix == ".gz" else path).suffix


def stem_of(name: str) -> str:
    """The file name without its ending; `.gz` is looked through."""
    path = PurePosixPath(name)
    return (PurePosixPath(path.stem) if path.suffix.lower() == ".gz" else path).stem


def _by_content(head: bytes) -> str:
    if _FRONT_MATTER.match(head):
        return MARKDOWN
    first, _, rest = head.strip().partition(b"\n")
    if not first.startswith(b"{"):
        return PLAIN
    if _is_object(first):
        return JSON_LINES if rest.strip() else JSON
    return JSON if re.match(rb"\{\s*\"", head.strip()) else PLAIN


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
