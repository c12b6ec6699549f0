"""Spans marked in the text, so that a row of a test reads as prose: `<act>will <what>build</what></act>`."""

import re

from servanda.codebook import Span, Spans

_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)>")


def unmark(marked: str) -> tuple[str, dict[str, Spans]]:
    """The text without its tags, and the spans of each tag in order; a tag used twice is two stretches."""
    text, open_at, found, at = "", {}, {}, 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        closing, name = tag.groups()
        if closing:
            found.setdefault(name, []).append(Span(open_at.pop(name), len(text)))
        else:
            open_at[name] = len(text)
    if open_at:
        raise ValueError(f"never closed: {', '.join(open_at)}")
    return text + marked[at:], {name: tuple(sorted(spans)) for name, spans in found.items()}


def mark(text: str, spans: Spans, name: str = "x") -> str:
    """The text with these spans in tags, for the message of a failing test."""
    signs = sorted([(s.start, 1, f"<{name}>") for s in spans] + [(s.end, 0, f"</{name}>") for s in spans], reverse=True)
    for at, _, tag in signs:
        text = text[:at] + tag + text[at:]
    return text
