"""What the small model of assessments is told of a stretch: its words, what they are said of, where they stand, who speaks.

The model sees words and their places, not the sentence's meaning. Names of parties are made alike, so that nothing is
learned of one country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from servanda.codebook import Reading, Span
from servanda.lexicon.valences import load_frames
from servanda.reading.actors.references import mentions_in
from servanda.reading.assessments.candidates import Candidate, class_of, thing_of
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_OURS = frozenset({"our", "we", "us", "i", "my"})
_OWN = frozenset({"his", "her", "its", "their"})
_THIS = frozenset({"this", "that", "these", "those"})
_SHORT = 40
_PRONOUNS = frozenset({"PRON", "DET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a sentence stands.

    Attributes:
        voice: `direct` or `indirect` inside a statement, `own` in an official text, `narrator` else.
        document: the document's kind.
        cue: the reporting verb's dictionary form.
    """

    voice: str
    document: str
    cue: str


def setting_of(scene: Scene, sofar: Reading, sentence: Span, *, told: bool) -> Callable[[Span], Setting]:
    """Where the stretches of a sentence stand.

    Args:
        scene: the document laid out.
        sofar: the reading with its statements.
        sentence: the sentence.
        told: whether the text's own voice is a reporter's.
    """
    held = [(len(c), c, s) for s in sofar.statements for c in s.content if c.overlaps(sentence)]
    kind = str(scene.document.kind) if scene.document.kind is not None else "-"

    def setting(span: Span) -> Setting:
        own = [(size, place, s) for size, place, s in held if place.overlaps(span)]
        if not own:
            return Setting(voice="narrator" if told else "own", document=kind, cue="")
        statement = min(own, key=lambda one: one[:2])[2]
        cue = statement.cue.of(scene.text).lower().split()[0] if statement.cue else "-"
        return Setting(voice="direct" if scene.in_quote(span) is not None else "indirect", document=kind, cue=cue)

    return setting


def features_of(scene: Scene, sofar: Reading, tree: Tree, candidate: Candidate, setting: Setting) -> Iterator[str]:
    """The features of a stretch."""
    noun = candidate.noun
    kind, worth, thing = candidate.kind, class_of(candidate), thing_of(noun)
    yield f"kind {kind}"
    yield f"worth {kind} {worth}"
    for word in candidate.words:
        yield f"word {word}"
        yield f"word {kind} {word}"
    yield f"many {min(len(candidate.words), 3)}"
    yield f"thing {kind} {thing}"
    yield f"worth of {worth} {thing}"
    if noun is not None:
        yield f"noun {_name(noun)}"
        yield f"noun {kind} {_name(noun)}"
    yield f"length {kind} {min(6, len(candidate.span.of(scene.text).split()))}"
    yield from _around(tree, candidate)
    yield from _placed(scene, sofar, tree, candidate, setting)


def _around(tree: Tree, candidate: Candidate) -> Iterator[str]:
    """The words that hold it: articles, degrees, denial, the verb above."""
    node = candidate.node
    whole = candidate.noun if candidate.kind == "attribute" and candidate.noun is not None else node
    for one in tree.children(whole, "det", "nmod", "advmod"):
        if one.place < whole.place and (one.relation == "det" or one.kind == "poss" or one.relation == "advmod"):
            yield f"before {candidate.kind} {_before(one)}"
    if any(one.relation == "advmod" and one.place < node.place for one in tree.children(node)):
        yield f"degree {candidate.kind}"
    yield f"relation {candidate.kind} {whole.relation} {whole.kind}".strip()
    verb = tree.head(whole)
    if verb is not None:
        yield f"under {candidate.kind} {_name(verb)}"
        yield f"under sort {candidate.kind} {_sort(verb)} {whole.relation}"
    case = tree.children(whole, "case")
    if case:
        yield f"case {candidate.kind} {case[0].lower}"
    for above in tree.above(whole):
        if above.tag in ("VERB", "AUX") or tree.children(above, "cop"):
            yield from _clause(tree, above)
            break
    if whole.tag in ("VERB", "ADJ") or tree.children(whole, "cop"):
        yield from _clause(tree, whole, own="own ")
    complements = tree.children(whole, "nmod", "acl", "obl", "ccomp", "xcomp", "obj")
    for one in complements:
        if one.place > whole.place:
            lead = tree.children(one, "case", "mark")
            yield f"behind {candidate.kind} {one.relation} {lead[0].lower if lead else '-'}"
    for one in tree.children(whole, "obj") if candidate.kind == "verb" else ():
        yield f"object {_name(one)}"
        yield f"object thing {thing_of(one)} {class_of(candidate)}"


def _clause(tree: Tree, verb: Node, own: str = "") -> Iterator[str]:
    modal = tree.modal(verb)
    marks = {one.lower for one in tree.children(verb, "mark", "aux")}
    yield f"{own}modal {modal.lower if modal is not None else 'to' if 'to' in marks else verb.fine}"
    if tree.is_negated(verb):
        yield f"{own}denied"
    if not own:
        yield f"clause {verb.lemma}"
        if verb.lower in load_frames().aiming:
            yield "aiming"
    yield f"{own}role {verb.relation}"
    subject = next(iter(tree.subjects(verb)), None)
    if subject is not None:
        yield f"{own}subject {_name(subject) if subject.tag in _PRONOUNS else subject.tag}"
        yield f"{own}subject thing {thing_of(subject)}"


def _placed(scene: Scene, sofar: Reading, tree: Tree, candidate: Candidate, setting: Setting) -> Iterator[str]:
    """Quotations, voice, document, parties near."""
    kind, span = candidate.kind, candidate.span
    yield f"voice {setting.voice}"
    yield f"voice {setting.voice} {kind}"
    yield f"document {setting.document} {setting.voice}"
    yield f"voice {setting.voice} {class_of(candidate)}"
    yield f"cue {setting.cue}"
    quote = scene.in_quote(span)
    if quote is not None:
        size = len(quote)
        yield f"quoted {'short' if size < _SHORT else 'long'}"
        if size < len(span) + 6:
            yield "quoted alone"
    if candidate.node.text[:1].isupper():
        yield "capital" if candidate.node.place else "first"
    sentence = tree.sentence
    named = mentions_in(sofar, sentence)
    if not named:
        yield "nobody"
    whole = candidate.noun if kind == "attribute" and candidate.noun is not None else candidate.node
    stretch = tree.stretch(whole, but=("acl", "appos", "conj", "cc", "advcl", "parataxis", "nsubj"))
    yield f"party {kind} {any(stretch.holds(one.span) for one in named)}"
    if not sentence.of(scene.text).rstrip().endswith((".", "”", '"', "’", "!")):
        yield "heading"
    if candidate.noun is not None and any(one.span.overlaps(candidate.noun.span) for one in named):
        yield f"of party {kind}"


def _before(one: Node) -> str:
    if one.lower in _OURS:
        return "our"
    if one.lower in _OWN:
        return "their"
    if one.lower in _THIS:
        return "this"
    return one.lower if one.tag in ("DET", "ADV", "PRON") else one.kind or one.relation


def _name(node: Node) -> str:
    """The word in dictionary form; names are alike."""
    return "NAME" if node.tag == "PROPN" or node.name else node.lemma.lower()


def _sort(node: Node) -> str:
    frames = load_frames()
    for name in ("naming", "linking", "posing", "praising", "aiming"):
        if node.lower in getattr(frames, name):
            return name
    return node.tag
