"""Verbs and stances of undertaking with their subject: who pledged, agreed, decided, intends, stands ready, remains committed.

    Norway pledged to double its aid · the ministers agreed on a joint patrol · we stand ready to help

Leaves alone what is only imagined (`would pledge`), asked (`to commit`), or done to the party (`was asked to`).
"""

from __future__ import annotations

from servanda.codebook import Span
from servanda.codebook.vocabulary import Firmness, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Deed, deeds_after
from servanda.reading.commitments.denials import is_denied, is_nobody, is_of_words
from servanda.reading.commitments.forecasts import is_forecast
from servanda.reading.commitments.governors import is_told
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.past_deeds import is_thanked
from servanda.reading.commitments.promises import Promise, Wording
from servanda.reading.commitments.qualifiers import fronted_condition
from servanda.reading.commitments.subjects import Subject, subject_of, verb_start
from servanda.reading.commitments.valued import is_worth
from servanda.reading.trees import SUBJECTS

_IMAGINED = frozenset({"if", "whether", "to", "not"})
_PARTICIPIAL = frozenset({"after", "while", "by", "in", "for", "upon"})
_ADDED = ("acl", "appos", "parataxis", "advcl")
_NEEDS_SAYING = frozenset({Firmness.PLEDGED, Firmness.AGREED, Firmness.BINDING})
_STANCES = frozenset(
    {"support", "back", "continue", "stand", "aim", "seek", "hope", "want", "wish", "strive", "approve"}
)
# What a parliament or council passes is no promise, and sanctions are done when they are approved.
_LAWS = frozenset(
    {"law", "laws", "bill", "bills", "legislation", "budget", "motion", "amendment", "sanctions", "decree"}
)
_LAW_REACH = 6
_PLURAL_PRONOUNS = frozenset({"we", "they", "i", "both"})
_NOUN_LEADS = frozenset({"new", "strong", "joint", "full", "continued"})
_SIGNS = frozenset({",", ")", "-", "–"})
_DEED_ITSELF = frozenset({"support", "back", "stand", "approve"})
_FUTURE = frozenset({("be", "going"), ("be", "set"), ("be", "due")})
_OBJECTS = frozenset({"gift", "move", "departure", "joint"})
_PAST_IS_NARRATED = _STANCES - {"approve"}


def read_undertaking(line: Line, wording: Wording) -> Promise | None:
    """The promise that a verb of undertaking makes, if it binds its subject."""
    undertaking = wording.undertaking
    verb = verb_start(line, wording.first)
    group = line.lower[verb : wording.first]
    subject = _participial(line, wording) if _is_participial(line, wording, verb) else None
    if subject is None and _binds(line, wording, verb, group):
        subject = subject_of(line, verb)
    if subject is None or _is_noun(line, wording, subject) or is_denied(line, wording.first, subject.first):
        return None
    complement = deeds_after(line, wording.at)
    if undertaking.words[0] == "approve" and not _LAWS.isdisjoint(line.lower[wording.at : wording.at + _LAW_REACH]):
        return None
    if complement is not None and is_worth(line, complement.deeds[0]):
        return None
    if complement is None or (undertaking.words[0] == "continue" and line.at(wording.at) in load_grammar().forecast):
        return None
    if undertaking.words in _FUTURE and is_forecast(line, wording, acting=True):
        return None
    negated = not load_grammar().negations.isdisjoint((*group, *line.lower[wording.first : wording.last]))
    denied = negated or is_nobody(line, subject.first)
    if denied and undertaking.firmness in _NEEDS_SAYING:
        return None
    if undertaking.polarity is Polarity.MINUS and is_of_words(line, wording.at):
        return None
    return Promise(
        rule="undertaking-verb",
        line=line,
        head=line.stretch(wording.first if subject.shared else subject.first, wording.last),
        apart=line.stretch(subject.first, subject.last) if subject.shared else None,
        wording=(line.stretch(wording.first, wording.last),),
        deeds=_whole(complement.deeds, wording),
        debtor=_giver(line, wording) or line.stretch(subject.first, subject.last),
        conditions=(*fronted_condition(line, subject.first), *complement.conditions),
        firmness=undertaking.firmness,
        novelty=undertaking.novelty,
        polarity=Polarity.MINUS if denied else undertaking.polarity,
        in_progress=undertaking.words[0] == "continue" or undertaking.words[-1] in {"working", "pushing"},
        refrains=wording.negated and not denied,
        own_side=undertaking.firmness is Firmness.ASPIRED or undertaking.words[0] == "continue",
        act=undertaking.act,
    )


def _is_participial(line: Line, wording: Wording, verb: int) -> bool:
    return wording.form == "doing" and verb == wording.first and line.at(verb - 1) not in load_grammar().being


def _participial(line: Line, wording: Wording) -> Subject | None:
    """The subject of a participle: `ended the talks after agreeing to`, `thanked Spain for agreeing to`, `Vowing to help, Spain`."""
    node = line.node(wording.first)
    if node is None or node.fine != "VBG":
        return None
    marks = {one.lower for one in line.tree.children(node, "mark", "case")}
    head = line.tree.head(node)
    if head is None or wording.first == 0:
        return _behind_comma(line, wording.at)
    if not marks <= _PARTICIPIAL or node.relation not in {"advcl", "acl"}:
        return None
    subjects = line.tree.subjects(head) if node.relation == "advcl" else (head,)
    if "for" in marks and is_thanked(wording):
        return None
    if "for" in marks:
        subjects = line.tree.children(head, "obj", "iobj") or subjects
    if not subjects:
        return None
    first, last = line.reach(line.tree.stretch(subjects[0], but=_ADDED))
    return Subject(first, last, shared=True) if last <= wording.first else None


def _behind_comma(line: Line, at: int) -> Subject | None:
    """The nominal that stands behind the comma after a clause that opens the sentence."""
    comma = next((n for n in range(at, len(line.words)) if line.at(n) == ","), None)
    if comma is not None and comma + 1 in line.names and not line.names[comma + 1].owns:
        return Subject(comma + 1, line.names[comma + 1].last, shared=True)
    node = line.node(comma + 1) if comma is not None else None
    while node is not None and node.relation not in SUBJECTS:
        node = line.tree.head(node)
    if node is None or comma is None:
        return None
    first, last = line.reach(line.tree.stretch(node, but=_ADDED))
    return Subject(first, last, shared=True) if first == comma + 1 else None


def _binds(line: Line, wording: Wording, verb: int, group: tuple[str, ...]) -> bool:
    """Whether the verb group is a plain finite verb of its subject."""
    grammar = load_grammar()
    words = wording.undertaking.words
    before = line.at(verb - 1)
    if before in _IMAGINED or before in grammar.modals:
        return False
    if words[0] == "be":
        return wording.form in {"does", "did"}
    if wording.form == "doing":
        return bool(grammar.being & set(group)) or before == ","
    if wording.form == "did":
        narrated = words[0] in _PAST_IS_NARRATED and not is_told(line, verb, behind=False)
        return not narrated and not grammar.being & set(group)
    return True


def _is_noun(line: Line, wording: Wording, subject: Subject) -> bool:
    """Whether the word is the noun of the same form: `its support`, `the pledges`."""
    words = wording.undertaking.words
    node = line.node(wording.first)
    if len(words) == 1 and node is not None and node.tag == "NOUN" and line.lower[-1] == ".":
        return True
    if _is_participle(line, wording) or (wording.take == "what" and not _acts(line, subject)):
        return True
    if wording.form not in {"do", "does"} or (len(words) > 1 and wording.take != "joint"):
        return False
    grammar = load_grammar()
    before = line.at(wording.first - 1)
    if wording.take == "what" and line.at(wording.at) in grammar.papers:
        return True
    owned = wording.first - 1 in line.ends and line.ends[wording.first - 1].owns
    if before in {"not", "do", "does", "did"} or before in grammar.negations:
        return False
    verb = load_acts().verbs.get(before)
    if verb is not None and verb.form == "doing":
        return True
    if owned or before in grammar.determiners | grammar.prepositions | _NOUN_LEADS:
        return True
    if wording.form == "do":
        last = line.at(subject.last - 1)
        several = sum(1 for _ in line.names_in(subject.first, subject.last)) > 1
        plural = last in _PLURAL_PRONOUNS or last.endswith("s") or subject.shared or several
        return not (plural or "and" in line.lower[subject.first : subject.last])
    verbal = node is not None and node.tag == "VERB" and wording.undertaking.firmness in _NEEDS_SAYING
    named = verbal or wording.first - 1 in line.ends or before == "it" or grammar.is_adverb(before) or subject.shared
    return wording.take == "what" and not named


def _is_participle(line: Line, wording: Wording) -> bool:
    """Whether the word stands before its noun: `40 pledged delegates`, `the promised aid`."""
    before = line.at(wording.first - 1)
    return wording.take == "what" and wording.form == "did" and (before[:1].isdigit() or before in _leads())


def _leads() -> frozenset[str]:
    return load_grammar().determiners | load_grammar().prepositions


def _acts(line: Line, subject: Subject) -> bool:
    """Whether the subject is one who acts and no thing: `Kenya`, `we`, `both ministers`, not `the evidence`."""
    last = subject.last - 1
    while last > subject.first and line.at(last) in _SIGNS:
        last -= 1
    party = line.at(last) in load_grammar().party_nouns | load_grammar().pronouns
    proper = line.words[last].text[:1].isupper()
    return party or proper or any(line.names_in(subject.first, subject.last))


def _giver(line: Line, wording: Wording) -> Span | None:
    """The party whose support is pledged, where it stands as an adjective: `pledged U.S. support for`."""
    name = line.names.get(wording.at)
    gives = (
        wording.take == "what" and name is not None and line.at(name.last) in load_grammar().gifts | {"support", "help"}
    )
    return line.stretch(name.first, name.last) if gives and name is not None else None


def _whole(deeds: tuple[Deed, ...], wording: Wording) -> tuple[Deed, ...]:
    """`Support` and `stand with` are the deed themselves, so that the deed begins with them; what is announced is one deed."""
    if wording.take in _OBJECTS:
        return deeds[:1]
    if wording.take != "what" or wording.undertaking.words[0] not in _DEED_ITSELF:
        return deeds
    return (Deed(wording.first, deeds[0].last, "does", deeds[0].listed), *deeds[1:])
