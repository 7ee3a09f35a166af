"""Which columns of the full-text tables hold the forms of words, and which their stems."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns that hold one text, in two ways."""

    forms: tuple[str, ...]
    stems: tuple[str, ...]


ARTICLE = Columns(forms=("title_forms", "body_forms"), stems=("title_stems", "body_stems"))
CONTENT = Columns(forms=("content_forms",), stems=("content_stems",))
SOURCE = Columns(forms=("source_forms",), stems=("source_stems",))
