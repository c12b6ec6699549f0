"""The page of challenges: each party's words for the same one, narrowed by whose challenge it is and by days.

A large ledger has more assessments than a page can weigh: then the newest are looked at, and the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.store import Ledger, Query
from servanda.view.challenges import Challenge, ChallengesPage, challenges_page
from servanda.view.fields import Part
from servanda.view.filters import Choice, Filter
from servanda.view.names import names_in
from servanda.view.pagings import Paging, paging_of
from servanda.view.questions import settled

MOST = 300
"""So many assessments are looked at for a page, the newest."""
_OFFERED = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeList(Paging):
    """What is called a challenge or threat, in each party's words.

    Attributes:
        parties: the parties that speak of any, those with most words first.
        challenges: one stretch of them, those that most parties speak of first.
        filters: what the page can be narrowed by, and is.
        assessments: how many assessments they are made of.
        cut: whether there are older ones, which were not looked at.
    """

    parties: tuple[Part, ...]
    challenges: tuple[Challenge, ...]
    filters: tuple[Filter, ...]
    assessments: int
    cut: bool


def challenge_list(ledger: Ledger, query: Query) -> ChallengeList:
    """One page of challenges.

    Args:
        ledger: the ledger.
        query: whose challenge (`actor`, by id or name), from which day on and until when, and which stretch of the list.

    Raises:
        UnaskableError: no actor of the ledger is called so.
    """
    asked = settled(ledger, "assessments", query)
    page = challenges_page(ledger, asked, MOST)
    shown = page.challenges[query.offset : query.offset + query.limit]
    return ChallengeList(
        parties=page.parties,
        challenges=shown,
        filters=_filters(ledger, asked, page),
        assessments=page.total,
        cut=page.cut,
        **paging_of(query, shown, len(page.challenges), upto=ledger.last_reading()),
    )


def _filters(ledger: Ledger, asked: Query, page: ChallengesPage) -> tuple[Filter, ...]:
    names = names_in(ledger)
    chosen = names.actor(asked.actor) if asked.actor else ""
    targets = dict.fromkeys(target for challenge in page.challenges for target in challenge.targets)
    offered = tuple(Choice(value=one.id, text=one.text, count=0, chosen=one.id == asked.actor) for one in targets)
    days = (("since", "Published since", asked.since), ("until", "Published until", asked.until))
    return (
        Filter(
            name="target", label="Whose challenge", form="party", value=chosen, text=chosen, choices=offered[:_OFFERED]
        ),
        *(
            Filter(name=name, label=label, form="day", value=str(day or ""), text=str(day or ""))
            for name, label, day in days
        ),
    )
