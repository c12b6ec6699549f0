"""Features of the words of worth in annotated texts, as the reader asks the model for them: the rows for `train.py`.

    python training/assessments/collect.py SHARED OUT [CODED ...]

SHARED is the folder of the corpora. CODED are folders of texts with codings in the form of gold files. OUT receives a
`*.tsv` for the annotations and one for each folder: a stretch a line, with its document, how well it fits an assessment,
what that is about, its valence, and the features.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from servanda.codebook import Document, Span
from servanda.codebook.scoring import _TOKEN as TOKEN
from servanda.intake import fetch_documents
from servanda.reading.assessments import assessments, weighing
from servanda.reading.readers import READERS, read_document

CORPORA = {
    "text-wh": "wh_diplomacy.jsonl.gz",
    "text-wikinews": "wikinews_2019_2020.jsonl.gz",
    "text-ungd2017": "ungd2017.jsonl.gz",
}
OUTLETS = {"text-wh": "The White House"}
LITTLE = tuple(pair for pair in READERS if pair[0] != "commitments")

Row = tuple[list[tuple[int, int]], str, str]


def annotations() -> dict[str, tuple[int, list[Row]]]:
    """The assessments by document, with where its annotation ends."""
    found: dict[str, tuple[int, list[Row]]] = {}
    lines = Path(__file__).with_name("annotations.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for document, end, spans, about, valence in (line.split("\t") for line in lines):
        rows = found.setdefault(document, (int(end), []))[1]
        if spans != "-":
            pairs = [tuple(map(int, one.split("-"))) for one in spans.split()]
            rows.append((pairs, about, valence))  # type: ignore[arg-type]
    return found


def key_of(corpus: str, row: dict[str, str]) -> str:
    """The key of a text of a corpus."""
    return f"{corpus}:{sha256((row.get('id') or row['title']).encode()).hexdigest()[:16]}"


def annotated(shared: Path) -> Iterator[tuple[str, Document, list[Row]]]:
    """The annotated beginnings of texts as documents."""
    wanted = annotations()
    for corpus, name in CORPORA.items():
        with gzip.open(shared / "data" / corpus / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                key = key_of(corpus, row)
                if key in wanted:
                    end, rows = wanted[key]
                    yield key, fetched(row["text"][:end], OUTLETS.get(corpus, "")), rows


def fetched(text: str, outlet: str) -> Document:
    """A text as intake makes it a document."""
    with TemporaryDirectory() as folder:
        Path(folder, "text.txt").write_text(text, encoding="utf-8")
        about = {"published": "2020-06-01", **({"outlet": outlet} if outlet else {})}
        Path(folder, "meta.json").write_text(json.dumps({"text": about}), encoding="utf-8")
        return next(one for one in fetch_documents([folder]) if isinstance(one, Document))


def coded(folder: Path) -> Iterator[tuple[str, Document, list[Row]]]:
    """The texts of a folder with their codings."""
    texts = {path.read_text(encoding="utf-8"): path for path in sorted(folder.glob("*.txt"))}
    for document in fetch_documents([str(folder)]):
        path = texts.get(document.text) if isinstance(document, Document) else None
        coding = path.with_suffix(".json") if path is not None else None
        if coding is not None and coding.exists():
            rows = json.loads(coding.read_text(encoding="utf-8"))["assessments"]
            told = [([tuple(span) for span in row["span"]], row["about"], row["valence"]) for row in rows]
            yield sha256(document.text.encode()).hexdigest()[:16], document, told


def asked(document: Document) -> list[tuple[Span, tuple[str, ...]]]:
    """What the model is asked while a text is read."""
    found = []

    def record(*given: object) -> tuple[()]:
        found.extend((one.span, tuple(told)) for one, told in weighing.candidates_with_features(*given))  # type: ignore[arg-type]
        return ()

    assessments.weighed_in, before = record, assessments.weighed_in  # type: ignore[assignment]
    try:
        read_document(document, LITTLE)
    finally:
        assessments.weighed_in = before
    return found


def rows_of(key: str, document: Document, told: list[Row]) -> Iterator[str]:
    """A line for each stretch of a document."""
    places = [match.start() for match in TOKEN.finditer(document.text)]

    def words(spans: list[tuple[int, int]]) -> set[int]:
        return {place for place in places if any(start <= place < end for start, end in spans)}

    known = [(words(spans), about, valence) for spans, about, valence in told]
    for span, features in asked(document):
        own = words([(span.start, span.end)])
        fits = [(2 * len(own & one) / max(1, len(own) + len(one)), about, valence) for one, about, valence in known]
        fit, about, valence = max(fits, default=(0.0, "-", "-"))
        plain = sorted({name for name in features if "\t" not in name})
        yield "\t".join(
            [key, f"{span.start}-{span.end}", f"{fit:.2f}", about if fit else "-", valence if fit else "-", *plain]
        )


def main(shared: Path, out: Path, folders: list[Path]) -> None:
    """Read every annotated document and write its rows."""
    sources = [("annotations", annotated(shared)), *((f"coded{n}", coded(folder)) for n, folder in enumerate(folders))]
    for name, documents in sources:
        with (out / f"{name}.tsv").open("w", encoding="utf-8") as lines:
            for key, document, told in documents:
                lines.writelines(f"{line}\n" for line in rows_of(key, document, told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(folder) for folder in sys.argv[3:]])
