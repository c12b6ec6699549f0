"""Whether a deed ends what its party gave or shared: aid, trade, talks. It then declines that act rather than doing another.

    suspended the trade talks · will halt oil shipments to Chad · vowed to walk away from the accord

To end what harms or burdens (an embargo, tariffs, attacks, drills) is a deed of its own and declines nothing.
"""

from __future__ import annotations

from servanda.codebook.vocabulary import Act
from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.deeds import Deed
from servanda.reading.commitments.lines import Line
from servanda.reading.commitments.things import DeedAct, thing_in

_ENDING = frozenset(
    ["suspend", "halt", "stop", "end", "cancel", "cut", "shut", "freeze", "terminate", "abandon", "scrap", "quit", "leave", "withdraw", "walk", "pull", "break", "call", "cease", "pause",
     "suspending", "halting", "stopping", "ending", "cancelling", "canceling", "cutting", "shutting", "freezing", "terminating", "abandoning", "scrapping", "quitting", "leaving",
     "withdrawing", "walking", "pulling", "breaking", "ceasing", "pausing"]
)  # fmt: skip
_OWN_PATH = frozenset(
    {"withdraw", "withdrawing", "walk", "walking", "pull", "pulling", "call", "break", "breaking", "leave", "leaving"}
)
_PATHS = frozenset({"from", "off", "out", "away"})
_SHARED = frozenset({Act.TRADE, Act.NEGOTIATE, Act.COOPERATE, Act.FUND, Act.SUPPORT})
_BURDENS = frozenset(
    ["embargo", "embargoes", "barrier", "barriers", "restrictions", "restriction", "sanctions", "tariff", "tariffs", "quota", "quotas", "subsidies", "requirements", "ban", "bans", "moratorium",
     "war", "fighting", "hostilities", "attacks", "violence", "conflict", "crisis", "practices", "dispute", "abuses", "trafficking", "support", "impunity"]
)  # fmt: skip
_GIVEN = {
    "shipments": Act.TRADE,
    "shipment": Act.TRADE,
    "sales": Act.TRADE,
    "supplies": Act.TRADE,
    "deliveries": Act.TRANSFER,
}
_DEAL_LEFT = frozenset(
    {
        "leave",
        "leaving",
        "quit",
        "quitting",
        "withdraw",
        "withdrawing",
        "walk",
        "walking",
        "pull",
        "pulling",
        "abandon",
        "abandoning",
        "scrap",
        "terminate",
    }
)
_REACH = 8


def act_ended(line: Line, deed: Deed) -> DeedAct | None:
    """The act that a deed ends; None where it ends none that its party gave or shared."""
    verb = line.at(deed.first)
    if verb not in _ENDING:
        return None
    last = min(deed.last, deed.first + _REACH)
    last = next((at for at in range(deed.first + 2, last) if line.at(at) in {"to", "with", "for", "until", "by"}), last)
    words = line.lower[deed.first + 1 : last]
    if not _BURDENS.isdisjoint(words) or (verb in _OWN_PATH and _PATHS.isdisjoint(words[:2]) and words[:1] != ("the",)):
        return None
    given = next((at for at in range(deed.first + 1, last) if line.at(at) in _GIVEN), None)
    if given is not None:
        return DeedAct(_GIVEN[line.at(given)], deed.first, given + 1)
    found = thing_in(line, deed.first + 1, last)
    if found is not None and found.act in _SHARED:
        return found
    left = verb in _DEAL_LEFT and not load_grammar().pacts.isdisjoint(words)
    return DeedAct(Act.IMPLEMENT, deed.first, last) if left else None
