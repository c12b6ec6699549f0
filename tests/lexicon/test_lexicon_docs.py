"""The room's page names every file, and every data file says where its facts come from."""

from pathlib import Path

import pytest

import servanda.lexicon

ROOM = Path(servanda.lexicon.__file__).parent
PAGE = (ROOM / "docs.md").read_text(encoding="utf-8")


def test_the_page_names_every_file():
    files = [p.name for p in ROOM.iterdir() if p.suffix in {".py", ".tsv", ".toml"} and p.name != "__init__.py"]
    assert not [name for name in sorted(files) if f"`{name}" not in PAGE]


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.tsv")), ids=lambda path: path.name)
def test_every_table_says_its_source_and_has_full_rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert any("Source:" in line for line in lines if line.startswith("#"))
    assert {row.count("\t") for row in rows} <= {rows[0].count("\t"), rows[0].count("\t") - 1}
