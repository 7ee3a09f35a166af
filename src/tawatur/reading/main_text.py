"""Which pieces of a page belong to its main text."""

from tawatur.reading.tree import Tree


def main_text(tree: Tree) -> list[bool]:
    """Tell for every piece of `tree` whether the page's structure puts it into the main text."""
    boxes, pieces = tree.boxes, tree.pieces
    scores = [0.0] * len(boxes)
    for piece in pieces:
        if len(piece.text) < 40 or piece.linked > 0.5:
            continue
        score = (1 + len(piece.text) / 100) * (1 - piece.linked)
        outer = boxes[piece.box].parent if boxes[piece.box].tag == "p" else piece.box
        share = 1.0
        for _ in range(3):
            if outer < 0:
                break
            scores[outer] += score * share
            outer = boxes[outer].parent
            share *= 0.5
    best = max(range(len(boxes)), key=scores.__getitem__, default=0)
    first, end = boxes[best].first, boxes[best].end
    return [first <= at < end and piece.linked < 0.6 for at, piece in enumerate(pieces)]
