"""Wikidata on holders of offices: the questions to its query service, in SPARQL, and what an answer says.

Nothing is asked here, only put into words and understood. What is to be believed of an answer is `cleanings.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from servanda.lexicon.states import load_states

SERVICE = "https://query.wikidata.org/sparql"
"""The query service of Wikidata itself."""
SINCE = 1989
"""Terms that ended before this year are not asked for."""
_AT_ONCE = 40
"""So many states in one question, which keeps an answer below the service's limit of time."""

# P1906 and P1313 are the offices of a state's head and of its head of government; P1001 is whose office it is, which
# leaves out the foreign ministers of regions. The classes are "minister of foreign affairs" and "minister of defence".
_OFFICES = {
    "head of state": "?state wdt:P1906 ?position .",
    "head of government": "?state wdt:P1313 ?position .",
    "foreign minister": "?position wdt:P31?/wdt:P279* wd:Q7330070 ; wdt:P1001 ?state .",
    "defense minister": "?position wdt:P31?/wdt:P279* wd:Q2518691 ; wdt:P1001 ?state .",
}
# A holder is not a statement that is deprecated, and a date counts with its precision: 11 is a day. Names of persons
# stand in English or, where all languages share one, under "mul".
_QUESTION = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT DISTINCT ?state ?iso ?position ?office ?person ?name ?start ?startPrecision ?end ?endPrecision ?died WHERE {
  VALUES ?state { %(states)s }
  %(offices)s
  ?person p:P39 ?held .
  ?held ps:P39 ?position ; wikibase:rank ?rank ; pqv:P580 ?from .
  FILTER(?rank != wikibase:DeprecatedRank)
  ?from wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision .
  OPTIONAL { ?held pqv:P582 ?until . ?until wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision . }
  FILTER(!BOUND(?end) || ?end >= "%(since)d-01-01T00:00:00Z"^^xsd:dateTime)
  OPTIONAL { ?state wdt:P298 ?iso . }
  OPTIONAL { ?person wdt:P570 ?died . }
  OPTIONAL { ?person rdfs:label ?english . FILTER(LANG(?english) = "en") }
  OPTIONAL { ?person rdfs:label ?shared . FILTER(LANG(?shared) = "mul") }
  BIND(COALESCE(?english, ?shared) AS ?name)
  ?position rdfs:label ?office . FILTER(LANG(?office) = "en")
}
ORDER BY ?state ?position ?start ?person
"""


class AnswerError(ValueError):
    """The service answered, but not with results; the message says what came instead."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a query service.

    Attributes:
        office: which offices it is about: "head of state", "head of government", "foreign minister", "defense minister".
        text: the question in SPARQL.
    """

    office: str
    text: str


def questions() -> tuple[Question, ...]:
    """All questions, office by office and for some states at a time, always the same in the same order."""
    items = sorted(
        {state.wikidata for state in load_states().values() if state.wikidata}, key=lambda item: int(item[1:])
    )
    groups = [items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE)]
    return tuple(
        Question(
            office, _QUESTION % {"states": " ".join(f"wd:{one}" for one in group), "offices": said, "since": SINCE}
        )
        for office, said in _OFFICES.items()
        for group in groups
    )


def rows_of(answer: bytes) -> Iterator[Mapping[str, str]]:
    """The rows of an answer in the JSON form of SPARQL results: the values by their variables, those that are unbound left out.

    Raises:
        AnswerError: it is something else, or it breaks off.
    """
    bindings = _bindings(answer)
    for binding in bindings:
        if not isinstance(binding, dict):
            raise AnswerError("a row of the answer is no row")
        yield {name: value for name, cell in binding.items() if (value := _value(cell)) is not None}


def _bindings(answer: bytes) -> list[Any]:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise AnswerError("the answer is no JSON, or it breaks off") from error
    results = found.get("results") if isinstance(found, dict) else None
    bindings = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(bindings, list):
        raise AnswerError("the answer has no results in it")
    return bindings


def _value(cell: Any) -> str | None:
    """The text of a value; None where it is unknown to Wikidata, which is a node without a name."""
    value = cell.get("value") if isinstance(cell, dict) and cell.get("type") != "bnode" else None
    return value if isinstance(value, str) else None
