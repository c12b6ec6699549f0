"""Who is presumed to be bound by what the model sees, where its words name no party: those who say it, issue it, or meet.

    Passengers will be let in without a visa, Chad's minister said: Chad · efforts should be stepped up: the issuers
    A commission is to report each month: both parties, where a text has just two · Duties are to end: the body that the text tells of

The words of others (`our allies`, `companies`, `other countries`) and whoever else acts leave it open, and so does a group of another number.
"""

from __future__ import annotations

from servanda.codebook import NARRATOR, ActorId, Slot, stated
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.backgrounds import Background
from servanda.reading.commitments.promises import Promise

Actors = tuple[ActorId, ...]

_OPEN = frozenset({"the words name no actor", "the subject is a thing of a party", "nobody is named as bound"})
_OTHERS = frozenset(
    {"other", "others", "countries", "states", "nations", "people", "world", "community", "critics", "analysts", "nobody", "nothing", "none"}
)  # fmt: skip
_JOINT = frozenset(
    {"commission", "committee", "group", "panel", "council", "working", "team", "teams", "authorities", "ministries", "speakers", "delegations",
     "sides", "parties", "agreement", "agreements", "protocol", "accord", "pact", "deal", "treaty", "neither", "each", "both", "two", "joint"}
)  # fmt: skip
_PEOPLE = ("ers", "ors", "ists", "men", "ees", "ians")
_PAIR = 2


def presumed(background: Background, promise: Promise, open_: Slot[Actors]) -> Slot[Actors]:
    """The side or sides that are presumed to be bound; what was open stays so where nobody is.

    Args:
        background: the document.
        promise: what the model sees.
        open_: who is bound by the words alone: nobody.
    """
    words = set(background.words_of(promise.debtor)) if promise.debtor is not None else set()
    if open_.reason not in _OPEN or not _others(words).isdisjoint(words) or _is_somebody(promise):
        return open_
    deed = promise.line.stretch(promise.deeds[0].first, promise.deeds[0].last)
    spans = open_.spans or (deed,)
    owners = _owners(background, promise)
    if len(owners) == 1:
        return stated(owners, spans, "whose it is")
    statement = background.statement_at(deed)
    if statement is not None:
        speakers = [actor for actor in statement.speakers.value or () if actor != NARRATOR]
        sides = background.sides_of(actor for actor in speakers if _is_party(background, actor))
        return stated(sides, statement.speakers.spans, "those who say so") if sides else open_
    if background.voice:
        return stated(background.voice, spans, "those who issued the text")
    if len(background.parties) == _PAIR and not _JOINT.isdisjoint(words):
        return stated(background.parties, spans, "what the two parties do together")
    if background.body is not None:
        return stated((background.body,), spans, "the body that the text tells of")
    return open_


def _others(words: set[str]) -> frozenset[str]:
    """Words by which others than the parties are meant; `the two countries` are the parties."""
    companies = load_grammar().companies
    return (_OTHERS - {"countries", "states", "nations"} if words & {"two", "both"} else _OTHERS) | companies


def _is_somebody(promise: Promise) -> bool:
    """Whether the subject is somebody else who acts: a name that nobody knows, or people by what they do (`smugglers will pay`)."""
    tree = promise.line.tree
    top = tree.top(promise.debtor) if promise.debtor is not None else None
    if top is None:
        return False
    own = top.lower in _JOINT or top.lower in load_grammar().party_nouns
    acts = top.relation == "nsubj" and not own and not tree.is_passive(tree.predicate(top))
    return top.tag == "PROPN" or (acts and top.lower.endswith(_PEOPLE))


def _owners(background: Background, promise: Promise) -> Actors:
    """The sides that the subject names as those whose thing it is: `continued U.S. support`."""
    if promise.debtor is None:
        return ()
    line = promise.line
    first, last = line.reach(promise.debtor)
    names = [name for name in line.names_in(first, last) if line.at(name.first - 1) not in load_grammar().prepositions]
    return background.sides_of(actor for name in names for actor in name.actors)


def _is_party(background: Background, actor: ActorId) -> bool:
    """Whether whoever speaks can bind a side: a person of no side speaks for nobody."""
    return background.kinds.get(actor) is not ActorKind.PERSON or background.side_of(actor) != actor
