"""What can go wrong in a way the caller should handle.

TawaturError
├── LexiconError     a word list of ours is malformed
├── MeasureError     the gold or a scorer is missing or gave no figures
└── StoreError       the library on disk cannot be opened, read or written
    └── CursorError  a place to go on from is none that a library gave out

A page that cannot be taken is no error but a `Refusal` (records/refusal.py, with its
reasons as an Enum): the batch goes on.
"""


class TawaturError(Exception):
    """The root of every error that Tawatur raises on purpose."""


class LexiconError(TawaturError):
    """A bundled word list is malformed; the message names the file and the place in it."""


class MeasureError(TawaturError):
    """The gold or its scorer is missing, or the scorer gave no figures."""


class StoreError(TawaturError):
    """The library on disk cannot be opened, read or written; the message names the file and the reason."""


class CursorError(StoreError):
    """A cursor is none that a library gave out."""
