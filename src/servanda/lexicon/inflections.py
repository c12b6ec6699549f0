"""The forms of an English verb, made by rule. Irregular forms come from the tables that name the verb."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(
    [
        "abet",
        "abhor",
        "admit",
        "allot",
        "commit",
        "compel",
        "concur",
        "confer",
        "cut",
        "deter",
        "dig",
        "equip",
        "get",
        "let",
        "occur",
        "omit",
        "permit",
        "plan",
        "propel",
        "recommit",
        "recur",
        "refer",
        "regret",
        "rid",
        "run",
        "set",
        "ship",
        "sit",
        "step",
        "stop",
        "submit",
        "swap",
        "transfer",
        "transmit",
        "win",
        "begin",
        "drop",
        "put",
        "scrap",
        "split",
        "ban",
        "bar",
        "chat",
        "dispel",
        "expel",
        "hit",
        "jam",
        "kidnap",
        "patrol",
        "quit",
        "rebel",
        "ram",
        "shut",
        "slam",
        "slap",
        "stab",
        "annul",
        "beg",
        "bug",
        "clog",
        "club",
        "drum",
        "eavesdrop",
        "extol",
        "fan",
        "flog",
        "gag",
        "gas",
        "grab",
        "grip",
        "incur",
        "machine-gun",
        "man",
        "nag",
        "overrun",
        "prod",
        "readmit",
        "rebut",
        "rip",
        "shrug",
        "shun",
        "snub",
        "spar",
        "strip",
        "tap",
        "trim",
        "unban",
        "whip",
        "wiretap",
    ]
)
# Verbs whose last letter the British double and the Americans do not.
_EITHER = frozenset({"cancel", "channel", "fuel", "initial", "label", "level", "marshal", "model", "signal", "travel"})
_IRREGULAR = {
    "be": ("is", "are", "am", "was", "were", "been", "being", "'re", "'m"),
    "bear": ("bore", "borne"),
    "beat": ("beat", "beaten"),
    "become": ("became",),
    "begin": ("began", "begun"),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "cast": ("cast",),
    "catch": ("caught",),
    "choose": ("chose", "chosen"),
    "come": ("came",),
    "cut": ("cut",),
    "deal": ("dealt",),
    "dig": ("dug",),
    "do": ("does", "did", "done"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "feel": ("felt",),
    "fight": ("fought",),
    "find": ("found",),
    "flee": ("fled",),
    "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"),
    "forge": (),
    "forgive": ("forgave", "forgiven"),
    "forgo": ("forgoes", "forwent", "forgone"),
    "freeze": ("froze", "frozen"),
    "get": ("got",),
    "give": ("gave", "given"),
    "go": ("goes", "went", "gone"),
    "grow": ("grew", "grown"),
    "hang": ("hung", "hanged"),
    "have": ("has", "had"),
    "hit": ("hit",),
    "hold": ("held",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "let": ("let",),
    "lose": ("lost",),
    "make": ("made",),
    "mean": ("meant",),
    "meet": ("met",),
    "offset": ("offset",),
    "overrun": ("overran",),
    "pay": ("paid",),
    "prove": ("proved", "proven"),
    "put": ("put",),
    "quit": ("quit",),
    "rebuild": ("rebuilt",),
    "ring": ("rang", "rung"),
    "rise": ("rose", "risen"),
    "run": ("ran",),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": ("set",),
    "shake": ("shook", "shaken"),
    "shoot": ("shot",),
    "show": ("showed", "shown"),
    "shut": ("shut",),
    "sink": ("sank", "sunk"),
    "sit": ("sat",),
    "speak": ("spoke", "spoken"),
    "spend": ("spent",),
    "spread": ("spread",),
    "stand": ("stood",),
    "steal": ("stole", "stolen"),
    "stick": ("stuck",),
    "strike": ("struck",),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "tear": ("tore", "torn"),
    "tell": ("told",),
    "think": ("thought",),
    "throw": ("threw", "thrown"),
    "undertake": ("undertook", "undertaken"),
    "unfreeze": ("unfroze", "unfrozen"),
    "uphold": ("upheld",),
    "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld",),
    "write": ("wrote", "written"),
}


@cache
def irregular_bases() -> Mapping[str, str]:
    """Every form of an irregular verb with the bare verb: `sending` and `sent` with send."""
    return MappingProxyType({form: verb for verb in _IRREGULAR if _IRREGULAR[verb] for form in forms_of(verb)})


@cache
def irregular_pasts() -> Mapping[str, str]:
    """The past forms of irregular verbs that are no other form of them, with the bare verb: `sent` and `gave`, not `put`."""
    told = ((form, verb) for verb in _IRREGULAR for form, kind in forms_of(verb).items() if kind == "did")
    return MappingProxyType({form: verb for form, verb in told if form != verb})


def forms_of(verb: str) -> dict[str, str]:
    """Every form of a verb and what it is: `do`, `does`, `did` or `doing`.

    Args:
        verb: the bare verb, without its particles.
    """
    stem = _stem(verb)
    forms = {verb: "do", _third(verb): "does", _gerund(verb, stem): "doing"}
    if verb not in _IRREGULAR or not _IRREGULAR[verb]:
        forms.setdefault(stem + "ed" if not stem.endswith("e") else stem + "d", "did")
    for form in _IRREGULAR.get(verb, ()):
        forms.setdefault(form, "does" if form in ("is", "has", "does", "goes") else "did")
    if verb in _EITHER:
        forms.update({f"{verb}{verb[-1]}ed": "did", f"{verb}{verb[-1]}ing": "doing"})
    if verb == "be":
        forms.update(dict.fromkeys(("is", "are", "am", "'re", "'m"), "does"), being="doing")
        for regular in ("bes", "bed"):
            forms.pop(regular, None)
    return forms


def _stem(verb: str) -> str:
    if verb in _DOUBLING:
        return verb + verb[-1]
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return verb[:-1] + "i"
    return verb


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _gerund(verb: str, stem: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return (verb if verb.endswith("y") else stem) + "ing"
