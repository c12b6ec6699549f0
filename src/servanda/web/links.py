"""Where page models lead to: the addresses of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from servanda.view.fields import Part
from servanda.view.highlights import Highlight

_FOLDERS = {
    "actor": "/actors/",
    "record": "/records/",
    "document": "/documents/",
    "instrument": "/instruments/",
    "thread": "/threads/",
}


def link_to(goal: str, id_: str) -> str:
    """The address of an actor, record, document, instrument or thread."""
    return _FOLDERS[goal] + quote(id_, safe="/")


def part_link(part: Part) -> str:
    """The address that one value of a field leads to; empty where it leads nowhere."""
    return link_to(part.goal, part.id) if part.goal in _FOLDERS else ""


def sentence_link(document: str, record: str) -> str:
    """The address of a record's words in its document."""
    return f"{link_to('document', document)}#m-{record}"


def relationship_link(*parties: str) -> str:
    """The address of what stands between these parties, the same in whichever order they are named."""
    separator = "-" if all(len(party) == 3 and party.isupper() for party in parties) else ","
    return "/relationships/" + quote(separator.join(sorted(parties)), safe=",")


def table_link(kind: str, **asked: str) -> str:
    """The address of a table of records."""
    path = f"/{kind}"
    return f"{path}?{urlencode(asked)}" if asked else path


def changed(asked: Mapping[str, str], **changes: str | int | None) -> str:
    """The words of an address with some of them changed; None takes one away."""
    kept = {name: value for name, value in asked.items() if value and name not in changes}
    return "?" + urlencode({**kept, **{name: value for name, value in changes.items() if value is not None}})


def anchor_of(highlight: Highlight) -> str:
    """The name of a stretch in the address of its document."""
    slot = f"-{highlight.slot}" if highlight.slot else ""
    number = f"-{highlight.stretch}" if highlight.stretch > 1 else ""
    return f"m-{highlight.record}{slot}{number}"
