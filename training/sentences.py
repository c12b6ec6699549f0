"""Sentences to train and measure with, read from CoNLL-U and column files.

A sentence keeps what its source says and nothing more: a source without trees leaves `heads` empty, one without
names leaves `names` empty, and the training loss skips what is empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what its source says of each word.

    Attributes:
        words: The words as written.
        spaces: Whether a space follows each word.
        tags: UD part of speech of each word, or empty.
        fine_tags: Penn part of speech of each word, or empty.
        lemmas: Dictionary form of each word, or empty.
        heads: For each word the 1-based number of the word it depends on, 0 for the root, -100 for not known, or empty.
        relations: UD relation of each word with its subtype, or empty.
        names: One of "O", "B-PER", "I-PER" and so on for each word, or empty.
        scheme: Whose names they are: each source has its own idea of a name.
        agreed: Names in the shipped scheme that the network gave itself, "" where it was not sure, or empty.
        starts: "document", "paragraph" or "" where the sentence only continues.
        key: The source's own number of the sentence.
        entities: The source's bracketed mentions of each word, only in GUM.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...] = ()
    tags: tuple[str, ...] = ()
    fine_tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    scheme: str = "uner"
    agreed: tuple[str, ...] = ()
    starts: str = ""
    key: str = ""
    entities: tuple[str, ...] = field(default=(), repr=False)


def _blocks(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _misc(cell: str, key: str) -> str:
    parts = (part.partition("=") for part in cell.split("|"))
    return next((value for name, _, value in parts if name == key), "")


def _spaces(rows: list[list[str]]) -> list[bool]:
    """A word is followed by a space unless it, or the contraction it is inside, says otherwise."""
    spaces: list[bool] = []
    last, after_last = 0, True
    for row in rows:
        if "." in row[0]:
            continue
        after = _misc(row[9], "SpaceAfter") != "No"
        if "-" in row[0]:
            last, after_last = int(row[0].partition("-")[2]), after
        else:
            number = int(row[0])
            spaces.append(after if number > last else number == last and after_last)
    return spaces


def _starts(comments: list[str]) -> str:
    if any(line.startswith("# newdoc") for line in comments):
        return "document"
    return "paragraph" if any(line.startswith("# newpar") for line in comments) else ""


def _tag(row: list[str]) -> str:
    """The United of "United States" is an adjective in EWT and a verb in GUM: EWT's way holds."""
    return "ADJ" if row[3] == "VERB" and row[4] in {"NNP", "NNPS"} and row[7] == "amod" else row[3]


def read_trees(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file."""
    found = []
    for lines in _blocks(path):
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        found.append(
            Sentence(
                words=tuple(row[1] for row in words),
                spaces=tuple(_spaces(rows)),
                tags=tuple(_tag(row) for row in words),
                fine_tags=tuple(row[4] for row in words),
                lemmas=tuple(row[2] for row in words),
                heads=tuple(int(row[6]) for row in words),
                relations=tuple(row[7] for row in words),
                starts=_starts(comments),
                key=next(line.partition("=")[2].strip() for line in comments if line.startswith("# sent_id")),
                entities=tuple(_misc(row[9], "Entity") for row in words),
            )
        )
    return found


def with_names(sentences: list[Sentence], path: Path) -> list[Sentence]:
    """The same sentences with the names that a Universal NER file gives them."""
    names = {}
    for lines in _blocks(path):
        cells = [line.split("\t") for line in lines if not line.startswith("#")]
        names["".join(cell[1] for cell in cells)] = tuple(cell[2] for cell in cells)
    found = []
    for sentence in sentences:
        given = tuple(
            name if name[2:] in {"PER", "ORG", "LOC"} else "O" for name in names.get("".join(sentence.words), ())
        )
        found.append(replace(sentence, names=given if len(given) == len(sentence.words) else ()))
    return found


def to_begin_inside(labels: list[str]) -> tuple[str, ...]:
    """Labels in which every name opens with B-, also where the source writes I- for a name's first word."""
    found: list[str] = []
    for before, label in zip(["O", *labels], labels, strict=False):
        opens = label.startswith("I-") and before[2:] != label[2:]
        found.append(f"B-{label[2:]}" if opens else label)
    return tuple(found)


def read_names(path: Path, scheme: str) -> list[Sentence]:
    """The sentences of a two-column file of words and names."""
    found = []
    for lines in _blocks(path):
        cells = [line.split() for line in lines]
        names = to_begin_inside([cell[1] for cell in cells])
        found.append(Sentence(words=tuple(cell[0] for cell in cells), names=names, scheme=scheme))
    return found
