"""The house stays as it is described: every file named, every problem explained, every command documented."""

import re
import shutil
from pathlib import Path

import pytest

from servanda.cli import app, main
from servanda.cli.apps import COMMANDS
from servanda.cli.programs import load_commands

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/servanda"
ROOMS = sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_every_file_it_has(room):
    described = (SOURCE / room / "docs.md").read_text(encoding="utf-8")
    files = {str(path.relative_to(SOURCE / room)) for path in (SOURCE / room).rglob("*.py")}
    files = {name for name in files if not name.endswith("__init__.py")}
    assert not {name for name in files if f"`{name}`" not in described}
    assert not set(re.findall(r"^[-|] `([\w/]+\.py)`", described, re.MULTILINE)) - files


PAGES = sorted([*SOURCE.rglob("docs.md"), *(ROOT / "docs").glob("*.md"), ROOT / "README.md"])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledgers") / "servanda.db"
    assert main(["read", str(SOURCE / "dossier"), "--ledger", str(path)]) == 0
    return path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_run(page, ledger, tmp_path, monkeypatch):
    """Each page's examples in Python are one program, run from a folder with a ledger in it."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ledger, "servanda.db")
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    exec(compile("\n".join(blocks), str(page), "exec"), {"__name__": "example"})


def test_every_problem_is_explained():
    codes = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"""Problem\(\s*code="([a-z-]+)\"""", path.read_text(encoding="utf-8"))
    }
    explained = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    assert codes
    assert not {code for code in codes if f"`{code}`" not in explained}


def test_every_command_stands_beside_its_file():
    load_commands()
    there = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    assert sorted(COMMANDS) == sorted(there)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    assert f"servanda {command}" in pages


LIBRARIES = (
    "sqlalchemy",
    "msgspec",
    "typer",
    "rich",
    "trafilatura",
    "pypdfium2",
    "ahocorasick_rs",
    "uvicorn",
    "jinja2",
    "py3langid",
    "charset_normalizer",
    "frontmatter",
    "docx",
    "fastapi",
)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_imported_in_one_room(library):
    pattern = re.compile(rf"^\s*(?:from|import) {library}\b", re.MULTILINE)
    users = {path for path in SOURCE.rglob("*.py") if pattern.search(path.read_text(encoding="utf-8"))}
    assert len({path.relative_to(SOURCE).parts[0] for path in users}) == 1, users
    assert library in {"sqlalchemy", "typer", "fastapi"} or len(users) == 1, users
