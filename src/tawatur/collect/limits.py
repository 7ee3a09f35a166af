"""How much is taken in at most, so that no single page or archive can end a run."""

MOST_PAGE_BYTES = 32 * 1024 * 1024
"""A page, unpacked. The largest news pages are near 5 MB; this leaves room and keeps memory flat."""

MOST_RECORD_BYTES = 2 * MOST_PAGE_BYTES
"""A JSON record as written: escapes spell an Arabic letter with six bytes where the page has two."""

MOST_ROBOTS_BYTES = 512 * 1024
"""A robots.txt: RFC 9309 asks for 500 KiB at least."""

UNPACKED_ALWAYS = 64 * 1024 * 1024
MOST_UNPACKED_RATIO = 200
"""A packed file may unpack to the larger of the two: this many bytes, or this many times its size.

News as JSON packs 3 to 20 times; a bomb packs about 1,000 times.
"""
