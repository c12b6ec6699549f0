"""The committed scripts are what the lock file gives, light, without eval, and with the licenses of what is in them."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import servanda.web

STATIC = Path(servanda.web.__file__).parent / "static"
BUNDLE = Path(__file__).parents[2] / "bundle"
BUILT = ("charts.js", "exchanges.js", "htmx.js", "NOTICE.txt")


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory):
    """The scripts built anew; where the locked libraries are not installed, they are fetched from npm's own cache."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("there is no node here to build the scripts with")
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copytree(BUNDLE, folder / "bundle", ignore=shutil.ignore_patterns("node_modules"))
    if (BUNDLE / "node_modules/.package-lock.json").exists():
        (folder / "bundle/node_modules").symlink_to(BUNDLE / "node_modules")
    elif _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], folder / "bundle"):
        pytest.skip("the libraries of bundle/package-lock.json cannot be fetched here")
    assert _run(["node", "build.js", str(folder / "out")], folder / "bundle") == 0
    return folder / "out"


def _run(command, folder):
    (folder.parent / "out").mkdir(exist_ok=True)
    return subprocess.run(command, cwd=folder, check=False, timeout=240).returncode


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILT)
def test_a_committed_script_is_what_the_lock_file_gives(built, name):
    assert (built / name).read_bytes() == (STATIC / name).read_bytes()


def test_the_libraries_that_are_asked_for_are_locked_at_one_version():
    asked = json.loads((BUNDLE / "package.json").read_text())
    locked = json.loads((BUNDLE / "package-lock.json").read_text())["packages"]
    for name, version in {**asked["dependencies"], **asked["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version


@pytest.mark.parametrize("name", ["@observablehq/plot", "d3-scale", "d3-selection", "d3-shape", "htmx.org"])
def test_the_notice_has_the_license_of_each_library(name):
    written = (STATIC / "NOTICE.txt").read_text()
    part = re.search(rf"^{re.escape(name)} \d[\w.]*\n(?P<license>.*?)\n(-{{80}}|\Z)", written, re.MULTILINE | re.DOTALL)
    assert "ermission to use" in part["license"]


@pytest.mark.parametrize("name", ["charts.js", "exchanges.js"])
def test_our_scripts_hold_no_eval(name):
    assert not re.search(r"\beval\(|new Function", (STATIC / name).read_text())
