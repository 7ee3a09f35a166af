"""Stretches of time as they are typed: `90s`, `10m`, `2h`, `1d`."""

import re
from datetime import timedelta

import click

_TYPED = re.compile(r"([0-9]{1,6})(s|m|h|d)\Z")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def duration(_context: click.Context, _option: click.Parameter, value: str | None) -> timedelta | None:
    """Read a stretch of time, at least a second, as the callback of an option.

    Raises:
        click.BadParameter: it is none.
    """
    if value is None:
        return None
    typed = _TYPED.match(value)
    if typed is None or not int(typed[1]):
        raise click.BadParameter(f"{value!r} is no stretch of time such as 90s, 10m, 2h or 1d")
    return timedelta(**{_UNITS[typed[2]]: int(typed[1])})
