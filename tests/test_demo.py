"""What the README promises, done as a newcomer would do it."""

import json
import re
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

pytestmark = pytest.mark.slow


def test_the_readmes_demo_reads_the_dossier(tmp_path):
    ledger = tmp_path / "demo.db"
    command = ["make", "demo", f"ARGS=--no-serve --ledger {ledger}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "documents: 12 added" in done.stdout
    assert ledger.exists()


def test_the_demo_shows_its_pages(tmp_path):
    command = [ROOT / ".venv/bin/servanda", "demo", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        try:
            address = next(found.group() for line in running.stdout if (found := re.search(r"http://[\w.:]+\d", line)))
            with urllib.request.urlopen(f"{address}/") as page:
                assert b"<table" in page.read()
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(20)
    assert running.returncode == 0


@pytest.mark.skipif(not SHARED.exists(), reason="the seed reports are not beside this checkout")
def test_the_five_reports_are_read_from_an_empty_folder(tmp_path):
    begun = time.monotonic()
    command = [ROOT / ".venv/bin/servanda", "read", SHARED / "seeds"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "documents: 5 added" in done.stdout
    assert time.monotonic() - begun < 20
    checked = subprocess.run(
        [ROOT / ".venv/bin/servanda", "verify"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert "no ungrounded cell" in checked.stdout


def test_a_stop_at_the_keyboard_leaves_a_whole_ledger(tmp_path):
    program = ROOT / ".venv/bin/servanda"
    reports = (f"Report {n}: Norway will lend Peru {n + 2} ships by 2030." for n in range(3000))
    (tmp_path / "many.jsonl").write_text("".join(f"{json.dumps({'text': report})}\n" for report in reports))
    with subprocess.Popen([program, "read", "many.jsonl"], cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        begun = time.monotonic()
        while not (tmp_path / "servanda.db").exists() and time.monotonic() - begun < 30:
            time.sleep(0.1)
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    assert said.splitlines() == ["servanda: Stopped; what was done so far is kept."]
    done = subprocess.run([program, "verify"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
