"""The drawing of a claim's chains as SVG: written by code, as a template takes four times as long."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from tawatur.web.addresses import Addresses
from tawatur.web.chain_drawing import Box, Curve, Drawing
from tawatur.web.chain_graph import Role
from tawatur.web.naming import OutletNames
from tawatur.web.strangers import shortened, unsteered

_LONGEST_NAMES = 1000
# What is narrower than a column of the page is not stretched to its width.
_NARROW = 400


def svg(
    drawing: Drawing, names: Mapping[str, str], *, title: str, outlets: OutletNames, to: Addresses
) -> Markup:
    """Return a drawing as an element of a page; `names` tell in full what its nodes stand for, by key."""
    written = "\n".join(_lines(drawing, names, title, outlets, to))
    return Markup(written)  # noqa: S704 -- what strangers wrote is escaped in each of its lines


def _lines(
    drawing: Drawing, names: Mapping[str, str], title: str, outlets: OutletNames, to: Addresses
) -> Iterator[str]:
    narrow = ' class="narrow"' if drawing.width < _NARROW else ""
    size = f'width="{drawing.width:.0f}" height="{drawing.height:.0f}"'
    view = f'viewBox="0 0 {drawing.width:.1f} {drawing.height:.1f}"'
    yield f'<svg{narrow} {view} {size} role="group" aria-label="{escape(title)}">'
    for curve in drawing.curves:
        yield _curve(curve)
    for box in drawing.boxes:
        yield from _box(box, names, outlets, to)
    yield "</svg>"


def _curve(curve: Curve) -> str:
    denies = " denies" if curve.link.denies else ""
    untold = "" if curve.link.told else " untold"
    return (
        f'<path class="link{denies}{untold}" d="{curve.path}"/><path class="tip{denies}" d="{curve.arrow}"/>'
    )


def _box(box: Box, names: Mapping[str, str], outlets: OutletNames, to: Addresses) -> Iterator[str]:
    node = box.node
    leads = node.outlet is not None and outlets.known(node.outlet)
    yield f'<a href="{escape(to.outlet(node.outlet))}">' if node.outlet is not None and leads else "<g>"
    yield f"<title>{escape(shortened(names[node.key], _LONGEST_NAMES))}</title>"
    kinds = " ".join(
        (
            node.role,
            *(("unnamed",) if node.kind == "unnamed" else ()),
            *(("folded",) if node.folded else ()),
        )
    )
    corner = 4 if node.outlet or node.folded else 14
    yield (
        f'<rect class="node {kinds}" x="{box.x:.1f}" y="{box.y:.1f}"'
        f' width="{box.width}" height="{box.height}" rx="{corner}"/>'
    )
    if node.role is Role.DENIAL:
        yield f'<path class="cross" d="M{box.x + 8:.1f} {box.y + 8:.1f}l7 7m0 -7l-7 7"/>'
    for number, line in enumerate(box.lines):
        yield (
            f'<text class="{node.role}" x="{box.middle:.1f}" y="{box.baseline(number):.1f}"'
            f' text-anchor="middle">{escape(unsteered(line))}</text>'
        )
    yield "</a>" if leads else "</g>"
