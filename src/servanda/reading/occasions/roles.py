"""Who a noun phrase names: its own mention, else its owner, its adjective or those it comes from, with all that it joins.

`Kenyan and Norwegian troops`, `a delegation from Chile`, `the minister, along with his Peruvian counterpart`. The tree says
how far the phrase reaches, the actors and the names of states who is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.codebook import ActorId, Reading, Span
from servanda.lexicon.names import load_names
from servanda.reading.actors.references import Referent, refer, state_of
from servanda.reading.occasions.delegations import delegates_before
from servanda.reading.statements.authors import author_of
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

_OWN = frozenset({"of", "from", "'s", "’s", "'", "’", "by", "including"})
_SITES = frozenset({"in", "at", "near"})
_COMPANY = frozenset({"along", "together", "alongside", "accompanied"})
_CLAUSES = frozenset({"acl", "advcl", "parataxis", "ccomp", "xcomp", "csubj", "appos", "conj", "cc", "punct"})
_SORTS = frozenset({"state", "adjective", "capital", "body"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "both", "one another"})
_LED = frozenset({"led", "headed", "chaired"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
_SERVING = frozenset(
    {"minister", "ministers", "officials", "envoy", "envoys", "negotiators", "delegates", "representatives", "experts"}
    | {"teams", "ambassadors", "diplomats", "aides", "advisers", "advisors", "generals", "ministries", "governments"}
)


def members(tree: Tree, node: Node) -> tuple[Node, ...]:
    """A noun with the nouns joined to it by "and" or a comma."""
    joined = [one for one in tree.children(node, "conj") if one.tag not in {"VERB", "AUX"}]
    return (node, *(deep for one in joined for deep in members(tree, one)))


def company(tree: Tree, verb: Node) -> tuple[Node, ...]:
    """Who is named as coming along: `along with his counterpart`, `together with Norway`."""
    return tuple(
        one
        for one in tree.children(verb, "obl", "nmod")
        if any(
            case.lower in _COMPANY or (case.lower == "well" and "as" in case.lower)
            for case in tree.children(one, "case", "advmod")
        )
    )


def core_of(tree: Tree, node: Node) -> Span:
    """A noun with what describes it: no clause, no apposition, nothing joined to it."""
    words = [one for one in tree.below(node, but=_CLAUSES) if one.tag != "PUNCT"] or [node]
    return Span(words[0].span.start, words[-1].span.end)


def named_at(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> list[Referent]:
    """All whom a noun phrase names, each member of a series for itself."""
    found: list[Referent] = []
    for member in members(tree, node):
        found += _member(stretch, sofar, tree, member)
        for behind in tree.children(member, "appos"):
            meant = named_at(stretch, sofar, tree, behind)
            if not homes_of(stretch, found):
                found += meant
            elif _is_by_name(stretch, member, found, meant):
                # "His Kenyan colleague, Ali Odhiambo": the person, not the state.
                found = [*meant]
    return found


def _is_by_name(stretch: Stretch, node: Node, described: list[Referent], named: list[Referent]) -> bool:
    """Whether an apposition has the name of a person whom the words before it only describe."""
    people = [actor for one in named for actor in one.actors]
    if not people or not all(actor in stretch.homes for actor in people):
        return False
    if any(one.span.overlaps(node.span) and set(one.actors) & set(stretch.homes) for one in described):
        return False  # A person already, and a list rather than an apposition.
    homes = {home for actor in people if (home := stretch.home_of(actor))}
    return homes <= homes_of(stretch, described)


def _member(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> list[Referent]:
    head = Span(node.span.start, max([node.span.end, *(one.span.end for one in tree.children(node, "flat"))]))
    own = [mention for mention in stretch.mentions if mention.span.overlaps(head)]
    sent = _delegates(stretch, sofar, node, own) if node.lower == "delegation" else None
    if sent is not None:
        return [sent]
    if own:
        return [*own[:1], *_beyond(stretch, sofar, tree, node, own[0]), *_leading(stretch, sofar, tree, node)]
    if node.lower in _PRONOUNS or (node.tag == "DET" and node.lower == "both"):
        meant = refer(stretch.scene, sofar, node.span, speakers=_speaking(stretch, sofar, node))
        return [meant] if meant else []
    described = list(_describing(stretch, sofar, tree, node)) or list(_sited(stretch, sofar, tree, node))
    if described:
        return described
    core = core_of(tree, node)
    if any(core.overlaps(mention.span) for mention in stretch.mentions):
        return []
    meant = refer(stretch.scene, sofar, core)
    return [meant] if meant else []


def _speaking(stretch: Stretch, sofar: Reading, node: Node) -> tuple[ActorId, ...]:
    """Who says "I" outside quotations: the one whose text it is."""
    if node.lower != "i" or stretch.scene.in_quote(node.span):
        return ()
    return author_of(stretch.scene, sofar)


def _delegates(stretch: Stretch, sofar: Reading, node: Node, own: list[Referent]) -> Referent | None:
    """The members of a delegation that the text has named, unless another state sent this one."""
    actors = delegates_before(stretch.scene, sofar, node.span.start)
    states = homes_of(stretch, own)
    if not actors or (states and not states & {stretch.home_of(actor) for actor in actors}):
        return None
    return Referent(actors=actors, span=node.span, reason="the members of the delegation")


def _beyond(stretch: Stretch, sofar: Reading, tree: Tree, node: Node, own: Referent) -> Iterator[Referent]:
    """Those whom "and" joins inside a mention that reaches only the first: `the ambassadors of Norway, Chile and Peru`."""
    for child in tree.children(node, "nmod"):
        for joined in members(tree, child)[1:]:
            if not own.span.overlaps(joined.span):
                yield from _member(stretch, sofar, tree, joined)


def _leading(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Iterator[Referent]:
    """Who leads a group: `a delegation led by Berg`."""
    for child in tree.children(node, "acl"):
        if child.lower in _LED:
            yield from (one for agent in tree.agents(child) for one in named_at(stretch, sofar, tree, agent))


def _describing(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Iterator[Referent]:
    """Owners, adjectives and those that the head comes from, nearest in the tree."""
    words = [node, *tree.children(node, "amod", "compound", "flat", "nummod", "det")]
    for child in tree.children(node, "nmod", "obl"):
        cases = {case.lower for case in tree.children(child, "case")}
        if not cases and child.lower in _OWNERS:
            meant = refer(stretch.scene, sofar, child.span)
            if meant:
                yield _served(sofar, meant) if node.lower in _SERVING else meant
        elif not cases or cases & _OWN:
            yield from named_at(stretch, sofar, tree, child)
    yield from _leading(stretch, sofar, tree, node)
    words += [deep for one in words[1:] for deep in tree.children(one, "compound", "conj", "amod")]
    seen: list[Span] = []
    for word in sorted(words, key=lambda one: one.place):
        mention = next((m for m in stretch.mentions if m.span.overlaps(word.span)), None)
        if mention is not None and mention.span not in seen:
            seen.append(mention.span)
            yield mention
    yield from _states(stretch, words, seen)


def _served(sofar: Reading, owner: Referent) -> Referent:
    """The states of those whose people are meant: `[their] envoys` are not the leaders themselves."""
    return replace(owner, actors=tuple(dict.fromkeys(state_of(sofar, actor) or actor for actor in owner.actors)))


def _sited(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> Iterator[Referent]:
    """The state where a thing is that nobody is said to own: `a village in northern Iraq`."""
    for child in tree.children(node, "nmod"):
        if _SITES & {case.lower for case in tree.children(child, "case")}:
            yield from named_at(stretch, sofar, tree, child)


def _states(stretch: Stretch, words: Iterable[Node], seen: list[Span]) -> Iterator[Referent]:
    """States by adjective or bare name among the words of a phrase."""
    places = [word.span for word in words]
    for one in names_in(stretch, Span(min(p.start for p in places), max(p.end for p in places))):
        if any(one.span.overlaps(place) for place in places) and not any(one.span.overlaps(span) for span in seen):
            yield one


def named_behind(stretch: Stretch, sofar: Reading, tree: Tree, node: Node) -> list[Referent]:
    """Whom a phrase behind a verb names, itself or in what hangs on it: `a village in Iraq`, `its border with Iraq`."""
    found = named_at(stretch, sofar, tree, node)
    for deep in tree.children(node, "nmod"):
        cases = {case.lower for case in tree.children(deep, "case")}
        if "with" in cases or (cases and not found):
            found += named_at(stretch, sofar, tree, deep)
    return found


def named_inside(
    stretch: Stretch, sofar: Reading, tree: Tree, node: Node, *, partners: frozenset[str]
) -> list[Referent]:
    """The parties behind a preposition in an object: `flights from Chile`, `a pact with Peru`, `missiles targeting Iran`."""
    found = []
    for aimed in (one for one in tree.children(node, "acl") if one.fine == "VBG"):
        found += [one for deep in tree.children(aimed, "obj") for one in named_at(stretch, sofar, tree, deep)]
    for deep in tree.children(node, "nmod", "obl"):
        if any(case.lower in partners for case in tree.children(deep, "case")):
            found += named_behind(stretch, sofar, tree, deep)
    return found


def names_in(stretch: Stretch, span: Span) -> list[Referent]:
    """States and bodies that the lexicon knows by name, adjective or capital in a stretch."""
    return [
        Referent(actors=(known.id,), span=Span(span.start + at.start, span.start + at.end), reason=known.sort)
        for at, known in load_names().find(span.of(stretch.scene.text))
        if known.id and known.sort in _SORTS
    ]


def homes_of(stretch: Stretch, named: Iterable[Referent]) -> frozenset[ActorId]:
    """The parties behind those named: a person's and a body's state; a private person is a party of its own."""
    return frozenset(stretch.home_of(actor) or actor for one in named for actor in one.actors)


def parties_of(stretch: Stretch, span: Span) -> frozenset[ActorId]:
    """The parties named in a stretch: by mentions, adjectives, and the names of states and capitals; a person is the state served."""
    mentions = (m for m in stretch.mentions if span.overlaps(m.span))
    named = {home for m in mentions for actor in m.actors if (home := stretch.home_of(actor))}
    known = load_names().find(span.of(stretch.scene.text))
    return frozenset(named | {one.id for _, one in known if one.sort in ("state", "adjective", "capital") and one.id})
