"""Processes that write into a ledger and are killed: what they said was kept must be there afterwards.

A nursery is a process with everything imported and no ledger open. It forks one worker after the other and kills each
with SIGKILL a given time after it has said so much, so that hundreds of deaths take seconds on any machine. Workers say what is kept (`read 7`, `judge 7`,
`opened`) as soon as the ledger has said so to them, and not before.

A crowd is many workers at one ledger at once, none of them killed.
"""

import importlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from factories import a_ferry_deal
from servanda.codebook import Document, Judgement, Problem, Reading
from servanda.codebook.vocabulary import Verdict
from servanda.store import Ledger, Query, ledgers
from servanda.store.migrations import upgrades

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
BACK = 3
"""Every worker begins so many documents before the last one that is known to be kept, as a second `read` does."""

TOGETHER = 3
"""At most so many documents are read in one transaction."""


def deal(number: int) -> tuple[Document, Reading]:
    """The document of this number with its reading; every third one has a problem too."""
    document, reading = a_ferry_deal(f"Bergen {number}", location=f"{number}.txt")
    odd = Problem(code="odd", message=f"Page {number} is odd.", location=document.location, document=document.id)
    return document, replace(reading, problems=(odd,)) if number % 3 == 0 else reading


def judgement(number: int) -> Judgement:
    """What somebody thinks of the commitment in this document."""
    promise = deal(number)[1].commitments[0].id
    return Judgement(verdict=Verdict.ACCEPT, records=(promise,), by="ana", at=NOON, why="read it twice")


def read_and_judge(place: str, first: int) -> None:
    """Read documents from this number on, one to three at once as `read` does, and judge each, until the end comes."""
    number = first
    # Three at once are many: SQLite's log is then carried over by a thread, which dies with the rest.
    ledgers._MANY = TOGETHER
    with Ledger.open(place) as ledger:
        while number < first + 10_000:
            batch = range(number, number + 1 + number % TOGETHER)
            ledger.append_readings([deal(one) for one in batch])
            for one in batch:
                _say(f"read {one}")
                ledger.judge(judgement(one))
                _say(f"judge {one}")
            number = batch.stop


def open_once(place: str, _first: int) -> None:
    """Open a ledger, which brings an older one up to date."""
    Ledger.open(place).close()
    _say("opened")


def write_on(place: str, first: int, seconds: float) -> None:
    """Read documents of one's own, and some that others read too, until the time is over."""
    with Ledger.open(place) as ledger:
        end = time.monotonic() + seconds
        for number in range(10_000):
            if time.monotonic() > end:
                break
            for one in (first + number, number) if number % 4 == 0 else (first + number,):
                ledger.append_reading(*deal(one))
                _say(f"read {one}")


def review_on(place: str, first: int, seconds: float) -> None:
    """Look at the newest documents, judge what is there and take one in three back, until the time is over."""
    name = f"{first} {os.getpid()}"  # whoever comes back after a crash judges anew
    with Ledger.open(place) as ledger:
        number, end = 0, time.monotonic() + seconds
        while time.monotonic() < end:
            for head in ledger.find_documents(Query(limit=3, offset=number % 50)):
                reading = ledger.find_reading(head.id)
                if reading is None or len(list(reading.records())) != 7 or sum(head.counts.values()) != 7:
                    _say(f"half {head.id}")
                    continue
                number += 1
                told = Judgement(
                    verdict=Verdict.NOTE,
                    records=(reading.commitments[0].id,),
                    by=name,
                    at=NOON,
                    value=f"{number}",
                )
                ledger.judge(told)
                _say(f"judge {told.id}")
                if number % 3 == 0:
                    ledger.undo(told.id, name, "the wrong one")
                    _say(f"undo {told.id}")


TASKS = {"read": read_and_judge, "open": open_once}


class Nursery:
    """A process that forks workers and kills them.

    Attributes:
        process: the process.
    """

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def life(self, task: str, place: str, first: int, lot: tuple[int, float]) -> list[str]:
        """Let a worker live until it has said so many things, and for so many seconds more.

        Returns:
            What it said was kept, and `done` where it ended by itself.
        """
        words, seconds = lot
        self.process.stdin.write(f"{task}\t{place}\t{first}\t{words}\t{seconds}\n")
        self.process.stdin.flush()
        said = list(iter(lambda: self.process.stdout.readline().strip(), "over"))
        assert "" not in said, "the nursery itself has died"
        return said


@contextmanager
def a_nursery() -> Iterator[Nursery]:
    """A nursery for the length of a test."""
    with subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Nursery(process)
        process.stdin.close()


def crowd(place: str, *, writers: int, reviewers: int, seconds: float) -> list[str]:
    """Let so many write and review at once for so long; returns all that they said was kept."""
    numbers = (str(told) for told in (writers, reviewers, seconds))
    done = subprocess.run([sys.executable, __file__, place, *numbers], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()


def lots(seed: int, number: int, *, most: int, longest: float) -> list[tuple[int, float]]:
    """When each of so many workers dies: the same for the same seed."""
    chance = random.Random(seed)
    return [(chance.randint(0, most), chance.uniform(0, longest)) for _ in range(number)]


def _work(task: str, place: str, first: int, out: int) -> None:
    os.dup2(out, 1)
    try:
        TASKS[task](place, first)
    except BaseException as error:  # noqa: BLE001 - whatever it is must reach the test, which knows no such word
        _say(f"failed {error!r}")
    os._exit(0)


def _say(what: str) -> None:
    os.write(1, f"{what}\n".encode())


def _warm() -> None:
    """Load what a ledger loads when it is opened, so that workers need not."""
    importlib.import_module("psycopg")
    upgrades.known_versions()


def _serve() -> None:
    _warm()
    for line in sys.stdin:
        task, place, first, words, seconds = line.rstrip("\n").split("\t")
        ear, mouth = os.pipe()
        worker = os.fork()
        if not worker:
            _work(task, place, int(first), mouth)
        os.close(mouth)
        with os.fdopen(ear) as hearing:
            heard = [hearing.readline() for _ in range(int(words))]
            time.sleep(float(seconds))
            os.kill(worker, signal.SIGKILL)
            heard += hearing.readlines()
        _, status = os.waitpid(worker, 0)
        _say("".join([*heard, "done\n" if os.WIFEXITED(status) else "", "over"]))


def _gather(place: str, writers: str, reviewers: str, seconds: str) -> None:
    _warm()
    tasks = [write_on] * int(writers) + [review_on] * int(reviewers)
    for number, task in enumerate(tasks, 1):
        if not os.fork():
            try:
                task(place, number * 10_000, float(seconds))
            except BaseException as error:  # noqa: BLE001 - whatever it is must reach the test
                _say(f"failed {error!r}")
            os._exit(0)
    for _ in tasks:
        os.wait()


if __name__ == "__main__":
    _gather(*sys.argv[1:]) if sys.argv[1:] else _serve()
