"""What the page About says of errors is what the README says."""

import re
from pathlib import Path

from servanda.view.figures import load_figures

README = Path(__file__).parents[2] / "README.md"


def test_the_figures_are_those_of_the_readme():
    figures = load_figures()
    rows = re.findall(r"^\| (.+?) \| (\.\d+) \| (\.\d+) \| \.\d+ \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(row.name, row.open, row.unseen) for row in figures.rows] == [
        (name, float(known), float(unseen)) for name, known, unseen in rows
    ]
    assert f"{figures.open_texts} texts that lay open" in README.read_text(encoding="utf-8")
