"""Whether a word that may be a verb is one at its place, and in which form a deed begins."""

from __future__ import annotations

from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_MONEY = frozenset("$€£¥₩")
_CLOSED_BEHIND = frozenset({"and", "or", "is", "was", "are", "as"})


def form_of(line: Line, at: int) -> str:
    """Whether a deed begins with a bare verb (`do`), a gerund (`doing`) or a thing (`thing`)."""
    word = line.at(at)
    verb = load_acts().verbs.get(word)
    if verb is not None and verb.form == "do" and is_verb_here(line, at):
        return "do"
    gerund = word.endswith("ing") and len(word) > 4 and line.at(at - 1) not in load_grammar().determiners
    if gerund and (verb is None or verb.form == "doing"):
        leads = line.at(at + 1) in load_grammar().determiners or line.at(at + 1) in {"to", "with"}
        return "doing" if verb is not None or leads else "thing"
    return "thing"


def is_verb_here(line: Line, at: int, *, strict: bool = False) -> bool:
    """Whether a known verb form is a verb at this place and not a noun (`support our crews`, not `support and trust`).

    Args:
        line: the sentence.
        at: the word.
        strict: whether only a determiner, name, number or adverb behind it proves the verb, as it must behind `and`.
    """
    grammar = load_grammar()
    word, behind = line.at(at), line.at(at + 1)
    if word not in grammar.verb_or_noun:
        return behind not in {"of", ",", ".", ""} or at + 1 >= len(line.words)
    if behind in grammar.determiners or at + 1 in line.names or grammar.is_adverb(behind):
        return True
    if behind[:1].isdigit() or behind[:1] in _MONEY:
        return True
    if behind in grammar.particles and word in grammar.goes_with_particle:
        return True
    return not strict and behind.isalpha() and behind not in grammar.prepositions | _CLOSED_BEHIND
