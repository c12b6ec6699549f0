"""Where another clause begins: the boundaries at which a deed stops."""

from __future__ import annotations

from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.lexicon.reporting import Form, verbs_by_form
from servanda.lexicon.undertakings import load_undertakings
from servanda.reading.commitments.lines import Line

_LONGEST_SUBJECT = 6
_LONGEST_LIST = 30
INSERTION_REACH = 10
"""How many words a phrase in commas may have behind which a deed goes on."""
_EXAMPLES = (("for", "example"), ("for", "instance"), ("inter", "alia"), ("in", "particular"), ("among", "others"))
_RESUMING = frozenset({"on", "to", "for", "towards", "toward"})
_INSERTING = frozenset({"in", "with", "through", "along", "together", "alongside"})


def starts_clause(line: Line, at: int) -> bool:
    """Whether a subject with its own finite verb stands here."""
    grammar = load_grammar()
    at += line.at(at) in {"that", "then"}
    behind = _behind_subject(line, at)
    if behind is None:
        return _has_modal_soon(line, at)
    while grammar.is_adverb(line.at(behind)):
        behind += 1
    word = line.at(behind)
    verb = load_acts().verbs.get(word)
    known = verb is not None and verb.form in {"does", "did"}
    return known or is_helper(word) or _undertakes(word) or (word.endswith("ed") and len(word) > 4)


def is_finite(line: Line, at: int) -> bool:
    """Whether a finite verb stands here, so that the clause goes on with another one."""
    grammar = load_grammar()
    while grammar.is_adverb(line.at(at)) or line.at(at) in {"“", '"'}:
        at += 1
    word, behind = line.at(at), line.at(at + 1)
    if _reports(word, behind) or is_helper(word) or word == "that" or (behind == "to" and _undertakes(word)):
        return True
    if not (
        behind in grammar.determiners or behind in {"to", "that", "on", "in", "with", "for"} or at + 1 in line.names
    ):
        return False
    verb = load_acts().verbs.get(word)
    return word.endswith("ed") or (verb is not None and verb.form == "does" and verb.bare not in grammar.verb_or_noun)


def _reports(word: str, behind: str) -> bool:
    """Whether a word is the past of a verb of speech and no participle: `and welcomed steps`, not `and noted by`."""
    return behind != "by" and any(verb.forms[word] is Form.PAST for verb in verbs_by_form().get(word, ()))


def _undertakes(word: str) -> bool:
    """Whether a word is a verb of undertaking, which begins a promise of its own."""
    return any(form.undertaking.kind == "verb" for form in load_undertakings().get(word, ()))


def is_helper(word: str) -> bool:
    """Whether a word is an auxiliary, a modal or a verb of speech."""
    grammar = load_grammar()
    return word in grammar.auxiliaries or word in grammar.modals or word in grammar.speech


def is_attribution(line: Line, at: int) -> bool:
    """Whether who said it stands here: `the envoy said`, `according to Oslo`."""
    grammar = load_grammar()
    opens = line.at(at) in grammar.speech | grammar.pronouns | {"the", ",", "according"} or at in line.names
    end = next((n for n in range(at + 1, at + 8) if line.at(n) == ","), at + 8)
    return opens and any(line.at(n) in grammar.speech or line.at(n) == "according" for n in range(at, end))


def list_goes_on(line: Line, at: int) -> bool:
    """Whether a later `and` or `or` closes a list, so that the comma before `at` belongs to it."""
    for here in range(at, min(len(line.words), at + _LONGEST_LIST)):
        word = line.at(here)
        if word in {";", "."} or word in load_grammar().deed_walls:
            return False
        if word in {"and", "or", "&"}:
            return True
    return False


def _behind_subject(line: Line, at: int) -> int | None:
    """The place behind the name or pronoun that stands here."""
    if at in line.names:
        return line.names[at].last
    if line.at(at) == "the" and at + 1 in line.names:
        return line.names[at + 1].last
    return at + 1 if line.at(at) in load_grammar().pronouns else None


def _has_modal_soon(line: Line, at: int) -> bool:
    """Whether a short nominal and a modal stand here: `the base will`."""
    modal = next((n for n in range(at, at + _LONGEST_SUBJECT) if line.at(n) in load_grammar().modals), None)
    return modal is not None and modal > at and not {",", "and", "to", "of", "that"} & set(line.lower[at:modal])


def past_following(line: Line, at: int) -> int:
    """The place behind `the following measures:`, whose list stands in the same sentence."""
    if line.lower[at : at + 2] != ("the", "following"):
        return at
    colon = next((n for n in range(at + 2, at + 5) if line.at(n) == ":"), len(line.words) - 1)
    return colon + 1 if colon + 1 < len(line.words) else at


def past_example(line: Line, at: int) -> int:
    """Past `, for example,`, `, inter alia,` and the like."""
    here = at + (line.at(at) == ",")
    example = next((words for words in _EXAMPLES if line.lower[here : here + len(words)] == words), None)
    if example is None:
        return at
    here += len(example)
    return here + (line.at(here) == ",")


def inserted_end(line: Line, at: int) -> int | None:
    """The comma that ends a phrase behind which the deed goes on: `work together, in concert with Chad, on water`."""
    if line.at(at - 1) != "," or line.at(at) not in _INSERTING:
        return None
    end = next((n for n in range(at, at + INSERTION_REACH) if line.at(n) == ","), None)
    return end if end is not None and line.at(end + 1) in _RESUMING else None
