"""The body of several states that a document tells of, which its organs and members bind.

    Pacific Islands Forum Foreign Ministers Meeting: Outcomes · Ministers resolved to, the Secretariat will, the members agreed to
    Gulf rulers will open a common market: the Gulf Cooperation Council, where the text names it

A text whose title names states, or no body, has none. Whose ministers are named there is read by name, not here.
"""

from __future__ import annotations

from servanda.codebook import ActorId, Reading
from servanda.codebook.vocabulary import ActorKind
from servanda.lexicon.heads import load_heads
from servanda.reading.actors.references import titled_in
from servanda.reading.scenes import Scene

_ORGANS = frozenset(
    ["ministers", "leaders", "members", "council", "secretariat", "presidency", "chair", "heads", "rulers", "summit", "organization", "organisation", "bloc",
     "body", "grouping", "commissioners", "envoys"]
)  # fmt: skip
_MEMBERS = frozenset({"states", "countries", "nations", "governments"})
_MEMBERSHIP = frozenset({"member", "partner", "participating"})
_LEADING = frozenset(
    {
        "the",
        "all",
        "foreign",
        "finance",
        "defense",
        "defence",
        "agriculture",
        "trade",
        "energy",
        "its",
        "several",
        "other",
    }
)
_REGIONS = {
    ("gulf",): "gulf-cooperation-council",
    ("west", "african"): "ecowas",
    ("southern", "african"): "sadc",
    ("east", "african"): "east-african-community",
    ("african",): "african-union",
    ("arab",): "arab-league",
    ("caribbean",): "caricom",
    ("southeast", "asian"): "asean",
    ("pacific",): "pacific-islands-forum",
    ("eu",): "european-union",
    ("european",): "european-union",
    ("nordic-baltic",): "nordic-baltic-eight",
}
"""By what region the members of a body are called."""
_ACTING = _MEMBERS | {"leaders", "rulers", "ministers", "heads", "bloc", "officials", "presidents", "monarchies"}


def body_told(scene: Scene, sofar: Reading) -> ActorId | None:
    """The only body of several states that the title names, beside no state; None for other texts."""
    kinds = {actor.actor: actor.kind for actor in sofar.actors}
    titled = [actor for actor in titled_in(scene, sofar) if "/" not in actor]
    bodies = [actor for actor in titled if kinds.get(actor) is ActorKind.BODY]
    return bodies[0] if len(bodies) == 1 and len(titled) == 1 and bodies[0] in _of_states() else None


def _of_states() -> frozenset[ActorId]:
    sorts = load_heads().sorts
    others = {
        "pacific-islands-forum",
        "oic",
        "oas",
        "apec",
        "celac",
        "unasur",
        "osce",
        "bimstec",
        "igad",
        "nordic-baltic-eight",
        "council-of-europe",
    }
    return sorts["bloc"] | sorts["alliance"] | sorts["grouping"] | others


def is_organ(words: list[str]) -> bool:
    """Whether a subject is only what a body consists of: `the Secretariat`, `ministers`, `member states`."""
    plain = [word for word in words if word not in _LEADING]
    if plain[:3] in (["heads", "of", "state"], ["heads", "of", "government"]):
        return len(plain) < 6
    if len(plain) == 2 and plain[0] in _MEMBERSHIP:
        return plain[1] in _MEMBERS
    return len(plain) == 1 and plain[0] in _ORGANS


def body_by_region(words: list[str], sofar: Reading) -> ActorId | None:
    """The body whose members a region calls: `Gulf rulers`, `West African leaders`; None where the document names it not."""
    plain = [word for word in words if word not in {"the", "all"}]
    for region, body in _REGIONS.items():
        if tuple(plain[: len(region)]) == region and len(plain) == len(region) + 1 and plain[-1] in _ACTING:
            return body if any(actor.actor == body for actor in sofar.actors) else None
    return None
