"""Figures as news write them: which mark parts thousands, which parts the fraction."""

import re
from decimal import Decimal

# A figure in a folded text. The agencies wrote decimals with the letter ر.
FIGURE = r"[0-9]+(?:[.,ر][0-9]+)*"

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
# Longer figures are account and telephone numbers; so exact arithmetic on the rest never rounds.
_LONGEST = 15


def figure_value(figure: str, *, decimal: bool) -> Decimal | None:
    """Give the value of a folded figure, or None where it is a date, a version or an account.

    Groups of three digits are thousands behind a comma, and behind a full stop unless it is
    known to be `decimal`. With ر the fraction stands first, as it was typed from the left.

    >>> figures = ("11,300", "11.300", "3.5", "4ر1", "11.5.2025")
    >>> [str(figure_value(figure, decimal=False)) for figure in figures]
    ['11300', '11300', '3.5', '1.4', 'None']
    """
    if "ر" in figure:
        figure = ".".join(reversed(figure.split("ر")))
        decimal = True
    if len(figure) > _LONGEST:
        return None
    if figure.isdigit():
        return Decimal(figure)
    if _GROUPED.fullmatch(figure) and not (decimal and figure.count(".") == 1):
        return Decimal(figure.replace(",", "").replace(".", ""))
    mark = max(".", ",", key=figure.rfind)
    whole, _, fraction = figure.rpartition(mark)
    if len(fraction) > 3 and mark == ",":
        return None
    if whole.isdigit() or (mark not in whole and _GROUPED.fullmatch(whole)):
        return Decimal(f"{whole.replace(',', '').replace('.', '')}.{fraction}")
    return None
