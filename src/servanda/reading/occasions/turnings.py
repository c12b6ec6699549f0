"""What a deed counts as in PLOVER when it is yet to come, denied, demanded or only meant.

Aid that is promised is AGREE, an attack that is announced THREATEN, a promise that is refused REJECT, what another one
should do REQUEST. Who does it to whom is not asked here.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import EventType, OccasionStatus
from servanda.reading.occasions.clauses import clause_at
from servanda.reading.occasions.standings import status_in
from servanda.reading.trees import Node, Tree

_KIND = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID}
)
_YIELDING = frozenset({EventType.CONCEDE, EventType.RETREAT})
_HARSH = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT, EventType.REJECT}
)
HARSH = _HARSH | {EventType.ACCUSE, EventType.THREATEN}
"""What is done or said against someone."""
_READY = frozenset(
    {
        "ready",
        "willing",
        "prepared",
        "set",
        "determined",
        "poised",
        "about",
        "eager",
        "able",
        "keen",
        "open",
        "committed",
    }
)
_UNREADY = frozenset({"unwilling", "reluctant", "unprepared", "opposed"})
_BLAMED = frozenset({"behind", "responsible", "complicit"})
# Forces that are promised are help.
_GIVING = frozenset({"promised", "promises", "pledged", "pledges", "offered", "offers", "agreed", "agrees"})
_URGED = frozenset({"must", "should", "ought"})
# Said at the end, behind what is said, they only report it: `soldiers beat the farmers, a witness charged`.
_REPORTING = frozenset({"charged", "alleged", "claimed", "complained", "warned"})
_WANTING = frozenset({"want", "wants", "wanted", "expect", "expects", "expected"})
_WHEN = frozenset({"after", "since", "because", "as", "when", "while", "before", "although", "though", "if"})
# Behind these, what is denied is not the deed but the word itself: `did not stop shelling the town`.
_CONTRARY = frozenset(
    {"rule", "ruled", "ruling", "exclude", "excluded", "preclude", "hesitate", "stop", "stopped", "cease", "ceased"}
    | {"refrain", "avoid", "fail", "failed", "refuse", "refused", "decline", "declined", "mind", "regret"}
)
_TO_COME = frozenset({OccasionStatus.PLANNED, OccasionStatus.HYPOTHETICAL})


def turned_type(event: EventType, tree: Tree, verb: Node) -> EventType:
    """The type of a deed that is still to come or denied."""
    status = status_in(tree, verb)
    if _URGED & {one.lower for one in tree.children(verb, "aux")}:
        return EventType.REQUEST
    holder = _holder(tree, verb)
    if status is None and is_denied(tree, holder):
        if event in _KIND | _YIELDING:
            return EventType.REJECT
        if event in _HARSH and tree.modal(holder):
            return EventType.AGREE  # "will not attack"
    if status in _TO_COME and verb.lower != "resign":
        if event in _KIND | _YIELDING:
            return EventType.REJECT if is_denied(tree, verb) else EventType.AGREE
        if event in _HARSH:
            return EventType.THREATEN
    return event


def is_no_deed(event: EventType, tree: Tree, verb: Node) -> bool:
    """Whether a verb says that something harsh was not done, or only what one has cause to do: `has reason to attack`."""
    if status_in(tree, verb) is not None:
        return False
    if verb.fine == "VB" and verb.relation in {"acl", "advcl"} and tree.children(verb, "mark"):
        head = tree.head(verb)
        return not is_denied(tree, verb) and head is not None and head.tag not in {"VERB", "AUX"}
    subjects = any(tree.is_negated(one) for one in tree.subjects(verb))
    denied = tree.is_negated(verb) or subjects
    return event in HARSH - {EventType.REJECT} and denied and verb.relation != "xcomp" and tree.modal(verb) is None


def _holder(tree: Tree, verb: Node) -> Node:
    """The verb whose helpers say how far a deed is a fact: its own, or the one that it completes (`will not [start] shelling`)."""
    head = tree.head(verb)
    while verb.relation == "xcomp" and head is not None and head.tag == "VERB" and head.lower not in _CONTRARY:
        verb, head = head, tree.head(head)
    return verb


def is_denied(tree: Tree, verb: Node) -> bool:
    """Whether a verb is denied by a word of its own, `no longer` among them."""
    ended = (tree.children(one, "advmod", "det") for one in tree.children(verb, "advmod") if one.lower == "longer")
    if any(one.lower == "only" for one in tree.children(verb, "advmod")):
        return False  # "will not only train but equip"
    return tree.is_negated(verb) or any(word.lower == "no" for words in ended for word in words)


def promised_type(tree: Tree, verb: Node) -> EventType:
    """What is promised or planned is an agreement, unless it is harm; a decision is what it decides."""
    if _URGED & {one.lower for one in tree.children(verb, "aux")}:
        return EventType.REQUEST
    if tree.is_negated(verb):
        return EventType.REJECT
    harm = _HARSH - {EventType.REJECT} - ({EventType.MOBILIZE} if verb.lower in _GIVING else set())
    for child in tree.children(verb, "xcomp", "ccomp", "advcl"):
        if _WHEN & {one.lower for one in tree.children(child, "mark", "advmod")}:
            continue  # "promised aid a year after rebels had burned the port"
        inner = clause_at(tree, child)
        if inner is not None and verb.lower == "decided":
            return inner.dealing.gathering.type
        if inner is not None and inner.dealing.gathering.type in harm:
            return EventType.THREATEN
    return EventType.AGREE


def stance_of(tree: Tree, node: Node) -> EventType | None:
    """What an adjective says of what its subject is about to do: `ready to help`, `unwilling to talk`, `behind the raid`."""
    if node.fine in {"VBD", "VB", "VBZ", "VBP", "VBG"}:
        return None
    if tree.children(node, "xcomp", "ccomp", "advcl"):
        if node.lower in _READY:
            return promised_type(tree, node)
        if node.lower in _UNREADY and not tree.agents(node):
            return EventType.REJECT
    words = {node.lower, *(one.lower for one in tree.children(node, "case"))}
    blamed = bool(words & _BLAMED) and node.relation == "ccomp" and bool(tree.children(node, "cop"))
    return EventType.ACCUSE if blamed else None


def is_urged(tree: Tree, verb: Node) -> bool:
    """Whether someone says that another one must do something: `said that Peru must open its ports`."""
    modal = tree.modal(verb)
    return modal is not None and modal.lower in {"must", "should"} and verb.relation == "ccomp"


def only_means(tree: Tree, verb: Node) -> bool:
    """Whether a wish is for a deed of one's own: `wants to help`, not `wants Kenya to help`."""
    own = (one for one in tree.children(verb, "xcomp") if not tree.children(one, "nsubj"))
    return verb.lower in _WANTING and not tree.children(verb, "obj", "iobj") and any(own)


def only_reports(tree: Tree, verb: Node) -> bool:
    """Whether a verb of blame stands behind the whole of what it reports: `soldiers beat the farmers, a witness charged`."""
    told = tree.children(verb, "ccomp", "parataxis")
    behind = verb.relation == "parataxis" or any(one.place < verb.place for one in told)
    return behind and verb.lower in _REPORTING
