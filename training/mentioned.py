"""Names of MEANTIME and re3d, whose files say by letters or word numbers where a mention stands.

Each has its own idea of a name, so each is learned by an output of its own. A sentence here is what the source gives
as one: MEANTIME's sentences, re3d's lines.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from sentences import Sentence

from servanda.lexicon.language.tokens import tokens_of

_NAMED = {"NAM", "PRE.NAM"}


def _labels(size: int, spans: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """Labels for spans of words, the longest where they overlap."""
    labels = ["O"] * size
    for first, last, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(label == "O" for label in labels[first : last + 1]):
            labels[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return tuple(labels)


def _kinds(document: ET.Element) -> dict[str, str]:
    """The kind of each mention that stands for an entity with a kind."""
    entities = {entity.get("m_id", ""): entity.get("ent_type", "") for entity in document.iter("ENTITY")}
    kinds = {}
    for link in document.iter("REFERS_TO"):
        target = link.find("target")
        kind = entities.get(target.get("m_id", ""), "") if target is not None else ""
        kinds |= {source.get("m_id", ""): kind for source in link.iter("source") if kind}
    return kinds


def _meantime_document(path: Path) -> Iterator[Sentence]:
    document = ET.parse(path).getroot()  # noqa: S314
    kinds = _kinds(document)
    places: dict[str, tuple[int, int]] = {}
    rows: dict[int, list[str]] = {}
    for token in document.iter("token"):
        row = rows.setdefault(int(token.get("sentence", "0")), [])
        places[token.get("t_id", "")] = (int(token.get("sentence", "0")), len(row))
        row.append(token.text or "-")
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for mention in document.iter("ENTITY_MENTION"):
        covered = sorted(places[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor"))
        kind = kinds.get(mention.get("m_id", ""), "")
        if mention.get("syntactic_type") in _NAMED and kind and covered:
            spans.setdefault(covered[0][0], []).append((covered[0][1], covered[-1][1], kind))
    for number, words in rows.items():
        if number in spans:
            yield Sentence(words=tuple(words), names=_labels(len(words), spans[number]), scheme="meantime")


def read_meantime(folder: Path) -> list[Sentence]:
    """The sentences of MEANTIME in which a name is marked."""
    return [sentence for path in sorted(folder.rglob("*.xml")) for sentence in _meantime_document(path)]


def _json_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _re3d_document(text: str, mentions: list[dict]) -> Iterator[Sentence]:
    start = 0
    for line in text.splitlines(keepends=True):
        tokens = [(token.start + start, token.start + start + len(token.text), token.text) for token in tokens_of(line)]
        spans = []
        for mention in mentions:
            inside = [
                place
                for place, (first, end, _) in enumerate(tokens)
                if first < mention["end"] and end > mention["begin"]
            ]
            if inside:
                spans.append((inside[0], inside[-1], mention["type"]))
        if spans:
            yield Sentence(words=tuple(word for _, _, word in tokens), names=_labels(len(tokens), spans), scheme="re3d")
        start += len(line)


def read_re3d(folder: Path) -> list[Sentence]:
    """The lines of re3d's documents with all that they mark."""
    found: list[Sentence] = []
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        mentions: dict[str, list[dict]] = {}
        for mention in _json_lines(part / "entities.json"):
            mentions.setdefault(mention["documentId"], []).append(mention)
        for document in _json_lines(part / "documents.json"):
            found += _re3d_document(document["text"], mentions.get(document["_id"], []))
    return found
