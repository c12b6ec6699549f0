"""Actors: how many of the persons and organisations that others annotated are mentions of ours, and who is kept as one.

The annotations are wider than ours: they hold companies, places in which something is and peoples, and pronouns, which
we leave out on purpose. What counts is the recall of persons and of names, and that two mentions tied to one person by
either side are so by both. On the gold folder of the checkout, mentions are scored as the codebook says.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tables import Row, Table

from servanda.codebook import Actor, Document, Problem, Reading, Span
from servanda.codebook.scoring import score_codings
from servanda.intake import fetch_documents
from servanda.reading.actors.actors import read_actors
from servanda.reading.scenes import Scene
from servanda.write.codings import coding_of

_PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "ours",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "theirs",
        "who",
        "whom",
        "whose",
        "which",
        "that",
    ]
)
_SURE = 0.5
_RE3D = {
    "US-State-Department": "State Department, public domain",
    "UK-Government": "UK government, OGL v3",
    "Australian-Department-of-Foreign-Affairs": "DFAT, CC BY 3.0 AU",
    "CENTCOM": "CENTCOM, public domain",
}
_NO_SPACE = frozenset([",", ".", "'s", "?", "!", ";", ":", ")", "%", "'"])


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention that others annotated.

    Attributes:
        span: where.
        sort: `person` or `organisation`.
        one: what it is tied to; empty where the annotation does not say.
    """

    span: Span
    sort: str
    one: str = ""


def measure(data: Path) -> list[Table]:
    """Recall on re3d and MEANTIME, identity on MEANTIME, and the gold mentions where there are any."""
    tables = [_re3d(data), _meantime(data)]
    gold = data.parent / "gold"
    return [*tables, _gold(gold)] if gold.is_dir() else tables


def _re3d(data: Path) -> Table:
    rows = []
    for name in _RE3D:
        counted: Counter[tuple[str, bool]] = Counter()
        for document, entities in _re3d_documents(data / "re3d" / name):
            spans = [span for actor in _actors(document) for span in actor.spans]
            counted.update((e.sort, any(span.overlaps(e.span) for span in spans)) for e in entities)
        rows.append(Row(f"servanda, {name}", _recalls(counted)))
    note = "Entities with a capital and a confidence of half or more; pronouns left out. Peoples and firms are none of ours."
    return Table("actors, mentions on re3d", tuple(rows), "; ".join(_RE3D.values()), note=note)


def _re3d_documents(folder: Path) -> Iterator[tuple[Document, list[Entity]]]:
    entities: dict[str, list[dict[str, object]]] = {}
    for row in _lines(folder / "entities.json"):
        entities.setdefault(str(row["documentId"]), []).append(row)
    for row in _lines(folder / "documents.json"):
        text = str(row["text"])
        known = [_re3d_entity(text, entity) for entity in entities.get(str(row["_id"]), [])]
        yield Document(text=text, outlet=str(row["sourceName"])), [entity for entity in known if entity is not None]


def _re3d_entity(text: str, row: dict[str, object]) -> Entity | None:
    sort = {"Person": "person", "Organisation": "organisation"}.get(str(row["type"]))
    span = Span(int(str(row["begin"])), int(str(row["end"])))
    words = span.of(text)
    meant = words == row["value"] and float(str(row["confidence"])) >= _SURE and words.lower() not in _PRONOUNS
    named = any(word[:1].isupper() for word in words.split())
    return Entity(span, sort) if sort is not None and meant and named else None


def _lines(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def _meantime(data: Path) -> Table:
    counted: Counter[tuple[str, bool]] = Counter()
    pairs: Counter[tuple[bool, bool]] = Counter()
    for path in sorted((data / "meantime").glob("*/*/*.xml")):
        document, entities = _meantime_document(ET.parse(path).getroot())  # noqa: S314 (a corpus of our own choice)
        actors = _actors(document)
        found = [(entity, _tied(entity, actors)) for entity in entities]
        counted.update((entity.sort, actor is not None) for entity, actor in found)
        tied = [(entity.one, actor) for entity, actor in found if actor is not None]
        pairs.update((left[0] == right[0], left[1] == right[1]) for left, right in combinations(tied, 2))
    both, theirs, ours = pairs[True, True], pairs[True, False], pairs[False, True]
    figures = {"identity precision": both / (both + ours), "identity recall": both / (both + theirs)}
    note = "Business news of Wikinews. Names of persons only; a pair is two mentions of one person in one text."
    return Table(
        "actors, persons on MEANTIME",
        (Row("servanda", _recalls(counted) | figures),),
        "MEANTIME, CC BY 4.0",
        note=note,
    )


def _meantime_document(root: ET.Element) -> tuple[Document, list[Entity]]:
    text, places = _laid_out(root)
    mentions: dict[str, Span] = {}
    for mention in root.iter("ENTITY_MENTION"):
        at = [places[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        if at:
            mentions[mention.get("m_id", "")] = Span(min(span.start for span in at), max(span.end for span in at))
    people = {entity.get("m_id") for entity in root.iter("ENTITY") if entity.get("ent_type") == "PER"}
    found = []
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        one = "" if target is None else target.get("m_id", "")
        spans = (mentions.get(source.get("m_id", "")) for source in relation.findall("source"))
        found += [Entity(s, "person", one) for s in spans if s is not None and one in people and _is_name(text, s)]
    return Document(text=text), found


def _laid_out(root: ET.Element) -> tuple[str, dict[str, Span]]:
    """The text of a document's tokens, with the place of each."""
    text, sentence = "", "0"
    places: dict[str, Span] = {}
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence", "0")
        if number != sentence:
            text += "\n" if int(number) < 3 else " "
        elif text and word not in _NO_SPACE and not text.endswith(("(", "$")):
            text += " "
        sentence, places[token.get("t_id", "")] = number, Span(len(text), len(text) + len(word))
        text += word
    return text, places


def _is_name(text: str, span: Span) -> bool:
    words = span.of(text).split()
    if span.of(text).lower() in _PRONOUNS:
        return False
    first = span.start == 0 or text[span.start - 1] == "\n" or text[max(0, span.start - 2)] == "."
    return any(word[:1].isupper() for word in (words[1:] if first and len(words) > 1 else words))


def _tied(entity: Entity, actors: Sequence[Actor]) -> str | None:
    """The actor of ours at the place of a mention."""
    over = ((span, actor.actor) for actor in actors for span in actor.spans if span.overlaps(entity.span))
    return next((actor for _, actor in sorted(over)), None)


def _gold(folder: Path) -> Table:
    codings = []
    for document in fetch_documents([str(folder)]):
        if isinstance(document, Problem):
            continue
        path = folder / f"{Path(document.location).stem}.json"
        if path.exists():
            reading = Reading(document=document.id, reader="bench", version="0", actors=tuple(_actors(document)))
            coding = json.loads(path.read_text(encoding="utf-8"))
            codings.append((path.stem, document.text, coding, {"actors": _coded(document, reading)}))
    tally = score_codings(codings).tallies["actors"]
    figures = {"precision": tally.precision, "recall": tally.recall, "F1": tally.f1}
    note = "The rules were written with these texts open."
    return Table("actors, gold mentions", (Row("servanda", figures),), targets={"F1": 0.88}, note=note)


def _coded(document: Document, reading: Reading) -> object:
    coding = coding_of(document, reading)
    return coding["actors"]


def _actors(document: Document) -> list[Actor]:
    empty = Reading(document=document.id, reader="bench", version="0")
    return [one for one in read_actors(Scene(document), empty) if isinstance(one, Actor)]


def _recalls(counted: Counter[tuple[str, bool]]) -> dict[str, float]:
    sorts: Iterable[str] = dict.fromkeys(sort for sort, _ in sorted(counted))
    totals = {sort: counted[sort, True] + counted[sort, False] for sort in sorts}
    return {f"{sort} recall": counted[sort, True] / total for sort, total in totals.items()}
