"""What a sentence says that something is: `the pact is fair`, `the dam poses a threat`, `Chad behaved irresponsibly`.

The tree tells which word is said of which subject, and how: as a predicate, as the complement of a verb that calls or makes
something so, behind `as`, beside a noun, or as what someone shows. What is wished or asked says nothing. Whose words
they are is decided in `assessments.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.codebook import Span
from servanda.codebook.vocabulary import About, Valence
from servanda.lexicon.evaluations import load_heads
from servanda.lexicon.valences import Sort, load_frames, load_worths, telling_words
from servanda.reading.assessments.abouts import about_of
from servanda.reading.assessments.evaluations import Hit
from servanda.reading.assessments.extents import adjective_span, noun_span
from servanda.reading.scenes import Scene
from servanda.reading.trees import Node, Tree

_SELVES = frozenset({"i", "we", "you"})
_BONDS = frozenset({"united", "close", "closer", "strong", "stronger", "inseparable", "safer"})
_TIED = frozenset({"close", "closer", "closest", "deep", "deeper", "inseparable", "united"})
_EMPTY = frozenset({"it", "this", "that", "there", "what", "which"})
_VAGUE = frozenset(
    {"day", "days", "time", "times", "thing", "things", "way", "question", "questions", "year", "years", "morning", "evening",
     "word", "words", "number", "part", "one", "people", "man", "woman", "lot", "moment", "opportunity", "chance", "place", "role", "job", "news"}
)  # fmt: skip
_ONLY = frozenset({"just", "only", "merely", "simply"})
_FLIPPED = {Valence("+"): Valence("-"), Valence("-"): Valence("+")}
_WELL = frozenset({"go", "goes", "went", "going", "gone", "behaved", "performed"})
_MADE = frozenset({"make", "makes", "made", "making", "leaves", "left", "rendered", "renders"})
_OF_WHAT = frozenset({"of", "for"})
_CALLED = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What is said of a subject.

    Attributes:
        subject: the head of what it is said of; None where the sentence leaves it out.
        verb: the word that carries tense, modal and denial: the verb, or the predicate itself.
        frame: how it is said.
    """

    subject: Node | None
    verb: Node
    frame: str


def predicates_in(scene: Scene, sentence: Span) -> Iterator[Hit]:
    """The words of praise and blame that a sentence says of something, in order."""
    if not any(word.lower in telling_words() for word in scene.words(sentence)):
        return
    if sentence.of(scene.text).rstrip("\"”’' ").endswith("?"):
        return
    tree = scene.tree(sentence)
    for node in tree.nodes:
        hit = _hit(tree, node)
        if hit is not None:
            yield hit


def is_wished(scene: Scene, sentence: Span, words: Span) -> bool:
    """Whether words stand in a predicate that is only wished, asked or laid down: `must be fair`, `wants to be a good host`."""
    tree = scene.tree(sentence)
    node = tree.top(words)
    if node is not None and node.relation == "amod":
        node = tree.head(node)
    saying = saying_of(tree, node) if node is not None and node.tag in ("ADJ", "NOUN", "VERB") else None
    return saying is not None and not _is_said(tree, saying, Valence("+"))


def _hit(tree: Tree, node: Node) -> Hit | None:
    if node.place > 1 and node.text[:1].isupper():  # A name, or words of a slogan.
        return None
    read = _READERS.get(node.tag)
    return read(tree, node) if read is not None else None


def _adjective(tree: Tree, node: Node) -> Hit | None:
    """`is unfair`, `made Chad stronger`, `described as illegal`."""
    feeling = load_worths(Sort.FEELING).get(node.lower)
    worth = feeling or load_worths(Sort.ADJECTIVE).get(node.lower)
    saying = saying_of(tree, node) if worth is not None else None
    if worth is None or saying is None or saying.frame not in ("is", "called", "as") or worth.valence is None:
        return None
    if not _is_said(tree, saying, worth.valence) or not _may_be(tree, node, saying, feels=feeling is not None):
        return None
    return _made(tree, node, saying, adjective_span(tree, node), worth.valence)


def _noun(tree: Tree, node: Node) -> Hit | None:
    """`is a disgrace`, `poses a threat`, `as a reliable partner`, `showed restraint`."""
    saying = saying_of(tree, node) if _may_tell(tree, node) else None
    if saying is None:
        return None
    if saying.frame == "shows":
        return _virtue(tree, node, saying)
    worth = load_worths(Sort.NOUN).get(node.lower)
    valence = (worth.valence if worth is not None else None) or _coloured(tree, node, known=worth is not None)
    if (
        valence is None
        or (saying.frame in ("poses", "beside") and worth is None)
        or not _is_said(tree, saying, valence)
    ):
        return None
    return _made(tree, node, saying, noun_span(tree, node, is_open=worth is not None and worth.is_open), valence)


def _may_tell(tree: Tree, node: Node) -> bool:
    """Whether a noun or one of its adjectives is a word of praise or blame."""
    if node.lower in load_worths(Sort.NOUN) or node.lower in load_worths(Sort.VIRTUE):
        return True
    adjectives = load_worths(Sort.ADJECTIVE)
    return node.lower not in _VAGUE and any(one.lower in adjectives for one in tree.children(node, *_CALLED))


def _virtue(tree: Tree, node: Node, saying: Saying) -> Hit | None:
    """`showed great restraint`, `lacked vision`, `accused Chad of cowardice`."""
    worth = load_worths(Sort.VIRTUE).get(node.lower)
    if worth is None or worth.valence is None or not _is_said(tree, saying, worth.valence):
        return None
    span = noun_span(tree, node, is_open=False)
    lacks = saying.verb.lower in load_frames().lacking
    valence = _FLIPPED[worth.valence] if lacks else worth.valence
    return _made(tree, node, saying, Span(saying.verb.span.start, span.end) if lacks else span, valence)


def _adverb(tree: Tree, node: Node) -> Hit | None:
    """`behaved irresponsibly`, `was handled badly`."""
    worth = load_worths(Sort.ADVERB).get(node.lower)
    verb = tree.head(node)
    if worth is None or worth.valence is None or verb is None or node.relation != "advmod" or node.place < verb.place:
        return None
    if verb.lower not in load_frames().doing or (node.lower == "well" and verb.lower not in _WELL):
        return None
    subject = next(iter(tree.subjects(verb)), None)
    saying = Saying(subject=subject, verb=verb, frame="does")
    if (
        subject is None
        or subject.lower in _SELVES
        or tree.modal(verb) is not None
        or not _is_said(tree, saying, worth.valence)
    ):
        return None
    return _made(tree, node, saying, Span(verb.span.start, node.span.end), worth.valence)


def saying_of(tree: Tree, node: Node) -> Saying | None:
    """In which frame a word is said of something; None where it only describes or is spoken of."""
    if node.relation == "conj" and (head := tree.head(node)) is not None and not tree.children(node, "nsubj", "cop"):
        return saying_of(tree, head) if head.tag in ("ADJ", "NOUN", "VERB") and head.place < node.place else None
    if tree.children(node, "cop"):
        if tree.children(node, "expl", "csubj"):
            return None
        return Saying(subject=next(iter(tree.subjects(node)), None), verb=node, frame="is")
    verb = tree.head(node)
    if verb is None:
        return None
    if node.relation == "nmod" and verb.lower == "one":  # "one of our closest partners"
        return saying_of(tree, verb)
    cases = {one.lower for one in tree.children(node, "case", "mark")}
    if "as" in cases:
        return _behind_as(tree, node, verb)
    if node.relation == "appos":
        return Saying(subject=verb, verb=node, frame="beside")
    return _behind_verb(tree, node, verb, cases)


def _behind_as(tree: Tree, node: Node, verb: Node) -> Saying | None:
    """`sees Chad as a partner`, `served as a bridge`, `its role as a guarantor`."""
    if verb.tag == "NOUN":
        return Saying(subject=verb, verb=node, frame="as") if node.relation == "nmod" else None
    if verb.lower not in load_frames().naming | load_frames().linking:
        return None
    subject = next(iter(tree.objects(verb) or tree.subjects(verb)), None)
    return Saying(subject=subject, verb=verb, frame="as")


def _behind_verb(tree: Tree, node: Node, verb: Node, cases: set[str]) -> Saying | None:
    """`remains fragile`, `called the law unfair`, `poses a danger`, `showed restraint`, `praised Chad for its restraint`."""
    frames = load_frames()
    if node.relation == "xcomp" and verb.lower in frames.linking:
        return Saying(subject=next(iter(tree.subjects(verb)), None), verb=verb, frame="is")
    if node.relation == "xcomp" and verb.lower in frames.naming and "to" not in cases:
        return Saying(subject=next(iter(tree.objects(verb)), None), verb=verb, frame="called")
    if node.lower in load_worths(Sort.VIRTUE) and (shown := _shown(tree, node, verb, cases)) is not None:
        return shown
    posed = node.relation in ("obj", "xcomp") or (
        node.relation == "obl" and cases == {"to"} and verb.lower.startswith("amount")
    )
    if posed and verb.lower in frames.posing:
        return Saying(subject=next(iter(tree.subjects(verb)), None), verb=verb, frame="poses")
    return None


def _shown(tree: Tree, node: Node, verb: Node, cases: set[str]) -> Saying | None:
    """`Kenya showed restraint`, `praised Kenya for its restraint`, `praised the restraint of Kenya`."""
    frames = load_frames()
    if node.relation == "obj" and verb.lower in frames.showing:
        return Saying(subject=next(iter(tree.subjects(verb)), None), verb=verb, frame="shows")
    if verb.lower not in frames.praising:
        return None
    if node.relation in ("obl", "nmod") and cases & _OF_WHAT:
        return Saying(subject=next(iter(tree.objects(verb)), None), verb=verb, frame="shows")
    return Saying(subject=None, verb=verb, frame="shows") if node.relation == "obj" else None


def _is_said(tree: Tree, saying: Saying, valence: Valence) -> bool:
    """Whether it is said to be so, not wished, asked for or laid down as a duty."""
    verb = saying.verb
    if valence == Valence("-") and saying.frame == "poses":
        return True
    marks = {one.lower for one in tree.children(verb, "aux", "mark")}
    if marks & load_frames().wishing:
        return False
    above = tree.head(verb)
    if above is not None and above.lower in load_frames().aiming and verb.relation in ("ccomp", "advcl"):
        return False
    return "to" not in marks or (above is not None and above.lower in load_frames().raising)


def _may_be(tree: Tree, node: Node, saying: Saying, *, feels: bool) -> bool:
    """Whether an adjective is said of a thing that has worth, or a feeling of a deed: not `I am glad to be here`."""
    subject = saying.subject
    clauses = tree.children(node, "csubj", "ccomp", "xcomp")
    if feels:
        return subject is not None and not any(
            one.relation == "xcomp" or any(mark.lower == "to" for mark in tree.children(one, "mark")) for one in clauses
        )
    if subject is None:
        return saying.frame != "is"
    if subject.lower in _SELVES:
        return node.lower in _BONDS
    if node.lower in _TIED:
        return load_heads().get(subject.lower) is About.RELATIONSHIP or bool(tree.children(subject, "conj"))
    return not (subject.lower in _EMPTY and (clauses or tree.children(node, "advcl")))


def _coloured(tree: Tree, node: Node, *, known: bool) -> Valence | None:
    """The valence that a noun takes from its adjectives, or from what it is a source of."""
    adjectives, frames = load_worths(Sort.ADJECTIVE), load_frames()
    for one in tree.children(node, "amod", "compound"):
        if one.lower in adjectives:
            return adjectives[one.lower].valence
    for one in tree.children(node, "nmod") if known else ():
        if one.lower in frames.goods | frames.ills:
            return Valence("+") if one.lower in frames.goods else Valence("-")
    return None


def _made(tree: Tree, node: Node, saying: Saying, span: Span, valence: Valence) -> Hit:
    denied = _is_denied(tree, node, saying)
    start = saying.verb.span.start if saying.frame == "called" and saying.verb.lower in _MADE else span.start
    if denied:
        denial = [
            one for one in tree.nodes if one.lower in ("not", "no", "never", "n't", "n’t") and one.place < node.place
        ]
        if denial and span.start - denial[-1].span.end < 12:
            start = denial[-1].span.start
    return Hit(
        span=Span(start, span.end),
        about=about_of(node, saying.subject),
        valence=_FLIPPED.get(valence, valence) if denied else valence,
        head=saying.subject.span if saying.subject is not None else node.span,
        of=tree.stretch(saying.subject, but=("acl", "appos", "conj", "cc")) if saying.subject is not None else None,
    )


def _is_denied(tree: Tree, node: Node, saying: Saying) -> bool:
    """Whether it is denied: `is not a partner`, `no partner`; not `not only`, not `never better`."""
    adverbs = {one.lower for one in tree.children(saying.verb, "advmod")}
    more = node.fine == "JJR" or any(one.lower == "more" for one in tree.children(node, "advmod"))
    if adverbs & _ONLY or ("never" in adverbs and more):
        return False
    return tree.is_negated(saying.verb) or any(one.lower == "no" for one in tree.children(node, "det"))


_READERS = {"ADJ": _adjective, "VERB": _adjective, "NOUN": _noun, "ADV": _adverb}
