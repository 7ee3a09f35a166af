"""The verbs of the command, each loaded when it is asked for: what one needs costs the others no time."""

from importlib import import_module

import click

# Where each verb stands: in a module of its own name, unless another is named here.
_ELSEWHERE = {"unfollow": "follow"}
# In the order in which the help names them.
_VERBS = (
    "add",
    "collect",
    "doctor",
    "export",
    "follow",
    "group",
    "measure",
    "read",
    "report",
    "reread",
    "search",
    "serve",
    "sources",
    "stories",
    "story",
    "trace",
    "unfollow",
)


class Verbs(click.Group):
    """A group whose commands are functions named like them, in modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click asks so
        """Name every verb."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a verb; `None` for a name that is none."""
        if cmd_name not in _VERBS:
            return None
        module = import_module(f"tawatur.cli.{_ELSEWHERE.get(cmd_name, cmd_name)}")
        verb = getattr(module, cmd_name)
        assert isinstance(verb, click.Command)
        return verb
