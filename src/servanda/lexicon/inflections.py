"""The forms of an English verb, made by rule. Irregular forms come from the tables that name the verb."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_DOUBLING = frozenset(
    [
        "abet",
        "abhor",
        "admit",
        "allot",
        "commit",
        "compel",
        "confer",
        "cut",
        "deter",
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
    ]
)
_IRREGULAR = {
    "be": ("is", "are", "am", "was", "were", "been", "being", "'re", "'m"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "choose": ("chose", "chosen"),
    "come": ("came",),
    "cut": ("cut",),
    "do": ("does", "did", "done"),
    "fight": ("fought",),
    "forge": (),
    "forgo": ("forgoes", "forwent", "forgone"),
    "get": ("got",),
    "give": ("gave", "given"),
    "go": ("goes", "went", "gone"),
    "have": ("has", "had"),
    "grow": ("grew", "grown"),
    "hold": ("held",),
    "keep": ("kept",),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "make": ("made",),
    "meet": ("met",),
    "offset": ("offset",),
    "pay": ("paid",),
    "put": ("put",),
    "rebuild": ("rebuilt",),
    "run": ("ran",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": ("set",),
    "spend": ("spent",),
    "stand": ("stood",),
    "swear": ("swore", "sworn"),
    "strike": ("struck",),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld",),
    "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld",),
}


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
