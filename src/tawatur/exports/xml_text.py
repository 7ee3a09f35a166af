"""Text that XML can hold."""

import re

# XML 1.0 has no way to write these, not even as references.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    r"""Return a text with U+FFFD for every character that XML cannot hold; no place in it moves.

    >>> writable("a\x00b")
    'a\ufffdb'
    """
    return _UNWRITABLE.sub("\ufffd", text)
