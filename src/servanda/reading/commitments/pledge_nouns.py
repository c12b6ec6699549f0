"""Nouns of undertaking and whose they are.

    Oslo's pledge to double its aid · the commitment of France to the defense of Chad · their plan to reopen the border
    both ministers stressed the importance of protecting the Mekong: a wish of those who speak

Leaves alone nouns that nobody owns and nobody utters ("a plan to save the bees").
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook.vocabulary import Act, CommitmentStatus, Firmness, Novelty, Polarity
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import deeds_after
from servanda.reading.commitments.denials import is_denied
from servanda.reading.commitments.fates import fate_at
from servanda.reading.commitments.firms import firms_end
from servanda.reading.commitments.lines import POSSESSIVE, Line, state_adjectives
from servanda.reading.commitments.past_deeds import is_answered_decision
from servanda.reading.commitments.promises import Promise, Wording
from servanda.reading.commitments.subjects import subject_of, verb_start
from servanda.reading.commitments.valued import is_no_deed

_PHRASE_WALLS = frozenset(
    {"of", "to", "the", "a", "an", "in", "for", "with", "by", "on", "that", "is", "was", "has", "and"}
)
_OWNED_ONLY = frozenset({"support", "agreement", "decision", "need", "hope", "guarantee", "obligation", "obligations"})
_HAVING = frozenset({"has", "have", "had", "with"})
_PLANS = frozenset({"plan", "plans", "intention", "intent", "desire", "wish", "interest"})
_SECURITY = frozenset({"security", "defense", "defence", "alliance", "treaty", "military"})
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", ""), ("s", ""))
_NEAR = 3
_BLAMING = frozenset(
    ["cited", "cites", "citing", "accuse", "accused", "accuses", "accusing", "blame", "blamed", "condemn", "condemned", "condemning", "criticized", "criticised", "over", "despite", "punish", "punished"]
)  # fmt: skip
_REAFFIRMING = frozenset({"reaffirm", "reaffirms", "reaffirmed", "reaffirming"})
_VOICING = ("express", "agreed")
_REACH = 7


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose the noun is: where the phrase begins, and the owner's words, if it names one."""

    first: int
    debtor: tuple[int, int] | None


def read_pledge_noun(line: Line, wording: Wording) -> Promise | None:
    """The promise that a noun of undertaking names."""
    undertaking = wording.undertaking
    none = line.at(wording.first - 1) == "no" and line.at(wording.first - 2) in _HAVING
    if (none and undertaking.words[0] not in _PLANS) or (not none and line.at(wording.first - 1) in {"no", "any"}):
        return None
    owner = (
        _owner_behind(line, wording)
        or _owner_before(line, wording.first)
        or _giver(line, wording)
        or _utterer(line, wording)
    )
    complement = deeds_after(line, wording.at) if owner is not None else None
    if owner is None or complement is None or is_denied(line, wording.first, owner.first):
        return None
    if is_answered_decision(line, wording, owner.first) or is_no_deed(line, wording, complement.deeds[0]):
        return None
    reaffirmed = owner.first - 1 if _is_reaffirmed(line, wording, owner.first) else None
    if undertaking.words == ("support",) and not _BLAMING.isdisjoint(
        line.lower[max(0, owner.first - _NEAR) : owner.first]
    ):
        return None
    wish = undertaking.firmness is Firmness.ASPIRED
    fate = fate_at(line, owner.first) or fate_at(line, _phrase_start(line, wording.first))
    ended = fate is CommitmentStatus.WITHDRAWN
    return Promise(
        rule="wish-noun" if wish else "pledge-noun",
        line=line,
        head=line.stretch(owner.first if reaffirmed is None else reaffirmed, wording.last),
        wording=(
            line.stretch(wording.first, wording.last) if reaffirmed is None else line.stretch(reaffirmed, owner.first),
        ),
        deeds=complement.deeds,
        debtor=line.stretch(*owner.debtor) if owner.debtor else None,
        conditions=complement.conditions,
        firmness=_firmness(line, wording) if reaffirmed is None else Firmness.PLEDGED,
        novelty=_novelty(line, wording),
        polarity=Polarity.MINUS if ended or none else undertaking.polarity,
        fate=fate,
        in_progress=undertaking.words[0] in {"effort", "efforts"},
        refrains=wording.negated,
        act=undertaking.act or _act_of_kind(line, wording),
    )


def _novelty(line: Line, wording: Wording) -> Novelty:
    """A noun that says nothing of it names something new where it is given or agreed on there: `announced a commitment to`."""
    verb = _phrase_start(line, wording.first) - 1
    verb -= line.at(verb) in {"on", "upon"}
    given = line.at(verb) in load_grammar().giving or line.at(verb).startswith(_VOICING)
    unclear = wording.undertaking.novelty is Novelty.UNCLEAR and wording.undertaking.firmness is not Firmness.ASPIRED
    return Novelty.NEW if given and unclear else wording.undertaking.novelty


def _firmness(line: Line, wording: Wording) -> Firmness:
    return Firmness.BINDING if _is_approved(line, wording) else wording.undertaking.firmness


def _is_reaffirmed(line: Line, wording: Wording, first: int) -> bool:
    """Whether support, which has no firmness of its own, is reaffirmed: `reaffirmed its support for`."""
    bare = wording.undertaking.words[0] in {"support", "solidarity"}
    return bare and line.at(first - 1) in _REAFFIRMING


def _owner_before(line: Line, noun: int) -> _Owner | None:
    """A possessive, possessive pronoun or bare name before the noun and its adjectives."""
    for at in range(noun - 1, max(-1, noun - _REACH), -1):
        word = line.at(at)
        if at in line.ends:
            if not line.ends[at].owns and not _is_attributive(line, at + 1, noun):
                return None
            first = _coordinated(line, line.ends[at].first)
            return _Owner(first - (line.at(first - 1) == "the"), (first, line.ends[at].last))
        if word in load_grammar().possessives or line.words[at].text in state_adjectives():
            return _Owner(at - (line.at(at - 1) == "the"), (at, at + 1))
        if word.endswith(POSSESSIVE):
            start = at - 1 if line.at(at - 1) in {"the", "both", "two"} else at
            return _Owner(start, (start, at + 1))
        if word in _PHRASE_WALLS or not (word.isalpha() or "-" in word or word in {"“", '"'}):
            return None
    return None


def _is_attributive(line: Line, first: int, noun: int) -> bool:
    """Whether only adjectives stand between a bare name and the noun: `U.S. security commitment`."""
    between = line.lower[first:noun]
    return len(between) < 3 and not any(_is_verbal(word) for word in between)


def _is_verbal(word: str) -> bool:
    """Whether a word is a finite verb or its adverb rather than an adjective."""
    verb = load_acts().verbs.get(word)
    finite = verb is not None and verb.form in {"does", "did"}
    return finite or _is_uttering(word) or load_grammar().is_adverb(word) or word.endswith("ed")


def _owner_behind(line: Line, wording: Wording) -> _Owner | None:
    """`the commitment of France to`, `a pledge by the two leaders to`."""
    if line.at(wording.last) not in {"of", "by", "from", "for"} or wording.take not in {"to", "for"}:
        return None
    first = wording.last + 1 + (line.at(wording.last + 1) in {"the", "both"})
    last = next((n for n in range(wording.at, first, -1) if n - 1 in line.ends), None)
    if (firms := firms_end(line, first)) is not None:
        return _Owner(_phrase_start(line, wording.first), (wording.last + 1, firms))
    if first not in line.names or last is None:
        return None
    return _Owner(_phrase_start(line, wording.first), (wording.last + 1, last))


def _giver(line: Line, wording: Wording) -> _Owner | None:
    """The subject of a verb that gives the noun: `reached an agreement to`, `gave Kenya an assurance to`, `has a plan to`."""
    verb = _giving_verb(line, wording)
    subject = subject_of(line, verb_start(line, verb)) if verb is not None else None
    if verb is None or subject is None:
        return None
    return _Owner(subject.first, (subject.first, subject.last))


def _giving_verb(line: Line, wording: Wording) -> int | None:
    """The place of the verb that gives the noun behind it, past its adjectives, article and the one who is given it."""
    at = _phrase_start(line, wording.first) - 1
    if at in line.ends:
        at = line.ends[at].first - 1
    at -= line.at(at) in {"into", "to", "under", "at"}
    if line.at(at) in load_grammar().being and line.at(at + 1) == "under":
        return at
    if not load_grammar().being.isdisjoint(line.lower[verb_start(line, at) : at]):
        return None
    return at if line.at(at) in load_grammar().giving else None


def _is_approved(line: Line, wording: Wording) -> bool:
    """Whether a plan or proposal is one that its owner has approved, which binds."""
    verb = _giving_verb(line, wording)
    return verb is not None and line.at(verb) in load_grammar().approving


def _utterer(line: Line, wording: Wording) -> _Owner | None:
    """Those who utter the noun: `stressed the importance of`, `it was an opportunity to`."""
    if wording.undertaking.words[-1] == "reached":
        return _Owner(_phrase_start(line, wording.first), None)
    if wording.undertaking.words[0] in _OWNED_ONLY - {"need"} and not _is_voiced(line, wording):
        return None
    before = line.lower[max(0, wording.first - _REACH - 1) : wording.first]
    topics = wording.undertaking.firmness is not Firmness.ASPIRED
    uttered = any(_is_uttering(word, but_topics=topics) for word in before) or (
        not topics
        and not {"is", "was"}.isdisjoint(line.lower[max(0, wording.first - 2 * _REACH) : wording.first])
        and not {"an", "another", "our", "a", "of"}.isdisjoint(before[-4:])
    )
    return _Owner(_phrase_start(line, wording.first), None) if uttered else None


def _is_voiced(line: Line, wording: Wording) -> bool:
    """Whether bare support is the object of a verb of speech: `reiterated full support for`."""
    verb = _phrase_start(line, wording.first) - 1
    verb -= 2 * (line.at(verb) == "and")
    return wording.undertaking.words == ("support",) and _is_uttering(line.at(verb), but_topics=True)


def _act_of_kind(line: Line, wording: Wording) -> Act | None:
    """`Security commitments to Guam`, with a party alone behind, are to defend it; `investment commitments` are to invest."""
    if line.at(wording.first - 1) == "investment":
        return Act.INVEST
    behind = wording.at + (line.at(wording.at) in {"the", "both"})
    if behind not in line.names or line.names[behind].owns:
        return None
    if line.at(wording.first - 1) in _SECURITY:
        return Act.DEFEND
    joint = wording.undertaking.words[0] == "commitment" and not any(a.isupper() for a in line.names[behind].actors)
    # A commitment to an alliance is to work in it; one to a state may be anything that helps it.
    return Act.COOPERATE if joint else Act.SUPPORT


def _coordinated(line: Line, first: int) -> int:
    """The first of several owners: `Kenya and Norway's plan`."""
    while True:
        link = first - 1 - (line.at(first - 1) == "the")
        # A headline joins two owners by a comma: `Kenya, Chad pact to share water`.
        opens = line.at(link) == "," and link - 1 in line.ends and line.ends[link - 1].first == 0
        if not (line.at(link) == "and" or opens) or link - 1 not in line.ends:
            return first
        first = line.ends[link - 1].first


def _phrase_start(line: Line, noun: int) -> int:
    """Back over adjectives to the article."""
    at = noun
    while at > 0 and noun - at < _REACH and (line.at(at - 1).isalpha() or "-" in line.at(at - 1)):
        before = line.at(at - 1)
        if before in {"the", "a", "an"}:
            return at - 1
        if before in _PHRASE_WALLS or _is_uttering(before):
            break
        at -= 1
    return at


def _is_uttering(word: str, *, but_topics: bool = False) -> bool:
    grammar = load_grammar()
    uttering = grammar.uttering - grammar.topical if but_topics else grammar.uttering
    return word in uttering or any(
        word.endswith(ending) and word[: -len(ending)] + instead in uttering for ending, instead in _ENDINGS
    )
