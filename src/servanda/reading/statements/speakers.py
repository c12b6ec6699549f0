"""Who speaks: the actor behind the subject of a reporting clause.

A subject that shares another's verb is that one's; a text speaks for the body that issued it. Nothing here guesses: an
unnamed official stays unnamed. Pronouns are followed in `pronouns.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.codebook import ActorId, Reading, Span
from servanda.codebook.vocabulary import DocumentKind
from servanda.lexicon.reporting import Form, verbs_by_form
from servanda.lexicon.speech import load_speech
from servanda.reading.actors.references import Referent, mentions_in, refer
from servanda.reading.scenes import Scene
from servanda.reading.statements.authors import authors_of
from servanda.reading.statements.clauses import Range, Report
from servanda.reading.statements.descriptions import voice_of_description
from servanda.reading.statements.joint_texts import voice_of_joint_text
from servanda.reading.statements.members import voice_of_members
from servanda.reading.statements.officials import OFFICIALS, state_of_officials
from servanda.reading.statements.pieces import Pieces
from servanda.reading.statements.pronouns import SINGULAR, is_group, voice_of_pronoun, voice_of_those_who_met
from servanda.reading.statements.sharers import shared_subject
from servanda.reading.statements.voices import Voice

_EITHER = frozenset(["after", "before", "since", "until", "as", "than"])
_CLAUSAL = frozenset(
    ["that", "where", "which", "because", "if", "whether", "while", "when", "what", "how", "but", "who"]
)
_CLAUSES = frozenset(["speech-that", "speech-bare", "speech-order", "trailing", "inserted"])
_EXPLETIVE = frozenset(["it", "this", "that", "there", "which"])
_BREAKS = load_speech().prepositions | load_speech().auxiliaries | {"and", "or", "who", "which", "as"}
_PLACED = re.compile(r"(?:\s+of(?:\s+[A-Z][\w.’'-]+){1,3})?(?:,|,?\s+and|,\s+and)\s+(?:the\s+)?")


def voice_in(scene: Scene, sofar: Reading, pieces: Pieces, report: Report, earlier: tuple[Voice, ...]) -> Voice | None:
    """Who speaks in a report.

    Args:
        scene: the document laid out.
        sofar: the reading with its actors.
        pieces: the pieces of the sentence.
        report: the report.
        earlier: voices heard before in the document, the last one last; those of the same sentence too.

    Returns:
        The voice, with no actors where its words name nobody we know; None where no words name it.
    """
    if report.subject is None or report.subject[0] >= report.subject[1]:
        return _shared(scene, sofar, pieces, report, earlier)
    inverted = report.subject[0] > report.at
    subject = report.subject if inverted else _narrowed(sofar, pieces, report.subject)
    span = _span(pieces, subject)
    pronoun = None if inverted else voice_of_pronoun(scene, sofar, pieces, subject, earlier)
    if pronoun is not None:
        return pronoun
    text = any(
        pieces[n].lower in load_speech().documents for n in range(*subject) if n < subject[0] + 8 or not inverted
    )
    if not inverted and (members := voice_of_members(scene, sofar, span)) is not None:
        return members
    found = mentions_in(sofar, span)
    if text and (joint := voice_of_joint_text(scene, sofar, span)) and not _writer(scene, span, earlier):
        return joint
    if inverted:
        mention = _behind_verb(pieces, subject, found, text=text)
    else:
        mention = _author(pieces, subject, found) if text else _head(scene, pieces, subject, found)
    if not inverted and mention is not None and len(mention.actors) == 1 and is_group(pieces, subject):
        mention = None if voice_of_those_who_met(scene, sofar, span) else mention
    if mention is not None:
        return _joined(scene, sofar, mention, span, text=text)
    if not inverted and is_group(pieces, subject) and (met := voice_of_those_who_met(scene, sofar, span)):
        return met
    if text and (known := _taken_up(scene, sofar, pieces, subject, earlier) or _issuer(scene, sofar, span, earlier)):
        return known
    if not inverted and (state := state_of_officials(scene, sofar, span)):
        return Voice(actors=state, span=span, reason=OFFICIALS)
    if (described := voice_of_description(scene, sofar, pieces, subject, earlier)) is not None:
        return described
    return Voice(actors=(), span=span, reason="no actor fits these words", text=text)


def is_speaker(scene: Scene, voice: Voice, report: Report) -> bool:
    """Whether a subject that is no known actor is someone who speaks, not a thing that shows something."""
    words = voice.span.of(scene.text)
    plain = {word.lower().strip(",.") for word in words.split()}
    capitals = [word for word in words.split() if word[:1].isupper()]
    named = report.rule != "speech-noun" and (len(capitals) > 1 or len(words.split()) == len(capitals) == 1)
    verb = report.cue.of(scene.text).split()[0].lower() if report.cue else ""
    spoken = report.rule in ("quotation", "speech-quote") or (report.rule in _CLAUSES and not _may_show(verb))
    if plain & _EXPLETIVE and len(plain) == 1:
        return False
    name = (
        words[:1].isupper() and words.split()[0].lower() not in load_speech().determiners | load_speech().prepositions
    )
    if report.rule == "speech-noun" and (_lemmas(verb) & load_speech().personal or (name and not _may_show(verb))):
        return True
    texts = frozenset[str]() if _may_show(verb) else load_speech().documents
    return spoken or named or bool(plain & (load_speech().people | texts))


def _may_show(verb: str) -> bool:
    """Whether things are said to do so too: `the data suggest`, `the ban underscores`."""
    return bool(_lemmas(verb) & load_speech().things_too)


def _lemmas(verb: str) -> frozenset[str]:
    return frozenset(known.lemma for known in verbs_by_form().get(verb, ()))


def _span(pieces: Pieces, stretch: Range) -> Span:
    return Span(pieces[stretch[0]].span.start, pieces[max(stretch[0], stretch[1] - 1)].span.end)


def _narrowed(sofar: Reading, pieces: Pieces, subject: Range) -> Range:
    """The subject without an introduction before it: `In Oslo on Friday, the minister`."""
    first = pieces[subject[0]].lower
    subordinate = (
        first in load_speech().prepositions | _EITHER | _CLAUSAL
        or first.endswith("ing")
        or first in ("although", "though", "later", "earlier")
    )
    if not subordinate:
        return subject
    for at in range(subject[1] - 2, subject[0], -1):
        if pieces[at].text == ",":
            rest = (at + 1, subject[1])
            words = {pieces[n].lower for n in range(*rest)}
            named = mentions_in(sofar, _span(pieces, rest)) or words & (SINGULAR | {"they", "it", "we"})
            own = pieces[at + 1].lower in load_speech().determiners and pieces[subject[1] - 1].text != ","
            if named or own or (pieces[at + 1].lower in load_speech().determiners and words & load_speech().documents):
                return rest
    return subject


def _behind_verb(pieces: Pieces, subject: Range, found: tuple[Referent, ...], *, text: bool) -> Referent | None:
    """The subject of `said Kenya's envoy`: it begins right behind the verb."""
    near = pieces[min(subject[0] + 3, subject[1] - 1)].span.end
    return next((m for m in found if m.span.start <= near), found[0] if found and text else None)


def _head(
    scene: Scene, pieces: Pieces, subject: Range, found: tuple[Referent, ...], *, shared: bool = False
) -> Referent | None:
    """The mention that heads the subject: the first one that no preposition governs."""
    words = {pieces[n].span.start: n for n in range(*subject)}
    free, clausal = [], []
    for mention in found:
        lead = _lead(pieces, words.get(mention.span.start, subject[0]), subject[0])
        if scene.text[mention.span.end : mention.span.end + 2] in ("'s", "’s") and mention is not found[-1]:
            continue
        if lead in _EITHER | _CLAUSAL:
            clausal.append(mention)
        elif lead not in load_speech().prepositions and (shared or not _modifies(scene, pieces, subject, mention)):
            free.append(mention)
    return clausal[-1] if clausal else free[0] if free else None


def _modifies(scene: Scene, pieces: Pieces, subject: Range, mention: Referent) -> bool:
    """Whether another name follows in the same nominal, so that this one only modifies it: `Kenya lawyer Ann Oduya`."""
    behind = [pieces[n] for n in range(*subject) if pieces[n].span.start >= mention.span.end]
    near = next((n for n, piece in enumerate(behind) if not piece.is_word or piece.lower in _BREAKS), len(behind))
    names = [piece for piece in behind[:near] if piece.is_name]
    return len(names) > 1 and scene.text[mention.span.end] == " " and not behind[0].is_name


def _author(pieces: Pieces, subject: Range, found: tuple[Referent, ...]) -> Referent | None:
    """Whose text speaks: `a Pentagon readout`, `a statement by the ministry`."""
    at = next(n for n in reversed(range(*subject)) if pieces[n].lower in load_speech().documents)
    noun = pieces[at].span
    owner = [m for m in found if 0 <= noun.start - m.span.end < 20]
    behind = [m for m in found if m.span.start > noun.end]
    return owner[-1] if owner else behind[0] if behind else found[0] if found else None


def _lead(pieces: Pieces, at: int, start: int) -> str:
    """The word before a mention, past its article."""
    at -= 1
    while at >= start and (pieces[at].lower in load_speech().determiners or pieces[at].lower in load_speech().modals):
        at -= 1
    return pieces[at].lower if at >= start else ""


def _joined(scene: Scene, sofar: Reading, mention: Referent, span: Span, *, text: bool) -> Voice:
    """The mention with those joined to it by `and`."""
    whole = refer(scene, sofar, Span(mention.span.start, max(span.end, mention.span.end)))
    actors = whole.actors if whole is not None and set(mention.actors) <= set(whole.actors) else mention.actors
    if mention.span.end < span.end:
        actors = max(actors, _listed(scene, sofar, mention, span), key=len)
    return Voice(actors=actors, span=mention.span, reason=mention.reason, text=text)


def _listed(scene: Scene, sofar: Reading, mention: Referent, span: Span) -> tuple[ActorId, ...]:
    """Those in a list whose members have their place behind them: `Governor Ann Berg of Ohio and Governor Jan Roe of Maine`."""
    actors, end = mention.actors, mention.span.end
    for other in mentions_in(sofar, Span(end, span.end)):
        if scene.text.endswith(" of ", 0, other.span.start):
            continue
        if other.span.start < end or not _PLACED.fullmatch(scene.text, end, other.span.start):
            break
        actors = (*actors, *(actor for actor in other.actors if actor not in actors))
        end = other.span.end
    return actors


def _taken_up(scene: Scene, sofar: Reading, pieces: Pieces, subject: Range, earlier: tuple[Voice, ...]) -> Voice | None:
    """Whose text it is where a pronoun says so: `They released a statement which said`."""
    if pieces[subject[0]].lower not in SINGULAR | {"they"} or subject[1] - subject[0] == 1:
        return None
    found = voice_of_pronoun(scene, sofar, pieces, (subject[0], subject[0] + 1), earlier)
    return replace(found, text=True) if found is not None and found.actors else None


def _issuer(scene: Scene, sofar: Reading, span: Span, earlier: tuple[Voice, ...]) -> Voice | None:
    """The body behind "the statement said": who spoke in that text, the text that spoke last, or the issuers of this one."""
    writer = _writer(scene, span, earlier)
    if writer is not None:
        return Voice(actors=writer.actors, span=span, reason="who spoke in that text", text=True)
    last = next((voice for voice in reversed(earlier) if voice.text and voice.actors), None)
    if last is not None:
        return Voice(actors=last.actors, span=span, reason="the text that spoke before", text=True)
    if scene.document.kind is DocumentKind.NEWS:
        return None
    return Voice(actors=authors_of(scene, sofar), span=span, reason="the issuers of this text", text=True)


def _writer(scene: Scene, span: Span, earlier: tuple[Voice, ...]) -> Voice | None:
    """Of `the letter said` the one who spoke in it before: `in a letter to Chad, the minister said`."""
    noun, paragraph = span.of(scene.text).split()[-1].lower(), scene.paragraph_of(span)
    if paragraph is None or not noun.isalpha():
        return None
    said = re.compile(rf"\bin\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){{0,2}}{noun}\b", re.IGNORECASE)
    at = scene.paragraphs.index(paragraph)
    start = scene.paragraphs[max(0, at - _PARAGRAPHS_BACK)].start
    before = [s for s in scene.sentences if start <= s.start and s.end <= span.start]
    for sentence in reversed(before):
        if said.search(scene.text, sentence.start, sentence.end):
            return next((v for v in reversed(earlier) if v.actors and sentence.holds(v.span)), None)
    return None


_PARAGRAPHS_BACK = 3
"""How many paragraphs before a text speaks it may have been issued."""


def _shared(scene: Scene, sofar: Reading, pieces: Pieces, report: Report, earlier: tuple[Voice, ...]) -> Voice | None:
    """A subject that stands elsewhere in the sentence: with the verb before, or behind an opening participle."""
    sentence = Span(pieces[0].span.start, pieces[-1].span.end)
    spoken = [voice for voice in earlier if sentence.holds(voice.span)]
    if spoken:
        return spoken[-1]
    sharing = shared_subject(scene, pieces, report)
    if sharing is not None:
        return voice_in(scene, sofar, pieces, replace(report, subject=sharing), earlier)
    after = mentions_in(sofar, Span(pieces[min(report.end, len(pieces) - 1)].span.start, sentence.end))
    if report.at <= 1 and report.form is not Form.PARTICIPLE and report.form is not None and earlier:
        return earlier[-1]
    if report.at <= 1 and after:
        return Voice(actors=after[0].actors, span=after[0].span, reason="subject of the main clause")
    stretch = (0, max(1, report.at))
    narrowed = _narrowed(sofar, pieces, stretch)
    opening = pieces[narrowed[0]]
    if opening.lower in SINGULAR | {"they", "it"}:
        found = voice_of_pronoun(scene, sofar, pieces, (narrowed[0], narrowed[0] + 1), earlier)
        if found is not None:
            return found
    head = _head(scene, pieces, narrowed, mentions_in(sofar, _span(pieces, narrowed)), shared=True)
    if head is not None:
        return _joined(scene, sofar, head, _span(pieces, narrowed), text=False)
    if earlier and report.at > 0:
        return earlier[-1]
    unnamed = (report.end, len(pieces)) if report.at <= 1 else stretch
    return Voice(actors=(), span=_span(pieces, unnamed), reason="no actor fits") if unnamed[0] < unnamed[1] else None
