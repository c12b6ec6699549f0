"""`servanda score`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.apps import DONE, WrongUseError, app
from servanda.cli.options import ScoreForm
from servanda.codebook.encoding import encode
from servanda.codebook.scoring import score_codings
from servanda.write import scores
from servanda.write.coding_files import load_codings


@app.command("score")
def score_command(
    gold: Annotated[Path, typer.Argument(help="Folder of NAME.txt beside NAME.json, coded by careful readers.")],
    predicted: Annotated[
        Path, typer.Argument(help="Folder of NAME.json to be measured, as `servanda code` writes them.")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is spurious.")] = False,
    form: Annotated[ScoreForm, typer.Option("--format", help="How to write the score.")] = ScoreForm.TABLE,
) -> int:
    """Measure codings against gold ones, as the codebook says."""
    try:
        score = score_codings(load_codings(gold, predicted))
    except (OSError, ValueError) as error:
        raise WrongUseError(str(error)) from error
    if form is ScoreForm.JSON:
        sys.stdout.write(encode(scores.score_tree(score)).decode() + "\n")
    else:
        sys.stdout.writelines(scores.score_lines(score, misses=misses))
    return DONE
