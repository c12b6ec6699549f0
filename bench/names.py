"""Names of states beside the peers, spelling by spelling, and whether the lexicon knows whom American leaders met, and when.

Spellings are asked as they stand in `spellings.tsv`, by class: the peers claim names of states, not peoples, capitals and
seats, so these stand in a table of their own. In words that name no state, ours must find none inside them either. Holders are asked as a text would, by office, state, day and surname.
"""

from __future__ import annotations

import csv
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from tables import Row, Table

from servanda.lexicon.holders import load_holders, spelling
from servanda.lexicon.names import load_names
from servanda.lexicon.states import load_states
from servanda.lexicon.tenures import Incumbent, bearers, incumbents

SPELLINGS = Path(__file__).with_name("spellings.tsv")
TRAVELS = "us-travels/travels.tsv"
FIRST = date(1990, 1, 1)
_NOT_CLAIMED = ("people", "capital or seat")
# Codes that a peer writes in its own way: of former states by ISO 3166-3, of Kosovo by several conventions.
_SAME = {"SUHH": "SUN", "YUCS": "YUG", "CSHH": "CSK", "CSXX": "SCG", "DDDE": "DDR", "YDYD": "YMD", "ANHH": "ANT"}
_SAME |= {"DD": "DDR", "SU": "SUN", "YU": "YUG", "CS": "CSK", "YD": "YMD", "AN": "ANT"}
_SAME |= {"XKV": "XKX", "XKK": "XKX", "UNK": "XKX", "RKS": "XKX"}
_OFFICES = {
    "President": "head",
    "Prime Minister": "head",
    "Premier": "head",
    "Chancellor": "head",
    "Taoiseach": "head",
    "King": "head",
    "Queen": "head",
    "Emperor": "head",
    "Sultan": "head",
    "Amir": "head",
    "Emir": "head",
    "Foreign Minister": "foreign minister",
    "Foreign Secretary": "foreign minister",
    "Minister of Foreign Affairs": "foreign minister",
    "Defense Minister": "defense minister",
    "Minister of Defense": "defense minister",
}
_MET = re.compile(
    r"(?:(?P<whose>(?:South |North |Saudi |Sri |New |Costa |El |Papua New )?[A-Z][a-zé]+) )?"
    rf"(?P<office>{'|'.join(sorted(_OFFICES, key=len, reverse=True))}) "
    r"(?P<name>(?:(?:[A-Z][\w’'\-]+|al-[\w’'\-]+|bin|de|da|van|von|der) ?){1,4})"
)
_ALIKE = 0.75
_FORMER = re.compile(r"\b(?:[Ff]ormer|late|Vice|Deputy|elect|designate)\s*\Z")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom an American president or secretary of state met.

    Attributes:
        name: as the list has it, mostly a surname.
        office: the office in the list's words.
        state: id of the state whose office it is.
        days: the first and the last day of the visit, on one of which they met.
    """

    name: str
    office: str
    state: str
    days: tuple[date, date]


def measure(data: Path) -> list[Table]:
    """Spellings of names of states, and holders of offices."""
    rows = [row for row in csv.reader(_lines(SPELLINGS), delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 3][1:]
    claimed = [row for row in rows if row[2] not in _NOT_CLAIMED]
    others = [row for row in rows if row[2] in _NOT_CLAIMED]
    systems = {"servanda": _ours, **_peers()}
    source = f"{len(rows)} spellings of our own with right answers, general knowledge; shares of right answers by class"
    tables = [
        Table("names of states", tuple(_named(name, ask, claimed) for name, ask in systems.items()), source),
        Table(
            "peoples, capitals and seats of states",
            tuple(_named(name, ask, others) for name, ask in systems.items()),
            source,
            note="No peer claims these; what a search finds by chance is shown.",
        ),
    ]
    if (data / TRAVELS).exists():
        tables.append(_holders(list(_counterparts(data / TRAVELS))))
    return tables


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _named(system: str, ask: Callable[[str], str], rows: list[list[str]]) -> Row:
    right: Counter[str] = Counter()
    asked = Counter(kind for _, _, kind in rows)
    wrong = 0
    for name, state, kind in rows:
        said = ask(name)
        right[kind] += said == state
        wrong += bool(said) and said != state
    shares = {kind: right[kind] / number for kind, number in asked.items()}
    return Row(system, {"all": right.total() / len(rows), **shares, "wrong answers": float(wrong)})


def _ours(name: str) -> str:
    """The one state that the words mean as a whole; in "no state", any state found in them is an answer, as in a text."""
    found = [(span, known) for span, known in load_names().find(name) if known.sort not in ("other", "body")]
    if not found:
        return next((state.id for state in load_states().values() if name in state.people), "")
    return found[0][1].id if len({known.id for _, known in found}) == 1 else "several"


def _peers() -> dict[str, Callable[[str], str]]:
    # They are installed only where this is measured.
    import countrynames  # noqa: PLC0415
    import pycountry  # noqa: PLC0415
    from babel import Locale  # noqa: PLC0415
    from country_converter import CountryConverter  # noqa: PLC0415

    logging.getLogger("country_converter").setLevel(logging.CRITICAL)
    converter = CountryConverter(include_obsolete=True)
    territories = {name.casefold(): code for code, name in Locale("en").territories.items() if len(code) == 2}

    def searched(name: str) -> str:
        try:
            return str(pycountry.countries.lookup(name).alpha_3)
        except LookupError:
            return fuzzy(name)

    def fuzzy(name: str) -> str:
        try:
            return str(pycountry.countries.search_fuzzy(name)[0].alpha_3)
        except LookupError:
            return ""

    def converted(name: str) -> str:
        said = converter.convert(name, to="ISO3", not_found="")
        return said if isinstance(said, str) else "several"

    def told(name: str) -> str:
        code = territories.get(name.casefold(), "")
        known = pycountry.countries.get(alpha_2=code) if code else None
        return known.alpha_3 if known else {"XK": "XKX"}.get(code, "")

    def matched(name: str, *, fuzzy: bool = False) -> str:
        # It knows the two-letter codes of former states, and fails on their three-letter ones.
        try:
            return countrynames.to_code_3(name, fuzzy=fuzzy) or ""
        except KeyError:
            return str(countrynames.to_code(name, fuzzy=fuzzy))

    systems: dict[str, Callable[[str], str]] = {
        f"countrynames {version('countrynames')}": matched,
        f"countrynames {version('countrynames')}, fuzzy": partial(matched, fuzzy=True),
        f"pycountry {version('pycountry')}, search_fuzzy": searched,
        f"country_converter {version('country_converter')}": converted,
        f"babel {version('babel')}": told,
    }
    return {name: _with_codes(ask) for name, ask in systems.items()}


def _with_codes(ask: Callable[[str], str]) -> Callable[[str], str]:
    def asked(name: str) -> str:
        said = ask(name)
        return _SAME.get(said, said)

    return asked


def _counterparts(path: Path) -> Iterator[Met]:
    """Each holder of an office whom the remarks on a visit name as met; the state is the host where no other is named.

    The traveller's own president, whom a secretary accompanies, is none of them.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        trips = list(csv.DictReader(lines, delimiter="\t"))
    own = {trip["name"].split()[-1] for trip in trips if trip["role"] == "president"}
    for trip in trips:
        if trip["start_date"] < FIRST.isoformat():
            continue
        days = (date.fromisoformat(trip["start_date"]), date.fromisoformat(trip["end_date"] or trip["start_date"]))
        for sentence in re.findall(r"[Mm]et (?:privately )?with [^.;]*", trip["remarks"]):
            for met in _MET.finditer(sentence):
                state = _whose(met["whose"]) or _ours(trip["country"])
                name = met["name"].strip().removesuffix("’s").removesuffix("'s")
                if state in load_states() and name not in own and not _FORMER.search(sentence[: met.start("office")]):
                    yield Met(name, met["office"], state, days)


@cache
def _whose(word: str | None) -> str:
    return _ours(word) if word else ""


def _holders(met: list[Met]) -> Table:
    groups: dict[str, list[Met]] = {"all": met}
    groups |= _grouped(met, lambda one: f"{one.days[0].year // 10 * 10}s")
    groups |= _grouped(met, lambda one: {"head": "heads"}.get(_OFFICES[one.office], f"{_OFFICES[one.office]}s"))
    rows = tuple(_asked(f"servanda, {name}", some) for name, some in groups.items())
    sources = Counter(re.sub(r"[ ,]+[\d-]+$", "", h.source) or "general knowledge" for h in load_holders())
    told = ", ".join(f"{source} {number:,}" for source, number in sources.most_common())
    return Table(
        "holders of offices whom American presidents and secretaries of state met, 1990 and later",
        rows,
        "us-travels (US Office of the Historian, CC0); offices and names as the remarks have them",
        note=f"The table of holders was made without these travels; its rows: {told}. "
        "Name tied: surname, office and state give one person; office: right where office, state and day alone give the one met.",
    )


def _grouped(met: list[Met], key: Callable[[Met], str]) -> dict[str, list[Met]]:
    found: dict[str, list[Met]] = defaultdict(list)
    for one in met:
        found[key(one)].append(one)
    return dict(sorted(found.items()))


def _asked(system: str, met: list[Met]) -> Row:
    counted: Counter[str] = Counter()
    for one in met:
        asked = Incumbent(one.name, one.office, one.state)
        borne = {holder.name for day in one.days for holder in bearers(asked, day)}
        counted["name tied"] += len(borne) == 1
        held = {holder.name for day in one.days for holder in incumbents(one.office, one.state, day)}
        right = any(_shares_name(name, one.name) for name in held)
        counted["office: right"] += right and len(held) == 1
        counted["office: several, one right"] += right and len(held) > 1
        counted["office: other person"] += bool(held) and not right
        counted["office: nobody known"] += not held
    return Row(system, {"met": float(len(met)), **{name: number / len(met) for name, number in counted.items()}})


def _shares_name(known: str, said: str) -> bool:
    """Whether a word of both names is written alike, as two ways of writing a foreign name in Latin letters are."""
    words = {spelling(part) for word in known.split() for part in (word, *word.split("-"))}
    asked = [spelling(word) for word in said.split() if len(word) > 2 or len(said.split()) == 1]
    return any(SequenceMatcher(a=word, b=other).ratio() >= _ALIKE for word in words for other in asked)
