"""Which act a deed is: the verb that counts, and behind a light verb its object."""

from __future__ import annotations

from servanda.codebook import Span
from servanda.codebook.vocabulary import Act
from servanda.lexicon.acts import load_acts
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.things import DeedAct, act_of_nominal, thing_at, thing_in

_OBJECT_ENDS = frozenset(["to", "by", "through", "which", "that", "who", "while", "so", "via"])


def act_of(line: Line, deed: Deed, *, joint: bool = False) -> DeedAct:
    """The act of a deed; `other` where no word tells.

    Args:
        line: the sentence.
        deed: the deed.
        joint: whether several parties owe it, so that a common endeavor is cooperation.
    """
    deed = meant(line, deed)
    if deed.form == "thing" and _is_party(line, deed):
        return DeedAct(Act.COOPERATE, deed.first, deed.last)
    if deed.form == "thing" and _is_anothers_safety(line, deed):
        return DeedAct(Act.DEFEND, deed.first, deed.last)
    found = _act(line, deed.first, deed.last)
    verb = load_acts().verbs.get(line.at(found.first))
    shared = joint and verb is not None and verb.bare in load_acts().joint
    if joint and found.act is Act.BUILD and verb is not None and verb.bare in _MAKING and found.last > found.first + 1:
        return DeedAct(Act.COOPERATE, found.first, found.last)
    together = not _JOINTLY.isdisjoint((*line.lower[:1], *line.lower[max(0, deed.first - 2) : deed.last]))
    if found.act is Act.OTHER and (shared or together):
        return DeedAct(Act.COOPERATE, found.first, found.last)
    if found.act in _GIVEN and _opens_with_sum(line, deed.first + (deed.form != "thing"), deed.last):
        return DeedAct(Act.FUND, found.first, found.last)
    return found


def _is_party(line: Line, deed: Deed) -> bool:
    """Whether a party alone stands for the deed: `its commitment to [the African Union]`."""
    first = deed.first + (line.at(deed.first) == "the")
    name = line.names.get(first)
    return name is not None and name.last == deed.last


def _is_anothers_safety(line: Line, deed: Deed) -> bool:
    """Whether a party's own safety is the deed: `its commitment to [Fiji's security]`."""
    first = deed.first + (line.at(deed.first) == "the")
    name = line.names.get(first)
    return name is not None and name.owns and line.at(name.last) in _SAFETY


def meant(line: Line, deed: Deed) -> Deed:
    """The deed that `do so` takes up: the nearest infinitive before it in its sentence."""
    if line.lower[deed.first : deed.first + 2] not in {("do", "so"), ("doing", "so"), ("do", "this")}:
        return deed
    verbs = load_acts().verbs
    at = next((n for n in range(deed.first - 2, 0, -1) if line.at(n - 1) == "to" and line.at(n) in verbs), None)
    if at is None or verbs[line.at(at)].form != "do":
        return deed
    last = next((n for n in range(at, deed.first) if line.at(n) in {",", ";"}), deed.first)
    return Deed(at, last, "do")


def act_received(line: Line, deed: Deed) -> DeedAct | None:
    """The act of giving what a party will receive: `receive six radars`."""
    return _of_pair(line, deed.first, deed.last, "give")


def act_of_relative(line: Line, deed: Deed) -> DeedAct | None:
    """The act of a verb whose object a relative pronoun takes up: `a treaty that both sides have agreed to complete`."""
    verb = load_acts().verbs.get(line.at(deed.first))
    behind = line.at(deed.first + 1)
    alone = deed.last == deed.first + 1 or behind in _PAIR_ENDS
    if verb is None or not alone:
        return None
    link = next((n for n in range(deed.first - 1, max(0, deed.first - _FAR), -1) if line.at(n) in {"which", "that"}), 0)
    things = set(line.lower[max(0, link - _FAR) : link])
    pair = next(
        (one for one in load_acts().pairs if verb.bare in one.verbs and not things.isdisjoint(one.things)), None
    )
    return DeedAct(pair.act, deed.first, deed.last) if pair is not None else None


def joins(line: Line, deed: Deed) -> bool:
    """Whether a deed is by its first verb to work with others, whatever for."""
    verb = load_acts().verbs.get(line.at(deed.first))
    return verb is not None and verb.bare in _JOINING


def _opens_with_sum(line: Line, first: int, last: int) -> bool:
    """Whether what is given is a sum by its first words: `provide nearly $20 million in aid`."""
    opening = line.lower[first : min(first + 4, last)]
    return any(word[:1] in _SIGNS for word in opening) or (
        not _MONEY.isdisjoint(opening) and not _CURRENCIES.isdisjoint(line.lower[first : min(first + 6, last)])
    )


def act_of_head(line: Line, head: Span) -> DeedAct | None:
    """The act that a thing names which stands as the subject: `no further duty shall apply`."""
    first = next((at for at, word in enumerate(line.words) if word.span.start >= head.start), 0)
    last = next((at for at, word in enumerate(line.words) if word.span.start >= head.end), len(line.words))
    return thing_in(line, first, last) or _sum(line, first, min(last, first + _SHORT))


_WEAK = frozenset({Act.OTHER, Act.DEFEND, Act.DISARM, Act.CONSULT, Act.COOPERATE, Act.TRANSFER, Act.REFRAIN})
_GOING_ON = frozenset({"continue", "begin", "start", "keep", "pursue"})
_JOINING = frozenset({"join", "cooperate", "co-operate", "collaborate", "coordinate", "partner", "unite"})
"""What these are for says less than they do themselves: `join the coalition to support`."""
_BEFORE_VERB = frozenset({"“", '"', "be", "to", "focused", "on"})
_ENDS_MET = frozenset(
    {"goals", "goal", "targets", "target", "obligations", "commitments", "standards", "requirements", "deadline"}
)
_SHORT = 5
_FAR = 9
_PARTICLES = frozenset({"up", "out", "off", "over", "in", "back", "down", "to", "by"})
_PAIR_ENDS = frozenset(
    {
        "to",
        "by",
        "through",
        "which",
        "that",
        "who",
        "while",
        "so",
        "via",
        "for",
        "from",
        "against",
        "as",
        "at",
        "under",
        "until",
    }
)
_STRAITS = frozenset({"challenge", "challenges", "threat", "threats", "need", "needs", "demand", "demands"})
_MAKING = frozenset(
    {"develop", "launch", "expand", "advance", "accelerate", "strengthen", "increase", "promote", "support"}
)
_SAFETY = frozenset({"security", "safety", "defense", "defence", "protection", "self-defense", "self-defence"})
_JOINTLY = frozenset({"together", "jointly", "collectively"})
_GIVEN = frozenset({Act.SUPPORT, Act.TRANSFER, Act.OTHER})
_CURRENCIES = frozenset({"dollars", "euros", "pounds", "yen", "won", "yuan", "francs", "kronor", "kroner", "rupees"})
_DUTIES = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_SIGNS = frozenset("$€£¥₩")
_MONEY = frozenset({"million", "billion", "trillion"})


def _act(line: Line, first: int, last: int) -> DeedAct:
    acts = load_acts()
    at = first
    while at < last and (load_grammar().is_adverb(line.at(at)) or line.at(at) in _BEFORE_VERB):
        at += 1
    verb = acts.verbs.get(line.at(at)) if not _only_describes(line, at) else None
    if verb is None:
        return (
            thing_in(line, first, last)
            or _sum(line, first, last)
            or _given(line, at, last)
            or DeedAct(act_of_nominal(line.at(at)), at, at + 1)
        )
    pair = _of_pair(line, at, last, verb.bare)
    if pair is not None:
        return pair
    inner = _unwrapped(line, at + 1, last) if verb.bare in acts.wrappers else None
    if inner is not None and verb.bare in _GOING_ON and thing_in(line, at + 1, inner - 1) is not None:
        inner = None  # What goes on is the deed, whatever it is for: `continue close coordination to prevent`.
    if inner is not None:
        found = _act(line, inner, last)
        together = verb.bare == "work" and "together" in line.lower[at + 1 : at + 4] and found.act is Act.SUPPORT
        allied = verb.bare in _JOINING and found.act is Act.SUPPORT
        joint = (verb.bare in acts.cooperative and found.act in _WEAK) or together or allied
        return DeedAct(Act.COOPERATE, at, at + 1) if joint else found
    return _of_own_verb(line, at, last, verb.bare) or _of_light_verb(line, at, last, verb.bare)


def _only_describes(line: Line, at: int) -> bool:
    """Whether what looks like a verb is an adjective: `extends to [armed] attacks`."""
    node = line.node(at)
    return node is not None and node.relation == "amod" and node.fine != "VB"


def _given(line: Line, at: int, last: int) -> DeedAct | None:
    """The act of a thing that is promised by itself: `the two ferries`, `access to its ports`."""
    if line.at(at - 1) == "to" or line.at(at - 1) in load_grammar().modals:
        return None
    found = _of_pair(line, at - 1, last, "give")
    return DeedAct(found.act, at, found.last) if found is not None else None


def _of_pair(line: Line, at: int, last: int, bare: str) -> DeedAct | None:
    """The act that a verb and what it is done to settle together; none of these where a duty is what counts."""
    pairs = [pair for pair in load_acts().pairs if bare in pair.verbs]
    if not pairs:
        return None
    first = at + 1 + (line.at(at + 1) in _PARTICLES)
    end = next((n for n in range(first + 1, last) if line.at(n) in _PAIR_ENDS), last)
    words = set(line.lower[first:end])
    found = next((pair for pair in pairs if not words.isdisjoint(pair.things)), None)
    thing = thing_in(line, first, end) if found is not None and found.act is Act.SUPPORT else None
    if thing is not None and thing.act in {Act.TRADE, Act.INVEST, Act.SPEND, Act.DETER}:
        return thing
    return DeedAct(found.act, at, end) if found is not None and words.isdisjoint(_DUTIES) else None


def _sum(line: Line, first: int, last: int) -> DeedAct | None:
    """A sum that is pledged by itself is money given: `committed €50 million to Moldova`."""
    opening = line.lower[first : min(first + 5, last)]
    if not _MONEY.isdisjoint(opening) or any(word[:1] in _SIGNS for word in opening):
        return DeedAct(Act.FUND, first, first + 1)
    return None


def _of_own_verb(line: Line, at: int, last: int, bare: str) -> DeedAct | None:
    """The act of a verb that settles it alone; a payment of duties is still one of duties."""
    act = load_acts().own.get(bare)
    if act is None:
        return None
    if bare == "meet" and not _ENDS_MET.isdisjoint(line.lower[at + 1 : at + 5]):
        return DeedAct(Act.IMPLEMENT, at, at + 1)
    if bare == "meet" and not _STRAITS.isdisjoint(line.lower[at + 1 : at + 6]):
        return DeedAct(Act.OTHER, at, at + 1)
    tariff = thing_in(line, at + 1, _object_end(line, at + 1, last)) if act is Act.FUND else None
    return tariff if tariff is not None and tariff.act is Act.TARIFF else DeedAct(act, at, at + 1)


def _of_light_verb(line: Line, at: int, last: int, bare: str) -> DeedAct:
    """The act of a verb whose object settles it."""
    acts = load_acts()
    end = _object_end(line, at + 1, last)
    if bare in acts.helping and _is_anothers(line, at + 1):
        return DeedAct(Act.SUPPORT, at, at + 1)
    if bare == "build" and line.at(at + 1) in {"on", "upon"}:
        return DeedAct(Act.COOPERATE, at, at + 2)
    phrase = thing_at(line, at)
    found = phrase if phrase is not None and phrase.last > at + 1 else thing_in(line, at + 1, end)
    if bare == "spend":
        return _of_spending(at, found)
    if found is not None:
        return found
    if any(word in _MONEY or word[:1] in _SIGNS for word in line.lower[at + 1 : end]):
        return DeedAct(Act.FUND, at, at + 1)
    act = Act.COOPERATE if bare in acts.cooperative else acts.light.get(bare, Act.OTHER)
    second = _second_verb(line, at, last) if act is Act.OTHER else None
    return _act(line, second, last) if second is not None else DeedAct(act, at, at + 1)


def _of_spending(at: int, found: DeedAct | None) -> DeedAct:
    """What is spent on arms buys them, what is spent on defense is spending, and else its purpose tells."""
    if found is None or found.act is Act.DEFEND:
        return DeedAct(Act.SPEND, at, at + 1)
    return DeedAct(Act.PROCURE, at, found.last) if found.act is Act.TRANSFER else found


def _second_verb(line: Line, at: int, last: int) -> int | None:
    """The verb that shares the object of the one at `at`: `accept and fully implement`."""
    if line.at(at + 1) != "and":
        return None
    here = at + 2 + load_grammar().is_adverb(line.at(at + 2))
    return here if here < last and line.at(here) in load_acts().verbs else None


def _unwrapped(line: Line, first: int, last: int) -> int | None:
    """The verb that counts behind `continue`, `work together to`, `take steps to`."""
    acts = load_acts()
    for at in range(first, min(first + 9, last)):
        verb = acts.verbs.get(line.at(at))
        if verb is None:
            continue
        if (line.at(at - 1) == "to" and verb.form == "do") or (verb.form == "doing" and at == first):
            return at
    return None


def _object_end(line: Line, first: int, last: int) -> int:
    return next((n for n in range(first, last) if line.at(n) in _OBJECT_ENDS and n > first + 1), last)


def _is_anothers(line: Line, at: int) -> bool:
    """Whether the object is what another party owns: `strengthen Ukraine's defenses`."""
    at += line.at(at) == "the"
    return at in line.names and line.names[at].owns
