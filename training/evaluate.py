"""Measure the shipped model: `python training/evaluate.py DATA [FOLDER]` prints a table for its model card.

Given words: accuracy over all words, punctuation counted, relations without subtypes. From raw text: the paragraphs of
each document are read as lines, and F1 is over words, sentences and attachments whose letters are the same.
"""

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from sentences import Sentence, read_trees, with_names

from servanda.lexicon.language_model import FOLDER, LanguageModel, Parse


def bases(relations: Sequence[str]) -> tuple[str, ...]:
    """The relations without their subtypes."""
    return tuple(relation.partition(":")[0] for relation in relations)


def shares(pairs: Iterable[tuple[Sentence, Parse]]) -> dict[str, float]:
    """The share of words whose tags, lemma, head, and head with relation are right."""
    hits = dict.fromkeys(("tags", "fine_tags", "lemmas", "uas", "las"), 0)
    count = 0
    for gold, made in pairs:
        count += len(gold.words)
        for kind in ("tags", "fine_tags", "lemmas"):
            hits[kind] += sum(a == b for a, b in zip(getattr(gold, kind), getattr(made, kind), strict=True))
        heads = [a == b for a, b in zip(gold.heads, made.heads, strict=True)]
        labels = [a == b for a, b in zip(bases(gold.relations), made.bases(), strict=True)]
        hits["uas"] += sum(heads)
        hits["las"] += sum(a and b for a, b in zip(heads, labels, strict=True))
    return {kind: hit / count for kind, hit in hits.items()}


def _names(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    found, first = set(), -1
    for place, label in enumerate([*labels, "O"]):
        goes_on = first >= 0 and label == f"I-{labels[first][2:]}"
        if first >= 0 and not goes_on:
            found.add((first, place, labels[first][2:]))
            first = -1
        if label.startswith("B-") or (label.startswith("I-") and not goes_on):
            first = place
    return found


def f1(right: int, given: int, made: int) -> float:
    """F1 from how many are right, given and made."""
    return 2 * right / (given + made) if given + made else 0.0


def names_f1(pairs: Iterable[tuple[Sentence, Parse]]) -> float:
    """F1 of names with their kinds, over the sentences whose names are known."""
    right = given = made = 0
    for gold, parse in pairs:
        if gold.names:
            known, found = _names(gold.names), _names(parse.names)
            right, given, made = right + len(known & found), given + len(known), made + len(found)
    return f1(right, given, made)


def text_of(sentences: Sequence[Sentence]) -> str:
    """The text of some sentences, a line for each paragraph."""
    text = ""
    for sentence in sentences:
        text += "\n" if sentence.starts and text else ""
        text += "".join(word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    return text


def documents_of(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences by document."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.starts == "document" or not found:
            found.append([])
        found[-1].append(sentence)
    return found


def _spans(sentences: Sequence[Sentence | Parse]) -> tuple[set, set, set]:
    """Words, sentences and attachments by the letters they cover, whitespace not counted."""
    words, whole, arcs = set(), set(), set()
    place = 0
    for sentence in sentences:
        spans, first = [(-1, -1)], place
        for word in sentence.words:
            spans.append((place, place + len(word)))
            place += len(word)
        words |= set(spans[1:])
        whole.add((first, place))
        arcs |= {
            (spans[number], spans[head], relation)
            for number, (head, relation) in enumerate(zip(sentence.heads, bases(sentence.relations), strict=True), 1)
        }
    return words, whole, arcs


def raw_f1(model: LanguageModel, sentences: Sequence[Sentence]) -> tuple[float, ...]:
    """F1 of words, sentences and labelled attachments from raw text."""
    counts = [[0, 0, 0] for _ in range(3)]
    for document in documents_of(sentences):
        made = _spans(model.read(text_of(document)))
        for count, known, found in zip(counts, _spans(document), made, strict=True):
            for number, value in enumerate((len(known & found), len(known), len(found))):
                count[number] += value
    return tuple(f1(*count) for count in counts)


def parts_of(data: Path) -> dict[str, list[Sentence]]:
    """The sentences that are measured on, which nothing was learned from."""
    gum = read_trees(data / "ud-gum/en_gum-test.conllu")
    return {
        "EWT test": with_names(
            read_trees(data / "ud-ewt/en_ewt-ud-test.conllu"), data / "uner-ewt/en_ewt-ud-test.iob2"
        ),
        "PUD": with_names(read_trees(data / "ud-pud/en_pud-ud-test.conllu"), data / "uner-pud/en_pud-ud-test.iob2"),
        "GUM test": gum,
        "GUM news": [sentence for sentence in gum if "_news_" in sentence.key],
    }


def main() -> None:
    """Read the command line and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    given = options.parse_args()
    began = time.perf_counter()
    model = LanguageModel.load(given.folder)
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    columns = (
        "part, words, UPOS, XPOS, lemma, UAS, LAS, names F1, raw: words F1, sentences F1, LAS F1, words/s, raw words/s"
    )
    print(f"| {columns.replace(', ', ' | ')} |")
    print("|---|" + "---|" * 12)
    for name, sentences in parts_of(given.data).items():
        count = sum(len(sentence.words) for sentence in sentences)
        began = time.process_time()
        pairs = list(zip(sentences, model.parse([sentence.words for sentence in sentences]), strict=True))
        middle = time.process_time()
        raw = raw_f1(model, sentences)
        after = time.process_time()
        cells = [f"{share:.4f}" if share else "" for share in (*shares(pairs).values(), names_f1(pairs), *raw)]
        cells += [f"{count / (middle - began):.0f}", f"{count / (after - middle):.0f}"]
        print(f"| {name} | {count} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
