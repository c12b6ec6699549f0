"""When and where an occasion is, and whether it took place, as one sentence says it."""

from __future__ import annotations

import re

from servanda.codebook import Span, When
from servanda.codebook.vocabulary import DocumentKind, EventType, OccasionStatus
from servanda.reading.occasions.outlooks import counted_anew, is_spoken_of, is_timetabled
from servanda.reading.occasions.sightings import Sighting
from servanda.reading.occasions.story_days import is_of_story, story_day
from servanda.reading.scenes import Scene
from servanda.reading.stretches import Stretch
from servanda.reading.times.tenses import Tense, tense_of
from servanda.reading.times.times import Time, find_times, published_on
from servanda.reading.trees import Node

_REPORTED = re.compile(
    r"\b(?:said|says|told(?:\s\w+){0,2}|announced|declared|reported|stated|added|noted|confirmed|warned|stressed|remarks|statement)(?:,)?\s(?:on\s|late\s|early\s)?\Z"
)
_REPORTING = re.compile(
    r"\s(?:\w+ly\s)?(?:said|announced|warned|stressed|underlined|underscored|reiterated|reaffirmed|called|urged|told|vowed|pledged|voiced|expressed|declared|rejected|condemned|welcomed)\b"
)
_SAYING = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "announced",
        "reported",
        "stated",
        "added",
        "noted",
        "confirmed",
        "warned",
        "stressed",
        "wrote",
        "denied",
        "claimed",
        "acknowledged",
    ]
)
_VENUE = re.compile(r"\b(?:said|told|remark\w*|stressed|reaffirmed|stated|spoke|speaking|announced|agreed)\b")
_VENUE_LEAD = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|start\sof|sidelines\sof|margins\sof|end\sof|after|following)\s(?:the\s)?\Z"
)
_GOES_ON = re.compile(
    r"(?:They|He|She|The\s(?:two|leaders|ministers))\s(?:(?:will|would|are\sto)\s)?(?:then|also|later|afterwards|subsequently)\b|(?:Then|Later|Afterwards|Subsequently)\b"
)
_DONE = re.compile(r"(?:With|Following|After|Since|Upon)\s(?:the\s)?")
_BESIDE = re.compile(
    r"\b(?:sidelines|margins)\sof\s(?:the\s|this\s\w+[’']s\s)?(?:\d+\w*\s(?:session\sof\s(?:the\s)?)?)?\Z"
)
_PUT_OFF = frozenset(
    {"postpone", "postpones", "postponed", "postponing", "delay", "delayed", "rescheduled", "defer", "deferred"}
)
_CANCELLED = frozenset({"cancel", "cancels", "cancelled", "canceled", "cancelling", "scrapped", "skipped", "boycotted"})
_MOVES = frozenset({"withdrawal", "visit", "exercise", "deployment"})
_ANNOUNCING = frozenset(
    {"announce", "announces", "announced", "announcing", "plan", "plans", "planned", "order", "ordered"}
)
_LASTING = frozenset({"sanction", "attack", "deployment", "exercise"})
_LONGEST = 366
BY_TEXT = "what the text is about"
_RECENT = frozenset({"recent", "previous", "past"})
_PLANNED = frozenset(
    {
        "upcoming",
        "planned",
        "next",
        "forthcoming",
        "envisioned",
        "scheduled",
        "future",
        "proposed",
        "coming",
        "expected",
    }
)
_ONGOING = frozenset({"ongoing", "continuing", "current", "continued"})
_IMAGINED = frozenset({"possible", "potential", "any", "hypothetical", "eventual", "imminent"})
_IF = re.compile(
    r"\b(?:if|in\sthe\sevent\sof|in\scase\sof|could|may|might|speculations?\sover|possibility\sof|whether|willing\sto|ready\sto|open\sto|hopes?\sfor|refus\w+|vot(?:e|es|ed|ing)\s(?:for|on|to|against)|in\sfavou?r\sof|prospect\sof|risks?\sof|threats?\sof|fears?\sof|avoid\w*|prevent\w*|deter\w*|demand\w*|favou?r\w*|propos\w+|consider\w*|rul(?:e|ed|ing)\sout|oppos\w+|warn\w*\s(?:of|against))\s(?:\S+\s){0,6}\Z"
)
_WANTED = re.compile(
    r"\b(?:call\w*|urg\w*|push\w*|hop\w*|plan\w*|prepar\w*|ahead|agreed|priorit\w*|agenda|preparation\w*|run-up|invit\w*|look\w*\sforward)\s(?:\S+\s){0,2}(?:for|of|to|on)\s(?:\S+\s){0,2}\Z"
)
_GOAL = re.compile(r"\b(?:to|in|for|visit(?:ed|s|ing)?|from)\s(?P<place>(?:the\s)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*)")
_PLACE = re.compile(r"\s(?:in|at)\s(?P<place>(?:the\s)?[A-Z][\w.’'-]+(?:(?:,|\sof|\sthe)?\s[A-Z][\w.’'-]+)*)")


def when_of(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The days of an occasion, with the words that give them.

    A time in the nominal comes first, then the nearest one in its clause. A time that only dates a remark counts
    where the occasion is the place of the remark.
    """
    stretch = sighting.stretch
    if is_beside(sighting):
        return None
    lasting = _lasting(sighting)
    if lasting is not None:
        return lasting
    # A time in the name is read on its own: "since last year's attack" dates the attack to last year, not since then.
    inner = [
        time
        for time in find_times(stretch.scene, sighting.span)
        if time.when and not _is_told_of_another(sighting, time)
    ]
    if not inner and sighting.nominal and _RECENT & set(sighting.nominal.lead):
        return None
    around = [time for time in stretch.times if _is_date(time) and _is_near(stretch, sighting.span, time)]
    around = [time for time in around if _shares_clause(sighting, time)]
    if sighting.nominal and sighting.gathering.type is EventType.ASSAULT and not _is_news(sighting):
        # An official text names attacks beside what was done today: only a time right behind dates them.
        around = [time for time in around if _is_right_behind(sighting, time)]
    around = [time for time in around if not is_spoken_of(sighting, time)]
    around = sorted(around, key=lambda time: (_is_aside_of(sighting, time), _distance(sighting.span, time)))
    found = next((time for time in (*inner, *around) if time.when), None)
    if found is None or found.when is None:
        return _carried(sighting) or _today(sighting)
    # "The 2016 summit" that was held on 3 March: the narrower of two that agree.
    closer = (time for time in around if found in inner and time.when and time.when != found.when)
    exact = next((time for time in closer if time.when and time.when.within(found.when)), found)
    exact = counted_anew(sighting, exact)
    return exact.when or found.when, exact.span, exact.reason


def _shares_clause(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in the clause of the occasion, or in one that this hangs on and that reports no speech."""
    if _is_told_of_another(sighting, time):
        return False
    if sighting.span.overlaps(time.span):
        return True
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    word = tree.top(time.span)
    place = sighting.anchor or (sighting.nominal.head if sighting.nominal else sighting.span)
    anchor = tree.at(place.start)
    if word is None or anchor is None:
        return True
    if anchor in tree.above(word):
        return True
    told, dated = tree.predicate(anchor), tree.predicate(word)
    if told == dated or (dated.relation == "xcomp" and tree.head(dated) == told and anchor.relation == "nsubj"):
        return True  # "The summit is set to open tomorrow".
    return dated in tree.above(told) and dated.lower not in _SAYING


def _is_told_of_another(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in a clause that only describes somebody who takes part (`Ruto, [sworn in on 3 May], met them`)."""
    described = _described(sighting, time)
    return described is not None and described.tag == "PROPN" and described.relation in {"nsubj", "appos"}


def _is_aside_of(sighting: Sighting, time: Time) -> bool:
    """Whether a time stands in a clause that describes something else: `Last year Peru ended a pact, [reached in 1992]`."""
    return _described(sighting, time) is not None


def _described(sighting: Sighting, time: Time) -> Node | None:
    """The noun that is described by the clause in which a time stands, where that is not the occasion itself."""
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    place = sighting.anchor or (sighting.nominal.head if sighting.nominal else None)
    word, anchor = tree.top(time.span), tree.at(place.start) if place is not None else None
    if word is None or anchor is None:
        return None
    dated = tree.predicate(word)
    described = tree.head(dated) if dated.relation == "acl" else None
    return None if described == anchor or anchor in tree.below(dated) else described


def is_beside(sighting: Sighting) -> bool:
    """Whether it is but where the parties met (`on the margins of the assembly`): it goes on, on days that are not told."""
    before = sighting.stretch.scene.text[sighting.stretch.span.start : sighting.span.start]
    return _BESIDE.search(before) is not None


def _lasting(sighting: Sighting) -> tuple[When, Span, str] | None:
    """What has lasted since a time (`sanctions since 2011`)."""
    if sighting.gathering.family not in _LASTING:
        return None  # "The first summit since 2019" did not last.
    for time in sighting.stretch.times:
        words = time.span.of(sighting.stretch.scene.text).lower()
        if time.when and words.startswith("since") and 0 <= time.span.start - sighting.span.end <= 2:
            return time.when, time.span, time.reason
    return None


def _is_right_behind(sighting: Sighting, time: Time) -> bool:
    between = sighting.stretch.scene.text[sighting.span.end : time.span.start]
    return time.span.start >= sighting.span.end and len(between) <= 12 and "," not in between


def _is_news(sighting: Sighting) -> bool:
    return sighting.stretch.scene.document.kind is DocumentKind.NEWS


def _is_date(time: Time) -> bool:
    """Whether a time can say when something was, not how long it is to last."""
    return time.when is not None and (time.when.end - time.when.start).days <= _LONGEST


def _carried(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The day of the sentence before, where this one goes on from it ("They will then sign …")."""
    scene, here = sighting.stretch.scene, sighting.stretch.span
    if not _GOES_ON.match(scene.text, here.start) or any(time.when for time in sighting.stretch.times):
        return None
    before = next((sentence for sentence in reversed(scene.sentences) if sentence.end <= here.start), None)
    days = [time for time in find_times(scene, before) if time.when and time.when.is_day] if before else []
    if len(days) != 1 or days[0].when is None:
        return None
    return days[0].when, days[0].span, f"the day of the sentence before; {days[0].reason}"


def _distance(span: Span, time: Time) -> int:
    """Characters between; what stands behind the name is nearer than what stands before it."""
    return time.span.start - span.end if time.span.start >= span.end else 40 + span.start - time.span.end


def _is_near(stretch: Stretch, span: Span, time: Time) -> bool:
    text = stretch.scene.text
    if _REPORTED.search(text[max(stretch.span.start, time.span.start - 24) : time.span.start]):
        return _is_venue(stretch, span)
    between = text[span.end : time.span.start] if time.span.start >= span.end else text[time.span.end : span.start]
    return len(between) < 90 and not re.search(r"[;:]|\b(?:but|while|which|that|who)\b", between)


def _is_venue(stretch: Stretch, span: Span) -> bool:
    """Whether something is said at the occasion (`said in a forum`)."""
    text = stretch.scene.text
    before = text[stretch.span.start : span.start]
    return (
        _VENUE_LEAD.search(before) is not None
        and _VENUE.search(text[stretch.span.start : stretch.span.end]) is not None
    )


def _today(sighting: Sighting) -> tuple[When, Span, str] | None:
    """The main day of the document, where the occasion is what it reports."""
    scene, stretch = sighting.stretch.scene, sighting.stretch
    if status_of(sighting) is not OccasionStatus.HELD or sighting.gathering.type is EventType.ASSAULT:
        return None
    if _is_aside(sighting):
        return None
    kind = scene.document.kind
    if (kind in (DocumentKind.READOUT, DocumentKind.INSTRUMENT) and _opens(sighting)) or _is_spoken_at(sighting):
        day = published_on(scene)
        return (When.day(day), sighting.span, f"{BY_TEXT}; the day of publication") if day else None
    if scene.document.kind is DocumentKind.RELEASE and _is_made(sighting):
        return _day_of_release(scene)
    if _is_venue(stretch, sighting.span) or _is_story(sighting):
        return main_day(scene) or story_day(scene)
    return story_day(scene) if is_of_story(sighting) else None


def _is_spoken_at(sighting: Sighting) -> bool:
    """Whether the title of a transcript says at which occasion the words fell: `Remarks at the Summit of the Lakes`."""
    scene = sighting.stretch.scene
    titled = any(title.holds(sighting.span) for title in scene.paragraphs[:1])
    return titled and scene.document.kind is DocumentKind.TRANSCRIPT and sighting.nominal is not None


def _is_aside(sighting: Sighting) -> bool:
    """Whether a deed is only named by the way, by a gerund: `unjust acts such as [cutting off the gas]`."""
    if sighting.nominal is not None or sighting.anchor is None:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    verb = tree.at(sighting.anchor.start)
    return verb is not None and verb.fine == "VBG" and not tree.children(verb, "aux")


def _is_story(sighting: Sighting) -> bool:
    """Whether one of the first paragraphs of a report tells an encounter as its news: who met whom, with no other time by it."""
    scene, stretch = sighting.stretch.scene, sighting.stretch
    told = sighting.gathering.family in ("meeting", "call") and sighting.nominal is None
    if not told or any(time.when for time in stretch.times) or scene.document.kind is not DocumentKind.NEWS:
        return False
    return any(paragraph.holds(sighting.span) for paragraph in scene.paragraphs[:4])


def _is_made(sighting: Sighting) -> bool:
    """Whether a verb tells the making of a paper and no time stands with it."""
    told = sighting.gathering.family in ("agreement", "signing") and sighting.nominal is None
    return told and not any(time.when for time in sighting.stretch.times)


def _day_of_release(scene: Scene) -> tuple[When, Span, str] | None:
    """The day of publication, where the first paragraphs of a release date their news to it (`today`)."""
    day = published_on(scene)
    times = (time for paragraph in scene.paragraphs[:3] for time in find_times(scene, paragraph))
    found = next((time for time in times if day and time.when == When.day(day)), None)
    return (found.when, found.span, f"{BY_TEXT}; the day of publication") if found and found.when else None


def _opens(sighting: Sighting) -> bool:
    """Whether the title names it, or a verb of the first paragraphs tells it; what a readout tells as made was made then."""
    if _is_made(sighting):
        return True
    leading = sighting.stretch.scene.paragraphs[: 1 if sighting.nominal else 3]
    return any(paragraph.holds(sighting.span) for paragraph in leading)


def main_day(scene: Scene) -> tuple[When, Span, str] | None:
    """The day that the report's first paragraphs date their news to; None where they date it to none."""
    for paragraph in scene.paragraphs[:3]:
        for time in find_times(scene, paragraph):
            lead = scene.text[max(paragraph.start, time.span.start - 24) : time.span.start]
            behind = scene.text[time.span.end : min(paragraph.end, time.span.end + 24)]
            if time.when and time.when.is_day and (_REPORTED.search(lead) or _REPORTING.match(behind)):
                return time.when, time.span, f"the day that the report dates its news to; {time.reason}"
    return None


def status_of(sighting: Sighting) -> OccasionStatus:
    """Held, unless its modifiers, the tense or a condition say otherwise."""
    if sighting.status is not None:
        timetabled = sighting.status is OccasionStatus.HELD and is_timetabled(sighting)
        return OccasionStatus.PLANNED if timetabled else sighting.status
    scene, span = sighting.stretch.scene, sighting.span
    lead = set(sighting.nominal.lead) if sighting.nominal else set()
    fate = _fate(sighting)
    if fate is not None:
        return fate
    before = scene.text[sighting.stretch.span.start : span.start]
    if lead & _IMAGINED or _IF.search(before):
        return OccasionStatus.HYPOTHETICAL
    if is_beside(sighting) or _lasting(sighting):
        return OccasionStatus.ONGOING
    if (
        lead & _ONGOING
        or _goes_on(sighting)
        or re.match(r"\s(?:is|are)\s(?:under\sway|ongoing|continuing)", scene.text[span.end : span.end + 24])
    ):
        return OccasionStatus.ONGOING
    if _DONE.fullmatch(before):
        return OccasionStatus.HELD
    if _is_announced(sighting):
        return OccasionStatus.PLANNED
    if lead & _PLANNED or sighting.gathering.name == "resumption" or _WANTED.search(before) or _is_ahead(sighting):
        return OccasionStatus.PLANNED
    return OccasionStatus.HELD


def _is_announced(sighting: Sighting) -> bool:
    """Whether somebody only announces a movement or journey: `announced a complete withdrawal`."""
    if sighting.nominal is None or sighting.gathering.family not in _MOVES:
        return False
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.start)
    verb = tree.head(head) if head is not None and head.relation == "obj" else None
    return verb is not None and verb.lower in _ANNOUNCING


def _fate(sighting: Sighting) -> OccasionStatus | None:
    """What the verb over a noun says became of it: `cancelled the visit`, `the talks were postponed`."""
    if sighting.nominal is None or sighting.gathering.type is not EventType.CONSULT:
        return None
    tree = sighting.stretch.scene.tree(sighting.stretch.span)
    head = tree.at(sighting.nominal.head.start)
    verb = tree.head(head) if head is not None else None
    if head is None or verb is None or head.relation not in {"obj", "nsubj"}:
        return None
    if verb.lower in _PUT_OFF:
        return OccasionStatus.PLANNED
    return OccasionStatus.HYPOTHETICAL if verb.lower in _CANCELLED else None


def _goes_on(sighting: Sighting) -> bool:
    """A war or campaign that is given no time is still fought; one with a proper name is history."""
    nominal = sighting.nominal
    if (
        nominal is None
        or sighting.gathering.family != "attack"
        or any(time.when for time in find_times(sighting.stretch.scene, sighting.span))
    ):
        return False
    if sighting.gathering.name == "war":
        return not sighting.stretch.times and nominal.head.of(sighting.stretch.scene.text).islower()
    # In the texts of governments: "Russia's assault on Ukraine", without a day.
    owned = any(word.endswith(("'s", "s'")) for word in nominal.lead) or "its" in nominal.lead
    return (
        owned
        and not _is_news(sighting)
        and not any(_is_right_behind(sighting, time) for time in sighting.stretch.times)
    )


def _is_ahead(sighting: Sighting) -> bool:
    """Whether it lies ahead: by its date where one stands in its clause, else by the tense."""
    scene = sighting.stretch.scene
    day = published_on(scene)
    dated = [time for time in sighting.stretch.times if time.when and _is_near(sighting.stretch, sighting.span, time)]
    if day and dated and dated[0].when and dated[0].when.start != day:
        return dated[0].when.start > day
    place = sighting.nominal.head if sighting.nominal else Span(sighting.span.end - 1, sighting.span.end)
    return tense_of(scene, place) is Tense.FUTURE


def place_of(sighting: Sighting) -> Span | None:
    """The place named in or right behind the occasion, or a visit's destination."""
    text, stretch = sighting.stretch.scene.text, sighting.stretch
    start = sighting.nominal.head.end if sighting.nominal else sighting.span.start
    is_visit = sighting.gathering.family == "visit"
    for match in (_GOAL if is_visit else _PLACE).finditer(text, start, min(stretch.span.end, sighting.span.end + 60)):
        place = _alone(stretch, Span(*match.span("place")))
        words = place.of(text)
        ending = len(words) - len(re.sub(r"(?:[’']s)?[.’']*\Z", "", words))
        if not any(time.span.overlaps(place) for time in stretch.times):
            return Span(place.start, place.end - ending)
    return None


def _alone(stretch: Stretch, place: Span) -> Span:
    """A place without the actor of the main clause that a comma sets behind it (`in Lima, Ruto said`)."""
    named = next((m for m in stretch.mentions if place.start < m.span.start < place.end), None)
    comma = stretch.scene.text.rfind(",", place.start, named.span.start) if named else -1
    return Span(place.start, comma) if comma > 0 else place
