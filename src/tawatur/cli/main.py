"""The command `tawatur`: reads its arguments and hands over to the verbs."""

import sys

import click

from tawatur.cli.add import add
from tawatur.cli.collect import collect
from tawatur.cli.doctor import doctor
from tawatur.cli.export import export
from tawatur.cli.follow import follow, unfollow
from tawatur.cli.group import group
from tawatur.cli.measure import measure
from tawatur.cli.read import read
from tawatur.cli.report import report
from tawatur.cli.reread import reread
from tawatur.cli.search import search
from tawatur.cli.serve import serve
from tawatur.cli.sources import sources
from tawatur.cli.stories import stories
from tawatur.cli.story import story
from tawatur.cli.trace import trace
from tawatur.errors import TawaturError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tawatur")
def tawatur() -> None:
    """Read Arabic news and show where each claim comes from.

    PAGE is a file, folder, glob pattern, address or - for standard input: HTML,
    plain text, JSON or JSON lines, a ZIP of them, or WARC.
    """


tawatur.add_command(read)
tawatur.add_command(group)
tawatur.add_command(report)
tawatur.add_command(add)
tawatur.add_command(stories)
tawatur.add_command(story)
tawatur.add_command(search)
tawatur.add_command(trace)
tawatur.add_command(follow)
tawatur.add_command(unfollow)
tawatur.add_command(sources)
tawatur.add_command(collect)
tawatur.add_command(export)
tawatur.add_command(reread)
tawatur.add_command(doctor)
tawatur.add_command(serve)
tawatur.add_command(measure)


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
