"""Where a sentence reports speech: reporting verbs that stand as verbs, outside quotations.

A word of the lexicon is left alone where it is a noun ("their claims"), an adjective ("the announced deal"), an
infinitive ("to reaffirm") or denied ("did not say"). What was said is found in `contents.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.codebook import Span
from servanda.lexicon.reporting import Form, Frame, ReportingVerb, verbs_by_form
from servanda.lexicon.speech import load_speech
from servanda.reading.statements.pieces import Pieces

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_SOME = frozenset({"some", "many", "others", "most", "few"})
_STARTERS = frozenset(
    [
        "by",
        "while",
        "when",
        "before",
        "after",
        "without",
        "in",
        "and",
        "but",
        "or",
        "then",
        "further",
        "also",
        "including",
    ]
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at its place.

    Attributes:
        verb: its entry in the lexicon.
        form: the form it stands in.
        at: its index among the pieces.
        end: the index behind it and its particle.
        span: the words of the cue.
        passive: whether its subject is what was said ("was condemned by").
    """

    verb: ReportingVerb
    form: Form
    at: int
    end: int
    span: Span
    passive: bool = False

    def has(self, *frames: Frame, official: bool = False) -> bool:
        """Whether its content may stand in one of these frames."""
        known = self.verb.official if official else self.verb.frames
        return any(frame in known for frame in frames)


def find_cues(pieces: Pieces) -> tuple[Cue, ...]:
    """The reporting verbs of a sentence, in order."""
    found: list[Cue] = []
    for at, piece in enumerate(pieces):
        if piece.quote or (found and at < found[-1].end):
            continue
        cue = next((c for verb in verbs_by_form().get(piece.lower, ()) if (c := _cue(pieces, at, verb))), None)
        if cue is not None and not _is_infinitive(pieces, cue, found):
            found.append(cue)
    return tuple(found)


def _is_infinitive(pieces: Pieces, cue: Cue, found: list[Cue]) -> bool:
    """Whether a base form is joined to one that is no report: `will meet and underscore`."""
    previous = before(pieces, cue.at)
    joined = cue.form is Form.BASE and previous >= 0 and pieces[previous].lower in ("and", "or", ",")
    return joined and not any(other.form is Form.BASE for other in found)


def before(pieces: Pieces, at: int) -> int:
    """The index of the last piece before `at` that is no adverb; -1 where there is none."""
    at -= 1
    while at >= 0 and _is_adverb(pieces, at):
        at -= 1
    return at


def _is_adverb(pieces: Pieces, at: int) -> bool:
    word = pieces[at].lower
    return word in load_speech().adverbs or (word.endswith("ly") and len(word) > 4 and not pieces[at].is_name)


def _cue(pieces: Pieces, at: int, verb: ReportingVerb) -> Cue | None:
    end = at + 1 + len(verb.particle)
    if tuple(p.lower for p in pieces[at + 1 : end]) != verb.particle:
        return None
    form = verb.forms[pieces[at].lower]
    previous = before(pieces, at)
    word = pieces[previous].lower if previous >= 0 else ""
    passive = form is Form.PAST and word in _BE and verb.lemma != "is"
    if not _TESTS[form](pieces, at, previous, word):
        return None
    if passive and not _has_agent(pieces, end, verb):
        return None
    if Frame.DEED in verb.frames and word in _BE | {
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "stayed",
        "fully",
    }:
        return None
    last = at if Frame.DEED in verb.frames else end - 1
    return Cue(verb, form, at, end, Span(pieces[at].span.start, pieces[last].span.end), passive)


def _has_agent(pieces: Pieces, end: int, verb: ReportingVerb) -> bool:
    """Whether a passive names who speaks: `was condemned by Chad`, `was told by Chad that`, or quotes (`was quoted as saying`)."""
    near = [piece.lower for piece in pieces[end : end + 16]]
    if verb.lemma == "quote":
        return "as" in near
    if "by" not in near[:4]:
        return False
    return Frame.NOUN in verb.frames or (bool({Frame.HEARER, Frame.THAT} & verb.frames) and "that" in near)


def _is_base(pieces: Pieces, at: int, previous: int, word: str) -> bool:
    """Present tense of several: `Kenya and Norway reaffirm …`, `Ministers condemn …`."""
    words = load_speech()
    if _goes_on(pieces, previous, word) or (word in _SOME and _may_follow(pieces, at)):
        return True
    if previous < 0 or word in words.modals | words.determiners | words.prepositions or pieces[previous].quote:
        return False
    if word.endswith("'s") or (pieces[at].is_name and pieces[previous].is_name) or not _may_follow(pieces, at):
        return False
    several = any(piece.lower in words.people and piece.lower.endswith("s") for piece in pieces[max(0, at - 8) : at])
    joined = several or "and" in [piece.lower for piece in pieces[max(0, at - 9) : at]]
    return word in words.pronouns | {"both", "police", "people"} or joined or word.endswith("s")


def _goes_on(pieces: Pieces, previous: int, word: str) -> bool:
    """`went on to say`, `took to Twitter to say`."""
    if word != "to" or previous < 2:
        return False
    lead = [piece.lower for piece in pieces[max(0, previous - 3) : previous]]
    return lead[-2:] in (["went", "on"], ["goes", "on"]) or (lead[:2] in (["took", "to"], ["takes", "to"]))


def _may_follow(pieces: Pieces, at: int) -> bool:
    """Whether what stands behind a base form lets it be a verb."""
    words = load_speech()
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None:
        return False
    if _lemma(pieces[at].lower) not in words.nouns_too:
        return following.lower not in words.behind_nouns - {"on", "for", "to", "of"}
    led = following.lower in words.determiners | {"that", "how", "to", "on", "for", ":"}
    return led or following.quote or following.is_name


def _is_third(pieces: Pieces, at: int, previous: int, word: str) -> bool:
    """Present tense of one: `Norway says …`, not `Norway's claims` or `the calls`."""
    if word in load_speech().determiners | load_speech().modals | load_speech().prepositions or word.endswith(
        ("'s", "s'")
    ):
        return False
    if previous < 0 or (pieces[at].is_name and pieces[previous].is_name) or word == "member":
        return False
    following = pieces[at + 1].lower if at + 1 < len(pieces) else ""
    if not (pieces[previous].is_word or pieces[previous].quote) and _lemma(pieces[at].lower) in load_speech().nouns_too:
        return _may_follow(pieces, at)
    if _lemma(pieces[at].lower) in load_speech().nouns_too:
        if following in load_speech().prepositions:
            return following in ("on", "for", "to", "out", "at", "against", "off")
        known = load_speech().people | load_speech().documents | load_speech().pronouns
        speaks = pieces[previous].is_name or (word in known and not word.endswith("s"))
        if not speaks and word not in ("who", "newspaper", "paper", "and") and not _may_follow(pieces, at):
            return False
    return following not in load_speech().behind_nouns - {"on", "for", "to", "of", ","} or pieces[at].lower == "says"


def _lemma(word: str) -> str:
    """The base form of a third person."""
    return next((verb.lemma for verb in verbs_by_form().get(word, ())), word)


def _is_past(pieces: Pieces, at: int, previous: int, word: str) -> bool:
    """Past tense or a perfect: `Norway (has) announced …`, not `the announced deal`, `did not say`, `was told`."""
    following = pieces[at + 1].lower if at + 1 < len(pieces) else ""
    if (following == "by" and word not in _BE) or (following == "to" and pieces[at].lower == "added"):
        return False
    if word in ("which", "that") and previous > 0 and pieces[previous - 1].lower in load_speech().documents:
        return True
    if word in load_speech().determiners | load_speech().modals or word.endswith("'s") or _is_denied(pieces, previous):
        return False
    return word not in load_speech().prepositions or pieces[at].lower in ("said", "added", "wrote")


def _is_denied(pieces: Pieces, previous: int) -> bool:
    """`had not, as of Monday, announced`: the denial stands before an aside."""
    if previous < 0 or pieces[previous].text != ",":
        return False
    opens = next((n for n in range(previous - 1, max(0, previous - 9), -1) if pieces[n].text == ","), None)
    return opens is not None and pieces[opens - 1].lower in ("not", "never")


def _is_participle(pieces: Pieces, at: int, previous: int, word: str) -> bool:
    """A participle that hangs on a subject: `…, saying …`, `by calling`, `is stressing`; not `the warning`."""
    if word in load_speech().determiners | {"as"} or word.endswith("'s"):
        return False
    if word == "by" and pieces[at].lower in _DEEDS_TOO:
        return at + 1 < len(pieces) and (pieces[at + 1].quote or pieces[at + 1].lower in ("that", "how"))
    if previous < 0 or pieces[previous].quote or word in _STARTERS or word in load_speech().auxiliaries:
        return True
    if absolute_at(pieces, at) is not None:
        return True
    return word in (",", "—", "–", ";", "statement", "statements") or (
        at + 1 < len(pieces) and pieces[at + 1].lower in ("that", "how")
    )


_DEEDS_TOO = frozenset({"adding", "welcoming"})
"""What one may do without a word: `grew by adding ten members`."""


def absolute_at(pieces: Pieces, at: int) -> int | None:
    """Index of the `with` in `with officials saying …`; None where the participle hangs on another subject."""
    for lead in range(at - 1, max(-1, at - 10), -1):
        if pieces[lead].lower == "with":
            return lead
        if not pieces[lead].is_word or pieces[lead].lower in load_speech().auxiliaries:
            return None
    return None


_TESTS = {Form.BASE: _is_base, Form.THIRD: _is_third, Form.PAST: _is_past, Form.PARTICIPLE: _is_participle}
