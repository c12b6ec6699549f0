"""Who stands before a finite verb: the words to its left that are its subject.

Works on word order alone, since there is no parser: a subject runs from the verb back to the nearest clause boundary.
Tying the words to actors is `debtors.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.reading.lines import Line

ADVERBS = frozenset(
    [
        "also",
        "not",
        "never",
        "now",
        "today",
        "further",
        "jointly",
        "together",
        "both",
        "all",
        "each",
        "therefore",
        "thus",
        "then",
        "still",
        "again",
        "already",
        "just",
        "always",
        "fully",
        "really",
        "soon",
        "even",
        "only",
        "once",
        "yet",
        "today",
        "instead",
        "likewise",
        "hereby",
        "once",
        "more",
        "first",
        "second",
        "finally",
        "collectively",
    ]
)
AUXILIARIES = frozenset(
    [
        "have",
        "has",
        "had",
        "having",
        "is",
        "are",
        "am",
        "was",
        "were",
        "be",
        "been",
        "being",
        "'re",
        "'ve",
        "'m",
        "do",
        "does",
        "did",
        "'d",
    ]
)
_BOUNDARIES = frozenset(
    [
        "that",
        "as",
        "while",
        "when",
        "whereas",
        "if",
        "whether",
        "because",
        "since",
        "although",
        "though",
        "but",
        "so",
        "which",
        "who",
        "where",
        "how",
        "what",
        "why",
        "until",
        "unless",
        "after",
        "before",
        "than",
        "or",
        "nor",
        "said",
        "says",
        "adding",
        "saying",
        ":",
        ";",
        "(",
        ")",
        "[",
        "]",
        "—",
        "–",
        "“",
        "”",
        '"',
        "?",
        "!",
        "«",
        "»",
        "•",
        "…",
    ]
)
_PRONOUNS = frozenset(
    ["we", "they", "it", "he", "she", "i", "this", "these", "both", "each", "everyone", "nobody", "you"]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "under",
        "through",
        "into",
        "about",
        "against",
        "between",
        "among",
        "over",
        "upon",
        "within",
        "during",
        "toward",
        "towards",
        "without",
    ]
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `first` to `last` (not included). `shared`: another verb stands between them and theirs."""

    first: int
    last: int
    shared: bool = False


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject, its verb and its object without changing them."""
    return word in ADVERBS or (
        word.endswith("ly")
        and len(word) > 4
        and word
        not in {
            "supply",
            "apply",
            "comply",
            "reply",
            "rely",
            "family",
            "july",
            "italy",
            "ally",
            "assembly",
            "rally",
            "imply",
        }
    )


def verb_start(line: Line, at: int) -> int:
    """The place where the verb group of the word at `at` begins: its auxiliaries and adverbs."""
    while at > 0 and (is_adverb(line.at(at - 1)) or line.at(at - 1) in AUXILIARIES) and at - 1 not in line.ends:
        at -= 1
    return at


def subject_of(line: Line, verb: int) -> Subject | None:
    """The subject of the verb group that begins at `verb`; None where no words stand there."""
    before = line.at(verb - 1)
    if before in {"and", "or", "but"}:
        return _shared(line, verb - 1)
    if before == ",":
        return _around_aside(line, verb - 1) or _shared(line, verb - 1)
    first = _nominal_start(line, verb)
    return Subject(first, verb) if first < verb else None


def _nominal_start(line: Line, last: int) -> int:
    """Back from `last` to the beginning of the nominal that ends there."""
    at = last
    while at > 0:
        if at - 1 in line.ends:
            at = line.ends[at - 1].first
            continue
        word = line.at(at - 1)
        if word in _BOUNDARIES:
            break
        if word == "," and not _joins(line, at):
            break
        if word == "and" and not _joins(line, at):
            break
        at -= 1
        if word in _PRONOUNS and at < last:
            break
    while at < last and (
        line.at(at) in {",", "and"} or (is_adverb(line.at(at)) and line.at(at) not in {"both", "all", "each"})
    ):
        at += 1
    return at


def _joins(line: Line, at: int) -> bool:
    """Whether the comma or `and` before `at` joins two names of one subject."""
    behind = at if at in line.names else at + 1 if line.at(at) in {"the", "and"} and at + 1 in line.names else None
    if behind is None and line.at(at) == "and":
        behind = at + 2 if line.at(at + 1) == "the" and at + 2 in line.names else None
    left = at - 2
    if line.at(left) == ",":
        left -= 1
    return behind is not None and left in line.ends and not _fronted(line, left)


def _fronted(line: Line, left: int) -> bool:
    """Whether the name that ends at `left` belongs to a phrase before the subject: `In Japan, Kenya ...`."""
    first = line.ends[left].first
    return line.at(first - 1) in _PREPOSITIONS or (line.at(first - 1) == "the" and line.at(first - 2) in _PREPOSITIONS)


def _around_aside(line: Line, comma: int) -> Subject | None:
    """The subject before an aside in commas: `Kenya, in step with Uganda, will ...`."""
    for at in range(comma - 1, max(-1, comma - 22), -1):
        word = line.at(at)
        if word in {";", ":", "“", "”", '"'}:
            return None
        if word == "," and (at - 1 in line.ends or line.at(at - 1) in _PRONOUNS):
            first = _nominal_start(line, at)
            return Subject(first, comma + 1) if first < at else None
    return None


def _shared(line: Line, conjunction: int) -> Subject | None:
    """The subject of the clause to which the conjunction adds another verb: its first name or pronoun."""
    start = conjunction
    while start > 0 and line.at(start - 1) not in {";", ":", "that", "while", "but", "“", '"', "—", "–"}:
        start -= 1
    at = start
    while at < conjunction:
        if at in line.names and line.at(at - 1) not in _PREPOSITIONS and not line.names[at].owns:
            last = line.names[at].last
            while line.at(last) in {"and", ","} and _joins(line, last + 1):
                nxt = next((n for n in line.names_in(last, last + 4)), None)
                if nxt is None:
                    break
                last = nxt.last
            return Subject(at - (line.at(at - 1) == "the"), last, shared=True)
        if line.at(at) in _PRONOUNS and at == start:
            return Subject(at, at + 1, shared=True)
        at += 1
    return None
