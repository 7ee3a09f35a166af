"""The command `tawatur`: reads its arguments and hands over to the verbs."""

import sys

import click

from tawatur.cli.verbs import Verbs
from tawatur.errors import TawaturError


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tawatur")
def tawatur() -> None:
    """Read Arabic news and show where each claim comes from.

    PAGE is a file, folder, glob pattern, address or - for standard input: HTML,
    plain text, JSON or JSON lines, a ZIP of them, or WARC.
    """


def main() -> None:
    """Run the command line; an error of ours becomes one line and exit status 2."""
    try:
        tawatur.main(standalone_mode=False)
    except TawaturError as error:
        click.echo(f"tawatur: {error}", err=True)
        sys.exit(2)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has gone: stop quietly, also when Python flushes at its end.
        sys.stdout = None
        sys.exit(0)
