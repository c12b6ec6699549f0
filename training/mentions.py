"""Names out of GUM's mentions.

GUM brackets every mention of a person, organization or place with all that modifies it; a name is the part around
the mention's head that is a proper noun. A mention whose head is no proper noun gives no name.
"""

import re
from dataclasses import replace

from sentences import Sentence

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_TOKEN = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)")
_INNER = {"compound", "flat", "amod", "nummod", "nmod", "case", "fixed", "cc", "det", "punct", "goeswith"}


def _mentions(sentence: Sentence) -> list[tuple[int, int, str]]:
    """First word, last word and kind of each mention that opens and closes in the sentence."""
    found = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for place, cell in enumerate(sentence.entities):
        for number, kind, closed in _TOKEN.findall(cell):
            if number:
                opened.setdefault(number, []).append((place, kind))
                if re.search(rf"\({number}-[^()]*\)", cell):
                    found.append((*_pair(opened[number].pop(), place),))
            elif opened.get(closed):
                found.append((*_pair(opened[closed].pop(), place),))
    return found


def _pair(opening: tuple[int, str], place: int) -> tuple[int, int, str]:
    return opening[0], place, opening[1]


def _name(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The words of the name inside a mention, or None where its head is no proper noun."""
    inside = range(first, last + 1)
    tops = [place for place in inside if not first <= sentence.heads[place] - 1 <= last]
    if len(tops) != 1 or sentence.tags[tops[0]] != "PROPN":
        return None
    kept = {tops[0]}
    for _ in range(4):
        kept |= {place for place in inside if sentence.heads[place] - 1 in kept and _belongs(sentence, place)}
    low = high = tops[0]
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    while low < high and (sentence.tags[low] in {"DET", "ADP", "PUNCT"}):
        low += 1
    while high > low and sentence.tags[high] in {"PUNCT", "PART", "ADP", "DET"}:
        high -= 1
    return low, high


def _belongs(sentence: Sentence, place: int) -> bool:
    """A word that depends on a name's word is part of the name; a title, which stands before it, is not."""
    relation = sentence.relations[place].partition(":")[0]
    if relation not in _INNER or (relation == "nmod" and place < sentence.heads[place] - 1):
        return False
    return (
        sentence.words[place][:1].isupper()
        or sentence.tags[place] in {"ADP", "CCONJ", "DET"}
        or sentence.words[place] == "-"
    )


def with_mentioned_names(sentence: Sentence) -> Sentence:
    """The sentence with the names that its GUM mentions hold, the longest where they overlap."""
    spans = []
    for first, last, kind in _mentions(sentence):
        name = _name(sentence, first, last)
        if name:
            spans.append((*name, _KINDS.get(kind, kind)))
    labels = ["O"] * len(sentence.words)
    for first, last, kind in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(label == "O" for label in labels[first : last + 1]):
            labels[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return replace(sentence, names=tuple(labels), scheme="gum")
