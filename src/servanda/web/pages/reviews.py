"""Reviewing: the queue, one record at a time, two records side by side, and how far judges agree.

Reading these pages changes nothing. What a form says is written only for whoever showed the server's token, and only
where `servanda serve --allow-review` was asked for; nothing is ever accepted in bulk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from servanda.codebook import Judgement
from servanda.codebook.vocabulary import Verdict
from servanda.store import UnknownError
from servanda.view.agreements import agreement_page
from servanda.view.judging import judgement_for
from servanda.view.pairs import pair_page
from servanda.view.questions import UnaskableError
from servanda.view.reviews import next_to_review, now, queue_page, review_page, words_judgement
from servanda.web.answers import answer, ledger_of
from servanda.web.forms import posted, reviewer_of
from servanda.web.links import link_to
from servanda.web.queries import BadQueryError, number_of, refuse_unknown
from servanda.web.routes import Route
from servanda.web.sessions import COOKIE, LONGEST_NAME, Sessions

_LONGEST = 2000
"""Characters of a reason, a note or a value."""
_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def show_queue(request: Request) -> Response:
    """What is worth a look, and what was judged of late."""
    refuse_unknown(request.query_params, "by", "page")
    by, stretch = request.query_params.get("by", ""), number_of(request.query_params)
    return answer(request, "review", queue_page(ledger_of(request), by=by, stretch=stretch), "review")


def show_agreement(request: Request) -> Response:
    """How far judges agree."""
    refuse_unknown(request.query_params)
    return answer(request, "agreement", agreement_page(ledger_of(request)), "review")


def enter(request: Request) -> Response:
    """Begin a session for whoever shows the token."""
    refuse_unknown(request.query_params, "token")
    sessions: Sessions | None = request.app.state.sessions
    session = sessions.begin(request.query_params.get("token", "")) if sessions else None
    if session is None:
        raise HTTPException(403)
    led = RedirectResponse("/review", 303)
    is_secure = request.url.scheme == "https"
    led.set_cookie(COOKIE, session.key, httponly=True, samesite="strict", secure=is_secure, path="/")
    return led


def show_next(request: Request) -> Response:
    """Lead to the next record of the queue, behind those that were passed over."""
    refuse_unknown(request.query_params, "passed", "done")
    reviewer_of(request)
    passed = _passed(request.query_params)
    key = next_to_review(ledger_of(request), passed)
    if key is None:
        return RedirectResponse("/review", 303)
    return RedirectResponse(f"/review/records/{key}?{urlencode(dict(request.query_params))}".rstrip("?"), 303)


def show_one(request: Request) -> Response:
    """One record to be judged."""
    refuse_unknown(request.query_params, "passed", "done")
    reviewer_of(request)
    _passed(request.query_params)
    done = request.query_params.get("done", "")
    return answer(request, "judge", review_page(ledger_of(request), request.path_params["id"], done), "review")


def show_pair(request: Request) -> Response:
    """Two records to be compared."""
    refuse_unknown(request.query_params, "one", "other")
    pair = (request.query_params.get(name, "") for name in ("one", "other"))
    return answer(request, "pair", pair_page(ledger_of(request), *pair), "review")


def take_name(request: Request, form: Mapping[str, str]) -> Response:
    """Let somebody judge."""
    name = "".join(sign for sign in form.get("name", "") if sign.isprintable()).strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadQueryError(f"Say who judges, in 1 to {LONGEST_NAME} characters.")
    sessions: Sessions = request.app.state.sessions
    sessions.rename(reviewer_of(request), name)
    return RedirectResponse("/review", 303)


def take_leave(request: Request, form: Mapping[str, str]) -> Response:  # noqa: ARG001 - one shape for every form
    """End the session."""
    sessions: Sessions = request.app.state.sessions
    sessions.end(reviewer_of(request))
    led = RedirectResponse("/review", 303)
    led.delete_cookie(COOKIE, path="/")
    return led


def take_verdict(request: Request, form: Mapping[str, str]) -> Response:
    """Keep a judgement on one record, and lead to the next one; or to the same one after a note or a correction."""
    key, verdict = request.path_params["id"], _VERDICTS.get(form.get("verdict", ""))
    if verdict is None:
        raise BadQueryError(f"A verdict is one of {', '.join(_VERDICTS)}.")
    kept = _keep(request, lambda by: _judgement(request, verdict, (key,), form, by))
    stays = verdict not in {Verdict.ACCEPT, Verdict.REJECT}
    asked = urlencode({"passed": _passed(form), "done": kept.id})
    return RedirectResponse(f"/review/records/{key}?{asked}" if stays else f"/review/next?{asked}", 303)


def take_pair(request: Request, form: Mapping[str, str]) -> Response:
    """Keep what somebody said of two records."""
    pair, verdict = (form.get("one", ""), form.get("other", "")), _VERDICTS.get(form.get("verdict", ""))
    if verdict not in {Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE}:
        raise BadQueryError("Two records are the same, not the same, or you are unsure.")
    _keep(request, lambda by: _judgement(request, verdict, pair, form, by))
    return RedirectResponse(f"/review/pairs?{urlencode(dict(zip(('one', 'other'), pair, strict=True)))}", 303)


def take_words(request: Request, form: Mapping[str, str]) -> Response:
    """Keep that a field rests on other words of the text."""
    place = [form.get(name, "") for name in ("start", "end")]
    if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in place):
        raise BadQueryError("Select the words in the text first.")
    start, end = map(int, place)
    named = [form.get(name, "") for name in ("document", "record", "slot")]
    document, record, slot = named
    ledger = ledger_of(request)
    _keep(request, lambda by: words_judgement(ledger, document, (start, end), record, slot, by=by, at=now()))
    return RedirectResponse(f"{link_to('document', document)}?record={record}#{record}", 303)


def take_back(request: Request, form: Mapping[str, str]) -> Response:
    """Take a judgement back."""
    session = reviewer_of(request)
    if not session.name:
        raise BadQueryError("Say who you are on the page Review first.")
    try:
        undone = ledger_of(request).undo(form.get("judgement", ""), session.name, form.get("why", "")[:_LONGEST])
    except UnknownError as error:
        raise BadQueryError("This judgement was taken back already, or there is none of this id.") from error
    return RedirectResponse(f"/review/records/{undone.records[0]}" if form.get("back") else "/review", 303)


def _judgement(
    request: Request, verdict: Verdict, keys: tuple[str, ...], form: Mapping[str, str], by: str
) -> Judgement:
    why, slot, value = (form.get(name, "") for name in ("why", "slot", "value"))
    if max(len(why), len(value)) > _LONGEST:
        raise BadQueryError(f"A reason or a note has at most {_LONGEST} characters.")
    return judgement_for(ledger_of(request), verdict, keys, by=by, at=now(), why=why, slot=slot, value=value)


def _keep(request: Request, judged: Callable[[str], Judgement]) -> Judgement:
    session = reviewer_of(request)
    if not session.name:
        raise BadQueryError("Say who you are on the page Review first.")
    try:
        judgement = judged(session.name)
    except UnaskableError as error:
        raise BadQueryError(str(error)) from error
    ledger_of(request).judge(judgement)
    return judgement


def _passed(told: Mapping[str, str]) -> int:
    written = told.get("passed") or "0"
    if not (written.isascii() and written.isdigit() and len(written) < 5):
        raise BadQueryError("“passed” is a number.")
    return int(written)


ROUTES = (
    Route("/review", show_queue),
    Route("/review/agreement", show_agreement),
    Route("/review/enter", enter),
    Route("/review/next", show_next),
    Route("/review/records/{id}", show_one),
    Route("/review/pairs", show_pair),
    Route("/review/name", posted(take_name), posts=True),
    Route("/review/leave", posted(take_leave), posts=True),
    Route("/review/records/{id}", posted(take_verdict), posts=True),
    Route("/review/pairs", posted(take_pair), posts=True),
    Route("/review/words", posted(take_words), posts=True),
    Route("/review/undo", posted(take_back), posts=True),
)
