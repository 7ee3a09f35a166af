"""Which library a verb works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tawatur.store.place import default_file


def library_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb `--db`, which it takes as `library`, a path."""
    return click.option(
        "--db",
        "library",
        metavar="FILE",
        envvar="TAWATUR_DB",
        default=default_file,
        show_default="the platform's folder for data",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The library's file; TAWATUR_DB names another default.",
    )(command)
