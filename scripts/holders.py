"""The table of office holders, built anew from public lists and from what we know ourselves.

Usage: python scripts/holders.py DATA [--out FILE] [--report]

DATA holds `office-holders/office_holders.tsv` (pocom and the World Factbook, CC0; CountryInfo 120116, CC BY-SA 3.0, facts
only; REIGN 2021-03; EveryPolitician's lists of South Korea, CC0). Rows of general knowledge lie beside this file in
`known_holders.tsv`. `us-travels` is left out, so that the table can be checked against it.

One person in one office of one state is one row for each time in office. The order of trust is the order of `TRUST`:
where two sources tell of one time in office, the first gives the name and the dates. Nothing is extended beyond what
a source says: a list that ends in 2012 says nothing of 2013, so its open ends are closed on its own day.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from servanda.lexicon.holders import slug_of
from servanda.lexicon.offices import role_of
from servanda.lexicon.states import load_states

TABLE = Path(__file__).parents[1] / "src/servanda/lexicon/holders.tsv"
HAND = Path(__file__).with_name("known_holders.tsv")
KNOWN = "general knowledge"
TRUST = (KNOWN, "pocom", "factbook 2026-05", "every-politician south-korea 2022-08", "CountryInfo 2012-01")
TRUST = (*TRUST, "REIGN 2021-03")
FIRST = date(1990, 1, 1)
ALIKE = 0.8
KNOWS_ENDS = frozenset({"pocom", "CountryInfo 2012-01", "every-politician south-korea 2022-08"})
SLACK = timedelta(days=45)
"""Lists date one time in office by election, oath or first day; times nearer than this are one."""

CLOSED = {  # the day that a list speaks of
    "CountryInfo 2012-01": date(2012, 1, 16),
    "REIGN 2021-03": date(2021, 3, 31),
    "every-politician south-korea 2022-08": date(2022, 8, 31),
    "pocom": date(2025, 1, 20),
}

# Correlates of War abbreviations (COW Country Codes) where they differ from ISO 3166-1.
COW = {
    line.split()[0]: line.split()[1]
    for line in """
    SNM SMR|BOS BIH|THI THA|NEP NPL|URU URY|NAU NRU|HAI HTI|ICE ISL|GUA GTM|FRN FRA|VAN VUT|SAL SLV|BUL BGR|IRE IRL
    HON HND|COS CRI|ROM ROU|DEN DNK|SOL SLB|MLD MDA|LEB LBN|BHU BTN|NEW NZL|UKG GBR|LAT LVA|ROK KOR|SRI LKA|AUL AUS
    NIG NGA|BUI BDI|SAF ZAF|BNG BGD|NTH NLD|MAA MRT|MAG MDG|SUD SDN|MYA MMR|GRN GRD|PAR PRY|CZR CZE|SWD SWE|SIE SLE
    SLU LCA|GRG GEO|LES LSO|ALG DZA|PHI PHL|MSI MHL|SPN ESP|CRO HRV|CEN CAF|MAL MYS|FIJ FJI|PAL PLW|BAR BRB|POR PRT
    SLO SVK|NIR NER|BFO BFA|BHM BHS|TRI TTO|LIT LTU|CON COG|MAS MUS|LIB LBY|KUW KWT|KYR KGZ|MON MNG|DRV VNM|TOG TGO
    DRC COD|ZAM ZMB|CAM KHM|INS IDN|GUI GIN|MAW MWI|MAD MDV|ETM TLS|GFR DEU|KOS XKX|CAP CPV|CDI CIV|CHA TCD|TAZ TZA
    BOT BWA|SEY SYC|SVG VCT|AAB ATG|GMY DEU|MZM MOZ|ZIM ZWE|SWA SWZ|TAJ TJK|SKN KNA|EQG GNQ|GAM GMB|ANG AGO|MOR MAR
    SIN SGP|MNC MCO|CAO CMR|BAH BHR|UAE ARE|OMA OMN|KZK KAZ|BRU BRN|AUS AUT|SWZ CHE|MNG MNE|SLV SVN|MAC MKD|NIC NIC
    PAN PAN|SER SRB|YUG SRB
    """.replace("\n", "|").split("|")
    if line.strip()
}
INFO = {"AIA": "AFG", "TMP": "TLS", "KSV": "XKX"}
"""CountryInfo's own codes, where they differ from ISO 3166-1 or are wrong."""

PLURALS = {
    "presidents": "president",
    "president": "president",
    "prime ministers": "prime minister",
    "premiers": "premier",
    "kings": "king",
    "queens": "queen",
    "sultans": "sultan",
    "emirs": "emir",
    "chancellors": "chancellor",
    "governors-general": "governor general",
    "chairmen of the council of ministers": "prime minister",
    "presidents of the presidency": "chairman of the presidency",
}
TITLES = re.compile(
    r"(?:(?:co-vice president|co-prince|foreign minister|gnu|supreme people[’']s assembly|archbishop|represented by|caretaker|transition(?:al)?|interim|acting|general secretary|secretary general|supreme leader|state affairs commission|"
    r"co-?president|vice president|president|prime minister|premier|chancellor|taoiseach|king|queen|sultan|amir|emir|emperor|grand duke|"
    r"grand duchess|pope|prince|crown|heir apparent|governor[ -]general|governor|chairman|chairperson|chair|chief minister|chief executive|"
    r"chief adviser|captain[s]? regent|sovereign council|presidential council|leadership council|leader|ambassador|chargé d[’']affaires|consul general|"
    r"(?:ret\. )?(?:lt\. |sr\. |field |brig\. |maj\. )?gen\.|general|gen|lt\.|colonel|col\.|captain|capt\.|field marshal|marshal|admiral|sir|dame|dr\.|"
    r"prof\.|rev\.|the most honorable|sayyid|sheikh|shaykh|ayatollah|mr\.|mrs\.|ms\.|hon\.|his (?:royal |serene )?highness|of state|and|ad interim|a\.i\.)[,\s]+)+",
    re.IGNORECASE,
)
NOISE = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\]|,? (?:Jr|Sr)\.?$)")
ROMAN = re.compile(r"\b[ivx]+\b", re.IGNORECASE)
PARTICLES = frozenset(
    {
        "al",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "ibn",
        "bint",
        "la",
        "le",
        "y",
        "e",
        "el",
        "di",
    }
)
OF_ENVOYS = {
    "ambassador extraordinary and plenipotentiary": "ambassador",
    "chargé d'affaires": "charge d'affaires",
    "chargé d'affaires ad interim": "charge d'affaires",
    "chargé d’affaires": "charge d'affaires",
    "chargé d’affaires ad interim": "charge d'affaires",
}
US_POSTS = re.compile(
    r"secretary of state(?: ad interim)?|deputy secretary of state|under secretary of state for political affairs|"
    r"u\.s\. trade representative|administrator of the agency for international development|"
    r"assistant secretary of state for (?:near eastern|european and eurasian|east asian and pacific|african|western hemisphere|south and central asian) affairs",
    re.IGNORECASE,
)
KOREAN_POSTS = re.compile(
    r"(?:deputy )?prime minister|minister of (?:foreign affairs.*|national defense|unification|trade.*|finance|economy and finance|strategy and finance)|"
    r"chairman of the joint chiefs of staff|ambassador to .*|president|director of the national intelligence service|national security advis[eo]r",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One time of one person in one office."""

    name: str
    office: str
    state: str
    start: date
    end: date | None
    source: str
    to: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What may be held by one person at a time."""
        return (self.state, role_of(self.office), self.to)

    @property
    def last(self) -> date:
        """The last day, far off where it has not come."""
        return self.end or date.max


def main() -> int:
    """Build the table; the exit code is 2 where the data are missing."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("data", type=Path)
    asked.add_argument("--out", type=Path, default=TABLE)
    asked.add_argument("--report", action="store_true", help="print where sources differ")
    given = asked.parse_args()
    lists = given.data / "office-holders/office_holders.tsv"
    if not lists.exists():
        print(f"No lists of holders in {given.data}.", file=sys.stderr)
        return 2
    listed = rows_of(lists)
    terms = [*known_terms(), *without_strangers(list_terms(listed))]
    terms += leader_terms(listed, terms)
    kept = merged([term for term in terms if term.last >= FIRST], report=given.report)
    given.out.write_text(written(kept), encoding="utf-8")
    print(f"{len(kept)} times in office from {len(terms)} rows:", dict(Counter(term.source for term in kept)))
    return 0


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def known_terms() -> Iterator[Term]:
    """What we know ourselves, from the table beside this file."""
    lines = [line for line in HAND.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"]) if row["end"] else None
        yield Term(row["name"], row["office"], row["state"], start, end, KNOWN)


def list_terms(rows: Iterable[dict[str, str]]) -> Iterator[Term]:
    """The rows of the public lists that name a holder of an office that we keep."""
    for row in rows:
        office, state, to = _office(row), _state(row), ""
        if row["accredited_to"]:
            to = _state_named(row["accredited_to"])
            if not to:
                continue
        start, end = first_day(row["start"]), last_day(row["end"])
        if not office or not state or start is None or (end is not None and end <= start):
            continue
        name = clean_name(row["name"], shouted=row["source"].startswith("factbook"))
        closed = end or CLOSED.get(row["source"])
        if not name[:1].isupper():
            continue
        if len(name.split()) < 2 and office not in {"king", "queen", "sultan", "emir", "pope", "emperor"}:
            continue
        yield Term(name, office, state, start, closed if closed and closed > start else None, row["source"], to)


def without_strangers(terms: Iterable[Term]) -> list[Term]:
    """The terms without presidents of another state that the Factbook writes beside a territory."""
    found = list(terms)
    homes = Counter(
        (term.name, term.start) for term in found if term.source.startswith("factbook") and term.office == "president"
    )
    return [
        term
        for term in found
        if term.office != "president" or homes[term.name, term.start] < 2 or term.state in {"USA", "FRA"}
    ]


def leader_terms(rows: Iterable[dict[str, str]], others: list[Term]) -> Iterator[Term]:
    """REIGN's leaders, who have no office there: theirs is the one that the state's earlier leaders in REIGN held.

    REIGN often has surnames only; a leader counts whose full name stands there or in another row of the state.
    """
    leaders = [row for row in rows if row["source"].startswith("REIGN") and (last_day(row["end"]) or date.max) >= FIRST]
    offices: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, list[Term]] = defaultdict(list)
    for term in others:
        if not term.to and role_of(term.office) in LEADING:
            named[term.state].append(term)
    for row in leaders:
        for term in _bearers(row, named[_state(row)]):
            offices[_state(row)][role_of(term.office)] += 1
    for row in leaders:
        state, start, end = _state(row), first_day(row["start"]), last_day(row["end"])
        known = _bearers(row, named[state])
        name = known[0].name if known else clean_name(row["name"], shouted=False)
        told = offices[state].most_common(1)
        if start is None or not told or told[0][1] < SURE * offices[state].total():
            continue
        # Until 2012 CountryInfo has the offices themselves.
        if start >= CLOSED["CountryInfo 2012-01"] and (known or WHOLE.fullmatch(name)):
            office = next(term.office for term in named[state] if role_of(term.office) == told[0][0])
            yield Term(name, office, state, start, end or CLOSED["REIGN 2021-03"], "REIGN 2021-03")


def _bearers(row: dict[str, str], terms: list[Term]) -> list[Term]:
    """The terms of a surname's bearers that a row of REIGN lies in."""
    start, words = (
        first_day(row["start"]),
        {slug_of((word,)) for word in clean_name(row["name"], shouted=False).split()},
    )
    if start is None:
        return []
    near = [term for term in terms if term.start - SLACK <= start <= term.last]
    return [term for term in near if words and words <= {slug_of((word,)) for word in term.name.split()}]


SURE = 0.9
WHOLE = re.compile(r"(?!Ould |Ul |Bin )[^\W\d_]{3,} [^\W\d_].+")
LEADING = frozenset({"president", "head of government", "monarch"})


def _office(row: dict[str, str]) -> str:
    told, source = " ".join(row["office"].split()).lower(), row["source"]
    if source.startswith("CountryInfo"):
        return PLURALS.get(told, "")
    if source.startswith("factbook"):
        return _office_of_title(row["name"], told)
    if source.startswith("every-politician"):
        return told.split(" to ")[0] if KOREAN_POSTS.fullmatch(told) and not told.startswith("ambassador") else ""
    if source == "pocom":
        if row["accredited_to"]:
            return OF_ENVOYS.get(told, "")
        # An assistant secretary's bureau is left out: the surname tells them apart.
        plain = told.removesuffix(" ad interim").replace("u.s. ", "")
        return plain.partition(" for ")[0] if US_POSTS.fullmatch(told) else ""
    return ""


def _office_of_title(name: str, told: str) -> str:
    """The office that the Factbook writes before the name."""
    title = name.lower()
    if told == "chief of mission":
        return "ambassador" if title.startswith("ambassador") else "charge d'affaires" if "charg" in title else ""
    if re.match(r"(?:first |co-)?(?:vice president|deputy)", title) and "and prime minister" not in title:
        return ""
    for office in (
        *("governor general", "transition president", "interim president", "prime minister", "taoiseach", "chancellor"),
        *("president", "premier", "king", "queen", "sultan", "amir", "emir", "emperor", "grand duke", "pope", "prince"),
        *("supreme leader", "chief minister", "chief executive", "chief adviser", "ambassador", "chargé d"),
    ):
        if office in title:
            return {"chargé d": "charge d'affaires"}.get(office, office)
    return ""


def _state(row: dict[str, str]) -> str:
    code, source = row["of_country"], row["source"]
    states = load_states()
    if source.startswith("CountryInfo"):
        code = INFO.get(code, code)
        return code if code in states else ""
    if source.startswith("REIGN"):
        code = COW.get(code, code)
        return code if code in states else ""
    return code if code in states else _state_named(code)


def _state_named(name: str) -> str:
    wanted = slug_of((name.removeprefix("The ").removeprefix("the "),))
    return _slugs().get(wanted, "")


def _slugs() -> dict[str, str]:
    if not _SLUGS:
        for state in load_states().values():
            for name in (state.name, *state.names):
                _SLUGS.setdefault(slug_of((name.removeprefix("The "),)), state.id)
        _SLUGS.update(
            {
                "congo-brazzaville": "COG",
                "drc": "COD",
                "holy-see-vatican-city": "VAT",
                "the-dominican": "DOM",
                "burma": "MMR",
            }
        )
        _SLUGS.update(
            {
                "dominican": "DOM",
                "congo-democratic-republic": "COD",
                "congo-republic": "COG",
                "korea": "KOR",
                "turkey": "TUR",
            }
        )
    return _SLUGS


_SLUGS: dict[str, str] = {}


def clean_name(written: str, *, shouted: bool) -> str:
    """A name without titles, brackets and doublings, in its usual case: "President William RUTO" is "William Ruto"."""
    name = NOISE.sub("", " ".join(written.split()))
    if "," in name and not shouted:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    name = TITLES.sub("", f"{name} ", count=1).strip() if TITLES.match(f"{name} ") else name
    name = re.split(r";| represented by | of ", name)[0].strip(" ,")
    words = [_cased(word) if shouted else word for word in name.split()]
    words = [word.upper() if ROMAN.fullmatch(word) and place else word for place, word in enumerate(words)]
    # "Amadou Toure Amadou Toure": the name and its short form stand in one cell.
    return " ".join(words[: words.index(words[0], 1)] if words[0] in words[1:] else words) if words else ""


def _cased(word: str) -> str:
    """A word in capitals as a name writes it; any other as it stands."""
    if "-" in word:
        return "-".join(_cased(part) for part in word.split("-"))
    letters = [sign for sign in word if sign.isalpha()]
    if len(letters) < 2 or sum(sign.isupper() for sign in letters) < len(letters) - 1:
        return word
    if word.lower() in PARTICLES:
        return word.lower()
    small = word.capitalize()
    small = re.sub(r"(?<=['’])\w", lambda found: found.group().upper(), small)
    return (
        re.sub(r"^(Mc|Mac(?=[A-Z]))(\w)", lambda found: found[1] + found[2].upper(), small)
        if word[:2] in {"Mc", "MC"}
        else small
    )


def first_day(written: str) -> date | None:
    """The first day of a day, month or year in one of the lists' forms; None where it is none."""
    return _day(written, last=False)


def last_day(written: str) -> date | None:
    """The last day of a day, month or year in one of the lists' forms; None where it is none."""
    return _day(written, last=True)


def _day(written: str, *, last: bool) -> date | None:
    if found := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", written.strip()):
        months = {name.lower(): number for number, name in enumerate(calendar.month_name)}
        written = f"{found[3]}-{months.get(found[2].lower(), 0):02}-{int(found[1]):02}"
    parts = [int(part) for part in re.findall(r"\d+", written)]
    if not parts or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", written.strip()):
        return None
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    try:
        return date(year, month, parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def merged(terms: list[Term], *, report: bool) -> list[Term]:
    """One row for each time in office, as the most trusted source has it."""
    kept: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (TRUST.index(term.source), term.start, term.name)):
        same = [other for other in kept[term.key] if _is_same(term, other)]
        if not same:
            kept[term.key].append(term)
            continue
        other = same[0]
        if report:
            _tell(term, other)
        if (
            other.end is None
            and term.end is not None
            and term.source in KNOWS_ENDS
            and term.end != CLOSED.get(term.source)
        ):
            # A list that knows the end is newer than one that leaves it open, whatever else it is trusted with.
            kept[term.key][kept[term.key].index(other)] = replace(other, end=max(other.start, term.end))
    found = [_cut(term, kept[term.key]) for listed in kept.values() for term in listed]
    return sorted(found, key=lambda term: (term.state, role_of(term.office), term.to, term.start, term.name))


def _cut(term: Term, beside: list[Term]) -> Term:
    """A term whose end its list did not know ends, at the latest, with the next one's beginning.

    What we hold for open ends with whoever a newer list has in that office of a state.
    """
    if term.end is None and term.source == KNOWN and term.state in load_states():
        newer = [
            other.start for other in beside if other.start > term.start + SLACK and other.source.startswith("factbook")
        ]
        return replace(term, end=min(newer, default=None))
    if term.end is None or term.end != CLOSED.get(term.source):
        return term
    later = [other.start for other in beside if other.start > term.start + SLACK]
    return replace(term, end=min([term.end, *later]))


def _is_same(one: Term, other: Term) -> bool:
    """Whether two rows tell of one person's one time in office."""
    mine, theirs = ({slug_of((word,)) for word in term.name.split()} for term in (one, other))
    near = one.start <= other.last + SLACK if other.end else True
    near = near and (other.start <= (one.last if one.end is None else one.last + SLACK))
    if not near or (one.source == other.source == KNOWN and one.start != other.start):
        return False
    # Fathers and sons follow one another with half a name in common: less than a whole name must share most of the time.
    shared = min(one.last, other.last) - max(one.start, other.start)
    most = shared * 2 > min(one.last - one.start, other.last - other.start)
    alike = SequenceMatcher(None, slug_of(one.name.split()), slug_of(other.name.split())).ratio() >= ALIKE
    # Who came into one office of one state in the same weeks, with a word in common, is one person spelled twice.
    at_once = abs(one.start - other.start) <= SLACK and one.source != other.source
    return _long(mine) <= theirs or _long(theirs) <= mine or (alike and most) or (at_once and _akin(mine, theirs))


def _akin(mine: set[str], theirs: set[str]) -> bool:
    """Whether two names have a word in common, as near as two ways of writing it in Latin letters are."""
    pairs = ((one, other) for one in mine for other in theirs if min(len(one), len(other)) > 2)
    return any(SequenceMatcher(None, one, other).ratio() >= ALIKE for one, other in pairs)


def _long(words: set[str]) -> set[str]:
    """The words of a name that are no initials; a name of one word is never a whole one."""
    kept = {word for word in words if len(word) > 1}
    return kept if len(kept) > 1 else kept | {""}


def _tell(term: Term, other: Term) -> None:
    early = abs((term.start - other.start).days)
    late = abs((term.end - other.end).days) if term.end and other.end and term.end != CLOSED.get(term.source) else 0
    if max(early, late) > SLACK.days:
        print(
            f"{term.state} {term.office}: {other.name} {other.start}..{other.end} ({other.source}); {term.name} {term.start}..{term.end} ({term.source})"
        )


HEAD = """\
# Who held which office when; built by `scripts/holders.py`, which says how; rows of general knowledge come from `scripts/known_holders.tsv`.
# Source: general knowledge; pocom of the US Office of the Historian (CC0); World Factbook of May 2026 (CC0); EveryPolitician, South Korea (CC0);
# CountryInfo 120116 (CC BY-SA 3.0, facts of it); REIGN of March 2021 (facts of it).
# An empty end means still in office as far as the source goes. `state` is an id of `states.tsv`, or of `bodies.tsv` for a body; `to` is where an envoy is sent.
"""


def written(terms: Iterable[Term]) -> str:
    """The table as text."""
    lines = ["name\toffice\tstate\tstart\tend\tsource\tto"]
    for term in terms:
        days = (term.start.isoformat(), term.end.isoformat() if term.end else "")
        lines.append("\t".join((term.name, term.office, term.state, *days, term.source, term.to)))
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
