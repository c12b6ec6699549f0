"""How far a clause that tells an occasion reaches: from its subject to its object or the other party, no further.

Times, appositions and further clauses stay out; a journey reaches to its goal, a threat to what it says.
"""

from __future__ import annotations

from servanda.codebook import Reading, Span
from servanda.codebook.vocabulary import EventType
from servanda.reading.occasions.clauses import Clause
from servanda.reading.occasions.roles import core_of, members, named_behind, names_in
from servanda.reading.stretches import Stretch
from servanda.reading.trees import Node, Tree

# What such a verb tells goes on into what is to be done (`voted to extend its mission`).
_WITH_DEEDS = frozenset({EventType.THREATEN, EventType.SANCTION, EventType.AGREE})
_FAR = 8
_LOOSE = ("acl", "advcl", "parataxis", "ccomp", "appos")


def reach_of(stretch: Stretch, sofar: Reading, clause: Clause) -> Span:
    """From the subject, where it is the clause's own, to the object and the other party."""
    tree, verb = clause.tree, clause.verb
    group = tree.group(verb)
    partners = tuple(one for one in clause.others if named_behind(stretch, sofar, tree, one))
    reached = [*clause.objects, *partners, *clause.themes, *clause.doers]
    goal = goal_of(stretch, clause) if clause.dealing.needs == "place" else None
    if goal is not None:
        reached.append(goal)
    behind = [one for one in reached if one.span.start > verb.span.start]
    if not behind and clause.dealing.needs == "joint" and all(one.tag == "PRON" for one in clause.doers):
        # "They met in Lima last April": the shortest clause would say nothing.
        behind = [one for one in tree.children(verb, "obl", "advmod") if one.span.start > verb.span.start]
        end = max([group.end, *(core_of(tree, one).end for one in behind)])
    else:
        end = max([group.end, *(_end(stretch, tree, one) for one in behind)])
    named = [one for one in tree.children(verb, "nsubj") if end == group.end or not _is_far(tree, one, group)]
    starts = [group.start, *(_start(tree, one) for one in named)]
    starts += [one.span.start for one in clause.doers if one.place < verb.place < one.head]
    if verb.relation == "acl" and tree.is_passive(verb):
        starts += [_start(tree, one) for one in clause.objects]
    if clause.dealing.clausal and clause.dealing.gathering.type in _WITH_DEEDS:
        end = max(end, _deed_end(tree, verb))
    return Span(min(starts), end)


def goal_of(stretch: Stretch, clause: Clause) -> Node | None:
    """The place where a journey leads: a proper name as object, or behind the verb's preposition."""
    tree, verb = clause.tree, clause.verb
    for one in tree.children(verb, "obj", "obl", "nmod"):
        cases = {case.lower for case in tree.children(one, "case")}
        if (
            one.tag != "PROPN"
            or _in_time(stretch, one.span)
            or (cases and not cases & {"to", "in", "at", "for", "into"})
        ):
            continue
        if (one.relation == "obj" or cases) and not _is_body(stretch, one):
            return one
    return None


def _is_body(stretch: Stretch, node: Node) -> bool:
    """Whether a name is that of a body, which one leaves and joins, but does not travel to."""
    return any(one.reason == "body" and one.span.overlaps(node.span) for one in names_in(stretch, stretch.span))


def _in_time(stretch: Stretch, span: Span) -> bool:
    return any(time.span.overlaps(span) for time in stretch.times)


def _deed_end(tree: Tree, verb: Node) -> int:
    """Where what a threat says ends (`warned Chad not to cross the river`)."""
    said = [one for one in tree.children(verb, "xcomp", "ccomp") if tree.children(one, "mark")]
    return max((word.span.end for one in said for word in tree.below(one) if word.tag != "PUNCT"), default=0)


def _end(stretch: Stretch, tree: Tree, node: Node) -> int:
    """The end of a phrase with all that it joins, without clauses, appositions and times."""
    last = members(tree, node)[-1]
    purposes = [one for one in tree.children(last, "acl") if one.fine == "VBG" and _is_for(tree, one)]
    words = [*tree.below(last, but=_LOOSE), *(deep for one in purposes for deep in tree.below(one, but=_LOOSE))]
    words = sorted((one for one in words if one.tag != "PUNCT"), key=lambda one: one.place) or [last]
    while len(words) > 1 and (_in_time(stretch, words[-1].span) or words[-1].tag in {"ADP", "CCONJ", "DET"}):
        words.pop()
    return words[-1].span.end


def _is_for(tree: Tree, verb: Node) -> bool:
    """Whether a participle says what a paper is for: `a framework for negotiating a treaty`."""
    return any(mark.lower in {"for", "on"} for mark in tree.children(verb, "mark"))


def _is_far(tree: Tree, subject: Node, group: Span) -> bool:
    """Whether so much is said of a subject that its verb stands far behind it (`The envoy, who had …, went to Lima`)."""
    core = [one for one in tree.below(subject, but=_LOOSE) if one.span.end <= group.start and one.tag != "PUNCT"]
    verb = tree.at(group.start)
    return bool(core) and verb is not None and verb.place - core[-1].place > _FAR


def _start(tree: Tree, node: Node) -> int:
    """Where a subject begins; a relative pronoun is left out where its noun stands before it."""
    words = [one for one in tree.below(node, but=_LOOSE) if one.tag not in {"PUNCT", "ADP"}] or [node]
    return words[0].span.start
