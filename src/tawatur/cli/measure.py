"""`tawatur measure`: the figures, and the gate that keeps them."""

import sys
from pathlib import Path

import click

from tawatur.errors import MeasureError
from tawatur.measure.floors import load_floors, shortfalls
from tawatur.measure.stages import STAGES


@click.command()
@click.argument("stages", metavar="[STAGE]...", nargs=-1, type=click.Choice(tuple(STAGES)))
@click.option(
    "--shared",
    default="../shared",
    show_default=True,
    envvar="TAWATUR_SHARED",
    type=click.Path(path_type=Path),
    help="The folder that holds gold/, eval/ and data/.",
)
@click.option("--errors", default=0, metavar="N", help="List up to N errors of each stage.")
@click.option(
    "--floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Leave with status 1 where a figure lies below its floor in this file.",
)
def measure(stages: tuple[str, ...], shared: Path, errors: int, floors: Path | None) -> None:
    """Score each STAGE (all, if none is named) against the gold."""
    if not (shared / "eval").is_dir():
        raise MeasureError(f"no gold in {shared}: nothing is measured")
    least = load_floors(floors) if floors else {}
    short = []
    for stage in stages or tuple(STAGES):
        scored = STAGES[stage](shared, errors)
        click.echo(click.style(stage, bold=True))
        click.echo(scored.printed.rstrip())
        short += [f"{stage}: {line}" for line in shortfalls(least.get(stage, {}), scored.figures)]
    for line in short:
        click.echo(f"below its floor: {line}", err=True)
    if short:
        sys.exit(1)
