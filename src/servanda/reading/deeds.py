"""What a party binds itself to do: the words to the right of an undertaking, cut into deeds.

    will | expand exchanges, open a consulate and train crews | , a move that ... | subject to ...
           deed              deed               deed            left out           condition

Works on word order and the known verbs. Which act a deed is, `acts.py` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.acts import load_acts
from servanda.lexicon.conditions import load_conditions
from servanda.reading.lines import Line
from servanda.reading.subjects import AUXILIARIES, is_adverb

_STOPS = frozenset(
    [
        "while",
        "when",
        "whereas",
        "because",
        "since",
        "although",
        "though",
        "after",
        "before",
        "amid",
        "despite",
        "whenever",
        "wherever",
        "thereby",
        "unlike",
    ]
)
_ASIDES = frozenset(
    [
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "with",
        "as",
        "particularly",
        "especially",
        "notably",
        "namely",
        "in",
        "on",
        "at",
        "by",
        "for",
        "through",
        "under",
        "following",
        "from",
        "despite",
        "given",
        "amid",
        "during",
        "after",
        "before",
        "because",
        "since",
        "although",
        "though",
        "building",
        "leading",
        "making",
        "a",
        "an",
        "thus",
        "thereby",
        "even",
        "if",
        "unless",
        "once",
        "so",
        "until",
        "based",
        "according",
    ]
)
_LEADS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "his",
        "her",
        "my",
        "your",
        "this",
        "these",
        "those",
        "that",
        "all",
        "any",
        "both",
        "each",
        "every",
        "some",
        "more",
        "no",
        "such",
        "other",
        "another",
    ]
)
_MODALS = frozenset(
    ["will", "shall", "must", "should", "would", "can", "could", "may", "might", "'ll", "won't", "cannot"]
)
_PRONOUNS = frozenset(["we", "they", "it", "he", "she", "i", "there", "this", "these", "that"])
_PHRASE_STOPS = (
    ("in", "order", "to"),
    ("so", "as", "to"),
    ("so", "that"),
    ("in", "return", "for"),
    ("in", "exchange", "for"),
    ("in", "the", "face", "of"),
    ("as", "part", "of"),
    ("in", "response", "to"),
    ("rather", "than"),
    ("instead", "of"),
    ("in", "a", "move"),
    ("in", "a", "bid"),
    ("as", "a"),
    ("as", "an"),
    ("as", "the"),
    ("as", "they"),
    ("as", "it"),
    ("as", "we"),
    ("as", "both"),
    ("as", "well", "as", "to"),
    ("even", "as"),
)
_SPEECH = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "added",
        "adds",
        "noted",
        "stated",
        "stressed",
        "according",
        "announced",
        "wrote",
        "reported",
        "explained",
        "reads",
        "continued",
        "replied",
        "warned",
        "argued",
    ]
)
NOUN_TOO = frozenset(
    [
        "support",
        "trade",
        "work",
        "help",
        "import",
        "export",
        "aid",
        "exercise",
        "drill",
        "fund",
        "finance",
        "grant",
        "act",
        "report",
        "review",
        "target",
        "study",
        "limit",
        "cap",
        "ban",
        "sanction",
        "focus",
        "process",
        "purchase",
        "exchange",
        "visit",
        "return",
        "release",
        "supply",
        "ship",
        "transfer",
        "share",
        "halt",
        "end",
        "freeze",
        "stop",
        "increase",
        "cut",
        "boost",
        "hike",
        "double",
        "triple",
        "lead",
        "drive",
        "fight",
        "pledge",
        "promise",
        "plan",
        "host",
        "partner",
        "defeat",
        "issue",
        "change",
        "use",
        "move",
        "play",
        "start",
        "balance",
        "access",
        "progress",
        "serve",
        "contact",
        "monitor",
        "place",
        "post",
        "step",
        "engage",
        "back",
        "mark",
        "phase",
        "speed",
        "position",
        "finish",
        "shift",
        "slow",
        "leverage",
        "sponsor",
        "advocate",
        "train",
        "guard",
        "patrol",
        "station",
        "discuss",
        "launch",
        "update",
    ]
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Words `first` to `last` (not included). `form`: `do`, `doing` or `thing`. `listed`: it stands in an `including` list."""

    first: int
    last: int
    form: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Complement:
    """All deeds of one undertaking, its conditions, and the index behind the last word looked at."""

    deeds: tuple[Deed, ...]
    conditions: tuple[Span, ...]
    stop: int


def deeds_after(line: Line, at: int, *, bare: bool = False) -> Complement | None:
    """The deeds that begin at word `at`; None where nothing stands there.

    Args:
        line: the sentence.
        at: the first word behind the undertaking and its `to`, `of`, `for`.
        bare: whether only a bare verb may stand there, known or not.
    """
    at = _skip(line, at)
    if at >= len(line.words):
        return None
    form = "do" if bare else form_of(line, at)
    deeds: list[Deed] = []
    first, here, listed = at, at, False
    while here < len(line.words):
        step = _step(line, first, here, form)
        if step is None:
            here += 1
            continue
        if here > first:
            deeds.append(Deed(first, _trim(line, first, here), form, listed))
        if step.next_deed is None:
            break
        first = here = step.next_deed
        listed = listed or step.listed
        form = step.form or form
    else:
        if here > first:
            deeds.append(Deed(first, _trim(line, first, here), form, listed))
    conditions = tuple(_conditions(line, here))
    return Complement(tuple(d for d in deeds if d.last > d.first), conditions, here) if deeds else None


def form_of(line: Line, at: int) -> str:
    """Whether a deed begins with a bare verb, a gerund or a thing."""
    word = line.at(at)
    verb = load_acts().verbs.get(word)
    if verb is not None and verb.form == "do" and is_verb_here(line, at):
        return "do"
    if (
        word.endswith("ing")
        and len(word) > 4
        and line.at(at - 1) not in _LEADS
        and (verb is None or verb.form == "doing")
    ):
        return (
            "doing" if verb is not None or line.at(at + 1) in _LEADS or line.at(at + 1) in {"to", "with"} else "thing"
        )
    return "thing"


def is_verb_here(line: Line, at: int) -> bool:
    """Whether a known verb form is a verb at this place and not a noun ("support our crews", not "support and trust")."""
    word, after = line.at(at), line.at(at + 1)
    if word not in NOUN_TOO:
        return after not in {"of", ",", ".", ""} or at + 1 >= len(line.words)
    return (
        after in _LEADS
        or (
            after in {"to", "with", "up", "together", "out", "on", "for", "against", "towards", "toward"}
            and word
            in {
                "work",
                "act",
                "focus",
                "report",
                "step",
                "engage",
                "move",
                "serve",
                "partner",
                "lead",
                "help",
                "fight",
                "phase",
                "speed",
                "back",
            }
        )
        or at + 1 in line.names
        or is_adverb(after)
        or after[:1].isdigit()
        or after[:1] in "$€£¥₩"
        or (
            at + 1 < len(line.words)
            and after.isalpha()
            and after
            not in {
                "and",
                "or",
                "in",
                "of",
                "for",
                "to",
                "on",
                "by",
                "from",
                "at",
                "is",
                "was",
                "are",
                "as",
                "with",
                "against",
                "through",
                "between",
                "among",
                "under",
                "into",
                "over",
                "within",
            }
        )
    )


@dataclass(frozen=True, slots=True)
class _Step:
    next_deed: int | None = None
    form: str = ""
    listed: bool = False


def _step(line: Line, first: int, here: int, form: str) -> _Step | None:
    """What happens at this word: None to go on, else the end of the deed and the beginning of the next one."""
    word = line.at(here)
    if word == ";":
        return _Step(_next_in_list(line, here + 1, form), "", False)
    if word in {".", "?", "!", ":", "—", "–", "•", "…"} and not (word == "." and here + 1 < len(line.words)):
        return _Step()
    if word in {"“", "”", '"'}:
        return _Step() if here > first and _is_attribution(line, here + 1) else None
    if here > first and (word in _STOPS or _phrase_stop(line, here) or _condition_length(line, here)):
        return _Step()
    if word == ",":
        return _at_comma(line, first, here, form)
    if word in {"and", "or", "but"} and here > first:
        return _at_and(line, first, here, form)
    if word == "including" and here > first:
        return _including(line, here)
    return None


def _at_comma(line: Line, first: int, here: int, form: str) -> _Step | None:
    at = here + 1
    if line.at(at) in {"”", '"'} or _condition_length(line, at):
        return _Step()
    if line.at(at) == "including":
        return _including(line, at)
    joined = line.at(at) in {"and", "or", "but", "as"}
    if line.at(at) == "as":
        if (line.at(at + 1), line.at(at + 2)) != ("well", "as"):
            return _Step()
        at += 2
    next_deed = _deed_start(line, at + joined, form)
    if next_deed is not None and (joined or _more_follow(line, next_deed, form)):
        return _Step(next_deed)
    if joined and starts_clause(line, at + 1):
        return _Step()
    if joined:
        return _Step() if line.at(at) == "but" or _is_finite(line, at + 1) else None
    if line.at(at)[:1].isdigit():
        return None
    if line.at(at) in _ASIDES or starts_clause(line, at) or _is_attribution(line, at):
        return _Step()
    verb = load_acts().verbs.get(line.at(at))
    gerund = (line.at(at).endswith("ing") and verb is not None) or (
        is_adverb(line.at(at)) and line.at(at + 1).endswith("ing")
    )
    if gerund and form != "doing":
        return _Step()
    return None if _list_goes_on(line, at) else _Step()


def _at_and(line: Line, first: int, here: int, form: str) -> _Step | None:
    word = line.at(here)
    at = here + 1
    if _condition_length(line, at):
        return None
    next_deed = _deed_start(line, at, form)
    if next_deed is not None and not _shares_object(line, first, here):
        return _Step(next_deed)
    if next_deed is not None:
        return None
    if starts_clause(line, at) or _is_finite(line, at):
        return _Step()
    if form == "thing" and word == "and":
        thing = _next_thing(line, at)
        if thing is not None:
            return _Step(thing)
    return None


def _including(line: Line, at: int) -> _Step | None:
    """`including by`, `including through` or `including` and a gerund begin a list of deeds of their own."""
    behind = at + 1
    if line.at(behind) in {"by", "through"}:
        start = _skip(line, behind + 1)
        return _Step(start, form_of(line, start), listed=True)
    if line.at(behind).endswith("ing") and line.at(behind) in load_acts().verbs:
        return _Step(behind, "doing", listed=True)
    return None


def _next_in_list(line: Line, at: int, form: str) -> int | None:
    """Behind a semicolon: the next deed of the list, or None where something else begins."""
    if line.at(at) in {"and", "or"}:
        at += 1
    start = _deed_start(line, at, form)
    if start is not None:
        return start
    return at if form == "thing" and line.at(at) in _LEADS and not starts_clause(line, at) else None


def _deed_start(line: Line, at: int, form: str) -> int | None:
    """Whether another deed of this form begins here, and at which word."""
    start = _skip(line, at)
    if line.at(start) == "to" and form in {"do", "thing"}:
        start = _skip(line, start + 1)
        known = load_acts().verbs.get(line.at(start))
        return start if (known is not None and known.form == "do") or (form == "thing" and start > at) else None
    verb = load_acts().verbs.get(line.at(start))
    if verb is None or verb.form != form or start in line.end_of:
        return None
    return start if is_verb_here(line, start) else None


def _more_follow(line: Line, at: int, form: str) -> bool:
    """Whether a later `and` or comma brings one more deed, so that this comma is one of a list."""
    for here in range(at + 1, min(len(line.words), at + 60)):
        if line.at(here) == ";":
            return False
        if line.at(here) == "and" and _deed_start(line, here + 1, form) is not None:
            return True
    return False


def _shares_object(line: Line, first: int, here: int) -> bool:
    """Whether the deed so far is a bare verb that waits for its object: `adopt and maintain`."""
    words = [w for w in line.lower[first:here] if not is_adverb(w)]
    if len(words) <= 1:
        return True
    last = load_acts().verbs.get(words[-1])
    return last is not None and words[-2] in {"to", "and", ","} and line.at(here - 1) not in NOUN_TOO


def _next_thing(line: Line, at: int) -> int | None:
    """Behind `and`: the next named deed of its own, `the establishment of ...`."""
    if line.at(at) == "to":
        return at + 1
    acts = load_acts()
    start = at
    for here in range(start, min(start + 4, len(line.words) - 1)):
        if here in line.end_of:
            return None
        if (
            line.at(here) in acts.things
            and line.at(here + 1) in {"of", "on", "in", "between"}
            and (line.at(start) == "the" or line.at(here).endswith(("ion", "ment")))
        ):
            return start
    return None


def starts_clause(line: Line, at: int) -> bool:
    """Whether a subject with its own finite verb stands here."""
    at += line.at(at) in {"that", "then"}
    if line.at(at) in _PRONOUNS and line.at(at + 1) in AUXILIARIES | _MODALS | _SPEECH:
        return True
    behind = (
        line.names[at].last
        if at in line.names
        else line.names[at + 1].last
        if at + 1 in line.names and line.at(at) == "the"
        else None
    )
    if line.at(at) in _PRONOUNS:
        behind = at + 1
    if behind is None:
        behind = next((n for n in range(at, min(at + 6, len(line.words))) if line.at(n) in _MODALS), None)
        return (
            behind is not None
            and behind > at
            and not any(line.at(n) in {",", "and", "to", "of", "that"} for n in range(at, behind))
        )
    while is_adverb(line.at(behind)):
        behind += 1
    verb = load_acts().verbs.get(line.at(behind))
    word = line.at(behind)
    return (
        word in AUXILIARIES | _MODALS | _SPEECH
        or (verb is not None and verb.form in {"does", "did"})
        or (word.endswith("ed") and len(word) > 4)
    )


def _is_finite(line: Line, at: int) -> bool:
    """Whether a finite verb stands here, so that the clause goes on with another one."""
    at = _skip(line, at)
    word = line.at(at)
    if word in AUXILIARIES | _MODALS | _SPEECH or word == "that":
        return True
    verb = load_acts().verbs.get(word)
    after = line.at(at + 1)
    firm = after in _LEADS or after in {"to", "that", "on", "in", "with", "for"} or at + 1 in line.names
    return firm and (word.endswith("ed") or (verb is not None and verb.form == "does" and word not in _plural_nouns()))


def _plural_nouns() -> frozenset[str]:
    return frozenset(word + "s" for word in NOUN_TOO)


def _is_attribution(line: Line, at: int) -> bool:
    return any(line.at(n) in _SPEECH for n in range(at, min(at + 8, len(line.words)))) and (
        line.at(at) in _SPEECH
        or line.at(at) in _PRONOUNS
        or line.at(at) == "the"
        or at in line.names
        or line.at(at) in {",", "according"}
    )


def _list_goes_on(line: Line, at: int) -> bool:
    for here in range(at, min(len(line.words), at + 30)):
        if line.at(here) in {";", "."}:
            return False
        if line.at(here) in {"and", "or", "&"}:
            return True
        if line.at(here) in _STOPS:
            return False
    return False


def _phrase_stop(line: Line, at: int) -> bool:
    word = line.at(at)
    return any(p[0] == word and line.lower[at : at + len(p)] == p for p in _PHRASE_STOPS)


def _condition_length(line: Line, at: int) -> int:
    return next((len(p) for p in load_conditions().get(line.at(at), ()) if line.lower[at : at + len(p)] == p), 0)


def _conditions(line: Line, at: int) -> list[Span]:
    """The condition that begins behind the deeds, up to its own end."""
    at += line.at(at) in {",", "and"}
    length = _condition_length(line, at)
    if not length:
        return []
    end = at + length
    while (
        end < len(line.words)
        and line.at(end) not in {",", ";", ":", "—", "–", "”", '"'}
        and not _condition_length(line, end)
    ):
        end += 1
    last = _trim(line, at, end)
    return [line.stretch(at, last), *_conditions(line, end)]


def fronted_condition(line: Line, first: int) -> list[Span]:
    """A condition that opens the sentence before word `first`: `If needed, ...`."""
    if line.at(first - 1) != ",":
        return []
    start = next((n for n in range(first - 1, -1, -1) if line.at(n) in {";", "“", '"', ":"}), -1) + 1
    return [line.stretch(start, first - 1)] if _condition_length(line, start) and start < first - 1 else []


def _skip(line: Line, at: int) -> int:
    while (
        at < len(line.words)
        and (is_adverb(line.at(at)) or line.at(at) in {"“", '"', "‘"})
        and line.at(at) not in {"both", "all", "each"}
    ):
        at += 1
    return at


def _trim(line: Line, first: int, last: int) -> int:
    while last > first and line.at(last - 1) in {
        ",",
        ".",
        ";",
        ":",
        "and",
        "or",
        "but",
        "”",
        '"',
        "“",
        "?",
        "!",
        "also",
        "—",
        "–",
    }:
        last -= 1
    return last
